import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AssetResponse, loadAssets, ORIGIN } from '../../main/assets.ts';

let folder: string;
let respond: (url: string) => AssetResponse;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rapport-assets-'));
  mkdirSync(join(folder, 'pages', 'assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.html'), 'secret');
  writeFileSync(join(folder, 'pages', 'index.html'), '<meta property="csp-nonce" nonce="__NONCE__">');
  writeFileSync(join(folder, 'pages', 'assets', 'main.js'), 'start()');
  writeFileSync(join(folder, 'pages', 'assets', 'main.js.map'), '{}');
  respond = loadAssets(join(folder, 'pages'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const text = (response: AssetResponse): string => Buffer.from(response.body).toString('utf8');

describe('the pages of the app', () => {
  it('are served with a policy that allows only themselves', () => {
    const { status, headers } = respond(`${ORIGIN}/index.html`);
    expect(status).toBe(200);
    const policy = headers['Content-Security-Policy'] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("connect-src 'none'");
    expect(policy).not.toMatch(/unsafe|data:|blob:|https?:|\*/);
  });

  it('get a nonce that is new for every load and the same in page and policy', () => {
    const nonces = [1, 2].map(() => {
      const response = respond(`${ORIGIN}/`);
      const nonce = /nonce="([^"]+)"/.exec(text(response))?.[1] ?? 'none';
      expect(response.headers['Content-Security-Policy']).toContain(`'nonce-${nonce}'`);
      return nonce;
    });
    expect(nonces[0]).not.toBe(nonces[1]);
  });

  it('say what they are', () => {
    expect(respond(`${ORIGIN}/assets/main.js`)).toMatchObject({
      status: 200,
      headers: { 'Content-Type': 'text/javascript; charset=utf-8', 'X-Content-Type-Options': 'nosniff' },
    });
  });

  it.each([
    '/../secret.html',
    '/..%2fsecret.html',
    '/%2e%2e/secret.html',
    '/assets/main.js.map',
    '/assets',
    '/nothing.js',
    '//etc/passwd',
  ])('are a fixed table: %s is not in it', (path) => {
    const response = respond(`${ORIGIN}${path}`);
    expect({ status: response.status, body: text(response) }).toEqual({ status: 404, body: '' });
  });
});
