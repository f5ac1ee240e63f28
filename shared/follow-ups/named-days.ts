/** Only those that fall on the same day each year, and mean the same day everywhere. */
const NAME = "(?:christmas|x-?mas)(?: (?:eve|day))?|new[ -]year(?:['’]?s)?(?: (?:eve|day))?|nye";
// "The Christmas party" and "a New Year wish" name no day.
const GOES_ON = 'at|about|again|and|by|for|from|if|in|or|re|to|until|when|with';
// "After Christmas" may be many a day, "a week after Christmas" is one.
const NO_DAY_AFTER = `(?:merry|happy|good|last|past|previous|since|about|of|an?|(?<!\\b(?:days?|weeks?|months?) )after)`;
const YEAR = '(?: (\\d{4})(?![\\d:]))?';

/** The name of a day of the year; it has one group. */
export const NAMED_DAY = `(?<![\\w-])(${NAME})(?!['’]?[\\w-])(?! +(?!(?:${GOES_ON})\\b)[a-z])`;

/** A named day to come, and its year where that is said. */
export const COMING_NAMED_DAY = new RegExp(
  `(?<!\\b${NO_DAY_AFTER} (?:the )?)(?:\\b(?:next|this) )?${NAMED_DAY}${YEAR}`,
  'i',
);

/** A named day that was, and its year where that is said. */
export const PAST_NAMED_DAY = new RegExp(`(?:\\b(?:last|this) )?${NAMED_DAY}${YEAR}`, 'i');

/** The day of the year that a name stands for. */
export function dayOfName(name = ''): { readonly month: number; readonly day: number } {
  const isEve = /eve$|^nye$/i.test(name);
  if (/^[cx]/i.test(name)) return { month: 12, day: isEve ? 24 : 25 };
  return isEve ? { month: 12, day: 31 } : { month: 1, day: 1 };
}
