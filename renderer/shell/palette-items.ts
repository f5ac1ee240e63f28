import type { PersonSummary } from '../../shared/people/person.ts';
import { foldName } from '../../shared/people/rules.ts';
import type { SearchResult } from '../../shared/search/contract.ts';
import { formatDate } from '../format.ts';
import { ACTIONS, type Action, canPerform } from '../keys.ts';
import { find, findPeople } from '../people/find-people.ts';
import type { Route } from '../route.ts';
import { routeTo } from '../search/results.ts';
import { snippetWords } from '../search/SnippetText.tsx';

/** What Enter does with an entry of the palette. */
export type PaletteAct =
  | { readonly kind: 'perform'; readonly action: Action }
  | { readonly kind: 'go'; readonly route: Route };

export interface PaletteItem {
  /** The same for the same thing every time, so that it is remembered as used. */
  readonly id: string;
  readonly label: string;
  /** Small, at the right. */
  readonly detail: string;
  readonly act: PaletteAct;
}

export interface PaletteGroup {
  readonly name: string;
  readonly items: readonly PaletteItem[];
}

const MOST = { actions: 5, people: 5, organisations: 3, conversations: 5, promises: 3, recent: 5 } as const;

/** What was used since the app was started, the latest first. */
let recent: readonly PaletteItem[] = [];

/** Remembers that an entry was used. */
export function rememberUse(item: PaletteItem): void {
  recent = [item, ...recent.filter(({ id }) => id !== item.id)].slice(0, 50);
}

/** Forgets what was used, when another journal is opened. */
export function forgetUses(): void {
  recent = [];
}

function recentFirst(items: readonly PaletteItem[]): readonly PaletteItem[] {
  const place = new Map(recent.map(({ id }, index) => [id, index]));
  const last = recent.length;
  return items.toSorted((a, b) => (place.get(a.id) ?? last) - (place.get(b.id) ?? last));
}

function actionItem(action: Action): PaletteItem {
  return { id: `action ${action.id}`, label: action.name, detail: '', act: { kind: 'perform', action } };
}

function personItem({ id, name, role, organisationName }: PersonSummary): PaletteItem {
  return {
    id: `person ${id}`,
    label: name,
    detail: [role, organisationName ?? ''].filter((part) => part !== '').join(', '),
    act: { kind: 'go', route: { page: 'person', id } },
  };
}

function resultItem(result: SearchResult): PaletteItem {
  const act: PaletteAct = { kind: 'go', route: routeTo(result) };
  const id = `${result.kind} ${result.id}`;
  switch (result.kind) {
    case 'conversation': {
      const people = result.people.join(', ');
      const label = snippetWords(result.title) || people || 'Conversation';
      const detail = [label === people ? '' : people, formatDate(result.on)].filter((part) => part !== '').join(', ');
      return { id, label, detail, act };
    }
    case 'promise':
      return { id, label: snippetWords(result.words), detail: result.personName, act };
    case 'person':
      return { id, label: snippetWords(result.name), detail: snippetWords(result.detail), act };
    case 'organisation':
      return { id, label: snippetWords(result.name), detail: 'Organisation', act };
  }
}

/** Actions that something on the page can perform now. */
function actionsNow(): readonly Action[] {
  return ACTIONS.filter(({ id, palette }) => palette && canPerform(id));
}

/**
 * What the palette offers for a text: actions, people, conversations and promises, in each group what was used lately
 * first. Without a text what was used lately, and all actions.
 */
export function paletteGroups(
  text: string,
  people: readonly PersonSummary[],
  results: readonly SearchResult[],
): readonly PaletteGroup[] {
  if (text === '') {
    const actions = actionsNow().map(actionItem);
    const usable = recent.filter(({ act, id }) => act.kind === 'go' || actions.some((action) => action.id === id));
    const shown = usable.slice(0, MOST.recent);
    return withItems([
      { name: 'Used lately', items: shown },
      { name: 'Actions', items: actions.filter(({ id }) => shown.every((item) => item.id !== id)) },
    ]);
  }
  const ofKind = (kind: SearchResult['kind']): readonly PaletteItem[] =>
    results.filter((result) => result.kind === kind).map(resultItem);
  const named = namedFirst(findPeople(people, text), text).map(personItem);
  return withItems([
    {
      name: 'Actions',
      items: recentFirst(find(actionsNow(), text, ({ name }) => name).map(actionItem)).slice(0, MOST.actions),
    },
    { name: 'People', items: recentFirst(named).slice(0, MOST.people) },
    { name: 'Organisations', items: ofKind('organisation').slice(0, MOST.organisations) },
    { name: 'Conversations', items: recentFirst(ofKind('conversation')).slice(0, MOST.conversations) },
    { name: 'Promises', items: recentFirst(ofKind('promise')).slice(0, MOST.promises) },
    {
      name: 'Search',
      items: [
        {
          id: 'search',
          label: `Search the journal for “${text}”`,
          detail: '',
          act: { kind: 'go', route: { page: 'search', text } },
        },
      ],
    },
  ]);
}

/** Who is named so comes before who only has to do with it; what was found first stays first otherwise. */
function namedFirst(people: readonly PersonSummary[], text: string): readonly PersonSummary[] {
  const wanted = foldName(text);
  const isNamed = ({ name }: PersonSummary): boolean => ` ${foldName(name)}`.includes(` ${wanted}`);
  return [...people.filter(isNamed), ...people.filter((person) => !isNamed(person))].slice(0, 4 * MOST.people);
}

function withItems(groups: readonly PaletteGroup[]): readonly PaletteGroup[] {
  return groups.filter(({ items }) => items.length > 0);
}
