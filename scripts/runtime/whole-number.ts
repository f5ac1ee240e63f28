import { Problem } from './problem.ts';

/** What an option of a command says. Errors: a sentence when it is no whole number within the bounds. */
export function wholeNumber(
  option: string,
  text: string | undefined,
  least: number,
  most = Number.MAX_SAFE_INTEGER,
): number {
  const value = Number(text);
  if (text === undefined || !Number.isInteger(value) || value < least || value > most) {
    const upTo = most === Number.MAX_SAFE_INTEGER ? '' : ` to ${most}`;
    throw new Problem(`${option} is a whole number from ${least}${upTo}.`);
  }
  return value;
}
