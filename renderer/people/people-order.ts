import type { PersonId } from '../../shared/id.ts';
import { api } from '../api.ts';

/** The list of people as it was when somebody was opened from it. */
let order: readonly PersonId[] = [];

/** Remembers the order of the list, for going on from a person's page. */
export function rememberOrder(ids: readonly PersonId[]): void {
  order = ids;
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
