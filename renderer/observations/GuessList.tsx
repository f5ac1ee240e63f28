import type { ActionId } from '../../shared/actions.ts';
import { CONFIDENCE_WORDS, type Guess, type Hindsight } from '../../shared/observations/guess.ts';
import { whenItCameUp } from '../../shared/observations/moment-words.ts';
import { act } from '../act.ts';
import { api } from '../api.ts';
import { formatDate, formatDay } from '../format.ts';
import { shortcutOf } from '../keys.ts';
import { navigate } from '../route.ts';
import { Button } from '../ui/Button.tsx';
import { RowList } from '../ui/RowList.tsx';
import { Words } from '../ui/Words.tsx';
import styles from './GuessList.module.css';

const ANSWERS = [
  { answer: 'yes', word: 'Yes', action: 'held-yes' },
  { answer: 'partly', word: 'Partly', action: 'held-partly' },
  { answer: 'no', word: 'No', action: 'held-no' },
  { answer: 'cannot_tell', word: 'Cannot tell', action: 'held-unclear' },
] as const satisfies readonly { readonly answer: Hindsight; readonly word: string; readonly action: ActionId }[];

async function answerGuess({ momentId }: Guess, answer: Hindsight): Promise<void> {
  const word = ANSWERS.find((each) => each.answer === answer)?.word ?? '';
  await act(() => api.observations.answer({ momentId, answer }), `Looked back on: ${word.toLowerCase()}`);
}

const KEYS = Object.fromEntries(
  ANSWERS.map(({ answer, action }) => [
    shortcutOf(action).toLowerCase(),
    ({ guess }: { readonly guess: Guess }) => void answerGuess(guess, answer),
  ]),
);

/** Guesses as rows, with what was seen or heard beside what it might have meant. 1 to 4 answer, Enter opens the conversation. */
export function GuessList({ guesses }: { readonly guesses: readonly Guess[] }) {
  return (
    <RowList
      items={guesses.map((guess) => ({ id: guess.momentId, guess }))}
      keys={KEYS}
      label="Was it so?"
      onOpen={({ guess }) => navigate({ page: 'conversation', id: guess.conversationId })}
      row={({ guess }) => ({
        name: `${guess.people.join(', ')}: ${guess.mayMean}`,
        lead: formatDay(guess.mayMeanOn),
        children: <GuessWords guess={guess} />,
      })}
    />
  );
}

function GuessWords({ guess }: { readonly guess: Guess }) {
  const { people, on, about, seenOrHeard, mayMean, mayMeanOn, confidence, otherExplanations } = guess;
  const when = whenItCameUp(about);
  return (
    <div className={styles.guess}>
      <p className={styles.about}>
        <span className={styles.person}>{people.join(', ')}</span>
        {on !== mayMeanOn && `, ${formatDate(on)}`}
        {when !== null && `, ${when}`}
      </p>
      <p>
        <span className={styles.lead}>{confidence === null ? 'You guessed' : CONFIDENCE_WORDS[confidence]}: </span>
        <Words as="span">{mayMean.trim()}</Words>
      </p>
      {seenOrHeard.trim() !== '' && (
        <p>
          <span className={styles.lead}>Seen or heard: </span>
          <Words as="span">{seenOrHeard.trim()}</Words>
        </p>
      )}
      {otherExplanations.trim() !== '' && (
        <p>
          <span className={styles.lead}>Other explanations: </span>
          <Words as="span">{otherExplanations.trim()}</Words>
        </p>
      )}
      <div className={styles.answers}>
        {ANSWERS.map(({ answer, word, action }) => (
          <Button key={answer} onPress={() => void answerGuess(guess, answer)} shortcut={shortcutOf(action)}>
            {word}
          </Button>
        ))}
      </div>
    </div>
  );
}
