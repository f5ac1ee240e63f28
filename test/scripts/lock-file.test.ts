import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../scripts/runtime/places.ts';

type LockedPackage = { readonly resolved?: string; readonly optionalDependencies?: Readonly<Record<string, string>> };

const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, LockedPackage>;
};

/** Where Node would find a package that another one asks for, from the innermost folder outwards. */
function isLocked(name: string, askedBy: string): boolean {
  const folders = askedBy.split(/\/?node_modules\//).slice(1);
  const places = folders.map((_, depth) =>
    folders
      .slice(0, depth + 1)
      .map((folder) => `node_modules/${folder}/`)
      .join(''),
  );
  return ['', ...places].some((place) => `${place}node_modules/${name}` in packages);
}

test('the lock file has the native packages of every platform, without which `npm ci` refuses on all of them', () => {
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !isLocked(name, path)),
  );
  expect(missing).toEqual([]);
});

test('the lock file leaves it to each machine where its packages come from', () => {
  expect(Object.entries(packages).filter(([, { resolved }]) => resolved?.startsWith('http'))).toEqual([]);
});
