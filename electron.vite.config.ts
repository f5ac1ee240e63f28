import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

/** The oldest runtime that the tests start (Electron 25) brings Node 18.15 and Chromium 114; the shipped one is newer. */
const oldestNode = 'node18';
const oldestChrome = 'chrome114';
const oldestChromeAsNumber = 114 << 16;

/** `electron` is provided by the runtime, better-sqlite3 loads a native library from its own folder; all else is bundled. */
const external = ['electron', 'better-sqlite3'];

/**
 * React Aria brings its own labels in 34 languages and chooses by the system's; the interface is in English, and so are they.
 * What takes a language's place has to be undefined: an empty set of labels would fail at its first.
 */
const oneLanguage = {
  name: 'one-language',
  enforce: 'pre' as const,
  load(id: string) {
    return /react-(aria|stately|aria-components)[\\/].*[\\/]intl[\\/].*[\\/](?!en-US)[a-z]{2}-[A-Z]{2}\.m?js$/.test(id)
      ? 'export default undefined'
      : undefined;
  },
};

export default defineConfig(({ command }) => {
  const sourcemap = command === 'serve';
  return {
    main: {
      build: {
        outDir: 'out/main',
        target: oldestNode,
        sourcemap,
        externalizeDeps: false,
        rolldownOptions: {
          input: { main: 'main/main.ts', workshop: 'main/workshop/workshop.ts' },
          external,
          output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'chunks/[name]-[hash].cjs' },
        },
      },
    },
    preload: {
      build: {
        outDir: 'out/preload',
        target: oldestNode,
        sourcemap,
        externalizeDeps: false,
        rolldownOptions: {
          input: { preload: 'main/preload.ts' },
          external,
          // A sandboxed preload script cannot require other files.
          output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
        },
      },
    },
    renderer: {
      root: 'renderer',
      plugins: [react(), oneLanguage],
      css: {
        transformer: 'lightningcss',
        lightningcss: { targets: { chrome: oldestChromeAsNumber } },
      },
      build: {
        outDir: 'out/renderer',
        target: oldestChrome,
        cssTarget: oldestChrome,
        cssMinify: 'lightningcss',
        minify: true,
        sourcemap,
        // The content security policy allows neither `data:` images nor inline scripts.
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        rolldownOptions: { input: join(import.meta.dirname, 'renderer', 'index.html') },
      },
    },
  };
});
