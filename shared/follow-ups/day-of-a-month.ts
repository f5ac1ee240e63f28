import type { Parser } from 'chrono-node/en';

const MONTHS =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const MONTH_NUMBERS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_BEGINS = new RegExp(`^\\W?(?=(?:${MONTHS})\\b)`, 'i');
const MONTH_AND_DAY = new RegExp(
  `\\b(${MONTHS})\\.?\\s+(0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?\\b(?![:.]\\d|\\s*[ap]\\.?m\\b)`,
  'i',
);
const DAY_BEFORE = /(?<![\d:.,/-])(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?:\s+of)?\s+$/i;

/**
 * The same parser, for which a number before a month is its day: in "12 Nov first talk" it is the twelfth, and what comes
 * after the month says nothing about it.
 */
export function dayFirstOf(parser: Parser): Parser {
  return {
    pattern: (context) => parser.pattern(context),
    extract: (context, match) => {
      const lead = MONTH_BEGINS.exec(match[0])?.[0];
      const from = (match.index ?? 0) + (lead ?? '').length;
      const hasItsDay = lead !== undefined && DAY_BEFORE.test(context.text.slice(0, from));
      return hasItsDay ? null : parser.extract(context, match);
    },
  };
}

/** A month and its day, "Nov 12", which chrono takes for a year where days are said first. */
export const monthAndDay: Parser = {
  pattern: () => MONTH_AND_DAY,
  extract: (context, match) => {
    const month = MONTH_NUMBERS.indexOf((match[1] ?? '').slice(0, 3).toLowerCase()) + 1;
    const said = context.createParsingComponents({ month, day: Number(match[2]) });
    return said.imply('year', context.reference.getDateWithAdjustedTimezone().getFullYear());
  },
};
