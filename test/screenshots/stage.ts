import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
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

async function fill(server: TestServer): Promise<void> {
  const { context, clock, api } = server;
  writeSample(context.database, clock);
  // Nobody did this by hand, so there is nothing to take back.
  context.undoLog.end(null, []);
  clock.advance(-26 * 60 * 60 * 1000);
  await api.backups.now({});
  await changeSomething(api);
  clock.advance(25 * 60 * 60 * 1000);
  await api.backups.now({});
  clock.advance(60 * 60 * 1000);
  await addTwice(api);
  await binSomebody(api);
  await addMeetings(server);
}

/** Two who may be one, and differ. */
async function addTwice(api: RapportApi): Promise<void> {
  const fields = { kind: 'prospect', role: 'Head of tenant services', situation: 'Met again at the fair.' } as const;
  const contacts = [{ kind: 'email', label: '', value: 'amara.okafor@brightwater.example' }] as const;
  await api.people.create({ name: 'Amara Okafor-Reid', fields: { ...fields, contacts } });
  await api.people.create({ name: 'Mateo Duarte', fields: { kind: 'other', role: 'Photographer' } });
}

/** Somebody who waits in the bin. */
async function binSomebody(api: RapportApi): Promise<void> {
  const { id } = await api.people.create({ name: 'Viktor Lund', fields: { kind: 'other', role: 'Locksmith' } });
  await api.people.bin({ id });
}

/** A calendar of elsewhere, with two meetings today and one tomorrow. */
async function addMeetings({ api, dataDir }: TestServer): Promise<void> {
  const path = join(dataDir, 'Work.ics');
  const attendee = (name: string) => `ATTENDEE;CN=${name}:mailto:${name.toLowerCase().replace(' ', '.')}@example.com`;
  const events = [
    ['DTSTART:20261119T100000Z', 'DTEND:20261119T104500Z', 'SUMMARY:Phase two\\, dates', attendee('Amara Okafor')],
    ['DTSTART:20261119T143000Z', 'DTEND:20261119T150000Z', 'SUMMARY:Portraits', 'LOCATION:Harbour Street 12'],
    ['DTSTART:20261120T090000Z', 'DTEND:20261120T093000Z', 'SUMMARY:Coffee', attendee('Zofia Kuczyńska')],
  ];
  const lines = events.flatMap((event, index) => ['BEGIN:VEVENT', `UID:${index}`, ...event, 'END:VEVENT']);
  writeFileSync(path, ['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR'].join('\r\n'));
  await api.calendar.add({ path });
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
