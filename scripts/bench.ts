import { parseArgs } from 'node:util';
import { autosave } from './bench/autosave.ts';
import { backup } from './bench/backup.ts';
import type { Measurement } from './bench/figure.ts';
import { chooseSize } from './bench/journal.ts';
import { peopleList } from './bench/people-list.ts';
import { reading } from './bench/reading.ts';
import { ripgrep } from './bench/ripgrep.ts';
import { today } from './bench/today.ts';
import { windowFigures } from './bench/window-figures.ts';
import { Problem } from './runtime/problem.ts';
import { wholeNumber } from './runtime/whole-number.ts';

// npm run bench [-- NAME… --people N --conversations N]
// Measures what QUALITY promises and prints one JSON line a figure. It judges nothing: a figure is not a test.
const measurements: readonly Measurement[] = [reading, ripgrep, autosave, backup, windowFigures, peopleList, today];

const { positionals: given, values } = parseArgs({
  allowPositionals: true,
  options: { people: { type: 'string' }, conversations: { type: 'string' } },
});
chooseSize({
  ...(values.people && { people: wholeNumber('--people', values.people, 1) }),
  ...(values.conversations && { conversations: wholeNumber('--conversations', values.conversations, 1) }),
});
const names = measurements.flatMap((measurement) => measurement.names);
const wanted = (name: string): boolean => given.length === 0 || given.some((part) => name.includes(part));
const unknown = given.find((part) => !names.some((name) => name.includes(part)));
if (unknown !== undefined) {
  throw new Problem(`There is no figure named "${unknown}"; there are ${names.map((name) => `"${name}"`).join(', ')}.`);
}

for (const measurement of measurements) {
  if (!measurement.names.some(wanted)) continue;
  await measurement.run(wanted, (figure) => process.stdout.write(`${JSON.stringify(figure)}\n`));
}
