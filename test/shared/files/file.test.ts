import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { extensionOf, fileNameOf, imageTypeOf } from '../../../shared/files/file.ts';

const bytes = (...values: readonly number[]) => new Uint8Array(values);
const text = (words: string) => new TextEncoder().encode(words);

test.each([
  ['image/png', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0)],
  ['image/jpeg', bytes(0xff, 0xd8, 0xff, 0xe0)],
  ['image/gif', text('GIF89a')],
  ['image/webp', text('RIFF....WEBPVP8 ')],
  [null, text('<svg xmlns="http://www.w3.org/2000/svg"></svg>')],
  [null, text('<html><script>alert(1)</script>')],
  [null, text('RIFF....WAVEfmt ')],
  [null, text('%PDF-1.7')],
  [null, bytes()],
] as const)('an image is known by how it begins: %s', (type, content) => {
  expect(imageTypeOf(content)).toBe(type);
});

test.each([
  ['plan.PDF', 'plan.PDF', 'pdf'],
  ['../../etc/passwd', '.. .. etc passwd', null],
  ['a\nb.txt', 'a b.txt', 'txt'],
  ['', 'File', null],
  ['.hidden', '.hidden', null],
  ['no extension', 'no extension', null],
])('the name %j is kept as %j', (given, kept, extension) => {
  expect([fileNameOf(given), extensionOf(fileNameOf(given))]).toEqual([kept, extension]);
});

test('every name becomes one line that can be stored, and a long one keeps its end', () => {
  void fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (given) => {
      const name = fileNameOf(given);
      expect(name.isWellFormed() && name.trim() !== '' && name.length <= 300 && !/[\r\n\0/\\]/.test(name)).toBe(true);
    }),
  );
  expect(fileNameOf(`${'x'.repeat(400)}.pdf`).endsWith('.pdf')).toBe(true);
});
