import type { PersonId } from '../id.ts';
import type { Cue } from './cue.ts';
import { findCue } from './vocabulary.ts';

interface Marked {
  readonly personId: PersonId;
  readonly cue: string;
  readonly mark: number;
}

/** So many cues changed at once are worth a question; one alone says little. */
export const SEVERAL_CUES = 3;

/** The cues that differed from one person's usual: "as usual" is a mark, but not a change. */
export function changedCues(observations: readonly Marked[], personId: PersonId): readonly Cue[] {
  return observations
    .filter((each) => each.personId === personId && each.mark !== 0)
    .flatMap(({ cue }) => findCue(cue) ?? []);
}

/** True when the marks should be read with care, because the line itself was changed by trouble with it. */
export function hasTechnicalTrouble(observations: readonly Marked[]): boolean {
  return observations.some(({ cue, mark }) => cue === 'technical_trouble' && mark > 0);
}
