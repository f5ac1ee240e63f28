import { beginningWithin, endWithin, sentencesOf } from '../../shared/brief/rules.ts';
import type { Conversation } from '../../shared/conversations/conversation.ts';
import { linesOf, sum } from './fit.ts';

/** What stands before a text: a word for it, or the conversation of whose notes it is the end. */
export type PassageLead = string | { readonly conversation: Conversation | null; readonly words: string };

/** A text about somebody. */
export interface Passage {
  readonly lead: PassageLead;
  readonly text: string;
  /** Is shown whole before anything else is. */
  readonly isNeeded?: boolean | undefined;
}

interface Choice {
  readonly passage: Passage;
  readonly sentences: readonly string[];
  readonly isEnd: boolean;
  /** How many of the sentences are shown. */
  shown: number;
}

/**
 * Of several texts as many whole sentences as have room in so many lines: the first of each in the order given, then more of
 * each in turn. Of the notes of a conversation it is the last ones that count. Only a text that matters and has not even room
 * for one sentence is cut between words.
 */
export function chooseSentences(passages: readonly Passage[], letters: number, lines: number): readonly Passage[] {
  const choices = passages.map((passage): Choice => {
    const isEnd = typeof passage.lead !== 'string';
    const sentences = sentencesOf(passage.text);
    return { passage, sentences: isEnd ? sentences.toReversed() : sentences, isEnd, shown: 0 };
  });
  const linesOfChoice = (choice: Choice): number =>
    choice.shown === 0 ? 0 : linesOfText(choice.passage.lead, textOf(choice), letters);
  const taken = (): number => sum(choices.map(linesOfChoice));

  for (const isNeeded of [true, false]) {
    let growing = choices.filter(({ passage }) => (passage.isNeeded ?? false) === isNeeded);
    while (growing.length > 0) {
      growing = growing.filter((choice) => {
        if (choice.shown === choice.sentences.length) return false;
        choice.shown += 1;
        if (taken() <= lines) return true;
        choice.shown -= 1;
        return false;
      });
    }
  }

  let left = lines - taken();
  return choices.flatMap((choice): Passage[] => {
    const { passage, isEnd } = choice;
    if (choice.shown > 0) return [{ lead: passage.lead, text: textOf(choice) }];
    const hasRoom = left >= 2 || (left >= 1 && choices.every(({ shown }) => shown === 0));
    if (!hasRoom) return [];
    const most = Math.max(20, Math.floor(left) * letters - lengthOf(passage.lead) - 6);
    left = 0;
    return [{ lead: passage.lead, text: isEnd ? endWithin(passage.text, most) : beginningWithin(passage.text, most) }];
  });
}

function lengthOf(lead: PassageLead): number {
  return (typeof lead === 'string' ? lead : lead.words).length;
}

function linesOfText(lead: PassageLead, text: string, letters: number): number {
  return linesOf(`${'x'.repeat(lengthOf(lead))} ${text}`, letters, Number.POSITIVE_INFINITY);
}

function textOf({ sentences, shown, isEnd }: Choice): string {
  const some = sentences.slice(0, shown);
  const text = (isEnd ? some.toReversed() : some).join('').trim();
  if (shown === sentences.length) return text;
  return isEnd ? `… ${text}` : `${text}\u00a0…`;
}
