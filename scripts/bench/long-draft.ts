import type { Page } from 'playwright-core';
import { beginningOfDraft, type DraftContent, emptyContent, writeDraft } from '../../shared/drafts/draft-content.ts';
import { type Bridge, valueIn } from '../../shared/ipc.ts';
import type { Person, PersonSummary } from '../../shared/people/person.ts';
import { type CalendarDate, dateAt, systemClock, type Zone } from '../../shared/time.ts';

const ASKED = 40;
/** The first notes of an app begin in a plain field, until the editor was read in. */
const EDITOR = '[role="textbox"][contenteditable="true"]';

/** Puts a draft with long notes into the journal, about the person spoken with most, and takes it up as the keys do. */
export async function openLongDraft(page: Page, notes: string): Promise<void> {
  const personId = await busiestPerson(page);
  const zone = 'UTC' as Zone;
  const on: CalendarDate = dateAt(systemClock.now(), zone);
  const empty = emptyContent({ personIds: [], on, at: null, zone, channel: 'video' });
  // Answered by the contract, so it is the id of a person.
  const content: DraftContent = { ...empty, personIds: [personId as DraftContent['personIds'][number]], notes };
  await call(page, 'drafts.keep', {
    id: null,
    conversationId: null,
    personId,
    beginning: beginningOfDraft(content),
    body: writeDraft(content),
  });
  await page.keyboard.press('Control+d');
  await page.locator(EDITOR).waitFor();
}

/** Whom is spoken with often was spoken with lately. */
async function busiestPerson(page: Page): Promise<string> {
  // What the contract says people are.
  const people = (await call(page, 'people.list', { shelf: 'current' })) as readonly PersonSummary[];
  const late = people.toSorted((a, b) => (b.lastSpokenOn ?? '').localeCompare(a.lastSpokenOn ?? '')).slice(0, ASKED);
  let busiest: Person | undefined;
  for (const { id } of late) {
    const person = (await call(page, 'people.get', { id })) as Person;
    if (busiest === undefined || person.conversationCount > busiest.conversationCount) busiest = person;
  }
  if (busiest === undefined) throw new Error('There is nobody in the journal.');
  process.stderr.write(`The draft is about somebody with ${busiest.conversationCount} conversations.\n`);
  return busiest.id;
}

/** One call over the page's own bridge. */
async function call(page: Page, method: string, input: unknown): Promise<unknown> {
  const envelope = await page.evaluate(
    ([name, data]) => (globalThis as unknown as { rapport: Bridge }).rapport.call(name, data, 'bench'),
    [method, input] as const,
  );
  if (!envelope.ok) throw new Error(`${method} answered ${envelope.code}.`);
  return valueIn(envelope);
}
