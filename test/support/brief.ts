import { screen, within } from '@testing-library/react';
import type { ConversationInput } from '../../shared/conversations/conversation.ts';
import type { PersonId } from '../../shared/id.ts';
import { startApp, type TestApp } from './app.tsx';
import { aConversation } from './conversations.ts';

/** A journal with one person in it. */
export async function start(): Promise<{ app: TestApp; anna: PersonId }> {
  const app = startApp();
  const { id: anna } = await app.api.people.create({ name: 'Anna Lindqvist' });
  return { app, anna };
}

/** Saves a conversation with somebody. */
export async function talk(app: TestApp, personId: PersonId, given: Partial<ConversationInput>): Promise<void> {
  await app.api.conversations.save({ conversation: aConversation({ personIds: [personId], ...given }), draftId: null });
}

/** Shows the brief of somebody and answers with its region. */
export async function openBrief(app: TestApp, anna: PersonId): Promise<HTMLElement> {
  app.render({ page: 'brief', id: anna });
  const region = await screen.findByRole('region', { name: 'Brief' });
  await within(region).findByRole('heading', { level: 1 });
  return region;
}

/** The titles of the parts of a brief, in their order. */
export function headings(region: HTMLElement): readonly string[] {
  return within(region)
    .getAllByRole('heading', { level: 2 })
    .map((heading) => heading.textContent ?? '');
}

/** The text of the part of that title. */
export function part(region: HTMLElement, title: string): string {
  return within(region).getByRole('heading', { level: 2, name: title }).parentElement?.textContent ?? '';
}
