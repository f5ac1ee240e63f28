import type { Migration } from './index.ts';

// A relation is written once and read from both sides; the unordered pair is unique for each kind. What was introduced by
// whom stays in `person.introduced_by_id`.

const SQL = `
CREATE TABLE relation (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  other_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN (
    'works_with', 'reports_to', 'partner_of', 'parent_of', 'friend_of', 'referred_by', 'advises', 'other'
  )),
  words TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT,
  CHECK (person_id <> other_id),
  CHECK ((kind = 'other') = (trim(words) <> ''))
) STRICT;
CREATE UNIQUE INDEX relation_pair ON relation (min(person_id, other_id), max(person_id, other_id), kind, words)
  WHERE deleted_at IS NULL;
CREATE INDEX relation_person ON relation (person_id);
CREATE INDEX relation_other ON relation (other_id);
CREATE INDEX relation_deleted ON relation (deleted_at) WHERE deleted_at IS NOT NULL;

CREATE INDEX conversation_period ON conversation (held_on, channel, minutes) WHERE deleted_at IS NULL;
CREATE INDEX promise_written ON promise (created_at, given_by, person_id) WHERE deleted_at IS NULL;
CREATE INDEX draft_person ON draft (person_id) WHERE person_id IS NOT NULL;
`;

/** How people stand to each other, and indexes for looking back and for the drafts of one. */
export const relations: Migration = { version: 4, sql: SQL };
