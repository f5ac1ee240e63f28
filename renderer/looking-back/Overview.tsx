import { useMemo } from 'react';
import type { LookingBack } from '../../shared/looking-back/contract.ts';
import { kindOf } from '../../shared/looking-back/period.ts';
import { SHARE_MINIMUM, shareOnTime } from '../../shared/promises/rules.ts';
import { channelInWords } from '../conversations/channel-words.ts';
import { formatCount } from '../format.ts';
import { DataLine } from '../ui/DataLine.tsx';
import { DataList } from '../ui/DataList.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Section } from '../ui/Section.tsx';
import { DriftedAway } from './DriftedAway.tsx';
import { firstOnSheet } from './fit.ts';
import styles from './LookingBackPage.module.css';
import { NewPeople } from './NewPeople.tsx';
import { periodInWords, summaryInWords, timeInWords } from './period-words.ts';
import { TalkedMost } from './TalkedMost.tsx';
import { WithWhom } from './WithWhom.tsx';

/** What one period held; what is empty is not shown. */
export function Overview({ overview }: { readonly overview: LookingBack }) {
  const { people, newPeople, channels, promises, pastCadence, fewer } = overview;
  const part = { overview, first: useMemo(() => firstOnSheet(overview), [overview]) };
  const hasPromises = [promises.me, promises.them].some(({ written, settled }) => written > 0 || settled > 0);
  const hasDrifted = pastCadence.length > 0 || fewer.length > 0;
  if (channels.length === 0 && !hasPromises && !hasDrifted) {
    return (
      <EmptyState title={`Nothing is written down of ${periodInWords(overview.period)}`}>
        With whom you spoke and how often, what was promised and kept, and who was lost sight of: it comes together here
        from the conversations you record.
      </EmptyState>
    );
  }
  return (
    <div className={styles.overview}>
      {channels.length > 0 && <p className={styles.summary}>{summaryInWords(overview)}</p>}
      <div className={styles.columns}>
        {people.length > 0 && <WithWhom {...part} />}
        {channels.length > 0 && (
          <Section title="How">
            <DataList>
              {channels.map(({ channel, conversations, minutes }) => (
                <DataLine
                  basis={minutes > 0 ? timeInWords(minutes) : undefined}
                  key={channel}
                  label={channelInWords(channel)}
                >
                  {formatCount(conversations, 'conversation', 'conversations')}
                </DataLine>
              ))}
            </DataList>
          </Section>
        )}
        {hasPromises && <Promises overview={overview} />}
        {hasDrifted && <DriftedAway {...part} />}
        {newPeople.length > 0 && <NewPeople {...part} />}
        <TalkedMost {...part} />
      </div>
    </div>
  );
}

function Promises({ overview: { period, promises } }: { readonly overview: LookingBack }) {
  return (
    <Section aside={`due in this ${kindOf(period)} and settled by now; let go ones are not counted`} title="Promises">
      <DataList>
        <Side label="By you" side={promises.me} />
        <Side label="By them" side={promises.them} />
      </DataList>
    </Section>
  );
}

function Side({ label, side }: { readonly label: string; readonly side: LookingBack['promises']['me'] }) {
  const { written, settled, onTime } = side;
  const share = shareOnTime(side);
  return (
    <DataLine basis={`${written} written down`} label={label}>
      {settled === 0
        ? 'none was due'
        : share === null
          ? `${onTime} of ${settled} kept on time; a share is shown from ${SHARE_MINIMUM} on`
          : `${share} % kept on time, ${onTime} of ${settled}`}
    </DataLine>
  );
}
