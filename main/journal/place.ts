import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { UnsafePlace } from '../../shared/journal/contract.ts';

/** Folders of programs that copy their content elsewhere while it changes. */
const SYNCED =
  /^(dropbox( \(.*\))?|onedrive( .*)?|google ?drive|my drive|icloud ?drive|mobile documents|cloudstorage|nextcloud|owncloud|pclouddrive|pcloud drive|megasync|mega|box sync|seafile|tresorit|yandex\.disk|proton drive|syncthing)$/i;
/** Names that mean the same, but only where such programs make them: in the home folder. */
const SYNCED_AT_HOME = /^(sync|box|drive)$/i;
const NETWORK =
  /^(nfs\d?|cifs|smb\d?|smbfs|afs|ceph|glusterfs|davfs|ncpfs|9p|fuse\.(sshfs|rclone|davfs2?|gvfsd-fuse|s3fs|glusterfs))$/;

export interface Surroundings {
  readonly home: string;
  /** What the system has mounted, as Linux lists it; empty elsewhere. */
  readonly mounts: string;
}

/** The computer as it is now. */
export function surroundings(): Surroundings {
  let mounts = '';
  try {
    if (process.platform === 'linux') mounts = readFileSync('/proc/mounts', 'utf8');
  } catch {
    // A system that hides its mounts tells nothing of them.
  }
  return { home: homedir(), mounts };
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
