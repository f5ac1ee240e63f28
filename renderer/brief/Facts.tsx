import { Fragment } from 'react';
import { Said } from '../people/Said.tsx';

/** What somebody is called is said in one breath: such a fact goes to a new line rather than being broken. */
const SAID = 'say “';

/** A line of facts about somebody. */
export function Facts({
  facts,
  className,
}: {
  readonly facts: readonly string[];
  readonly className: string | undefined;
}) {
  return (
    <p className={className}>
      {facts
        .filter((fact) => fact !== '')
        .map((fact, place) => (
          <Fragment key={fact}>
            {place > 0 && ' · '}
            {fact.startsWith(SAID) ? <Said>{fact}</Said> : fact}
          </Fragment>
        ))}
    </p>
  );
}
