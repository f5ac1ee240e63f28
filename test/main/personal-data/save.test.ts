import { afterEach, beforeEach, expect, it } from 'vitest';
import { everythingAbout } from '../../../main/personal-data/everything.ts';
import { asHtml, asJson } from '../../../main/personal-data/render.ts';
import type { PersonId } from '../../../shared/id.ts';
import type { CalendarDate } from '../../../shared/time.ts';
import { aConversation } from '../../support/conversations.ts';
import { createTestServer, type TestServer } from '../../support/server.ts';

let app: TestServer;
let ana: PersonId;
let words: string[];

/** A text that nothing else has, and that would run if it were not escaped. */
const word = (): string => {
  const text = `<b onclick="x()">word${words.length}&'"`;
  words.push(text);
  return text;
};

beforeEach(async () => {
  words = [];
  app = createTestServer();
  const { api } = app;
  ana = (
    await api.people.create({
      name: word(),
      fields: {
        role: word(),
        pronunciation: word(),
        situation: word(),
        remember: word(),
        aim: word(),
        howMet: word(),
        tags: ['renewal'],
        contacts: [{ kind: 'web', label: word(), value: word() }],
        dates: [{ label: word(), month: 2, day: 29, year: null }],
      },
    })
  ).id;
  const { id: bob } = await api.people.create({ name: 'Bob Stone', fields: { introducedById: ana } });
  const { id: conversation } = await api.conversations.save({
    conversation: aConversation({
      personIds: [ana, bob],
      title: word(),
      notes: `${word()}\n\nsecond line`,
      wouldHelp: word(),
      moments: [
        {
          id: null,
          about: word(),
          seenOrHeard: word(),
          mayMean: word(),
          observations: [
            { personId: ana, cue: 'pace', mark: -1 },
            { personId: bob, cue: 'volume', mark: 2 },
          ],
        },
      ],
      promises: [
        { id: null, personId: ana, givenBy: 'me', words: word(), dueOn: null },
        { id: null, personId: bob, givenBy: 'me', words: 'Only for Bob', dueOn: null },
      ],
      followUp: { id: null, words: word(), dueOn: '2026-11-28' as CalendarDate, dueTime: null },
    }),
    draftId: null,
  });
  await api.conversations.bin({ id: conversation });
  await api.drafts.keep({
    id: null,
    conversationId: null,
    personId: ana,
    beginning: 'draft',
    body: JSON.stringify({ notes: word() }),
  });
});
afterEach(() => app.dispose());

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');

it('holds every word about the person in both forms, what is in the bin too, and nothing about others', () => {
  const everything = everythingAbout(app.context.database, ana, app.clock.now());
  const json = asJson(everything);
  const html = asHtml(everything);
  for (const text of words) {
    expect(json).toContain(JSON.stringify(text).slice(1, -1));
    expect(html).toContain(escaped(text));
  }
  expect(JSON.parse(json)).toMatchObject({ introduced: ['Bob Stone'], person: { tags: ['renewal'] } });
  expect(html).toContain('Bob Stone');
  for (const text of [json, html]) {
    expect(text).not.toContain('Only for Bob');
    expect(text).not.toContain('volume');
  }
});

it('says of whom own words of a relation are true', async () => {
  const { id: bob } = await app.api.people.create({ name: 'Bob Hill' });
  await app.api.relations.create({ personId: bob, otherId: ana, role: 'other', words: 'mentor', note: '' });
  expect(everythingAbout(app.context.database, ana, app.clock.now()).relations).toMatchObject([
    { relation: 'Bob Hill to them: mentor', to: 'Bob Hill' },
  ]);
  expect(everythingAbout(app.context.database, bob, app.clock.now()).relations).toMatchObject([{ relation: 'mentor' }]);
});

it('is a page in which nothing runs and nothing is fetched', () => {
  const html = asHtml(everythingAbout(app.context.database, ana, app.clock.now()));
  const page = html.replace(/<style>[\s\S]*?<\/style>/, '');
  expect(
    page
      .match(/<[a-z][a-z0-9]*/g)
      ?.filter((tag) => !/^<(html|head|meta|title|body|h1|h2|p|section|article|dl|dt|dd)$/.test(tag)),
  ).toEqual([]);
  expect(page).not.toMatch(/<[^>]*(\bon\w+=|src=|href=)/);
  expect(html).toContain(`content="default-src 'none'`);
});

it('reads every table that refers to people', () => {
  const { database } = app.context;
  const tables = database
    .all<{ name: string }>(
      `SELECT DISTINCT tables.name FROM sqlite_schema AS tables JOIN pragma_foreign_key_list(tables.name) AS keys
       WHERE tables.type = 'table' AND keys."table" = 'person'`,
    )
    .map(({ name }) => name);
  expect(tables).toContain('contact');
  const { person, conversations, promises, followUps, drafts } = everythingAbout(database, ana, app.clock.now());
  expect(person.contacts).toHaveLength(1);
  expect([conversations.length, promises.length, followUps.length, drafts.length]).toEqual([1, 1, 1, 1]);
});

it('is saved where the user wants it, under a name that every system allows', async () => {
  expect(await app.api.personalData.save({ id: ana, format: 'html' })).toBe(false);
  app.desk.savePath = '/somewhere/ana.json';
  expect(await app.api.personalData.save({ id: ana, format: 'json' })).toBe(true);
  const names = app.desk.asked.filter(({ what }) => what === 'chooseSavePath').map(({ about }) => String(about));
  expect(names).toHaveLength(2);
  for (const name of names) expect(name).toMatch(/^What Rapport holds about [^<>:"/\\|?*]+\.(html|json)$/);
  expect(app.desk.asked.at(-1)).toMatchObject({ what: 'writeFile', about: { path: '/somewhere/ana.json' } });
});

it('has the files of the conversations within it: images are shown, others saved, none runs', async () => {
  const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
  const script = new TextEncoder().encode('<script>alert(1)</script>');
  const files = [
    await app.api.files.add({ name: 'sketch.png', content: png }),
    await app.api.files.add({ name: 'a "b".html', content: script }),
  ].map(({ hash, name }) => ({ hash, name }));
  await app.api.conversations.save({ conversation: aConversation({ personIds: [ana], files }), draftId: null });
  const everything = everythingAbout(app.context.database, ana, app.clock.now());
  const html = asHtml(everything);
  const image = Buffer.from(png).toString('base64');
  const other = Buffer.from(script).toString('base64');
  expect(html).toContain(`<img alt="" src="data:image/png;base64,${image}">`);
  expect(html).toContain(
    `<a download="a &quot;b&quot;.html" href="data:application/octet-stream;base64,${other}">a &quot;b&quot;.html</a>`,
  );
  expect(html).not.toContain('<script');
  expect(JSON.parse(asJson(everything)).conversations[0].files).toMatchObject([
    { name: 'sketch.png', content: image },
    { name: 'a "b".html', content: other },
  ]);
});
