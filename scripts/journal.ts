import { Problem } from './runtime/problem.ts';

// npm run journal -- <what> …
// Each writes JSON lines; the last one is the result.
const subcommands: Readonly<Record<string, () => Promise<{ run(words: readonly string[]): Promise<void> }>>> = {
  'restore-preview': () => import('./journal/restore-preview.ts'),
  sample: () => import('./journal/sample.ts'),
  verify: () => import('./journal/verify.ts'),
};

const [name = '', ...words] = process.argv.slice(2);
const load = Object.hasOwn(subcommands, name) ? subcommands[name] : undefined;
if (load === undefined) {
  throw new Problem(`There is no journal command named "${name}"; there are ${Object.keys(subcommands).join(', ')}.`);
}
await (await load()).run(words);
