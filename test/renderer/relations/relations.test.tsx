import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { placePeople } from '../../../renderer/relations/layout.ts';
import { navigate } from '../../../renderer/route.ts';
import type { PersonId } from '../../../shared/id.ts';
import type { RelatedPerson, RelationLink } from '../../../shared/relations/relation.ts';
import { startApp, type TestApp } from '../../support/app.tsx';
import { accessibilityProblems } from '../../support/axe.ts';

const plain = { words: '', note: '' } as const;

async function started(): Promise<{ app: TestApp; anna: PersonId; ben: PersonId; cem: PersonId }> {
  const app = startApp();
  const make = async (name: string) => (await app.api.people.create({ name })).id;
  return { app, anna: await make('Anna'), ben: await make('Ben'), cem: await make('Cem') };
}

async function openTab(app: TestApp, id: PersonId): Promise<void> {
  app.render({ page: 'person', id });
  await app.user.click(await screen.findByRole('tab', { name: /^Relations/ }));
}

describe('the relations of a person', () => {
  test('are added from an empty tab and undone', async () => {
    const { app, anna } = await started();
    await openTab(app, anna);
    expect(await screen.findByText('How they stand to others')).toBeTruthy();
    await app.user.keyboard('{Control>}{Shift>}K{/Shift}{/Control}');
    const dialog = within(await screen.findByRole('dialog', { name: 'New relation' }));
    await app.user.click(dialog.getByRole('button', { name: /Relation$/ }));
    await app.user.click(await screen.findByRole('option', { name: 'reports to' }));
    await app.user.type(dialog.getByRole('combobox', { name: 'Other person' }), 'ben{Enter}');
    await app.user.click(dialog.getByRole('button', { name: 'Save relation' }));
    const list = await screen.findByRole('grid', { name: 'Relations' });
    expect(within(list).getByRole('row', { name: 'reports to Ben' })).toBeTruthy();
    expect(await accessibilityProblems()).toEqual([]);
    await app.user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(async () => expect(await app.api.relations.list({ personId: anna })).toEqual([]));
  });

  test('say beside the form when they are there already', async () => {
    const { app, anna, ben } = await started();
    await app.api.relations.create({ personId: ben, otherId: anna, role: 'works_with', ...plain });
    await openTab(app, anna);
    await app.user.click(await screen.findByRole('button', { name: /Add a relation/ }));
    const dialog = within(await screen.findByRole('dialog', { name: 'New relation' }));
    await app.user.type(dialog.getByRole('combobox', { name: 'Other person' }), 'ben{Enter}');
    await app.user.click(dialog.getByRole('button', { name: 'Save relation' }));
    expect((await dialog.findByRole('alert')).textContent).toContain('written down already');
  });

  test('go to the bin with Delete and are edited with E', async () => {
    const { app, anna, ben } = await started();
    await app.api.relations.create({ personId: anna, otherId: ben, role: 'other', words: 'sings with', note: '' });
    await openTab(app, anna);
    (await screen.findByRole('row', { name: 'to Ben: sings with' })).focus();
    await app.user.keyboard('e');
    const dialog = within(await screen.findByRole('dialog', { name: 'Edit relation' }));
    await app.user.type(dialog.getByRole('textbox', { name: 'Note' }), 'On Tuesdays{Enter}');
    expect(await screen.findByText('On Tuesdays')).toBeTruthy();
    (await screen.findByRole('row', { name: 'to Ben: sings with' })).focus();
    await app.user.keyboard('{Delete}');
    expect(await screen.findByText('How they stand to others')).toBeTruthy();
  });

  test('are a graph whose people are gone through with the arrows and opened with Enter', async () => {
    const { app, anna, ben, cem } = await started();
    await app.api.relations.create({ personId: anna, otherId: ben, role: 'works_with', ...plain });
    await app.api.relations.create({ personId: ben, otherId: cem, role: 'manages', ...plain });
    await openTab(app, anna);
    const further = await screen.findByRole('list', { name: 'One step further' });
    expect(further.textContent).toBe('Cemreports to Ben');
    await app.user.click(screen.getByRole('radio', { name: 'Graph' }));
    const graph = within(await screen.findByRole('group', { name: 'Relations as a graph' }));
    expect(graph.getAllByRole('link').map((node) => node.getAttribute('aria-label'))).toEqual([
      'Anna: works with Ben',
      'Ben: works with Anna, manages Cem',
      'Cem: reports to Ben',
    ]);
    expect(await accessibilityProblems()).toEqual([]);
    // One stop of the Tab key, where the focus was last.
    expect(graph.getAllByRole('link').map((node) => node.getAttribute('tabindex'))).toEqual(['0', '-1', '-1']);
    graph.getByRole('link', { name: /^Anna/ }).focus();
    await app.user.keyboard('{ArrowRight}{ArrowRight}');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Cem: reports to Ben');
    expect(graph.getAllByRole('link').map((node) => node.getAttribute('tabindex'))).toEqual(['-1', '-1', '0']);
    await app.user.click(screen.getByRole('radio', { name: 'List' }));
  });

  test('in own words are said in the graph by whom they are true of, and a line of several points where the first does', async () => {
    const { app, anna, ben } = await started();
    await app.api.relations.create({ personId: anna, otherId: ben, role: 'manages', ...plain });
    await app.api.relations.create({ personId: anna, otherId: ben, role: 'other', words: 'mentor of', note: '' });
    await openTab(app, anna);
    await app.user.click(await screen.findByRole('radio', { name: 'Graph' }));
    const graph = await screen.findByRole('group', { name: 'Relations as a graph' });
    const [ofAnna, ofBen] = within(graph)
      .getAllByRole('link')
      .map((node) => node.getAttribute('aria-label'));
    expect(ofAnna).toContain('to Ben: mentor of');
    expect(ofBen).toContain('Anna to them: mentor of');
    expect(graph.querySelectorAll('line')).toHaveLength(1);
    expect(graph.querySelector('line')?.getAttribute('marker-end')).toMatch(/^url\(#/);
    expect(graph.querySelector('line + text')?.textContent).toMatch(/^(mentor of|reports to) \+1$/);
    await app.user.click(screen.getByRole('radio', { name: 'List' }));
  });
});

describe('own words that lead into no name', () => {
  test('read on the pages of both, one step further and in the graph', async () => {
    const { app, anna, ben, cem } = await started();
    await app.api.relations.create({ personId: anna, otherId: ben, role: 'other', words: 'mentor', note: '' });
    await app.api.relations.create({ personId: cem, otherId: ben, role: 'other', words: 'sailing friends', note: '' });
    await openTab(app, anna);
    expect((await screen.findByRole('row', { name: 'to Ben: mentor' })).textContent).toContain('to Ben:mentor');
    const further = await screen.findByRole('list', { name: 'One step further' });
    expect(further.textContent).toBe('Cemto Ben: sailing friends');
    await app.user.click(screen.getByRole('radio', { name: 'Graph' }));
    const graph = within(await screen.findByRole('group', { name: 'Relations as a graph' }));
    const spoken = graph.getAllByRole('link').map((node) => node.getAttribute('aria-label'));
    expect(spoken[0]).toBe('Anna: to Ben: mentor');
    expect(spoken[1]?.replace('Ben: ', '').split(', ').sort()).toEqual([
      'Anna to them: mentor',
      'Cem to them: sailing friends',
    ]);
    await app.user.click(screen.getByRole('radio', { name: 'List' }));
    act(() => navigate({ page: 'person', id: ben }));
    await app.user.click(await screen.findByRole('tab', { name: /^Relations/ }));
    const row = await screen.findByRole('row', { name: 'Anna to them: mentor' });
    expect(row.textContent).toContain('Annato them: mentor');
    expect(await screen.findByRole('row', { name: 'Cem to them: sailing friends' })).toBeTruthy();
  });
});

describe('the places of the graph', () => {
  const id = (name: string) => name as PersonId;
  const person = (name: string, step: RelatedPerson['step']): RelatedPerson => ({ id: id(name), name, step });
  const link = (from: string, to: string): RelationLink => ({
    from: id(from),
    to: id(to),
    role: 'works_with',
    words: '',
  });

  test('are the same every time, within the picture, and nobody stands on another', () => {
    const names = Array.from({ length: 30 }, (_, index) => `p${index}`);
    const people = [
      person('me', 0),
      ...names.slice(0, 12).map((name) => person(name, 1)),
      ...names.slice(12).map((name) => person(name, 2)),
    ];
    const links = [
      ...names.slice(0, 12).map((name) => link('me', name)),
      ...names.slice(12).map((name, index) => link(names[index % 5] ?? '', name)),
    ];
    const picture = placePeople(people, links);
    expect(placePeople(people, links)).toEqual(picture);
    expect(picture.people).toHaveLength(people.length);
    for (const { x, y } of picture.people) {
      expect(x > 0 && x < picture.width && y > 0 && y < picture.height).toBe(true);
    }
    expect(new Set(picture.people.map(({ x, y }) => `${x} ${y}`)).size).toBe(people.length);
  });

  test.each([
    [39, 0],
    [39, 5],
    [11, 28],
    [2, 37],
    [10, 16],
  ])('%i people near and %i further stand apart, with their names in the picture', (near, far) => {
    const people = [
      person('me', 0),
      ...Array.from({ length: near }, (_, index) => person(`near ${index}`, 1)),
      ...Array.from({ length: far }, (_, index) => person(`far ${index}`, 2)),
    ];
    const links = [
      ...Array.from({ length: near }, (_, index) => link('me', `near ${index}`)),
      ...Array.from({ length: far }, (_, index) => link(`near ${index % near}`, `far ${index}`)),
    ];
    const { width, height, isCrowded, people: placed } = placePeople(people, links);
    expect(isCrowded).toBe(near > 10 || far > 16);
    for (const [index, one] of placed.entries()) {
      expect(one.x > 0 && one.x < width && one.y > 0 && one.y < height).toBe(true);
      for (const other of placed.slice(index + 1)) {
        // A line of writing between two names beside each other.
        if (isCrowded) expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(13);
      }
      const { x, anchor, turn } = one.nameAt;
      if (!isCrowded || one.step === 0) continue;
      const angle = (turn * Math.PI) / 180;
      const end = x + (anchor === 'start' ? 150 : -150);
      const [right, down] = [one.x + end * Math.cos(angle), one.y + end * Math.sin(angle)];
      expect(right > 0 && right < width && down > 0 && down < height).toBe(true);
      // Outwards, and never upside down.
      expect(Math.hypot(right - width / 2, down - height / 2)).toBeGreaterThan(
        Math.hypot(one.x - width / 2, one.y - height / 2) + 140,
      );
      expect(Math.cos(angle)).toBeGreaterThan(-0.01);
    }
  });
});
