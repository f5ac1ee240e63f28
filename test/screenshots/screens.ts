import type { Page } from 'playwright-core';
import { linkTo, type Route } from '../../renderer/route.ts';
import type { RapportApi } from '../../shared/contract.ts';
import type { Period } from '../../shared/looking-back/period.ts';
import type { StageName } from './stage.ts';

/** One picture: where the page is, and what is done there before it is taken. */
export interface Screen {
  readonly name: string;
  readonly stage: StageName;
  /** Also at the smallest size for which the pages are composed. */
  readonly small?: boolean;
  readonly go?: (api: RapportApi) => Route | Promise<Route>;
  readonly act?: (page: Page) => Promise<void>;
}

async function personId(api: RapportApi, name: string) {
  const found = (await api.people.list({ shelf: 'current' })).find((person) => person.name === name);
  if (found === undefined) throw new Error(`The sample has no ${name}.`);
  return found.id;
}

async function conversationId(api: RapportApi, title: string) {
  const { results } = await api.search.find({ text: `"${title}"`, ranked: true, before: null });
  const found = results.find((result) => result.kind === 'conversation');
  if (found?.kind !== 'conversation') throw new Error(`The sample has no ${title}.`);
  return found.id;
}

async function organisationId(api: RapportApi, start: string) {
  const found = (await api.organisations.list({ shelf: 'current' })).find(({ name }) => name.startsWith(start));
  if (found === undefined) throw new Error(`The sample has no ${start}.`);
  return found.id;
}

const AMARA = 'Amara Okafor';
const toPerson = async (api: RapportApi): Promise<Route> => ({ page: 'person', id: await personId(api, AMARA) });
const at = (route: Route) => () => route;
const toTab = (name: RegExp | string) => async (page: Page) => {
  await page.getByRole('tab', { name }).click();
};

export const SCREENS: readonly Screen[] = [
  { name: 'first-run', stage: 'first-run', small: true },
  { name: 'sample-today', stage: 'sample', go: at({ page: 'today' }) },
  {
    name: 'sample-leave',
    stage: 'sample',
    go: at({ page: 'today' }),
    act: (page) => page.getByRole('button', { name: 'Leave the sample' }).click(),
  },
  { name: 'journal-damaged', stage: 'damaged' },
  {
    name: 'journal-salvaged',
    stage: 'damaged',
    act: async (page) => {
      await page.getByRole('button', { name: 'Salvage what can be read' }).click();
      await page.getByRole('button', { name: 'Open the salvaged journal' }).scrollIntoViewIfNeeded();
    },
  },

  { name: 'today', stage: 'filled', small: true, go: at({ page: 'today' }) },
  { name: 'people', stage: 'filled', small: true, go: at({ page: 'people' }) },
  {
    name: 'person',
    stage: 'filled',
    small: true,
    go: toPerson,
  },
  { name: 'person-relations', stage: 'filled', go: toPerson, act: toTab(/^Relations/) },
  { name: 'person-usual', stage: 'filled', go: toPerson, act: toTab('Usual and changes') },
  { name: 'person-listening', stage: 'filled', go: toPerson, act: toTab('Listening') },
  {
    name: 'people-chosen',
    stage: 'filled',
    small: true,
    go: at({ page: 'people' }),
    act: async (page) => {
      for (const name of [AMARA, 'Tom Hargreaves']) {
        await page
          .getByRole('row', { name })
          .first()
          .click({ modifiers: ['Control'] });
      }
    },
  },
  { name: 'duplicates', stage: 'filled', go: at({ page: 'duplicates' }) },
  {
    name: 'merge',
    stage: 'filled',
    go: async (api) => ({
      page: 'merge',
      id: await personId(api, AMARA),
      otherId: await personId(api, 'Amara Okafor-Reid'),
    }),
  },
  { name: 'organisations', stage: 'filled', go: at({ page: 'organisations' }) },
  {
    name: 'organisation',
    stage: 'filled',
    small: true,
    go: async (api) => ({ page: 'organisation', id: await organisationId(api, 'Brightwater') }),
  },
  {
    name: 'conversation',
    stage: 'filled',
    small: true,
    go: async (api) => ({ page: 'conversation', id: await conversationId(api, 'Phase two, and the money') }),
  },
  {
    name: 'conversation-body-language',
    stage: 'filled',
    go: async (api) => ({ page: 'conversation', id: await conversationId(api, 'Phase two, and the money') }),
    act: toTab('Body language'),
  },
  {
    name: 'conversation-draft',
    stage: 'filled',
    go: async (api) => {
      const [draft] = await api.drafts.list({});
      if (draft === undefined) throw new Error('The sample has no draft.');
      return { page: 'draft', id: draft.id };
    },
  },
  {
    name: 'brief',
    stage: 'filled',
    small: true,
    go: async (api) => ({ page: 'brief', id: await personId(api, AMARA) }),
  },
  {
    name: 'brief-meeting',
    stage: 'filled',
    go: async (api) => ({
      page: 'meeting-brief',
      ids: await Promise.all([AMARA, 'Tom Hargreaves', 'Zofia Kuczyńska'].map((name) => personId(api, name))),
    }),
  },
  {
    name: 'brief-organisation',
    stage: 'filled',
    go: async (api) => ({ page: 'organisation-brief', id: await organisationId(api, 'Brightwater') }),
  },
  { name: 'promises', stage: 'filled', go: at({ page: 'promises' }) },
  { name: 'follow-ups', stage: 'filled', go: at({ page: 'follow-ups' }) },
  { name: 'looking-back', stage: 'filled', small: true, go: at({ page: 'looking-back' }) },
  { name: 'looking-back-year', stage: 'filled', go: at({ page: 'looking-back', period: '2026' as Period }) },
  { name: 'review', stage: 'filled', go: at({ page: 'review' }) },
  { name: 'hindsight', stage: 'filled', go: at({ page: 'hindsight' }) },
  { name: 'quick-capture', stage: 'filled', go: at({ page: 'quick-capture' }) },
  { name: 'search', stage: 'filled', small: true, go: at({ page: 'search', text: 'list' }) },
  {
    name: 'search-operators',
    stage: 'filled',
    go: at({ page: 'search', text: 'with:amara has:promise channel:video' }),
  },
  {
    name: 'command-palette',
    stage: 'filled',
    go: at({ page: 'today' }),
    act: async (page) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: 'Command' }).fill('li');
    },
  },
  { name: 'backups', stage: 'filled', go: at({ page: 'backups' }) },
  {
    name: 'restore-preview',
    stage: 'filled',
    go: at({ page: 'backups' }),
    act: async (page) => {
      await page
        .getByRole('button', { name: /^Restore/ })
        .last()
        .click();
      await page.getByRole('button', { name: 'Replace journal', disabled: false }).waitFor();
    },
  },
  {
    name: 'restore-part',
    stage: 'filled',
    go: at({ page: 'backups' }),
    act: async (page) => {
      await page
        .getByRole('button', { name: /^Restore/ })
        .last()
        .click();
      await page
        .getByRole('button', { name: /^Bring back/ })
        .first()
        .click();
      await page.getByRole('button', { name: 'Bring back this person', disabled: false }).waitFor();
    },
  },
  { name: 'bin', stage: 'filled', go: at({ page: 'bin' }) },
  { name: 'settings', stage: 'filled', go: at({ page: 'settings' }) },
  { name: 'help', stage: 'filled', go: at({ page: 'help' }) },

  { name: 'empty-today', stage: 'empty', small: true, go: at({ page: 'today' }) },
  { name: 'empty-people', stage: 'empty', go: at({ page: 'people' }) },
  { name: 'empty-conversation', stage: 'empty', go: at({ page: 'new-conversation' }) },
  { name: 'empty-promises', stage: 'empty', go: at({ page: 'promises' }) },
  { name: 'empty-follow-ups', stage: 'empty', go: at({ page: 'follow-ups' }) },
  { name: 'empty-organisations', stage: 'empty', go: at({ page: 'organisations' }) },
  { name: 'empty-duplicates', stage: 'empty', go: at({ page: 'duplicates' }) },
  { name: 'empty-looking-back', stage: 'empty', go: at({ page: 'looking-back' }) },
  { name: 'empty-review', stage: 'empty', go: at({ page: 'review' }) },
  { name: 'empty-hindsight', stage: 'empty', go: at({ page: 'hindsight' }) },
  { name: 'empty-bin', stage: 'empty', go: at({ page: 'bin' }) },
  { name: 'empty-search', stage: 'empty', go: at({ page: 'search', text: '' }) },
  { name: 'empty-backups', stage: 'empty', go: at({ page: 'backups' }) },
  {
    name: 'new-person',
    stage: 'empty',
    go: at({ page: 'people' }),
    act: async (page) => {
      await page.keyboard.press('Control+Shift+n');
      await page.getByRole('dialog').waitFor();
    },
  },
];

/** The address of a screen within the page. */
export async function addressOf({ go }: Screen, api: RapportApi): Promise<string> {
  return go === undefined ? '#/today' : linkTo(await go(api));
}
