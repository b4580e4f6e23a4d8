import { describe, expect, test } from 'vitest';
import { openServer } from './raw-client.ts';
import type { startDiscordServer } from './server.ts';

const row = (...buttons: object[]) => ({ type: 1, components: buttons });
const button = (more: object = {}) => ({ type: 2, style: 2, label: 'Undo', custom_id: 'undo:1', ...more });
const many = <T>(count: number, make: (index: number) => T) => Array.from({ length: count }, (_, index) => make(index));

describe('who asks', () => {
  test('the bot, and nobody else', async () => {
    const { server, ask } = await openServer();
    expect((await ask('GET', '/users/@me')).body).toMatchObject({ id: server.world.bot.id, bot: true });
    expect((await ask('GET', '/applications/@me')).body).toMatchObject({ id: server.world.bot.id });
    expect(await ask('GET', '/users/@me', { headers: { authorization: 'Bot wrong' } })).toMatchObject({
      status: 401,
      body: { message: '401: Unauthorized', code: 0 },
    });
    expect((await ask('GET', '/users/@me', { headers: { 'user-agent': 'curl' } })).status).toBe(403);
    expect((await ask('GET', '/nowhere')).status).toBe(404);
  });

  test('the gateway is told with what is left of its starts', async () => {
    const { ask } = await openServer();
    expect((await ask('GET', '/gateway/bot')).body).toMatchObject({
      url: expect.stringMatching(/^ws:\/\/127\.0\.0\.1:\d+$/),
      session_start_limit: { total: 1000, remaining: 1000, max_concurrency: 1 },
    });
  });
});

describe('what a message may be', () => {
  test.each<[string, object, string[]]>([
    ['2001 characters', { content: 'x'.repeat(2001) }, ['content', 'BASE_TYPE_MAX_LENGTH']],
    ['11 embeds', { embeds: many(11, () => ({ title: 'x' })) }, ['embeds', 'BASE_TYPE_BAD_LENGTH']],
    ['an embed title of 257', { embeds: [{ title: 'x'.repeat(257) }] }, ['embeds.0.title', 'BASE_TYPE_MAX_LENGTH']],
    [
      'embeds of 6001 together',
      { embeds: [{ description: 'x'.repeat(4000) }, { description: 'x'.repeat(2001) }] },
      ['embeds', 'MAX_EMBED_SIZE_EXCEEDED'],
    ],
    [
      '6 rows',
      { components: many(6, (n) => row(button({ custom_id: `${n}` }))) },
      ['components', 'BASE_TYPE_BAD_LENGTH'],
    ],
    [
      '6 buttons in a row',
      { components: [row(...many(6, (n) => button({ custom_id: `${n}` })))] },
      ['components.0.components', 'BASE_TYPE_BAD_LENGTH'],
    ],
    [
      'a label of 81',
      { components: [row(button({ label: 'x'.repeat(81) }))] },
      ['components.0.components.0.label', 'BASE_TYPE_MAX_LENGTH'],
    ],
    [
      'a custom_id of 101',
      { components: [row(button({ custom_id: 'x'.repeat(101) }))] },
      ['components.0.components.0.custom_id', 'BASE_TYPE_MAX_LENGTH'],
    ],
    [
      'a custom_id twice',
      { components: [row(button(), button())] },
      ['components.0.components.1.custom_id', 'COMPONENT_CUSTOM_ID_DUPLICATED'],
    ],
    [
      'a button without a label',
      { components: [row(button({ label: undefined }))] },
      ['components.0.components.0', 'BUTTON_COMPONENT_INVALID'],
    ],
    ['a nonce of 26', { content: 'x', nonce: 'x'.repeat(26) }, ['nonce', 'BASE_TYPE_MAX_LENGTH']],
    [
      'mentions allowed in two ways',
      { content: 'x', allowed_mentions: { parse: ['users'], users: ['1'] } },
      ['allowed_mentions', 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE'],
    ],
    [
      'an attachment that is not there',
      { content: 'x', attachments: [{ id: '0' }] },
      ['attachments.0.id', 'BASE_TYPE_CHOICES'],
    ],
    [
      'a reply to nothing',
      { content: 'x', message_reference: { message_id: '1' } },
      ['message_reference', 'REPLIES_UNKNOWN_MESSAGE'],
    ],
  ])('not %s', async (_, json, [path = '', code]) => {
    const { server, ask } = await openServer();
    const answer = await ask('POST', `/channels/${server.channel().id}/messages`, { json: { content: 'ok', ...json } });
    expect(answer).toMatchObject({ status: 400, body: { code: 50035, message: 'Invalid Form Body' } });
    const place = path.split('.').reduce((errors, step) => errors?.[step], answer.body.errors);
    expect(place?._errors.map((error: { code: string }) => error.code)).toContain(code);
    expect(server.transcript(server.channel())).toEqual([]);
  });

  test('not empty, and not over 10 MiB', async () => {
    const { server, ask } = await openServer();
    const path = `/channels/${server.channel().id}/messages`;
    expect((await ask('POST', path, { json: { content: '  ' } })).body.code).toBe(50006);
    const form = new FormData();
    form.set('payload_json', '{}');
    form.set('files[0]', new Blob([new Uint8Array(10 * 1024 * 1024 + 1)]), 'big.bin');
    expect(await ask('POST', path, { form })).toMatchObject({ status: 413, body: { code: 40005 } });
    const broken = { headers: { 'content-type': 'application/json' }, form: '{' as never };
    expect((await ask('POST', path, broken)).body.code).toBe(50109);
  });

  test('files come in a form, with descriptions', async () => {
    const { server, ask } = await openServer();
    const form = new FormData();
    form.set('payload_json', JSON.stringify({ content: 'here', attachments: [{ id: '0', description: 'two bars' }] }));
    form.set('files[0]', new Blob(['png'], { type: 'image/png' }), 'chart.png');
    form.set('files[1]', new Blob(['a,b'], { type: 'text/csv' }), 'rows.csv');
    await ask('POST', `/channels/${server.channel().id}/messages`, { form });
    const [message] = server.transcript(server.channel());
    expect(message?.images).toMatchObject([{ name: 'chart.png', type: 'image/png', description: 'two bars' }]);
    expect(message?.files).toMatchObject([{ name: 'rows.csv', description: null }]);
  });

  test('the same nonce makes one message, if asked for', async () => {
    const { server, ask } = await openServer();
    const path = `/channels/${server.channel().id}/messages`;
    const json = { content: 'once', nonce: 'turn-1', enforce_nonce: true };
    const [first, second] = [await ask('POST', path, { json }), await ask('POST', path, { json })];
    expect(second.body.id).toBe(first.body.id);
    await ask('POST', path, { json: { ...json, enforce_nonce: false } });
    server.pass(4 * 60_000);
    await ask('POST', path, { json });
    expect(server.transcript(server.channel())).toHaveLength(3);
  });
});

describe('what the bot may do', () => {
  test.each([
    ['an unknown channel', 404, 10003, () => '1'],
    ['a channel it does not see', 403, 50001, (server: Server) => denied(server, 'view')],
    ['a channel it may not write in', 403, 50013, (server: Server) => denied(server, 'send')],
    ['somebody who takes no messages', 403, 50007, (server: Server) => closed(server)],
  ])('not write to %s', async (_, status, code, place) => {
    const { server, ask } = await openServer();
    const answer = await ask('POST', `/channels/${place(server)}/messages`, { json: { content: 'x' } });
    expect(answer).toMatchObject({ status, body: { code } });
  });

  test('edit and delete its own messages only', async () => {
    const { server, ask } = await openServer();
    const path = `/channels/${server.channel().id}/messages`;
    const { body: own } = await ask('POST', path, { json: { content: 'mine', components: [row(button())] } });
    await ask('PATCH', `${path}/${own.id}`, { json: { components: [] } });
    expect(server.transcript(server.channel())).toMatchObject([{ text: 'mine', buttons: [], isEdited: true }]);
    const other = server.person('ann').say(server.channel(), 'hers');
    expect((await ask('PATCH', `${path}/${other.id}`, { json: { content: 'x' } })).body.code).toBe(50005);
    expect((await ask('DELETE', `${path}/${other.id}`)).body.code).toBe(50013);
    expect((await ask('DELETE', `${path}/${own.id}`)).status).toBe(204);
    expect((await ask('PATCH', `${path}/${own.id}`, { json: { content: 'x' } })).body.code).toBe(10008);
  });

  test('open direct messages, be seen typing, read what was said', async () => {
    const { server, ask } = await openServer();
    const ann = server.person('ann');
    const { body: dms } = await ask('POST', '/users/@me/channels', { json: { recipient_id: ann.user.id } });
    expect(dms).toMatchObject({ id: ann.dms.id, type: 1 });
    expect((await ask('POST', '/users/@me/channels', { json: { recipient_id: '1' } })).body.code).toBe(10013);
    expect((await ask('POST', `/channels/${dms.id}/typing`)).status).toBe(204);
    expect(server.typing).toEqual([ann.dms]);
    const ids = ['one', 'two', 'three'].map((text) => ann.dm(text).id);
    const { body } = await ask('GET', `/channels/${dms.id}/messages?after=${ids[0]}&limit=10`);
    expect(body.map((message: { content: string }) => message.content)).toEqual(['three', 'two']);
  });
});

test('mentions ring where they are allowed, whatever stands before them', async () => {
  const { server, ask } = await openServer();
  const path = `/channels/${server.channel().id}/messages`;
  const content = `\\<@${server.person('ann').user.id}> @everyone`;
  await ask('POST', path, { json: { content } });
  await ask('POST', path, { json: { content, allowed_mentions: { parse: [] } } });
  expect(server.transcript(server.channel()).map((message) => message.notified)).toEqual([['ann', 'everyone'], []]);
});

describe('commands', () => {
  const log = {
    name: 'log',
    description: 'Record an expense',
    options: [{ type: 3, name: 'text', description: 'What' }],
  };

  test('are put in place of all before, and keep their ids', async () => {
    const { server, ask } = await openServer();
    const path = `/applications/${server.world.bot.id}/commands`;
    const localized = { ...log, description_localizations: { de: 'Eine Ausgabe festhalten' } };
    const first = await ask('PUT', path, { json: [localized, { name: 'undo', description: 'Undo' }] });
    const second = await ask('PUT', path, { json: [log] });
    expect(second.body[0].id).toBe(first.body[0].id);
    expect((await ask('GET', path)).body).toHaveLength(1);
    expect((await ask('GET', path)).body[0]).not.toHaveProperty('description_localizations');
    const all = await ask('GET', `${path}?with_localizations=true`);
    expect(all.body[0]).toMatchObject({ description_localizations: null });
    const guild = [...server.world.guilds.keys()][0];
    await ask('PUT', `/applications/${server.world.bot.id}/guilds/${guild}/commands`, { json: [log] });
    expect((await ask('GET', `/applications/${server.world.bot.id}/guilds/${guild}/commands`)).body).toHaveLength(1);
    expect((await ask('PUT', '/applications/1/commands', { json: [] })).status).toBe(403);
  });

  test.each([
    ['a name with capitals', { name: 'Log' }, 'APPLICATION_COMMAND_INVALID_NAME'],
    ['a description of 101', { description: 'x'.repeat(101) }, 'BASE_TYPE_MAX_LENGTH'],
    ['a missing description', { description: undefined }, 'BASE_TYPE_REQUIRED'],
    ['an unknown locale', { description_localizations: { pt: 'x' } }, 'BASE_TYPE_CHOICES'],
    ['a translation of 101', { description_localizations: { fr: 'x'.repeat(101) } }, 'BASE_TYPE_MAX_LENGTH'],
    ['26 options', { options: many(26, (n) => ({ ...log.options[0], name: `o${n}` })) }, 'BASE_TYPE_BAD_LENGTH'],
    [
      'a required option after an optional one',
      { options: [log.options[0], { ...log.options[0], name: 'b', required: true }] },
      'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
    ],
    [
      'more than 8000 characters',
      {
        options: many(2, (n) => ({
          ...log.options[0],
          name: `o${n}`,
          choices: many(25, (m) => ({ name: `${m}`.padEnd(90, 'x'), value: `${m}`.padEnd(90, 'y') })),
        })),
      },
      'APPLICATION_COMMAND_TOO_LARGE',
    ],
  ])('are refused for %s', async (_, change, code) => {
    const { server, ask } = await openServer();
    const json = [{ ...log, ...change }];
    const answer = await ask('PUT', `/applications/${server.world.bot.id}/commands`, { json });
    expect(answer).toMatchObject({ status: 400, body: { code: 50035 } });
    expect(JSON.stringify(answer.body.errors)).toContain(code);
  });

  test('have names of their own, and are created 200 times a day at most', async () => {
    const { server, ask } = await openServer();
    const path = `/applications/${server.world.bot.id}/commands`;
    expect((await ask('PUT', path, { json: [log, log] })).body.code).toBe(50035);
    for (const letter of ['a', 'b']) {
      expect((await ask('PUT', path, { json: many(100, (n) => ({ ...log, name: `${letter}${n}` })) })).status).toBe(
        200,
      );
    }
    expect((await ask('PUT', path, { json: [log] })).body.code).toBe(30034);
  });
});

describe('rate limits', () => {
  test('5 messages in 5 seconds a channel, with the headers that tell', async () => {
    const { server, ask } = await openServer({ rateLimits: { scale: 0.02 } });
    const send = (name: string) =>
      ask('POST', `/channels/${server.channel(name).id}/messages`, { json: { content: 'x' } });
    const answers = [];
    for (let count = 0; count < 6; count++) answers.push(await send('general'));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200, 200, 429]);
    expect(answers[0]?.headers.get('x-ratelimit-remaining')).toBe('4');
    expect(answers[5]?.headers.get('x-ratelimit-scope')).toBe('user');
    const retryAfter = Number(answers[5]?.headers.get('retry-after'));
    expect(answers[5]?.body).toMatchObject({ retry_after: retryAfter, global: false });
    expect((await send('other')).status).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, retryAfter * 1000 + 5));
    expect((await send('general')).status).toBe(200);
  });

  test('50 requests a second in all', async () => {
    const { ask } = await openServer({ rateLimits: { scale: 1 } });
    const answers = await Promise.all(many(60, () => ask('GET', '/users/@me')));
    const refused = answers.filter((answer) => answer.status === 429);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused[0]?.headers.get('x-ratelimit-global')).toBe('true');
  });
});

describe('trouble', () => {
  test('comes as ordered: statuses, limits without a header, dropped and stalled connections', async () => {
    const { server, ask } = await openServer();
    const path = `/channels/${server.channel().id}/messages`;
    const send = () => ask('POST', path, { json: { content: 'x' } });
    server.faults.next({ on: /messages$/, times: 2, with: { status: 503 } });
    expect([(await send()).status, (await send()).status]).toEqual([503, 503]);
    server.faults.next({ with: { retryAfter: 1.5, header: false } });
    const limited = await send();
    expect([limited.status, limited.headers.get('retry-after'), limited.body.retry_after]).toEqual([429, null, 1.5]);
    server.faults.next({ with: { drop: 'before' } });
    await expect(send()).rejects.toThrow();
    expect(server.transcript(server.channel())).toHaveLength(0);
    server.faults.next({ with: { drop: 'after' } });
    await expect(send()).rejects.toThrow();
    server.faults.next({ with: { statusAfter: 502 } });
    expect((await send()).status).toBe(502);
    expect(server.transcript(server.channel())).toHaveLength(2);
    server.faults.next({ with: { stall: 'before' } });
    const stalled = await Promise.race([
      send().catch(() => 'ended'),
      new Promise((done) => setTimeout(done, 20, 'stalled')),
    ]);
    expect(stalled).toBe('stalled');
    expect(server.requests.filter((request) => request.status === 0)).toHaveLength(3);
  });

  test('meets a share of all requests, the same for the same seed', async () => {
    const statuses = async () => {
      const { server, ask } = await openServer();
      server.faults.always({ share: 0.5, seed: 7, kinds: [{ status: 500 }] });
      const answers = [];
      for (let count = 0; count < 20; count++) answers.push((await ask('GET', '/users/@me')).status);
      return answers;
    };
    const first = await statuses();
    expect(new Set(first)).toEqual(new Set([200, 500]));
    expect(await statuses()).toEqual(first);
  });
});

type Server = Awaited<ReturnType<typeof startDiscordServer>>;

function denied(server: Server, what: 'view' | 'send'): string {
  server.channel().denied.add(what);
  return server.channel().id;
}

function closed(server: Server): string {
  server.person('ann').user.takesDms = false;
  return server.person('ann').dms.id;
}
