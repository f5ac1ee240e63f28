import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AT_MOST_EVERY_MS, type AutomaticBackups, createAutomaticBackups } from '../../../main/backups/automatic.ts';
import { withoutThinning } from '../../../main/backups/hold.ts';
import { readManifest, writeManifest } from '../../../main/backups/manifest.ts';
import { pinBackup } from '../../../main/backups/pin.ts';
import { mirror } from '../../../main/backups/second-place.ts';
import { createTicker } from '../../../main/follow-ups/ticker.ts';
import { createFileServer, fillJournal, realWorkshop } from '../../support/backups.ts';
import type { TestServer } from '../../support/server.ts';

const MINUTE = 60_000;
const idle = { signal: new AbortController().signal, report: () => undefined };

let app: TestServer;
let automatic: AutomaticBackups;

/** Backups by themselves over a server, told of what it announces as they are in the app. */
function automaticOf(server: TestServer): AutomaticBackups {
  const backups = createAutomaticBackups(server.context);
  server.bridge.onChanged((event) => {
    if (event.kind === 'changed') backups.changed(event.topics);
  });
  return backups;
}

beforeEach(() => {
  app = createFileServer();
  automatic = automaticOf(app);
});
afterEach(() => app.dispose());

const folder = (): string => join(app.dataDir, 'Backups');
const kept = (in_ = folder()): readonly string[] => readdirSync(in_).filter((name) => name.endsWith('.rapport'));
const reasons = (): readonly string[] => readManifest(folder()).map(({ reason }) => reason);

describe('a backup by itself', () => {
  it('is made when something was written, and not again before half an hour is over', async () => {
    await automatic.look();
    expect(existsSync(folder())).toBe(false);
    await app.api.people.create({ name: 'Mara Lindgren' });
    await automatic.look();
    expect(reasons()).toEqual(['automatic']);
    await app.api.people.create({ name: 'Jonas Weber' });
    app.clock.advance(AT_MOST_EVERY_MS - MINUTE);
    await automatic.look();
    expect(reasons()).toHaveLength(1);
    app.clock.advance(MINUTE);
    await automatic.look();
    expect(reasons()).toHaveLength(2);
    app.clock.advance(AT_MOST_EVERY_MS);
    await automatic.look();
    expect(reasons()).toHaveLength(2);
    await app.api.undo.undo({});
    await automatic.look();
    expect(reasons()).toHaveLength(3);
  });

  it('is not made for what the app notes for itself, such as that it is running', async () => {
    createTicker(app.context, () => undefined).check();
    app.clock.advance(AT_MOST_EVERY_MS);
    createTicker(app.context, () => undefined).check();
    await app.api.settings.change({ theme: 'dark' });
    await automatic.look();
    expect(existsSync(folder())).toBe(false);
  });

  it('comes at once when the clock was put back, instead of waiting for the time to come again', async () => {
    await app.api.people.create({ name: 'Mara Lindgren' });
    await automatic.look();
    await app.api.people.create({ name: 'Jonas Weber' });
    app.clock.advance(-400 * 24 * 60 * MINUTE);
    await automatic.look();
    expect(reasons()).toHaveLength(2);
  });

  it('is made up for after the next start when the app ended before it', async () => {
    await app.api.people.create({ name: 'Mara Lindgren' });
    app.context.journal.close();
    const again = createFileServer({ dataDir: app.dataDir });
    await automaticOf(again).look();
    expect(reasons()).toEqual(['automatic']);
    await automaticOf(again).look();
    expect(reasons()).toHaveLength(1);
    again.dispose();
  });

  it('says that it failed, tries again half an hour later, and says no more once one was made', async () => {
    await app.api.people.create({ name: 'Mara Lindgren' });
    writeFileSync(folder(), 'a file where the folder should be');
    await automatic.look();
    expect((await app.api.backups.state({})).failure).toEqual({ at: app.clock.now(), full: false });
    rmSync(folder());
    await automatic.look();
    expect(existsSync(folder())).toBe(false);
    app.clock.advance(AT_MOST_EVERY_MS);
    await automatic.look();
    expect(reasons()).toEqual(['automatic']);
    expect((await app.api.backups.state({})).failure).toBeNull();
  });

  it('is not made of the sample', async () => {
    await app.api.journal.openSample({});
    await app.api.people.create({ name: 'Mara Lindgren' });
    await automatic.look();
    expect(existsSync(folder())).toBe(false);
  });
});

describe('the backup before the window closes', () => {
  it('is made when something was written since the last one, without waiting for the half hour', async () => {
    await app.api.people.create({ name: 'Mara Lindgren' });
    await automatic.look();
    await automatic.beforeClosing();
    expect(reasons()).toHaveLength(1);
    await app.api.people.create({ name: 'Jonas Weber' });
    const closing = automatic.beforeClosing();
    expect((await app.api.backups.state({})).isClosing).toBe(true);
    await closing;
    expect(reasons()).toHaveLength(2);
    expect((await app.api.backups.state({})).isClosing).toBe(false);
  });

  it('can be skipped, leaves nothing behind, and is made after the next start', async () => {
    app.dispose();
    app = createFileServer({ workshop: realWorkshop() });
    automatic = automaticOf(app);
    await app.api.people.create({ name: 'Mara Lindgren' });
    const closing = automatic.beforeClosing();
    await app.api.backups.skipClosing({});
    await closing;
    expect(readdirSync(folder())).toEqual([]);
    app.context.journal.close();
    const again = createFileServer({ dataDir: app.dataDir });
    await automaticOf(again).look();
    expect(reasons()).toEqual(['automatic']);
    again.dispose();
  });
});

describe('a pinned backup', () => {
  it('is made before what cannot be undone, after one that is under way', async () => {
    const [asked, pinned] = await Promise.all([app.api.backups.now({}), pinBackup(app.context, 'before_erase', idle)]);
    expect([asked.reason, pinned?.reason]).toEqual(['asked', 'before_erase']);
    await app.api.journal.openSample({});
    expect(await pinBackup(app.context, 'before_erase', idle)).toBeNull();
  });
});

describe('thinning', () => {
  /** Twelve backups of the same day, three days before the next one. */
  async function fillFolder(): Promise<void> {
    const { name, sequence: first } = await app.api.backups.now({});
    const entries = readManifest(folder());
    const made = entries.find((entry) => entry.name === name);
    if (made === undefined) throw new Error('It was noted.');
    const more = Array.from({ length: 11 }, (_, index) => {
      const sequence = first + 1 + index;
      const copy = name.replace(`#${String(first).padStart(4, '0')}`, `#${String(sequence).padStart(4, '0')}`);
      copyFileSync(join(folder(), name), join(folder(), copy));
      return { ...made, name: copy, sequence };
    });
    writeManifest(folder(), [...entries, ...more]);
    app.clock.advanceDays(3);
  }

  it('leaves the last of an earlier day and what is pinned, after a backup was made', async () => {
    await pinBackup(app.context, 'before_import', idle);
    await fillFolder();
    await app.api.backups.now({});
    expect(readManifest(folder()).map(({ sequence }) => sequence)).toEqual([14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 1]);
    expect(kept()).toHaveLength(11);
  });

  it('waits while a restore is under way', async () => {
    await fillFolder();
    await withoutThinning(app.context, () => app.api.backups.now({}));
    expect(kept()).toHaveLength(13);
  });
});

describe('the second place', () => {
  let stick: string;
  beforeEach(async () => {
    stick = join(app.dataDir, 'stick');
    mkdirSync(stick);
    app.desk.folder = stick;
    await fillJournal(app);
  });

  const place = (): string => join(stick, readdirSync(stick)[0] ?? '');

  async function copied(): Promise<void> {
    await mirror(app.context);
    await vi.waitFor(async () => expect((await app.api.backups.state({})).secondPlace?.isCopying).toBe(false), {
      timeout: 60_000,
    });
  }

  it('gets every verified backup, and proves it there', async () => {
    const before = await app.api.backups.now({});
    expect(await app.api.backups.chooseSecondPlace({})).toBe(true);
    const after = await app.api.backups.now({});
    await copied();
    expect([...kept(place())].sort()).toEqual([before.name, after.name]);
    expect(readManifest(place()).every(({ verifiedAt }) => verifiedAt !== null)).toBe(true);
    expect((await app.api.backups.state({})).secondPlace).toEqual({
      folder: place(),
      isThere: true,
      lastAt: after.madeAt,
      waiting: 0,
      isCopying: false,
      problem: null,
    });
  });

  it('may be away, which is no failure, and catches up when it is back', async () => {
    await app.api.backups.chooseSecondPlace({});
    await copied();
    const away = join(app.dataDir, 'away');
    renameSync(stick, away);
    const { name } = await app.api.backups.now({});
    await copied();
    expect((await app.api.backups.state({})).secondPlace).toMatchObject({ isThere: false, waiting: 1, problem: null });
    // What is away is not made anew on the disk that is there.
    expect(existsSync(stick)).toBe(false);
    renameSync(away, stick);
    await automatic.look();
    expect(kept(place())).toContain(name);
    expect((await app.api.backups.state({})).secondPlace).toMatchObject({ isThere: true, waiting: 0 });
  });

  it('is never given a backup that has rotted; that one is set apart', async () => {
    const { name } = await app.api.backups.now({});
    writeFileSync(join(folder(), name), 'rubbish');
    await app.api.backups.chooseSecondPlace({});
    await copied();
    expect(kept(place())).toEqual([]);
    expect(await app.api.backups.damaged({})).toMatchObject([{ name, problem: 'It is not a journal of Rapport.' }]);
  });

  it('is checked again with all backups; a rotten copy is set apart there, does not count and is copied anew', async () => {
    const first = await app.api.backups.now({});
    await app.api.backups.chooseSecondPlace({});
    const second = await app.api.backups.now({});
    await copied();
    writeFileSync(join(place(), second.name), 'rubbish');
    expect(await app.api.backups.verifyAll({})).toEqual({ checked: 2, copies: 2, damaged: 1 });
    await copied();
    const apart = join(place(), 'Damaged');
    expect(await app.api.backups.damaged({})).toMatchObject([{ name: second.name, folder: apart }]);
    expect(kept(apart)).toEqual([second.name]);
    expect([...kept(place())].sort()).toEqual([first.name, second.name]);
    expect((await app.api.backups.state({})).secondPlace).toMatchObject({ lastAt: second.madeAt, waiting: 0 });
  });

  it('is no part of checking while it is away', async () => {
    await app.api.backups.now({});
    await app.api.backups.chooseSecondPlace({});
    await copied();
    renameSync(stick, join(app.dataDir, 'away'));
    expect(await app.api.backups.verifyAll({})).toEqual({ checked: 1, copies: 0, damaged: 0 });
    expect(await app.api.backups.damaged({})).toEqual([]);
  });

  it('must not be the backups folder itself', async () => {
    await app.api.backups.now({});
    app.desk.folder = folder();
    await expect(app.api.backups.chooseSecondPlace({})).rejects.toMatchObject({ code: 'rule_violated' });
    expect((await app.api.backups.state({})).secondPlace).toBeNull();
  });

  it('is asked for once the journal is seven days old, until that is dismissed', async () => {
    const asks = async (): Promise<boolean> => (await app.api.backups.state({})).asksForSecondPlace;
    app.clock.advanceDays(6);
    expect(await asks()).toBe(false);
    app.clock.advanceDays(1);
    expect(await asks()).toBe(true);
    await app.api.backups.dismissSecondPlace({});
    expect(await asks()).toBe(false);
  });
});

describe('verifying', () => {
  it('checks every backup, and sets a rotten one apart, where it is named and does not count', async () => {
    await fillJournal(app);
    const good = await app.api.backups.now({});
    const bad = await app.api.backups.now({});
    writeFileSync(join(folder(), bad.name), 'rubbish');
    expect(await app.api.backups.verifyAll({})).toEqual({ checked: 2, copies: 0, damaged: 1 });
    expect(await app.api.backups.list({})).toMatchObject([{ name: good.name, problem: null }]);
    expect(await app.api.backups.damaged({})).toMatchObject([
      { name: bad.name, folder: join(folder(), 'Damaged'), problem: 'It is not a journal of Rapport.' },
    ]);
    expect(existsSync(join(folder(), 'Damaged', bad.name))).toBe(true);
    expect((await app.api.backups.state({})).lastVerifiedAt).toBe(good.madeAt);
  });

  it('restores the newest backup for trial once a week, and tells when', async () => {
    await fillJournal(app);
    await automatic.look();
    for (let looks = 0; looks < 10; looks += 1) await automatic.look();
    const first = app.clock.now();
    expect((await app.api.backups.state({})).triedAt).toBe(first);
    app.clock.advanceDays(6);
    await automatic.look();
    expect((await app.api.backups.state({})).triedAt).toBe(first);
    app.clock.advanceDays(1);
    await automatic.look();
    expect((await app.api.backups.state({})).triedAt).toBe(app.clock.now());
    expect(readdirSync(join(app.dataDir, 'Quarantine'))).toEqual([]);
  });

  it('sets a backup apart that cannot be restored for trial', async () => {
    await fillJournal(app);
    await automatic.look();
    const [entry] = readManifest(folder());
    if (entry === undefined) throw new Error('There is a backup.');
    writeFileSync(join(folder(), entry.name), 'rubbish');
    writeManifest(folder(), [entry]);
    for (let looks = 0; looks < 10; looks += 1) await automatic.look();
    expect((await app.api.backups.state({})).triedAt).toBeNull();
    expect(await app.api.backups.damaged({})).toHaveLength(1);
  });
});
