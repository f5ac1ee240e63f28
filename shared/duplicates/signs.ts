import { foldLoosely } from '../people/alike.ts';
import { foldName } from '../people/rules.ts';

/** A number with fewer digits is an extension, which many have. */
const SHORTEST_PHONE = 7;
/** So many digits at the end tell a number apart, whatever stands before it: 0, +49, 0049. */
const TELLING_DIGITS = 9;

/** Two phone numbers are the same when these are equal; null for what is no number that tells. */
export function foldPhone(number: string): string | null {
  const digits = number.replaceAll(/\D/g, '');
  return digits.length < SHORTEST_PHONE ? null : digits.slice(-TELLING_DIGITS);
}

/** Two addresses are the same when these are equal; null for what is no address. */
export function foldAddress(address: string): string | null {
  const folded = foldName(address).replace(/^mailto:/, '');
  return folded.includes('@') ? folded : null;
}

/** The words of a name, without case and accents. */
export function wordsOfName(name: string): readonly string[] {
  return foldLoosely(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
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
