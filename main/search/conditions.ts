import { toMatch } from '../../shared/search/match.ts';
import type { Filter } from '../../shared/search/operators.ts';
import type { Clause, Piece, Term } from '../../shared/search/query-language.ts';
import type { CalendarDate } from '../../shared/time.ts';
import type { Named } from './names.ts';
import type { Values } from './values.ts';

/** What the conditions of a search are made of. */
export interface Wanted {
  readonly named: Named;
  readonly today: CalendarDate;
  readonly values: Values;
  /** How the index of words is asked for a term, where that is not for its beginning. */
  readonly matchFor?: (term: Term) => string;
  /** The only positions that are asked about, so that no more of the index of words is read. */
  readonly range?: { readonly from: number; readonly before: number };
}

const NEVER = '0';
/** The condition that holds of everything. */
export const ALWAYS = '1';

/** A kind of thing that can be found, as its conditions see it. */
export interface Kind {
  /** The table and its alias, and the index of its words. */
  readonly table: string;
  readonly alias: string;
  /** What the filter asks of it; `0` for what it does not have. */
  readonly condition: (filter: Filter, wanted: Wanted) => string;
}

/** The clauses as one condition on the rows of a kind. */
export function conditionOf(kind: Kind, clauses: readonly Clause[], wanted: Wanted): string {
  if (clauses.length === 0) return ALWAYS;
  return clauses
    .map(({ pieces }) => `(${pieces.map((piece) => pieceCondition(kind, piece, wanted)).join(' OR ')})`)
    .join(' AND ');
}

/** True when one of the clauses can hold of nothing of a kind, so that nothing needs to be read. */
export function isImpossible(kind: Kind, clauses: readonly Clause[], wanted: Wanted): boolean {
  return clauses.some(({ pieces }) => pieces.every((piece) => pieceCondition(kind, piece, wanted) === NEVER));
}

/** Clauses without the choices that can hold of nothing of a kind, as long as others are left. */
export function withoutNever(kind: Kind, clauses: readonly Clause[], wanted: Wanted): readonly Clause[] {
  return clauses.map((clause) => {
    const pieces = clause.pieces.filter((piece) => pieceCondition(kind, piece, wanted) !== NEVER);
    return pieces.length === 0 || pieces.length === clause.pieces.length ? clause : { ...clause, pieces };
  });
}

function pieceCondition(kind: Kind, { not, term, filter }: Piece, wanted: Wanted): string {
  const { table, alias } = kind;
  const condition =
    term === undefined
      ? kind.condition(filter, wanted)
      : `${alias}.key IN (SELECT rowid FROM ${table}_fts
           WHERE ${table}_fts MATCH ${wanted.values.bind(wanted.matchFor?.(term) ?? toMatch([term]))}${inRange(wanted)})`;
  return not ? `NOT (${condition})` : condition;
}

function inRange({ range, values }: Wanted): string {
  if (range === undefined) return '';
  return ` AND rowid >= ${values.bindKey(range.from)} AND rowid < ${values.bindKey(range.before)}`;
}

/** Within the days of a filter. */
function within(column: string, filter: Extract<Filter, { kind: 'days' }>, { values }: Wanted): string {
  const { first, last } = filter;
  const parts = [
    ...(first === null ? [] : [`${column} >= ${values.bind(first)}`]),
    ...(last === null ? [] : [`${column} <= ${values.bind(last)}`]),
  ];
  return `(${parts.join(' AND ')})`;
}

/** What was noticed: by cue, by mark, or both in the same mark. */
export function observed(
  alias: string,
  { cues, marks }: { readonly cues?: readonly string[]; readonly marks?: readonly string[] },
  { values }: Wanted,
): string {
  const parts = [
    ...(cues === undefined ? [] : [`${alias}.cue IN ${values.bindList(cues)}`]),
    ...(marks === undefined
      ? []
      : [
          `(${alias}.mark IN ${values.bindList(anyCue(marks))}
           OR ${alias}.cue || ' ' || ${alias}.mark IN ${values.bindList(marks)})`,
        ]),
  ];
  return parts.length === 0 ? ALWAYS : parts.join(' AND ');
}

function anyCue(marks: readonly string[]): readonly number[] {
  return marks.filter((mark) => mark.startsWith('* ')).map((mark) => Number(mark.slice(2)));
}

/** Marks as text: `pace 1`, or `* 1` for any cue. */
export function markTexts(filter: Extract<Filter, { kind: 'mark' }>): readonly string[] {
  return filter.marks.map(({ cue, mark }) => `${cue ?? '*'} ${mark}`);
}

/** What belongs to a conversation. */
const HAVING = {
  promise: 'EXISTS (SELECT 1 FROM promise AS cr WHERE cr.conversation_id = c.id AND cr.deleted_at IS NULL)',
  followup: 'EXISTS (SELECT 1 FROM follow_up AS cu WHERE cu.conversation_id = c.id AND cu.deleted_at IS NULL)',
  file: 'EXISTS (SELECT 1 FROM attachment AS ca WHERE ca.conversation_id = c.id)',
} as const;

function conversationCondition(filter: Filter, wanted: Wanted): string {
  const { named, values } = wanted;
  const withPeople = (ids: readonly string[]): string =>
    ids.length === 0
      ? NEVER
      : `EXISTS (SELECT 1 FROM conversation_person AS cp
             WHERE cp.conversation_key = c.key AND +cp.person_id IN ${values.bindList(ids)})`;
  const noticed = (condition: string): string =>
    `EXISTS (SELECT 1 FROM moment AS cm JOIN observation AS co ON co.moment_key = cm.key
             WHERE cm.conversation_key = c.key AND ${condition})`;
  switch (filter.kind) {
    case 'with':
      return withPeople(named.people(filter.name));
    case 'org':
      return withPeople(named.members(filter.name));
    case 'tag':
      if (named.tags(filter.name).length === 0) return NEVER;
      return `EXISTS (SELECT 1 FROM conversation_tag AS ct
                      WHERE ct.conversation_key = c.key AND +ct.tag IN ${values.bindList(named.tags(filter.name))})`;
    case 'kind':
      return `EXISTS (SELECT 1 FROM conversation_person AS cp JOIN person AS cpp ON cpp.id = cp.person_id
                      WHERE cp.conversation_key = c.key AND cpp.kind = ${values.bind(filter.value)})`;
    case 'channel':
      return `c.channel = ${values.bind(filter.value)}`;
    case 'days':
      return within('c.held_on', filter, wanted);
    case 'cue':
      return noticed(observed('co', { cues: filter.cues }, wanted));
    case 'mark':
      return noticed(observed('co', { marks: markTexts(filter) }, wanted));
    case 'has':
      return filter.value === 'mark' ? noticed(ALWAYS) : HAVING[filter.value];
    case 'by':
    case 'is':
      return NEVER;
  }
}

/** Of people, and through them of what belongs to one. */
function personCondition(filter: Filter, { named, values }: Wanted): string {
  switch (filter.kind) {
    case 'with':
      return named.people(filter.name).length === 0 ? NEVER : `p.id IN ${values.bindList(named.people(filter.name))}`;
    case 'org':
      return named.organisations(filter.name).length === 0
        ? NEVER
        : `p.organisation_id IN ${values.bindList(named.organisations(filter.name))}`;
    case 'tag':
      return named.tags(filter.name).length === 0
        ? NEVER
        : `p.id IN (SELECT pt.person_id FROM person_tag AS pt
                       WHERE pt.tag IN ${values.bindList(named.tags(filter.name))})`;
    case 'kind':
      return `p.kind = ${values.bind(filter.value)}`;
    case 'is':
      return filter.value === 'archived' ? 'p.archived_at IS NOT NULL' : NEVER;
    case 'has':
      if (filter.value === 'promise') {
        return 'EXISTS (SELECT 1 FROM promise AS pr WHERE pr.person_id = p.id AND pr.deleted_at IS NULL)';
      }
      if (filter.value === 'followup') {
        return 'EXISTS (SELECT 1 FROM follow_up AS pu WHERE pu.person_id = p.id AND pu.deleted_at IS NULL)';
      }
      return NEVER;
    default:
      return NEVER;
  }
}

/** Of promises and follow-ups: the day is the one on which they are due. */
function dueCondition(alias: string, isOpen: string, filter: Filter, wanted: Wanted): string {
  const due = `coalesce(${alias}.due_on, substr(${alias}.created_at, 1, 10))`;
  switch (filter.kind) {
    case 'days':
      return within(due, filter, wanted);
    case 'channel':
      return `EXISTS (SELECT 1 FROM conversation AS oc
                      WHERE oc.id = ${alias}.conversation_id AND oc.channel = ${wanted.values.bind(filter.value)})`;
    case 'is':
      if (filter.value === 'open') return `(${isOpen})`;
      if (filter.value === 'overdue') return `(${isOpen} AND ${alias}.due_on < ${wanted.values.bind(wanted.today)})`;
      return personCondition(filter, wanted);
    case 'has':
      return NEVER;
    default:
      return personCondition(filter, wanted);
  }
}

export const CONVERSATION: Kind = { table: 'conversation', alias: 'c', condition: conversationCondition };
export const MOMENT: Kind = { table: 'moment', alias: 'm', condition: conversationCondition };
export const ATTACHMENT: Kind = { table: 'attachment', alias: 'a', condition: conversationCondition };
export const PERSON: Kind = { table: 'person', alias: 'p', condition: personCondition };
export const CONTACT: Kind = { table: 'contact', alias: 't', condition: personCondition };
export const ORGANISATION: Kind = {
  table: 'organisation',
  alias: 'o',
  condition: (filter, { named, values }) =>
    filter.kind === 'org' ? `o.id IN ${values.bindList(named.organisations(filter.name))}` : NEVER,
};
export const PROMISE: Kind = {
  table: 'promise',
  alias: 'r',
  condition: (filter, wanted) => {
    if (filter.kind === 'by') return `r.given_by = ${wanted.values.bind(filter.value)}`;
    if (filter.kind === 'has' && filter.value === 'promise') return ALWAYS;
    return dueCondition('r', 'r.kept_on IS NULL AND r.let_go_on IS NULL', filter, wanted);
  },
};
export const FOLLOW_UP: Kind = {
  table: 'follow_up',
  alias: 'u',
  condition: (filter, wanted) =>
    filter.kind === 'has' && filter.value === 'followup'
      ? ALWAYS
      : dueCondition('u', 'u.done_at IS NULL', filter, wanted),
};
