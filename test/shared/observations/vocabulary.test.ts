import { describe, expect, test } from 'vitest';
import type { PersonId } from '../../../shared/id.ts';
import { CHANNELS } from '../../../shared/observations/cue.ts';
import { whenItCameUp } from '../../../shared/observations/moment-words.ts';
import { changedCues, hasTechnicalTrouble } from '../../../shared/observations/rules.ts';
import { CUES, cuesFor, findCue, markWord } from '../../../shared/observations/vocabulary.ts';

describe('the vocabulary', () => {
  test('has every cue once, by id and by name within its group', () => {
    expect(new Set(CUES.map(({ id }) => id)).size).toBe(CUES.length);
    for (const group of ['tone', 'body'] as const) {
      const names = CUES.filter((cue) => cue.group === group).map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
    }
    expect(CUES).toHaveLength(17 + 18);
  });

  test('never offers a diagnosis', () => {
    const text = JSON.stringify(CUES).toLowerCase();
    for (const word of ['defensive', 'lying', 'interested', 'dominant', 'nervous']) expect(text).not.toContain(word);
  });

  test('has five different words on every scale, in order, against the usual', () => {
    for (const cue of CUES.filter(({ scale }) => scale.kind === 'scale')) {
      const words = [-2, -1, 0, 1, 2].map((mark) => markWord(cue, mark));
      expect(new Set(words).size).toBe(5);
      expect(words[2]).toBe('as usual');
    }
    const pace = findCue('pace');
    expect(pace && [-2, -1, 0, 1, 2].map((mark) => markWord(pace, mark))).toEqual([
      'much slower',
      'slower',
      'as usual',
      'faster',
      'much faster',
    ]);
    const fillers = findCue('fillers');
    expect(fillers && markWord(fillers, -2)).toBe('far fewer');
  });

  test('offers on a channel only what can be noticed there', () => {
    const offered = Object.fromEntries(
      CHANNELS.map((channel) => [channel, [cuesFor('tone', channel).length, cuesFor('body', channel).length]]),
    );
    expect(offered).toEqual({
      in_person: [17, 14],
      video: [17, 16],
      phone: [17, 0],
      message: [2, 0],
      email: [2, 0],
      social: [2, 0],
    });
  });
});

describe('changed cues', () => {
  const ada = '01900000-0000-7000-8000-000000000001' as PersonId;
  const ben = '01900000-0000-7000-8000-000000000002' as PersonId;

  test('are those of one person that were not as usual and that are known', () => {
    const marks = [
      { personId: ada, cue: 'pace', mark: -1 },
      { personId: ada, cue: 'volume', mark: 0 },
      { personId: ada, cue: 'laugh', mark: 1 },
      { personId: ada, cue: 'of another version', mark: 1 },
      { personId: ben, cue: 'pitch', mark: 2 },
    ];
    expect(changedCues(marks, ada).map(({ id }) => id)).toEqual(['pace', 'laugh']);
  });

  test('are to be read with care after technical trouble, not without', () => {
    const trouble = (mark: number) => hasTechnicalTrouble([{ personId: ada, cue: 'technical_trouble', mark }]);
    expect([-2, 0, 1, 2].map(trouble)).toEqual([false, false, true, true]);
  });
});

test.each([
  ['the price', 'when the price came up'],
  ['When the price came up.', 'when the price came up'],
  ['  the team  ', 'when the team came up'],
  ['', null],
  ['when', 'when when came up'],
])('the moment %j is said as %j', (about, said) => {
  expect(whenItCameUp(about)).toBe(said);
});
