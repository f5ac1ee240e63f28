import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

/** The oldest runtime that the tests start (Electron 25) brings Node 18.15 and Chromium 114; the shipped one is newer. */
const oldestNode = 'node18';
const oldestChrome = 'chrome114';
const oldestChromeAsNumber = 114 << 16;

/** `electron` is provided by the runtime, better-sqlite3 loads a native library from its own folder; all else is bundled. */
const external = ['electron', 'better-sqlite3'];

/** What each part that is bundled asks to be said: shipped beside the app. */
const LICENCES = 'licences.md';

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

/**
 * React Aria empties what it tells screen readers by an assignment of markup, be it none, and no page of the app may assign
 * any: the second step of a number would end the page.
 */
const withoutMarkup = {
  name: 'without-markup',
  enforce: 'pre' as const,
  transform(code: string, id: string) {
    if (!/react-aria[\\/].*[\\/]LiveAnnouncer\.m?js$/.test(id) || !code.includes('innerHTML')) return;
    const plain = code.replaceAll(".innerHTML = ''", ".textContent = ''");
    if (plain.includes('innerHTML')) throw new Error('React Aria assigns markup in another way: look at it anew.');
    return plain;
  },
};

interface ModuleGraph {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null;
}

/**
 * Puts what the first page needs into one file: each further one is another question to the main process, which has the
 * journal to open in the meantime. What is imported by `import()` only keeps a file of its own.
 */
function startChunk(entry: string): (id: string, graph: ModuleGraph) => string | null {
  let start: Set<string> | undefined;
  function reachedFrom(first: string, graph: ModuleGraph): Set<string> {
    const reached = new Set([first]);
    // A set that grows while it is walked over: each module is met once.
    for (const id of reached) for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) reached.add(imported);
    return reached;
  }
  return (id, graph) => {
    start ??= reachedFrom(entry, graph);
    return start.has(id) ? 'start' : null;
  };
}

const renderer = join(import.meta.dirname, 'renderer');

export default defineConfig(({ command }) => {
  const sourcemap = command === 'serve';
  return {
    main: {
      build: {
        outDir: 'out/main',
        target: oldestNode,
        sourcemap,
        externalizeDeps: false,
        license: { fileName: LICENCES },
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
      plugins: [react(), oneLanguage, withoutMarkup],
      resolve: {
        // For browsers it reads “&eacute;” by an assignment of markup, which no page of the app may make.
        alias: {
          'decode-named-character-reference': join(
            import.meta.dirname,
            'node_modules/decode-named-character-reference/index.js',
          ),
        },
      },
      css: {
        transformer: 'lightningcss',
        // What stands in a page asks for the page's container, which is of another module: its name stays as it is.
        lightningcss: { targets: { chrome: oldestChromeAsNumber }, cssModules: { container: false } },
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
        // The first page is one file on purpose, and read from this disk.
        chunkSizeWarningLimit: 1000,
        license: { fileName: LICENCES },
        // The styles of all pages are small, and read at once they are in one order.
        cssCodeSplit: false,
        rolldownOptions: {
          input: join(renderer, 'index.html'),
          output: {
            codeSplitting: { groups: [{ name: startChunk(join(renderer, 'main.tsx').replaceAll('\\', '/')) }] },
          },
        },
      },
    },
  };
});
