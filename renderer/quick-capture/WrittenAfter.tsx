import { useEffect, useState } from 'react';
import { minutesAfter } from '../../shared/conversations/memory.ts';
import { useFields } from '../drafts/editor.ts';
import { formatCount, now } from '../format.ts';
import styles from './QuickCapturePage.module.css';

const EVERY_MS = 20_000;

/** How long after the conversation it is written: what was said fades fastest in the first hour. */
export function WrittenAfter() {
  const when = useFields(({ on, at, minutes }) => ({ on, at, minutes }));
  const [, look] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => look((count) => count + 1), EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  const after = minutesAfter(when, now());
  return <p className={styles.after}>{after === null ? '' : afterInWords(after)}</p>;
}

function afterInWords(minutes: number): string {
  if (minutes < 1) return 'Written right after the conversation';
  if (minutes < 60) return `Written ${formatCount(minutes, 'minute', 'minutes')} after the conversation`;
  if (minutes < 24 * 60) {
    return `Written ${formatCount(Math.floor(minutes / 60), 'hour', 'hours')} after the conversation`;
  }
  return `Written ${formatCount(Math.floor(minutes / 1440), 'day', 'days')} after the conversation`;
}
