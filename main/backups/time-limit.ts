import { lstatSync } from 'node:fs';

/** Milliseconds that writing and checking may take at most: a slow disk still manages 2 MB in a second. */
export function timeLimitFor(bytes: number): number {
  return 60_000 + bytes / 2_000;
}

/**
 * The same for reading a file that may come from anywhere, beside others, while somebody waits: a small one that is made
 * to keep us busy is given up soon, a large one has the time that it needs on a slow computer.
 */
export function timeLimitForForeign(...paths: readonly string[]): number {
  const sizes = paths.map((path) => lstatSync(path, { throwIfNoEntry: false })?.size ?? 0);
  return 12_000 + sizes.reduce((sum, size) => sum + size, 0) / 500;
}
