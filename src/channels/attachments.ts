/** Writes charts and files of replies to the data folder. */

import { createHash } from 'node:crypto';
import { access, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { ChartRenderer, ChartSpec } from '../charts/chart-spec.ts';
import { newId } from '../id.ts';
import type { Attachments } from './channel.ts';

/** Files are named by what is in them, so that a reply sent again names the same file. */
export function createAttachments(folder: string, renderer: ChartRenderer): Attachments {
  async function saveChart(chart: ChartSpec): Promise<string> {
    const path = join(resolve(folder), 'charts', `${digest(JSON.stringify(chart))}.png`);
    if (!(await exists(path))) await save(path, await renderer.render(chart));
    return path;
  }
  return {
    saveChart,
    drawChart: async (chart) => await readFile(await saveChart(chart)),
    async saveFile(file) {
      const path = join(resolve(folder), 'files', digest(file.text), file.name);
      if (!(await exists(path))) await save(path, file.text);
      return path;
    },
  };
}

async function save(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(join(path, '..'), { recursive: true });
  // Renamed into place, so that nobody ever sees half a file. Private: it shows somebody's money.
  const unfinished = `${path}.${newId()}.part`;
  await writeFile(unfinished, content, { mode: 0o600 });
  await rename(unfinished, path);
}

async function exists(path: string): Promise<boolean> {
  return await access(path).then(
    () => true,
    () => false,
  );
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
