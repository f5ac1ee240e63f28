import type { ReactNode } from 'react';
import type { Question } from '../../shared/questions/question.ts';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Words } from '../ui/Words.tsx';
import styles from './Questions.module.css';
import { markAsked } from './question-acts.ts';

export interface QuestionListProps {
  readonly questions: readonly Question[];
  readonly lines?: number | undefined;
  /** After the words: whom it is for, where it stands. */
  readonly aside?: ((question: Question) => ReactNode) | undefined;
  /** What a tick does; it marks the question when left out. */
  readonly onAsked?: ((question: Question) => Promise<boolean>) | undefined;
}

/** Questions that wait, each with a box to tick when it was asked; on paper a box to tick by hand. */
export function QuestionList({ questions, lines, aside, onAsked }: QuestionListProps) {
  return (
    <ul aria-label="Questions to ask" className={styles.list}>
      {questions.map((question) => (
        <li className={styles.question} key={`${question.personId} ${question.id ?? question.words}`}>
          <Checkbox
            isLabelHidden
            isSelected={false}
            label={`Asked: ${question.words}`}
            onChange={() => void (onAsked === undefined ? markAsked([question]) : onAsked(question))}
          />
          <div className={styles.words}>
            <Words lines={lines}>{question.words}</Words>
            {aside?.(question)}
          </div>
        </li>
      ))}
    </ul>
  );
}
