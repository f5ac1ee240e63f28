import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { minutesAfter } from '../../../shared/conversations/memory.ts';
import { changeCapture, newNames } from '../../../shared/drafts/capture-rules.ts';
import {
  type Captured,
  type DraftContent,
  emptyContent,
  readDraft,
  writeDraft,
} from '../../../shared/drafts/draft-content.ts';
import type { PersonId } from '../../../shared/id.ts';
import type { CalendarDate, LocalTime, Zone } from '../../../shared/time.ts';

const ana = '01900000-0000-7000-8000-000000000001' as PersonId;
const bob = '01900000-0000-7000-8000-000000000002' as PersonId;
const PEOPLE = {
  people: [
    { id: ana, name: 'Ana Lindqvist' },
    { id: bob, name: 'Bob Ito' },
  ],
  dayFirst: false,
};
const START = {
  personIds: [],
  on: '2026-11-22' as CalendarDate,
  at: '16:00' as LocalTime,
  zone: 'Europe/Berlin' as Zone,
  channel: 'video' as const,
};
const EMPTY: Captured = { line: '', on: START.on, at: START.at, plain: [], bound: [] };

function typed(content: DraftContent, line: string, surroundings = PEOPLE): DraftContent {
  return changeCapture(content, { ...(content.capture ?? EMPTY), line }, 'video', surroundings);
}

describe('the line of a quick capture', () => {
  it('fills the fields of the conversation, and takes back what it no longer says', () => {
    const full = typed(emptyContent(START), '@ana phone 25m #pricing renewal in 3 weeks');
    expect(full).toMatchObject({
      personIds: [ana],
      channel: 'phone',
      minutes: 25,
      tags: ['pricing'],
      title: 'renewal',
      on: '2026-11-22',
      at: '15:35',
      followUp: { text: 'in 3 weeks', resolved: { words: '', dueOn: '2026-12-13', dueTime: null } },
    });
    expect(typed(full, '@bob')).toMatchObject({
      personIds: [bob],
      channel: 'video',
      minutes: null,
      tags: [],
      title: '',
      at: '16:00',
      followUp: { text: '', resolved: null },
    });
  });

  it('leaves alone what was set in a field below', () => {
    const line = '@ana 25m in 3 weeks';
    const before = typed(emptyContent(START), line);
    const set: DraftContent = {
      ...before,
      minutes: 50,
      channel: 'in_person',
      tags: ['mine'],
      followUp: { id: null, text: 'tomorrow', resolved: null },
    };
    expect(typed(set, `${line} about the price`)).toEqual({
      ...set,
      title: 'about the price',
      capture: { ...before.capture, line: `${line} about the price` },
    });
  });

  it('knows who is meant as soon as the people are', () => {
    const early = typed(emptyContent(START), '@ana', { ...PEOPLE, people: [] });
    expect(early.personIds).toEqual([]);
    const { capture = EMPTY } = early;
    expect(newNames(capture, START.zone, { ...PEOPLE, people: [] })).toEqual(['ana']);
    const late = changeCapture(early, capture, 'video', PEOPLE, { ...PEOPLE, people: [] });
    expect(late.personIds).toEqual([ana]);
    expect(newNames(capture, START.zone, PEOPLE)).toEqual([]);
  });

  it('is kept in the draft with all that was decided about it', () => {
    const content = typed(emptyContent(START), '@ana half a thought');
    expect(readDraft(writeDraft(content), START)).toEqual(content);
  });

  it('leaves the draft as it was when it is empty again, whatever stood in it', () => {
    fc.assert(
      fc.property(fc.constantFrom('@ana', '#tag', 'phone', 'in 3 weeks', 'words', '@ana phone #tag'), (line) => {
        const empty = emptyContent(START);
        expect(writeDraft(typed(typed(empty, line), ''))).toBe(writeDraft(empty));
      }),
    );
  });
});

test.each([
  ['16:00', 30, '16:30', '2026-11-22', 0],
  ['16:00', null, '16:05', '2026-11-22', 5],
  ['23:50', 30, '00:30', '2026-11-23', 10],
  ['16:00', 60, '16:30', '2026-11-22', null],
  [null, null, '16:30', '2026-11-22', null],
  [null, null, '16:30', '2026-11-24', 2880],
])('a conversation at %s of %s minutes, written at %s on %s', (at, minutes, time, date, expected) => {
  const conversation = { on: START.on, at: at as LocalTime | null, minutes };
  expect(minutesAfter(conversation, { date: date as CalendarDate, time: time as LocalTime })).toBe(expected);
});
