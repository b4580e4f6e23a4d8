import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { RawRequest } from '../../src/channels/channel.ts';
import { PlatformError } from '../../src/errors.ts';
import { openServer, readAll } from './open-server.ts';

describe('a web hook', () => {
  test('gets the bytes as they came, whatever they are called, and its answer goes out', async () => {
    const got: RawRequest[] = [];
    const server = await openServer({
      '/hook': async (request) => {
        got.push(request);
        return { status: 202, headers: { 'x-mine': 'yes', 'content-type': 'application/json' }, body: '{"a":1}' };
      },
    });
    const body = Uint8Array.from({ length: 300 }, (_, n) => n % 256);
    const types = ['application/json', 'application/x-www-form-urlencoded; charset=utf-8', 'text/plain', 'nonsense'];
    for (const type of types) {
      const response = await server.post('/hook?token=1', body, { 'Content-Type': type, 'X-Signature': 'v0=1' });
      expect(response.status).toBe(202);
      expect(response.headers.get('x-mine')).toBe('yes');
      expect(await response.text()).toBe('{"a":1}');
    }
    expect(got).toHaveLength(types.length);
    for (const [index, request] of got.entries()) {
      expect(request.body.equals(body)).toBe(true);
      expect(request).toMatchObject({
        method: 'POST',
        headers: { 'x-signature': 'v0=1', 'content-type': types[index] },
      });
    }
  });

  test('gets no bytes for no body', async () => {
    const server = await openServer({ '/hook': async ({ body }) => ({ status: 200, body: `${body.length}` }) });
    expect(await (await server.post('/hook')).text()).toBe('0');
    const socket = await server.socket();
    socket.write('POST /hook HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
    expect(await readAll(socket)).toMatch(/^HTTP\/1.1 200 OK[\s\S]*\r\n\r\n0$/);
  });

  test('is there for POST alone, and at its path alone', async () => {
    const server = await openServer({ '/hook': async () => ({ status: 200 }) });
    for (const method of ['GET', 'HEAD', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
      const response = await fetch(`${server.url}/hook`, { method });
      expect([method, response.status, response.headers.get('allow')]).toEqual([method, 405, 'POST']);
    }
    for (const path of ['/', '/hook/', '/HOOK', '/hook2', '/hook/..;/metrics', '/%2e%2e/etc/passwd']) {
      expect([path, (await server.post(path)).status]).toEqual([path, 404]);
    }
    expect((await server.post('/%zz')).status).toBe(400);
  });

  test('takes 4 MB and no more', async () => {
    let got = 0;
    const server = await openServer({
      '/hook': async ({ body }) => {
        got = body.length;
        return { status: 200 };
      },
    });
    const limit = 4 * 1024 * 1024;
    expect((await server.post('/hook', 'x'.repeat(limit))).status).toBe(200);
    expect(got).toBe(limit);
    got = 0;
    expect((await server.post('/hook', 'x'.repeat(limit + 1))).status).toBe(413);
    // No length said, so it shows on the way.
    const socket = await server.socket();
    const answer = readAll(socket);
    socket.write('POST /hook HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n');
    const chunk = `${(1 << 20).toString(16)}\r\n${'x'.repeat(1 << 20)}\r\n`;
    for (let n = 0; n < 5; n++) socket.write(chunk);
    socket.end('0\r\n\r\n');
    expect(await answer).toMatch(/^HTTP\/1.1 413 /);
    expect(got).toBe(0);
  });

  test('that fails answers 500 with nothing in it, and a log line without what was sent', async () => {
    const server = await openServer({
      '/throws': async ({ body }) => JSON.parse(body.toString()),
      '/claims': async () => {
        throw Object.assign(new Error('lunch with Zoe'), { statusCode: 404, code: 'ENOENT' });
      },
      '/status': async () => ({ status: 7 }),
      '/headers': async () => ({ status: 200, headers: { 'x-bad': 'a\r\nb' } }),
    });
    for (const path of ['/throws', '/claims', '/status', '/headers']) {
      const response = await server.post(path, 'lunch with Zoe 12.50', { authorization: 'secret-token' });
      expect([path, response.status, await response.text()]).toEqual([path, 500, '']);
      const line = server.lines.pop() ?? '';
      expect(JSON.parse(line)).toMatchObject({ level: 'error', path, request: response.headers.get('x-request-id') });
      expect(line).not.toMatch(/lunch|Zoe|secret-token/);
    }
    expect(server.lines).toEqual([]);
  });

  test('is counted by path and status', async () => {
    const server = await openServer({ '/hook': async ({ body }) => ({ status: body.length > 0 ? 200 : 401 }) });
    await server.post('/hook', 'x');
    await server.post('/hook', 'x');
    await server.post('/hook');
    await server.post('/elsewhere');
    await fetch(`${server.url}/hook`);
    const counts = (await (await fetch(`${server.url}/metrics`)).text())
      .split('\n')
      .filter((line) => line.startsWith('purser_webhook'));
    expect(counts.sort()).toEqual([
      'purser_webhook_requests_total{path="/hook",status="200"} 2',
      'purser_webhook_requests_total{path="/hook",status="401"} 1',
      'purser_webhook_requests_total{path="/hook",status="405"} 1',
    ]);
  });
});

describe('the port', () => {
  test('says that the process lives', async () => {
    const server = await openServer();
    const response = await fetch(`${server.url}/healthz`);
    expect([response.status, await response.text()]).toEqual([200, 'ok\n']);
    expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('says what is ready and what is not', async () => {
    let slack: 'ok' | 'degraded' | 'down' = 'ok';
    const server = await openServer(
      {},
      {
        readiness: {
          database: async () => ({ state: 'ok' }),
          slack: () => (slack === 'ok' ? { state: slack } : { state: slack, why: 'Invite xoxb-12-abc again.' }),
          outbox: () => ({ state: 'ok', facts: { waiting: 3, lastFailure: 'xoxb-12-abc was revoked' } }),
        },
      },
    );
    const ask = async () => {
      const response = await fetch(`${server.url}/readyz`);
      return { code: response.status, ...((await response.json()) as object) };
    };
    const facts = { waiting: 3, lastFailure: '[secret] was revoked' };
    const rest = { database: { state: 'ok' }, outbox: { state: 'ok', facts } };

    expect(await ask()).toEqual({ code: 200, status: 'ready', checks: { ...rest, slack: { state: 'ok' } } });
    const why = 'Invite [secret] again.';
    slack = 'degraded';
    expect(await ask()).toEqual({ code: 200, status: 'degraded', checks: { ...rest, slack: { state: slack, why } } });
    slack = 'down';
    expect(await ask()).toEqual({ code: 503, status: 'not ready', checks: { ...rest, slack: { state: slack, why } } });
  });

  test('is not held up by a check that throws or never ends, and asks that one once', async () => {
    let asked = 0;
    const server = await openServer(
      {},
      {
        timeouts: { readiness: 50 },
        readiness: {
          gone: () => Promise.reject(new PlatformError('The database is away.')),
          bug: () => {
            throw new TypeError('lunch with Zoe');
          },
          stuck: () => {
            asked += 1;
            return new Promise(() => {});
          },
        },
      },
    );
    for (let n = 0; n < 3; n++) {
      const response = await fetch(`${server.url}/readyz`);
      expect(response.status).toBe(503);
      expect(await response.json()).toMatchObject({
        checks: {
          gone: { state: 'down', why: 'The database is away.' },
          bug: { state: 'down', why: 'The check itself failed.' },
          stuck: { state: 'down', why: 'It has not answered within 0.05 s.' },
        },
      });
    }
    expect(asked).toBe(1);
  });

  test('that is taken is said so in a sentence', async () => {
    const { url } = await openServer();
    const again = openServer({}, { port: Number(new URL(url).port) });
    await expect(again).rejects.toThrow(PlatformError);
    await expect(again).rejects.toThrow(/EADDRINUSE/);
  });

  test('closes after what is running is done, and takes nothing new', async () => {
    const { promise: gate, resolve: open } = Promise.withResolvers<void>();
    const server = await openServer({
      '/slow': async () => {
        await gate;
        return { status: 200, body: 'done' };
      },
    });
    // A connection that is kept alive, one that never said a word, and one that stopped in the middle.
    await (await server.post('/nothing')).text();
    await server.socket();
    (await server.socket()).write('POST /slow HTTP/1.1\r\nHost: x\r\nContent-Le');
    const running = server.post('/slow');
    await wait(50);
    const closed = server.close();
    expect(server.close()).toBe(closed);
    await expect(fetch(`${server.url}/healthz`).then((response) => response.status)).rejects.toThrow();
    open();
    expect(await (await running).text()).toBe('done');
    const begin = performance.now();
    await closed;
    expect(performance.now() - begin).toBeLessThan(1_000);
  });

  test('cuts off, in the end, what does not finish', async () => {
    const server = await openServer({ '/never': () => new Promise(() => {}) }, { timeouts: { closing: 100 } });
    const running = server.post('/never').catch((error: Error) => error.name);
    const half = await server.socket();
    half.write('POST /never HTTP/1.1\r\nHost: x\r\nContent-Le');
    await wait(50);
    await server.close();
    expect(await running).toBe('TypeError');
  });
});

describe('requests that come drop by drop', () => {
  test('hold nobody up, and are cut off', async () => {
    const server = await openServer(
      { '/hook': async () => ({ status: 200 }) },
      { timeouts: { headers: 300, request: 600 } },
    );
    const headers = await Promise.all(Array.from({ length: 50 }, () => server.socket()));
    const bodies = await Promise.all(Array.from({ length: 50 }, () => server.socket()));
    for (const socket of headers) socket.write('POST /hook HTTP/1.1\r\nHost: x\r\nX-A: ');
    for (const socket of bodies) socket.write('POST /hook HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nab');
    const answers = Promise.all([...headers, ...bodies].map(readAll));
    const begin = performance.now();
    expect((await server.post('/hook', 'x')).status).toBe(200);
    expect(performance.now() - begin).toBeLessThan(250);
    for (const answer of await answers) expect(answer).toMatch(/^HTTP\/1.1 408 /);
  });
});
