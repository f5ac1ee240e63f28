import { PlusIcon } from './icons.ts';
import { CREATE, hasName, type Option } from './option.ts';

/** What every field has in which one of many is found by typing. */
export interface ChoicesProps<Item extends Option> {
  /** All options, or, when `onInputChange` asks for them, those for the text typed. */
  readonly options: readonly Item[];
  /**
   * Told at every key. When given, the caller looks the options up and they are shown as they are;
   * otherwise they are filtered here by the text.
   */
  readonly onInputChange?: ((text: string) => void) | undefined;
  /** Offers to create what was typed, as the last option, when no option has that name. */
  readonly onCreate?: ((text: string) => void) | undefined;
  /** The words of that offer; `Create “…”` otherwise. */
  readonly createLabel?: ((text: string) => string) | undefined;
  /** What is said beside that offer, such as what speaks against it. */
  readonly createDetail?: ((text: string) => string | undefined) | undefined;
  readonly isLoading?: boolean | undefined;
  readonly emptyText?: string | undefined;
  readonly placeholder?: string | undefined;
}

/** What was found, and behind it the offer to create what was typed, unless one of `known` has that name. */
export function withOffer(
  found: readonly Option[],
  query: string,
  known: readonly Option[],
  { onCreate, createLabel, createDetail }: Pick<ChoicesProps<Option>, 'onCreate' | 'createLabel' | 'createDetail'>,
): readonly Option[] {
  if (onCreate === undefined || query === '' || hasName(known, query)) return found;
  const label = createLabel?.(query) ?? `Create “${query}”`;
  return [...found, { id: CREATE, label, detail: createDetail?.(query), icon: PlusIcon }];
}
