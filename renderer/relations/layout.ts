import type { PersonId } from '../../shared/id.ts';
import type { RelatedPerson, RelationLink } from '../../shared/relations/relation.ts';

/** Where somebody stands in the picture, and where beside their point the name is written. */
export interface PlacedPerson extends RelatedPerson {
  readonly x: number;
  readonly y: number;
  readonly nameAt: { readonly x: number; readonly y: number; readonly anchor: 'start' | 'middle' | 'end' };
}

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** The person in the middle first, then around, each followed by those beyond them. */
  readonly people: readonly PlacedPerson[];
}

/** With as many people as have room; more make it larger. */
export const USUAL_WIDTH = 720;
const HEIGHT = 400;
/** Part of the way to the edge, across and down, at which the people of each step stand. */
const RINGS = { 1: { across: 0.4, down: 0.5 }, 2: { across: 0.66, down: 0.88 } } as const;
/** Begins at the left and a little up, so that the lines of few people slope and their words do not lie on them. */
const BEGINNING = Math.PI + 0.9;
/** So many of one step have room at the usual size. */
const ROOM = { 1: 10, 2: 16 } as const;

/**
 * Places people around the one in the middle: those one step away on a ring, those two steps away beyond the one through
 * whom they are reached. Everybody beyond takes room on the ring, so that lines seldom cross. The same people are always
 * placed alike.
 */
export function placePeople(people: readonly RelatedPerson[], links: readonly RelationLink[]): Picture {
  const near = people.filter(({ step }) => step === 1);
  const far = people.filter(({ step }) => step === 2);
  const scale = Math.max(1, Math.sqrt(near.length / ROOM[1]), Math.sqrt(far.length / ROOM[2]));
  const width = Math.round(USUAL_WIDTH * scale);
  const height = Math.round(HEIGHT * scale);
  const at = (person: RelatedPerson, turn: number): PlacedPerson => {
    const angle = BEGINNING + 2 * Math.PI * turn;
    const ring = person.step === 2 ? RINGS[2] : RINGS[1];
    const x = (width / 2) * (1 + ring.across * Math.cos(angle));
    const y = (height / 2) * (1 + ring.down * Math.sin(angle));
    return { ...person, x: Math.round(x), y: Math.round(y), nameAt: nameAt(person.step, angle) };
  };

  const beyond = new Map<PersonId, RelatedPerson[]>(near.map(({ id }) => [id, []]));
  for (const person of far) beyond.get(throughWhom(person.id, near, links))?.push(person);
  const total = near.reduce((sum, { id }) => sum + roomOf(beyond.get(id)), 0);

  const placed: PlacedPerson[] = people
    .filter(({ step }) => step === 0)
    .map((person) => ({ ...person, x: width / 2, y: height / 2, nameAt: MIDDLE_NAME }));
  // The first stands at the beginning, whatever room is around it.
  const first = roomOf(beyond.get(near[0]?.id ?? NOBODY)) / 2;
  let taken = -first;
  for (const person of near) {
    const theirs = beyond.get(person.id) ?? [];
    const room = roomOf(theirs);
    placed.push(at(person, (taken + room / 2) / total));
    for (const [index, each] of theirs.entries()) {
      placed.push(at(each, (taken + ((index + 0.5) * room) / theirs.length) / total));
    }
    taken += room;
  }
  return { width, height, people: placed };
}

// No id of anybody.
const NOBODY = '' as PersonId;

function roomOf(beyond: readonly RelatedPerson[] | undefined): number {
  return Math.max(1, beyond?.length ?? 0);
}

/** The first of those one step away who stands to this person. */
function throughWhom(id: PersonId, near: readonly RelatedPerson[], links: readonly RelationLink[]): PersonId {
  const through = near.find((person) =>
    links.some(({ from, to }) => (from === person.id && to === id) || (from === id && to === person.id)),
  );
  if (through === undefined) throw new Error('Nobody stands between the two.');
  return through.id;
}

/** The lines of whoever is in the middle go everywhere; under them the name is in the way of the fewest words. */
const MIDDLE_NAME = { x: 0, y: 24, anchor: 'middle' } as const;

/** Away from the line that goes through the point: outwards where it ends there, and beside it otherwise. */
function nameAt(step: RelatedPerson['step'], angle: number): PlacedPerson['nameAt'] {
  const isRight = Math.cos(angle) > 0;
  if (step === 2) return isRight ? { x: 10, y: 4, anchor: 'start' } : { x: -10, y: 4, anchor: 'end' };
  const isFalling = isRight === Math.sin(angle) > 0;
  return { x: 11, y: isFalling ? -5 : 15, anchor: 'start' };
}
