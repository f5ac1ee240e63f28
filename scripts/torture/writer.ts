import { writeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { Random } from '../../main/sample/random.ts';
import { NOTHING_NOTICED } from '../../shared/conversations/conversation.ts';
import { AppError } from '../../shared/errors.ts';
import type { ConversationId, DraftId, PersonId } from '../../shared/id.ts';
import { type CalendarDate, systemClock } from '../../shared/time.ts';
import { type App, startApp } from './app.ts';
import { type Row, withVersion } from './ledger.ts';

// A process that writes until it is killed: `writer.ts DATA_FOLDER SEED WORK`. It starts when it is told so by a line,
// and says each thing on standard output after it was answered: what was said before the end has to be there after it.

/** What is under way beside the writing. */
export type Work = 'writing' | 'backup' | 'restore' | 'faults';

/** One line of the writer. */
export type Said =
  | { readonly said: 'row'; readonly row: Row }
  | { readonly said: 'backup begun' | 'restore begun' | 'started anew' | 'ready' }
  | { readonly said: 'backup made'; readonly name: string }
  /** Known only in the present, so that it tells a restored journal from the one before. */
  | { readonly said: 'marker'; readonly id: string }
  | { readonly said: 'refused'; readonly code: string };

// Whoever is killed cannot keep it at the end.
flushCompileCache();

function say(said: Said): void {
  // At once: what waits in a stream dies with the process.
  writeSync(1, `${JSON.stringify(said)}\n`);
}

const NOTE = 'The budget is decided in March, and the offer has to be on the table by then. ';

/** Writes as a user does, through the contract, and says what was answered. */
class Writer {
  readonly #app: App;
  readonly #random: Random;
  readonly #people: PersonId[] = [];
  readonly #conversations: { readonly id: ConversationId; version: number }[] = [];
  #draft: { id: DraftId; version: number } | null = null;

  constructor(app: App, random: Random) {
    this.#app = app;
    this.#random = random;
  }

  async write(): Promise<void> {
    const dice = this.#people.length < 2 ? 0 : this.#random.below(100);
    if (dice < 5) await this.person('Mara');
    else if (dice < 55) await this.#keepDraft();
    else if (dice < 70) await this.#saveDraft();
    else if (dice < 90) await this.#saveConversation();
    else await this.#undo();
  }

  async person(name: string): Promise<PersonId> {
    const { id } = await this.#app.api.people.create({ name: withVersion(name, 1) });
    say({ said: 'row', row: { table: 'person', id, version: 1 } });
    this.#people.push(id);
    return id;
  }

  async #keepDraft(): Promise<void> {
    const version = (this.#draft?.version ?? 0) + 1;
    const { id } = await this.#app.api.drafts.keep({
      id: this.#draft?.id ?? null,
      conversationId: null,
      personId: this.#people[0] ?? null,
      beginning: withVersion('Draft', version),
      body: JSON.stringify({ notes: NOTE.repeat(1 + (version % 60)) }),
    });
    say({ said: 'row', row: { table: 'draft', id, version } });
    this.#draft = { id, version };
  }

  async #saveDraft(): Promise<void> {
    await this.#save(null, this.#draft?.id ?? null);
    this.#draft = null;
  }

  async #saveConversation(): Promise<void> {
    const isNew = this.#conversations.length === 0 || this.#random.chance(40);
    await this.#save(isNew ? null : this.#random.pick(this.#conversations), null);
  }

  async #save(known: { readonly id: ConversationId; version: number } | null, draftId: DraftId | null): Promise<void> {
    const version = (known?.version ?? 0) + 1;
    const personId = this.#random.pick(this.#people);
    const saved = await this.#app.api.conversations.save({
      draftId,
      conversation: {
        id: known?.id ?? null,
        personIds: [personId],
        title: withVersion('Talk', version),
        notes: NOTE.repeat(this.#random.between(1, 80)),
        wouldHelp: '',
        on: `2026-${this.#two(12)}-${this.#two(28)}` as CalendarDate,
        at: null,
        zone: systemClock.zone(),
        minutes: 30,
        channel: 'phone',
        tags: ['budget'],
        listening: NOTHING_NOTICED,
        circumstances: [],
        moments: [],
        promises: [{ id: null, personId, givenBy: 'me', words: withVersion('Send the offer', 1), dueOn: null }],
        followUp: known === null ? followUp : null,
      },
    });
    if (known === null) this.#conversations.push({ id: saved.id, version });
    else known.version = version;
    say({ said: 'row', row: { table: 'conversation', id: saved.id, version } });
    for (const id of saved.promises) say({ said: 'row', row: { table: 'promise', id, version: 1 } });
    if (saved.followUpId !== null) say({ said: 'row', row: { table: 'follow_up', id: saved.followUpId, version: 1 } });
  }

  /** Moves a conversation to the bin and takes it back, which rewrites many rows and says nothing new. */
  async #undo(): Promise<void> {
    const found = this.#conversations.at(-1);
    if (found === undefined) return;
    await this.#app.api.conversations.bin({ id: found.id });
    await this.#app.api.undo.undo({});
  }

  #two(most: number): string {
    return String(this.#random.between(1, most)).padStart(2, '0');
  }
}

const followUp = {
  id: null,
  words: withVersion('next week', 1),
  dueOn: '2026-12-28' as CalendarDate,
  dueTime: null,
};

/** Writes, with a clean end and a new start now and then. */
async function writeOn(dataDir: string, random: Random, app: App): Promise<never> {
  for (;;) {
    const writer = new Writer(app, random);
    for (let count = random.between(20, 120); count > 0; count -= 1) {
      await writer.write();
      await soon();
    }
    app.close();
    app = startApp(dataDir);
  }
}

/** Writes although the disk fails now and then, and says so each time. The same open journal goes on. */
async function writeInSpite(dataDir: string, random: Random): Promise<never> {
  let app = startApp(dataDir);
  while (app.context.journal.state.state !== 'open') {
    say({ said: 'refused', code: 'storage_failed' });
    app = startApp(dataDir);
  }
  const writer = new Writer(app, random);
  for (;;) {
    try {
      await writer.write();
    } catch (error) {
      say({ said: 'refused', code: error instanceof AppError ? error.code : 'unexpected' });
    }
    await soon();
  }
}

async function backUp(app: App): Promise<string> {
  say({ said: 'backup begun' });
  const { name } = await app.api.backups.now({});
  say({ said: 'backup made', name });
  return name;
}

async function run(dataDir: string, seed: number, work: Work): Promise<void> {
  const random = new Random(seed);
  if (work === 'faults') await writeInSpite(dataDir, random);
  let app = startApp(dataDir);
  if (work === 'restore') {
    const name = await backUp(app);
    say({ said: 'marker', id: await new Writer(app, random).person('Only in the present') });
    say({ said: 'restore begun' });
    await app.api.backups.restore({ name });
    if (!app.wantsRelaunch) throw new Error('A restore asks for a new start.');
    app.close();
    app = startApp(dataDir);
    say({ said: 'started anew' });
  } else if (work === 'backup') {
    void (async () => {
      for (;;) await backUp(app);
    })();
  }
  // A backup is of one open journal, so a clean end in between would only cancel it.
  if (work === 'backup') {
    const writer = new Writer(app, random);
    for (;;) {
      await writer.write();
      await soon();
    }
  }
  await writeOn(dataDir, random, app);
}

/** Lets the other work have its turn. */
function soon(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

const [, , dataDir = '', seed = '0', work = 'writing'] = process.argv;
say({ said: 'ready' });
process.stdin.once('data', () => {
  // Named by whoever starts it.
  void run(dataDir, Number(seed), work as Work);
});
