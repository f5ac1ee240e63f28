import { imageTypeOf } from '../../shared/files/file.ts';
import type { AssetResponse } from '../assets.ts';
import type { Database } from '../database/driver.ts';

const PATH = /^\/files\/([0-9a-f]{64})$/;

const HEADERS = {
  // An image that was opened as a page would find everything forbidden.
  'Content-Security-Policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
} as const;

/** True for the address of a file in the journal. */
export function isFileAddress(url: string): boolean {
  return new URL(url).pathname.startsWith('/files/');
}

/**
 * An image of the journal, by the hash of its content. Only PNG, JPEG, WebP and GIF are answered, by what the content
 * begins with: what a name or a row says may come from a foreign backup. Everything else is 404.
 */
export function respondWithFile(database: Database | null, url: string): AssetResponse {
  const hash = PATH.exec(new URL(url).pathname)?.[1];
  const content =
    hash === undefined
      ? undefined
      : database?.get<{ content: Uint8Array }>('SELECT content FROM file WHERE hash = :hash', { hash })?.content;
  const type = content === undefined ? null : imageTypeOf(content);
  if (content === undefined || type === null) {
    return { status: 404, headers: { ...HEADERS, 'Content-Type': 'text/plain' }, body: new Uint8Array() };
  }
  return { status: 200, headers: { ...HEADERS, 'Content-Type': type }, body: content };
}
