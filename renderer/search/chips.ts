import type { CHANNELS } from '../../shared/observations/cue.ts';
import { findCue, markWord } from '../../shared/observations/vocabulary.ts';
import type { Filter, NameOperator } from '../../shared/search/operators.ts';
import type { Clause, Misread, Piece, SearchQuery } from '../../shared/search/query-language.ts';
import type { CalendarDate } from '../../shared/time.ts';
import { channelInWords } from '../conversations/channel-words.ts';
import { formatDate } from '../format.ts';
import { kindInWords } from '../people/words.ts';

/** Something that was understood as more than a word, in words. */
export interface ReadClause {
  readonly clause: Clause;
  readonly words: string;
}

/** What was understood beyond plain words, in the order in which it was typed. */
export function readClauses({ clauses }: SearchQuery): readonly ReadClause[] {
  return clauses
    .filter(({ pieces }) => !(pieces.length === 1 && pieces[0]?.term?.open === true && !pieces[0].not))
    .map((clause) => ({ clause, words: clause.pieces.map(pieceInWords).join(' or ') }));
}

function pieceInWords({ not, term, filter }: Piece): string {
  const words = term === undefined ? filterInWords(filter) : term.open ? `“${term.text}…”` : `“${term.text}”`;
  return not ? `not ${words}` : words;
}

function filterInWords(filter: Filter): string {
  switch (filter.kind) {
    case 'with':
      return `with ${filter.name}`;
    case 'org':
      return `organisation ${filter.name}`;
    case 'tag':
      return `tagged ${filter.name}`;
    case 'kind':
      return kindInWords(filter.value).toLowerCase();
    case 'channel':
      return channelWords(filter.value);
    case 'days':
      return daysInWords(filter.first, filter.last);
    case 'has':
      return { promise: 'has a promise', file: 'has a file', mark: 'has marks', followup: 'has a follow-up' }[
        filter.value
      ];
    case 'cue':
      return `noticed ${filter.cues.map((id) => findCue(id)?.name.toLowerCase() ?? id).join(' or ')}`;
    case 'mark':
      return `marked ${marksInWords(filter.marks)}`;
    case 'by':
      return filter.value === 'me' ? 'promised by me' : 'promised by them';
    case 'is':
      return filter.value === 'draft' ? 'drafts' : filter.value;
  }
}

function channelWords(value: (typeof CHANNELS)[number]): string {
  return channelInWords(value).toLowerCase();
}

function daysInWords(first: CalendarDate | null, last: CalendarDate | null): string {
  if (first === null) return last === null ? 'any day' : `until ${formatDate(last)}`;
  if (last === null) return `from ${formatDate(first)}`;
  return first === last ? `on ${formatDate(first)}` : `${formatDate(first)} to ${formatDate(last)}`;
}

function marksInWords(marks: Extract<Filter, { kind: 'mark' }>['marks']): string {
  const words = marks.map(({ cue, mark }) => {
    const known = cue === null ? undefined : findCue(cue);
    return known === undefined
      ? mark === 0
        ? 'as usual'
        : `${mark > 0 ? '+' : '−'}${Math.abs(mark)}`
      : markWord(known, mark);
  });
  return [...new Set(words)].join(' or ');
}

/** Says what was taken as text although it looks like an operator, and what asks for nothing. */
export function misreadInWords({ text, why }: Misread): string {
  switch (why) {
    case 'operator':
      return `“${text}” is searched as text: there is no such operator.`;
    case 'value':
      return `“${text}” is searched as text: the operator does not know this value.`;
    case 'blank':
      return `“${text}” is left out: its value stands right behind it, without a space.`;
  }
}

const NOBODY: Readonly<Record<NameOperator, string>> = {
  with: 'Nobody is called',
  org: 'No organisation is called',
  tag: 'There is no tag',
};

/** Says that nobody, or nothing, has a name that is asked for. */
export function unknownInWords({ operator, name }: { readonly operator: NameOperator; readonly name: string }): string {
  return `${NOBODY[operator]} “${name}”.`;
}
