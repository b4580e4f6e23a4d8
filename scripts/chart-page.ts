/**
 * Draws every sample chart into a folder, with one page that shows them all at the width of a phone, each with its text form:
 *
 *     node scripts/chart-page.ts /tmp/charts
 */

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { renderTextChart } from '../src/charts/bars-in-text.ts';
import { createChartRenderer } from '../src/charts/renderer.ts';
import { chartGallery } from '../test/charts/chart-gallery.ts';

const [folder] = process.argv.slice(2);
if (!folder) {
  process.stderr.write('Which folder? node scripts/chart-page.ts FOLDER\n');
  process.exit(2);
}
await mkdir(folder, { recursive: true });
const renderer = createChartRenderer();
const figures: string[] = [];
const charts = chartGallery();
for (const { name, spec } of charts) {
  const file = `${name.replace(/[^a-z0-9]+/gi, '-').toLowerCase()}.png`;
  await writeFile(join(folder, file), await renderer.render(spec));
  figures.push(
    `<figure><figcaption>${escaped(name)}</figcaption><img src="${file}" width="390" alt="${escaped(spec.alt)}">` +
      `<pre>${escaped(renderTextChart(spec, 60))}</pre></figure>`,
  );
}
await renderer.close();
const style =
  'body{display:flex;flex-wrap:wrap;gap:16px;font-family:sans-serif}pre{font-size:10px}figure{margin:0;width:390px}';
await writeFile(
  join(folder, 'index.html'),
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Charts</title><style>${style}</style>${figures.join('\n')}</html>\n`,
);
process.stdout.write(`${charts.length} charts in ${folder}, all on ${join(folder, 'index.html')}\n`);

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`);
}
