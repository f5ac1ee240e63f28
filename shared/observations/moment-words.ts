/** What came up, for a sentence: "the price" and "When the price came up." both give "when the price came up". */
export function whenItCameUp(about: string): string | null {
  const words = about
    .trim()
    .replace(/^when\s+/i, '')
    .replace(/[\s.,;:!?…]+$/, '')
    .replace(/\s+came up$/i, '');
  return words === '' ? null : `when ${words} came up`;
}
