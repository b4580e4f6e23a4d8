/**
 * One conversation on each platform as people see it there, held against the transcript that was read and found good.
 * After a wanted change: `npx vitest run test/channels/golden -u`, and read what changed.
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ChartRenderer } from '../../../src/charts/chart-spec.ts';
import { createChartRenderer } from '../../../src/charts/renderer.ts';
import { databases, type TestDatabases } from '../../support/databases.ts';
import { openDiscord } from './discord-stage.ts';
import { play } from './play.ts';
import { openSlackStage } from './slack-stage.ts';
import { openTelegram } from './telegram-stage.ts';
import { openTerminal } from './terminal-stage.ts';

const [sqlite] = databases as [TestDatabases];
let renderer: ChartRenderer;
let folder: string;
beforeAll(() => {
  renderer = createChartRenderer();
  folder = mkdtempSync(join(tmpdir(), 'purser-golden-'));
});
afterAll(async () => {
  await renderer.close();
  rmSync(folder, { recursive: true, force: true });
});

test.each([
  { name: 'terminal', open: openTerminal },
  { name: 'telegram', open: openTelegram },
  { name: 'discord', open: openDiscord },
  { name: 'slack', open: openSlackStage },
])('the conversation on $name', { timeout: 60_000 }, async ({ name, open }) => {
  const database = await sqlite.openTestDatabase();
  const other = name === 'slack' ? 'telegram' : 'slack';
  const transcript = await play(await open(), { database, renderer, folder, other });
  await expect(transcript).toMatchFileSnapshot(`./${name}.txt`);
});
