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
 * Whether two names may be one person's: the same words in any order, a middle name or a title more, initials for all but
 * one of the words, one slip in one of them. One word alone is too little to say so, unless the names are the same.
 */
export function mayBeTheSame(one: string, other: string): boolean {
  return mayBeTheSameWords(comparedWords(one), comparedWords(other), { initials: true });
}

/**
 * The same of names that are taken apart already: for one that is compared with thousands at each key. While a name is
 * typed, a letter at its end is no initial.
 */
export function mayBeTheSameWords(
  a: readonly string[],
  b: readonly string[],
  { initials }: { readonly initials: boolean } = { initials: false },
): boolean {
  if (a.length === 0 || b.length === 0) return false;
  if (a.length === 1 || b.length === 1) return a.join(' ') === b.join(' ');
  const [fewer, more] = a.length <= b.length ? [a, b] : [b, a];
  const left = [...more];
  let hasWhole = false;
  const others = fewer.filter((word) => {
    const place = left.indexOf(word);
    if (place < 0) return true;
    left.splice(place, 1);
    if (word.length > 1) hasWhole = true;
    return false;
  });
  return fits(others, left, { initials: initials && hasWhole, slips: 1 });
}

/** Whether each word has another one of its own that it may stand for. */
function fits(
  words: readonly string[],
  others: readonly string[],
  allowed: { readonly initials: boolean; readonly slips: number },
): boolean {
  const [word, ...rest] = words;
  if (word === undefined) return true;
  if (!allowed.initials && words.length > allowed.slips) return false;
  return others.some((other, place) => {
    const left = others.filter((_, at) => at !== place);
    if (allowed.initials && isInitialOf(word, other)) return fits(rest, left, allowed);
    const isSlip =
      allowed.slips > 0 && Math.min(word.length, other.length) >= SHORTEST_SLIP && isOneSlipAway(word, other);
    return isSlip && fits(rest, left, { ...allowed, slips: allowed.slips - 1 });
  });
}

function isInitialOf(one: string, other: string): boolean {
  return (one.length === 1 || other.length === 1) && one.charAt(0) === other.charAt(0);
}

// Letters that have no accent to take off.
const PLAIN: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', ẞ: 'SS', ø: 'o', Ø: 'O', ł: 'l', Ł: 'L', đ: 'd', Đ: 'D', ð: 'd', Ð: 'D' },
  ...{ þ: 'th', Þ: 'Th', æ: 'ae', Æ: 'Ae', œ: 'oe', Œ: 'Oe', ı: 'i' },
};
const NOT_PLAIN = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'gu');

/** With letters that every keyboard has for those that taking off accents leaves alone: "Soren" for "Søren". */
export function plainLetters(text: string): string {
  return text.replace(NOT_PLAIN, (letter) => PLAIN[letter] ?? letter);
}

/** The words of a name, without case and accents; an apostrophe belongs to its word. */
export function wordsOfName(name: string): readonly string[] {
  return foldLoosely(plainLetters(name))
    .replace(/['’ʼ]/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** A name as it is compared with others: "Müller", "Mueller" and "Muller" are written alike. */
export function comparedWords(name: string): readonly string[] {
  return wordsOfName(name).map((word) => word.replace(/([aou])e/g, '$1'));
}
