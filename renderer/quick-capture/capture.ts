import { useMemo } from 'react';
import { type CaptureChip, type ChosenMeaning, readCaptureLine } from '../../shared/conversations/capture-line.ts';
import { findPeopleIn } from '../../shared/conversations/capture-people.ts';
import {
  type CaptureSurroundings,
  changeCapture,
  newNames,
  readCaptured,
  withBound,
  withMeaning,
  withText,
} from '../../shared/drafts/capture-rules.ts';
import { type Captured, type DraftContent, readDraft } from '../../shared/drafts/draft-content.ts';
import type { PersonId } from '../../shared/id.ts';
import type { PersonSummary } from '../../shared/people/person.ts';
import { api } from '../api.ts';
import { beginConversation, loadDraft, startNow } from '../conversations/use-session.ts';
import type { DraftSession } from '../drafts/draft-store.ts';
import { isDayFirst, now } from '../format.ts';
import { usePeople } from '../people/queries.ts';
import { toastDone } from '../report.ts';

const NOBODY: readonly PersonSummary[] = [];
/** The draft wanted is among the last ones, or it is none that anybody waits for. */
const LOOKED_AT = 5;

/** The people a line may name, the ones spoken with last first. */
export function useSurroundings(): CaptureSurroundings & { readonly people: readonly PersonSummary[] } {
  const { value = NOBODY } = usePeople({ shelf: 'current' });
  return useMemo(
    () => ({
      people: value.toSorted((a, b) => (b.lastSpokenOn ?? '').localeCompare(a.lastSpokenOn ?? '')),
      dayFirst: isDayFirst(),
    }),
    [value],
  );
}

/** The quick capture that was not finished, if there is one. */
export async function findCapture(): Promise<DraftSession | null> {
  const drafts = await api.drafts.list({}).catch(() => []);
  for (const { id, conversationId } of drafts.slice(0, LOOKED_AT)) {
    if (conversationId !== null) continue;
    const draft = await api.drafts.get({ id }).catch(() => null);
    if (draft !== null && readDraft(draft.body, startNow()).capture !== undefined) return loadDraft(id);
  }
  return null;
}

/** A new quick capture with the person filled in for whom it was opened; null when it was for nobody. */
export async function beginAboutWaiting(): Promise<DraftSession | null> {
  const personId = await api.quickCapture.takePerson({}).catch(() => null);
  const person = personId === null ? null : await api.people.get({ id: personId }).catch(() => null);
  if (person === null) return null;
  const session = beginConversation([person.id]);
  const { name, at } = spoken(person);
  const { date: on, time } = now();
  const captured = { line: `${at} `, on, at: time, plain: [], bound: [{ name, id: person.id }] };
  // As long as nothing is typed, it is no text of anybody's.
  session.amend((content) => changeCapture(content, captured, content.channel, { people: [], dayFirst: isDayFirst() }));
  return session;
}

/** A name as the line reads it whole: in quotation marks, where it is more than a few words of letters. */
export function spoken({ id, name }: { readonly id: PersonId; readonly name: string }): {
  readonly name: string;
  readonly at: string;
} {
  const [found] = findPeopleIn(`@${name} `, [], [{ name, id }]);
  if (found?.value.id === id && found.to === name.length + 1) return { name, at: `@${name}` };
  const unquoted = name.replace(/["“”]/gu, '').trim();
  return { name: unquoted, at: `@"${unquoted}"` };
}

/** The first line that is read makes the patterns it is read with, which takes longer than a key may. */
export function warmUp(): void {
  const { date, time, zone } = now();
  const reading = { today: date, now: time, zone, dayFirst: isDayFirst(), people: [], bound: [], plain: [] };
  readCaptureLine('@a b 25m yesterday 3pm next Tue 10:00, every 2 weeks', reading);
}

/** What is written now becomes a moment of now, when nothing was written yet. */
export function moveToNow({ store, amend }: DraftSession): void {
  if (store.getState().keeping !== 'untouched') return;
  const { on, at, zone } = startNow();
  const { date, time } = now();
  amend((content) => ({
    ...content,
    on,
    at,
    zone,
    // Somebody may be filled in already.
    capture: content.capture === undefined ? undefined : { ...content.capture, on: date, at: time },
  }));
}

function capturedOf({ capture }: DraftContent): Captured {
  if (capture !== undefined && capture.line !== '') return capture;
  const { date, time } = now();
  return { line: '', on: date, at: time, plain: [], bound: [] };
}

let usualChannel: DraftContent['channel'] = 'video';

/** Changes the line, and with it what it says. */
export function changeLine(
  session: DraftSession,
  surroundings: CaptureSurroundings,
  update: (captured: Captured) => Captured,
): void {
  session.change((content) => {
    const captured = capturedOf(content);
    const chips = readCaptured(captured, content.zone, surroundings).chips;
    // Without a word for it in the line, the channel is what was chosen or used last.
    if (!chips.some(({ meaning }) => meaning.kind === 'channel')) usualChannel = content.channel;
    return changeCapture({ ...content, capture: captured }, update(captured), usualChannel, surroundings);
  });
}

/** Who is meant is known only now, or otherwise than when the line was typed. */
export function readAgain(session: DraftSession, before: CaptureSurroundings, after: CaptureSurroundings): void {
  session.change((content) => {
    const { capture } = content;
    if (capture === undefined) return content;
    const changed = changeCapture(content, capture, usualChannel, after, before);
    return changed.personIds === content.personIds && changed.title === content.title ? content : changed;
  });
}

/** The piece becomes text again. */
export function takeAsText(session: DraftSession, surroundings: CaptureSurroundings, chip: CaptureChip): void {
  changeLine(session, surroundings, (captured) => withText(captured, chip));
}

/** The piece means this from now on. */
export function takeAs(
  session: DraftSession,
  surroundings: CaptureSurroundings,
  chip: CaptureChip,
  meaning: ChosenMeaning['meaning'],
): void {
  changeLine(session, surroundings, (captured) => withMeaning(captured, chip, meaning));
}

/** The piece names this person, and says so. */
export function takeAsPerson(
  session: DraftSession,
  surroundings: CaptureSurroundings,
  { from, to }: Pick<CaptureChip, 'from' | 'to'>,
  person: { readonly id: PersonId; readonly name: string },
): void {
  const { name, at } = spoken(person);
  changeLine(session, surroundings, (captured) => ({
    ...withBound(captured, { name, id: person.id }),
    line: `${captured.line.slice(0, from)}${at}${captured.line.slice(to)}`,
  }));
}

/** The piece names somebody new, who is made and may be a namesake of somebody who is here. */
export async function takeAsNew(
  session: DraftSession,
  surroundings: CaptureSurroundings,
  chip: CaptureChip,
  name: string,
): Promise<void> {
  const { id } = await api.people.create({ name });
  const line = session.store.getState().content.capture?.line ?? '';
  // Typed on meanwhile, the line keeps what was typed; who is meant is known all the same.
  const isThere = line.startsWith(chip.text, chip.from);
  if (isThere) takeAsPerson(session, surroundings, chip, { id, name });
  else bindName(session, surroundings, { name, id });
  toastDone(`New person: ${name}`);
}

/** A name in the line is this person's from now on. */
export function bindName(
  session: DraftSession,
  surroundings: CaptureSurroundings,
  bound: { readonly name: string; readonly id: PersonId },
): void {
  changeLine(session, surroundings, (captured) => withBound(captured, bound));
}

const underWay = new Map<string, Promise<void>>();

/** A name whose person is in the journal no more, because making them was undone, is nobody's again. */
async function releaseGone(session: DraftSession, surroundings: CaptureSurroundings): Promise<void> {
  const bound = session.store.getState().content.capture?.bound ?? [];
  if (bound.length === 0) return;
  const known = await api.people.names({ ids: bound.map(({ id }) => id) });
  const gone = bound.filter(({ id }) => !known.some((person) => person.id === id));
  if (gone.length === 0) return;
  changeLine(session, surroundings, (captured) => ({
    ...captured,
    bound: captured.bound.filter(({ id }) => !gone.some((each) => each.id === id)),
  }));
}

/** Makes the people in the line who are new. */
export async function makeNewPeople(session: DraftSession, surroundings: CaptureSurroundings): Promise<void> {
  await releaseGone(session, surroundings);
  const { content } = session.store.getState();
  if (content.capture === undefined) return;
  await Promise.all(newNames(content.capture, content.zone, surroundings).map(make));

  function make(name: string): Promise<void> {
    const begun = underWay.get(name);
    if (begun !== undefined) return begun;
    const work = makePerson(name).finally(() => underWay.delete(name));
    underWay.set(name, work);
    return work;
  }

  async function makePerson(name: string): Promise<void> {
    const { id } = await api.people.create({ name });
    bindName(session, surroundings, { name, id });
    toastDone(`New person: ${name}`);
  }
}
