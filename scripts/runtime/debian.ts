import { findOnPath, run, say } from './command.ts';
import { isRoot } from './places.ts';
import { Problem } from './problem.ts';

/** What an Electron window needs from the system. */
export const windowPackages = [
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libnotify4',
  'libxss1',
  'libxtst6',
  'libatspi2.0-0',
  'libdrm2',
  'libsecret-1-0',
] as const;

/** What a machine without a screen needs besides: a display in memory, a bus for notifications, a typeface. */
export const displayPackages = ['xvfb', 'dbus', 'fonts-dejavu'] as const;

/** The current browser in which the tests also run the pages. */
export const browserPackages = ['chromium'] as const;

/** The program that shows the tests what a printer would put on paper. */
export const paperPackages = ['poppler-utils'] as const;

/** The program that presses keys in the packaged app, which lets no debugger in. */
export const keyPackages = ['xdotool'] as const;

/** The programs with which tests make writing to the disk fail and the clock of the system lie. */
export const faultPackages = ['fiu-utils', 'faketime'] as const;

/** The program whose search in files the benchmark compares ours with. */
export const searchPackages = ['ripgrep'] as const;

/** What compiling a native module needs; a command that is already there may have come another way. */
const compilerPackages = { python3: 'python3', make: 'make', 'g++': 'g++' } as const;

/** The Debian packages without which nothing can be compiled here. */
export function missingCompilerPackages(): string[] {
  return Object.entries(compilerPackages)
    .filter(([command]) => !findOnPath(command))
    .map(([, name]) => name);
}

/**
 * Sees to it that Debian packages are installed: root installs what is missing, anyone else is told the command.
 * On systems that have no Debian packages it does nothing, for there the names mean nothing.
 */
export async function requirePackages(names: readonly string[]): Promise<void> {
  if (names.length === 0 || !findOnPath('dpkg-query') || !findOnPath('apt-get')) return;
  const installed = await installedPackages();
  const missing = names.filter((name) => !installed.has(name));
  if (missing.length === 0) return;

  const command = `apt-get install --yes --no-install-recommends ${missing.join(' ')}`;
  if (!isRoot) {
    throw new Problem(`Some of the system's packages are missing; this installs them: \`sudo ${command}\`.`);
  }
  say(`Installing ${missing.length} missing Debian packages, once (about a minute): ${missing.join(' ')}.`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const install = () => run('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...command.split(' ').slice(1)], { env });
  try {
    await install();
  } catch {
    // The list of packages is missing or old.
    await run('apt-get', ['update'], { env });
    await install();
  }
}

/** Names of what is installed, and of what the installed packages provide under another name. */
async function installedPackages(): Promise<Set<string>> {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg-query fills these in.
  const lines = await run('dpkg-query', ['--show', '--showformat', '${db:Status-Status}\t${Package}, ${Provides}\n']);
  const names = new Set<string>();
  for (const line of lines.split('\n')) {
    const [status, list = ''] = line.split('\t');
    if (status !== 'installed') continue;
    for (const entry of list.split(',')) {
      const name = entry.trim().split(' ')[0];
      if (name) names.add(name);
    }
  }
  return names;
}
