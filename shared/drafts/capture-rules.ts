import {
  type CaptureChip,
  type CaptureReading,
  type ChosenMeaning,
  plainKey,
  type ReadLine,
  readCaptureLine,
  whenOf,
} from '../conversations/capture-line.ts';
import type { BoundName, Named } from '../conversations/capture-people.ts';
import type { PersonId } from '../id.ts';
import { foldLoosely } from '../people/alike.ts';
import { foldName } from '../people/rules.ts';
import { TEXT_LIMITS } from '../text.ts';
import type { Captured, DraftContent } from './draft-content.ts';

/** What is known besides the draft when its line is read. */
export interface CaptureSurroundings {
  readonly people: readonly Named[];
  readonly dayFirst: boolean;
}

interface Understood {
  readonly zone: CaptureReading['zone'];
  readonly surroundings: CaptureSurroundings;
  readonly read: ReadLine;
}

// A key asks several times about the same line.
const understood = new WeakMap<Captured, Understood>();

/** The line of a quick capture as it is understood: from when it was begun, so that "yesterday" keeps its day. */
export function readCaptured(
  captured: Captured,
  zone: CaptureReading['zone'],
  surroundings: CaptureSurroundings,
): ReadLine {
  const before = understood.get(captured);
  if (before?.zone === zone && before.surroundings === surroundings) return before.read;
  const read = readCaptureLine(captured.line, readingOf(captured, zone, surroundings));
  understood.set(captured, { zone, surroundings, read });
  return read;
}

/** Where and when a line is read, and what was decided about it. */
export function readingOf(
  { on, at, plain, bound, chosen }: Captured,
  zone: CaptureReading['zone'],
  { people, dayFirst }: CaptureSurroundings,
): CaptureReading {
  return { today: on, now: at, zone, dayFirst, people, bound, plain, chosen };
}

/** The line as it is typed on. What was decided about a piece is forgotten with it: typed anew it is read anew. */
export function withLine(captured: Captured, line: string): Captured {
  const { plain, chosen = [] } = captured;
  return {
    ...withChosen(
      captured,
      chosen.filter(({ text }) => line.includes(text)),
    ),
    line,
    plain: plain.filter((key) => line.includes(key.slice(key.indexOf(' ') + 1))),
  };
}

/** The piece is text and nothing else. */
export function withText(captured: Captured, chip: CaptureChip): Captured {
  const { plain, chosen = [] } = captured;
  return {
    ...withChosen(
      captured,
      chosen.filter(({ text }) => text !== chip.text),
    ),
    plain: [...plain.filter((key) => key !== plainKey(chip)), plainKey(chip)],
  };
}

/** The piece means something else than it was read as; of two pieces with one meaning the last one chosen holds. */
export function withMeaning(captured: Captured, chip: CaptureChip, meaning: ChosenMeaning['meaning']): Captured {
  const others = (captured.chosen ?? []).filter(
    (each) => each.text !== chip.text && each.meaning.kind !== meaning.kind,
  );
  const isNatural = JSON.stringify(meaning) === JSON.stringify(chip.natural);
  return withChosen(captured, isNatural ? others : [{ text: chip.text, meaning }, ...others]);
}

/** A name in the line is this person's from now on. */
export function withBound(captured: Captured, { name, id }: BoundName): Captured {
  const others = captured.bound.filter((each) => foldLoosely(each.name) !== foldLoosely(name));
  return { ...captured, bound: [...others, { name, id }] };
}

function withChosen({ chosen: _before, ...captured }: Captured, chosen: readonly ChosenMeaning[]): Captured {
  return chosen.length === 0 ? captured : { ...captured, chosen };
}

/** What a line says about a conversation; undefined where it says nothing. */
interface Said {
  readonly personIds: readonly PersonId[];
  readonly tags: readonly string[];
  readonly channel: DraftContent['channel'] | undefined;
  readonly minutes: number | undefined;
  readonly on: DraftContent['on'];
  readonly at: DraftContent['at'];
  readonly followUp: Pick<DraftContent['followUp'], 'text' | 'resolved'>;
  readonly title: string;
}

function saidBy(captured: Captured, zone: CaptureReading['zone'], surroundings: CaptureSurroundings): Said {
  const read = readCaptured(captured, zone, surroundings);
  const personIds = new Set<PersonId>();
  const tags = new Map<string, string>();
  let channel: Said['channel'];
  let minutes: Said['minutes'];
  let followUp: Said['followUp'] = { text: '', resolved: null };
  for (const { meaning, text } of read.chips) {
    if (meaning.kind === 'person' && meaning.id !== null) personIds.add(meaning.id);
    if (meaning.kind === 'tag' && !tags.has(foldName(meaning.tag))) tags.set(foldName(meaning.tag), meaning.tag);
    if (meaning.kind === 'channel') channel = meaning.channel;
    if (meaning.kind === 'minutes') minutes = meaning.minutes;
    if (meaning.kind === 'follow_up') {
      const { on: dueOn, at: dueTime, recurrence } = meaning;
      followUp = { text, resolved: { words: '', dueOn, dueTime, ...(recurrence === null ? {} : { recurrence }) } };
    }
  }
  return {
    personIds: [...personIds],
    tags: [...tags.values()],
    channel,
    minutes,
    ...whenOf(read.chips, { today: captured.on, now: captured.at }),
    followUp,
    title: read.title.slice(0, TEXT_LIMITS.line),
  };
}

/**
 * Changes the line of a quick capture. Only what the line says otherwise than before is changed in the draft: what was
 * set in a field below stays as it was set.
 */
export function changeCapture(
  content: DraftContent,
  next: Captured,
  usualChannel: DraftContent['channel'],
  surroundings: CaptureSurroundings,
  surroundingsBefore: CaptureSurroundings = surroundings,
): DraftContent {
  const { zone } = content;
  const before = saidBy(content.capture ?? { ...next, line: '' }, zone, surroundingsBefore);
  const after = saidBy(next, zone, surroundings);
  const isSame = <Name extends keyof Said>(name: Name): boolean =>
    JSON.stringify(before[name]) === JSON.stringify(after[name]);
  const isSameWhen = isSame('on') && isSame('at');
  return {
    ...content,
    capture: next.line === '' ? undefined : next,
    title: after.title,
    personIds: exchanged(content.personIds, before.personIds, after.personIds),
    tags: exchanged(content.tags, before.tags, after.tags),
    channel: isSame('channel') ? content.channel : (after.channel ?? usualChannel),
    minutes: isSame('minutes') ? content.minutes : (after.minutes ?? null),
    on: isSameWhen ? content.on : after.on,
    at: isSameWhen ? content.at : after.at,
    followUp: isSame('followUp') ? content.followUp : { ...content.followUp, ...after.followUp },
  };
}

/** Takes away what was said before and is not said now, and adds what is said. */
function exchanged<Item>(present: readonly Item[], before: readonly Item[], after: readonly Item[]): readonly Item[] {
  const added = after.filter((item) => !present.includes(item));
  const kept = present.filter((item) => after.includes(item) || !before.includes(item));
  return added.length === 0 && kept.length === present.length ? present : [...kept, ...added];
}

/** The names in the line that belong to nobody yet. */
export function newNames(
  captured: Captured,
  zone: CaptureReading['zone'],
  surroundings: CaptureSurroundings,
): readonly string[] {
  const names = readCaptured(captured, zone, surroundings).chips.flatMap(({ meaning }) =>
    meaning.kind === 'person' && meaning.id === null ? [meaning.name] : [],
  );
  return [...new Map(names.map((name) => [foldName(name), name])).values()];
}
