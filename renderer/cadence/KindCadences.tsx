import { useState } from 'react';
import type { Cadence, PersonKind } from '../../shared/people/person.ts';
import { api } from '../api.ts';
import { KINDS } from '../people/words.ts';
import { report, sentenceFor } from '../report.ts';
import { Banner } from '../ui/Banner.tsx';
import { Section } from '../ui/Section.tsx';
import { CadenceFields } from './CadenceFields.tsx';
import { type CadenceEntry, cadenceOf, entryOf, KIND_CHOICES } from './cadence-choices.ts';
import styles from './KindCadences.module.css';
import { useKindCadences } from './queries.ts';

/** How often the user wants to speak with people of each kind. It is part of the journal: it speaks of people. */
export function KindCadences() {
  const { value: kinds, error } = useKindCadences({});
  return (
    <Section aside="kept in the journal" title="Cadence">
      {error !== null && <Banner tone="problem">{sentenceFor(error)}</Banner>}
      <p className={styles.explanation}>
        How often you want to speak with people of a kind. It holds for everybody of that kind for whom nothing else is
        said on their own page.
      </p>
      {kinds !== undefined && (
        <div className={styles.kinds}>
          {KINDS.map(({ value, label }) => (
            <KindCadence
              key={value}
              kind={value}
              label={label}
              wanted={kinds.find(({ kind }) => kind === value)?.cadence ?? null}
            />
          ))}
        </div>
      )}
    </Section>
  );
}

interface KindCadenceProps {
  readonly kind: PersonKind;
  readonly label: string;
  readonly wanted: Cadence | null;
}

function KindCadence({ kind, label, wanted }: KindCadenceProps) {
  // What is chosen and not yet whole: "every" without a number.
  const [unfinished, setUnfinished] = useState<CadenceEntry | null>(null);

  async function change(entry: CadenceEntry): Promise<void> {
    const cadence = cadenceOf(entry);
    setUnfinished(entry.choice === 'every' ? entry : null);
    if (cadence === undefined || cadence === null) return;
    try {
      await api.cadence.setForKind({ kind, cadence: cadence === 'none' ? null : cadence });
    } catch (failure) {
      report(failure);
    }
  }

  return (
    <div className={styles.kind}>
      <CadenceFields
        label={label}
        onChange={(entry) => void change(entry)}
        options={KIND_CHOICES}
        value={unfinished ?? entryOf(wanted ?? 'none')}
      />
    </div>
  );
}
