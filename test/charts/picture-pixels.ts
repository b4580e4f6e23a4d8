/** Reads pictures back, so that tests can look at what was drawn. */

import { createCanvas, loadImage } from '@napi-rs/canvas';

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** One 24-bit number a pixel, red first; rows from the top. */
  readonly colors: Uint32Array;
}

/** Decodes a PNG file with the canvas library's own decoder. */
export async function readPixels(png: Uint8Array): Promise<Pixels> {
  const image = await loadImage(Buffer.from(png));
  const { width, height } = image;
  const context = createCanvas(width, height).getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  const colors = new Uint32Array(width * height);
  for (let at = 0; at < colors.length; at++) {
    colors[at] = ((data[at * 4] as number) << 16) | ((data[at * 4 + 1] as number) << 8) | (data[at * 4 + 2] as number);
  }
  return { width, height, colors };
}

/** Runs of `color` ("#RRGGBB") along one row or column: where each starts and how long it is, in pixels. */
export function runsOf(pixels: Pixels, color: string, line: { row: number } | { column: number }) {
  const wanted = toNumber(color);
  const runs: { start: number; length: number }[] = [];
  const length = 'row' in line ? pixels.width : pixels.height;
  for (let at = 0; at < length; at++) {
    const index = 'row' in line ? line.row * pixels.width + at : at * pixels.width + line.column;
    if (pixels.colors[index] !== wanted) continue;
    const last = runs.at(-1);
    if (last && last.start + last.length === at) last.length++;
    else runs.push({ start: at, length: 1 });
  }
  return runs;
}

/** How many pixels have `color` between the rows `top` and `bottom`. */
export function countColor(pixels: Pixels, color: string, top = 0, bottom = pixels.height): number {
  const wanted = toNumber(color);
  let count = 0;
  for (const found of pixels.colors.subarray(top * pixels.width, bottom * pixels.width)) if (found === wanted) count++;
  return count;
}

/** How many pixels differ between two pictures of one size, between the rows `top` and `bottom`. */
export function countDifferent(one: Pixels, other: Pixels, top: number, bottom: number): number {
  let count = 0;
  for (let at = top * one.width; at < bottom * one.width; at++) if (one.colors[at] !== other.colors[at]) count++;
  return count;
}

function toNumber(color: string): number {
  return Number.parseInt(color.slice(1), 16);
}
