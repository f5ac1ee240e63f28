import { CompletionContext } from '@codemirror/autocomplete';
import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { expect, test } from 'vitest';
import { type Offers, offersAt } from '../../../renderer/notes/notes-completion.ts';
import type { PersonId } from '../../../shared/id.ts';
import type { PersonSummary } from '../../../shared/people/person.ts';

function aSummary(name: string, role = ''): PersonSummary {
  return {
    // Any text is an id here: nothing is looked up by it.
    id: name as PersonId,
    name,
    kind: 'client',
    role,
    organisationId: null,
    organisationName: null,
    tags: [],
    lastSpokenOn: null,
    archivedAt: null,
    deletedAt: null,
  };
}

const PEOPLE = [aSummary('Ada Byron', 'Founder'), aSummary('Adam Lee'), aSummary('Zoë Ångström')];

function offering(text: string) {
  const told: string[] = [];
  const offers: Offers = {
    people: () => PEOPLE,
    tags: () => ['renewal', 'price'],
    onNewPerson: (name) => told.push(`person ${name}`),
    onTag: (tag) => told.push(`tag ${tag}`),
  };
  const state = EditorState.create({ doc: text });
  const result = offersAt(offers)(new CompletionContext(state, text.length, false));
  if (result instanceof Promise) throw new Error('What is known is offered at once.');
  const { from = 0, options = [] } = result ?? {};
  const labels = options.map(({ label }) => label);
  function take(label: string): string {
    const option = options.find((each) => each.label === label);
    if (typeof option?.apply !== 'function') throw new Error(`${label} is not offered.`);
    const view = new EditorView({ state });
    option.apply(view, option, from, text.length);
    const taken = view.state.doc.toString();
    view.destroy();
    return taken;
  }
  return { labels, take, told };
}

test('after @ the people of the journal are offered, however their name is written', () => {
  expect(offering('Met @').labels).toEqual(['Ada Byron', 'Adam Lee', 'Zoë Ångström']);
  expect(offering('Met @zoe').labels).toEqual(['Zoë Ångström']);
  expect(offering('Met @lee').labels).toEqual(['Adam Lee']);
});

test('a person that is taken stands in the notes with their whole name', () => {
  expect(offering('Met @ad').take('Ada Byron')).toBe('Met @Ada Byron ');
});

test('somebody new is offered by a name with a capital, and made only when they are taken', () => {
  const { labels, take, told } = offering('Met @Grace Hopper');
  expect(labels).toEqual(['New person “Grace Hopper”']);
  expect(told).toEqual([]);
  expect(take('New person “Grace Hopper”')).toBe('Met @Grace Hopper ');
  expect(told).toEqual(['person Grace Hopper']);
});

test('nobody is offered where no name is written', () => {
  expect(offering('ada@example').labels).toEqual([]);
  expect(offering('met @home ').labels).toEqual([]);
  expect(offering('Met @Ada Byron ').labels).toEqual([]);
  expect(offering('Met @Ada Byron she said').labels).toEqual([]);
});

test('after # the tags are offered, and a new one; the one that is taken is told', () => {
  expect(offering('#').labels).toEqual(['renewal', 'price']);
  const { labels, take, told } = offering('about the #re');
  expect(labels).toEqual(['renewal', 'New tag “re”']);
  expect(take('renewal')).toBe('about the #renewal ');
  expect(told).toEqual(['tag renewal']);
  expect(offering('#renewal').labels).toEqual(['renewal']);
});

test('headings, numbers and addresses are no tags', () => {
  expect(offering('# ').labels).toEqual([]);
  expect(offering('##').labels).toEqual([]);
  expect(offering('number #1').labels).toEqual([]);
  expect(offering('page.html#top').labels).toEqual([]);
});
