import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { type SlackServer, type SlackServerOptions, startSlackServer } from './slack-server.ts';
import type { Json } from './workspace.ts';

let slack: SlackServer;
let app: Server | undefined;
afterEach(async () => {
  await slack.close();
  app?.closeAllConnections();
  app?.close();
  app = undefined;
});

interface Got {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** An app that answers with these statuses in turn, the last one for good; 0 answers never. */
async function startWithApp(statuses: number[], options: SlackServerOptions = {}): Promise<Got[]> {
  slack = await startSlackServer({
    ...options,
    delivery: { ackMilliseconds: 400, retryMilliseconds: [0, 1, 1], ...options.delivery },
  });
  const got: Got[] = [];
  app = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    got.push({ headers: request.headers, body });
    const status = statuses.length > 1 ? statuses.shift() : statuses[0];
    if (status) response.writeHead(status).end();
  });
  await new Promise<void>((resolve) => app?.listen(0, '127.0.0.1', resolve));
  slack.deliverTo(`http://127.0.0.1:${(app.address() as AddressInfo).port}/slack`);
  return got;
}

describe('over HTTP', () => {
  test('events are signed over the raw body', async () => {
    const got = await startWithApp([200]);
    await slack.addPerson('ann').dm('lunch 12').delivered;
    const { headers, body } = got[0] as Got;
    const signed = createHmac('sha256', slack.signingSecret).update(
      `v0:${headers['x-slack-request-timestamp']}:${body}`,
    );
    expect(headers['x-slack-signature']).toBe(`v0=${signed.digest('hex')}`);
    expect(headers['content-type']).toBe('application/json');
    expect(JSON.parse(body)).toMatchObject({
      type: 'event_callback',
      event: { type: 'message', text: 'lunch 12', channel_type: 'im' },
    });
  });

  test('an event is tried four times, each saying why', async () => {
    const got = await startWithApp([500, 0, 302, 404]);
    const outcome = await slack.addPerson('ann').dm('lunch 12').delivered;
    expect(outcome).toMatchObject({ ok: false });
    expect(got.map(({ headers }) => [headers['x-slack-retry-num'], headers['x-slack-retry-reason']])).toEqual([
      [undefined, undefined],
      ['1', 'http_error'],
      ['2', 'http_timeout'],
      ['3', 'http_error'],
    ]);
    expect(new Set(got.map(({ body }) => body)).size).toBe(1);
  });

  test('commands and presses are tried once, as forms without a charset; the person is told', async () => {
    const got = await startWithApp([0]);
    const ann = slack.addPerson('ann');
    await ann.slash('/purser', 'spent');
    expect(got).toHaveLength(1);
    expect(got[0]?.headers['content-type']).toBe('application/x-www-form-urlencoded');
    expect(slack.transcript(ann.im, ann)[0]).toMatchObject({
      text: '/purser failed with the error "operation_timeout"',
      isEphemeral: true,
    });
  });

  test('a mention in a channel comes twice under two event ids and one ts', async () => {
    const got = await startWithApp([200]);
    const ann = slack.addPerson('ann');
    await ann.mention(slack.addChannel('money', [ann]).id, 'hello').delivered;
    const bodies = got.map(({ body }) => JSON.parse(body));
    expect(new Set(bodies.map(({ event_id }) => event_id)).size).toBe(2);
    expect(new Set(bodies.map(({ event }) => event.ts)).size).toBe(1);
    expect(bodies.map(({ event }) => event.type).sort()).toEqual(['app_mention', 'message']);
  });

  test("the app's own messages, edits and deletions come back to it", async () => {
    const got = await startWithApp([200]);
    const ann = slack.addPerson('ann');
    const said = ann.dm('hello');
    await said.delivered;
    await ann.edit(said, 'hello there');
    await ann.delete(said);
    expect(got.map(({ body }) => JSON.parse(body).event.subtype)).toEqual([
      undefined,
      'message_changed',
      'message_deleted',
    ]);
  });

  test('what is held back can be released in another order, and sent again', async () => {
    const got = await startWithApp([200]);
    const ann = slack.addPerson('ann');
    slack.dispatcher.hold();
    ann.dm('one');
    ann.dm('two');
    slack.dispatcher.release((all) => all.toReversed());
    await slack.dispatcher.settled();
    const events = () => got.map(({ body }) => JSON.parse(body));
    expect(events().map(({ event }) => event.text)).toEqual(['two', 'one']);
    await slack.dispatcher.redeliver(events()[0].event_id);
    expect(got[2]?.headers['x-slack-retry-num']).toBe('1');
    slack.dispatcher.copies = () => 3;
    await ann.dm('three').delivered;
    expect(got).toHaveLength(6);
  });
});

describe('Socket Mode', () => {
  async function connect(): Promise<{ socket: WebSocket; got: Json[] }> {
    const response = await fetch(`${slack.apiUrl}apps.connections.open`, {
      method: 'POST',
      headers: { authorization: `Bearer ${slack.appToken}` },
    });
    const { url } = (await response.json()) as { url: string };
    const socket = new WebSocket(url);
    const got: Json[] = [];
    socket.on('message', (data) => got.push(JSON.parse(String(data))));
    await new Promise((resolve) => socket.once('message', resolve));
    return { socket, got };
  }

  const start = async () => {
    slack = await startSlackServer({ delivery: { ackMilliseconds: 300, retryMilliseconds: [0] } });
  };

  test('says hello, sends envelopes, takes acknowledgements', async () => {
    await start();
    const { socket, got } = await connect();
    expect(got[0]).toMatchObject({ type: 'hello' });
    socket.on('message', (data) => socket.send(JSON.stringify({ envelope_id: JSON.parse(String(data)).envelope_id })));
    expect(await slack.addPerson('ann').dm('lunch 12').delivered).toMatchObject({ ok: true });
    expect(got[1]).toMatchObject({ type: 'events_api', retry_attempt: 0, accepts_response_payload: false });
    socket.close();
  });

  test('what is not acknowledged in time comes again with another envelope', async () => {
    await start();
    const { socket, got } = await connect();
    expect(await slack.addPerson('ann').dm('lunch 12').delivered).toMatchObject({ ok: false, reason: 'http_timeout' });
    expect(got.slice(1)).toMatchObject([{ retry_attempt: 0 }, { retry_attempt: 1, retry_reason: 'http_timeout' }]);
    expect(got[1]?.envelope_id).not.toBe(got[2]?.envelope_id);
    socket.close();
  });

  test('a ticket opens one connection, a refresh asks for another', async () => {
    await start();
    const { socket, got } = await connect();
    const stale = new WebSocket(socket.url);
    await expect(new Promise((_, reject) => stale.once('error', reject))).rejects.toThrow('403');
    slack.socket.refresh();
    await expect.poll(() => got.at(-1)).toMatchObject({ type: 'disconnect', reason: 'refresh_requested' });
    expect(slack.socket.connections).toBe(0);
    socket.close();
  });
});
