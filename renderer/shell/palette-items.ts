import type { PersonSummary } from '../../shared/people/person.ts';
import { foldName } from '../../shared/people/rules.ts';
import type { SavedView } from '../../shared/people/table.ts';
import { asValue } from '../../shared/search/completion.ts';
import type { SavedSearch, SearchResult } from '../../shared/search/contract.ts';
import { formatDate } from '../format.ts';
import { ACTIONS, type Action, canPerform, isKeyOf } from '../keys.ts';
import { find, findPeople } from '../people/find-people.ts';
import type { Route } from '../route.ts';
import { routeTo } from '../search/results.ts';
import { snippetWords } from '../search/SnippetText.tsx';

/** What Enter does with an entry of the palette. */
export type PaletteAct =
  | { readonly kind: 'perform'; readonly action: Action }
  | { readonly kind: 'go'; readonly route: Route }
  | { readonly kind: 'view'; readonly view: SavedView }
  /** The palette stays open, with this in its line. */
  | { readonly kind: 'type'; readonly text: string };

export interface PaletteItem {
  /** The same for the same thing every time, so that it is remembered as used. */
  readonly id: string;
  readonly label: string;
  /** Small, at the right. */
  readonly detail: string;
  readonly act: PaletteAct;
  /** What was looked for, to be marked where this leads. */
  readonly found?: string | undefined;
}

export interface PaletteGroup {
  readonly name: string;
  readonly items: readonly PaletteItem[];
}

const MOST = {
  actions: 5,
  people: 5,
  organisations: 3,
  conversations: 5,
  promises: 3,
  views: 3,
  recent: 5,
  saved: 5,
  only: 30,
} as const;

/** How much each use since takes from an earlier one: what is used often stays ahead of what was used once. */
const FADES = 0.8;

interface Use {
  readonly item: PaletteItem;
  readonly weight: number;
}

/** What was used since the app was started, the recent and frequent first. */
let uses: readonly Use[] = [];

/** Remembers that an entry was used. */
export function rememberUse(item: PaletteItem): void {
  const before = uses.find((use) => use.item.id === item.id)?.weight ?? 0;
  const others = uses.filter((use) => use.item.id !== item.id).map((use) => ({ ...use, weight: use.weight * FADES }));
  uses = [{ item, weight: 1 + before * FADES }, ...others].sort((a, b) => b.weight - a.weight).slice(0, 50);
}

/** Forgets what was used, when another journal is opened. */
export function forgetUses(): void {
  uses = [];
}

function usedFirst(items: readonly PaletteItem[]): readonly PaletteItem[] {
  const place = new Map(uses.map(({ item }, index) => [item.id, index]));
  const last = uses.length;
  return items.toSorted((a, b) => (place.get(a.id) ?? last) - (place.get(b.id) ?? last));
}

function actionItem(action: Action): PaletteItem {
  return { id: `action ${action.id}`, label: action.name, detail: '', act: { kind: 'perform', action } };
}

/** The entry whose own key was pressed. Undo and redo are about what is typed in the line. */
export function itemOfKey(event: KeyboardEvent): PaletteItem | undefined {
  const action = ACTIONS.find(
    ({ id, keys, palette }) =>
      palette && keys.startsWith('Mod+') && id !== 'undo' && id !== 'redo' && isKeyOf(id, event) && canPerform(id),
  );
  return action && actionItem(action);
}

function personItem({ id, name, role, organisationName }: PersonSummary): PaletteItem {
  return {
    id: `person ${id}`,
    label: name,
    detail: [role, organisationName ?? ''].filter((part) => part !== '').join(', '),
    act: { kind: 'go', route: { page: 'person', id } },
  };
}

function viewItem(view: SavedView): PaletteItem {
  return { id: `view ${view.id}`, label: view.name, detail: 'View of people', act: { kind: 'view', view } };
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
    case 'tag':
    case 'cue':
      return { id, label: snippetWords(result.name), detail: result.kind === 'tag' ? 'Tag' : 'Cue', act };
    case 'follow-up':
      return { id, label: snippetWords(result.words), detail: result.personName ?? '', act };
    case 'file':
      return { id, label: snippetWords(result.name), detail: formatDate(result.on), act };
    case 'moment':
      return { id, label: snippetWords(result.snippet), detail: formatDate(result.on), act };
    case 'draft':
      return { id, label: snippetWords(result.snippet), detail: 'Draft', act };
  }
}

function savedItem({ id, name, text }: SavedSearch): PaletteItem {
  return {
    id: `saved ${id}`,
    label: name,
    detail: text === name ? 'Saved search' : text,
    act: { kind: 'go', route: { page: 'search', text } },
  };
}

/** Actions that something on the page can perform now. */
function actionsNow(): readonly Action[] {
  return ACTIONS.filter(({ id, palette }) => palette && canPerform(id));
}

type Sign = '>' | '@' | '#';

/** The first character that asks for one kind of entry only: `>` actions, `@` people, `#` tags. */
export function signOf(text: string): Sign | null {
  const [first] = text;
  return first === '>' || first === '@' || first === '#' ? first : null;
}

function groupsOfSign(
  sign: Sign,
  text: string,
  people: readonly PersonSummary[],
  tags: readonly string[],
): readonly PaletteGroup[] {
  if (sign === '>') {
    return withItems([{ name: 'Actions', items: usedFirst(find(actionsNow(), text, nameOf).map(actionItem)) }]);
  }
  if (sign === '@') {
    const named = text === '' ? people : namedFirst(findPeople(people, text), text);
    const items = usedFirst(named.map(personItem)).slice(0, MOST.only);
    return withItems([
      { name: 'People', items },
      // Who is archived or waits in the bin is found there.
      { name: 'Search', items: items.length > 0 ? [] : [searchItem(text, `Search the journal for “${text}”`)] },
    ]);
  }
  const wanted = foldName(text);
  const exact = tags.filter((tag) => foldName(tag) === wanted);
  const found = exact.length > 0 ? exact : tags.filter((tag) => foldName(tag).includes(wanted));
  const isWith = ({ tags: own }: PersonSummary): boolean =>
    own.some((tag) => found.some((each) => foldName(each) === foldName(tag)));
  return withItems([
    { name: 'Tags', items: exact.length > 0 ? [] : found.slice(0, MOST.only).map(tagItem) },
    { name: 'People', items: text === '' ? [] : people.filter(isWith).slice(0, MOST.only).map(personItem) },
    // A tag may be one of conversations, or of nobody who is here now.
    { name: 'Search', items: exact.map(taggedItem) },
  ]);
}

function nameOf({ name }: Action): string {
  return name;
}

function searchItem(text: string, label: string): PaletteItem {
  return { id: 'search', label, detail: '', act: { kind: 'go', route: { page: 'search', text } } };
}

function taggedItem(tag: string): PaletteItem {
  return { ...searchItem(`tag:${asValue(tag)}`, `Everything tagged “${tag}”`), id: `tagged ${tag}` };
}

function tagItem(tag: string): PaletteItem {
  return { id: `tag ${tag}`, label: tag, detail: 'Tag', act: { kind: 'type', text: `#${tag}` } };
}

/**
 * What the palette offers for a text: actions, people, conversations and promises, in each group what is used
 * recently and often first. Without a text what was used lately, and all actions. A sign before it asks for one kind.
 */
export function paletteGroups(
  text: string,
  people: readonly PersonSummary[],
  results: readonly SearchResult[],
  tags: readonly string[] = [],
  views: readonly SavedView[] = [],
  saved: readonly SavedSearch[] = [],
): readonly PaletteGroup[] {
  const sign = signOf(text);
  if (sign !== null) return groupsOfSign(sign, text.slice(1).trim(), people, tags);
  if (text === '') {
    const actions = actionsNow().map(actionItem);
    const usable = uses
      .map(({ item }): PaletteItem => ({ ...item, found: undefined }))
      .filter(({ act, id }) => act.kind === 'go' || act.kind === 'view' || actions.some((action) => action.id === id));
    const shown = usable.slice(0, MOST.recent);
    return withItems([
      { name: 'Used lately', items: shown },
      { name: 'Saved searches', items: saved.slice(0, MOST.saved).map(savedItem) },
      { name: 'Actions', items: actions.filter(({ id }) => shown.every((item) => item.id !== id)) },
    ]);
  }
  const ofKind = (kind: SearchResult['kind']): readonly PaletteItem[] =>
    results.filter((result) => result.kind === kind).map((result) => ({ ...resultItem(result), found: text }));
  const named = namedFirst(findPeople(people, text), text).map(personItem);
  return withItems([
    {
      name: 'Actions',
      items: usedFirst(find(actionsNow(), text, nameOf).map(actionItem)).slice(0, MOST.actions),
    },
    { name: 'People', items: usedFirst(named).slice(0, MOST.people) },
    {
      name: 'Views of people',
      items: usedFirst(find(views, text, ({ name }) => name).map(viewItem)).slice(0, MOST.views),
    },
    {
      name: 'Saved searches',
      items: find(saved, text, ({ name }) => name)
        .map(savedItem)
        .slice(0, MOST.saved),
    },
    { name: 'Organisations', items: ofKind('organisation').slice(0, MOST.organisations) },
    { name: 'Conversations', items: usedFirst(ofKind('conversation')).slice(0, MOST.conversations) },
    { name: 'Promises', items: usedFirst(ofKind('promise')).slice(0, MOST.promises) },
    {
      name: 'Search',
      items: [searchItem(text, `Search the journal for “${text}”`)],
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
