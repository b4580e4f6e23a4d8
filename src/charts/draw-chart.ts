/** Draws a Chart.js configuration on a canvas of this process. It takes tens of milliseconds: call it off the main thread. */

import { createRequire } from 'node:module';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import { Chart } from 'chart.js/auto';
import { fontFamily, type Picture } from './chart-frame.ts';
import { chartPicture } from './chart-picture.ts';
import type { ChartSpec } from './chart-spec.ts';
import { encodePng } from './png.ts';

/** The spec as a PNG file, at two device pixels a CSS pixel. */
export function drawChart(spec: ChartSpec): Uint8Array {
  registerFonts();
  return drawPicture(chartPicture(spec, { emoji: hasEmojiFont() }));
}

/** The picture as a PNG file. Its configuration is used up. */
export function drawPicture({ config, width, height }: Picture): Uint8Array {
  registerFonts();
  const canvas = createCanvas(width, height);
  // Pixels without alpha are read in a third of the time; Chart.js is given the same context.
  canvas.getContext('2d', { alpha: false });
  // Chart.js takes anything with a 2D context where there is no document.
  const chart = new Chart(canvas as never, config);
  try {
    return encodePng(canvas.data(), canvas.width, canvas.height);
  } finally {
    chart.destroy();
  }
}

/** Makes the bundled font known, once: a bare machine has none. */
export function registerFonts(): void {
  const family = fontFamily.split(',')[0] as string;
  if (GlobalFonts.has(family)) return;
  const require = createRequire(import.meta.url);
  for (const file of ['400Regular/Inter_400Regular.ttf', '600SemiBold/Inter_600SemiBold.ttf']) {
    const path = require.resolve(`@expo-google-fonts/inter/${file}`);
    if (!GlobalFonts.registerFromPath(path, family)) throw new Error(`The font ${path} can't be read.`);
  }
}

function hasEmojiFont(): boolean {
  return GlobalFonts.families.some(({ family }) => /emoji/i.test(family));
}
