import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { contract } from '../../../shared/contract.ts';
import type { ConversationInput } from '../../../shared/conversations/conversation.ts';
import { AppError } from '../../../shared/errors.ts';
import type {
  DraftId,
  FollowUpId,
  Id,
  MomentId,
  PersonId,
  PromiseId,
  QuestionId,
  TemplateId,
} from '../../../shared/id.ts';
import { valueIn } from '../../../shared/ipc.ts';
import type { Person, PersonFields } from '../../../shared/people/person.ts';
import { NO_FILTERS } from '../../../shared/people/table.ts';
import type { CalendarDate } from '../../../shared/time.ts';
import { aConversation } from '../../support/conversations.ts';
import { everyRow } from '../../support/every-row.ts';
import { createTestServer, type TestServer } from '../../support/server.ts';

let app: TestServer;
beforeEach(() => {
  app = createTestServer({ now: '2026-11-21T09:30:00.000Z' });
});
afterEach(() => app.dispose());

const day = (text: string) => text as CalendarDate;

/** Every command of the contract that can be taken back, by its full name. */
const UNDOABLE = Object.entries(contract).flatMap(([feature, methods]) =>
  Object.entries(methods).flatMap(([name, method]) =>
    method.kind === 'command' && 'label' in method.undo
      ? [{ name: `${feature}.${name}`, label: method.undo.label }]
      : [],
  ),
);

/** The server's methods by their full names, each command followed by undo and redo, which must lead there and back. */
function thereAndBack() {
  const done = new Map<string, number>();
  async function call(name: string, input: unknown): Promise<unknown> {
    const before = everyRow(app.context);
    const answer = await app.bridge.call(name, input);
    if (!answer.ok) throw new AppError(answer.code, answer.details);
    const label = UNDOABLE.find((each) => each.name === name)?.label;
    if (label === undefined) return valueIn(answer);
    const after = everyRow(app.context);
    expect(after, `${name} changes something`).not.toEqual(before);
    expect(await app.api.undo.undo({})).toMatchObject({ label });
    expect(everyRow(app.context), `${name} is taken back`).toEqual(before);
    expect(await app.api.undo.redo({})).toEqual({ label });
    expect(everyRow(app.context), `${name} is done again`).toEqual(after);
    done.set(name, (done.get(name) ?? 0) + 1);
    return valueIn(answer);
  }
  // Each answer is of the shape that its contract says.
  return {
    done,
    one: async <T extends Id<string>>(name: string, input: unknown) => ((await call(name, input)) as { id: T }).id,
    call,
  };
}

function fieldsOf(person: Person): PersonFields {
  const { name, pronunciation, kind, role, organisationId, situation, remember, aim, sensitive, howMet } = person;
  const { introducedById, cadence, cadencePausedUntil, contacts, tags, dates } = person;
  return {
    ...{ name, pronunciation, kind, role, organisationId, situation, remember, aim, sensitive, howMet },
    ...{ introducedById, cadence, cadencePausedUntil, contacts, tags, dates },
  };
}

test('every act of every kind is taken back to the last row, and done again', async () => {
  const { done, one, call } = thereAndBack();
  const monthly = { count: 1, unit: 'month' };

  const work = await one('organisations.create', { name: 'Hafen' });
  const other = await one('organisations.create', { name: 'Hafen Nord' });
  await call('organisations.edit', { id: work, fields: { about: 'Boats' } });
  const ada = await one<PersonId>('people.create', { name: 'Ada', fields: { tags: ['boats'], organisationId: other } });
  const lee = await one<PersonId>('people.create', { name: 'Lee', fields: { tags: ['fair'] } });
  const ben = await one<PersonId>('people.create', { name: 'Ben' });
  await call('people.edit', {
    id: ada,
    fields: { situation: 'Moving', dates: [{ label: 'Birthday', month: 2, day: 29, year: null }] },
  });
  await call('organisations.merge', { id: work, otherId: other });
  await call('organisations.bin', { id: work });
  await call('organisations.restore', { id: work });

  await call('people.archive', { id: ada });
  await call('people.unarchive', { id: ada });
  await call('people.bin', { id: ada });
  await call('people.restore', { id: ada });
  const ids = [ada, lee];
  await call('people.tagMany', { ids, tag: 'spring' });
  await call('people.untagMany', { ids, tag: 'spring' });
  await call('people.setKindOfMany', { ids, kind: 'client' });
  await call('people.setCadenceOfMany', { ids, cadence: monthly });
  await call('people.archiveMany', { ids });
  await call('people.unarchiveMany', { ids });
  await call('people.binMany', { ids });
  for (const id of ids) await call('people.restore', { id });
  const shown = { columns: [], sort: { column: 'name', direction: 'up' }, filters: NO_FILTERS };
  const view = await one('people.saveView', { name: 'All', ...shown });
  await call('people.updateView', { id: view, ...shown, columns: ['kind'] });
  await call('people.renameView', { id: view, name: 'Everybody' });
  const second = await one('people.saveView', { name: 'Others', ...shown });
  await call('people.orderViews', { ids: [second, view] });
  await call('people.removeView', { id: view });
  await call('cadence.setForKind', { kind: 'client', cadence: monthly });
  await call('cadence.notNow', { id: ada });

  const relation = await one('relations.create', {
    personId: ada,
    otherId: lee,
    role: 'works_with',
    words: '',
    note: '',
  });
  await call('relations.edit', { id: relation, personId: ada, role: 'manages', words: '', note: 'Since May' });
  await call('relations.bin', { id: relation });
  await call('relations.restore', { id: relation });

  const moments = [{ id: null, about: 'Price', seenOrHeard: 'Paused', mayMean: 'Too much', observations: [] }];
  const conversation: ConversationInput = aConversation({
    personIds: [ada],
    notes: 'First text',
    moments,
    tags: ['boats'],
  });
  const draft = { conversationId: null, personId: ada, beginning: 'First', body: '{}' };
  const draftId = await one<DraftId>('drafts.keep', { id: null, ...draft });
  const saved = (await call('conversations.save', { conversation, draftId })) as {
    id: string;
    moments: readonly MomentId[];
  };
  const { id: talk } = saved;
  app.clock.advance(3_600_000);
  const changed = {
    ...conversation,
    id: talk,
    notes: 'Second text',
    moments: [{ ...moments[0], id: saved.moments[0] }],
  };
  await call('conversations.save', { conversation: changed, draftId: null });
  const [version] = (await call('conversations.versions', { id: talk })) as readonly { readonly position: number }[];
  await call('conversations.restoreVersion', { id: talk, position: version?.position });
  await call('conversations.bin', { id: talk });
  await call('conversations.restore', { id: talk });
  app.clock.advanceDays(40);
  await call('observations.answer', { momentId: saved.moments[0], answer: 'yes' });
  await call('tags.rename', { name: 'boats', to: 'ships' });
  await call('tags.rename', { name: 'ships', to: 'fair' });
  await call('tags.remove', { name: 'fair' });

  const unfinished = await one<DraftId>('drafts.keep', { id: null, ...draft });
  await call('drafts.discard', { id: unfinished });
  await call('drafts.restore', { id: unfinished });

  const words = { personId: ada, words: 'Send the offer' };
  const promise = await one<PromiseId>('promises.create', {
    ...words,
    conversationId: null,
    givenBy: 'me',
    dueOn: day('2026-12-01'),
  });
  await call('promises.edit', { id: promise, dueOn: day('2026-12-24') });
  await call('promises.keep', { id: promise });
  await call('promises.reopen', { id: promise });
  await call('promises.letGo', { id: promise });
  await call('promises.bin', { id: promise });
  await call('promises.restore', { id: promise });

  const followUp = { ...words, dueOn: day('2027-01-04'), dueTime: null, recurrence: null };
  const recurrence = { after: 'done', unit: 'week', every: 1, until: null, times: null };
  const once = await one<FollowUpId>('followUps.create', followUp);
  await call('followUps.edit', { id: once, fields: { ...followUp, words: 'Call' } });
  await call('followUps.snooze', { id: once, until: day('2027-02-01'), time: null });
  await call('followUps.done', { id: once, note: 'Sent' });
  await call('followUps.reopen', { id: once });
  await call('followUps.bin', { id: once });
  await call('followUps.restore', { id: once });
  const series = await one<FollowUpId>('followUps.create', { ...followUp, recurrence });
  await call('followUps.pause', { id: series });
  await call('followUps.resume', { id: series });
  await call('followUps.skip', { id: series, missed: false });
  await call('followUps.done', { id: series });
  await call('followUps.snoozeAll', { ids: [once, series], until: day('2027-03-01') });
  await call('followUps.doneAll', { ids: [once] });
  await call('followUps.binAll', { ids: [series] });

  const question = await one<QuestionId>('questions.add', { personId: ada, words: 'Who decides?' });
  await call('questions.markAsked', {
    questions: [{ id: question, personId: ada, conversationId: null, words: 'Who decides?' }],
  });
  await call('questions.reopen', { id: question });
  await call('questions.bin', { id: question });
  await call('questions.restore', { id: question });

  const first = await one('search.save', { name: 'Boats', text: 'boats' });
  await one('search.save', { name: 'Offers', text: 'offer' });
  await call('search.rename', { id: first, name: 'Ships' });
  await call('search.move', { id: first, to: 1 });
  await call('search.remove', { id: first });

  const fields = { name: 'Own', notes: '## Aim', opens: 'tone', channel: null, minutes: null, followUp: '' };
  const template = await one<TemplateId>('templates.save', { id: null, ...fields });
  await call('templates.order', { ids: [template] });
  await call('templates.remove', { id: template });
  const [built] = await app.api.templates.list({});
  await call('templates.remove', { id: built?.id });
  await call('templates.bringBack', {});
  await call('words.add', { word: 'Hafenbau' });
  await call('words.remove', { word: 'Hafenbau' });

  await call('duplicates.keepApart', { id: lee, otherId: ben });
  await call('duplicates.merge', { id: ada, otherId: lee, fields: fieldsOf(await app.api.people.get({ id: ada })) });

  expect(UNDOABLE.map(({ name }) => name).filter((name) => !done.has(name))).toEqual([]);
});

describe('a way back that is offered for one act', () => {
  async function keptAndEdited() {
    const { id } = await app.api.people.create({ name: 'Ada' });
    const { step } = await app.api.undo.state({});
    await app.api.people.edit({ id, fields: { role: 'Smith' } });
    return { id, step: step ?? undefined };
  }

  test('takes nothing else back when something was done since', async () => {
    const { id, step } = await keptAndEdited();
    await expect(app.api.undo.undo({ step })).rejects.toMatchObject({ code: 'conflict' });
    expect(await app.api.people.get({ id })).toMatchObject({ name: 'Ada', role: 'Smith' });
  });

  test('holds again when that was taken back, also after redo', async () => {
    const { step } = await keptAndEdited();
    await app.api.undo.undo({});
    expect(await app.api.undo.state({})).toEqual({ undo: 'new person', redo: 'edit person', step });
    await app.api.undo.undo({});
    await app.api.undo.redo({});
    expect(await app.api.undo.undo({ step })).toEqual({ label: 'new person', step });
    expect(await app.api.people.list({ shelf: 'current' })).toEqual([]);
  });

  test('is no more when there is nothing to take back', async () => {
    await expect(app.api.undo.undo({ step: 1 })).rejects.toMatchObject({ code: 'conflict' });
    expect(await app.api.undo.undo({})).toMatchObject({ label: null });
  });
});
