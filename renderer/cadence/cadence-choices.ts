import { cadenceInWords } from '../../shared/cadence/rules.ts';
import type { Cadence, PersonCadence } from '../../shared/people/person.ts';
import type { SelectOption } from '../ui/Select.tsx';

/** A cadence while it is chosen: one of the usual ones, or every so many units. */
export interface CadenceEntry {
  /** `kind` is what is set for the kind of person, `every` is count and unit, anything else a usual one. */
  readonly choice: string;
  readonly count: number | null;
  readonly unit: Cadence['unit'];
}

const USUAL: readonly { readonly label: string; readonly cadence: Cadence }[] = [
  { label: 'Weekly', cadence: { count: 1, unit: 'week' } },
  { label: 'Fortnightly', cadence: { count: 2, unit: 'week' } },
  { label: 'Monthly', cadence: { count: 1, unit: 'month' } },
  { label: 'Every six weeks', cadence: { count: 6, unit: 'week' } },
  { label: 'Quarterly', cadence: { count: 3, unit: 'month' } },
  { label: 'Half-yearly', cadence: { count: 6, unit: 'month' } },
  { label: 'Yearly', cadence: { count: 12, unit: 'month' } },
];

function idOf({ count, unit }: Cadence): string {
  return `${count} ${unit}`;
}

/** What is offered for a kind of person. */
export const KIND_CHOICES: readonly SelectOption<string>[] = [
  { value: 'none', label: 'None' },
  ...USUAL.map(({ label, cadence }) => ({ value: idOf(cadence), label })),
  { value: 'every', label: 'Every …' },
];

/** What is offered for one person of a kind for which `ofKind` is wanted. */
export function personChoices(ofKind: Cadence | null): readonly SelectOption<string>[] {
  const words = ofKind === null ? 'none' : cadenceInWords(ofKind);
  return [{ value: 'kind', label: `As for the kind: ${words}` }, ...KIND_CHOICES];
}

/** How a cadence stands in the form. */
export function entryOf(cadence: PersonCadence): CadenceEntry {
  if (cadence === null || cadence === 'none') return { choice: cadence ?? 'kind', count: null, unit: 'week' };
  const id = idOf(cadence);
  const isUsual = USUAL.some((usual) => idOf(usual.cadence) === id);
  return { choice: isUsual ? id : 'every', ...cadence };
}

/** What the form says; undefined while the number is missing. */
export function cadenceOf({ choice, count, unit }: CadenceEntry): PersonCadence | undefined {
  switch (choice) {
    case 'kind':
      return null;
    case 'none':
      return 'none';
    case 'every':
      return count === null ? undefined : { count, unit };
    default:
      return USUAL.find(({ cadence }) => idOf(cadence) === choice)?.cadence;
  }
}
