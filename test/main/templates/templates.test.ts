import { afterEach, beforeEach, expect, test } from 'vitest';
import type { TemplateId } from '../../../shared/id.ts';
import { BUILT_IN_TEMPLATES } from '../../../shared/templates/built-in.ts';
import { createTestServer, type TestServer } from '../../support/server.ts';

let app: TestServer;
beforeEach(() => {
  app = createTestServer();
});
afterEach(() => app.dispose());

const list = () => app.api.templates.list({});
const own = { name: 'Board', notes: '# Agenda', opens: 'tone', channel: null, minutes: 90, followUp: '' } as const;

test('a new journal has the templates that come with it', async () => {
  expect(await list()).toEqual(BUILT_IN_TEMPLATES);
});

test('a template of the user stands last, is changed and taken away, and undo brings it back', async () => {
  const { id } = await app.api.templates.save({ id: null, ...own });
  expect((await list()).at(-1)).toEqual({ id, ...own });
  await app.api.templates.save({ id, ...own, minutes: null });
  expect((await list()).at(-1)).toEqual({ id, ...own, minutes: null });
  await app.api.templates.remove({ id });
  expect(await list()).toEqual(BUILT_IN_TEMPLATES);
  expect(await app.api.undo.undo({})).toMatchObject({ label: 'remove template' });
  expect((await list()).at(-1)).toEqual({ id, ...own, minutes: null });
});

test('what came with the journal can be brought back, and what was changed stays changed', async () => {
  const [first, second] = BUILT_IN_TEMPLATES as [(typeof BUILT_IN_TEMPLATES)[0], (typeof BUILT_IN_TEMPLATES)[0]];
  await app.api.templates.remove({ id: first.id });
  await app.api.templates.save({ ...second, name: 'Mine' });
  await app.api.templates.bringBack({});
  const after = await list();
  expect(after.find(({ id }) => id === first.id)).toEqual(first);
  expect(after.find(({ id }) => id === second.id)?.name).toBe('Mine');
  expect(after).toHaveLength(BUILT_IN_TEMPLATES.length);
});

test('a template that is not there cannot be changed or taken away', async () => {
  const id = '01900000-0000-7000-8000-00000000abcd' as TemplateId;
  const missing = { code: 'not_found', details: { model: 'template' } };
  await expect(app.api.templates.save({ id, ...own })).rejects.toMatchObject(missing);
  await expect(app.api.templates.remove({ id })).rejects.toMatchObject(missing);
});

test('templates stand in the order they are put into, those that are not named behind them, and undo takes it back', async () => {
  const before = await list();
  const [first, second, third] = before.map(({ id }) => id) as [TemplateId, TemplateId, TemplateId];
  await app.api.templates.order({ ids: [third, first] });
  expect((await list()).slice(0, 3).map(({ id }) => id)).toEqual([third, first, second]);
  const { id } = await app.api.templates.save({ id: null, ...own });
  expect((await list()).at(-1)?.id).toBe(id);
  await app.api.undo.undo({});
  expect(await app.api.undo.undo({})).toMatchObject({ label: 'order templates' });
  expect(await list()).toEqual(before);
  const missing = '01900000-0000-7000-8000-00000000abcd' as TemplateId;
  await expect(app.api.templates.order({ ids: [missing] })).rejects.toMatchObject({ code: 'not_found' });
});
