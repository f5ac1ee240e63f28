const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’_-][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu;
// Scripts that are written without spaces: the parts of a word are told by a dictionary.
const WITHOUT_SPACES =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

/** How many words a text has. Signs of Markdown are none, and neither are dashes and dots by themselves. */
export function countWords(text: string): number {
  if (WITHOUT_SPACES.test(text)) return countSegments(text);
  return text.match(WORD)?.length ?? 0;
}

let segmenter: Intl.Segmenter | undefined;

function countSegments(text: string): number {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'word' });
  let count = 0;
  for (const { isWordLike } of segmenter.segment(text)) if (isWordLike === true) count += 1;
  return count;
}
