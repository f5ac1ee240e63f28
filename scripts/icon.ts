import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { say } from './runtime/command.ts';
import { root } from './runtime/places.ts';

// npm run icon: draws build/icon.svg at every size that the systems ask for.
const drawing = await readFile(join(root, 'build', 'icon.svg'));

/** One picture of the icon, `size` pixels wide and high, as a PNG. */
const draw = (size: number): Buffer => new Resvg(drawing, { fitTo: { mode: 'width', value: size } }).render().asPng();

const linuxSizes = [16, 24, 32, 48, 64, 128, 256, 512];
await mkdir(join(root, 'build', 'icons'), { recursive: true });
for (const size of linuxSizes) {
  await writeFile(join(root, 'build', 'icons', `${size}x${size}.png`), draw(size));
}
await writeFile(join(root, 'build', 'icon.ico'), windowsIcon([16, 24, 32, 48, 64, 128, 256]));
await writeFile(join(root, 'build', 'icon.icns'), macIcon());
say('Drew build/icons, build/icon.ico and build/icon.icns.');

/** Windows' container: a header, an entry of 16 bytes for each picture, then the pictures. */
function windowsIcon(sizes: readonly number[]): Buffer {
  const pictures = sizes.map(draw);
  const header = Buffer.alloc(6);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(sizes.length, 4);
  let offset = header.length + 16 * sizes.length;
  const entries = pictures.map((picture, index) => {
    const entry = Buffer.alloc(16);
    // One byte for each side, in which 256 is written as 0.
    entry.writeUInt8((sizes[index] ?? 0) % 256, 0);
    entry.writeUInt8((sizes[index] ?? 0) % 256, 1);
    entry.writeUInt16LE(1, 4);
    entry.writeUInt16LE(32, 6);
    entry.writeUInt32LE(picture.length, 8);
    entry.writeUInt32LE(offset, 12);
    offset += picture.length;
    return entry;
  });
  return Buffer.concat([header, ...entries, ...pictures]);
}

/** macOS's container: blocks of a four-letter type, a length and a PNG. The types stand for sizes, some of them for Retina. */
function macIcon(): Buffer {
  const sizesByType = {
    icp4: 16,
    ic11: 32,
    icp5: 32,
    ic12: 64,
    ic07: 128,
    ic13: 256,
    ic08: 256,
    ic14: 512,
    ic09: 512,
    ic10: 1024,
  };
  const blocks = Object.entries(sizesByType).map(([type, size]) => block(type, draw(size)));
  return block('icns', Buffer.concat(blocks));
}

function block(type: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, 0, 'latin1');
  head.writeUInt32BE(head.length + content.length, 4);
  return Buffer.concat([head, content]);
}
