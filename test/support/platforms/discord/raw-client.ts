/** A bot without an SDK, for tests of the server itself. */

import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { type DiscordServer, type DiscordServerOptions, startDiscordServer } from './server.ts';

export interface RestAnswer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: bodies of every shape
  readonly body: any;
}

export interface RequestOptions {
  readonly json?: unknown;
  readonly form?: FormData;
  readonly headers?: Record<string, string>;
}

export type Ask = (method: string, path: string, options?: RequestOptions) => Promise<RestAnswer>;

/** A server that ends with the test, and a way to ask it. */
export async function openServer(options: DiscordServerOptions = {}): Promise<{ server: DiscordServer; ask: Ask }> {
  const server = await startDiscordServer({ rateLimits: false, ...options });
  onTestFinished(() => server.close());
  return { server, ask: askerOf(server) };
}

export function askerOf(server: DiscordServer): Ask {
  return async (method, path, { json, form, headers } = {}) => {
    const response = await fetch(`${server.api}/v10${path}`, {
      method,
      headers: {
        authorization: `Bot ${server.token}`,
        'user-agent': 'DiscordBot (https://example.org, 1.0)',
        ...(json === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
      ...(form ? { body: form } : {}),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.startsWith('application/json');
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
  };
}

export interface GatewayEvent {
  readonly op: number;
  readonly t?: string;
  readonly s?: number;
  // biome-ignore lint/suspicious/noExplicitAny: payloads of every shape
  readonly d: any;
}

const EVERYTHING = (1 << 0) | (1 << 9) | (1 << 12) | (1 << 15);

/** A gateway connection that writes down all it is told. */
export function connect(server: DiscordServer, query = 'v=10&encoding=json') {
  const socket = new WebSocket(`${server.api.replace('http', 'ws').replace('/api', '/')}?${query}`);
  const events: GatewayEvent[] = [];
  let closeCode: number | null = null;
  const watchers = new Set<() => void>();
  const tell = () => {
    for (const watcher of [...watchers]) watcher();
  };
  socket.on('message', (data) => {
    events.push(JSON.parse(String(data)));
    tell();
  });
  socket.on('close', (code) => {
    closeCode = code;
    tell();
  });
  socket.on('error', () => {});
  onTestFinished(() => socket.terminate());
  const until = (condition: () => boolean): Promise<void> =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`only ${JSON.stringify(events).slice(0, 500)}`)), 3_000);
      const look = () => {
        if (!condition()) return;
        clearTimeout(timer);
        watchers.delete(look);
        resolve();
      };
      watchers.add(look);
      look();
    });
  const named = (t: string) => events.filter((event) => event.t === t);
  return {
    events,
    named,
    send: (payload: unknown) => socket.send(typeof payload === 'string' ? payload : JSON.stringify(payload)),
    close: (code: number) => socket.close(code),
    async closed(): Promise<number> {
      await until(() => closeCode !== null);
      return closeCode as number;
    },
    /** The first event of that name, or with that op. */
    async event(what: string | number): Promise<GatewayEvent> {
      const find = () => events.find((event) => (typeof what === 'number' ? event.op === what : event.t === what));
      await until(() => find() !== undefined);
      return find() as GatewayEvent;
    },
    async count(t: string, count: number): Promise<GatewayEvent[]> {
      await until(() => named(t).length >= count);
      return named(t);
    },
    async hello(): Promise<void> {
      await this.event(10);
    },
    async identify(intents = EVERYTHING, more: object = {}): Promise<GatewayEvent> {
      await this.hello();
      const d = { token: server.token, intents, properties: { os: 'linux', browser: 'test', device: 'test' }, ...more };
      this.send({ op: 2, d });
      return await this.event('READY');
    },
  };
}
