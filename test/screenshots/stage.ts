import { closeJournal } from '../../main/database/open.ts';
import { writeSample } from '../../main/sample/sample.ts';
import type { RapportApi } from '../../shared/contract.ts';
import type { Bridge } from '../../shared/ipc.ts';
import { createFileServer } from '../support/backups.ts';
import type { TestServer } from '../support/server.ts';

/** A Thursday morning, always the same. */
export const NOW = '2026-11-19T08:40:00.000Z';
export const ZONE = 'Europe/London';
/** Where the pictures say that everything lies; the real folder has a new name every time. */
const SHOWN_FOLDER = '/home/robin/.config/Rapport';

/** `first-run`: no journal yet. `empty`: a new one. `filled`: one with the sample's content. `sample`: the sample itself. */
export type StageName = 'first-run' | 'empty' | 'filled' | 'sample' | 'damaged';

/** The app's main side in one of its states, with the bridge that the pictures are taken over. */
export interface Stage {
  readonly server: TestServer;
  readonly bridge: Bridge;
}

export async function setStage(name: StageName): Promise<Stage> {
  const server = createFileServer({ now: NOW, zone: ZONE, ...(name === 'first-run' ? { journal: 'none' } : {}) });
  if (name === 'filled' || name === 'damaged') await fill(server);
  if (name === 'sample') await server.api.journal.openSample({});
  if (name === 'damaged') damage(server);
  return { server, bridge: withShownFolder(server) };
}

async function fill({ context, clock, api }: TestServer): Promise<void> {
  writeSample(context.database, clock);
  // Nobody did this by hand, so there is nothing to take back.
  context.undoLog.end(null, []);
  clock.advance(-26 * 60 * 60 * 1000);
  await api.backups.now({});
  await changeSomething(api);
  clock.advance(25 * 60 * 60 * 1000);
  await api.backups.now({});
  clock.advance(60 * 60 * 1000);
}

/** So that a restore of the first backup has something to say. */
async function changeSomething(api: RapportApi): Promise<void> {
  for (const { id, name } of await api.people.list({ shelf: 'current' })) {
    if (name !== 'Mateo Duarte' && name !== 'Zofia Kuczyńska') continue;
    const { aim } = await api.people.get({ id });
    await api.people.edit({ id, fields: { aim: `${aim} Ask again in a month.` } });
  }
  const { id: personId } = await api.people.create({ name: 'Gunilla Strand', fields: { kind: 'referrer' } });
  const promise = {
    personId,
    conversationId: null,
    givenBy: 'me',
    words: 'Ring her before Åsa does',
    dueOn: null,
  } as const;
  await api.promises.create(promise);
}

/** The state in which a damaged journal leaves the app: not open, with what was found. */
function damage({ context }: TestServer): void {
  closeJournal(context.database);
  const { journal } = context;
  const problem = {
    code: 'damaged',
    path: journal.paths.own,
    findings: ['The file is damaged and cannot be read as it is.'],
  };
  Object.defineProperty(journal, 'state', { get: () => ({ state: 'problem', problem }) });
}

/** The same bridge, with another folder in every answer. */
function withShownFolder({ bridge, dataDir }: TestServer): Bridge {
  return {
    ...bridge,
    async call(method, input, task) {
      const envelope = await bridge.call(method, input, task);
      // A replacement within strings leaves the envelope what it is.
      return JSON.parse(JSON.stringify(envelope).replaceAll(dataDir, SHOWN_FOLDER)) as typeof envelope;
    },
  };
}
