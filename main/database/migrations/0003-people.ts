import type { Migration } from './index.ts';

const SQL = `
CREATE TABLE people_view (
  id TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  name TEXT NOT NULL CHECK (trim(name) <> ''),
  columns TEXT NOT NULL,
  sorted_by TEXT NOT NULL,
  direction TEXT NOT NULL CHECK (direction IN ('up', 'down')),
  filters TEXT NOT NULL
) STRICT;

CREATE TABLE two_people (
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  other_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  PRIMARY KEY (person_id, other_id),
  CHECK (person_id < other_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX two_people_other ON two_people (other_id);

CREATE INDEX promise_open_of_person ON promise (person_id)
  WHERE kept_on IS NULL AND let_go_on IS NULL AND deleted_at IS NULL;
CREATE INDEX follow_up_next ON follow_up (person_id, due_on)
  WHERE person_id IS NOT NULL AND done_at IS NULL AND paused_at IS NULL AND deleted_at IS NULL;
CREATE INDEX contact_kind ON contact (kind);
`;

/** Views of the list of people, and pairs that are two people. */
export const people: Migration = { version: 3, sql: SQL };
