import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { configure, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
// Read before the first test, so that none waits for it.
import '../../../renderer/conversations/ConversationPage.tsx';
import '../../../renderer/people/PersonPage.tsx';
import { startApp, type TestApp } from '../../support/app.tsx';

vi.setConfig({ testTimeout: 30_000 });
configure({ asyncUtilTimeout: 10_000 });

const LONG = `She paused when the price came up. ${'The budget is decided in March. '.repeat(600)}`;

/** From now on the journal takes no page more: what SQLite answers is what it answers on a full disk. */
function fill({ context: { database } }: TestApp): void {
  database.pragma(`max_page_count = ${database.pragma<number>('page_count')}`);
}

function makeSpace({ context: { database } }: TestApp): void {
  database.pragma('max_page_count = 1000000');
}

const notes = () => screen.findByLabelText<HTMLTextAreaElement>('Notes', { selector: 'textarea' });
const banner = () => screen.findByText('The disk is full');

async function type(text: string): Promise<void> {
  fireEvent.change(await notes(), { target: { value: text } });
}

async function typeIntoFullJournal(): Promise<TestApp> {
  const app = startApp();
  app.render({ page: 'new-conversation' });
  await notes();
  fill(app);
  await type(LONG);
  await banner();
  return app;
}

const bodies = async ({ api }: TestApp): Promise<readonly string[]> =>
  Promise.all((await api.drafts.list({})).map(async ({ id }) => (await api.drafts.get({ id })).body));

describe('while the disk is full', () => {
  it('the text stays on the screen, and is saved when there is room, without a key and without a restart', async () => {
    const app = await typeIntoFullJournal();
    expect(screen.getByRole('alert').textContent).toContain('stays on the screen');
    expect((await notes()).value).toBe(LONG);
    expect(await bodies(app)).toEqual([]);
    makeSpace(app);
    await waitFor(() => expect(screen.queryByText('The disk is full')).toBe(null));
    expect(await screen.findByText('Draft kept')).toBeTruthy();
    expect((await bodies(app))[0]).toContain('She paused when the price came up.');
    // Nothing waits beside the journal any more.
    await waitFor(() => expect(readdirSync(app.dataDir).filter((name) => name.startsWith('Unsaved'))).toEqual([]));
  });

  it('the next key saves it as well', async () => {
    const app = await typeIntoFullJournal();
    makeSpace(app);
    await type(`${LONG}!`);
    await waitFor(async () => expect((await bodies(app))[0]).toContain('!'), { timeout: 2500 });
  });

  it('the text can be copied', async () => {
    const app = await typeIntoFullJournal();
    await app.user.click(await screen.findByRole('button', { name: 'Copy the text' }));
    expect(app.desk.asked).toContainEqual({ what: 'copyText', about: expect.stringContaining('She paused') });
  });

  it('the text is in a file beside the journal, and a draft after the next start', async () => {
    const app = await typeIntoFullJournal();
    await waitFor(() => expect(readdirSync(app.dataDir).some((name) => name.startsWith('Unsaved text'))).toBe(true));
    // With the text safe there, nothing keeps the app from ending.
    await app.flush();
    expect(await app.api.outage.state({})).toEqual({ storage: 'full', isLeaving: false, unsaved: null });
  });

  it('a text of a person is kept in sight and saved when there is room', async () => {
    const app = startApp();
    const { id } = await app.api.people.create({ name: 'Ada Byron' });
    app.render({ page: 'person', id });
    await app.user.click(await screen.findByRole('button', { name: 'Edit Situation' }));
    fill(app);
    const field = await screen.findByRole('textbox', { name: 'Situation' });
    fireEvent.change(field, { target: { value: LONG } });
    fireEvent.blur(field);
    await banner();
    makeSpace(app);
    await waitFor(() => expect(screen.queryByText('The disk is full')).toBe(null));
    const saved = async (): Promise<number> => (await app.api.people.get({ id })).situation.trim().length;
    await waitFor(async () => expect(await saved()).toBe(LONG.trim().length));
  });
});

describe('leaving while text is nowhere but on the screen', () => {
  it('is held, with the ways out named, and goes on by itself when the text was saved', async () => {
    const app = await typeIntoFullJournal();
    const { state } = app.context.journal;
    const file = join(app.dataDir, `Unsaved text ${state.state === 'open' ? state.id.slice(-8) : ''}.json`);
    // The disk beside the journal is full, too.
    rmSync(file, { force: true });
    mkdirSync(`${file}.new`);
    await type(`${LONG}?`);
    await app.flush();
    const { holdLeaving, wouldLoseText } = await import('../../../main/outage/aside.ts');
    expect(wouldLoseText(app.context)).toBe(true);
    holdLeaving(app.context);
    const dialog = await screen.findByRole('alertdialog', { name: 'Some text is not saved yet' });
    expect(within(dialog).getByRole('button', { name: 'Quit without the text' })).toBeTruthy();
    expect(within(dialog).getByRole('button', { name: 'Save the text elsewhere…' })).toBeTruthy();
    await app.user.click(within(dialog).getByRole('button', { name: 'Stay' }));
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBe(null));
    makeSpace(app);
    await waitFor(() => expect(wouldLoseText(app.context)).toBe(false));
    expect((await bodies(app))[0]).toContain('She paused');
    rmSync(`${file}.new`, { recursive: true, force: true });
  });

  it('names a text that is only in another window, which can be copied', async () => {
    const app = startApp();
    app.render({ page: 'today' });
    await screen.findByRole('heading', { level: 1, name: 'Today' });
    const body = 'Renewal: she wants the smaller plan';
    const drafts = [{ id: null, conversationId: null, personId: null, beginning: body, body }];
    await app.api.outage.keepAside({ window: 'quick capture', drafts });
    const { holdLeaving } = await import('../../../main/outage/aside.ts');
    holdLeaving(app.context);
    const dialog = await screen.findByRole('alertdialog', { name: 'Some text is not saved yet' });
    expect(within(dialog).getByText(body)).toBeTruthy();
    await app.user.click(within(dialog).getByRole('button', { name: 'Copy the text' }));
    expect(app.desk.asked).toContainEqual({ what: 'copyText', about: body });
  });
});

describe('what is entered in a small form beside a record', () => {
  const aside = ({ dataDir }: TestApp): string => {
    const name = readdirSync(dataDir).find((each) => each.startsWith('Unsaved text'));
    return name === undefined ? '' : readFileSync(join(dataDir, name), 'utf8');
  };

  async function enterDate(name: string): Promise<TestApp> {
    const app = startApp();
    const { id } = await app.api.people.create({ name: 'Ada Byron' });
    app.render({ page: 'person', id });
    await app.user.click(await screen.findByRole('button', { name: 'Add date' }));
    await app.user.type(await screen.findByLabelText('What', { selector: 'input' }), name);
    return app;
  }

  it('waits beside the journal when the app ends and it is not whole yet', async () => {
    const app = await enterDate('Wedding of her sister');
    await app.flush();
    expect(aside(app)).toContain('Wedding of her sister');
    // Left a second time it is let go, and nothing waits for it any more.
    await app.user.keyboard('{Escape}');
    await screen.findByText('The month is missing.');
    await app.user.keyboard('{Escape}');
    await waitFor(() => expect(aside(app)).toBe(''));
  });

  it('waits beside the journal while the journal does not take it, and goes into it when it does', async () => {
    const app = await enterDate('Wedding of her sister');
    await app.user.type(await screen.findByLabelText('In plain words', { selector: 'input' }), '3 August');
    // The row is small: it would find room in a full journal.
    app.context.database.pragma('query_only = ON');
    await app.user.keyboard('{Escape}');
    await waitFor(() => expect(aside(app)).toContain('Wedding of'));
    app.context.database.pragma('query_only = OFF');
    await app.flush();
    await waitFor(() => expect(aside(app)).toBe(''));
    const [person] = await app.api.people.list({ shelf: 'current' });
    if (person === undefined) throw new Error('Nobody is there.');
    const dates = async () => (await app.api.people.get({ id: person.id })).dates;
    expect(await dates()).toMatchObject([{ day: 3, month: 8 }]);
    // Kept once: leaving the form does not keep it again.
    await app.user.keyboard('{Escape}');
    await app.flush();
    expect(await dates()).toHaveLength(1);
  });
});
