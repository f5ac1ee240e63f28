import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findOnPath, run } from '../../../scripts/runtime/command.ts';
import { Problem } from '../../../scripts/runtime/problem.ts';

/** A page of paper, a pixel for a point; 0 is black, 255 is white. */
export interface PrintedPage {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** The pages of a PDF as a printer would put them on paper. */
export async function printedPages(pdf: Uint8Array): Promise<readonly PrintedPage[]> {
  if (!findOnPath('pdftoppm'))
    throw new Problem('These tests look at printed pages with pdftoppm, which is part of Poppler.');
  const folder = await mkdtemp(join(tmpdir(), 'rapport-paper-'));
  try {
    await writeFile(join(folder, 'brief.pdf'), pdf);
    await run('pdftoppm', ['-gray', '-r', '72', join(folder, 'brief.pdf'), join(folder, 'page')]);
    const names = (await readdir(folder)).filter((name) => name.endsWith('.pgm')).toSorted();
    return await Promise.all(names.map(async (name) => readGraymap(await readFile(join(folder, name)))));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Three words and one space before the pixels: "P5", width and height, the number of white. */
function readGraymap(bytes: Buffer): PrintedPage {
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 100).toString('latin1'));
  if (head === null) throw new Error('This is no picture in grey.');
  return { width: Number(head[1]), height: Number(head[2]), pixels: new Uint8Array(bytes.subarray(head[0].length)) };
}

/** How much of the paper is not white within its margins, and how many pixels in the margins are not. */
export function inkOf(
  { width, height, pixels }: PrintedPage,
  margins: { readonly across: number; readonly down: number },
) {
  let within = 0;
  let inMargins = 0;
  pixels.forEach((grey, place) => {
    if (grey > 250) return;
    const x = place % width;
    const y = Math.floor(place / width);
    const isWithin =
      x >= margins.across && x < width - margins.across && y >= margins.down && y < height - margins.down;
    if (isWithin) within += 1;
    else inMargins += 1;
  });
  return { share: within / (width * height), inMargins };
}
