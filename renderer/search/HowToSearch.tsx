import type { ReactNode } from 'react';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { TextButton } from '../ui/TextButton.tsx';
import styles from './HowToSearch.module.css';

const EXAMPLES: readonly (readonly [text: string, finds: string])[] = [
  ['renewal budget', 'both words, each at least by its beginning, with or without accents'],
  ['"annual budget"', 'these words next to each other'],
  ['price or cost -discount', 'one of the two, and not the third'],
  ['with:"', 'conversations with a person; org: with somebody of an organisation'],
  ['tag:', 'what has a tag; kind: client or partner; channel: phone or email'],
  [
    'after:"last month" has:promise',
    'by day, month or year, also before: and on:, with a promise, file, mark or followup',
  ],
  ['cue:pace mark:faster', 'what was noticed, and how it was marked'],
  ['is:overdue by:me', 'promises that are late; also is:open, is:draft, is:archived'],
];

/** The empty page explains the language of the line, in examples that can be tried. */
export function HowToSearch({
  onTry,
  children,
}: {
  readonly onTry: (text: string) => void;
  readonly children: ReactNode;
}) {
  return (
    <>
      {children}
      <EmptyState title="Everything you wrote, found as you type">
        <p>
          People, organisations, conversations and what was noticed in them, promises, follow-ups, files.{' '}
          <Kbd keys="Enter" /> puts the best first, <Kbd keys="ArrowDown" /> goes to the results, <Kbd keys="Tab" />{' '}
          completes. Where few words begin that way, parts of words are found as well: in names, titles and short texts,
          and in the notes of the newest 2,000 conversations.
        </p>
        <dl className={styles.examples}>
          {EXAMPLES.map(([text, finds]) => (
            <div className={styles.example} key={text}>
              <dt>
                <TextButton aria-label={`Try ${text}`} onPress={() => onTry(text)}>
                  {text.replace(/:"?$/, ':…')}
                </TextButton>
              </dt>
              <dd>{finds}</dd>
            </div>
          ))}
        </dl>
      </EmptyState>
    </>
  );
}
