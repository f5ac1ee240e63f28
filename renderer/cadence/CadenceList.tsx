import { lazy, Suspense, useState } from 'react';
import type { PastCadence } from '../../shared/cadence/contract.ts';
import type { PersonId } from '../../shared/id.ts';
import { briefOfRow } from '../brief/brief-route.ts';
import { shortcutOf } from '../keys.ts';
import { navigate } from '../route.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { ConversationIcon, FollowUpsIcon, SnoozeIcon } from '../ui/icons.ts';
import { RowList } from '../ui/RowList.tsx';
import styles from './CadenceList.module.css';
import { CadenceReason } from './CadenceReason.tsx';
import { notNow } from './cadence-acts.ts';

const FollowUpDialog = lazy(() =>
  import('../follow-ups/FollowUpDialog.tsx').then((module) => ({ default: module.FollowUpDialog })),
);

export interface CadenceListProps {
  readonly label: string;
  readonly people: readonly PastCadence[];
}

/** People past their cadence, each with the reason in words. Enter opens the person, N leaves them for two weeks. */
export function CadenceList({ label, people }: CadenceListProps) {
  const [followingUp, setFollowingUp] = useState<PersonId | null>(null);
  return (
    <>
      <RowList
        items={people.map((basis) => ({ id: basis.personId, basis }))}
        keys={{ n: ({ basis }) => void notNow(basis) }}
        label={label}
        onOpen={({ id }) => navigate({ page: 'person', id })}
        row={({ id, basis }) => ({
          name: basis.personName,
          children: (
            <>
              <span className={styles.person} data-brief={briefOfRow([id])}>
                {basis.personName}
              </span>
              <span className={styles.reason}>
                <CadenceReason basis={basis} />
              </span>
            </>
          ),
          actions: (
            <>
              <IconButton
                icon={ConversationIcon}
                label={`Record a conversation with ${basis.personName}`}
                onPress={() => navigate({ page: 'new-conversation', personId: id })}
                size="small"
              />
              <IconButton
                icon={FollowUpsIcon}
                label={`Follow up with ${basis.personName}`}
                onPress={() => setFollowingUp(id)}
                size="small"
              />
              <IconButton
                icon={SnoozeIcon}
                label={`Not now: leave ${basis.personName} for two weeks`}
                onPress={() => void notNow(basis)}
                shortcut={shortcutOf('not-now')}
                size="small"
              />
            </>
          ),
        })}
      />
      {followingUp !== null && (
        <Suspense fallback={null}>
          <FollowUpDialog onClose={() => setFollowingUp(null)} personId={followingUp} />
        </Suspense>
      )}
    </>
  );
}
