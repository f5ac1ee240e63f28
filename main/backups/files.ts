import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import { problem } from './problem.ts';

// Nothing in this file may be called for the live journal in the process that has it open: closing any other handle of
// that file would drop SQLite's locks on it.

const MARGIN = 16 * 1024 * 1024;
const PIECE = 1024 * 1024;

/** An error of the file system as the rest of the app knows it. */
function fileError(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof AppError || !('code' in error)) return error;
  if (typeof error.code !== 'string' || !/^E[A-Z]+$/.test(error.code)) return error;
  return new AppError('storage_failed', { file: error.code, full: error.code === 'ENOSPC' || error.code === 'EDQUOT' });
}

/** Runs work on files; its errors become `storage_failed`. */
export function onFiles<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw fileError(error);
  }
}

/** Makes sure that a folder can take so many bytes more. */
export function checkSpace(folder: string, bytes: number): void {
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < bytes + MARGIN) throw new AppError('storage_failed', { full: true, needed: bytes });
}

/** Makes a folder that only the user may look into. */
export function makeFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
}

/** Waits until the content of a file is on the disk. */
export function syncFile(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Waits until the names in a folder are on the disk. Windows keeps them by itself. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Writes a small file whole or not at all, and waits until it is on the disk. */
export function writeDurably(path: string, text: string): void {
  const temporary = `${path}.new`;
  try {
    const file = openSync(temporary, 'w', 0o600);
    try {
      writeFileSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
  } catch (error) {
    removeHalf(temporary);
    throw error;
  }
  syncFolder(dirname(path));
}

/** A full disk leaves half a file. Why it could not be written is what matters, not why it cannot be removed. */
function removeHalf(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // What is in the way stays.
  }
}

/** The files that belong to one SQLite database. */
function databaseFiles(path: string): readonly string[] {
  return [path, `${path}-wal`, `${path}-shm`, `${path}-journal`];
}

/** Removes a database with what SQLite keeps beside it. */
export function removeDatabase(path: string): void {
  for (const file of databaseFiles(path)) rmSync(file, { force: true });
}

/** Opens a plain file for reading; a link, pipe, folder or device is refused without waiting for it. */
export function openPlain(path: string): number {
  let file: number;
  try {
    // O_NOFOLLOW refuses a link, O_NONBLOCK does not wait for the other end of a pipe; Windows has neither.
    file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ENOENT' || code === 'ENOTDIR') throw problem('missing');
    throw problem(code === 'ELOOP' || code === 'ENXIO' || code === 'EISDIR' ? 'not_a_file' : 'unreadable');
  }
  if (fstatSync(file).isFile()) return file;
  closeSync(file);
  throw problem('not_a_file');
}

/** Copies a plain file into a folder of our own and answers with the copy's path. */
export function copyIn(path: string, folder: string): string {
  const from = openPlain(path);
  try {
    makeFolder(folder);
    checkSpace(folder, fstatSync(from).size);
    const copy = join(folder, 'copy.rapport');
    const to = openSync(copy, 'w', 0o600);
    try {
      const piece = Buffer.allocUnsafe(PIECE);
      for (let read = readSync(from, piece); read > 0; read = readSync(from, piece)) writeSync(to, piece, 0, read);
    } finally {
      closeSync(to);
    }
    return copy;
  } catch (error) {
    throw fileError(error);
  } finally {
    closeSync(from);
  }
}

/** Names in a folder; none when there is no such folder. */
export function namesIn(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}
