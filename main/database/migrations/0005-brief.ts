import type { Migration } from './index.ts';

const SQL = `
-- What is better left alone with somebody, in the user's words.
ALTER TABLE person ADD COLUMN sensitive TEXT NOT NULL DEFAULT '';

-- What the user wants to ask a person. It waits until it was asked. One that stands in the notes of a conversation goes
-- with it.
CREATE TABLE question (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  conversation_id TEXT REFERENCES conversation (id) ON DELETE CASCADE,
  words TEXT NOT NULL CHECK (trim(words) <> ''),
  asked_on TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;

CREATE INDEX question_person ON question (person_id, asked_on);
CREATE INDEX question_conversation ON question (conversation_id) WHERE conversation_id IS NOT NULL;
CREATE INDEX question_deleted ON question (deleted_at) WHERE deleted_at IS NOT NULL;

-- The day and the channel of a conversation without the pages of its notes.
CREATE INDEX conversation_channel ON conversation (key, deleted_at, held_on, channel);
`;

/** Questions that wait to be asked, and what is better left alone. */
export const brief: Migration = { version: 5, sql: SQL };
