import { lazy, Suspense, useMemo, useRef, useState } from 'react';
import type { PastCadence } from '../../shared/cadence/contract.ts';
import { shortcutOf, useLetters } from '../keys.ts';
import { navigate } from '../route.ts';
import { Button } from '../ui/Button.tsx';
import {
  BackIcon,
  BriefIcon,
  ConversationIcon,
  FollowUpsIcon,
  ForwardIcon,
  PauseIcon,
  PersonIcon,
  SnoozeIcon,
} from '../ui/icons.ts';
import { CadenceReason } from './CadenceReason.tsx';
import { notNow } from './cadence-acts.ts';
import { PauseDialog } from './PauseDialog.tsx';
import { ReviewFacts } from './ReviewFacts.tsx';
import styles from './ReviewPage.module.css';

const FollowUpDialog = lazy(() =>
  import('../follow-ups/FollowUpDialog.tsx').then((module) => ({ default: module.FollowUpDialog })),
);

export interface ReviewedPersonProps {
  readonly basis: PastCadence;
  readonly onNext: () => void;
  /** Null for the first. */
  readonly onPrevious: (() => void) | null;
}

/** One person of the review: why they are named, where you left off, and what can be done, each with its letter. */
export function ReviewedPerson(props: ReviewedPersonProps) {
  const { basis, onNext, onPrevious } = props;
  const { personId, personName } = basis;
  const [asking, setAsking] = useState<'follow-up' | 'pause' | null>(null);
  const latest = useRef(props);
  latest.current = props;

  const letters = useMemo(() => {
    const id = () => latest.current.basis.personId;
    return {
      c: () => navigate({ page: 'new-conversation', personId: id() }),
      f: () => setAsking('follow-up'),
      n: () => void notNow(latest.current.basis),
      p: () => setAsking('pause'),
      b: () => navigate({ page: 'brief', id: id() }),
      o: () => navigate({ page: 'person', id: id() }),
      j: () => latest.current.onNext(),
      k: () => latest.current.onPrevious?.(),
    };
  }, []);
  useLetters(letters);

  return (
    <div className={styles.walk}>
      <h2 className={styles.name}>{personName}</h2>
      <p>
        <CadenceReason basis={basis} />
      </p>
      <ReviewFacts personId={personId} />
      <div className={styles.acts}>
        <Button icon={FollowUpsIcon} onPress={letters.f} shortcut={shortcutOf('review-follow-up')}>
          Follow up
        </Button>
        <Button icon={ConversationIcon} onPress={letters.c} shortcut={shortcutOf('review-conversation')}>
          Record a conversation
        </Button>
        <Button icon={SnoozeIcon} onPress={letters.n} shortcut={shortcutOf('not-now')}>
          Not now, for two weeks
        </Button>
        <Button icon={PauseIcon} onPress={letters.p} shortcut={shortcutOf('review-pause')}>
          Pause until…
        </Button>
        <Button icon={BriefIcon} onPress={letters.b} shortcut={shortcutOf('brief-here')} variant="quiet">
          Brief
        </Button>
        <Button icon={PersonIcon} onPress={letters.o} shortcut={shortcutOf('review-open')} variant="quiet">
          Open person
        </Button>
      </div>
      <div className={styles.steps}>
        <Button
          icon={BackIcon}
          isDisabled={onPrevious === null}
          onPress={letters.k}
          shortcut={shortcutOf('review-previous')}
          variant="quiet"
        >
          Previous
        </Button>
        <Button icon={ForwardIcon} onPress={onNext} shortcut={shortcutOf('review-next')} variant="primary">
          Next
        </Button>
      </div>
      {asking === 'pause' && (
        <PauseDialog onClose={() => setAsking(null)} personId={personId} personName={personName} />
      )}
      {asking === 'follow-up' && (
        <Suspense fallback={null}>
          <FollowUpDialog onClose={() => setAsking(null)} personId={personId} />
        </Suspense>
      )}
    </div>
  );
}
