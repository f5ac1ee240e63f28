import type { IconComponent } from './icons.ts';

/** Something that can be chosen by name: a person, an organisation, a tag. */
export interface Option {
  readonly id: string;
  readonly label: string;
  /** Small, at the right: the organisation, a count. */
  readonly detail?: string | undefined;
  readonly icon?: IconComponent | undefined;
}

/** The id of the option that creates what was typed. */
export const CREATE = 'create:';

/** Whether one of the options has this name, whatever its case and accents. */
export function hasName(options: readonly Option[], name: string): boolean {
  return options.some((option) => option.label.localeCompare(name, undefined, { sensitivity: 'base' }) === 0);
}
