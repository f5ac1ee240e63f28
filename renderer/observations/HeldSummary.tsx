import { CONFIDENCE_WORDS, heldInWords } from '../../shared/observations/guess.ts';
import { formatCount } from '../format.ts';
import { DataLine } from '../ui/DataLine.tsx';
import { DataList } from '../ui/DataList.tsx';
import { Section } from '../ui/Section.tsx';
import { useHeld } from './queries.ts';

/** How often the user's guesses held, with the number it rests on; from ten answers on. */
export function HeldSummary() {
  const { value: counts = [] } = useHeld({});
  if (counts.length === 0) return null;
  const unclear = counts.reduce((sum, { cannotTell }) => sum + cannotTell, 0);
  return (
    <Section title="How your guesses held">
      <DataList>
        <DataLine label="All">{heldInWords(counts)}</DataLine>
        {(['hunch', 'likely'] as const).map((confidence) => {
          const ofConfidence = counts.filter((each) => each.confidence === confidence);
          return ofConfidence.length === 0 ? null : (
            <DataLine key={confidence} label={CONFIDENCE_WORDS[confidence]}>
              {heldInWords(ofConfidence)}
            </DataLine>
          );
        })}
        {unclear > 0 && (
          <DataLine label="Cannot tell">{formatCount(unclear, 'guess', 'guesses')}, not counted</DataLine>
        )}
      </DataList>
    </Section>
  );
}
