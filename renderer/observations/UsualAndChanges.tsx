import type { PersonId } from '../../shared/id.ts';
import {
  type CueSpread,
  type GroupSpread,
  groupInWords,
  type MarkHistory,
  spreadInWords,
  topicInWords,
} from '../../shared/observations/history.ts';
import { whenItCameUp } from '../../shared/observations/moment-words.ts';
import { ENOUGH_MARKED } from '../../shared/observations/usual.ts';
import { findCue, markWord } from '../../shared/observations/vocabulary.ts';
import { formatDate } from '../format.ts';
import { sentenceFor } from '../report.ts';
import { Banner } from '../ui/Banner.tsx';
import { ChartFigure } from '../ui/ChartFigure.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Section } from '../ui/Section.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Words } from '../ui/Words.tsx';
import { useMarkHistory } from './queries.ts';
import { SpreadStrip } from './SpreadStrip.tsx';
import styles from './UsualAndChanges.module.css';

/** Of each topic the most frequent changes are named. */
const CHANGES = 5;

const GROUP_WORDS: Readonly<Record<GroupSpread['channels'], string>> = {
  in_person: 'In person',
  video: 'By video',
  phone: 'By phone',
  written: 'In writing',
};

/** What a person's marks say over all conversations: the usual of each cue, and what came up when several changed. */
export function UsualAndChanges({ personId }: { readonly personId: PersonId }) {
  const { value: history, error } = useMarkHistory({ personId });
  if (history === undefined)
    return error === null ? <Skeleton height={2} lines={6} /> : <Banner tone="problem">{sentenceFor(error)}</Banner>;
  if (history.groups.length === 0) {
    return (
      <EmptyState title="How they usually are, and what changes it">
        Mark cues of tone and body language in your conversations. From {ENOUGH_MARKED} marked conversations on, in
        person, by video and by phone each for itself, their usual stands here, and what was being talked about when
        several things changed.
      </EmptyState>
    );
  }
  return (
    <div className={styles.parts}>
      <WhatCameUp history={history} />
      {history.groups.map((group) => (
        <Section
          aside={`${group.marked} marked`}
          key={group.channels}
          title={`Their usual, ${GROUP_WORDS[group.channels].toLowerCase()}`}
        >
          <Group group={group} />
        </Section>
      ))}
    </div>
  );
}

function WhatCameUp({ history: { topics, topicsOnce, groups } }: { readonly history: MarkHistory }) {
  const marked = groups.reduce((sum, group) => sum + group.marked, 0);
  return (
    <Section title="When several things changed">
      {topics.length === 0 ? (
        <p className={styles.quiet}>
          {marked < ENOUGH_MARKED
            ? `Not enough yet: ${marked} of ${ENOUGH_MARKED} marked conversations.`
            : 'Nothing that came up in more than one conversation has changed several things at once.'}
        </p>
      ) : (
        <ul aria-label="What came up when several things changed" className={styles.topics}>
          {topics.map((topic) => (
            <li key={topic.about}>
              <p>
                <Words as="span">{topicName(topic.about)}</Words>
                <span className={styles.count}>{topicInWords(topic)}</span>
              </p>
              <p className={styles.quiet}>
                {topic.changes.length > 0 &&
                  `${topic.changes
                    .slice(0, CHANGES)
                    .map(({ words, times }) => `${words} in ${times}`)
                    .join('; ')} · `}
                last {formatDate(topic.lastOn)}
              </p>
            </li>
          ))}
        </ul>
      )}
      <p className={styles.basis}>
        Counted in conversations in which it came up and something was marked; several are three cues or more. It says
        what was noticed together, not why: ask.
        {topicsOnce > 0 &&
          ` ${topicsOnce === 1 ? 'One topic' : `${topicsOnce} topics`} came up in one conversation only and ${topicsOnce === 1 ? 'is' : 'are'} not counted.`}
      </p>
    </Section>
  );
}

/** "Price" rather than "when the price came up". */
function topicName(about: string): string {
  const words = whenItCameUp(about)?.slice('when '.length, -' came up'.length) ?? about;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function Group({ group }: { readonly group: GroupSpread }) {
  const sentence = groupInWords(group);
  if (group.marked < ENOUGH_MARKED) return <p className={styles.quiet}>{sentence}</p>;
  return (
    <ChartFigure
      caveat="Each conversation counts once for a cue, by its mark furthest from as usual. A dot is as large as the number of conversations at its stop; the bar is the half in the middle."
      chart={
        <>
          <Cues cues={group.cues.filter(({ n }) => n >= ENOUGH_MARKED)} />
          <TooFew cues={group.cues.filter(({ n }) => n < ENOUGH_MARKED)} />
        </>
      }
      columns={['Cue', 'Conversations', 'Far below', 'Below', 'As usual', 'Above', 'Far above', 'Their usual']}
      rows={group.cues.flatMap((spread) => {
        const cue = findCue(spread.cue);
        if (cue === undefined) return [];
        const counts =
          cue.scale.kind === 'noticed' ? ['–', '–', '–', `${spread.n} heard`, '–'] : spread.counts.map(String);
        return [{ id: spread.cue, cells: [cue.name, spread.n, ...counts, spreadInWords(cue, spread)] }];
      })}
      sentence={sentence}
      title={GROUP_WORDS[group.channels]}
    />
  );
}

/** Cues that were marked, but too seldom to say anything of. */
function TooFew({ cues }: { readonly cues: readonly CueSpread[] }) {
  if (cues.length === 0) return null;
  const names = cues.flatMap(({ cue: id, n }) => {
    const cue = findCue(id);
    return cue === undefined ? [] : [`${cue.name.toLowerCase()} ${n}`];
  });
  return (
    <p className={styles.basis}>
      Not enough yet, of {ENOUGH_MARKED}: {names.join(', ')}.
    </p>
  );
}

function Cues({ cues }: { readonly cues: readonly CueSpread[] }) {
  const most = Math.max(...cues.flatMap(({ counts }) => counts));
  return (
    <ul className={styles.cues}>
      {cues.map((spread) => {
        const cue = findCue(spread.cue);
        if (cue === undefined) return null;
        const { scale } = cue;
        return (
          <li className={styles.cue} key={cue.id}>
            <span className={styles.name}>{cue.name}</span>
            {scale.kind === 'noticed' ? (
              <span className={styles.strip} />
            ) : (
              <span className={styles.strip}>
                <span aria-hidden className={styles.pole}>
                  {scale.low}
                </span>
                <SpreadStrip
                  label={spread.counts
                    .map((count, stop) => (count === 0 ? '' : `${markWord(cue, stop - 2)} in ${count}`))
                    .filter((words) => words !== '')
                    .join(', ')}
                  most={most}
                  spread={spread}
                />
                <span aria-hidden className={styles.pole}>
                  {scale.high}
                </span>
              </span>
            )}
            <span className={styles.n}>n {spread.n}</span>
            <span className={styles.words}>{spreadInWords(cue, spread)}</span>
          </li>
        );
      })}
    </ul>
  );
}
