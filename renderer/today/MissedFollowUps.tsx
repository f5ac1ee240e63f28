import type { FollowUp } from '../../shared/follow-ups/follow-up.ts';
import { api } from '../api.ts';
import { FollowUpList } from '../follow-ups/FollowUpList.tsx';
import { report } from '../report.ts';
import { Button } from '../ui/Button.tsx';
import { Section } from '../ui/Section.tsx';
import { AllOf, SHOWN } from './AllOf.tsx';

/** What came due while the app was closed or the computer slept, as one group that goes when it has been seen. */
export function MissedFollowUps({
  followUps,
  count,
}: {
  readonly followUps: readonly FollowUp[];
  readonly count: number;
}) {
  return (
    <Section
      actions={
        <>
          <AllOf count={count} page="follow-ups" />
          <Button onPress={() => void api.followUps.acknowledgeMissed({}).catch(report)} variant="quiet">
            Mark as seen
          </Button>
        </>
      }
      aside="came due while the app was closed or the computer slept"
      title="While you were away"
    >
      <FollowUpList followUps={followUps.slice(0, SHOWN)} label="While you were away" />
    </Section>
  );
}
