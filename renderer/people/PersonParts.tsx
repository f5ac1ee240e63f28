import { lazy, Suspense, useState } from 'react';
import type { PersonId } from '../../shared/id.ts';
import { PersonTimeline } from '../conversations/PersonTimeline.tsx';
import { PersonDrafts } from '../drafts/PersonDrafts.tsx';
import { PersonFiles } from '../files/PersonFiles.tsx';
import { PersonFollowUps } from '../follow-ups/PersonFollowUps.tsx';
import { useFollowUps } from '../follow-ups/queries.ts';
import { formatSoFar } from '../format.ts';
import { PersonPromises } from '../promises/PersonPromises.tsx';
import { usePromises } from '../promises/queries.ts';
import { PersonRelations } from '../relations/PersonRelations.tsx';
import { useRelations } from '../relations/queries.ts';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import styles from './PersonPage.module.css';

type Part = 'timeline' | 'promises' | 'follow-ups' | 'relations' | 'files' | 'usual' | 'listening';

// They bring the charts along, which the timeline does not need.
const UsualAndChanges = lazy(() =>
  import('../observations/UsualAndChanges.tsx').then((module) => ({ default: module.UsualAndChanges })),
);
const Listening = lazy(() => import('../observations/Listening.tsx').then((module) => ({ default: module.Listening })));

/** What was said, what was promised, when to speak next: one in sight at a time, the timeline first. */
export function PersonParts({ personId }: { readonly personId: PersonId }) {
  const [part, setPart] = useState<Part>('timeline');
  const promises = usePromises({ personId, givenBy: null, show: 'open' });
  const followUps = useFollowUps({ personId, show: 'open' });
  const relations = useRelations({ personId });
  return (
    <div className={styles.main}>
      <PersonDrafts personId={personId} />
      <Tabs
        label="Parts of this page"
        onChange={setPart}
        tabs={[
          { id: 'timeline', title: 'Timeline', content: <PersonTimeline personId={personId} /> },
          {
            id: 'promises',
            title: 'Promises',
            count: formatSoFar(promises),
            content: <PersonPromises personId={personId} />,
          },
          {
            id: 'follow-ups',
            title: 'Follow-ups',
            count: formatSoFar(followUps),
            content: <PersonFollowUps personId={personId} />,
          },
          {
            id: 'relations',
            title: 'Relations',
            count: relations.value?.length || undefined,
            content: <PersonRelations personId={personId} />,
          },
          { id: 'files', title: 'Files', content: <PersonFiles personId={personId} /> },
          {
            id: 'usual',
            title: 'Usual and changes',
            content: (
              <Suspense fallback={<Skeleton height={2} lines={6} />}>
                <UsualAndChanges personId={personId} />
              </Suspense>
            ),
          },
          {
            id: 'listening',
            title: 'Listening',
            content: (
              <Suspense fallback={<Skeleton height={10} lines={2} />}>
                <Listening personId={personId} />
              </Suspense>
            ),
          },
        ]}
        value={part}
      />
    </div>
  );
}
