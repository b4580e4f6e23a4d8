import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { databases } from '../support/databases.ts';
import { startDiscordServer } from '../support/platforms/discord/server.ts';

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url));

/** A `purser serve` on a database, with Discord; `said` is what it wrote to standard error. */
async function serve(databaseUrl: string, settings: Record<string, string>) {
  const folder = await mkdtemp(join(tmpdir(), 'purser-roles-'));
  const child: ChildProcess = spawn(process.execPath, [main, 'serve'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      ...{ PATH: process.env.PATH, DATABASE_URL: databaseUrl, PURSER_DATA_DIR: folder, LOG_LEVEL: 'silent' },
      ...{ PURSER_CURRENCY: 'EUR', PURSER_TIMEZONE: 'UTC', PURSER_LANGUAGE: 'en', ...settings },
    },
  });
  let said = '';
  child.stderr?.on('data', (data) => {
    said += data;
  });
  const exited = once(child, 'exit');
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await exited;
    return child.exitCode;
  };
  onTestFinished(async () => {
    await end('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });
  return { end, said: () => said };
}

async function until(condition: () => boolean, milliseconds = 40_000): Promise<number> {
  const started = performance.now();
  while (!condition() && performance.now() - started < milliseconds) await sleep(20);
  expect(condition()).toBe(true);
  return performance.now() - started;
}

const onServer = databases[1];

describe.runIf(onServer)('two processes on one server', () => {
  test('have one Discord gateway between them, which the other takes over from one that is killed or told to stop', async () => {
    const { url } = await (onServer as NonNullable<typeof onServer>).openTestDatabase();
    const discord = await startDiscordServer({ rateLimits: false });
    onTestFinished(() => discord.close());
    const ana = discord.person('ana');
    const settings = { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.api };
    const answers = () => ana.sees().filter(({ from }) => from === 'purser').length;

    const first = await serve(url, settings);
    await until(() => first.said().includes('Purser serves discord.'));
    const second = await serve(url, { ...settings, PURSER_ROLES: 'gateway' });
    await until(() => second.said().includes('Purser stands by for discord'));
    expect(discord.gateway.connections).toBe(1);
    ana.dm('coffee 1.00');
    await until(() => answers() === 1);

    await first.end('SIGKILL');
    await until(() => discord.gateway.connections === 0);
    expect(await until(() => discord.gateway.connections === 1)).toBeLessThan(30_000);
    ana.dm('coffee 2.00');
    await until(() => answers() === 2);

    const third = await serve(url, settings);
    await until(() => third.said().includes('Purser stands by for discord'));
    const stopped = performance.now();
    expect(await second.end('SIGTERM')).toBe(0);
    expect(performance.now() - stopped).toBeLessThan(10_000);
    await until(() => discord.gateway.connections === 1);
    ana.dm('coffee 3.00');
    await until(() => answers() === 3);
    expect(await third.end('SIGTERM')).toBe(0);
  }, 120_000);

  test('a process may have nothing but the scheduler, and one with nothing to do says so', async () => {
    const { url } = await (onServer as NonNullable<typeof onServer>).openTestDatabase();
    const alone = await serve(url, { PURSER_ROLES: 'scheduler' });
    await until(() => alone.said().includes('Purser runs what happens by itself.'));
    expect(await alone.end('SIGTERM')).toBe(0);
    const idle = await serve(url, { PURSER_ROLES: 'http', DISCORD_TOKEN: 'x', DISCORD_API_URL: 'http://127.0.0.1:9' });
    await until(() => idle.said().includes('No configured channel is for PURSER_ROLES=http.'));
  }, 60_000);
});
