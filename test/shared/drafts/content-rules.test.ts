import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Conversation, conversationInput } from '../../../shared/conversations/conversation.ts';
import {
  addMoment,
  addPromise,
  contentOf,
  finish,
  problemsOf,
  removeMoment,
  removePromise,
  setMark,
  withIds,
} from '../../../shared/drafts/content-rules.ts';
import {
  beginningOfDraft,
  type DraftContent,
  emptyContent,
  readDraft,
  writeDraft,
} from '../../../shared/drafts/draft-content.ts';
import { readDate } from '../../../shared/follow-ups/plain-words.ts';
import type { Id, PersonId } from '../../../shared/id.ts';
import type { CalendarDate, Instant, LocalTime, Zone } from '../../../shared/time.ts';

const id = <Model extends string>(last: number) =>
  `01900000-0000-7000-8000-${String(last).padStart(12, '0')}` as Id<Model>;
const ada: PersonId = id(1);
const ben: PersonId = id(2);
const start = {
  personIds: [ada],
  on: '2026-11-21' as CalendarDate,
  at: '10:30' as LocalTime,
  zone: 'Europe/Berlin' as Zone,
  channel: 'video' as const,
};
const content = (parts: Partial<DraftContent> = {}): DraftContent => ({ ...emptyContent(start), ...parts });

const saved = (people: Conversation['people']): Conversation => ({
  ...content(),
  on: start.on,
  id: id(5),
  people,
  moments: [],
  createdAt: '2026-11-21T10:00:00.000Z' as Instant,
  updatedAt: '2026-11-21T10:00:00.000Z' as Instant,
  deletedAt: null,
});

describe('a body', () => {
  test('is read as it was written', () => {
    const written = addMoment(
      addPromise(content({ notes: '“Half a', promise: { words: 'x', givenBy: 'them', dueOn: null, personId: ben } })),
    );
    expect(readDraft(writeDraft(written), { ...start, channel: 'phone' })).toEqual(written);
  });

  test('that cannot be read becomes the notes, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), fc.constant('{"version":2,"notes":"later"}')), (body) => {
        expect(readDraft(body, start)).toEqual(content({ notes: body }));
      }),
    );
  });

  test('is known in lists by its first words', () => {
    expect(beginningOfDraft(content({ title: ' ', notes: '# Plans' }))).toBe('Plans');
    expect(beginningOfDraft(content({ followUp: { id: null, text: 'soon', resolved: null } }))).toBe('soon');
    expect(beginningOfDraft(content())).toBe('');
    expect(beginningOfDraft(content({ notes: 'x'.repeat(500) }))).toHaveLength(140);
  });
});

describe('what is in the way of saving', () => {
  test('is nobody, no day, and a follow-up that is not understood', () => {
    const followUp = { id: null, text: 'soonish', resolved: null };
    expect(problemsOf(content())).toEqual([]);
    expect(problemsOf(content({ personIds: [], on: null, followUp }))).toEqual(['people', 'day', 'follow_up']);
    expect(finish(content({ on: null }), null)).toBeNull();
  });
});

describe('what is saved', () => {
  test('is what the contract takes, whatever was typed or pasted', () => {
    const text = fc.string({ unit: fc.constantFrom('a', ' ', '\u0000', '\ud800', '\udc00', '😀', 'é'), maxLength: 12 });
    fc.assert(
      fc.property(text, text, text, text, (title, notes, about, words) => {
        const base = content({ title, notes, wouldHelp: notes });
        const [moment] = base.moments;
        const whole = addPromise({
          ...base,
          moments: moment === undefined ? [] : [{ ...moment, about, seenOrHeard: notes, mayMean: notes }],
          promise: { words, givenBy: 'me', dueOn: null, personId: null },
        });
        expect(conversationInput.safeParse(finish(whole, null)?.input).success).toBe(true);
      }),
    );
  });

  test('leaves out marks that the channel hides, marks of people who are not in it, and moments without anything', () => {
    const moment = 1;
    let marked = content();
    marked = setMark(marked, { moment, personId: ada, cue: 'lean', mark: 1 });
    marked = setMark(marked, { moment, personId: ben, cue: 'pace', mark: 1 });
    marked = addMoment(marked);
    expect(finish(marked, null)?.input.moments).toMatchObject([{ observations: [{ cue: 'lean' }] }]);
    expect(finish({ ...marked, channel: 'phone' }, null)?.input.moments).toEqual([]);
    expect(finish({ ...marked, channel: 'phone', personIds: [ben] }, null)?.input.moments).toMatchObject([
      { observations: [{ personId: ben, cue: 'pace', mark: 1 }] },
    ]);
  });

  test('has only promises that are new, with the first person where none of the conversation was chosen', () => {
    let edited = content({
      personIds: [ben, ada],
      promise: { words: ' One ', givenBy: 'me', dueOn: null, personId: ada },
    });
    edited = addPromise(edited);
    edited = addPromise({ ...edited, promise: { ...edited.promise, words: 'Two', personId: null } });
    edited = {
      ...edited,
      promises: [...edited.promises, { key: 90, id: id(9), personId: ada, givenBy: 'them', words: 'Old', dueOn: null }],
    };
    const people = (each: DraftContent) =>
      finish(each, null)?.input.promises.map(({ words, personId }) => [words, personId]);
    expect(people(edited)).toEqual([
      ['One', ada],
      ['Two', ben],
    ]);
    expect(people({ ...edited, personIds: [ben] })).toEqual([
      ['One', ben],
      ['Two', ben],
    ]);
    expect(finish(removePromise(edited, 90), null)?.input.removed?.promises).toEqual([id(9)]);
  });

  test('carries ids afterwards, so that saving again adds nothing', () => {
    const typed = addPromise(content({ promise: { words: 'One', givenBy: 'me', dueOn: null, personId: null } }));
    const whole = setMark(typed, { moment: 1, personId: ada, cue: 'pace', mark: 1 });
    const finished = finish(whole, null);
    if (finished === null) throw new Error('Something is in the way.');
    // A moment was added while it was being saved.
    const after = withIds(addMoment(whole), finished, { moments: [id(11)], promises: [id(12)], followUpId: null });
    const again = finish(after, id(10));
    expect([again?.input.moments.map((each) => each.id), again?.input.promises]).toEqual([[id(11)], []]);
  });

  test('leaves a follow-up alone that stands as it was saved, and bins one that was emptied', () => {
    const conversation = saved([{ id: ada, name: 'Ada' }]);
    const followUp = {
      id: id<'follow-up'>(6),
      personId: ada,
      personName: 'Ada',
      conversationId: conversation.id,
      words: 'ask again',
      dueOn: '2020-01-02' as CalendarDate,
      dueTime: '10:00' as LocalTime,
      zone: start.zone,
      snoozedFrom: null,
      recurrence: null,
      anchorOn: null,
      pausedAt: null,
      note: '',
      doneAt: null,
      createdAt: '' as Instant,
      deletedAt: null,
    };
    const opened = contentOf(conversation, [], followUp);
    expect(opened.followUp.text).toBe('ask again on 2 Jan 2020 10:00');
    expect(finish(opened, conversation.id)?.input).toMatchObject({ followUp: null, removed: { followUps: [] } });
    const emptied = { ...opened, followUp: { ...opened.followUp, text: ' ', resolved: null } };
    expect(finish(emptied, conversation.id)?.input).toMatchObject({
      followUp: null,
      removed: { followUps: [followUp.id] },
    });
  });

  test('is a follow-up whose words mean the same day and time when they are read again', () => {
    const day = fc.date({
      min: new Date('2026-11-21T00:00:00Z'),
      max: new Date('2035-12-31T00:00:00Z'),
      noInvalidDate: true,
    });
    const time = fc.option(fc.constantFrom('00:00', '09:05', '23:59'));
    fc.assert(
      fc.property(day, time, fc.constantFrom('', 'ask how it went', 'send Lee the plan'), (date, at, words) => {
        const dueOn = date.toISOString().slice(0, 10) as CalendarDate;
        const conversation = saved([]);
        const { followUp } = contentOf(conversation, [], { words, dueOn, dueTime: at as LocalTime | null } as never);
        expect(readDate(followUp.text, { today: start.on, now: '00:00' as LocalTime, zone: start.zone })).toMatchObject(
          { on: dueOn, at, rest: words },
        );
      }),
    );
  });
});

test('there is always a moment', () => {
  const one = content();
  const [first] = one.moments;
  const none = removeMoment(one, first?.key ?? 0);
  expect(none.moments).toHaveLength(1);
  expect(none.moments[0]?.key).not.toBe(first?.key);
});
