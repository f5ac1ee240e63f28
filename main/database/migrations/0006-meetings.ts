import type { Migration } from './index.ts';

const SQL = `
CREATE TABLE meeting_notice (
  meeting TEXT PRIMARY KEY,
  noticed_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX meeting_notice_noticed_at ON meeting_notice (noticed_at);

CREATE INDEX contact_mail ON contact (lower(trim(value))) WHERE kind = 'email';
`;

/** Meetings read from a calendar that were pointed out, and an index to find whose an address is. */
export const meetings: Migration = { version: 6, sql: SQL };
