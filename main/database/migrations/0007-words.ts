import type { Migration } from './index.ts';

const SQL = `
-- What no spell-checker is to mark.
CREATE TABLE own_word (
  word TEXT PRIMARY KEY CHECK (trim(word) <> ''),
  created_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Templates stand as they were made, until they are put into another order.
ALTER TABLE template ADD COLUMN position INTEGER NOT NULL DEFAULT 0;
UPDATE template SET position = key;
CREATE INDEX template_position ON template (position);
`;

/** Words of the user's own that the spell-checker lets pass, and the order of the templates. */
export const words: Migration = { version: 7, sql: SQL };
