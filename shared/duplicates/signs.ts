import { foldName } from '../people/rules.ts';

/** A number with fewer digits is an extension, which many have. */
const SHORTEST_PHONE = 7;
/** So many digits at the end tell a number apart, whatever stands before it: 0, +49, 0049. */
const TELLING_DIGITS = 9;
/** A country's prefix has at most so many digits. */
const LONGEST_PREFIX = 3;

/**
 * Keys of which two ways to write one number share at least one; none for what is no number that tells. In some countries
 * a whole number has only seven or eight digits: they are what may be left of one behind a country's prefix.
 */
export function keysOfPhone(number: string): readonly string[] {
  const written = number.normalize('NFKC').trim().replace(/^tel:/i, '');
  const isAbroad = /^\(?(\+|00)/.test(written);
  const digits = written.replaceAll(/\D/g, '').replace(/^0+/, '');
  if (digits.length < SHORTEST_PHONE) return [];
  if (!isAbroad) return [digits.slice(-TELLING_DIGITS)];
  const behindPrefix = Array.from({ length: LONGEST_PREFIX }, (_, place) => digits.slice(place + 1));
  return [
    digits.slice(-TELLING_DIGITS),
    ...behindPrefix.filter(({ length }) => length >= SHORTEST_PHONE && length < TELLING_DIGITS),
  ];
}

/** Two addresses are the same when these are equal; null for what is no address. */
export function foldAddress(address: string): string | null {
  const folded = foldName(address).replace(/^mailto:/, '');
  // As it is copied from a message: Anna Roth <anna@roth.example>.
  const bare = /<([^<>]*)>$/.exec(folded)?.[1]?.trim() ?? folded;
  return bare.indexOf('@') > 0 ? bare : null;
}

/**
 * Keys of which two names that may be one person's share at least one: one whole word, and the first letter of another.
 * Comparing only names of the same key leaves thousands of people to be compared in an instant.
 */
export function keysOfName(words: readonly string[]): readonly string[] {
  const [only] = words;
  if (words.length === 1 && only !== undefined) return [only];
  const keys = new Set<string>();
  for (const [place, word] of words.entries()) {
    for (const [at, other] of words.entries()) if (at !== place) keys.add(`${word} ${other.charAt(0)}`);
  }
  return [...keys];
}
