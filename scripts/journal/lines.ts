import { resolve } from 'node:path';

/** Writes one JSON line. */
export function tell(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

/** A path as it was meant: npm starts scripts in the repository, not where the command was typed. */
export function given(path: string): string {
  return resolve(process.env.INIT_CWD ?? '.', path);
}
