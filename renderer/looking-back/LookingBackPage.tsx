import { useCallback, useMemo } from 'react';
import {
  earlierOf,
  kindOf,
  type Period,
  type PeriodKind,
  periodAfter,
  periodAt,
} from '../../shared/looking-back/period.ts';
import { api } from '../api.ts';
import { today } from '../format.ts';
import { shortcutOf, useAction, useLetters } from '../keys.ts';
import { report, sentenceFor } from '../report.ts';
import { navigate } from '../route.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { ChevronLeftIcon, ChevronRightIcon, PrintIcon } from '../ui/icons.ts';
import { Page } from '../ui/Page.tsx';
import { RadioGroup } from '../ui/RadioGroup.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import styles from './LookingBackPage.module.css';
import { Overview } from './Overview.tsx';
import { periodInWords } from './period-words.ts';
import { useLookingBack } from './queries.ts';

const KINDS = [
  { value: 'month', label: 'Month' },
  { value: 'year', label: 'Year' },
] as const;

function show(period: Period): void {
  navigate({ page: 'looking-back', period }, { replace: true });
}

/** What a month or a year held: with whom, how, what was promised, who drifted away. One page, also on paper. */
export function LookingBackPage({ period: asked }: { readonly period: Period | null }) {
  const day = today();
  const period = asked ?? periodAt(day, 'month');
  const kind = kindOf(period);
  const { value, error } = useLookingBack({ period, today: day });
  const isLast = periodAt(day, kind) <= period;

  const goBefore = useCallback(() => show(periodAfter(period, -1)), [period]);
  const goAfter = useCallback(() => {
    if (!isLast) show(periodAfter(period, 1));
  }, [period, isLast]);
  useLetters(useMemo(() => ({ ',': goBefore, '.': goAfter }), [goBefore, goAfter]));
  const print = useCallback(() => void api.brief.print({}).catch(report), []);
  useAction('print-overview', print);

  function change(next: PeriodKind): void {
    if (next === kind) return;
    // From a year to its last month that has begun, so that what is looked at stays near.
    const month = `${period}-12` as Period;
    const now = periodAt(day, 'month');
    show(next === 'year' ? (period.slice(0, 4) as Period) : earlierOf(month, now));
  }

  return (
    <Page
      actions={
        <div className={styles.actions} data-print="hide">
          <RadioGroup isLabelHidden label="Look back over" onChange={change} options={KINDS} value={kind} />
          <IconButton
            icon={ChevronLeftIcon}
            label={kind === 'year' ? 'Year before' : 'Month before'}
            onPress={goBefore}
            shortcut={shortcutOf('period-before')}
          />
          <IconButton
            icon={ChevronRightIcon}
            isDisabled={isLast}
            label={kind === 'year' ? 'Year after' : 'Month after'}
            onPress={goAfter}
            shortcut={shortcutOf('period-after')}
          />
          <Button icon={PrintIcon} onPress={print} shortcut={shortcutOf('print-overview')}>
            Print
          </Button>
        </div>
      }
      subtitle={periodInWords(period)}
      title="Looking back"
      width="wide"
    >
      {error !== null && <Banner tone="problem">{sentenceFor(error)}</Banner>}
      {value === undefined ? error === null && <Skeleton lines={9} /> : <Overview key={period} overview={value} />}
    </Page>
  );
}
