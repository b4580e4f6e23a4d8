import { once } from 'node:events';
import { Agent, type OutgoingHttpHeaders, request as send } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { openServer, openSockets, readAll } from './open-server.ts';

const REQUESTS = 10_000;
const RAW_REQUESTS = 1_000;

/** The same numbers in every run (xorshift). */
function chance(seed: number) {
  let state = seed;
  const below = (limit: number): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
  return { below, pick: <T>(list: readonly T[]): T => list[below(list.length)] as T };
}
type Chance = ReturnType<typeof chance>;

const methods =
  'GET HEAD POST POST POST POST PUT DELETE PATCH OPTIONS TRACE PROPFIND SEARCH PURGE QUERY M-SEARCH'.split(' ');
const paths = [
  ...['/hook', '/hook', '/hook', '/throws', '/healthz', '/readyz', '/metrics', '/', '/hook/', '//hook', '/Hook', '*'],
  ...['/hook?a=b&a[]=c&__proto__[x]=1', '/hook;x=1', '/hook#x', '/%00', '/%zz', '/%', '/hook%2f', '/../../etc/passwd'],
  ...[
    '/:id',
    '/*',
    '/hook/*',
    '/constructor',
    '/__proto__',
    `/${'x'.repeat(5_000)}`,
    '/%F0%9F%92%B8',
    '/hook%0d%0ax:y',
  ],
];
const types = [
  ...['application/json', 'application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain; charset=utf-8', ''],
  ...['multipart/form-data; boundary=', 'nonsense', ';', 'a/b/c', 'application/json; charset="', '*/*', 'é/ü', ' '],
];
const extraHeaders: readonly OutgoingHttpHeaders[] = [
  {},
  { 'x-slack-signature': 'v0=00', 'x-slack-request-timestamp': '-1' },
  { 'x-telegram-bot-api-secret-token': 'x'.repeat(300) },
  { accept: '\u00ff', cookie: 'a=b; __proto__=1' },
  { 'x-request-id': 'mine', 'x-forwarded-for': '1.1.1.1, 2.2.2.2' },
  { host: 'a b:99999' },
  { 'content-encoding': 'gzip' },
  { upgrade: 'websocket', connection: 'upgrade' },
  { expect: '100-continue' },
  { 'if-none-match': '*', range: 'bytes=0-' },
  { 'x-big': 'x'.repeat(9_000) },
  { 'x-huge': 'x'.repeat(20_000) },
];
const big = Buffer.alloc(4 * 1024 * 1024 + 1, 'x');

function randomBody({ below }: Chance): Buffer {
  const kind = below(400);
  if (kind === 0) return big;
  if (kind < 100) return Buffer.alloc(0);
  if (kind < 200) return Buffer.from('{"__proto__":{"a":1},"text":'.repeat(below(4)));
  return Buffer.from(Array.from({ length: below(200) }, () => below(256)));
}

/** The status, or null where the server hung up, as it may on what it will not read to the end. */
function fire(agent: Agent, url: URL, random: Chance): Promise<{ path: string; status: number | null }> {
  const path = random.pick(paths);
  const method = random.pick(methods);
  const body = randomBody(random);
  const type = random.pick(types);
  const headers = { ...(type === '' ? {} : { 'content-type': type }), ...random.pick(extraHeaders) };
  // One or the other, or else Node would send a body of no stated end with some methods: the raw requests do such things.
  const isWhole = random.below(2) === 0;
  Object.assign(headers, isWhole ? { 'content-length': body.length } : { 'transfer-encoding': 'chunked' });
  return new Promise((resolve) => {
    const request = send({ agent, host: url.hostname, port: url.port, method, path, headers });
    request.on('response', (response) => {
      response.on('error', () => {});
      response.resume().on('close', () => resolve({ path, status: response.statusCode ?? null }));
    });
    request.on('upgrade', (_response, socket) => socket.destroy());
    request.on('error', () => resolve({ path, status: null }));
    request.end(body);
  });
}

const rawRequests = [
  'POST /hook HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n',
  'POST /hook HTTP/1.1\r\nHost: x\r\nContent-Length: abc\r\n\r\nabc',
  'POST /hook HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd',
  'POST /hook HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
  'POST /hook HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999\r\n\r\n',
  'POST /hook HTTP/1.1\r\nHost: x\r\nContent-Length: 9999999\r\n\r\nabc',
  'POST /hook HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabcdefGET / HTTP/1.1\r\n\r\n',
  'POST /hook HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n',
  'POST /hook HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\nabc\r\n',
  'POST /hook HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip\r\n\r\nabc',
  'POST /hook HTTP/1.1\r\nHost: x\r\nExpect: something\r\nContent-Length: 3\r\n\r\nabc',
  'POST /hook HTTP/1.1\r\n\r\n',
  'POST /hook HTTP/1.0\r\n\r\n',
  'POST /hook HTTP/9.9\r\nHost: x\r\n\r\n',
  'POST /hook HTTP/1.1\r\nHost: x\r\nBad Header: 1\r\n\r\n',
  'POST /hook HTTP/1.1\r\nHost: x\r\nX: a\0b\r\n\r\n',
  'POST /hook HTTP/1.1\nHost: x\n\n',
  'BREW /hook HTTP/1.1\r\nHost: x\r\n\r\n',
  'CONNECT example.org:443 HTTP/1.1\r\nHost: x\r\n\r\n',
  'GET http://example.org/ HTTP/1.1\r\nHost: example.org\r\n\r\n',
  `GET /${'x'.repeat(70_000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
  'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
  '\0'.repeat(100),
  '',
];

/** What came back; some of it is sent in halves, some cut short, some hung up on. */
async function fireRaw(socket: Socket, random: Chance): Promise<string> {
  const answer = readAll(socket);
  const text = random.pick(rawRequests);
  const end = random.below(4) === 0 ? random.below(text.length + 1) : text.length;
  const half = random.below(end + 1);
  socket.write(text.slice(0, half), 'latin1');
  if (random.below(2) === 0) await wait(1);
  socket.write(text.slice(half, end), 'latin1');
  if (random.below(5) === 0) socket.destroy();
  else socket.end();
  return await answer;
}

test(`${REQUESTS} random requests and ${RAW_REQUESTS} raw ones do no harm`, { timeout: 25_000 }, async () => {
  let handled = 0;
  const server = await openServer(
    {
      '/hook': async () => {
        handled += 1;
        return { status: 200 };
      },
      '/throws': async () => {
        throw new Error('on purpose');
      },
    },
    { timeouts: { headers: 1_000, request: 2_000 } },
  );
  const url = new URL(server.url);
  const agent = new Agent({ keepAlive: true, maxSockets: 20 });
  onTestFinished(() => agent.destroy());
  const warnings: string[] = [];
  const onWarning = (warning: Error) => warnings.push(warning.message);
  process.on('warning', onWarning);
  const listeners = process.eventNames().map((name) => [name, process.listenerCount(name)]);
  const sockets = openSockets();

  const statuses = new Map<number | null, number>();
  const failures: unknown[] = [];
  const lane = async (number: number, count: number) => {
    const random = chance(number + 1);
    for (let n = 0; n < count; n++) {
      const result = await fire(agent, url, random);
      statuses.set(result.status, (statuses.get(result.status) ?? 0) + 1);
      if ((result.status ?? 0) >= 500 && !result.path.startsWith('/throws')) failures.push(result);
    }
  };
  await Promise.all(Array.from({ length: 20 }, (_, number) => lane(number, REQUESTS / 20)));

  const rawAnswers = new Map<string, number>();
  const rawLane = async (number: number, count: number) => {
    const random = chance(number + 1_000);
    for (let n = 0; n < count; n++) {
      const status = (await fireRaw(await server.socket(), random)).slice(9, 12);
      rawAnswers.set(status, (rawAnswers.get(status) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: 20 }, (_, number) => rawLane(number, RAW_REQUESTS / 20)));

  // All are looked at once everything has been sent.
  const seen = [...statuses.keys()];
  expect(failures).toEqual([]);
  expect([...rawAnswers.keys()].filter((status) => status.startsWith('5'))).toEqual([]);
  for (const status of [200, 400, 404, 405, 413, 431, 500]) expect(seen).toContain(status);
  // Nothing of it was waited for in vain.
  expect(seen).not.toContain(408);
  // Only what was too large to be read may end without an answer.
  expect(statuses.get(null) ?? 0).toBeLessThan(REQUESTS / 100);
  expect(handled).toBeGreaterThan(REQUESTS / 40);
  expect((await server.post('/hook', 'x')).status).toBe(200);
  expect(new Set(server.lines.map((line) => JSON.parse(line).path))).toEqual(new Set(['/throws']));

  agent.destroy();
  await server.close();
  // The one that listened is gone, and so are all that came to it.
  await expect.poll(openSockets).toBeLessThan(sockets);
  expect(process.eventNames().map((name) => [name, process.listenerCount(name)])).toEqual(listeners);
  process.off('warning', onWarning);
  expect(warnings).toEqual([]);
});

test('a client that hangs up while its request is handled leaves nothing behind', async () => {
  const server = await openServer({
    '/hook': async () => {
      await wait(30);
      return { status: 200, body: 'x' };
    },
  });
  const before = openSockets();
  for (let n = 0; n < 50; n++) {
    const socket = await server.socket();
    socket.write('POST /hook HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n\r\nx');
    await wait(1);
    socket.destroy();
    await once(socket, 'close');
  }
  await expect.poll(openSockets).toBeLessThanOrEqual(before);
  expect(server.lines).toEqual([]);
});
