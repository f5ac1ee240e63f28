import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';

/** The one origin of the app's pages. */
export const ORIGIN = 'app://journal';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** An answer to a request for one of the app's files. */
export interface AssetResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    "img-src 'self'",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}

function headersFor(type: string, nonce: string): Readonly<Record<string, string>> {
  return {
    'Content-Type': type,
    'Content-Security-Policy': contentSecurityPolicy(nonce),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-store',
  };
}

/**
 * The built pages, named once in a fixed table: a path that is not in it is answered with 404, whatever it names. A file
 * is read when it is first asked for.
 */
export function loadAssets(folder: string): (url: string) => AssetResponse {
  const table = new Map<string, { readonly type: string; readonly body: () => Buffer }>();
  function read(path: string): void {
    for (const entry of readdirSync(join(folder, path), { withFileTypes: true })) {
      const child = `${path}/${entry.name}`;
      const type = TYPES[extname(entry.name)];
      if (entry.isDirectory()) read(child);
      else if (type !== undefined) table.set(child, { type, body: readOnce(join(folder, child)) });
    }
  }
  read('');
  return (url) => {
    // Made anew for every load, so that a nonce seen once is of no use.
    const nonce = randomBytes(16).toString('base64');
    const { pathname } = new URL(url);
    const asset = table.get(pathname === '/' ? '/index.html' : pathname);
    if (asset === undefined) return { status: 404, headers: headersFor('text/plain', nonce), body: new Uint8Array() };
    const body =
      asset.type === TYPES['.html']
        ? Buffer.from(asset.body().toString('utf8').replaceAll('__NONCE__', nonce))
        : asset.body();
    return { status: 200, headers: headersFor(asset.type, nonce), body };
  };
}

function readOnce(file: string): () => Buffer {
  let body: Buffer | undefined;
  return () => {
    body ??= readFileSync(file);
    return body;
  };
}
