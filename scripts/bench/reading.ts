import { Random } from '../../main/sample/random.ts';
import { Vocabulary } from '../../main/sample/vocabulary.ts';
import { type OpenContract, openContract } from './contract.ts';
import { type Figure, figure, type Measurement } from './figure.ts';
import { workingCopy } from './journal.ts';

const WORDS = 60;
/** A mid word is in about one conversation of a hundred. */
const MID = { fewest: 500, most: 2000 } as const;
const PEOPLE = 20;
const PAGES = 5;
const OPERATORS = [
  'with:a',
  'with:anna',
  'org:studio',
  'kind:client',
  'tag:renewal',
  'channel:phone',
  'after:2024',
  'on:2022-03',
  'has:promise',
  'has:file',
  'cue:pace',
  'cue:pace mark:faster',
  'is:overdue',
  '-channel:email',
] as const;

/** What is asked while somebody reads: at the contract, over the statements that answer it run by themselves. */
export const reading: Measurement = {
  names: ['search as you type', 'search ranked', 'person timeline'],
  async run(wanted, print) {
    const copy = await workingCopy();
    const contract = openContract(copy.folder);
    try {
      if (wanted('search as you type')) print(await searchAsYouType(contract));
      if (wanted('search ranked')) print(await searchRanked(contract));
      if (wanted('person timeline')) print(await personTimeline(contract));
    } finally {
      contract.close();
      await copy.remove();
    }
  },
};

/** Words letter by letter, then a second word beside each: frequent and rare ones as they are in the notes. */
async function searchAsYouType(contract: OpenContract): Promise<Figure> {
  const random = new Random(11);
  const vocabulary = new Vocabulary();
  const texts: string[] = [];
  for (let index = 0; index < WORDS; index += 1) {
    const word = vocabulary.word(random);
    for (let length = 1; length <= word.length; length += 1) texts.push(word.slice(0, length));
    texts.push(`${word} ${vocabulary.word(random).slice(0, 3)}`);
    // With an operator, beside the word and alone.
    const operator = OPERATORS[index % OPERATORS.length] ?? '';
    texts.push(operator, `${operator} ${word}`, `${operator} ${word.slice(0, 2)}`);
  }
  return await measureAll(
    'search as you type',
    contract,
    texts.map((text) => ['search.find', { text, ranked: false, before: null }]),
  );
}

async function searchRanked(contract: OpenContract): Promise<Figure> {
  contract.database.exec('CREATE VIRTUAL TABLE temp.words USING fts5vocab (main, conversation_fts, row)');
  const words = contract.database.all<{ term: string }>(
    'SELECT term FROM temp.words WHERE doc BETWEEN :fewest AND :most ORDER BY term LIMIT 200',
    MID,
  );
  contract.database.exec('DROP TABLE temp.words');
  return await measureAll(
    'search ranked',
    contract,
    words.map(({ term }) => ['search.find', { text: term, ranked: true, before: null }]),
  );
}

/** The people spoken with most, page by page. */
async function personTimeline(contract: OpenContract): Promise<Figure> {
  const people = contract.database.all<{ id: string }>(
    'SELECT person_id AS id FROM conversation_person GROUP BY person_id ORDER BY count(*) DESC LIMIT :count',
    { count: PEOPLE },
  );
  const questions: Question[] = [];
  for (const { id } of people) {
    let before: number | null = null;
    for (let page = 0; page < PAGES; page += 1) {
      const input: { personId: string; shelf: string; before: number | null } = {
        personId: id,
        shelf: 'current',
        before,
      };
      questions.push(['conversations.page', input]);
      // What the contract says a page is.
      const { next } = (await contract.call('conversations.page', input)) as { readonly next: number | null };
      if (next === null) break;
      before = next;
    }
  }
  return await measureAll('person timeline', contract, questions);
}

type Question = readonly [method: string, input: unknown];

async function measureAll(name: string, contract: OpenContract, questions: readonly Question[]): Promise<Figure> {
  const samples: number[] = [];
  const floor: number[] = [];
  for (const [method, input] of questions) {
    const measured = await contract.measure(method, input);
    samples.push(measured.call);
    floor.push(measured.floor);
  }
  return figure(name, 'ms', samples, floor);
}
