import { useState } from 'react';
import type { PersonId } from '../../shared/id.ts';
import type { Question } from '../../shared/questions/question.ts';
import { formatDate, formatDay } from '../format.ts';
import { RouteLink } from '../RouteLink.tsx';
import { sentenceFor } from '../report.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { BinIcon } from '../ui/icons.ts';
import { Section } from '../ui/Section.tsx';
import { Words } from '../ui/Words.tsx';
import { AddQuestion } from './AddQuestion.tsx';
import { QuestionList } from './QuestionList.tsx';
import styles from './Questions.module.css';
import { useQuestions } from './queries.ts';
import { moveToBin, reopen } from './question-acts.ts';

/** What the user wants to ask somebody: it waits here and on the brief until it was asked. */
export function PersonQuestions({ personId }: { readonly personId: PersonId }) {
  const [isAskedShown, setAskedShown] = useState(false);
  const { value: questions, error } = useQuestions({ personId, show: 'open' });
  const { value: asked } = useQuestions({ personId, show: 'asked' });
  return (
    <Section aside="until it was asked" title="To ask">
      {error !== null && <Banner tone="problem">{sentenceFor(error)}</Banner>}
      {questions !== undefined && questions.length > 0 && <QuestionList aside={Aside} questions={questions} />}
      <AddQuestion personId={personId} />
      {asked !== undefined && (asked.length > 0 || isAskedShown) && (
        <Disclosure isExpanded={isAskedShown} onExpandedChange={setAskedShown} title="Asked">
          {isAskedShown && <Asked questions={asked} />}
        </Disclosure>
      )}
    </Section>
  );
}

/** Where it stands; one that was written by itself can go to the bin. */
function Aside(question: Question) {
  const { id, conversationId, on, words } = question;
  if (conversationId !== null) {
    return (
      <span className={styles.aside}>
        {' '}
        from <RouteLink to={{ page: 'conversation', id: conversationId }}>{formatDate(on)}</RouteLink>
      </span>
    );
  }
  if (id === null) return null;
  return (
    <span className={styles.bin}>
      <IconButton
        icon={BinIcon}
        label={`Move to the bin: ${words}`}
        onPress={() => void moveToBin(question)}
        size="small"
      />
    </span>
  );
}

function Asked({ questions }: { readonly questions: readonly Question[] }) {
  if (questions.length === 0) return <p className={styles.aside}>Nothing has been ticked as asked yet.</p>;
  return (
    <ul aria-label="Asked" className={styles.list}>
      {questions.map((question) => (
        <li className={styles.asked} key={question.id}>
          <span className={styles.words}>
            <Words as="span">{question.words}</Words>{' '}
            {question.askedOn !== null && <span className={styles.aside}>asked {formatDay(question.askedOn)}</span>}
          </span>
          <Button aria-label={`Ask again: ${question.words}`} onPress={() => void reopen(question)} variant="quiet">
            Ask again
          </Button>
        </li>
      ))}
    </ul>
  );
}
