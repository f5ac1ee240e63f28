/** Without case and accents: for names that are typed roughly. */
export function foldLoosely(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** One letter more, less, other, or two exchanged. Names that differ in the first letter are other names. */
export function isOneSlipAway(typed: string, name: string): boolean {
  if (Math.abs(typed.length - name.length) > 1) return false;
  let start = 0;
  while (start < typed.length && typed[start] === name[start]) start += 1;
  if (start === 0) return false;
  const rest = (text: string, skip: number): string => text.slice(start + skip);
  const isExchanged =
    typed[start] === name[start + 1] && typed[start + 1] === name[start] && rest(typed, 2) === rest(name, 2);
  return (
    isExchanged ||
    rest(typed, 1) === rest(name, 1) ||
    rest(typed, 1) === rest(name, 0) ||
    rest(typed, 0) === rest(name, 1)
  );
}

const SHORTEST_SLIP = 4;

/**
 * Whether two names may be one person's: the same words in any order, a middle name or a title more, one slip in one of
 * the words. One word alone is too little to say so, unless the names are the same.
 */
export function mayBeTheSame(one: string, other: string): boolean {
  return mayBeTheSameWords(wordsOfName(one), wordsOfName(other));
}

/** The same of names that are taken apart already: for one that is compared with thousands at each key. */
export function mayBeTheSameWords(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 || b.length === 0) return false;
  if (a.length === 1 || b.length === 1) return a.join(' ') === b.join(' ');
  const [fewer, more] = a.length <= b.length ? [a, b] : [b, a];
  const left = [...more];
  let slips = 0;
  for (const word of fewer) {
    let place = left.indexOf(word);
    if (place < 0) {
      slips += 1;
      place = left.findIndex(
        (each) => Math.min(word.length, each.length) >= SHORTEST_SLIP && isOneSlipAway(word, each),
      );
    }
    if (place < 0 || slips > 1) return false;
    left.splice(place, 1);
  }
  return true;
}

/** A name as it is compared: its words, without case and accents. */
export function wordsOfName(name: string): readonly string[] {
  return foldLoosely(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
