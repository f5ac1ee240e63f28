import { existsSync, realpathSync } from 'node:fs';
import { copyFile, cp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { run } from './command.ts';
import { missingCompilerPackages, requirePackages } from './debian.ts';
import { makeOnce } from './make-once.ts';
import { cache, root } from './places.ts';
import { Problem } from './problem.ts';

const require = createRequire(import.meta.url);
const packages = {
  'better-sqlite3': dirname(require.resolve('better-sqlite3/package.json')),
  'node-addon-api': dirname(
    createRequire(require.resolve('better-sqlite3/package.json')).resolve('node-addon-api/package.json'),
  ),
  'node-gyp': dirname(require.resolve('node-gyp/package.json')),
};
const versionOf = (name: keyof typeof packages) =>
  (require(join(packages[name], 'package.json')) as { version: string }).version;

/** The installed package. */
export const betterSqlite3 = packages['better-sqlite3'];

const fileName = 'better_sqlite3.node';

/** Where node-gyp leaves the library inside the package, and where better-sqlite3 looks first. */
export const builtLibrary = join('build', 'Release', fileName);

const folder = join(
  cache,
  `better-sqlite3-${versionOf('better-sqlite3')}-node-addon-api-${versionOf('node-addon-api')}-napi-8-${process.platform}-${process.arch}`,
);

/** Where the compiled library is, or will be. */
export const compiledLibrary = join(folder, fileName);

/**
 * Compiles better-sqlite3's library for an Electron whose Node-API is older than the ready-made libraries need, and loads it
 * there once before it counts as made.
 */
export async function compileLibrary(electron: string): Promise<void> {
  await makeOnce(folder, async (unfinished) => {
    const headers = await nodeHeaders();
    // node-gyp works on a copy: the installed package keeps its ready-made library, which Node itself uses in the tests.
    const modules = join(unfinished, 'node_modules');
    const copy = join(modules, 'better-sqlite3');
    for (const name of ['better-sqlite3', 'node-addon-api'] as const) {
      await cp(packages[name], join(modules, name), { recursive: true });
    }
    await run(
      process.execPath,
      [
        join(packages['node-gyp'], 'bin', 'node-gyp.js'),
        'rebuild',
        '--release',
        '--force_build=1',
        `--nodedir=${headers}`,
        `--jobs=${availableParallelism()}`,
      ],
      { cwd: copy, env: { CXXFLAGS: `-include "${join(root, 'scripts', 'runtime', 'node-api-8.h')}"` } },
    );
    await run(electron, ['-e', `new (require(${JSON.stringify(copy)}))(':memory:').prepare('SELECT 1').get()`], {
      env: { ELECTRON_RUN_AS_NODE: '1' },
    });
    await copyFile(join(copy, builtLibrary), join(unfinished, fileName));
    await rm(modules, { recursive: true });
  });
}

/** Whether the compiled library is there already. */
export function isLibraryCompiled(): boolean {
  return existsSync(compiledLibrary);
}

/**
 * The folder of Node's own headers: as npm is set up, beside one of the Nodes on the PATH, or from the system's package. The
 * interface that is compiled against has been the same in all of them for years.
 */
async function nodeHeaders(): Promise<string> {
  await requirePackages(missingCompilerPackages());
  const found = await findHeaders();
  if (found) return found;
  await requirePackages(['libnode-dev']);
  const installed = await findHeaders();
  if (installed) return installed;
  throw new Problem(
    'Compiling better-sqlite3 needs the headers of Node: install them beside `node`, or set `nodedir` in npm.',
  );
}

async function findHeaders(): Promise<string | undefined> {
  const chosen = process.env.npm_config_nodedir;
  const beside = (process.env.PATH ?? '')
    .split(delimiter)
    .map((entry) => join(entry, 'node'))
    .filter((file) => existsSync(file))
    .map((file) => dirname(dirname(realpathSync(file))));
  return [...(chosen ? [chosen] : []), ...beside, '/usr/local', '/usr'].find(
    (prefix) =>
      existsSync(join(prefix, 'include', 'node', 'node_api.h')) &&
      existsSync(join(prefix, 'include', 'node', 'common.gypi')),
  );
}
