import type { Page } from 'playwright-core';
import { afterEach, expect, test } from 'vitest';
import { linkTo } from '../../renderer/route.ts';
import { NOTHING_NOTICED } from '../../shared/conversations/conversation.ts';
import type { PersonId } from '../../shared/id.ts';
import type { Period } from '../../shared/looking-back/period.ts';
import type { CalendarDate } from '../../shared/time.ts';
import { aConversation } from '../support/conversations.ts';
import { createTestServer, type TestServer } from '../support/server.ts';
import { launchBrowser, type StartedBrowser } from './support/browser.ts';
import { inkOf, printedPages } from './support/paper.ts';

const now = '2026-11-21T09:30:00.000Z';
const SHEETS = ['A4', 'Letter'] as const;
/** The margins of the printed sheet in points, less a hair for the rounding of edges. */
const MARGINS = { across: 49, down: 43 } as const;
const OCTOBER = '2026-10' as Period;

let app: TestServer | undefined;
let browser: StartedBrowser | undefined;

afterEach(async () => {
  await browser?.close();
  app?.dispose();
});

interface Journal {
  readonly api: TestServer['api'];
  readonly named: (index: number) => string;
}

async function talk({ api }: Journal, personId: PersonId, days: readonly string[], talkShare?: number): Promise<void> {
  for (const on of days) {
    const listening = talkShare === undefined ? NOTHING_NOTICED : { ...NOTHING_NOTICED, talkShare };
    await api.conversations.save({
      conversation: aConversation({ personIds: [personId], on: on as CalendarDate, minutes: 125, listening }),
      draftId: null,
    });
  }
}

async function person({ api, named }: Journal, index: number, introducedById: PersonId | null): Promise<PersonId> {
  return (await api.people.create({ name: named(index), fields: { introducedById } })).id;
}

const september = (count: number) => Array.from({ length: count }, (_, day) => `2026-09-0${day + 1}`);
const october = (count: number) => Array.from({ length: count }, (_, day) => `2026-10-0${day + 1}`);

/** So many of everybody: met through somebody, out of sight, past their cadence, and with whom the user talked most. */
async function fill(journal: Journal, count: number): Promise<void> {
  const through = await person(journal, 0, null);
  await talk(journal, through, september(1));
  for (let index = 1; index <= count; index += 1) {
    await talk(journal, await person(journal, index, through), october(5), 90);
    await talk(journal, await person(journal, 1000 + index, null), [...september(6), '2026-10-02']);
    const past = await person(journal, 2000 + index, null);
    await journal.api.people.edit({ id: past, fields: { cadence: { count: 1, unit: 'week' } } });
    await talk(journal, past, ['2026-08-01']);
  }
  for (const channel of ['phone', 'in_person', 'message', 'email'] as const) {
    await journal.api.conversations.save({
      conversation: aConversation({ personIds: [through], on: '2026-10-20' as CalendarDate, channel }),
      draftId: null,
    });
  }
  for (const givenBy of ['me', 'them'] as const) {
    await journal.api.promises.create({
      personId: through,
      conversationId: null,
      givenBy,
      words: 'A list',
      dueOn: '2026-10-10' as CalendarDate,
    });
  }
}

async function pagesOf(page: Page): Promise<readonly number[]> {
  const pages: number[] = [];
  for (const format of SHEETS) {
    const sheets = await printedPages(await page.pdf({ format, printBackground: true, tagged: true }));
    pages.push(sheets.length);
    expect(sheets.map((sheet) => inkOf(sheet, MARGINS).inMargins)).toEqual(sheets.map(() => 0));
  }
  return pages;
}

const NAMES: readonly (readonly [what: string, named: (index: number) => string])[] = [
  ['short names', (index) => `Guest ${index}`],
  ['long names', (index) => `María del Carmen Fernández-Villaverde de la Torre ${index}`],
  ['names of one word', (index) => `${'Wolle'.repeat(55)}${index}`],
  ['names in wide letters', (index) => `${'山本五十六大和田村'.repeat(3)}${index}`],
];

test.each(NAMES)(
  'a month in which everything happened is one sheet with %s, and says what is left out',
  async (_, named) => {
    app = createTestServer({ now });
    await fill({ api: app.api, named }, 20);
    browser = await launchBrowser(app.bridge, { now, timezoneId: app.clock.zone() });
    const { page } = browser;
    await page.getByRole('heading').first().waitFor();
    await page.evaluate(
      (hash) => {
        location.hash = hash;
      },
      linkTo({ page: 'looking-back', period: OCTOBER }),
    );
    await page.getByText(/more people are not shown/).waitFor();
    await page.evaluate(() => document.fonts.ready);
    const overview = page.getByRole('main');
    for (const list of ['New people', 'Who drifted away', 'Spoken with much less', 'Where you talked most']) {
      await overview
        .getByRole('list', { name: list })
        .getByText(/^and \d+ more p/)
        .waitFor();
    }
    expect(await pagesOf(page)).toEqual([1, 1]);
  },
);
