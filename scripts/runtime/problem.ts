/** Something that the person at the keyboard can put right. Its message is one plain sentence; the scripts print it and end with 1. */
export class Problem extends Error {
  override readonly name = 'Problem';
}
