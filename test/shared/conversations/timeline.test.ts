import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ConversationSummary } from '../../../shared/conversations/conversation.ts';
import { readPastDay } from '../../../shared/conversations/past-day.ts';
import { mergeTimeline, type TimelineEvent } from '../../../shared/conversations/timeline.ts';
import { addDays, type CalendarDate } from '../../../shared/time.ts';

const today = '2026-11-21' as CalendarDate;

describe('a day that is over', () => {
  test.each([
    ['2024-03-12', '2024-03-12'],
    ['12 March 2024', '2024-03-12'],
    ['March 12th, 2024', '2024-03-12'],
    ['Mar 2024', '2024-03-31'],
    ['2024-2', '2024-02-29'],
    ['March', '2026-03-31'],
    ['December', '2025-12-31'],
    ['November', '2026-11-21'],
    ['24 nov', '2025-11-24'],
    ['2019', '2019-12-31'],
    ['2026', '2026-11-21'],
    ['yesterday', '2026-11-20'],
    ['3 months ago', '2026-08-21'],
    ['a year ago', '2025-11-21'],
    ['last week', '2026-11-14'],
    ['31 February 2024', null],
    ['12 12 March', null],
    ['price', null],
    ['', null],
  ])('%j is %j', (text, day) => {
    expect(readPastDay(text, today)).toBe(day);
  });

  test('never lies ahead, whatever is written', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^\d{1,4}( (jan|feb|dec))?( \d{1,4})?( ago)?$/)), (text) => {
        const day = readPastDay(text, today);
        expect(day === null || day <= today).toBe(true);
      }),
    );
  });
});

const anyDay = fc.nat(40).map((days) => addDays(today, -days));

describe('a timeline of conversations and what else happened', () => {
  test('has everything once, the newest first, and nothing that waits for what was not read yet', () => {
    fc.assert(
      fc.property(fc.array(anyDay), fc.array(anyDay), fc.boolean(), (held, happened, hasMore) => {
        const conversations = held
          .toSorted()
          .toReversed()
          // Only these parts of a conversation say where it stands.
          .map((on, index) => ({ id: `c${index}`, on }) as unknown as ConversationSummary);
        const events = happened.map(
          (on, index) => ({ kind: 'follow-up', id: `f${index}`, on, words: '', note: '' }) as unknown as TimelineEvent,
        );
        const items = mergeTimeline(conversations, events, hasMore);
        const days = items.map(({ on }) => on);
        expect(days).toEqual(days.toSorted().toReversed());
        expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
        const last = conversations.at(-1)?.on;
        const read = hasMore ? happened.filter((on) => last !== undefined && on > last) : happened;
        expect(items).toHaveLength(held.length + read.length);
      }),
    );
  });
});
