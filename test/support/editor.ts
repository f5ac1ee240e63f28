import { screen, within } from '@testing-library/react';
import type { ConversationId, PersonId } from '../../shared/id.ts';
import { startApp, type TestApp } from './app.tsx';
import { aConversation } from './conversations.ts';

// An open editor with two people at hand, and the ways to its fields.

export const region = () => screen.findByLabelText('Conversation', { selector: 'section' });
// By its label: a role is looked up among hundreds of radios.
export const field = (name: string) => screen.getByLabelText<HTMLInputElement>(name, { selector: 'input, textarea' });
export const cue = (name: string) => screen.getByRole('radiogroup', { name });
export const tab = (name: string) => screen.getByRole('tab', { name });
export const words = (name: string) =>
  within(cue(name))
    .getAllByRole<HTMLInputElement>('radio')
    .map((radio) => radio.labels?.[0]?.textContent);
export const marked = (name: string) =>
  within(cue(name))
    .getAllByRole<HTMLInputElement>('radio')
    .find((radio) => radio.checked)?.labels?.[0]?.textContent;
export const status = (text: string) => screen.findByText(text, { selector: '[role="status"] *' });

export interface Desk {
  readonly app: TestApp;
  readonly ada: PersonId;
  readonly ben: PersonId;
}

export async function open(): Promise<Desk> {
  const app = startApp({ now: '2026-11-21T09:33:00.000Z', zone: 'Europe/Berlin' });
  const { id: ada } = await app.api.people.create({ name: 'Ada Byron' });
  const { id: ben } = await app.api.people.create({ name: 'Ben Okri' });
  return { app, ada, ben };
}

export async function newest({ api }: TestApp) {
  const { items } = await api.conversations.page({ personId: null, shelf: 'current', before: null });
  const [first] = items;
  if (first === undefined) throw new Error('Nothing was saved.');
  return await api.conversations.get({ id: first.id });
}

export async function saved({ app, ada }: Desk, parts: Partial<Parameters<typeof aConversation>[0]> = {}) {
  const conversation = aConversation({ personIds: [ada], ...parts });
  return (await app.api.conversations.save({ conversation, draftId: null })).id;
}

export function openSaved({ app }: Desk, id: ConversationId): Promise<HTMLElement> {
  app.render({ page: 'conversation', id });
  return region();
}
