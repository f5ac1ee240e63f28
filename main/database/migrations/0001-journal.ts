import type { Migration } from './index.ts';

// The search indexes do without FTS5's own `secure-delete`: with it, ordinary edits (another date and another text in one
// transaction, or an undo before an edit) leave an index that fails its own check (SQLite 3.54.1; the torture test `kill`
// finds it). What has to be gone from an index goes by making it anew, as erasing does.

const SQL = `
CREATE TABLE journal (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  journal_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('own', 'sample')),
  created_at TEXT NOT NULL,
  backup_sequence INTEGER NOT NULL DEFAULT 0,
  last_seen_at TEXT NOT NULL,
  last_seen_zone TEXT
) STRICT;

CREATE TABLE seal (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  sequence INTEGER NOT NULL,
  reason TEXT NOT NULL,
  made_at TEXT NOT NULL,
  counts TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  seal_hash TEXT NOT NULL
) STRICT;

CREATE TABLE organisation (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL CHECK (trim(name) <> ''),
  about TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE UNIQUE INDEX organisation_name ON organisation (name COLLATE NOCASE) WHERE deleted_at IS NULL;
CREATE INDEX organisation_deleted ON organisation (deleted_at) WHERE deleted_at IS NOT NULL;

CREATE TABLE person (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL CHECK (trim(name) <> ''),
  pronunciation TEXT NOT NULL DEFAULT '',
  kind TEXT NOT NULL CHECK (kind IN ('prospect', 'client', 'past_client', 'partner', 'referrer', 'other')),
  role TEXT NOT NULL DEFAULT '',
  organisation_id TEXT REFERENCES organisation (id) ON DELETE SET NULL,
  situation TEXT NOT NULL DEFAULT '',
  remember TEXT NOT NULL DEFAULT '',
  aim TEXT NOT NULL DEFAULT '',
  how_met TEXT NOT NULL DEFAULT '',
  introduced_by_id TEXT REFERENCES person (id) ON DELETE SET NULL,
  cadence_count INTEGER CHECK (cadence_count BETWEEN 1 AND 999),
  cadence_unit TEXT CHECK (cadence_unit IN ('day', 'week', 'month', 'none')),
  cadence_paused_until TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  archived_at TEXT,
  deleted_at TEXT,
  CHECK ((cadence_count IS NULL) = (cadence_unit IS NULL OR cadence_unit = 'none')),
  CHECK (introduced_by_id IS NULL OR introduced_by_id <> id)
) STRICT;
CREATE INDEX person_organisation ON person (organisation_id) WHERE organisation_id IS NOT NULL;
CREATE INDEX person_introduced_by ON person (introduced_by_id) WHERE introduced_by_id IS NOT NULL;
CREATE INDEX person_deleted ON person (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX person_cadence ON person (cadence_unit, cadence_count) WHERE cadence_unit IS NOT NULL;
CREATE INDEX person_kind ON person (kind) WHERE cadence_unit IS NULL;

CREATE TABLE kind_cadence (
  kind TEXT PRIMARY KEY CHECK (kind IN ('prospect', 'client', 'past_client', 'partner', 'referrer', 'other')),
  cadence_count INTEGER NOT NULL CHECK (cadence_count BETWEEN 1 AND 999),
  cadence_unit TEXT NOT NULL CHECK (cadence_unit IN ('day', 'week', 'month'))
) STRICT, WITHOUT ROWID;

CREATE TABLE contact (
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('phone', 'email', 'video', 'message', 'social', 'web', 'address')),
  label TEXT NOT NULL,
  value TEXT NOT NULL CHECK (trim(value) <> ''),
  PRIMARY KEY (person_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE important_date (
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  label TEXT NOT NULL CHECK (trim(label) <> ''),
  month INTEGER NOT NULL CHECK (month BETWEEN 1 AND 12),
  day INTEGER CHECK (day BETWEEN 1 AND 31),
  year INTEGER CHECK (year BETWEEN 1 AND 9999),
  notice_days INTEGER CHECK (notice_days BETWEEN 0 AND 366),
  PRIMARY KEY (person_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX important_date_day ON important_date (month, day);
CREATE INDEX important_date_notice ON important_date (notice_days) WHERE notice_days IS NOT NULL;

CREATE TABLE person_tag (
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  tag TEXT NOT NULL COLLATE NOCASE CHECK (trim(tag) <> ''),
  position INTEGER NOT NULL,
  PRIMARY KEY (person_id, tag)
) STRICT, WITHOUT ROWID;
CREATE INDEX person_tag_tag ON person_tag (tag);

CREATE TABLE conversation (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  notes TEXT NOT NULL,
  would_help TEXT NOT NULL,
  held_on TEXT NOT NULL,
  held_time TEXT,
  zone TEXT NOT NULL,
  minutes INTEGER CHECK (minutes BETWEEN 0 AND 1440),
  channel TEXT NOT NULL CHECK (channel IN ('in_person', 'video', 'phone', 'message', 'email', 'social')),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE INDEX conversation_day ON conversation (key, deleted_at, held_on);
CREATE INDEX conversation_deleted ON conversation (deleted_at) WHERE deleted_at IS NOT NULL;

CREATE TABLE version (
  conversation_key INTEGER NOT NULL REFERENCES conversation (key) ON UPDATE CASCADE ON DELETE CASCADE,
  position INTEGER NOT NULL,
  notes TEXT NOT NULL,
  written_at TEXT NOT NULL,
  kept_at TEXT NOT NULL,
  PRIMARY KEY (conversation_key, position)
) STRICT;

CREATE TABLE conversation_person (
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  conversation_key INTEGER NOT NULL REFERENCES conversation (key) ON UPDATE CASCADE ON DELETE CASCADE,
  position INTEGER NOT NULL,
  PRIMARY KEY (person_id, conversation_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX conversation_person_conversation ON conversation_person (conversation_key, position);

CREATE TABLE conversation_tag (
  conversation_key INTEGER NOT NULL REFERENCES conversation (key) ON UPDATE CASCADE ON DELETE CASCADE,
  tag TEXT NOT NULL COLLATE NOCASE CHECK (trim(tag) <> ''),
  position INTEGER NOT NULL,
  PRIMARY KEY (conversation_key, tag)
) STRICT, WITHOUT ROWID;
CREATE INDEX conversation_tag_tag ON conversation_tag (tag, conversation_key);

CREATE TABLE circumstance (
  conversation_key INTEGER NOT NULL REFERENCES conversation (key) ON UPDATE CASCADE ON DELETE CASCADE,
  name TEXT NOT NULL,
  PRIMARY KEY (conversation_key, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE listening (
  conversation_key INTEGER PRIMARY KEY REFERENCES conversation (key) ON UPDATE CASCADE ON DELETE CASCADE,
  talk_share INTEGER CHECK (talk_share BETWEEN 0 AND 100),
  longest_stretch TEXT CHECK (longest_stretch IN ('under_1', '1_to_2', '2_to_4', 'over_4')),
  open_questions INTEGER CHECK (open_questions >= 0),
  follow_up_questions INTEGER CHECK (follow_up_questions >= 0),
  said_back_simple INTEGER CHECK (said_back_simple >= 0),
  said_back_meaning INTEGER CHECK (said_back_meaning >= 0),
  interruptions INTEGER CHECK (interruptions >= 0),
  silence_after_question TEXT CHECK (silence_after_question IN ('cut_short', 'waited')),
  summarised TEXT CHECK (summarised IN ('no', 'partly', 'confirmed')),
  advice_before_asked TEXT CHECK (advice_before_asked IN ('none', 'once', 'often')),
  their_questions INTEGER CHECK (their_questions >= 0)
) STRICT;

CREATE TABLE moment (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  conversation_key INTEGER NOT NULL REFERENCES conversation (key) ON UPDATE CASCADE ON DELETE CASCADE,
  position INTEGER NOT NULL,
  about TEXT NOT NULL,
  seen_or_heard TEXT NOT NULL,
  may_mean TEXT NOT NULL,
  may_mean_on TEXT,
  confidence TEXT CHECK (confidence IN ('hunch', 'likely', 'told')),
  other_explanations TEXT NOT NULL,
  hindsight TEXT CHECK (hindsight IN ('yes', 'partly', 'no', 'cannot_tell'))
) STRICT;
CREATE INDEX moment_conversation ON moment (conversation_key, position);
CREATE INDEX moment_guess ON moment (may_mean_on, key) WHERE may_mean_on IS NOT NULL AND hindsight IS NULL;
CREATE INDEX moment_hindsight ON moment (confidence) WHERE hindsight IS NOT NULL;

CREATE TABLE observation (
  moment_key INTEGER NOT NULL REFERENCES moment (key) ON UPDATE CASCADE ON DELETE CASCADE,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  cue TEXT NOT NULL,
  mark INTEGER NOT NULL CHECK (mark BETWEEN -2 AND 2),
  PRIMARY KEY (moment_key, person_id, cue)
) STRICT, WITHOUT ROWID;
CREATE INDEX observation_person ON observation (person_id, cue);

CREATE TABLE promise (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  conversation_id TEXT REFERENCES conversation (id) ON DELETE SET NULL,
  given_by TEXT NOT NULL CHECK (given_by IN ('me', 'them')),
  words TEXT NOT NULL CHECK (trim(words) <> ''),
  due_on TEXT,
  kept_on TEXT,
  let_go_on TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT,
  CHECK (kept_on IS NULL OR let_go_on IS NULL)
) STRICT;
CREATE INDEX promise_person ON promise (person_id);
CREATE INDEX promise_conversation ON promise (conversation_id) WHERE conversation_id IS NOT NULL;
CREATE INDEX promise_open ON promise (due_on, key) WHERE kept_on IS NULL AND let_go_on IS NULL AND deleted_at IS NULL;
CREATE INDEX promise_closed ON promise (coalesce(kept_on, let_go_on), key)
  WHERE coalesce(kept_on, let_go_on) IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX promise_record ON promise (given_by, due_on, kept_on, person_id)
  WHERE due_on IS NOT NULL AND let_go_on IS NULL AND deleted_at IS NULL;
CREATE INDEX promise_deleted ON promise (deleted_at) WHERE deleted_at IS NOT NULL;

CREATE TABLE follow_up (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  person_id TEXT REFERENCES person (id) ON DELETE CASCADE,
  conversation_id TEXT REFERENCES conversation (id) ON DELETE SET NULL,
  words TEXT NOT NULL,
  due_on TEXT NOT NULL,
  due_time TEXT,
  zone TEXT NOT NULL,
  snoozed_from TEXT,
  snoozed_from_time TEXT,
  snoozed_from_zone TEXT,
  rrule TEXT,
  recurs_after TEXT CHECK (recurs_after IN ('calendar', 'done')),
  anchor_on TEXT,
  paused_at TEXT,
  done_at TEXT,
  note TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT,
  CHECK (person_id IS NOT NULL OR trim(words) <> ''),
  CHECK ((rrule IS NULL) = (recurs_after IS NULL) AND (rrule IS NULL) = (anchor_on IS NULL)),
  CHECK (paused_at IS NULL OR rrule IS NOT NULL)
) STRICT;
CREATE INDEX follow_up_person ON follow_up (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX follow_up_conversation ON follow_up (conversation_id) WHERE conversation_id IS NOT NULL;
CREATE INDEX follow_up_open ON follow_up (due_on, due_time, key) WHERE done_at IS NULL AND deleted_at IS NULL;
CREATE INDEX follow_up_done ON follow_up (done_at, key) WHERE done_at IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX follow_up_deleted ON follow_up (deleted_at) WHERE deleted_at IS NOT NULL;

CREATE TABLE follow_up_notice (
  follow_up_id TEXT NOT NULL REFERENCES follow_up (id) ON DELETE CASCADE,
  due TEXT NOT NULL,
  noticed_at TEXT NOT NULL,
  missed INTEGER NOT NULL CHECK (missed IN (0, 1)),
  PRIMARY KEY (follow_up_id, due)
) STRICT, WITHOUT ROWID;
CREATE INDEX follow_up_notice_missed ON follow_up_notice (follow_up_id) WHERE missed = 1;

CREATE TABLE draft (
  id TEXT PRIMARY KEY,
  conversation_id TEXT REFERENCES conversation (id) ON DELETE SET NULL,
  person_id TEXT REFERENCES person (id) ON DELETE SET NULL,
  beginning TEXT NOT NULL,
  body TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  saved_at TEXT,
  deleted_at TEXT
) STRICT;
CREATE INDEX draft_open ON draft (updated_at) WHERE saved_at IS NULL AND deleted_at IS NULL;
CREATE INDEX draft_ended ON draft (saved_at) WHERE saved_at IS NOT NULL;
CREATE INDEX draft_deleted ON draft (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX draft_conversation ON draft (conversation_id) WHERE conversation_id IS NOT NULL;

CREATE TABLE file (
  hash TEXT PRIMARY KEY,
  type TEXT CHECK (type IN ('image/png', 'image/jpeg', 'image/webp', 'image/gif')),
  size INTEGER NOT NULL,
  content BLOB NOT NULL
) STRICT;

CREATE TABLE attachment (
  conversation_id TEXT NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  hash TEXT NOT NULL REFERENCES file (hash),
  name TEXT NOT NULL CHECK (trim(name) <> ''),
  PRIMARY KEY (conversation_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX attachment_hash ON attachment (hash);

CREATE TABLE template (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL CHECK (trim(name) <> ''),
  notes TEXT NOT NULL,
  opens TEXT NOT NULL CHECK (opens IN ('tone', 'body', 'listening', 'context')),
  channel TEXT CHECK (channel IN ('in_person', 'video', 'phone', 'message', 'email', 'social')),
  minutes INTEGER CHECK (minutes BETWEEN 0 AND 1440),
  follow_up TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE conversation_fts USING fts5 (
  title, notes, would_help,
  content = 'conversation', content_rowid = 'key',
  tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
);
CREATE TRIGGER conversation_fts_insert AFTER INSERT ON conversation BEGIN
  INSERT INTO conversation_fts (rowid, title, notes, would_help) VALUES (new.key, new.title, new.notes, new.would_help);
END;
CREATE TRIGGER conversation_fts_delete AFTER DELETE ON conversation BEGIN
  INSERT INTO conversation_fts (conversation_fts, rowid, title, notes, would_help)
  VALUES ('delete', old.key, old.title, old.notes, old.would_help);
END;
CREATE TRIGGER conversation_fts_update AFTER UPDATE OF key, title, notes, would_help ON conversation BEGIN
  INSERT INTO conversation_fts (conversation_fts, rowid, title, notes, would_help)
  VALUES ('delete', old.key, old.title, old.notes, old.would_help);
  INSERT INTO conversation_fts (rowid, title, notes, would_help) VALUES (new.key, new.title, new.notes, new.would_help);
END;

CREATE VIRTUAL TABLE person_fts USING fts5 (
  name, role, situation, remember, aim, how_met,
  content = 'person', content_rowid = 'key',
  tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
);
CREATE TRIGGER person_fts_insert AFTER INSERT ON person BEGIN
  INSERT INTO person_fts (rowid, name, role, situation, remember, aim, how_met)
  VALUES (new.key, new.name, new.role, new.situation, new.remember, new.aim, new.how_met);
END;
CREATE TRIGGER person_fts_delete AFTER DELETE ON person BEGIN
  INSERT INTO person_fts (person_fts, rowid, name, role, situation, remember, aim, how_met)
  VALUES ('delete', old.key, old.name, old.role, old.situation, old.remember, old.aim, old.how_met);
END;
CREATE TRIGGER person_fts_update AFTER UPDATE OF key, name, role, situation, remember, aim, how_met ON person BEGIN
  INSERT INTO person_fts (person_fts, rowid, name, role, situation, remember, aim, how_met)
  VALUES ('delete', old.key, old.name, old.role, old.situation, old.remember, old.aim, old.how_met);
  INSERT INTO person_fts (rowid, name, role, situation, remember, aim, how_met)
  VALUES (new.key, new.name, new.role, new.situation, new.remember, new.aim, new.how_met);
END;

CREATE VIRTUAL TABLE organisation_fts USING fts5 (
  name, about,
  content = 'organisation', content_rowid = 'key',
  tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
);
CREATE TRIGGER organisation_fts_insert AFTER INSERT ON organisation BEGIN
  INSERT INTO organisation_fts (rowid, name, about) VALUES (new.key, new.name, new.about);
END;
CREATE TRIGGER organisation_fts_delete AFTER DELETE ON organisation BEGIN
  INSERT INTO organisation_fts (organisation_fts, rowid, name, about) VALUES ('delete', old.key, old.name, old.about);
END;
CREATE TRIGGER organisation_fts_update AFTER UPDATE OF key, name, about ON organisation BEGIN
  INSERT INTO organisation_fts (organisation_fts, rowid, name, about) VALUES ('delete', old.key, old.name, old.about);
  INSERT INTO organisation_fts (rowid, name, about) VALUES (new.key, new.name, new.about);
END;

CREATE VIRTUAL TABLE promise_fts USING fts5 (
  words,
  content = 'promise', content_rowid = 'key',
  tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
);
CREATE TRIGGER promise_fts_insert AFTER INSERT ON promise BEGIN
  INSERT INTO promise_fts (rowid, words) VALUES (new.key, new.words);
END;
CREATE TRIGGER promise_fts_delete AFTER DELETE ON promise BEGIN
  INSERT INTO promise_fts (promise_fts, rowid, words) VALUES ('delete', old.key, old.words);
END;
CREATE TRIGGER promise_fts_update AFTER UPDATE OF key, words ON promise BEGIN
  INSERT INTO promise_fts (promise_fts, rowid, words) VALUES ('delete', old.key, old.words);
  INSERT INTO promise_fts (rowid, words) VALUES (new.key, new.words);
END;
`;

/** The first journal: people, organisations, conversations, what was noticed and promised, and the search indexes. */
export const journal: Migration = { version: 1, sql: SQL };
