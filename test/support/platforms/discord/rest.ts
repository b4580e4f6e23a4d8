/** The REST side: finds the route, checks who asks and how often, carries out, and meets the trouble that tests order. */

import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { ApiError, refusal } from './api-error.ts';
import type { Faults, Trouble } from './faults.ts';
import type { RateLimits } from './rate-limits.ts';
import { type ReadBody, readBody } from './request-body.ts';
import type { Route } from './routes.ts';

/** A request as the server's log has it. */
export interface LoggedRequest {
  readonly method: string;
  /** Without /api/v10. */
  readonly path: string;
  readonly query: string;
  readonly authorization: string | undefined;
  readonly body: unknown;
  readonly files: ReadBody['files'];
  readonly at: number;
  /** 0 where no answer was given. */
  status: number;
}

export interface RestOptions {
  readonly token: string;
  readonly routes: readonly Route[];
  readonly limits: RateLimits | null;
  readonly faults: Faults;
  readonly log: LoggedRequest[];
  readonly now: () => number;
  readonly signal: AbortSignal;
}

interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Undefined for none; a string is HTML. */
  readonly body?: unknown;
}

const BASE = /^\/api\/v10(?=\/)/;
/** What Discord keeps to itself in its log, too. */
const MAX_LOGGED = 50_000;

export async function answerRequest(
  request: IncomingMessage,
  response: ServerResponse,
  options: RestOptions,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const method = request.method ?? 'GET';
  const path = url.pathname.replace(BASE, '');
  const key = `${method} ${path}`;
  const entry: LoggedRequest = {
    method,
    path,
    query: url.search,
    authorization: request.headers.authorization,
    body: undefined,
    files: [],
    at: options.now(),
    status: 0,
  };
  if (options.log.length < MAX_LOGGED) options.log.push(entry);
  const trouble = options.faults.meet(key);
  if (trouble && 'delay' in trouble) await sleep(trouble.delay, undefined, { signal: options.signal });
  const early = trouble && before(trouble);
  if (early === 'drop') return void request.socket.destroy();
  if (early === 'stall') return void request.resume();
  const answer = early ?? (await carryOut(request, url, entry, options));
  if (trouble && 'drop' in trouble) return void request.socket.destroy();
  if (trouble && 'stall' in trouble) return;
  const told = trouble && 'statusAfter' in trouble ? { status: trouble.statusAfter, body: '<h1>trouble</h1>' } : answer;
  entry.status = told.status;
  if (early) request.resume();
  write(response, told);
}

/** What happens instead of carrying the request out, if that. */
function before(trouble: Trouble['with']): Answer | 'drop' | 'stall' | null {
  if ('drop' in trouble) return trouble.drop === 'before' ? 'drop' : null;
  if ('stall' in trouble) return trouble.stall === 'before' ? 'stall' : null;
  if ('status' in trouble) {
    const { status, body = { message: `${status}: trouble`, code: 0 }, html = false } = trouble;
    return { status, body: html ? '<html><h1>trouble</h1></html>' : body };
  }
  if (!('retryAfter' in trouble)) return null;
  const { retryAfter, header = true, isGlobal = false } = trouble;
  const headers = {
    ...(header ? { 'retry-after': String(retryAfter) } : {}),
    'x-ratelimit-scope': isGlobal ? 'global' : 'shared',
    ...(isGlobal ? { 'x-ratelimit-global': 'true' } : {}),
  };
  return { status: 429, headers, body: rateLimited(retryAfter, isGlobal) };
}

async function carryOut(
  request: IncomingMessage,
  url: URL,
  entry: LoggedRequest,
  { token, routes, limits }: RestOptions,
): Promise<Answer> {
  let headers: Readonly<Record<string, string>> = {};
  try {
    const read = await readBody(request);
    Object.assign(entry, read);
    if (!BASE.test(url.pathname)) throw refusal('general');
    // Cloudflare lets nobody in who does not say who they are.
    if (!request.headers['user-agent']?.startsWith('DiscordBot (')) {
      return { status: 403, body: 'error code: 1010' };
    }
    const route = routes.find((each) => each.method === entry.method && each.path.test(entry.path));
    if (!route) throw refusal('general');
    const needsBot = route.needsBot ?? true;
    if (needsBot && request.headers.authorization !== `Bot ${token}`) throw refusal('unauthorized');
    const grant = limits?.take(`${entry.method} ${entry.path}`, needsBot);
    headers = grant?.headers ?? {};
    if (grant?.refused) {
      limits?.countInvalid();
      const { retryAfter, isGlobal } = grant.refused;
      return { status: 429, headers, body: rateLimited(retryAfter, isGlobal) };
    }
    const params = (route.path.exec(entry.path) ?? []).slice(1);
    const body = route.handle({ params, query: url.searchParams, ...read });
    return { status: body === undefined ? 204 : 200, headers, body };
  } catch (error) {
    const refused = error instanceof ApiError ? error : new ApiError(500, 0, `the server has a bug: ${error}`);
    const isInvalid = [401, 403].includes(refused.status);
    if (isInvalid && limits?.countInvalid()) return { status: 429, body: 'error code: 1015' };
    return { status: refused.status, headers, body: refused.body };
  }
}

function rateLimited(retryAfter: number, isGlobal: boolean): object {
  return { message: 'You are being rate limited.', retry_after: retryAfter, global: isGlobal };
}

function write(response: ServerResponse, { status, headers = {}, body }: Answer): void {
  // The SDK reads a 204 with a JSON type as JSON, and fails.
  const type = body === undefined ? undefined : typeof body === 'string' ? 'text/html' : 'application/json';
  response.writeHead(status, { ...headers, ...(type ? { 'content-type': type } : {}) });
  response.end(body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body));
}
