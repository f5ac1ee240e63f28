import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Context } from '../../main/context.ts';
import type { Database } from '../../main/database/driver.ts';
import { createJournal } from '../../main/database/open.ts';
import type { Abilities, Desk, Notice, QuickCaptureReach } from '../../main/desk.ts';
import { JournalKeeper } from '../../main/journal/keeper.ts';
import { journalPaths } from '../../main/journal/paths.ts';
import type { Log } from '../../main/log.ts';
import { SettingsFile } from '../../main/settings/settings-file.ts';
import { insertBuiltInTemplates } from '../../main/templates/repository.ts';
import type { Workshop } from '../../main/workshop/client.ts';
import type { Id } from '../../shared/id.ts';
import type { Settings } from '../../shared/settings/settings.ts';
import { addDays, type Clock, dateAt, type Instant, instantOf, localAt, type Zone } from '../../shared/time.ts';

/** A clock that stands still until it is moved. */
export class FixedClock implements Clock {
  #now: Instant;
  #zone: Zone;

  constructor(now: Instant, zone: Zone) {
    this.#now = now;
    this.#zone = zone;
  }

  now(): Instant {
    return this.#now;
  }

  zone(): Zone {
    return this.#zone;
  }

  set(now: Instant, zone: Zone = this.#zone): void {
    this.#now = now;
    this.#zone = zone;
  }

  /** Later by milliseconds (earlier, when negative). */
  advance(milliseconds: number): void {
    this.#now = new Date(Date.parse(this.#now) + milliseconds).toISOString() as Instant;
  }

  /** The same time of day, `days` later on the wall calendar. */
  advanceDays(days: number): void {
    const { time } = localAt(this.#now, this.#zone);
    this.#now = instantOf(addDays(dateAt(this.#now, this.#zone), days), time, this.#zone);
  }
}

/** Ids that count, so that what a test expects can be written down. */
export function countingIds(): <Model extends string>() => Id<Model> {
  let last = 0;
  return <Model extends string>() => {
    last += 1;
    return `01900000-0000-7000-8000-${String(last).padStart(12, '0')}` as Id<Model>;
  };
}

/** A desk that remembers what it was asked to do. */
export class FakeDesk implements Desk {
  readonly asked: { readonly what: string; readonly about: unknown }[] = [];
  readonly notifications: (Notice & { readonly onClick: () => void })[] = [];
  /** Where the next "save as" goes; null is a changed mind. */
  savePath: string | null = null;
  /** The file that is chosen next; null is a changed mind. */
  file: string | null = null;
  /** The folder that is chosen next; null is a changed mind. */
  folder: string | null = null;

  showInFolder(path: string): void {
    this.asked.push({ what: 'showInFolder', about: path });
  }

  chooseSavePath(options: { readonly name: string }): Promise<string | null> {
    this.asked.push({ what: 'chooseSavePath', about: options.name });
    return Promise.resolve(this.savePath);
  }

  chooseFile(options: { readonly title: string }): Promise<string | null> {
    this.asked.push({ what: 'chooseFile', about: options.title });
    return Promise.resolve(this.file);
  }

  chooseFolder(options: { readonly title: string }): Promise<string | null> {
    this.asked.push({ what: 'chooseFolder', about: options.title });
    return Promise.resolve(this.folder);
  }

  print(): Promise<boolean> {
    this.asked.push({ what: 'print', about: null });
    return Promise.resolve(true);
  }

  printToPdf(): Promise<Uint8Array> {
    this.asked.push({ what: 'printToPdf', about: null });
    return Promise.resolve(new TextEncoder().encode('%PDF-1.7'));
  }

  /** What the system says it can do; a test may say otherwise. */
  able: Abilities = { notifications: true, notificationActions: false, startAtLogin: false };
  /** The number on the icon of the app. */
  count = 0;

  notify(message: Notice, onClick: () => void): void {
    this.notifications.push({ ...message, onClick });
  }

  showCount(count: number): void {
    this.count = count;
  }

  abilities(): Abilities {
    return this.able;
  }

  openLink(url: string): Promise<void> {
    this.asked.push({ what: 'openLink', about: url });
    return Promise.resolve();
  }

  copyText(text: string): void {
    this.asked.push({ what: 'copyText', about: text });
  }

  writeFile(path: string, content: Uint8Array): Promise<void> {
    this.asked.push({ what: 'writeFile', about: { path, size: content.length } });
    return Promise.resolve();
  }

  /** What the small window answers: without one the page in the window serves. */
  hasQuickCapture = false;
  reach: QuickCaptureReach = { shortcut: 'off', isLimited: false, tray: 'off' };

  openQuickCapture(): boolean {
    this.asked.push({ what: 'openQuickCapture', about: null });
    return this.hasQuickCapture;
  }

  hideQuickCapture(): boolean {
    this.asked.push({ what: 'hideQuickCapture', about: null });
    return this.hasQuickCapture;
  }

  quickCaptureReach(): QuickCaptureReach {
    return this.reach;
  }

  applySettings(settings: Settings): void {
    this.asked.push({ what: 'applySettings', about: settings });
  }

  relaunch(): void {
    this.asked.push({ what: 'relaunch', about: null });
  }

  quit(): void {
    this.asked.push({ what: 'quit', about: null });
  }
}

/** Log lines that a test can read. */
export class MemoryLog implements Log {
  readonly lines: { readonly level: string; readonly event: string; readonly facts: unknown }[] = [];
  info(event: string, facts?: unknown): void {
    this.lines.push({ level: 'info', event, facts });
  }
  warn(event: string, facts?: unknown): void {
    this.lines.push({ level: 'warn', event, facts });
  }
  error(event: string, facts?: unknown): void {
    this.lines.push({ level: 'error', event, facts });
  }
}

export interface TestContextOptions {
  readonly now?: string;
  readonly zone?: string;
  /** `memory` (the default) opens a journal in memory, `file` one in the data folder, `none` leaves the first run. */
  readonly journal?: 'memory' | 'file' | 'none';
  readonly workshop?: Workshop;
  /** A folder that outlives the test, e.g. to start again on it. */
  readonly dataDir?: string;
}

export interface TestContext {
  readonly context: Context;
  readonly clock: FixedClock;
  readonly desk: FakeDesk;
  readonly log: MemoryLog;
  readonly dataDir: string;
  readonly topics: string[];
  /** Called with what is announced outside of commands. */
  onAnnounce: (topics: readonly string[]) => void;
  /** Closes the journal and removes the folder (unless it was given). */
  dispose(): void;
}

const noWorkshop: Workshop = {
  run: () => Promise.reject(new Error('This test has no workshop.')),
};

/** Everything a handler may use, with a fixed clock, counting ids, a real SQLite and a desk that only remembers. */
export function createTestContext(options: TestContextOptions = {}): TestContext {
  const clock = new FixedClock(
    (options.now ?? '2026-11-21T09:30:00.000Z') as Instant,
    (options.zone ?? 'Europe/Berlin') as Zone,
  );
  const newId = countingIds();
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'rapport-test-'));
  const desk = new FakeDesk();
  const log = new MemoryLog();
  const journal = new JournalKeeper({ paths: journalPaths(dataDir), clock, newId });
  if ((options.journal ?? 'memory') === 'memory') {
    const database = createJournal(':memory:', { id: newId<'journal'>(), kind: 'own', at: clock.now() });
    insertBuiltInTemplates(database);
    journal.adopt(database);
  } else if (options.journal === 'file') {
    journal.open('own');
    if (journal.state.state === 'first_run') journal.create('own');
  }
  const test: TestContext = {
    clock,
    desk,
    log,
    dataDir,
    topics: [],
    onAnnounce: () => undefined,
    dispose() {
      journal.close();
      if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true });
    },
    context: {
      clock,
      newId,
      journal,
      desk,
      log,
      workshop: options.workshop ?? noWorkshop,
      settings: new SettingsFile(join(dataDir, 'settings.json')),
      get database(): Database {
        return journal.database;
      },
      get undoLog() {
        return journal.undoLog;
      },
      announce(topics) {
        test.topics.push(...topics);
        test.onAnnounce(topics);
      },
    },
  };
  return test;
}
