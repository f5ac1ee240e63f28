import type { Migration } from './index.ts';

const SQL = `
CREATE TABLE meeting_notice (
  meeting TEXT PRIMARY KEY,
  noticed_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX meeting_notice_noticed_at ON meeting_notice (noticed_at);
`;

/** Meetings read from a calendar that were pointed out. */
export const meetings: Migration = { version: 6, sql: SQL };
