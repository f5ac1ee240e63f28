import type { PersonId } from '../../shared/id.ts';
import type { RelatedPerson, RelationLink } from '../../shared/relations/relation.ts';

/** Where somebody stands in the picture, and where beside their point the name is written. */
export interface PlacedPerson extends RelatedPerson {
  readonly x: number;
  readonly y: number;
  readonly nameAt: {
    readonly x: number;
    readonly y: number;
    readonly anchor: 'start' | 'middle' | 'end';
    /** How far the name is turned around the point, in degrees. */
    readonly turn: number;
  };
}

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** The names go outwards like spokes; between them is no room for words. */
  readonly isCrowded: boolean;
  /** The person in the middle first, then around, each followed by those beyond them. */
  readonly people: readonly PlacedPerson[];
}

const WIDTH = 720;
const HEIGHT = 400;
/** Part of the way to the edge, across and down, at which the people of each step stand. */
const RINGS = { 1: { across: 0.4, down: 0.5 }, 2: { across: 0.66, down: 0.88 } } as const;
/** Begins at the left and a little up, so that the lines of few people slope and their words do not lie on them. */
const BEGINNING = Math.PI + 0.9;
/** Of more people of one step the names would lie on each other. */
const ROOM = { 1: 10, 2: 16 } as const;
/** Beside a spoke the next one has room after so much, and a name along it takes so much, as it is shortened. */
const SPOKE = 16;
const NAME = 165;
const SMALLEST_RING = 90;

/**
 * Places people around the one in the middle: those one step away on a ring, those two steps away beyond the one through
 * whom they are reached. Everybody beyond takes room on the ring, so that lines seldom cross. Where there are many the names
 * are turned. The same people are always placed alike.
 */
export function placePeople(people: readonly RelatedPerson[], links: readonly RelationLink[]): Picture {
  const near = people.filter(({ step }) => step === 1);
  const far = people.filter(({ step }) => step === 2);
  const beyond = new Map<PersonId, RelatedPerson[]>(near.map(({ id }) => [id, []]));
  for (const person of far) beyond.get(throughWhom(person.id, near, links))?.push(person);
  const total = near.reduce((sum, { id }) => sum + roomOf(beyond.get(id)), 0);
  const isCrowded = near.length > ROOM[1] || far.length > ROOM[2];
  const { width, height, at } = isCrowded ? asSpokes(total, far.length > 0) : onRings();

  const placed: PlacedPerson[] = people
    .filter(({ step }) => step === 0)
    .map((person) => ({ ...person, x: width / 2, y: height / 2, nameAt: MIDDLE_NAME }));
  // The first stands at the beginning, whatever room is around it.
  const first = roomOf(beyond.get(near[0]?.id ?? NOBODY)) / 2;
  let taken = -first;
  for (const person of near) {
    const theirs = beyond.get(person.id) ?? [];
    const room = roomOf(theirs);
    placed.push(at(person, (taken + room / 2) / total, theirs.length > 0));
    for (const [index, each] of theirs.entries()) {
      placed.push(at(each, (taken + ((index + 0.5) * room) / theirs.length) / total, false));
    }
    taken += room;
  }
  return { width, height, isCrowded, people: placed };
}

interface Ground {
  readonly width: number;
  readonly height: number;
  /** Where somebody stands who is so far around, as a part of the whole turn. */
  readonly at: (person: RelatedPerson, turn: number, hasBeyond: boolean) => PlacedPerson;
}

/** Wide rings, with the names beside the points. */
function onRings(): Ground {
  return {
    width: WIDTH,
    height: HEIGHT,
    at: (person, turn) => {
      const angle = BEGINNING + 2 * Math.PI * turn;
      const ring = person.step === 2 ? RINGS[2] : RINGS[1];
      const x = (WIDTH / 2) * (1 + ring.across * Math.cos(angle));
      const y = (HEIGHT / 2) * (1 + ring.down * Math.sin(angle));
      return { ...person, x: Math.round(x), y: Math.round(y), nameAt: nameAt(person.step, angle) };
    },
  };
}

/** Round rings from which the names go outwards, so that many have room beside each other. */
function asSpokes(total: number, hasFar: boolean): Ground {
  const inner = Math.max(SMALLEST_RING, (total * SPOKE) / (2 * Math.PI));
  const outer = hasFar ? inner + NAME : inner;
  const size = Math.round(2 * (outer + NAME));
  return {
    width: size,
    height: size,
    at: (person, turn, hasBeyond) => {
      const angle = BEGINNING + 2 * Math.PI * turn;
      const radius = person.step === 2 ? outer : inner;
      const isRight = Math.cos(angle) >= 0;
      const degrees = Math.round((angle * 180) / Math.PI + (isRight ? 0 : 180)) % 360;
      return {
        ...person,
        x: Math.round(size / 2 + radius * Math.cos(angle)),
        y: Math.round(size / 2 + radius * Math.sin(angle)),
        nameAt: {
          x: isRight ? 11 : -11,
          // Above the line that goes on.
          y: hasBeyond ? -4 : 4,
          anchor: isRight ? 'start' : 'end',
          turn: degrees,
        },
      };
    },
  };
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
const MIDDLE_NAME = { x: 0, y: 24, anchor: 'middle', turn: 0 } as const;

/** Away from the line that goes through the point: outwards where it ends there, and beside it otherwise. */
function nameAt(step: RelatedPerson['step'], angle: number): PlacedPerson['nameAt'] {
  const isRight = Math.cos(angle) > 0;
  if (step === 2) return isRight ? { x: 10, y: 4, anchor: 'start', turn: 0 } : { x: -10, y: 4, anchor: 'end', turn: 0 };
  const isFalling = isRight === Math.sin(angle) > 0;
  return { x: 11, y: isFalling ? -5 : 15, anchor: 'start', turn: 0 };
}
