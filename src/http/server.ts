/**
 * The process's one HTTP port: the channels' web hooks, /healthz, /readyz and /metrics.
 *
 * It listens on 127.0.0.1 unless a setting says otherwise, since /readyz and /metrics are for whoever runs Purser: in a
 * container it is 0.0.0.0, and the proxy in front hands on only the web hooks' paths.
 */

import { validateHeaderValue } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { type FastifyError, type FastifyReply, type FastifyRequest, fastify } from 'fastify';
import type { RawRequest, WebHook } from '../channels/channel.ts';
import { PlatformError } from '../errors.ts';
import { newId } from '../id.ts';
import type { Log } from '../log.ts';
import type { Metrics } from './metrics.ts';
import { createReadiness, type Readiness } from './readiness.ts';

export interface HttpServerOptions {
  /** 127.0.0.1 when left out. */
  readonly host?: string;
  /** 0 for any that is free. */
  readonly port: number;
  readonly webHooks: readonly WebHook[];
  readonly readiness: Readiness;
  readonly metrics: Pick<Metrics, 'text' | 'contentType' | 'webHookAnswered'>;
  readonly log: Log;
  /** Milliseconds, for tests. */
  readonly timeouts?: Partial<typeof TIMEOUTS>;
}

export interface HttpServer {
  /** "http://127.0.0.1:8080" */
  readonly url: string;
  /** Takes no more connections, lets running requests finish for ten seconds, then cuts what is left. */
  close(): Promise<void>;
}

/** Slack refuses to send more, and a Telegram update is far smaller. */
const BODY_LIMIT = 4 * 1024 * 1024;

const TIMEOUTS = {
  /** for all headers to arrive: somebody who sends them drop by drop is cut off */
  headers: 10_000,
  /** for the whole request to arrive */
  request: 30_000,
  /** between two requests on one connection; longer than the minute of usual proxies, so that these close first */
  idle: 72_000,
  closing: 10_000,
  readiness: 2_000,
};

/** Throws a PlatformError when the address can't be listened on. */
export async function startHttpServer(options: HttpServerOptions): Promise<HttpServer> {
  const { host = '127.0.0.1', port, metrics, log } = options;
  const timeouts = { ...TIMEOUTS, ...options.timeouts };
  const askReadiness = createReadiness(options.readiness, timeouts.readiness);
  const app = fastify({
    // Its log lines would carry addresses and paths; ours name the request's id.
    logger: false,
    bodyLimit: BODY_LIMIT,
    keepAliveTimeout: timeouts.idle,
    requestTimeout: timeouts.request,
    http: { headersTimeout: timeouts.headers, connectionsCheckingInterval: Math.min(1_000, timeouts.headers) },
    // Never the sender's: it is for finding our own log lines.
    requestIdHeader: false,
    genReqId: newId,
    clientErrorHandler: refuse,
    frameworkErrors: (_error, _request, reply: FastifyReply) =>
      void reply.code(400).header('connection', 'close').send(),
  });

  // Signatures are over the bytes as they came, whatever the sender calls them.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));

  let running = 0;
  app.addHook('onRequest', async (request, reply) => {
    running += 1;
    reply.raw.once('close', () => {
      running -= 1;
    });
    reply.header('x-request-id', request.id);
    // Nothing is upgraded here, and after such a request Node does not notice headers that are too large.
    if (request.headers.upgrade !== undefined) reply.header('connection', 'close');
    // Before the body is read.
    if (request.is404) return reply.code(404).send();
  });
  app.setNotFoundHandler((_request, reply) => reply.code(404).send());
  app.setErrorHandler((error: Partial<FastifyError>, request, reply) => {
    const status = error.statusCode ?? 500;
    // The sender's doing, found by Fastify: too large, a length that is wrong. What a handler throws is a bug of ours.
    if (error.code?.startsWith('FST_') && status >= 400 && status < 500) return reply.code(status).send();
    // Hung up in the middle: nobody reads the answer, and it is nobody's fault here.
    if (request.raw.readableAborted) return reply.code(400).send();
    log.error({ request: request.id, path: request.routeOptions.url, ...traceOf(error) }, 'an HTTP request failed');
    return reply.code(500).send();
  });

  app.get('/healthz', (_request, reply) => reply.type('text/plain').send('ok\n'));
  app.get('/readyz', async (_request, reply) => {
    const report = await askReadiness();
    return reply.code(report.status === 'not ready' ? 503 : 200).send(report);
  });
  app.get('/metrics', async (_request, reply) => reply.type(metrics.contentType).send(await metrics.text()));

  for (const webHook of options.webHooks) {
    app.all(webHook.path, {
      onRequest: async (request, reply) => {
        if (request.method !== 'POST') return reply.code(405).header('allow', 'POST').send();
        // Fastify would refuse a type that is malformed; the channel gets it as it came.
        request.headers = { 'content-type': 'application/octet-stream' };
      },
      onResponse: async (_request, reply) => metrics.webHookAnswered(webHook.path, reply.statusCode),
      handler: (request, reply) => answer(webHook, request, reply),
    });
  }

  try {
    await app.listen({ host, port });
  } catch (error) {
    await app.close();
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new PlatformError(`Purser can't listen on port ${port} of ${host} (${reason}); choose another one.`, {
      cause: error,
    });
  }

  let closed: Promise<void> | null = null;
  async function close(): Promise<void> {
    const end = performance.now() + timeouts.closing;
    // Connections on which nothing runs would stay for as long as the other side likes.
    const cut = setInterval(() => {
      if (running === 0 || performance.now() > end) app.server.closeAllConnections();
    }, 20);
    await app.close().finally(() => clearInterval(cut));
  }
  return {
    url: urlOf(app.server.address() as AddressInfo),
    close() {
      closed ??= close();
      return closed;
    },
  };
}

/** Answers what is no HTTP, is too slow or has too many headers, and hangs up. */
function refuse(error: { code?: string }, socket: Socket): void {
  const statuses: Record<string, string> = {
    ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
    HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  };
  const status = statuses[error.code ?? ''] ?? '400 Bad Request';
  // Each further piece of a large body is an error as well.
  if (socket.writableEnded) return;
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  // Says that it hangs up: else the sender would use the connection again, and lose its next request.
  socket.write(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  socket.destroySoon();
}

async function answer(webHook: WebHook, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const response = await webHook.handle(rawRequest(request));
  // Found here it is an error like any other; found while sending, its text would go out.
  for (const [name, value] of Object.entries(response.headers ?? {})) validateHeaderValue(name, value);
  return reply
    .code(response.status)
    .headers({ ...response.headers })
    .send(response.body ?? '');
}

function rawRequest({ method, raw: { headers }, body }: FastifyRequest): RawRequest {
  return {
    method,
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
    ),
    body: Buffer.isBuffer(body) ? body : Buffer.alloc(0),
  };
}

/** Where it happened, without the message: parsers quote there what they were given. */
function traceOf(error: unknown): { type: string; at: string[] } {
  if (!(error instanceof Error)) return { type: typeof error, at: [] };
  const at = error.stack?.split('\n').filter((line) => /^ {4}at /.test(line)) ?? [];
  return { type: error.name, at: at.slice(0, 8).map((line) => line.trim()) };
}

function urlOf({ address, port, family }: AddressInfo): string {
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}
