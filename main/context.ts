import type { Id } from '../shared/id.ts';
import type { Clock } from '../shared/time.ts';
import type { Database } from './database/driver.ts';
import type { UndoLog } from './database/undo-log.ts';
import type { Desk } from './desk.ts';
import type { JournalKeeper } from './journal/keeper.ts';
import type { Log } from './log.ts';
import type { SettingsFile } from './settings/settings-file.ts';
import type { Workshop } from './workshop/client.ts';

/** Everything a handler may use besides its input. It reaches the world through nothing else. */
export interface Context {
  readonly clock: Clock;
  /** A new UUIDv7. */
  newId<Model extends string>(): Id<Model>;
  readonly journal: JournalKeeper;
  /** The open journal. Errors: `conflict` with `journal: 'closed'` when none is open. */
  readonly database: Database;
  readonly undoLog: UndoLog;
  readonly desk: Desk;
  readonly workshop: Workshop;
  readonly settings: SettingsFile;
  readonly log: Log;
  /** Tells the page that what it asked about these topics may have changed. Commands do it by themselves. */
  announce(topics: readonly string[]): void;
}
