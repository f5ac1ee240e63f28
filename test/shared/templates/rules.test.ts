import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyContent } from '../../../shared/drafts/draft-content.ts';
import { readDate } from '../../../shared/follow-ups/plain-words.ts';
import type { PersonId } from '../../../shared/id.ts';
import { BUILT_IN_TEMPLATES } from '../../../shared/templates/built-in.ts';
import { firstPlace, notesWith, withTemplate } from '../../../shared/templates/rules.ts';
import type { Template } from '../../../shared/templates/template.ts';
import type { CalendarDate, Zone } from '../../../shared/time.ts';

const today = '2026-11-21' as CalendarDate;
const empty = emptyContent({ personIds: [], on: today, at: null, zone: 'Europe/Berlin' as Zone, channel: 'phone' });
const [first] = BUILT_IN_TEMPLATES;
const template: Template = {
  ...(first as Template),
  notes: '## Where we are\n\n',
  channel: 'video',
  minutes: 30,
  followUp: 'in 1 week',
};

function read(text: string) {
  const when = readDate(text, { today });
  return when === null ? null : { words: when.rest, dueOn: when.on, dueTime: when.at };
}

describe('a template', () => {
  test('fills what is empty', () => {
    expect(withTemplate(empty, template, { isNew: true, read })).toEqual({
      ...empty,
      notes: '## Where we are\n\n',
      channel: 'video',
      minutes: 30,
      followUp: { id: null, text: 'in 1 week', resolved: { words: '', dueOn: '2026-11-28', dueTime: null } },
    });
  });

  test('leaves what is written, and adds its skeleton below', () => {
    const written = { ...empty, notes: 'She called.', minutes: 5, followUp: { id: null, text: 'so', resolved: null } };
    expect(withTemplate(written, template, { isNew: true, read })).toEqual({
      ...written,
      notes: 'She called.\n\n## Where we are\n\n',
      channel: 'video',
    });
  });

  test('leaves the channel of a saved conversation, and of one with marks', () => {
    const observations = [{ personId: 'p' as PersonId, cue: 'pace', mark: 1 }];
    const marked = { ...empty, moments: empty.moments.map((moment) => ({ ...moment, observations })) };
    expect(withTemplate(empty, template, { isNew: false, read }).channel).toBe('phone');
    expect(withTemplate(marked, template, { isNew: true, read }).channel).toBe('phone');
  });

  test('is added once', () => {
    const once = withTemplate(empty, template, { isNew: true, read });
    expect(withTemplate(once, template, { isNew: true, read })).toEqual(once);
  });

  test('never loses a word of the note', () => {
    void fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (notes, skeleton) => {
        expect(notesWith(notes, skeleton).startsWith(notes.trimEnd())).toBe(true);
      }),
    );
  });
});

test('the next contact of every template that comes with a journal is understood', () => {
  expect(BUILT_IN_TEMPLATES.filter(({ followUp }) => read(followUp) === null)).toEqual([]);
});

test.each([
  ['', '## One\n\n## Two\n', '## One\n'],
  ['Written.', '## One\n\n## Two\n', 'Written.\n\n## One\n'],
  ['', '\n## One\n', '\n## One\n'],
  ['', '- asked:\n- told:', '- asked:'],
  ['', 'In one line', 'In one line'],
])('in %j with the skeleton %j one begins to write after %j', (before, skeleton, expected) => {
  const after = notesWith(before, skeleton);
  expect(after.slice(0, firstPlace(before, after, skeleton) ?? 0)).toBe(expected);
});

test('where nothing is added to the notes, there is no place to begin', () => {
  expect(firstPlace('## One\n', '## One\n', '## One\n')).toBe(null);
  expect(firstPlace('', '', '')).toBe(null);
});
