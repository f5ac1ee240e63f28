import { readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod/mini';
import { instant } from '../../shared/time.ts';
import { syncFolder, writeDurably } from './files.ts';

const intent = z.strictObject({
  version: z.literal(1),
  kind: z.enum(['restore', 'undo']),
  /** Path of the journal that is to be replaced. */
  journal: z.string(),
  /** Path of what takes its place. */
  incoming: z.string(),
  /** Path under which the present one is kept. */
  aside: z.string(),
  /** Whether there was a journal to replace. */
  replaces: z.boolean(),
  /** Name of the backup made of the present one; null when it could not be read. */
  keptAs: z.nullable(z.string()),
  at: instant,
});
/** What was decided about the journal and is done at the next start, before it is opened. */
export type Intent = z.infer<typeof intent>;

const restored = z.strictObject({
  version: z.literal(1),
  journal: z.string(),
  /** Path of what was replaced; null when there was nothing. */
  aside: z.nullable(z.string()),
  keptAs: z.nullable(z.string()),
  at: instant,
});
/** A restore that was completed and can still be undone. */
export type Restored = z.infer<typeof restored>;

function read<T>(path: string, schema: z.ZodMiniType<T>): T | null {
  try {
    return schema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
}

/** What was decided for this start; null when there is nothing, or nothing that can be read. */
export function readIntent(path: string): Intent | null {
  return read(path, intent);
}

/** Writes down what is to be done at the next start, so that it stays written. */
export function writeIntent(path: string, value: Intent): void {
  writeDurably(path, `${JSON.stringify(value, null, 2)}\n`);
}

/** The last restore, while it can be undone; null when there is none. */
export function readRestored(path: string): Restored | null {
  return read(path, restored);
}

/** Writes down a completed restore, so that it stays written. */
export function writeRestored(path: string, value: Restored): void {
  writeDurably(path, `${JSON.stringify(value, null, 2)}\n`);
}

/** Removes an intent or a record, so that it stays removed. */
export function removeRecord(path: string): void {
  rmSync(path, { force: true });
  syncFolder(dirname(path));
}
