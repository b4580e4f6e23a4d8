/** `purser serve` with mail set up: what a person writes in a chat brings a mail, and whoever runs Purser sees how it goes. */

import { expect, onTestFinished, test } from 'vitest';
import { databases } from '../support/databases.ts';
import { startMailServer } from '../support/mail-server.ts';
import { startDiscordServer } from '../support/platforms/discord/server.ts';
import { ended, newFolder, repliesOf, runPurser, startPurser } from './run-purser.ts';

interface Ready {
  readonly status: string;
  readonly checks: Readonly<Record<string, { readonly state: string; readonly why?: string }>>;
}

test('a code comes by mail, /readyz tells of the server, and no address and no password is logged', async () => {
  const [sqlite] = databases;
  const { url } = await (sqlite as (typeof databases)[number]).openTestDatabase();
  const discord = await startDiscordServer({ rateLimits: false });
  onTestFinished(() => discord.close());
  const smtp = await startMailServer({
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, done) =>
      password === 's3cret/' ? done(null, { user: username }) : done(new Error('no')),
  });
  onTestFinished(smtp.close);
  const child = startPurser(['serve'], {
    environment: {
      ...{ DATABASE_URL: url, LOG_LEVEL: 'debug', PURSER_CURRENCY: 'EUR', PURSER_HTTP_PORT: '0' },
      ...{ DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.api },
      PURSER_SMTP_URL: `smtp://postman:s3cret%2F@127.0.0.1:${smtp.port}`,
      PURSER_MAIL_FROM: 'Our Purser <purser@example.org>',
    },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let logged = '';
  child.stderr.on('data', (data) => {
    logged += data;
  });
  const run = ended(child);
  const within = { timeout: 30_000, interval: 50 };
  await expect.poll(() => logged, within).toContain('Purser serves discord.');

  const ana = discord.person('ana');
  ana.dm('send my digests to ana@mail.example');
  await expect.poll(() => smtp.mails.length, within).toBe(1);
  expect(smtp.mails[0]).toMatchObject({ to: ['ana@mail.example'], user: 'postman' });
  expect(smtp.mails[0]?.parsed.from).toEqual({ name: 'Our Purser', address: 'purser@example.org' });

  const address = /"url":"(http[^"]+)"/.exec(logged)?.[1];
  const ready = async () => (await (await fetch(`${address}/readyz`)).json()) as Ready;
  expect((await ready()).checks.mail).toMatchObject({ state: 'ok' });
  await smtp.close();
  ana.dm('send my digests to bob@mail.example');
  const trouble = async () => (await ready()).checks.mail?.why;
  await expect.poll(trouble, within).toMatch(/^The mail server of PURSER_SMTP_URL can’t be reached/);
  expect(await ready()).toMatchObject({ status: 'degraded', checks: { discord: { state: 'ok' } } });

  child.kill('SIGTERM');
  expect((await run).code).toBe(0);
  expect(logged).not.toMatch(/mail\.example|s3cret/);
});

test('a chat in the terminal sends what it has arranged before it ends, and does not wait for a server that is gone', async () => {
  const smtp = await startMailServer();
  onTestFinished(smtp.close);
  const folder = newFolder();
  const chat = (PURSER_SMTP_URL: string, input: string) =>
    runPurser(['chat', '--json'], {
      ...{ folder, input },
      environment: { PURSER_SMTP_URL, PURSER_MAIL_FROM: 'purser@example.org', PURSER_CURRENCY: 'EUR' },
    });
  const gone = await chat('smtp://127.0.0.1:9', 'send my digests to me@mail.example');
  expect([gone.code, gone.stderr.includes('mail.example')]).toEqual([0, false]);
  expect(smtp.mails).toHaveLength(0);
  expect((await chat(smtp.url, 'lunch 12')).code).toBe(0);
  const [code] = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(smtp.mails[0]?.parsed.subject ?? '') ?? [];
  const [confirmed] = repliesOf(await chat(smtp.url, `email code ${code}`));
  expect(confirmed?.text).toMatch(/^me@mail\.example is confirmed\./);
  expect(smtp.mails).toHaveLength(1);
});
