import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const minute = 60_000;
// A page or a window that waits for frames and focus may miss one on a busy machine. A test that needed its second try is
// marked `retry` in the report and is to be looked at: with `--retry=0` it shows why.
const retry = 1;
const compiled = fileURLToPath(new URL('node_modules/.cache/rapport-compiled', import.meta.url));

export default defineConfig({
  test: {
    // Half of the cores would wait otherwise: many tests wait for processes of their own.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'unit',
          // The processes that tests start need not read the same sources anew each time.
          env: { NODE_COMPILE_CACHE: compiled },
          environment: 'node',
          include: ['test/{shared,main,scripts}/**/*.test.ts'],
          testTimeout: 2 * minute,
          hookTimeout: 2 * minute,
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'pages',
          environment: 'jsdom',
          include: ['test/renderer/**/*.test.{ts,tsx}'],
          // A busy machine is slow, not wrong: no test may fail for time alone.
          testTimeout: minute,
          retry,
          setupFiles: ['test/support/page-setup.ts'],
          css: { modules: { classNameStrategy: 'non-scoped' } },
        },
      },
      {
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['test/e2e/**/*.e2e.ts'],
          globalSetup: ['test/e2e/support/global-setup.ts'],
          // One window at a time: focus, timing and the two cores belong to the test that runs.
          fileParallelism: false,
          testTimeout: 2 * minute,
          retry,
          hookTimeout: 5 * minute,
        },
      },
    ],
  },
});
