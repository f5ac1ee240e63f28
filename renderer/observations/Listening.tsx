import type { PersonId } from '../../shared/id.ts';
import type { ListeningPoint } from '../../shared/observations/history.ts';
import {
  countsInWords,
  REFERENCE_BAND,
  REFERENCE_CAVEAT,
  runningMedian,
  STRETCH_WORDS,
  STRETCHES,
  stretchInWords,
  talkShareInWords,
} from '../../shared/observations/listening-words.ts';
import { ENOUGH_MARKED } from '../../shared/observations/usual.ts';
import { type CalendarDate, daysBetween } from '../../shared/time.ts';
import { channelInWords } from '../conversations/channel-words.ts';
import { formatDate, formatShortDate, formatShortMonth } from '../format.ts';
import { RouteLink } from '../RouteLink.tsx';
import { sentenceFor } from '../report.ts';
import { Banner } from '../ui/Banner.tsx';
import { ChartFigure } from '../ui/ChartFigure.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Section } from '../ui/Section.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { TimeChart, type TimeChartProps } from '../ui/TimeChart.tsx';
import { monthTicks } from './month-ticks.ts';
import { useListening } from './queries.ts';
import styles from './UsualAndChanges.module.css';

/** How the user listened, conversation by conversation. */
export function Listening({ personId }: { readonly personId: PersonId }) {
  const { value: points, error } = useListening({ personId });
  if (points === undefined)
    return error === null ? <Skeleton height={10} lines={2} /> : <Banner tone="problem">{sentenceFor(error)}</Banner>;
  if (points.length === 0) {
    return (
      <EmptyState title="How you listened">
        Note your share of talk, your longest stretch, your questions and what you said back in the part Listening of a
        conversation. From {ENOUGH_MARKED} on, how they went over time stands here.
      </EmptyState>
    );
  }
  const valuesOf = (name: 'talkShare' | 'questions' | 'saidBack') => known(points, (point) => point[name]);
  const shares = valuesOf('talkShare');
  const stretches = known(points, ({ longestStretch }) =>
    longestStretch === null ? null : STRETCHES.indexOf(longestStretch),
  );
  const questions = valuesOf('questions');
  const saidBack = valuesOf('saidBack');
  return (
    <div className={styles.listening}>
      <Over
        band={{ ...REFERENCE_BAND, label: `${REFERENCE_BAND.from} to ${REFERENCE_BAND.to}\u00a0%` }}
        caveat={REFERENCE_CAVEAT}
        highest={100}
        inWords={(share) => `${share}\u00a0%`}
        known={shares}
        levels={[0, 25, 50, 75, 100].map((at) => ({ at, label: `${at}\u00a0%` }))}
        sentence={talkShareInWords(shares.map(({ value }) => value))}
        title="My share of talk"
      />
      <Over
        highest={STRETCHES.length - 1}
        inWords={(place) => STRETCH_WORDS[STRETCHES[place] ?? 'under_1']}
        known={stretches}
        levels={['< 1', '1–2', '2–4', '> 4 min'].map((label, at) => ({ at, label }))}
        sentence={stretchInWords(stretches.map(({ value }) => STRETCHES[value] ?? 'under_1'))}
        title="My longest stretch"
      />
      <Over
        {...countedLevels(questions)}
        inWords={String}
        known={questions}
        sentence={countsInWords(
          questions.map(({ value }) => value),
          'Open and follow-up questions',
        )}
        title="My questions"
      />
      <Over
        {...countedLevels(saidBack)}
        inWords={String}
        known={saidBack}
        sentence={countsInWords(
          saidBack.map(({ value }) => value),
          'What they said, said back,',
        )}
        title="Said back"
      />
    </div>
  );
}

interface Known {
  readonly point: ListeningPoint;
  readonly value: number;
}

function known(points: readonly ListeningPoint[], read: (point: ListeningPoint) => number | null): readonly Known[] {
  return points.flatMap((point) => {
    const value = read(point);
    return value === null ? [] : [{ point, value }];
  });
}

/** From nothing to the most that was counted, with at most five levels between. */
function countedLevels(values: readonly Known[]): Pick<TimeChartProps, 'levels' | 'highest'> {
  const most = Math.max(4, ...values.map(({ value }) => value));
  const step = Math.ceil(most / 4);
  const levels = [0, 1, 2, 3, 4].map((place) => ({ at: place * step, label: String(place * step) }));
  return { levels, highest: step * 4 };
}

interface OverProps extends Pick<TimeChartProps, 'band' | 'levels' | 'highest'> {
  readonly title: string;
  readonly sentence: string;
  readonly caveat?: string | undefined;
  readonly known: readonly Known[];
  readonly inWords: (value: number) => string;
}

/** One thing over time; below the minimum only how many there are. */
function Over({ title, sentence, caveat, known: values, inWords, ...axes }: OverProps) {
  if (values.length < ENOUGH_MARKED) {
    return (
      <Section title={title}>
        <p className={styles.quiet}>{sentence}</p>
      </Section>
    );
  }
  const first = values[0]?.point.on;
  const dayOf = (on: CalendarDate): number => (first === undefined ? 0 : daysBetween(first, on));
  const trends = runningMedian(values.map(({ value }) => value));
  const last = values.at(-1)?.point.on;
  return (
    <Section aside={`${values.length} conversations`} title={title}>
      <ChartFigure
        caveat={
          <>
            {caveat} A dot is a conversation; the line is the middle of the last {ENOUGH_MARKED}.
          </>
        }
        chart={
          <TimeChart
            {...axes}
            days={
              first === undefined || last === undefined
                ? []
                : monthTicks(first, last).map((on) => ({ at: dayOf(on), label: dayLabel(on, first, last) }))
            }
            lowest={0}
            points={values.map(({ point: { on }, value }, index) => ({
              day: dayOf(on),
              value,
              trend: trends[index] ?? null,
            }))}
            sentence={sentence}
          />
        }
        columns={['Day', title, 'Middle of the last five', 'Channel']}
        rows={values
          .map(({ point: { conversationId, on, channel }, value }, index) => ({
            id: conversationId,
            cells: [
              <RouteLink key="day" to={{ page: 'conversation', id: conversationId }}>
                {formatDate(on)}
              </RouteLink>,
              inWords(value),
              middleInWords(trends[index] ?? null, inWords),
              channelInWords(channel),
            ],
          }))
          .toReversed()}
        sentence={sentence}
        title={title}
      />
    </Section>
  );
}

/** Within one month a month says too little. */
function dayLabel(on: CalendarDate, first: CalendarDate, last: CalendarDate): string {
  return first.slice(0, 7) === last.slice(0, 7) ? formatShortDate(on) : formatShortMonth(on);
}

function middleInWords(trend: number | null, inWords: (value: number) => string): string {
  if (trend === null) return 'not enough yet';
  return Number.isInteger(trend)
    ? inWords(trend)
    : `between ${inWords(Math.floor(trend))} and ${inWords(Math.ceil(trend))}`;
}
