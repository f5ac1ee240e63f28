import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, rm } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { build, type Configuration, Platform } from 'electron-builder';
import { buildIfNeeded } from './runtime/app.ts';
import { say } from './runtime/command.ts';
import { root } from './runtime/places.ts';
import { prepareRuntime, type Runtime } from './runtime/prepare.ts';
import { Problem } from './runtime/problem.ts';
import { startPackaged } from './runtime/start-packaged.ts';

// npm run package: packs the app for this platform into dist/, and checks what came out.

/** As electron-builder.yml asks for them. */
const fuses = {
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
};

await buildIfNeeded();
const runtime = await prepareRuntime();
const wire = await getCurrentFuseWire(electronIn(runtime.electronDist, 'electron', 'Electron'));
const isKnown = (fuse: string | number) => Object.hasOwn(wire, fuse);

await build({
  targets: Platform.current().createTarget('dir'),
  projectDir: root,
  publish: 'never',
  config: await changes(runtime),
});

const folder = await packagedFolder();
const executable = electronIn(folder, 'rapport', 'Rapport');
const archive = join(resourcesOf(folder), 'app.asar');
const problems = [...(await fuseProblems()), ...(await contentProblems())];
const start = problems.length === 0 ? await startPackaged(runtime.user, folder, basename(executable)) : null;
if (start?.problem) problems.push(start.problem);

say(
  JSON.stringify({
    folder: relative(root, folder),
    electron: runtime.version,
    kind: runtime.kind,
    fuses: await readFuses(),
    files: listPackage(archive, { isPack: false }).length,
    started: start?.started ?? false,
    saved: start?.saved ?? false,
    problems,
  }),
);
if (problems.length > 0) process.exitCode = 1;

/** How this machine's Electron differs from what electron-builder.yml describes, which is a release. */
async function changes({ electronDist, version, library }: Runtime): Promise<Configuration> {
  if (!library) return { electronDist, electronVersion: version };
  // electron-builder takes files from the project alone.
  const libraryFolder = join('.cache', 'library');
  await mkdir(join(root, libraryFolder), { recursive: true });
  await copyFile(library, join(root, libraryFolder, basename(library)));
  return {
    electronDist,
    electronVersion: version,
    [Platform.current().buildConfigurationKey]: {
      files: [
        // A list with nothing but exceptions would mean everything else in the repository.
        'package.json',
        '!node_modules/better-sqlite3/prebuilds',
        { from: libraryFolder, to: 'node_modules/better-sqlite3/build/Release', filter: [basename(library)] },
      ],
    },
    async afterExtract({ appOutDir, packager }) {
      // What starts the app folder from the command line is not part of the packaged app.
      await rm(join(appOutDir, 'resources', 'app'), { recursive: true });
      // A fuse that this Electron does not have yet would be an error, and a wish in electron-builder.yml cannot be overridden.
      const wishes = packager.config.electronFuses;
      if (wishes && !isKnown(FuseV1Options.GrantFileProtocolExtraPrivileges)) {
        delete wishes.grantFileProtocolExtraPrivileges;
      }
    },
  };
}

async function packagedFolder(): Promise<string> {
  const ends = { linux: '-unpacked', win32: '-unpacked', darwin: '' }[process.platform as string] ?? '';
  const names = (await readdir(join(root, 'dist'))).filter((name) =>
    process.platform === 'darwin' ? name.startsWith('mac') : name.endsWith(ends),
  );
  const [name] = names;
  if (!name) throw new Problem('electron-builder left no packaged app in dist/.');
  return join(root, 'dist', name);
}

/** The executable in a folder of Electron's files, whether it has its own name there or the app's. */
function electronIn(distribution: string, name: string, title: string): string {
  if (process.platform === 'darwin') return join(distribution, `${title}.app`, 'Contents', 'MacOS', title);
  return join(distribution, process.platform === 'win32' ? `${name}.exe` : name);
}

function resourcesOf(distribution: string): string {
  return process.platform === 'darwin'
    ? join(distribution, 'Rapport.app', 'Contents', 'Resources')
    : join(distribution, 'resources');
}

/** The fuses of the packaged app by name; those that its Electron does not have yet are absent. */
async function readFuses(): Promise<Record<string, boolean>> {
  const found = await getCurrentFuseWire(executable);
  return Object.fromEntries(
    Object.keys(fuses)
      .filter(isKnown)
      .map((fuse) => [FuseV1Options[Number(fuse)], found[Number(fuse) as FuseV1Options] === FuseState.ENABLE]),
  );
}

async function fuseProblems(): Promise<string[]> {
  const found = await readFuses();
  return Object.entries(fuses)
    .filter(([fuse, wanted]) => isKnown(fuse) && found[FuseV1Options[Number(fuse)] ?? ''] !== wanted)
    .map(([fuse, wanted]) => `The fuse ${FuseV1Options[Number(fuse)]} is not ${wanted ? 'on' : 'off'}.`);
}

/** What is in the package and should not be, and what should be and is not. */
async function contentProblems(): Promise<string[]> {
  const entries = listPackage(archive, { isPack: false }).map((entry) => entry.replaceAll('\\', '/'));
  const libraries = entries.filter((entry) => entry.endsWith('.node'));
  const library = runtime.library
    ? '/node_modules/better-sqlite3/build/Release/better_sqlite3.node'
    : `/node_modules/better-sqlite3/prebuilds/${process.platform}-${process.arch}.node`;
  const belongs =
    /^\/(package\.json$|out($|\/)|build($|\/icons($|\/32x32\.png$))|node_modules($|\/better-sqlite3($|\/(package\.json|LICENSE|README\.md|lib|build|prebuilds)($|\/))))/;
  const problems = [
    ...entries.filter((entry) => !belongs.test(entry)).map((entry) => `${entry} does not belong in the package.`),
    ...entries.filter((entry) => entry.endsWith('.map')).map((entry) => `${entry} is a source map.`),
  ];
  if (libraries.join() !== library)
    problems.push(`The libraries are ${libraries.join(', ') || 'missing'}; only ${library} belongs.`);
  if (!existsSync(join(`${archive}.unpacked`, library))) problems.push(`${library} does not lie beside the archive.`);
  for (const needed of [
    '/package.json',
    '/out/main/main.cjs',
    '/out/main/workshop.cjs',
    '/out/preload/preload.cjs',
    '/out/renderer/index.html',
  ]) {
    if (!entries.includes(needed)) problems.push(`${needed} is missing.`);
  }
  for (const foreign of ['app', 'default_app.asar', 'app-update.yml']) {
    if (existsSync(join(resourcesOf(folder), foreign)))
      problems.push(`resources/${foreign} does not belong in the package.`);
  }
  return problems;
}
