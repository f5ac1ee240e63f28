import { Random, WeightedPicker, zipfWeights } from './random.ts';
import { ENGLISH } from './texts-words.ts';

const ONSETS = [
  'b',
  'br',
  'c',
  'cl',
  'd',
  'dr',
  'f',
  'g',
  'gr',
  'h',
  'j',
  'k',
  'l',
  'm',
  'n',
  'p',
  'pr',
  'r',
  's',
  'st',
  't',
  'tr',
  'v',
  'w',
];
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'ea', 'ou', 'é', 'ö'];
const CODAS = ['', '', '', 'l', 'm', 'n', 'nd', 'r', 'rt', 's', 'st', 't'];

/** As many different words as a person uses in ten years of notes. */
const MADE_UP = 20_000;
/** The steepness of English. */
const STEEPNESS = 1.07;
const FLATNESS = 2.7;

/** Words that are used as words are: a few all the time, most of them hardly ever. */
export class Vocabulary {
  readonly #words: readonly string[];
  readonly #ranks: WeightedPicker;

  constructor() {
    // A seed of its own: every journal is written in the same language.
    const random = new Random(7);
    const known = new Set(ENGLISH);
    while (known.size < ENGLISH.length + MADE_UP) known.add(madeUpWord(random));
    this.#words = [...known];
    this.#ranks = new WeightedPicker(zipfWeights(this.#words.length, STEEPNESS, FLATNESS));
  }

  word(random: Random): string {
    return this.#words[this.#ranks.pick(random)] ?? '';
  }

  /** `count` words after one another. */
  phrase(random: Random, count: number): string {
    let text = this.word(random);
    for (let index = 1; index < count; index += 1) text += ` ${this.word(random)}`;
    return text.charAt(0).toUpperCase() + text.slice(1);
  }

  /** A note of `count` words: sentences, paragraphs, now and then a list. */
  note(random: Random, count: number): string {
    let text = '';
    let isList = false;
    for (let left = count; left > 0; ) {
      const length = Math.min(left, random.between(4, 18));
      left -= length;
      const sentence = this.phrase(random, length);
      if (text === '') text = `${sentence}.`;
      else if (isList && random.chance(60)) text += `\n- ${sentence}`;
      else {
        isList = random.chance(12);
        text += isList ? `\n\n- ${sentence}` : random.chance(25) ? `\n\n${sentence}.` : ` ${sentence}.`;
      }
    }
    return text;
  }
}

function madeUpWord(random: Random): string {
  const syllables = random.between(1, 3);
  let word = '';
  for (let index = 0; index < syllables; index += 1) word += random.pick(ONSETS) + random.pick(VOWELS);
  return word + random.pick(CODAS);
}
