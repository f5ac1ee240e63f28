import { CUES } from '../../shared/observations/vocabulary.ts';
import type { SearchResult } from '../../shared/search/contract.ts';
import { fold, hitsIn, isUnspaced } from '../../shared/search/hits.ts';
import type { Filter } from '../../shared/search/operators.ts';
import { type Clause, isOfWords, type Term, termsOf } from '../../shared/search/query-language.ts';
import type { Database } from '../database/driver.ts';
import type { Plan } from './conversations.ts';
import { listTags } from './names.ts';
import {
  type Asked,
  CONTACTS,
  countMatching,
  FILES,
  FOLLOW_UPS,
  type FoundFile,
  type FoundFollowUp,
  type FoundMoment,
  type FoundOrganisation,
  type FoundPerson,
  type FoundPromise,
  listKeyed,
  listMatching,
  listOpenDrafts,
  MOMENTS,
  type OpenDraft,
  ORGANISATIONS,
  PEOPLE,
  PROMISES,
} from './others.ts';
import { listPeopleAt } from './participants.ts';
import { hasHit, markedAround, markedWhole, toSnippet } from './snippet.ts';
import { holdsAll, listOtherCandidates, partsMatch, type Table } from './substrings.ts';

/** Of each kind. */
const SOME = 10;
/** Of each kind when no words are looked for, only an operator. */
const MORE = 50;
const MOST_TAGS = 5;
const FEWEST_LETTERS = 3;
const MOST_DRAFTS = 200;
/** What may hold the words is looked at, so many rows at most. */
const MOST_CANDIDATES = 1000;

/** Everything found that is no conversation. */
export interface Others {
  readonly people: readonly FoundPerson[];
  readonly organisations: readonly FoundOrganisation[];
  readonly promises: readonly FoundPromise[];
  readonly followUps: readonly FoundFollowUp[];
  readonly moments: readonly FoundMoment[];
  readonly files: readonly FoundFile[];
  readonly drafts: readonly OpenDraft[];
  readonly tags: readonly string[];
  readonly cues: readonly (typeof CUES)[number][];
}

/** Everything but conversations that a query finds. */
export function findOthers(database: Database, asked: Asked, plan: Plan): Others {
  const orders = ordersOf(asked.clauses);
  const limit = asked.clauses.some(isOfWords) ? SOME : MORE;
  const all = { plan, limit, order: undefined };
  const terms = plainTerms(asked.clauses);
  // Where an operator leaves no conversation there is nothing of one to walk through.
  const hasConversations = plan.only?.length !== 0;
  return {
    people: findPeople(database, asked, plan, limit, orders.people),
    organisations: listMatching(database, ORGANISATIONS, asked, { plan, limit, order: orders.organisations }),
    promises: listMatching(database, PROMISES, asked, { plan, limit, order: orders.promises }),
    followUps: listMatching(database, FOLLOW_UPS, asked, { plan, limit, order: orders.followUps }),
    moments: hasConversations ? listMatching(database, MOMENTS, asked, all) : [],
    files: hasConversations ? listMatching(database, FILES, asked, all) : [],
    drafts: findDrafts(database, asked),
    tags:
      terms.length === 0
        ? []
        : listTags(database)
            .filter((tag) => areBegun(tag, terms))
            .slice(0, MOST_TAGS),
    cues: cuesNamed(terms),
  };
}

/** People named so, then those of whom it is known, then those who are reached so. */
function findPeople(
  database: Database,
  asked: Asked,
  plan: Plan,
  limit: number,
  order: string | undefined,
): readonly FoundPerson[] {
  const hasWords = asked.clauses.some(isOfWords);
  const named = hasWords ? listMatching(database, PEOPLE, asked, { plan, limit, column: 'name' }) : [];
  if (named.length === limit) return named;
  const known = listMatching(database, PEOPLE, asked, { plan, limit, order });
  const reached = listMatching(database, CONTACTS, asked, { plan, limit });
  return distinct([...named, ...known, ...reached]).slice(0, limit);
}

function distinct<T extends { readonly id: string }>(rows: readonly T[]): readonly T[] {
  const seen = new Set<string>();
  return rows.filter(({ id }) => !seen.has(id) && seen.add(id));
}

/** The order in which the rows of a kind are shown when no words are looked for; undefined where none are shown then. */
interface Orders {
  readonly people: string | undefined;
  readonly organisations: string | undefined;
  readonly promises: string | undefined;
  readonly followUps: string | undefined;
}

function ordersOf(clauses: readonly Clause[]): Orders {
  const filters = clauses.flatMap(({ pieces: [piece, ...more] }) =>
    piece?.filter === undefined || piece.not || more.length > 0 ? [] : [piece.filter],
  );
  const has = (is: (filter: Filter) => boolean): boolean => filters.some(is);
  const isOpen = has((filter) => filter.kind === 'is' && (filter.value === 'open' || filter.value === 'overdue'));
  const isOfPeople = has(({ kind }) => kind === 'with' || kind === 'org' || kind === 'tag' || kind === 'kind');
  const isArchived = has((filter) => filter.kind === 'is' && filter.value === 'archived');
  return {
    people: isOfPeople || isArchived ? '' : undefined,
    organisations: has(({ kind }) => kind === 'org') ? '' : undefined,
    promises: isOpen
      ? 'ORDER BY r.due_on, r.key'
      : has(({ kind }) => kind === 'by')
        ? 'ORDER BY r.key DESC'
        : undefined,
    followUps: isOpen ? 'ORDER BY u.due_on, u.due_time, u.key' : undefined,
  };
}

/** The words of a query that is nothing but words, for names that are not in the journal's own texts. */
function plainTerms(clauses: readonly Clause[]): readonly Term[] {
  const isPlain = clauses.every((clause) => isOfWords(clause) && clause.pieces.length === 1 && !clause.pieces[0]?.not);
  return isPlain ? termsOf({ clauses, misread: [] }) : [];
}

/** Cues whose name begins so. Small words are in the middle of many. */
function cuesNamed(terms: readonly Term[]): Others['cues'] {
  const [first] = terms;
  if (first === undefined || first.text.length < FEWEST_LETTERS) return [];
  return CUES.filter(({ name }) => fold(name).startsWith(fold(first.text)) && areBegun(name, terms)).slice(
    0,
    MOST_TAGS,
  );
}

function areBegun(name: string, terms: readonly Term[]): boolean {
  return terms.every((term) => hitsIn(` ${name}`, [term]).some(({ from }) => / /u.test(` ${name}`.charAt(from - 1))));
}

/** Drafts are looked through only when they are asked for. */
function findDrafts(database: Database, { clauses, named }: Asked): readonly OpenDraft[] {
  const isAsked = clauses.some(({ pieces }) =>
    pieces.some(({ filter, not }) => filter?.kind === 'is' && filter.value === 'draft' && !not),
  );
  if (!isAsked) return [];
  return listOpenDrafts(database, MOST_DRAFTS)
    .filter((draft) =>
      clauses.every(({ pieces }) =>
        pieces.some(({ filter, term, not }) => {
          if (term !== undefined) return hitsIn(draftText(draft), [term]).length > 0 !== not;
          if (filter.kind === 'is') return (filter.value === 'draft') !== not;
          if (filter.kind === 'with') return named.people(filter.name).some((id) => draft.body.includes(id)) !== not;
          return not;
        }),
      ),
    )
    .slice(0, MORE);
}

/** Everything in a draft that the user wrote, without reading it as an editor does. */
function draftText({ beginning, body }: Pick<OpenDraft, 'beginning' | 'body'>): string {
  try {
    return textsIn(JSON.parse(body)).join('\n');
  } catch {
    return beginning;
  }
}

const NOT_WORDS = /(?:^id|Ids?|^hash|^zone|^channel|^type|^on|^at|On|At)$/u;

function textsIn(value: unknown, name = ''): readonly string[] {
  if (typeof value === 'string') return value === '' || NOT_WORDS.test(name) ? [] : [value];
  if (Array.isArray(value)) return value.flatMap((each) => textsIn(each, name));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => textsIn(each, key));
}

/** What the second index finds besides: the words stand anywhere in it. */
export function withParts(database: Database, asked: Asked, found: Others): Others {
  const match = partsMatch(database, asked.clauses);
  if (match === null) return found;
  const candidates = listOtherCandidates(database, match, MOST_CANDIDATES);
  const ofWords = asked.clauses.filter(isOfWords);
  const limit = SOME;
  function more<Row extends { readonly key: number }>(
    table: Exclude<Table, 'conversation'>,
    read: Parameters<typeof listKeyed<Row>>[1],
    present: readonly Row[],
    text: (row: Row) => string,
  ): readonly Row[] {
    if (present.length >= limit) return present;
    const known = new Set(present.map(({ key }) => key));
    const keys = (candidates.get(table) ?? []).filter((key) => !known.has(key));
    const rows = listKeyed<Row>(database, read, asked, keys).filter((row) => holdsAll(text(row), ofWords));
    return [...present, ...rows].slice(0, limit);
  }
  const people = more(
    'person',
    PEOPLE,
    found.people.filter(({ contact }) => contact === null),
    personText,
  );
  const reached = more(
    'contact',
    CONTACTS,
    found.people.filter(({ contact }) => contact !== null),
    ({ contact }) => contact ?? '',
  );
  return {
    ...found,
    people: distinct([...people, ...reached]).slice(0, limit),
    organisations: more('organisation', ORGANISATIONS, found.organisations, ({ name, about }) => `${name}\n${about}`),
    promises: more('promise', PROMISES, found.promises, ({ words }) => words),
    followUps: more('follow_up', FOLLOW_UPS, found.followUps, ({ words, note }) => `${words}\n${note}`),
    moments: more('moment', MOMENTS, found.moments, (moment) => momentTexts(moment).join('\n')),
    files: more('attachment', FILES, found.files, ({ name }) => name),
  };
}

/** True where the words may stand within others. */
export function isWithoutSpaces({ clauses }: Asked): boolean {
  return termsOf({ clauses, misread: [] }).some(({ text }) => isUnspaced(text));
}

/** How many there are of everything but conversations and drafts, each counted no further than to `most`. */
export function countOthers(database: Database, asked: Asked, plan: Plan, most: number): readonly number[] {
  const orders = ordersOf(asked.clauses);
  return [
    countMatching(database, PEOPLE, asked, { plan, most, order: orders.people }),
    countMatching(database, ORGANISATIONS, asked, { plan, most, order: orders.organisations }),
    countMatching(database, PROMISES, asked, { plan, most, order: orders.promises }),
    countMatching(database, FOLLOW_UPS, asked, { plan, most, order: orders.followUps }),
    countMatching(database, MOMENTS, asked, { plan, most }),
    countMatching(database, FILES, asked, { plan, most }),
  ];
}

function personText({ name, role, situation, remember, aim, howMet, sensitive }: FoundPerson): string {
  return [name, role, situation, remember, aim, howMet, sensitive].join('\n');
}

function momentTexts({ about, seenOrHeard, mayMean, otherExplanations }: FoundMoment): readonly string[] {
  return [about, seenOrHeard, mayMean, otherExplanations];
}

/** As they are shown, in their order. */
export function otherResults(database: Database, found: Others, { clauses }: Asked): readonly SearchResult[] {
  const terms = termsOf({ clauses, misread: [] });
  const whole = (text: string) => toSnippet(markedWhole(text, terms));
  const around = (text: string) => toSnippet(markedAround(text, terms));
  const there = peopleOf(database, [...found.moments, ...found.files]);
  return [
    ...found.people.map((person): SearchResult => toPerson(person, terms)),
    ...found.organisations.map(({ id, name, about }): SearchResult => {
      const known = markedAround(about, terms);
      return { kind: 'organisation', id, name: whole(name), detail: hasHit(known) ? toSnippet(known) : [] };
    }),
    ...found.tags.map((tag): SearchResult => ({ kind: 'tag', id: tag, name: whole(tag) })),
    ...found.cues.map(({ name }): SearchResult => ({ kind: 'cue', id: name.toLowerCase(), name: whole(name) })),
    ...found.promises.map(
      ({ key: _key, words, ...promise }): SearchResult => ({ kind: 'promise', ...promise, words: whole(words) }),
    ),
    ...found.followUps.map(({ key: _key, words, note, isDone, ...followUp }): SearchResult => {
      const text = markedWhole(words, terms);
      const shown = words === '' || (!hasHit(text) && note !== '') ? markedAround(note, terms) : text;
      return { kind: 'follow-up', ...followUp, isDone: isDone === 1, words: toSnippet(shown) };
    }),
    ...found.drafts.map((draft): SearchResult => {
      const text = draftText(draft);
      return {
        kind: 'draft',
        id: draft.id,
        personId: draft.personId,
        snippet: around(text),
        updatedAt: draft.updatedAt,
      };
    }),
    ...found.moments.map((moment): SearchResult => {
      const texts = momentTexts(moment).map((text) => markedAround(text, terms));
      const shown = texts.find(hasHit) ?? texts.find((text) => text !== '') ?? '';
      const { id, conversationId, on, channel } = moment;
      return { kind: 'moment', id, conversationId, on, channel, snippet: toSnippet(shown), ...there(moment) };
    }),
    ...found.files.map((file): SearchResult => {
      const { key, conversationId, on, name } = file;
      return { kind: 'file', id: String(key), conversationId, on, name: whole(name), ...there(file) };
    }),
  ];
}

function peopleOf(database: Database, rows: readonly { readonly conversationKey: number }[]) {
  const keys = [...new Set(rows.map(({ conversationKey }) => conversationKey))];
  const people = keys.length === 0 ? null : listPeopleAt(database, keys);
  return ({ conversationKey }: { readonly conversationKey: number }) => {
    const there = people?.get(conversationKey) ?? [];
    return { people: there.map(({ name }) => name), personIds: there.map(({ id }) => id) };
  };
}

function toPerson(person: FoundPerson, terms: readonly Term[]): SearchResult {
  const { id, role, organisation, contact } = person;
  const name = markedWhole(person.name, terms);
  const who = [role, organisation].filter((part) => part !== null && part !== '').join(', ');
  const known = [role, person.situation, person.remember, person.aim, person.howMet, person.sensitive, contact ?? '']
    .map((text) => markedAround(text, terms))
    .find(hasHit);
  // Who they are, unless the hit is in what is known of them.
  return { kind: 'person', id, name: toSnippet(name), detail: toSnippet(hasHit(name) ? who : (known ?? who)) };
}
