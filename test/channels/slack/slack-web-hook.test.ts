import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RawRequest } from '../../../src/channels/channel.ts';
import { encodePayload, signRequest } from '../../support/platforms/slack/http-link.ts';
import { type OpenSlack, openSlack } from './open-slack.ts';

const json = 'application/json';
const form = 'application/x-www-form-urlencoded';
const event = { type: 'message', channel: 'D1', channel_type: 'im', user: 'U1', ts: '1.000001', text: 'lunch 12' };
const body = JSON.stringify({ type: 'event_callback', team_id: 'T0TEAM', event_id: 'Ev1', event });
const nowSeconds = () => Math.floor(Date.now() / 1000);

function request({ slack }: OpenSlack, text: string, type = json, at = nowSeconds()): RawRequest {
  const signed = signRequest(slack.signingSecret, type, text, at);
  return { method: 'POST', headers: signed.headers, body: Buffer.from(text) };
}

async function handle(open: OpenSlack, raw: RawRequest) {
  const answer = await open.channel.webHooks?.[0]?.handle(raw);
  if (!answer) throw new Error('there is no web hook');
  return answer;
}

const without = (raw: RawRequest, name: string): RawRequest => ({
  ...raw,
  headers: { ...raw.headers, [name]: undefined },
});
const withHeader = (raw: RawRequest, name: string, value: string): RawRequest => ({
  ...raw,
  headers: { ...raw.headers, [name]: value },
});

describe('who is let in', () => {
  const cases: [name: string, status: number, make: (open: OpenSlack) => RawRequest][] = [
    ['a signed request', 200, (open) => request(open, body)],
    ['one with a charset', 200, (open) => withHeader(request(open, body), 'content-type', `${json}; charset=utf-8`)],
    ['one without a signature', 401, (open) => without(request(open, body), 'x-slack-signature')],
    ['one without a time', 401, (open) => without(request(open, body), 'x-slack-request-timestamp')],
    ['a wrong signature', 401, (open) => withHeader(request(open, body), 'x-slack-signature', `v0=${'0'.repeat(64)}`)],
    ['a signature of another length', 401, (open) => withHeader(request(open, body), 'x-slack-signature', 'v0=1')],
    ['another body under the signature', 401, (open) => ({ ...request(open, body), body: Buffer.from(`${body} `) })],
    ['a request of six minutes ago, played again', 401, (open) => request(open, body, json, nowSeconds() - 360)],
    ['a request of the future', 401, (open) => request(open, body, json, nowSeconds() + 360)],
    ['a request of four minutes ago', 200, (open) => request(open, body, json, nowSeconds() - 240)],
    ['a time that is none', 401, (open) => withHeader(request(open, body), 'x-slack-request-timestamp', '1e9')],
    ['more than a megabyte', 413, (open) => request(open, 'a'.repeat(1024 * 1024 + 1))],
    ['JSON that is none', 400, (open) => request(open, '{"type":')],
    ['JSON that is no object', 400, (open) => request(open, '[]')],
    ['null', 400, (open) => request(open, 'null')],
    ['a form whose payload is no JSON', 400, (open) => request(open, 'payload=%7B', form)],
    ['an event without an event', 400, (open) => request(open, '{"type":"event_callback","event_id":"Ev1"}')],
    [
      'actions that are none',
      400,
      (open) => request(open, '{"type":"block_actions","user":{},"container":{},"actions":[]}'),
    ],
    ['nothing', 400, (open) => request(open, '')],
    [
      'a kind of event that nobody listens to',
      200,
      (open) => request(open, body.replace('"message"', '"reaction_added"')),
    ],
    ['a shortcut', 200, (open) => request(open, '{"type":"shortcut"}')],
    ['a GET', 405, (open) => ({ ...request(open, ''), method: 'GET' })],
  ];

  test.each(cases)('%s: %i', async (name, status, make) => {
    const open = await openSlack();
    expect(await handle(open, make(open))).toMatchObject({ status });
    const isTaken = status === 200 && !/nobody|shortcut/.test(name);
    expect(open.received).toHaveLength(isTaken ? 1 : 0);
    expect(open.logged()).not.toContain('lunch');
  });

  test('the address is verified by its signed challenge', async () => {
    const open = await openSlack();
    const challenge = '{"type":"url_verification","challenge":"abc"}';
    expect(await handle(open, request(open, challenge))).toMatchObject({ status: 200, body: '{"challenge":"abc"}' });
    expect(await handle(open, without(request(open, challenge), 'x-slack-signature'))).toEqual({ status: 401 });
  });

  test('the certificate is tried out without a signature, and nothing is smuggled in', async () => {
    const open = await openSlack();
    const smuggled = `ssl_check=1&payload=${encodeURIComponent(body)}`;
    const raw = { method: 'POST', headers: { 'content-type': form }, body: Buffer.from(smuggled) };
    expect(await handle(open, raw)).toEqual({ status: 200 });
    expect(open.received).toEqual([]);
  });

  test('a retry is not dropped', async () => {
    const open = await openSlack();
    const retry = withHeader(
      withHeader(request(open, body), 'x-slack-retry-num', '1'),
      'x-slack-retry-reason',
      'http_timeout',
    );
    expect(await handle(open, retry)).toEqual({ status: 200 });
    expect(open.received).toHaveLength(1);
  });

  test('before the start and after the stop Slack is told to come again', async () => {
    const open = await openSlack({ isStopped: true });
    expect(await handle(open, request(open, body))).toEqual({ status: 503 });
    await open.start();
    await open.channel.stop();
    expect(await handle(open, request(open, body))).toEqual({ status: 503 });
  });
});

function formOf(payload: Record<string, unknown>): string {
  const texts = Object.entries(payload).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  return new URLSearchParams(texts as [string, string][]).toString();
}

test('10,000 signed payloads of any shape: never a 500, nothing thrown, no listener left behind', async () => {
  const open = await openSlack({ timing: { lookUp: 1 } });
  const odd = fc.oneof(
    fc.jsonValue({ maxDepth: 3 }),
    fc.constantFrom('D1', 'U1', '1.000001', 'message', 'im', 'app_mention'),
  );
  const fields = (names: string[]) => fc.dictionary(fc.constantFrom(...names), odd, { maxKeys: names.length });
  const known = fields([
    'type',
    'event',
    'event_id',
    'user',
    'channel',
    'container',
    'actions',
    'view',
    'message',
    'text',
    'ts',
    'item',
    'previous_message',
    'subtype',
    'command',
    'user_id',
    'channel_id',
    'trigger_id',
    'authorizations',
    'team',
    'response_urls',
  ]);
  const shaped = fc.oneof(
    known,
    fc.record(
      { type: fc.constant('event_callback'), event_id: fc.string(), event: known, authorizations: odd },
      { requiredKeys: ['type', 'event'] },
    ),
    known.map((more) => ({ ...more, type: 'event_callback', event_id: 'Ev1', event: { ...more, type: 'message' } })),
    known.map((more) => ({ ...more, type: 'block_actions', user: { id: 'U1' }, container: {}, actions: [more] })),
    known.map((more) => ({ ...more, type: 'view_submission', user: { id: 'U1' }, view: more })),
    known.map((more) => ({ ...more, command: '/purser', user_id: 'U1', channel_id: 'D1', trigger_id: '1' })),
  );
  const listeners = () => process.listenerCount('unhandledRejection') + process.listenerCount('uncaughtException');
  const before = listeners();
  const statuses = new Map<number, number>();
  for (const payload of fc.sample(shaped, 10_000)) {
    const isForm = 'command' in payload;
    const { contentType, body: text } = isForm
      ? { contentType: form, body: formOf(payload as Record<string, unknown>) }
      : encodePayload('events_api', payload as Record<string, unknown>);
    const { status } = await handle(open, request(open, text, contentType));
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
  }
  expect([...statuses.keys()].filter((status) => status !== 200 && status !== 400)).toEqual([]);
  expect(statuses.get(200)).toBeGreaterThan(1_000);
  expect(statuses.get(400)).toBeGreaterThan(1_000);
  expect(listeners()).toBe(before);
}, 60_000);
