import { screen } from '@testing-library/react';
import type { PersonId } from '../../../shared/id.ts';
import type { CalendarDate } from '../../../shared/time.ts';
import type { TestApp } from '../../support/app.tsx';

/** A Saturday, half past ten in Berlin. */
export const NOW = { now: '2026-11-21T09:30:00.000Z', zone: 'Europe/Berlin' };

export const day = (text: string): CalendarDate => text as CalendarDate;

/** Every second week on Tuesday. */
export const TUESDAYS = {
  after: 'calendar',
  pattern: { unit: 'week', every: 2, weekdays: [2] },
  until: null,
  times: null,
} as const;

/** Writes a follow-up for a day down. */
export async function followUp(app: TestApp, words: string, dueOn: string, personId: PersonId | null = null) {
  return (await app.api.followUps.create({ personId, words, dueOn: day(dueOn), dueTime: null })).id;
}

/** Writes a series of every second Tuesday down. */
export async function series(app: TestApp, words: string, dueOn: string, personId: PersonId | null = null) {
  return (await app.api.followUps.create({ personId, words, dueOn: day(dueOn), dueTime: null, recurrence: TUESDAYS }))
    .id;
}

/** Opens the page of all follow-ups. */
export async function page(app: TestApp) {
  app.render({ page: 'follow-ups' });
  await screen.findByRole('heading', { level: 1, name: 'Follow-ups' });
}

export const row = (name: RegExp) => screen.findByRole('row', { name });

/** Those that are open, as the journal has them. */
export const open = (app: TestApp) => app.api.followUps.list({ personId: null, show: 'open', before: null });
