import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildIfNeeded } from './runtime/app.ts';
import { browserPackages, requirePackages } from './runtime/debian.ts';
import { root } from './runtime/places.ts';

// npm run screenshots [-- PART OF A NAME…]
// Fills docs/screenshots with every screen, filled and empty, light and dark.
await buildIfNeeded();
await requirePackages(browserPackages);
// It belongs to the tests, on whose server it stands, and the scripts do not know the tests.
const { takeScreenshots } = await import(pathToFileURL(join(root, 'test', 'screenshots', 'take.ts')).href);
await takeScreenshots(join(root, 'docs', 'screenshots'), process.argv.slice(2));
