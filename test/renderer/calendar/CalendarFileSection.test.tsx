import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { createWorkshop } from '../../../main/workshop/client.ts';
import { startNodeWorkshop } from '../../../main/workshop/node-process.ts';
import type { CalendarDate } from '../../../shared/time.ts';
import { startApp } from '../../support/app.tsx';

test('what is due is saved as a calendar file, and where it lies is said', async () => {
  const app = startApp({ workshop: createWorkshop(startNodeWorkshop) });
  app.desk.savePath = '/somewhere/Rapport.ics';
  const dueOn = '2026-12-01' as CalendarDate;
  await app.api.followUps.create({ personId: null, words: 'Renew the domain', dueOn, dueTime: null, recurrence: null });
  app.render({ page: 'settings' });
  await app.user.click(await screen.findByRole('checkbox', { name: 'With reminders' }));
  await app.user.click(screen.getByRole('button', { name: 'Save calendar file…' }));
  expect(await screen.findByText('Saved 1 entry to /somewhere/Rapport.ics')).toBeTruthy();
});

test('with nothing to save it says so and asks for no place', async () => {
  const app = startApp();
  app.render({ page: 'settings' });
  await app.user.click(await screen.findByRole('button', { name: 'Save calendar file…' }));
  expect(await screen.findByText('There is nothing with a date to save.')).toBeTruthy();
  expect(app.desk.asked).toEqual([]);
});
