import { describe, expect, test } from 'vitest';
import { renderTextChart } from '../../src/charts/bars-in-text.ts';
import { chartPicture } from '../../src/charts/chart-picture.ts';
import { displayWidth } from '../../src/charts/display-width.ts';
import { drawChart } from '../../src/charts/draw-chart.ts';
import { chartGallery } from './chart-gallery.ts';

const gallery = chartGallery().map(({ name, spec }) => [name, spec] as const);
/** Drawing takes longest, so of the currencies each size is drawn in one; the odd ones all are. */
const drawn = gallery.filter(([name]) => !/ (EUR (3|12)|JPY (1|12|40)|KWD (1|3|40))$/.test(name));

describe('is laid out, and said in text:', () => {
  test.each(gallery)('%s', (_, spec) => {
    const { width, height } = chartPicture(spec);
    expect(width).toBe(800);
    expect(height).toBeGreaterThan(150);
    expect(height).toBeLessThan(3200);
    for (const columns of [30, 60]) {
      for (const row of renderTextChart(spec, columns).split('\n')) {
        // Where even the amount alone is wider, it is written whole on a line of its own.
        if (displayWidth(row) > columns) expect(row).toMatch(/^ {2}\S/);
      }
    }
  });
});

describe('is drawn:', () => {
  test.each(drawn)('%s', (_, spec) => {
    const png = Buffer.from(drawChart(spec));
    // IHDR: width and height as big-endian integers from byte 16 on (PNG, third edition, 11.2.1).
    expect(png.readUInt32BE(16)).toBe(1600);
    expect(png.readUInt32BE(20)).toBe(2 * chartPicture(spec).height);
  });
});
