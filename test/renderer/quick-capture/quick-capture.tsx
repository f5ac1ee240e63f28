import { configure, screen, within } from '@testing-library/react';
import { vi } from 'vitest';
import { startApp, type TestApp } from '../../support/app.tsx';

vi.setConfig({ testTimeout: 60_000 });
configure({ asyncUtilTimeout: 10_000 });

/** The line of quick capture. */
export const line = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'Who, what and when' });

/** The words of its chips. */
export const understood = () =>
  within(screen.getByRole('list', { name: 'Understood', hidden: true }))
    .queryAllByRole('button', { hidden: true })
    .map((button) => button.textContent);

/** Quick capture in a journal that knows two people, in the app's own window or in the small one. */
export async function open({ hasWindow = false } = {}): Promise<TestApp> {
  const app = startApp({ now: '2026-11-22T15:00:00.000Z', zone: 'Europe/Berlin' });
  app.desk.hasQuickCapture = hasWindow;
  await app.api.people.create({ name: 'Ana Lindqvist' });
  await app.api.people.create({ name: 'Bob Ito' });
  app.render({ page: 'quick-capture' });
  await screen.findByRole('combobox', { name: 'Who, what and when' });
  return app;
}

/** True for one of the two people. */
export const isBob = ({ name }: { readonly name: string }): boolean => name === 'Bob Ito';

/** The conversations of the journal. */
export async function saved({ api }: TestApp) {
  const { items } = await api.conversations.page({ personId: null, shelf: 'current', before: null });
  return Promise.all(items.map(({ id }) => api.conversations.get({ id })));
}
