import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { neededScopes } from '../../../src/channels/slack/scopes.ts';
import { PlatformError } from '../../../src/errors.ts';
import { allScopes } from '../../support/platforms/slack/slack-server.ts';
import { type OpenSlack, openSlack } from './open-slack.ts';

/** Rejections that nobody handles, as they would end the process. */
const unhandled: unknown[] = [];
const note = (reason: unknown) => void unhandled.push(reason);
beforeEach(() => {
  unhandled.length = 0;
  process.on('unhandledRejection', note);
});
afterEach(async () => {
  await new Promise((resolve) => setTimeout(resolve, 5));
  process.off('unhandledRejection', note);
  expect(unhandled).toEqual([]);
});

async function refusal(open: OpenSlack): Promise<string> {
  const error = await open.start().then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(PlatformError);
  return (error as PlatformError).message;
}

describe('what is wrong at the start is said in a sentence', () => {
  test.each([
    ['invalid_auth', /copy the bot token \(xoxb-…\)/],
    ['token_revoked', /revoked: install the app again/],
    ['account_inactive', /uninstalled/],
    ['token_expired', /expired/],
  ])('%s', async (code, sentence) => {
    const open = await openSlack({ isStopped: true });
    open.slack.credentials.refusal = code;
    expect(await refusal(open)).toMatch(sentence);
    expect(open.logged()).not.toMatch(/xoxb|xapp/);
  });

  test('a token of the wrong kind', async () => {
    const open = await openSlack({ isStopped: true, settings: { botToken: 'xapp-1-local' } });
    expect(await refusal(open)).toMatch(/SLACK_BOT_TOKEN begins with xoxb-/);
  });

  test('missing scopes, all of them', async () => {
    const open = await openSlack({ isStopped: true });
    open.slack.credentials.scopes.delete('files:write');
    open.slack.credentials.scopes.delete('users:read');
    expect(await refusal(open)).toMatch(/lacks files:write, users:read: add it/);
  });

  test('neither a secret nor an app token', async () => {
    const open = await openSlack({ isStopped: true, settings: { signingSecret: undefined } });
    expect(await refusal(open)).toMatch(/SLACK_SIGNING_SECRET, or SLACK_APP_TOKEN/);
  });

  test('an app token that Slack does not take', async () => {
    const open = await openSlack({ isStopped: true, mode: 'socket', settings: { appToken: 'xapp-wrong' } });
    expect(await refusal(open)).toMatch(/SLACK_APP_TOKEN/);
    const kind = await openSlack({ isStopped: true, mode: 'socket', settings: { appToken: 'xoxb-1-local' } });
    expect(await refusal(kind)).toMatch(/SLACK_APP_TOKEN/);
  });

  test('a socket that never opens', async () => {
    const open = await openSlack({ isStopped: true, mode: 'socket', timing: { connect: 60 } });
    open.slack.faults.inject('apps.connections.open', { kind: 'stalled' }, 100);
    expect(await refusal(open)).toMatch(/opens no socket/);
  });

  test('Slack away for a moment is waited for, away for good is said', async () => {
    const open = await openSlack({ isStopped: true });
    open.slack.faults.inject('auth.test', { kind: 'status', status: 503 }, 2);
    await open.start();
    const away = await openSlack({ isStopped: true });
    away.slack.faults.inject('auth.test', { kind: 'dropped', when: 'before' }, 100);
    expect(await refusal(away)).toMatch(/can not be reached/);
  });
});

describe('Socket Mode', () => {
  test('has no web hook; over HTTP there is one, at /slack', async () => {
    expect((await openSlack({ mode: 'socket' })).channel.webHooks).toBeUndefined();
    expect((await openSlack()).channel.webHooks?.map(({ path }) => path)).toEqual(['/slack']);
  });

  test('commands, presses and forms come through too', async () => {
    const { slack, received } = await openSlack({ mode: 'socket' });
    expect(await slack.addPerson('ann').slash('/purser', 'lunch 12')).toMatchObject({ ok: true });
    expect(received).toMatchObject([{ content: { kind: 'message', text: 'lunch 12' } }]);
  });

  test.each<[string, (open: OpenSlack) => void]>([
    ['asked to reconnect', ({ slack }) => slack.socket.refresh()],
    ['cut off', ({ slack }) => slack.socket.cut()],
    ['frozen, so that pongs stay away', ({ slack }) => slack.socket.freeze()],
  ])('%s, it connects again and misses nothing', async (_, trouble) => {
    const open = await openSlack({
      mode: 'socket',
      timing: { pong: 60 },
      server: { delivery: { retryMilliseconds: Array(200).fill(10) } },
    });
    trouble(open);
    const said = open.slack.addPerson('ann').dm('lunch 12');
    expect(await said.delivered).toMatchObject({ ok: true });
    expect(open.slack.socket.connected).toBe(2);
    expect(open.received).toHaveLength(1);
  });

  test('failing to reconnect neither ends the process nor gives up', async () => {
    const open = await openSlack({ mode: 'socket', server: { delivery: { retryMilliseconds: Array(300).fill(10) } } });
    open.slack.faults.inject('apps.connections.open', { kind: 'status', status: 503 }, 5);
    open.slack.faults.inject('apps.connections.open', { kind: 'dropped', when: 'before' }, 5);
    open.slack.faults.inject('apps.connections.open', { kind: 'error', error: 'internal_error' }, 5);
    open.slack.socket.cut();
    expect(await open.slack.addPerson('ann').dm('lunch 12').delivered).toMatchObject({ ok: true });
    expect(open.broken).toEqual([]);
    expect(open.logged()).not.toMatch(/xapp-|ticket=/);
  });

  test('stopping while a connection is being opened leaves nothing behind', async () => {
    const open = await openSlack({ mode: 'socket' });
    open.slack.faults.inject('apps.connections.open', { kind: 'slow', milliseconds: 50 });
    open.slack.socket.cut();
    await expect.poll(() => open.slack.calls.filter(({ method }) => method === 'apps.connections.open').length).toBe(2);
    await open.channel.stop();
    await new Promise((resolve) => setTimeout(resolve, 80));
    expect(open.slack.socket.connections).toBe(0);
  });

  test('an app token that is revoked stops the channel with a sentence', async () => {
    const open = await openSlack({ mode: 'socket' });
    open.slack.faults.inject('apps.connections.open', { kind: 'error', error: 'invalid_auth' });
    open.slack.socket.cut();
    await expect.poll(() => open.broken).toEqual([expect.stringContaining('SLACK_APP_TOKEN')]);
  });

  test('its retries do not become those of the Web API', async () => {
    const open = await openSlack({ mode: 'socket' });
    await open.slack.addPerson('ann').dm('spent?').delivered;
    open.slack.faults.inject('chat.postMessage', { kind: 'status', status: 503 });
    await expect(open.answer(open.received[0] as never, 'Recorded')).rejects.toMatchObject({ outcome: 'later' });
    expect(open.slack.calls.filter(({ method }) => method === 'chat.postMessage')).toHaveLength(1);
  });
});

test('a stop waits for what is being sent', async () => {
  const open = await openSlack();
  await open.slack.addPerson('ann').dm('spent?').delivered;
  open.slack.faults.inject('chat.postMessage', { kind: 'slow', milliseconds: 40 });
  let isSent = false;
  const sending = open.answer(open.received[0] as never, 'Recorded').then(() => {
    isSent = true;
  });
  await open.channel.stop();
  await sending;
  expect(isSent).toBe(true);
});

test('the manifest asks for every scope that is needed, and the server grants them', () => {
  const manifest = readFileSync(new URL('../../../docs/slack-manifest.yaml', import.meta.url), 'utf8');
  const asked = [...manifest.matchAll(/^ {6}- ([\w:]+)$/gm)].map(([, scope]) => scope);
  expect(asked).toEqual(expect.arrayContaining([...neededScopes]));
  expect(asked.filter((scope) => scope?.includes(':') || scope === 'commands')).toEqual([...neededScopes]);
  expect(allScopes).toEqual(expect.arrayContaining([...neededScopes]));
});
