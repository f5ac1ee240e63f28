import { randomBytes } from 'node:crypto';
import { rmSync, statfsSync, statSync } from 'node:fs';
import { open, rm, statfs } from 'node:fs/promises';

/** Bytes that are kept back for the time when the disk is full. */
export const BALLAST_BYTES = 4 * 1024 * 1024;
/** The ballast is made only where so much stays free beside it, so that it is not itself what fills the disk. */
const ROOM = 16 * 1024 * 1024;

/** The ballast of a journal: a file of no content beside it. */
export function ballastOf(journal: string): string {
  return `${journal}-ballast`;
}

/** Makes the ballast where there is room for it. True when it is there. */
export async function makeBallast(journal: string): Promise<boolean> {
  const path = ballastOf(journal);
  try {
    if (hasBallast(journal)) return true;
    const { bavail, bsize } = await statfs(journal);
    if (bavail * bsize < BALLAST_BYTES + ROOM) return false;
    const file = await open(path, 'w', 0o600);
    try {
      // At random, so that no disk keeps it smaller than it is.
      await file.writeFile(randomBytes(BALLAST_BYTES));
      await file.sync();
    } finally {
      await file.close();
    }
    return true;
  } catch {
    // A folder that takes no file has no room to keep back.
    await rm(path, { force: true }).catch(() => undefined);
    return false;
  }
}

/** True while the space for a full disk is kept back. */
export function hasBallast(journal: string): boolean {
  return statSync(ballastOf(journal), { throwIfNoEntry: false })?.size === BALLAST_BYTES;
}

/** Gives the space back to the disk. True when there was any. */
export function releaseBallast(journal: string): boolean {
  try {
    if (statSync(ballastOf(journal), { throwIfNoEntry: false }) === undefined) return false;
    rmSync(ballastOf(journal));
    return true;
  } catch {
    return false;
  }
}

/** Bytes that the disk of a file can still take; nothing when that cannot be known. */
export function roomFor(path: string): number {
  try {
    const { bavail, bsize } = statfsSync(path);
    return bavail * bsize;
  } catch {
    return 0;
  }
}
