import { join } from 'node:path';
import { Database } from '../../main/database/driver.ts';
import { Random } from '../../main/sample/random.ts';
import { Vocabulary } from '../../main/sample/vocabulary.ts';
import { beginningOfDraft, emptyContent, writeDraft } from '../../shared/drafts/draft-content.ts';
import { systemClock, todayOf } from '../../shared/time.ts';
import { openContract } from './contract.ts';
import { figure, type Measurement, timed } from './figure.ts';
import { workingCopy } from './journal.ts';

const TIMES = 200;
const WORDS = 120;

/** A draft that grows by a word, kept each time, over an update of one row that is waited for in the same way. */
export const autosave: Measurement = {
  names: ['autosave'],
  async run(_wanted, print) {
    const copy = await workingCopy();
    const contract = openContract(copy.folder);
    const bare = new Database(join(copy.folder, 'bare.db'));
    try {
      const bodies = draftBodies();
      bare.pragma('journal_mode = WAL');
      bare.pragma('synchronous = FULL');
      bare.exec("CREATE TABLE row (id INTEGER PRIMARY KEY, body TEXT); INSERT INTO row VALUES (1, '')");
      const samples: number[] = [];
      const floor: number[] = [];
      let id: string | null = null;
      for (const { beginning, body } of bodies) {
        const input = { id, conversationId: null, personId: null, beginning, body };
        // One after the other, so that both meet the disk in the same mood.
        floor.push(await timed(() => bare.run('UPDATE row SET body = :body WHERE id = 1', { body })));
        samples.push(
          await timed(async () => {
            // What the contract says is answered.
            id = ((await contract.call('drafts.keep', input)) as { readonly id: string }).id;
          }),
        );
      }
      print(figure('autosave', 'ms', samples, floor));
    } finally {
      bare.close();
      contract.close();
      await copy.remove();
    }
  },
};

function draftBodies(): readonly { readonly beginning: string; readonly body: string }[] {
  const random = new Random(5);
  const vocabulary = new Vocabulary();
  const empty = emptyContent({
    personIds: [],
    on: todayOf(systemClock),
    at: null,
    zone: systemClock.zone(),
    channel: 'video',
  });
  let notes = vocabulary.note(random, WORDS);
  return Array.from({ length: TIMES }, () => {
    notes += ` ${vocabulary.word(random)}`;
    const content = { ...empty, notes };
    return { beginning: beginningOfDraft(content), body: writeDraft(content) };
  });
}
