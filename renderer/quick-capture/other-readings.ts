import type { CaptureChip } from '../../shared/conversations/capture-line.ts';
import { longerName, nameIn } from '../../shared/conversations/capture-people.ts';
import { otherReadings } from '../../shared/conversations/capture-readings.ts';
import { type CaptureSurroundings, readingOf } from '../../shared/drafts/capture-rules.ts';
import { isOneSlipAway, wordsOfName } from '../../shared/people/alike.ts';
import type { DraftSession } from '../drafts/draft-store.ts';
import { findPeople } from '../people/find-people.ts';
import { report } from '../report.ts';
import { NewPersonIcon, PersonIcon, TextIcon } from '../ui/icons.ts';
import type { MenuEntry } from '../ui/Menu.tsx';
import { takeAs, takeAsNew, takeAsPerson, type useSurroundings } from './capture.ts';
import { meaningWords } from './chip-words.ts';

const PEOPLE_OFFERED = 6;

/** What else a piece of the line may mean, each to be chosen, and at last that it is text. */
export function otherEntries(
  session: DraftSession,
  surroundings: ReturnType<typeof useSurroundings>,
  chip: CaptureChip,
  onText: () => void,
): readonly MenuEntry[] {
  const others =
    chip.meaning.kind === 'person' ? namedLike(session, surroundings, chip) : meantBy(session, surroundings, chip);
  const asText: MenuEntry = {
    id: 'text',
    label: `Text: “${chip.text}”`,
    icon: TextIcon,
    shortcut: 'Backspace',
    onAction: onText,
  };
  return others.length === 0 ? [asText] : [...others, 'separator', asText];
}

function meantBy(session: DraftSession, surroundings: CaptureSurroundings, chip: CaptureChip): readonly MenuEntry[] {
  const { capture, zone } = session.store.getState().content;
  if (capture === undefined) return [];
  return otherReadings(chip, readingOf(capture, zone, surroundings)).map((meaning) => ({
    id: JSON.stringify(meaning),
    ...meaningWords(meaning),
    onAction: () => takeAs(session, surroundings, chip, meaning),
  }));
}

/** Everybody whom the name fits, and somebody new of that name: namesakes are people of their own. */
function namedLike(
  session: DraftSession,
  surroundings: ReturnType<typeof useSurroundings>,
  chip: CaptureChip,
): readonly MenuEntry[] {
  const { meaning } = chip;
  const line = session.store.getState().content.capture?.line ?? '';
  const id = meaning.kind === 'person' ? meaning.id : null;
  const name = nameIn(chip.text);
  const longer = longerName(line, chip);
  const known = findPeople(surroundings.people, name)
    .filter((person) => person.id !== id && isNamedLike(person.name, name))
    .slice(0, PEOPLE_OFFERED)
    .map(
      (person): MenuEntry => ({
        id: person.id,
        label: [person.name, person.organisationName ?? person.role].filter((part) => part !== '').join(', '),
        icon: PersonIcon,
        onAction: () => takeAsPerson(session, surroundings, chip, person),
      }),
    );
  const anew = [
    ...(id === null ? [] : [{ name, piece: chip }]),
    ...(longer === null ? [] : [{ name: longer, piece: { ...chip, ...longerPiece(line, chip, longer) } }]),
  ];
  return [
    ...known,
    ...anew.map(
      ({ name: newName, piece }): MenuEntry => ({
        id: `new ${newName}`,
        label: `New person: ${newName}`,
        icon: NewPersonIcon,
        onAction: () => void takeAsNew(session, surroundings, piece, newName).catch(report),
      }),
    ),
  ];
}

/** A part of the name was typed, and not only of a role or an organisation. */
function isNamedLike(name: string, typed: string): boolean {
  const words = wordsOfName(name);
  return wordsOfName(typed).some((part) => words.some((word) => word.includes(part) || isOneSlipAway(part, word)));
}

/** The piece with the words behind it that belong to the longer name. */
function longerPiece(line: string, { from, to, text }: CaptureChip, longer: string): Pick<CaptureChip, 'to' | 'text'> {
  const end = to + longer.length - nameIn(text).length;
  return { to: end, text: line.slice(from, end) };
}
