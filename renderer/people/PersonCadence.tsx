import { cadenceInWords, cadenceReason, isPastCadence, isPausedOn } from '../../shared/cadence/rules.ts';
import type { Person } from '../../shared/people/person.ts';
import { dateAt, isCalendarDate } from '../../shared/time.ts';
import { api } from '../api.ts';
import { CadenceFields } from '../cadence/CadenceFields.tsx';
import { type CadenceEntry, cadenceOf, entryOf, personChoices } from '../cadence/cadence-choices.ts';
import { useKindCadences } from '../cadence/queries.ts';
import { DayField } from '../follow-ups/DayField.tsx';
import { formatCount, formatDate, formatDay, now, today } from '../format.ts';
import { HALF_TYPED_DAY, type KeptParts } from '../ui/HalfTyped.tsx';
import { DueIcon } from '../ui/icons.ts';
import { EditLine } from './EditLine.tsx';
import { EditPopover } from './EditPopover.tsx';
import styles from './PersonPage.module.css';

interface Entry extends CadenceEntry {
  readonly pausedUntil: string | null;
  /** What is typed of that day while it is none yet. */
  readonly pausedParts: KeptParts['parts'];
}

function spokenInWords({ lastSpokenOn, conversationCount }: Person): string {
  if (lastSpokenOn === null) return 'Not yet spoken';
  return `Last spoken ${formatDay(lastSpokenOn)} · ${formatCount(conversationCount, 'conversation', 'conversations')}`;
}

/** When you spoke last, and how often you want to. */
export function PersonCadence({ person }: { readonly person: Person }) {
  const { id, kind, cadence, cadencePausedUntil, wantedCadence, lastSpokenOn, createdAt } = person;
  const { value: kinds } = useKindCadences({});
  const basis = wantedCadence && {
    cadence: wantedCadence,
    since: lastSpokenOn ?? dateAt(createdAt, now().zone),
    everSpoken: lastSpokenOn !== null,
  };
  const pausedUntil = isPausedOn(cadencePausedUntil, today()) ? cadencePausedUntil : null;
  const isHere = person.archivedAt === null && person.deletedAt === null;
  const isPast = basis !== null && pausedUntil === null && isHere && isPastCadence(basis, today());

  async function keep({ pausedUntil: until, ...entry }: Entry): Promise<void> {
    const chosen = cadenceOf(entry);
    await api.people.edit({
      id,
      fields: {
        ...(chosen === undefined ? {} : { cadence: chosen }),
        cadencePausedUntil: until !== null && isCalendarDate(until) ? until : null,
      },
    });
  }

  return (
    <div className={styles.cadence}>
      {/* The reason says by itself that they have never spoken. */}
      {!(isPast && lastSpokenOn === null) && <span>{spokenInWords(person)}</span>}
      <EditLine
        editor={(trigger) => (
          <EditPopover<Entry>
            label="Cadence"
            onCommit={keep}
            problemOf={problemOf}
            trigger={trigger}
            value={{ ...entryOf(cadence), pausedUntil, pausedParts: null }}
          >
            {(entered, change) => (
              <>
                <CadenceFields
                  autoFocus
                  label="How often you want to speak"
                  onChange={(entry) => change({ ...entered, ...entry })}
                  options={personChoices(kinds?.find((each) => each.kind === kind)?.cadence ?? null)}
                  value={entered}
                />
                <DayField
                  isClearable
                  label="Paused until"
                  minimum={today()}
                  onChange={(until) => change({ ...entered, pausedUntil: until, pausedParts: null })}
                  onParts={(parts) => change({ ...entered, pausedParts: parts })}
                  parts={entered.pausedParts}
                  value={entered.pausedUntil}
                />
                <p className={styles.explanation}>
                  A conversation starts the cadence anew; Today names whom you have not spoken with for longer. While it
                  is paused, nobody is named.
                </p>
              </>
            )}
          </EditPopover>
        )}
        label="Cadence"
      >
        {basis === null
          ? cadence === 'none' && <span className={styles.quiet}>No cadence</span>
          : isPast
            ? reasonOf(cadenceReason(basis, today()))
            : wantedWords(person, pausedUntil === null ? null : `paused until ${formatDate(pausedUntil)}`)}
      </EditLine>
    </div>
  );
}

function problemOf(entry: Entry): string | null {
  if (cadenceOf(entry) === undefined) return 'It is not said how often.';
  return entry.pausedParts === null ? null : HALF_TYPED_DAY;
}

function reasonOf(reason: string) {
  return (
    <span className={styles.due}>
      <DueIcon aria-hidden size="0.875rem" strokeWidth={1.75} />
      {reason}
    </span>
  );
}

function wantedWords({ cadence, wantedCadence }: Person, pause: string | null) {
  if (wantedCadence === null) return null;
  const words = [
    `You want to speak ${cadenceInWords(wantedCadence)}`,
    cadence === null ? 'as with everybody of this kind' : null,
    pause,
  ].filter((part) => part !== null);
  return <span className={styles.quiet}>{words.join(', ')}</span>;
}
