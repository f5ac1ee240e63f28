import type { Migration } from './index.ts';

// Ways to reach a person and attached files get a number each, by which a search index can know them.
//
// The second index, `findable_fts`, holds every three letters that stand next to each other anywhere, so that it finds
// parts of words and words of scripts that are written without spaces. It keeps no places (`detail = none`): what it
// finds is looked at again. The notes of conversations are in it only where they hold such a script: with all of them it
// would be half as large as the rest of the journal, and saving a conversation would take five times as long. One index serves all tables: a row is known by its key, plus as many times 10^18 as the number
// of its table. Each text ends with a line feed, so that also its last two letters begin three.

// Thai, Lao, Burmese, Khmer, Chinese, Japanese.
const WITHOUT_SPACES =
  '[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\ua9e0-\ua9ff\uaa60-\uaa7f\uf900-\ufaff\uff66-\uff9f\u{1b000}-\u{1b16f}\u{20000}-\u{3ffff}]';

/** A text that holds a script without spaces, with its line feed; nothing otherwise. Only ASCII is told at a glance. */
function unspaced(column: string): string {
  return `CASE WHEN octet_length(${column}) > length(${column}) AND ${column} GLOB '*${WITHOUT_SPACES}*' THEN ${column} || char(10) ELSE '' END`;
}

const SQL = `
CREATE TABLE contact_with_key (
  key INTEGER PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('phone', 'email', 'video', 'message', 'social', 'web', 'address')),
  label TEXT NOT NULL,
  value TEXT NOT NULL CHECK (trim(value) <> ''),
  UNIQUE (person_id, position)
) STRICT;
INSERT INTO contact_with_key (person_id, position, kind, label, value)
  SELECT person_id, position, kind, label, value FROM contact ORDER BY person_id, position;
DROP TABLE contact;
ALTER TABLE contact_with_key RENAME TO contact;

CREATE TABLE attachment_with_key (
  key INTEGER PRIMARY KEY,
  conversation_id TEXT NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  hash TEXT NOT NULL REFERENCES file (hash),
  name TEXT NOT NULL CHECK (trim(name) <> ''),
  UNIQUE (conversation_id, position)
) STRICT;
INSERT INTO attachment_with_key (conversation_id, position, hash, name)
  SELECT conversation_id, position, hash, name FROM attachment ORDER BY conversation_id, position;
DROP TABLE attachment;
ALTER TABLE attachment_with_key RENAME TO attachment;
CREATE INDEX attachment_hash ON attachment (hash);

CREATE INDEX observation_cue ON observation (cue, mark, moment_key);
CREATE INDEX person_of_kind ON person (kind);
CREATE INDEX person_archived ON person (archived_at) WHERE archived_at IS NOT NULL;
CREATE INDEX promise_of_giver ON promise (given_by, key) WHERE deleted_at IS NULL;
CREATE INDEX conversation_of_channel ON conversation (channel, key);

CREATE TABLE saved_search (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL CHECK (trim(name) <> ''),
  text TEXT NOT NULL CHECK (trim(text) <> ''),
  position INTEGER NOT NULL
) STRICT;
CREATE INDEX saved_search_position ON saved_search (position, key);

CREATE VIRTUAL TABLE moment_fts USING fts5 (
  about, seen_or_heard, may_mean, other_explanations,
  content = 'moment', content_rowid = 'key',
  tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
);
CREATE TRIGGER moment_fts_insert AFTER INSERT ON moment BEGIN
  INSERT INTO moment_fts (rowid, about, seen_or_heard, may_mean, other_explanations) VALUES (new.key, new.about, new.seen_or_heard, new.may_mean, new.other_explanations);
END;
CREATE TRIGGER moment_fts_delete AFTER DELETE ON moment BEGIN
  INSERT INTO moment_fts (moment_fts, rowid, about, seen_or_heard, may_mean, other_explanations) VALUES ('delete', old.key, old.about, old.seen_or_heard, old.may_mean, old.other_explanations);
END;
CREATE TRIGGER moment_fts_update AFTER UPDATE OF key, about, seen_or_heard, may_mean, other_explanations ON moment BEGIN
  INSERT INTO moment_fts (moment_fts, rowid, about, seen_or_heard, may_mean, other_explanations) VALUES ('delete', old.key, old.about, old.seen_or_heard, old.may_mean, old.other_explanations);
  INSERT INTO moment_fts (rowid, about, seen_or_heard, may_mean, other_explanations) VALUES (new.key, new.about, new.seen_or_heard, new.may_mean, new.other_explanations);
END;
INSERT INTO moment_fts (moment_fts) VALUES ('rebuild');

CREATE VIRTUAL TABLE follow_up_fts USING fts5 (
  words, note,
  content = 'follow_up', content_rowid = 'key',
  tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
);
CREATE TRIGGER follow_up_fts_insert AFTER INSERT ON follow_up BEGIN
  INSERT INTO follow_up_fts (rowid, words, note) VALUES (new.key, new.words, new.note);
END;
CREATE TRIGGER follow_up_fts_delete AFTER DELETE ON follow_up BEGIN
  INSERT INTO follow_up_fts (follow_up_fts, rowid, words, note) VALUES ('delete', old.key, old.words, old.note);
END;
CREATE TRIGGER follow_up_fts_update AFTER UPDATE OF key, words, note ON follow_up BEGIN
  INSERT INTO follow_up_fts (follow_up_fts, rowid, words, note) VALUES ('delete', old.key, old.words, old.note);
  INSERT INTO follow_up_fts (rowid, words, note) VALUES (new.key, new.words, new.note);
END;
INSERT INTO follow_up_fts (follow_up_fts) VALUES ('rebuild');

CREATE VIRTUAL TABLE contact_fts USING fts5 (
  label, value,
  content = 'contact', content_rowid = 'key',
  tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
);
CREATE TRIGGER contact_fts_insert AFTER INSERT ON contact BEGIN
  INSERT INTO contact_fts (rowid, label, value) VALUES (new.key, new.label, new.value);
END;
CREATE TRIGGER contact_fts_delete AFTER DELETE ON contact BEGIN
  INSERT INTO contact_fts (contact_fts, rowid, label, value) VALUES ('delete', old.key, old.label, old.value);
END;
CREATE TRIGGER contact_fts_update AFTER UPDATE OF key, label, value ON contact BEGIN
  INSERT INTO contact_fts (contact_fts, rowid, label, value) VALUES ('delete', old.key, old.label, old.value);
  INSERT INTO contact_fts (rowid, label, value) VALUES (new.key, new.label, new.value);
END;
INSERT INTO contact_fts (contact_fts) VALUES ('rebuild');

CREATE VIRTUAL TABLE attachment_fts USING fts5 (
  name,
  content = 'attachment', content_rowid = 'key',
  tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
);
CREATE TRIGGER attachment_fts_insert AFTER INSERT ON attachment BEGIN
  INSERT INTO attachment_fts (rowid, name) VALUES (new.key, new.name);
END;
CREATE TRIGGER attachment_fts_delete AFTER DELETE ON attachment BEGIN
  INSERT INTO attachment_fts (attachment_fts, rowid, name) VALUES ('delete', old.key, old.name);
END;
CREATE TRIGGER attachment_fts_update AFTER UPDATE OF key, name ON attachment BEGIN
  INSERT INTO attachment_fts (attachment_fts, rowid, name) VALUES ('delete', old.key, old.name);
  INSERT INTO attachment_fts (rowid, name) VALUES (new.key, new.name);
END;
INSERT INTO attachment_fts (attachment_fts) VALUES ('rebuild');

CREATE VIEW findable (key, text) AS
  SELECT key, title || char(10) || ${unspaced('notes')} || ${unspaced('would_help')} FROM conversation
  UNION ALL
  SELECT 1000000000000000000 + key, name || char(10) || role || char(10) || situation || char(10) || remember || char(10) || aim || char(10) || how_met || char(10) FROM person
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
CREATE VIRTUAL TABLE findable_fts USING fts5 (
  text,
  content = 'findable', content_rowid = 'key',
  tokenize = 'trigram remove_diacritics 1', detail = none, columnsize = 0
);
CREATE TRIGGER findable_fts_conversation_insert AFTER INSERT ON conversation BEGIN
  INSERT INTO findable_fts (rowid, text)
  VALUES (new.key, new.title || char(10) || ${unspaced('new.notes')} || ${unspaced('new.would_help')});
END;
CREATE TRIGGER findable_fts_conversation_delete AFTER DELETE ON conversation BEGIN
  INSERT INTO findable_fts (findable_fts, rowid, text)
  VALUES ('delete', old.key, old.title || char(10) || ${unspaced('old.notes')} || ${unspaced('old.would_help')});
END;
CREATE TRIGGER findable_fts_conversation_update AFTER UPDATE OF key, title, notes, would_help ON conversation BEGIN
  INSERT INTO findable_fts (findable_fts, rowid, text)
  VALUES ('delete', old.key, old.title || char(10) || ${unspaced('old.notes')} || ${unspaced('old.would_help')});
  INSERT INTO findable_fts (rowid, text)
  VALUES (new.key, new.title || char(10) || ${unspaced('new.notes')} || ${unspaced('new.would_help')});
END;
CREATE TRIGGER findable_fts_person_insert AFTER INSERT ON person BEGIN
  INSERT INTO findable_fts (rowid, text)
  VALUES (1000000000000000000 + new.key, new.name || char(10) || new.role || char(10) || new.situation || char(10) || new.remember || char(10) || new.aim || char(10) || new.how_met || char(10));
END;
CREATE TRIGGER findable_fts_person_delete AFTER DELETE ON person BEGIN
  INSERT INTO findable_fts (findable_fts, rowid, text)
  VALUES ('delete', 1000000000000000000 + old.key, old.name || char(10) || old.role || char(10) || old.situation || char(10) || old.remember || char(10) || old.aim || char(10) || old.how_met || char(10));
END;
CREATE TRIGGER findable_fts_person_update AFTER UPDATE OF key, name, role, situation, remember, aim, how_met ON person BEGIN
  INSERT INTO findable_fts (findable_fts, rowid, text)
  VALUES ('delete', 1000000000000000000 + old.key, old.name || char(10) || old.role || char(10) || old.situation || char(10) || old.remember || char(10) || old.aim || char(10) || old.how_met || char(10));
  INSERT INTO findable_fts (rowid, text)
  VALUES (1000000000000000000 + new.key, new.name || char(10) || new.role || char(10) || new.situation || char(10) || new.remember || char(10) || new.aim || char(10) || new.how_met || char(10));
END;
CREATE TRIGGER findable_fts_organisation_insert AFTER INSERT ON organisation BEGIN
  INSERT INTO findable_fts (rowid, text)
  VALUES (2000000000000000000 + new.key, new.name || char(10) || new.about || char(10));
END;
CREATE TRIGGER findable_fts_organisation_delete AFTER DELETE ON organisation BEGIN
  INSERT INTO findable_fts (findable_fts, rowid, text)
  VALUES ('delete', 2000000000000000000 + old.key, old.name || char(10) || old.about || char(10));
END;
CREATE TRIGGER findable_fts_organisation_update AFTER UPDATE OF key, name, about ON organisation BEGIN
  INSERT INTO findable_fts (findable_fts, rowid, text)
  VALUES ('delete', 2000000000000000000 + old.key, old.name || char(10) || old.about || char(10));
  INSERT INTO findable_fts (rowid, text)
  VALUES (2000000000000000000 + new.key, new.name || char(10) || new.about || char(10));
END;
CREATE TRIGGER findable_fts_promise_insert AFTER INSERT ON promise BEGIN
  INSERT INTO findable_fts (rowid, text)
  VALUES (3000000000000000000 + new.key, new.words || char(10));
END;
CREATE TRIGGER findable_fts_promise_delete AFTER DELETE ON promise BEGIN
  INSERT INTO findable_fts (findable_fts, rowid, text)
  VALUES ('delete', 3000000000000000000 + old.key, old.words || char(10));
END;
CREATE TRIGGER findable_fts_promise_update AFTER UPDATE OF key, words ON promise BEGIN
  INSERT INTO findable_fts (findable_fts, rowid, text)
  VALUES ('delete', 3000000000000000000 + old.key, old.words || char(10));
  INSERT INTO findable_fts (rowid, text)
  VALUES (3000000000000000000 + new.key, new.words || char(10));
END;
CREATE TRIGGER findable_fts_follow_up_insert AFTER INSERT ON follow_up BEGIN
  INSERT INTO findable_fts (rowid, text)
  VALUES (4000000000000000000 + new.key, new.words || char(10) || new.note || char(10));
END;
CREATE TRIGGER findable_fts_follow_up_delete AFTER DELETE ON follow_up BEGIN
  INSERT INTO findable_fts (findable_fts, rowid, text)
  VALUES ('delete', 4000000000000000000 + old.key, old.words || char(10) || old.note || char(10));
END;
CREATE TRIGGER findable_fts_follow_up_update AFTER UPDATE OF key, words, note ON follow_up BEGIN
  INSERT INTO findable_fts (findable_fts, rowid, text)
  VALUES ('delete', 4000000000000000000 + old.key, old.words || char(10) || old.note || char(10));
  INSERT INTO findable_fts (rowid, text)
  VALUES (4000000000000000000 + new.key, new.words || char(10) || new.note || char(10));
END;
CREATE TRIGGER findable_fts_moment_insert AFTER INSERT ON moment BEGIN
  INSERT INTO findable_fts (rowid, text)
  VALUES (5000000000000000000 + new.key, new.about || char(10) || new.seen_or_heard || char(10) || new.may_mean || char(10) || new.other_explanations || char(10));
END;
CREATE TRIGGER findable_fts_moment_delete AFTER DELETE ON moment BEGIN
  INSERT INTO findable_fts (findable_fts, rowid, text)
  VALUES ('delete', 5000000000000000000 + old.key, old.about || char(10) || old.seen_or_heard || char(10) || old.may_mean || char(10) || old.other_explanations || char(10));
END;
CREATE TRIGGER findable_fts_moment_update AFTER UPDATE OF key, about, seen_or_heard, may_mean, other_explanations ON moment BEGIN
  INSERT INTO findable_fts (findable_fts, rowid, text)
  VALUES ('delete', 5000000000000000000 + old.key, old.about || char(10) || old.seen_or_heard || char(10) || old.may_mean || char(10) || old.other_explanations || char(10));
  INSERT INTO findable_fts (rowid, text)
  VALUES (5000000000000000000 + new.key, new.about || char(10) || new.seen_or_heard || char(10) || new.may_mean || char(10) || new.other_explanations || char(10));
END;
CREATE TRIGGER findable_fts_contact_insert AFTER INSERT ON contact BEGIN
  INSERT INTO findable_fts (rowid, text)
  VALUES (6000000000000000000 + new.key, new.label || char(10) || new.value || char(10));
END;
CREATE TRIGGER findable_fts_contact_delete AFTER DELETE ON contact BEGIN
  INSERT INTO findable_fts (findable_fts, rowid, text)
  VALUES ('delete', 6000000000000000000 + old.key, old.label || char(10) || old.value || char(10));
END;
CREATE TRIGGER findable_fts_contact_update AFTER UPDATE OF key, label, value ON contact BEGIN
  INSERT INTO findable_fts (findable_fts, rowid, text)
  VALUES ('delete', 6000000000000000000 + old.key, old.label || char(10) || old.value || char(10));
  INSERT INTO findable_fts (rowid, text)
  VALUES (6000000000000000000 + new.key, new.label || char(10) || new.value || char(10));
END;
CREATE TRIGGER findable_fts_attachment_insert AFTER INSERT ON attachment BEGIN
  INSERT INTO findable_fts (rowid, text)
  VALUES (7000000000000000000 + new.key, new.name || char(10));
END;
CREATE TRIGGER findable_fts_attachment_delete AFTER DELETE ON attachment BEGIN
  INSERT INTO findable_fts (findable_fts, rowid, text)
  VALUES ('delete', 7000000000000000000 + old.key, old.name || char(10));
END;
CREATE TRIGGER findable_fts_attachment_update AFTER UPDATE OF key, name ON attachment BEGIN
  INSERT INTO findable_fts (findable_fts, rowid, text)
  VALUES ('delete', 7000000000000000000 + old.key, old.name || char(10));
  INSERT INTO findable_fts (rowid, text)
  VALUES (7000000000000000000 + new.key, new.name || char(10));
END;
INSERT INTO findable_fts (findable_fts) VALUES ('rebuild');
`;

/** More that can be found: a second index for parts of words, and searches that are kept. */
export const search: Migration = { version: 2, sql: SQL };
