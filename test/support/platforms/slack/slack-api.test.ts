import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type SlackServer, startSlackServer } from './slack-server.ts';
import type { Json } from './workspace.ts';

let slack: SlackServer;
beforeEach(async () => {
  slack = await startSlackServer({ delivery: { retryMilliseconds: [] } });
});
afterEach(() => slack.close());

async function call(method: string, args: Record<string, unknown> = {}, token: string | null = slack.botToken) {
  const form = Object.entries(args).map(([key, value]) => [
    key,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  const response = await fetch(`${slack.apiUrl}${method}`, {
    method: 'POST',
    headers: token ? { authorization: `Bearer ${token}` } : {},
    body: new URLSearchParams(form as [string, string][]),
  });
  const answer = (await response.json()) as Json;
  return { ...answer, status: response.status, retryAfter: response.headers.get('retry-after') } as Json;
}

const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } });
const button = (text: string, more: Json = {}) => ({
  type: 'button',
  text: { type: 'plain_text', text },
  action_id: text,
  ...more,
});

describe('tokens', () => {
  test.each([
    ['no token', null, 'not_authed'],
    ['an unknown token', 'xoxb-other', 'invalid_auth'],
    ['the app token, for a bot method', 'xapp-1-local', 'not_allowed_token_type'],
  ])('%s is refused', async (_, token, error) => {
    expect(await call('auth.test', {}, token)).toMatchObject({ status: 200, ok: false, error });
  });

  test('the bot token opens no socket', async () => {
    expect(await call('apps.connections.open')).toMatchObject({ ok: false, error: 'not_allowed_token_type' });
  });

  test('a revoked token and a missing scope are told by name', async () => {
    slack.credentials.scopes.delete('users:read');
    expect(await call('users.info', { user: 'U1' })).toMatchObject({ error: 'missing_scope', needed: 'users:read' });
    slack.credentials.refusal = 'token_revoked';
    expect(await call('auth.test')).toMatchObject({ ok: false, error: 'token_revoked' });
  });

  test('a method that does not exist', async () => {
    expect(await call('chat.shout')).toMatchObject({ ok: false, error: 'unknown_method' });
  });
});

describe('what a message may hold', () => {
  const post = (args: Json) => call('chat.postMessage', { channel: slack.addPerson('ann').im, ...args });

  test.each<[string, Json, string]>([
    ['nothing', {}, 'no_text'],
    ['blocks that are no JSON', { blocks: '[{' }, 'invalid_blocks_format'],
    ['51 blocks', { blocks: Array.from({ length: 51 }, () => section('a')) }, 'invalid_blocks'],
    ['a section of 3001 characters', { blocks: [section('a'.repeat(3001))] }, 'invalid_blocks'],
    ['an empty section', { blocks: [section('')] }, 'invalid_blocks'],
    [
      'a header of 151',
      { blocks: [{ type: 'header', text: { type: 'plain_text', text: 'a'.repeat(151) } }] },
      'invalid_blocks',
    ],
    [
      '26 buttons in a row',
      { blocks: [{ type: 'actions', elements: Array.from({ length: 26 }, (_, n) => button(`b${n}`)) }] },
      'invalid_blocks',
    ],
    [
      'two buttons of one action id',
      { blocks: [{ type: 'actions', elements: [button('a'), button('a')] }] },
      'invalid_blocks',
    ],
    ['a label of 76', { blocks: [{ type: 'actions', elements: [button('a'.repeat(76))] }] }, 'invalid_blocks'],
    [
      'a value of 2001',
      { blocks: [{ type: 'actions', elements: [button('a', { value: 'v'.repeat(2001) })] }] },
      'invalid_blocks',
    ],
    [
      'an action id of 256',
      { blocks: [{ type: 'actions', elements: [button('a', { action_id: 'v'.repeat(256) })] }] },
      'invalid_blocks',
    ],
    [
      '11 context elements',
      { blocks: [{ type: 'context', elements: Array.from({ length: 11 }, () => ({ type: 'mrkdwn', text: 'a' })) }] },
      'invalid_blocks',
    ],
    [
      'a field of 2001',
      { blocks: [{ type: 'section', fields: [{ type: 'mrkdwn', text: 'a'.repeat(2001) }] }] },
      'invalid_blocks',
    ],
    ['a markdown block of 12001', { blocks: [{ type: 'markdown', text: 'a'.repeat(12_001) }] }, 'invalid_blocks'],
    [
      'an input outside a modal',
      { blocks: [{ type: 'input', label: { type: 'plain_text', text: 'a' }, element: { type: 'plain_text_input' } }] },
      'invalid_blocks',
    ],
    [
      '13,201 characters in blocks',
      { blocks: Array.from({ length: 5 }, () => section('a'.repeat(2_641))) },
      'msg_blocks_too_long',
    ],
    ['a thread that is none', { text: 'a', thread_ts: '1.000001' }, 'thread_not_found'],
    ['a channel that is none', { channel: 'C404', text: 'a' }, 'channel_not_found'],
  ])('%s is refused', async (_, args, error) => {
    expect(await post(args)).toMatchObject({ status: 200, ok: false, error });
  });

  test('text past 40,000 characters is cut off, and past 4,000 no edit', async () => {
    const posted = await post({ text: 'a'.repeat(40_001) });
    expect(posted).toMatchObject({ ok: true, warning: 'message_truncated' });
    const edit = { channel: posted.channel, ts: posted.ts, text: 'a'.repeat(4_001) };
    expect(await call('chat.update', edit)).toMatchObject({ ok: false, error: 'msg_too_long' });
  });

  test('a channel the app is not in', async () => {
    const { id } = slack.addChannel('money', [], { withApp: false });
    expect(await call('chat.postMessage', { channel: id, text: 'a' })).toMatchObject({ error: 'not_in_channel' });
  });

  test("other people's messages can't be edited, ephemeral ones not even named", async () => {
    const ann = slack.addPerson('ann');
    const { id } = slack.addChannel('money', [ann]);
    const { ts } = ann.post(id, 'hello');
    expect(await call('chat.update', { channel: id, ts, text: 'b' })).toMatchObject({ error: 'cant_update_message' });
    expect(await call('chat.delete', { channel: id, ts })).toMatchObject({ error: 'cant_delete_message' });
    const { message_ts } = await call('chat.postEphemeral', { channel: id, user: ann.id, text: 'psst' });
    expect(await call('chat.update', { channel: id, ts: message_ts, text: 'b' })).toMatchObject({
      error: 'message_not_found',
    });
    expect(await call('chat.postEphemeral', { channel: id, user: slack.addPerson('bo').id, text: 'a' })).toMatchObject({
      error: 'user_not_in_channel',
    });
    expect(slack.transcript(id).map(({ text }) => text)).toEqual(['hello']);
    expect(slack.transcript(id, ann).map(({ text }) => text)).toEqual(['hello', 'psst']);
  });

  test('what carries metadata can be looked up again', async () => {
    const metadata = { event_type: 'reply', event_payload: { part: 'a' } };
    const { channel } = await post({ text: 'hello', metadata });
    const history = await call('conversations.history', { channel, include_all_metadata: true, limit: 5 });
    expect(history.messages).toMatchObject([{ text: 'hello', metadata }]);
  });
});

describe('rates', () => {
  test('three messages at once in a channel, then one a second', async () => {
    const ann = slack.addPerson('ann');
    const bo = slack.addPerson('bo');
    const post = (channel: string) => call('chat.postMessage', { channel, text: 'a' });
    for (let n = 0; n < 3; n++) expect(await post(ann.im)).toMatchObject({ status: 200 });
    expect(await post(ann.im)).toMatchObject({ status: 429, ok: false, error: 'ratelimited', retryAfter: '1' });
    expect(await post(bo.im)).toMatchObject({ status: 200 });
    slack.workspace.skip(1_000);
    expect(await post(ann.im)).toMatchObject({ status: 200 });
  });

  test('fifty edits a minute', async () => {
    const edit = () => call('chat.update', { channel: 'C1', ts: '1.000001', text: 'a' });
    for (let n = 0; n < 50; n++) expect(await edit()).toMatchObject({ status: 200 });
    expect(await edit()).toMatchObject({ status: 429, retryAfter: expect.stringMatching(/^[12]$/) });
  });
});

describe('modals', () => {
  const view = {
    type: 'modal',
    title: { type: 'plain_text', text: 'Edit' },
    submit: { type: 'plain_text', text: 'Save' },
    blocks: [
      {
        type: 'input',
        block_id: 'amount',
        label: { type: 'plain_text', text: 'Amount' },
        element: { type: 'plain_text_input', action_id: 'a' },
      },
    ],
  };

  async function trigger(): Promise<string> {
    const ann = slack.addPerson('ann');
    await ann.slash('/purser');
    return String(slack.dispatcher.attempts.at(-1)?.payload.trigger_id);
  }

  test('open within three seconds, once', async () => {
    const trigger_id = await trigger();
    expect(await call('views.open', { trigger_id, view })).toMatchObject({ ok: true });
    expect(await call('views.open', { trigger_id, view })).toMatchObject({ error: 'invalid_trigger_id' });
    const late = await trigger();
    slack.workspace.skip(3_001);
    expect(await call('views.open', { trigger_id: late, view })).toMatchObject({ error: 'expired_trigger_id' });
  });

  test.each<[string, Json]>([
    ['a title of 25', { title: { type: 'plain_text', text: 'a'.repeat(25) } }],
    ['no title', { title: undefined }],
    ['an input and no submit', { submit: undefined }],
    ['101 blocks', { blocks: Array.from({ length: 101 }, () => section('a')) }],
    ['private metadata of 3001', { private_metadata: 'a'.repeat(3_001) }],
  ])('%s is refused', async (_, change) => {
    expect(await call('views.open', { trigger_id: await trigger(), view: { ...view, ...change } })).toMatchObject({
      ok: false,
      error: 'invalid_arguments',
    });
  });
});

test('a person by their time zone; the language only when asked for', async () => {
  const { id } = slack.addPerson('ann', { tz: 'America/Lima', locale: 'es-ES' });
  expect((await call('users.info', { user: id })).user).not.toHaveProperty('locale');
  expect((await call('users.info', { user: id, include_locale: true })).user).toMatchObject({
    tz: 'America/Lima',
    locale: 'es-ES',
  });
});

test('a response_url takes five messages within half an hour', async () => {
  const ann = slack.addPerson('ann');
  const respond = async (url: unknown) => (await fetch(String(url), { method: 'POST', body: '{"text":"hi"}' })).status;
  const urlOf = async () => {
    await ann.slash('/purser');
    return slack.dispatcher.attempts.at(-1)?.payload.response_url;
  };
  const url = await urlOf();
  for (let n = 0; n < 5; n++) expect(await respond(url)).toBe(200);
  expect(await respond(url)).toBe(404);
  const late = await urlOf();
  slack.workspace.skip(30 * 60_000 + 1);
  expect(await respond(late)).toBe(404);
});

describe('faults', () => {
  test('a dropped connection before and after the effect, errors, pages of HTML', async () => {
    const { im } = slack.addPerson('ann');
    const post = () => call('chat.postMessage', { channel: im, text: 'a' });
    slack.faults.inject('chat.postMessage', { kind: 'dropped', when: 'before' });
    await expect(post()).rejects.toThrow();
    expect(slack.transcript(im)).toHaveLength(0);
    slack.faults.inject('chat.postMessage', { kind: 'dropped', when: 'after' });
    await expect(post()).rejects.toThrow();
    expect(slack.transcript(im)).toHaveLength(1);
    slack.faults.inject('chat.postMessage', { kind: 'status', status: 503 });
    await expect(post()).rejects.toThrow();
    slack.faults.inject('chat.postMessage', { kind: 'rate-limited', retryAfter: 7 });
    expect(await post()).toMatchObject({ status: 429, retryAfter: '7' });
    slack.faults.inject('chat.postMessage', { kind: 'error', error: 'internal_error' });
    expect(await post()).toMatchObject({ ok: false, error: 'internal_error' });
    expect(await post()).toMatchObject({ ok: true });
  });
});
