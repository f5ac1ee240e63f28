import { execFileSync } from 'node:child_process';
import { readFileSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { UnsafePlace } from '../../shared/journal/contract.ts';

/** Folders of programs that copy their content elsewhere while it changes. */
const SYNCED =
  /^(dropbox( \(.*\))?|onedrive( .*)?|google ?drive|my drive|icloud ?drive|mobile documents|cloudstorage|nextcloud|owncloud|pclouddrive|pcloud drive|megasync|mega|box sync|seafile|tresorit|yandex\.disk|proton drive|syncthing)$/i;
/** Names that mean the same, but only where such programs make them: in the home folder. */
const SYNCED_AT_HOME = /^(sync|box|drive)$/i;
const NETWORK =
  /^(nfs\d?|cifs|smb\d?|smbfs|webdav|afpfs|afs|ceph|glusterfs|davfs|ncpfs|9p|fuse\.(sshfs|rclone|davfs2?|gvfsd-fuse|s3fs|glusterfs))$/;

/** Mounts do not change from one question to the next, and macOS has to start a program to know them. */
const MOUNTS_STAY_MS = 60_000;

export interface Surroundings {
  readonly home: string;
  /** What the system has mounted, as Linux lists it; empty on Windows. */
  readonly mounts: string;
}

/**
 * Why a file should lie elsewhere, as far as this computer tells: folders of programs that synchronise by their usual
 * names, mounts of Linux and macOS by their type, Windows' own names of network places and drives that lead to one. A
 * synchronised folder of another name, and a network disk that looks like one of this computer, are not recognised.
 */
export function unsafePlace(path: string): UnsafePlace | null {
  const real = process.platform === 'win32' ? withoutDrive(path, realpathSync.native) : path;
  return unsafePlaceOf(real, { home: homedir(), mounts: mountsNow() });
}

/** A drive of Windows that stands for a network place, as that place. */
export function withoutDrive(path: string, realPath: (path: string) => string): string {
  const [drive] = /^[A-Za-z]:\\/.exec(path) ?? [];
  if (drive === undefined) return path;
  try {
    const real = realPath(drive);
    return real.startsWith('\\\\') ? `${real.replace(/\\$/, '')}\\${path.slice(drive.length)}` : path;
  } catch {
    // A drive that is not connected cannot be asked.
    return path;
  }
}

let known = { mounts: '', until: 0 };

function mountsNow(): string {
  const now = performance.now();
  if (now < known.until) return known.mounts;
  known = { mounts: readMounts(), until: now + MOUNTS_STAY_MS };
  return known.mounts;
}

function readMounts(): string {
  try {
    if (process.platform === 'linux') return readFileSync('/proc/mounts', 'utf8');
    if (process.platform === 'darwin') {
      return fromMacMounts(execFileSync('/sbin/mount', { encoding: 'utf8', timeout: 1000, stdio: 'pipe' }));
    }
  } catch {
    // A system that hides its mounts tells nothing of them.
  }
  return '';
}

/** What macOS lists, `//me@nas/home on /Volumes/home (smbfs, nodev)`, as Linux would. */
export function fromMacMounts(text: string): string {
  return text
    .split('\n')
    .flatMap((line) => {
      const [, point, type] = /^.* on (\/.*) \((\w+)/.exec(line) ?? [];
      return point === undefined || type === undefined ? [] : `- ${point.replaceAll(' ', '\\040')} ${type}`;
    })
    .join('\n');
}

/** Whether a file lies where others may write it at the same time: in a synced folder, or on a network. */
export function unsafePlaceOf(path: string, { home, mounts }: Surroundings): UnsafePlace | null {
  // UNC, also in its long form.
  if (/^(\\\\|\/\/)[^\\/.?]/.test(path) || /^\\\\\?\\UNC\\/i.test(path)) return 'network';
  const full = resolve(path);
  if (NETWORK.test(fileSystemOf(full, mounts))) return 'network';
  const folders = full.split(sep).slice(0, -1);
  if (folders.some((name) => SYNCED.test(name))) return 'synced';
  const fromHome = relative(home, full);
  const [first = ''] = fromHome.split(sep);
  return !isAbsolute(fromHome) && SYNCED_AT_HOME.test(first) ? 'synced' : null;
}

/** The type of the mount with the longest path that leads to the file. */
function fileSystemOf(path: string, mounts: string): string {
  let found = { point: '', type: '' };
  for (const line of mounts.split('\n')) {
    const [, escaped = '', type = ''] = line.split(' ');
    const point = escaped.replace(/\\(\d{3})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 8)));
    const leads = path === point || path.startsWith(point.endsWith('/') ? point : `${point}/`);
    // Of two mounts at one point the later one is on top.
    if (point !== '' && leads && point.length >= found.point.length) found = { point, type };
  }
  return found.type;
}
