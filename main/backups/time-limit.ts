/** Milliseconds that writing and checking may take at most: a slow disk still manages 2 MB in a second. */
export function timeLimitFor(bytes: number): number {
  return 60_000 + bytes / 2_000;
}
