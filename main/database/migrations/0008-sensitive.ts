import type { Migration } from './index.ts';

// What is better left alone with somebody is the user's own text, and found like the rest of it. The index of people gets
// a column for it; in the second index it stands at the end of a person's text.

// Thai, Lao, Burmese, Khmer, Chinese, Japanese.
const WITHOUT_SPACES =
  '[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\ua9e0-\ua9ff\uaa60-\uaa7f\uf900-\ufaff\uff66-\uff9f\u{1b000}-\u{1b16f}\u{20000}-\u{3ffff}]';

/** A text that holds a script without spaces, with its line feed; nothing otherwise. Only ASCII is told at a glance. */
function unspaced(column: string): string {
  return `CASE WHEN octet_length(${column}) > length(${column}) AND ${column} GLOB '*${WITHOUT_SPACES}*' THEN ${column} || char(10) ELSE '' END`;
}

const OWN = 'name, role, situation, remember, aim, how_met, sensitive';

/** The columns of a person, each with a line feed, as one text. */
function joined(row: string): string {
  return OWN.split(', ')
    .map((column) => `${row}${column} || char(10)`)
    .join(' || ');
}

function columnsOf(row: string): string {
  return OWN.split(', ')
    .map((column) => `${row}${column}`)
    .join(', ');
}

const BEFORE =
  'name || char(10) || role || char(10) || situation || char(10) || remember || char(10) || aim || char(10) || how_met || char(10)';

const SQL = `
DROP TRIGGER person_fts_insert;
DROP TRIGGER person_fts_delete;
DROP TRIGGER person_fts_update;
DROP TABLE person_fts;
CREATE VIRTUAL TABLE person_fts USING fts5 (
  ${OWN},
  content = 'person', content_rowid = 'key',
  tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
);
CREATE TRIGGER person_fts_insert AFTER INSERT ON person BEGIN
  INSERT INTO person_fts (rowid, ${OWN}) VALUES (new.key, ${columnsOf('new.')});
END;
CREATE TRIGGER person_fts_delete AFTER DELETE ON person BEGIN
  INSERT INTO person_fts (person_fts, rowid, ${OWN}) VALUES ('delete', old.key, ${columnsOf('old.')});
END;
CREATE TRIGGER person_fts_update AFTER UPDATE OF key, ${OWN} ON person BEGIN
  INSERT INTO person_fts (person_fts, rowid, ${OWN}) VALUES ('delete', old.key, ${columnsOf('old.')});
  INSERT INTO person_fts (rowid, ${OWN}) VALUES (new.key, ${columnsOf('new.')});
END;
INSERT INTO person_fts (person_fts) VALUES ('rebuild');

DROP TRIGGER findable_fts_person_insert;
DROP TRIGGER findable_fts_person_delete;
DROP TRIGGER findable_fts_person_update;
-- The others need not be read again.
INSERT INTO findable_fts (findable_fts, rowid, text)
  SELECT 'delete', 1000000000000000000 + key, ${BEFORE} FROM person;
INSERT INTO findable_fts (rowid, text)
  SELECT 1000000000000000000 + key, ${joined('')} FROM person;
CREATE TRIGGER findable_fts_person_insert AFTER INSERT ON person BEGIN
  INSERT INTO findable_fts (rowid, text) VALUES (1000000000000000000 + new.key, ${joined('new.')});
END;
CREATE TRIGGER findable_fts_person_delete AFTER DELETE ON person BEGIN
  INSERT INTO findable_fts (findable_fts, rowid, text)
  VALUES ('delete', 1000000000000000000 + old.key, ${joined('old.')});
END;
CREATE TRIGGER findable_fts_person_update AFTER UPDATE OF key, ${OWN} ON person BEGIN
  INSERT INTO findable_fts (findable_fts, rowid, text)
  VALUES ('delete', 1000000000000000000 + old.key, ${joined('old.')});
  INSERT INTO findable_fts (rowid, text) VALUES (1000000000000000000 + new.key, ${joined('new.')});
END;
DROP VIEW findable;
CREATE VIEW findable (key, text) AS
  SELECT key, title || char(10) || ${unspaced('notes')} || ${unspaced('would_help')} FROM conversation
  UNION ALL
  SELECT 1000000000000000000 + key, name || char(10) || role || char(10) || situation || char(10) || remember || char(10) || aim || char(10) || how_met || char(10) || sensitive || char(10) FROM person
  UNION ALL
  SELECT 2000000000000000000 + key, name || char(10) || about || char(10) FROM organisation
  UNION ALL
  SELECT 3000000000000000000 + key, words || char(10) FROM promise
  UNION ALL
  SELECT 4000000000000000000 + key, words || char(10) || note || char(10) FROM follow_up
  UNION ALL
  SELECT 5000000000000000000 + key, about || char(10) || seen_or_heard || char(10) || may_mean || char(10) || other_explanations || char(10) FROM moment
  UNION ALL
  SELECT 6000000000000000000 + key, label || char(10) || value || char(10) FROM contact
  UNION ALL
  SELECT 7000000000000000000 + key, name || char(10) FROM attachment;
`;

/** What is better left alone is found by the search. */
export const sensitive: Migration = { version: 8, sql: SQL };
