import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { buildIfNeeded } from './runtime/app.ts';
import { run, say } from './runtime/command.ts';
import { browserPackages, faultPackages, keyPackages, requirePackages } from './runtime/debian.ts';
import { isRoot, root } from './runtime/places.ts';
import { prepareRuntime } from './runtime/prepare.ts';
import { Problem } from './runtime/problem.ts';

// npm test [-- STEP… [PART OF A TEST FILE'S NAME…]]
// Without a step: all of them, in this order. Each runs even if one before it failed.
const checks = {
  types: () => tool('typescript/bin/tsc', '-b'),
  lint: () => tool('@biomejs/biome/bin/biome', 'ci', '--error-on-warnings', '.'),
  unused: () => tool('knip/bin/knip.js', '--treat-config-hints-as-errors'),
  build: buildIfNeeded,
} as const;
const testProjects = { tests: ['unit', 'pages'], e2e: ['e2e'] } as const;
const order = ['types', 'lint', 'unused', 'tests', 'build', 'e2e'] as const;
const selectable: readonly string[] = [...order, ...testProjects.tests];

type Result = {
  readonly name: string;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly seconds: number;
};
type Counts = Omit<Result, 'name' | 'seconds'>;

const given = process.argv.slice(2);
const chosen = given.filter((word) => selectable.includes(word));
const fileNames = given.filter((word) => !selectable.includes(word));
const wants = (name: string) => chosen.length === 0 || chosen.includes(name);

const results: Result[] = [];
const failures: string[] = [];
for (const step of order) {
  const projects =
    step === 'tests' || step === 'e2e' ? testProjects[step].filter((name) => wants(step) || wants(name)) : [];
  if (step === 'tests' && projects.length > 0) await prepareFaults();
  if (projects.length > 0) await measure(step, () => (step === 'e2e' ? endToEnd() : vitest(projects)));
  else if (step in checks && wants(step)) await measure(step, () => check(checks[step as keyof typeof checks]));
}

say('');
for (const { name, passed, failed, skipped, seconds } of results) {
  const skips = skipped > 0 ? `, ${skipped} skipped` : '';
  say(
    `${failed > 0 ? 'FAILED' : 'passed'}  ${name.padEnd(8)} ${passed} passed, ${failed} failed${skips}  (${seconds.toFixed(0)} s)`,
  );
}
for (const failure of failures) say(`  ${failure}`);
const total = (field: keyof Counts) => results.reduce((sum, result) => sum + result[field], 0);
process.exitCode = total('failed') > 0 ? 1 : 0;
// What was skipped is said above: this line is for programs.
say(`${total('passed')} passed, ${total('failed')} failed`);

async function measure(name: string, step: () => Promise<Counts>): Promise<void> {
  say(`\n── ${name}`);
  const start = performance.now();
  const counts = await step();
  results.push({ name, ...counts, seconds: (performance.now() - start) / 1000 });
}

/** A step that passes or fails as a whole counts as one test. */
async function check(step: () => Promise<void>): Promise<Counts> {
  try {
    await step();
    return { passed: 1, failed: 0, skipped: 0 };
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

/** Without the program that makes writing fail, the tests of that are skipped; only root may install it unasked. */
async function prepareFaults(): Promise<void> {
  if (isRoot) await requirePackages(faultPackages).catch((error: unknown) => say(String(error)));
}

async function endToEnd(): Promise<Counts> {
  if (results.some(({ name, failed }) => name === 'build' && failed > 0)) {
    say('The app was not built, so it cannot be started.');
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const preparation = await check(async () => {
    await buildIfNeeded();
    await prepareRuntime();
    await requirePackages([...browserPackages, ...keyPackages]);
  });
  return preparation.failed > 0 ? preparation : await vitest(testProjects.e2e);
}

/** Runs the tests of some of vitest's projects. A file that could not be run at all counts as one failed test. */
async function vitest(projects: readonly string[]): Promise<Counts> {
  const folder = await mkdtemp(join(tmpdir(), 'rapport-tests-'));
  const report = join(folder, 'report.json');
  try {
    const end = await check(() =>
      tool(
        'vitest/vitest.mjs',
        'run',
        ...projects.flatMap((name) => ['--project', name]),
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
        ...fileNames,
      ),
    );
    return await countTests(report, end);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type Report = {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
};

/** Their long stories stand far above by the time that everything was run. */
function rememberFailure(name: string, message = ''): void {
  failures.push(`${name}: ${message.trim().split('\n', 1)[0]}`);
}

async function countTests(file: string, end: Counts): Promise<Counts> {
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
  const report = JSON.parse(await readFile(file, 'utf8')) as Report;
  let brokenFiles = 0;
  for (const { name, status, message, assertionResults } of report.testResults) {
    if (status === 'failed' && assertionResults.length === 0) {
      brokenFiles += 1;
      rememberFailure(relative(root, name), message);
    }
    for (const test of assertionResults)
      if (test.status === 'failed') rememberFailure(test.fullName.trim(), test.failureMessages[0]);
  }
  const failed = report.numFailedTests + brokenFiles;
  return {
    passed: report.numPassedTests,
    // Vitest also fails without a failed test, such as after an unhandled error.
    failed: Math.max(failed, end.failed),
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** Runs a program of an installed package, showing what it writes. */
async function tool(program: string, ...args: string[]): Promise<void> {
  const file = join(root, 'node_modules', program);
  await run(process.execPath, [file, ...args], { cwd: root, output: 'show' }).catch(() => {
    throw new Problem(`${program.split('/').at(-1)} found something to put right.`);
  });
}
