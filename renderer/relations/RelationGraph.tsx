import { type KeyboardEvent, useId, useMemo, useState } from 'react';
import type { PersonId } from '../../shared/id.ts';
import type { RelationLink } from '../../shared/relations/relation.ts';
import { inverseRole, roleInWords, roleWithName } from '../../shared/relations/rules.ts';
import { formatCount } from '../format.ts';
import { sentenceFor } from '../report.ts';
import { linkTo, navigate, type Route } from '../route.ts';
import { Banner } from '../ui/Banner.tsx';
import { classes } from '../ui/classes.ts';
import { Skeleton } from '../ui/Skeleton.tsx';
import { type PlacedPerson, placePeople } from './layout.ts';
import { useRelationGraph } from './queries.ts';
import styles from './RelationGraph.module.css';

/** From so many lines on only those of the person in the middle say what they are. */
const MOST_WORDS = 16;
const LONGEST = 22;
const STEP_KEYS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** A person in the middle, those they stand to around them, and one step further. One stop of the Tab key: the arrows go round, Enter opens. */
export function RelationGraph({ personId }: { readonly personId: PersonId }) {
  const { value, error } = useRelationGraph({ personId });
  const picture = useMemo(() => (value === undefined ? undefined : placePeople(value.people, value.links)), [value]);
  const arrow = useId();
  const [current, setCurrent] = useState(personId);
  if (value === undefined || picture === undefined) {
    return error === null ? <Skeleton lines={8} /> : <Banner tone="problem">{sentenceFor(error)}</Banner>;
  }
  const { width, height, people, isCrowded } = picture;
  const places = new Map(people.map((person) => [person.id, person]));
  const tabStop = places.has(current) ? current : personId;
  const isWordy = value.links.length <= MOST_WORDS;
  return (
    <figure className={styles.figure}>
      {/* biome-ignore lint/a11y/useSemanticElements: a group of links within a picture; HTML has no element for it there. */}
      <svg
        aria-label="Relations as a graph"
        className={styles.picture}
        height={height}
        onKeyDown={goRound}
        role="group"
        viewBox={`0 0 ${width} ${height}`}
        width={width}
      >
        <defs>
          <marker id={arrow} markerHeight="8" markerWidth="8" orient="auto" refX="7" refY="4">
            <path className={styles.arrow} d="M0 0.5 L8 4 L0 7.5 Z" />
          </marker>
        </defs>
        <g aria-hidden>
          {grouped(value.links).map(({ key, from, to, words, isOneWay }) => {
            const one = places.get(from);
            const two = places.get(to);
            if (one === undefined || two === undefined) return null;
            const isSaid = !isCrowded && (isWordy || from === personId || to === personId);
            return <Line arrow={isOneWay ? arrow : null} key={key} one={one} two={two} words={isSaid ? words : null} />;
          })}
        </g>
        {people.map((person) => (
          <Node
            isTabStop={person.id === tabStop}
            key={person.id}
            links={value.links}
            onFocus={() => setCurrent(person.id)}
            person={person}
            places={places}
          />
        ))}
      </svg>
      <figcaption className={styles.caption}>
        {value.left > 0 && `${formatCount(value.left, 'person is', 'people are')} left out here. `}
        The list says it all in words.
      </figcaption>
    </figure>
  );
}

/** Several relations between the same two are one line, which points where the first of them does. */
function grouped(links: readonly RelationLink[]) {
  const lines = new Map<
    string,
    {
      readonly key: string;
      readonly from: PersonId;
      readonly to: PersonId;
      more: number;
      words: string;
      isOneWay: boolean;
    }
  >();
  for (const { from, to, role, words } of links) {
    const key = from < to ? `${from} ${to}` : `${to} ${from}`;
    const line = lines.get(key);
    const said = roleInWords(role, words);
    if (line === undefined)
      lines.set(key, { key, from, to, more: 0, words: said, isOneWay: role === 'other' || inverseRole(role) !== role });
    else lines.set(key, { ...line, more: line.more + 1 });
  }
  return [...lines.values()].map((line) => ({
    ...line,
    words: line.more === 0 ? shortened(line.words) : `${shortened(line.words)} +${line.more}`,
  }));
}

function Line({
  one,
  two,
  words,
  arrow,
}: {
  readonly one: PlacedPerson;
  readonly two: PlacedPerson;
  readonly words: string | null;
  readonly arrow: string | null;
}) {
  const length = Math.hypot(two.x - one.x, two.y - one.y) || 1;
  // The line ends before the points, so that the arrow is seen.
  const ends = (gap: number) => ({ x: ((two.x - one.x) / length) * gap, y: ((two.y - one.y) / length) * gap });
  const gap = ends(10);
  return (
    <>
      <line
        className={styles.line}
        x1={one.x + gap.x}
        x2={two.x - gap.x}
        y1={one.y + gap.y}
        y2={two.y - gap.y}
        {...(arrow === null ? {} : { markerEnd: `url(#${arrow})` })}
      />
      {words !== null && (
        <text className={styles.words} x={(one.x + two.x) / 2} y={(one.y + two.y) / 2 + 3}>
          {words}
        </text>
      )}
    </>
  );
}

function Node({
  person,
  links,
  places,
  isTabStop,
  onFocus,
}: {
  readonly isTabStop: boolean;
  readonly onFocus: () => void;
  readonly person: PlacedPerson;
  readonly links: readonly RelationLink[];
  readonly places: ReadonlyMap<PersonId, PlacedPerson>;
}) {
  const { id, name, step, x, y, nameAt } = person;
  const route: Route = { page: 'person', id };
  return (
    <a
      aria-label={spoken(person, links, places)}
      className={classes(styles.node, step === 0 && styles.middle)}
      href={linkTo(route)}
      onClick={(event) => {
        event.preventDefault();
        navigate(route);
      }}
      onFocus={onFocus}
      tabIndex={isTabStop ? 0 : -1}
    >
      <circle className={styles.point} cx={x} cy={y} r={step === 0 ? 8 : step === 1 ? 6 : 4} />
      <text
        className={styles.name}
        textAnchor={nameAt.anchor}
        x={x + nameAt.x}
        y={y + nameAt.y}
        {...(nameAt.turn === 0 ? {} : { transform: `rotate(${nameAt.turn} ${x} ${y})` })}
      >
        {shortened(name)}
      </text>
    </a>
  );
}

/** "Lee Marlow: reports to Ann, works with Ben". Own words say of whom they are true. */
function spoken(
  { id, name }: PlacedPerson,
  links: readonly RelationLink[],
  places: ReadonlyMap<PersonId, PlacedPerson>,
): string {
  const ways = links.flatMap(({ from, to, role, words }) => {
    if (from === id) return [roleWithName(role, words, places.get(to)?.name ?? '', false)];
    if (to === id) return [roleWithName(inverseRole(role), words, places.get(from)?.name ?? '', true)];
    return [];
  });
  return ways.length === 0 ? name : `${name}: ${ways.join(', ')}`;
}

function shortened(text: string): string {
  const characters = [...text];
  return characters.length <= LONGEST ? text : `${characters.slice(0, LONGEST - 1).join('')}…`;
}

/** The arrow keys go from one to the next. */
function goRound(event: KeyboardEvent<SVGSVGElement>): void {
  const step = STEP_KEYS[event.key];
  if (step === undefined) return;
  const nodes: readonly Element[] = [...event.currentTarget.querySelectorAll('a')];
  const present = event.target instanceof Element ? nodes.indexOf(event.target) : -1;
  if (present === -1) return;
  event.preventDefault();
  const next = nodes[(present + step + nodes.length) % nodes.length];
  if (next instanceof SVGElement) next.focus();
}
