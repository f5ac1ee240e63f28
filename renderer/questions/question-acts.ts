import type { PersonId } from '../../shared/id.ts';
import type { Question } from '../../shared/questions/question.ts';
import { act } from '../act.ts';
import { api } from '../api.ts';

/** They were asked, and wait no more. */
export function markAsked(questions: readonly Question[]): Promise<boolean> {
  const asked = questions.map(({ id, personId, conversationId, words }) => ({ id, personId, conversationId, words }));
  return act(() => api.questions.markAsked({ questions: asked }), 'Asked');
}

export async function reopen({ id }: Question): Promise<void> {
  if (id !== null) await act(() => api.questions.reopen({ id }), 'It waits again');
}

export async function moveToBin({ id }: Question): Promise<void> {
  if (id !== null) await act(() => api.questions.bin({ id }), 'Question moved to the bin');
}

export function add(personId: PersonId, words: string): Promise<boolean> {
  return act(() => api.questions.add({ personId, words }), 'Question written down');
}
