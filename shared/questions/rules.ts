import { TEXT_LIMITS } from '../text.ts';

const BULLET = /^(?:[-*+•]|\d{1,9}[.)]|\[[ xX]?\]|>|#{1,6})\s+/;
const MARKED_QUESTION = /^(?:ask|q)\s*:\s*(\S.*)$/i;
const PLAIN_QUESTION = /^ask\s+(\S.*\?)$/i;

/** The question that a line of notes holds, or null: it begins with "Ask:" or "Q:", or with "Ask" and ends in a question mark. */
export function questionOf(line: string): string | null {
  let text = line.trim();
  while (BULLET.test(text)) text = text.replace(BULLET, '').trim();
  const question = (MARKED_QUESTION.exec(text) ?? PLAIN_QUESTION.exec(text))?.[1]?.trim();
  if (question === undefined) return null;
  return (question.charAt(0).toUpperCase() + question.slice(1)).slice(0, TEXT_LIMITS.line).toWellFormed().trim();
}

/** Two ways of writing the same question are one. */
export function sameQuestion(words: string): string {
  return words.trim().toLowerCase();
}

/** The questions in notes, each once, in their order. */
export function questionsIn(notes: string): readonly string[] {
  const questions = new Map<string, string>();
  for (const line of notes.split('\n')) {
    const question = questionOf(line);
    if (question !== null && !questions.has(sameQuestion(question))) questions.set(sameQuestion(question), question);
  }
  return [...questions.values()];
}

/** Notes without the lines that are questions to ask next time. */
export function withoutQuestions(notes: string): string {
  return notes
    .split('\n')
    .filter((line) => questionOf(line) === null)
    .join('\n');
}
