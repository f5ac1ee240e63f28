import type { PersonId } from '../../shared/id.ts';
import { whenItCameUp } from '../../shared/observations/moment-words.ts';
import { changedCues, SEVERAL_CUES } from '../../shared/observations/rules.ts';
import { useFields } from '../drafts/editor.ts';
import { HelpIcon } from '../ui/icons.ts';
import styles from './SeveralThings.module.css';

/** Says that several cues changed at once, and suggests to ask. What it means is not for the app to say. */
export function SeveralThings({ moment, personId }: { readonly moment: number; readonly personId: PersonId | null }) {
  const { about, count } = useFields(({ moments }) => {
    const present = moments.find(({ key }) => key === moment);
    return {
      about: present?.about ?? '',
      count: present === undefined || personId === null ? 0 : changedCues(present.observations, personId).length,
    };
  });
  const when = whenItCameUp(about);
  return (
    <div aria-live="polite" className={styles.place}>
      {count >= SEVERAL_CUES && (
        <p className={styles.note}>
          <HelpIcon aria-hidden className={styles.sign} size="1rem" strokeWidth={1.75} />
          <span>
            Several things changed {when ?? 'in this moment'}. Marks do not say why; a question may: “What was on your
            mind
            {when === null ? ' then' : ` ${when}`}?”
          </span>
        </p>
      )}
    </div>
  );
}
