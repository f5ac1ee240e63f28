import type { PersonId } from '../../shared/id.ts';
import { api } from '../api.ts';

/** The list of people as it was when somebody was opened from it. */
let order: readonly PersonId[] = [];

/** Remembers the order of the list, for going on from a person's page. */
export function rememberOrder(ids: readonly PersonId[]): void {
  order = ids;
  walked = null;
}

/** Who was chosen in the list when somebody was opened from it. */
let chosen: ReadonlySet<string> = new Set();

/** Remembers who is chosen, for coming back to the list. */
export function rememberChosen(ids: ReadonlySet<string>): void {
  chosen = ids;
}

/** Who was chosen when the list was left. */
export function chosenBefore(): ReadonlySet<string> {
  return chosen;
}

/** From whom one went on through the list, and to whom. */
let walked: { readonly from: PersonId; readonly to: PersonId } | null = null;

/** Who was looked at last, when one went on from the page of somebody who was opened from the list. */
export function wentOnFrom(id: string | null): string | null {
  return walked !== null && walked.from === id ? walked.to : id;
}

/** Remembers that one went on from one person's page to another's. */
export function goneOn(from: PersonId, to: PersonId): void {
  walked = { from: walked?.to === from ? walked.from : from, to };
}

/**
 * Who comes after somebody in the list as it was (or before); null at its end. Without a list, or when they were not in
 * it: everybody by name.
 */
export async function neighbourOf(id: PersonId, step: 1 | -1): Promise<PersonId | null> {
  if (!order.includes(id)) order = (await api.people.list({ shelf: 'current' })).map((person) => person.id);
  const place = order.indexOf(id);
  if (place < 0) return null;
  const rest = step === 1 ? order.slice(place + 1) : order.slice(0, place).reverse();
  // Who was merged with somebody or erased meanwhile is stepped over.
  for (const next of rest) if ((await api.people.names({ ids: [next] })).length > 0) return next;
  return null;
}
