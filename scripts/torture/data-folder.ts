import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Copies a data folder; the records in it hold whole paths, which become those of the copy. */
export function copyDataFolder(from: string, to: string): void {
  cpSync(from, to, { recursive: true });
  for (const record of ['restore-intent.json', 'restored.json']) {
    const path = join(to, record);
    if (existsSync(path)) writeFileSync(path, readFileSync(path, 'utf8').replaceAll(from, to));
  }
}
