/** A server with web hooks that answer as a test says, and raw sockets to it. */

import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import type { RawRequest, RawResponse } from '../../src/channels/channel.ts';
import { createMetrics } from '../../src/http/metrics.ts';
import { type HttpServerOptions, startHttpServer } from '../../src/http/server.ts';
import { createLog } from '../../src/log.ts';

export type Handler = (request: RawRequest) => Promise<RawResponse>;

export async function openServer(
  handlers: Record<string, Handler> = {},
  more: Partial<Omit<HttpServerOptions, 'webHooks' | 'log'>> = {},
) {
  const lines: string[] = [];
  const metrics = createMetrics();
  const server = await startHttpServer({
    port: 0,
    readiness: {},
    metrics,
    webHooks: Object.entries(handlers).map(([path, handle]) => ({ path, handle })),
    log: createLog('debug', { write: (line) => void lines.push(line) }),
    ...more,
  });
  onTestFinished(() => server.close());
  const port = Number(new URL(server.url).port);
  return {
    ...server,
    metrics,
    lines,
    post: (path: string, body: string | Uint8Array<ArrayBuffer> = '', headers: Record<string, string> = {}) =>
      fetch(server.url + path, { method: 'POST', body, headers }),
    async socket(): Promise<Socket> {
      const socket = connect(port, '127.0.0.1');
      // A test looks at what came back; a reset is one of the things that may.
      socket.on('error', () => {});
      await once(socket, 'connect');
      return socket;
    },
  };
}

/** What comes back until the other side hangs up. */
export async function readAll(socket: Socket): Promise<string> {
  const chunks: Buffer[] = [];
  socket.on('data', (chunk) => chunks.push(chunk));
  await once(socket, 'close').catch(() => {});
  return Buffer.concat(chunks).toString('latin1');
}

/** How many sockets this process has open. */
export const openSockets = (): number =>
  process.getActiveResourcesInfo().filter((name) => /^TCP(Socket|Server)Wrap$/.test(name)).length;
