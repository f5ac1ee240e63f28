import type { PersonId } from '../../shared/id.ts';
import type { Relation } from '../../shared/relations/relation.ts';
import { act } from '../act.ts';
import { api } from '../api.ts';

/** Takes a relation away, with its undo: to the bin, or an introduction out of what is known of the introduced. */
export function removeRelation(personId: PersonId, relation: Relation): Promise<boolean> {
  const { id, role, otherId } = relation;
  if (id !== null) return act(() => api.relations.bin({ id }), 'Relation moved to the bin');
  const introduced = role === 'introduced' ? otherId : personId;
  return act(() => api.people.edit({ id: introduced, fields: { introducedById: null } }), 'Introduction removed');
}
