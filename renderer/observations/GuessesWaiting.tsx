import { formatCount, today } from '../format.ts';
import { RouteLink } from '../RouteLink.tsx';
import { Section } from '../ui/Section.tsx';
import { useGuesses } from './queries.ts';

/** On Today, one line when guesses wait to be looked back on. */
export function GuessesWaiting() {
  const { value } = useGuesses({ today: today() });
  if (value === undefined || value.waiting === 0) return null;
  return (
    <Section title="Hindsight">
      <p>
        <RouteLink to={{ page: 'hindsight' }}>
          {formatCount(value.waiting, 'guess', 'guesses')} from weeks ago: was it so?
        </RouteLink>
      </p>
    </Section>
  );
}
