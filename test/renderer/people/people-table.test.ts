import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cadenceStateOf,
  filterPeople,
  orderOf,
  peopleShown,
  sortPeople,
} from '../../../renderer/people/people-table.ts';
import type { OrganisationId, PersonId } from '../../../shared/id.ts';
import { PERSON_KINDS } from '../../../shared/people/person.ts';
import { NO_FILTERS, PEOPLE_COLUMNS, type PeopleSort, type PersonRow } from '../../../shared/people/table.ts';
import { addDays, type CalendarDate, type Instant, type Zone } from '../../../shared/time.ts';

const present = { today: '2026-11-21' as CalendarDate, zone: 'Europe/Berlin' as Zone };

function aRow(fields: Partial<PersonRow> & { readonly name: string }): PersonRow {
  return {
    id: fields.name as PersonId,
    kind: 'client',
    role: '',
    organisationId: null,
    organisationName: null,
    tags: [],
    lastSpokenOn: null,
    archivedAt: null,
    deletedAt: null,
    createdAt: '2026-01-01T12:00:00.000Z' as Instant,
    wantedCadence: null,
    cadencePausedUntil: null,
    conversationCount: 0,
    openPromises: 0,
    nextFollowUpOn: null,
    ...fields,
  };
}

const names = (rows: readonly PersonRow[]): readonly string[] => rows.map(({ name }) => name);
const day = (ago: number): CalendarDate => addDays(present.today, -ago);

describe('filters', () => {
  const rows = [
    aRow({ name: 'Ada', kind: 'client', tags: ['Fair', 'renewal'], lastSpokenOn: day(3) }),
    aRow({ name: 'Bo', kind: 'partner', tags: ['fair'], lastSpokenOn: day(40), organisationId: 'k' as OrganisationId }),
    aRow({ name: 'Cy', kind: 'client', wantedCadence: { count: 4, unit: 'week' }, lastSpokenOn: day(30) }),
    aRow({
      name: 'Di',
      wantedCadence: { count: 1, unit: 'week' },
      lastSpokenOn: day(30),
      cadencePausedUntil: day(-5),
    }),
    aRow({ name: 'Ed' }),
  ];
  const shown = (filters: Partial<typeof NO_FILTERS>): readonly string[] =>
    names(filterPeople(rows, { ...NO_FILTERS, ...filters }, present));

  it('leave everybody when there are none', () => {
    expect(shown({})).toEqual(['Ada', 'Bo', 'Cy', 'Di', 'Ed']);
  });

  it('ask for one of the kinds, all of the tags, one of the organisations', () => {
    expect(shown({ kinds: ['partner', 'referrer'] })).toEqual(['Bo']);
    expect(shown({ tags: ['FAIR'] })).toEqual(['Ada', 'Bo']);
    expect(shown({ tags: ['fair', 'renewal'] })).toEqual(['Ada']);
    expect(shown({ organisationIds: ['k' as OrganisationId] })).toEqual(['Bo']);
  });

  it('ask when you spoke: who was never spoken with was not spoken with lately', () => {
    expect(shown({ spoken: { how: 'within', days: 30 } })).toEqual(['Ada', 'Cy', 'Di']);
    expect(shown({ spoken: { how: 'not_within', days: 30 } })).toEqual(['Bo', 'Ed']);
  });

  it('ask who is past their cadence, without those for whom it is paused', () => {
    expect(shown({ overdue: true })).toEqual(['Cy']);
  });

  it('hold all at once', () => {
    expect(shown({ kinds: ['client'], spoken: { how: 'not_within', days: 20 }, overdue: true })).toEqual(['Cy']);
  });
});

describe('sorting', () => {
  const rows = [
    aRow({ name: 'Ada', conversationCount: 2, lastSpokenOn: day(9) }),
    aRow({ name: 'Bo', conversationCount: 10 }),
    aRow({ name: 'Cy', lastSpokenOn: day(2) }),
    aRow({ name: 'Di', conversationCount: 2, lastSpokenOn: day(9) }),
  ];

  it('puts who has nothing there last in both directions, and leaves equals in the order of names', () => {
    const by = (column: 'conversations' | 'last_spoken', direction: 'up' | 'down') =>
      names(sortPeople(rows, { column, direction }, present)).join(' ');
    expect(by('conversations', 'up')).toBe('Ada Di Bo Cy');
    expect(by('conversations', 'down')).toBe('Bo Ada Di Cy');
    expect(by('last_spoken', 'up')).toBe('Ada Di Cy Bo');
    expect(by('last_spoken', 'down')).toBe('Cy Ada Di Bo');
  });

  it('loses and doubles nobody, whatever the column, and is stable', () => {
    const row = fc.record({
      kind: fc.constantFrom(...PERSON_KINDS),
      role: fc.constantFrom('', 'Buyer', 'Ärztin', 'designer'),
      tags: fc.subarray(['a', 'b', 'c']),
      openPromises: fc.nat(3),
      conversationCount: fc.nat(3),
      ago: fc.option(fc.nat(30)),
      count: fc.option(fc.integer({ min: 1, max: 3 })),
    });
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 30 }),
        fc.constantFrom('name' as const, ...PEOPLE_COLUMNS),
        fc.constantFrom('up' as const, 'down' as const),
        (drawn, column, direction) => {
          const people = drawn.map(({ ago, count, ...fields }, index) =>
            aRow({
              ...fields,
              name: `P${String(index).padStart(2, '0')}`,
              lastSpokenOn: ago === null ? null : day(ago),
              wantedCadence: count === null ? null : { count, unit: 'month' },
            }),
          );
          const sorted = sortPeople(people, { column, direction }, present);
          expect(names(sorted).toSorted()).toEqual(names(people));
          if (column === 'promises') {
            for (const [place, one] of sorted.entries()) {
              const next = sorted[place + 1];
              if (next && next.openPromises === one.openPromises) expect(one.name < next.name).toBe(true);
            }
          }
        },
      ),
    );
  });
});

it('where somebody stands with their cadence rests on the last conversation, or on the day they were added', () => {
  const wantedCadence = { count: 2, unit: 'week' } as const;
  expect(cadenceStateOf(aRow({ name: 'Ada', wantedCadence, lastSpokenOn: day(14) }), present)).toEqual({
    dueOn: present.today,
    pausedUntil: null,
    isOverdue: true,
  });
  expect(cadenceStateOf(aRow({ name: 'Bo', wantedCadence }), present)?.dueOn).toBe('2026-01-15');
  expect(cadenceStateOf(aRow({ name: 'Cy' }), present)).toBe(null);
});

it('what is typed comes best first, or in the order that is asked for', () => {
  const rows = [
    aRow({ name: 'Ben Annas', conversationCount: 1 }),
    aRow({ name: 'Cy', conversationCount: 9 }),
    aRow({ name: 'Zoë Anna', conversationCount: 5 }),
  ];
  const shown = (sort: PeopleSort | null) =>
    names(peopleShown(rows, { text: 'anna', filters: NO_FILTERS, sort }, present));
  expect(shown(null)).toEqual(['Zoë Anna', 'Ben Annas']);
  expect(shown({ column: 'name', direction: 'up' })).toEqual(['Ben Annas', 'Zoë Anna']);
  expect(shown({ column: 'conversations', direction: 'up' })).toEqual(['Ben Annas', 'Zoë Anna']);
});

it('what is typed is answered best first until an order by a heading is asked for', () => {
  const byName = { column: 'name', direction: 'up' } as const;
  expect(orderOf({ text: '', sort: byName, inOrder: false })).toEqual(byName);
  expect(orderOf({ text: 'anna', sort: byName, inOrder: false })).toBe(null);
  expect(orderOf({ text: 'anna', sort: byName, inOrder: true })).toEqual(byName);
  const other = { column: 'kind', direction: 'up' } as const;
  expect(orderOf({ text: 'anna', sort: other, inOrder: false })).toEqual(other);
});
