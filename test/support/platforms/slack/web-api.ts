/** The Web API: POST /api/<method>, form-encoded, HTTP 200 with ok true or false, 429 past the rates. */

import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { ApiError } from './api-error.ts';
import type { ApiContext, ApiMethod } from './api-method.ts';
import { chatMethods } from './chat-methods.ts';
import type { Fault, Faults } from './faults.ts';
import { appMethods, fileMethods } from './file-methods.ts';
import { placeMethods } from './place-methods.ts';
import type { RateLimit } from './rate-limit.ts';
import { viewMethods } from './view-methods.ts';
import type { Json } from './workspace.ts';

export interface ApiCall {
  readonly method: string;
  readonly args: Readonly<Record<string, string>>;
  /** What was answered; null where the connection was dropped. */
  answer: Json | null;
  status: number;
}

export interface Credentials {
  botToken: string;
  appToken: string;
  /** What the app may do. */
  readonly scopes: Set<string>;
  /** Why every call is refused: "token_revoked", "account_inactive", … */
  refusal: string | null;
}

export interface WebApi {
  readonly calls: ApiCall[];
  handle(request: IncomingMessage, response: ServerResponse, body: Buffer): Promise<void>;
}

const methods: Record<string, ApiMethod> = {
  ...appMethods,
  ...chatMethods,
  ...fileMethods,
  ...placeMethods,
  ...viewMethods,
};

export function createWebApi(
  context: ApiContext,
  credentials: Credentials,
  rateLimit: RateLimit,
  faults: Faults,
): WebApi {
  const calls: ApiCall[] = [];

  async function handle(request: IncomingMessage, response: ServerResponse, body: Buffer): Promise<void> {
    const method = new URL(request.url ?? '', 'http://slack').pathname.replace(/^\/api\//, '');
    const args = readArgs(request, body);
    const call: ApiCall = { method, args, answer: null, status: 0 };
    calls.push(call);
    const fault = faults.take(method);
    if (fault && failsAtOnce(fault, call, response)) return;
    const wait = rateLimit.secondsToWait(method, args.channel);
    if (wait !== null)
      return answer(response, call, 429, { ok: false, error: 'ratelimited' }, { 'retry-after': String(wait) });
    const result = run(method, args, request.headers.authorization);
    if (fault?.kind === 'dropped') return void response.destroy();
    if (fault?.kind === 'stalled') return;
    if (fault?.kind === 'slow') await sleep(fault.milliseconds);
    answer(response, call, 200, result, { 'x-oauth-scopes': [...credentials.scopes].join(',') });
  }

  function run(name: string, args: Readonly<Record<string, string>>, authorization: string | undefined): Json {
    try {
      const method = methods[name];
      if (!method) throw new ApiError('unknown_method', { req_method: name });
      checkToken(method, authorization?.replace(/^Bearer /, '') ?? args.token);
      return { ok: true, ...method.call(args, context) };
    } catch (error) {
      if (error instanceof ApiError) return { ok: false, error: error.message, ...error.more };
      throw error;
    }
  }

  function checkToken(method: ApiMethod, token: string | undefined): void {
    if (!token) throw new ApiError('not_authed');
    const wanted = method.token === 'xapp' ? credentials.appToken : credentials.botToken;
    if (token !== wanted) {
      const known = token === credentials.botToken || token === credentials.appToken;
      throw new ApiError(known ? 'not_allowed_token_type' : 'invalid_auth');
    }
    if (credentials.refusal) throw new ApiError(credentials.refusal);
    if (method.scope) requireScope(credentials, method.scope);
  }

  return { calls, handle };
}

export function requireScope(credentials: Credentials, scope: string): void {
  if (credentials.scopes.has(scope)) return;
  throw new ApiError('missing_scope', { needed: scope, provided: [...credentials.scopes].join(',') });
}

/** Answers for faults that come before the call has any effect. */
function failsAtOnce(fault: Fault, call: ApiCall, response: ServerResponse): boolean {
  switch (fault.kind) {
    case 'status':
      call.status = fault.status;
      response.writeHead(fault.status, { 'content-type': 'text/plain' }).end('upstream connect error');
      return true;
    case 'html':
      response.writeHead(200, { 'content-type': 'text/html' }).end('<html><body>Something went wrong</body></html>');
      return true;
    case 'rate-limited':
      answer(response, call, 429, { ok: false, error: 'ratelimited' }, { 'retry-after': String(fault.retryAfter) });
      return true;
    case 'error':
      answer(response, call, 200, { ok: false, error: fault.error, ...fault.more });
      return true;
    case 'dropped':
      if (fault.when === 'after') return false;
      response.destroy();
      return true;
    default:
      return false;
  }
}

function answer(
  response: ServerResponse,
  call: ApiCall,
  status: number,
  body: Json,
  headers: Record<string, string> = {},
): void {
  call.status = status;
  call.answer = body;
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(JSON.stringify(body));
}

/** Form fields, or the fields of a JSON object with nested ones as JSON again, which is what the methods read. */
function readArgs(request: IncomingMessage, body: Buffer): Record<string, string> {
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('application/json')) {
    const entries = Object.entries(JSON.parse(body.toString() || '{}') as Json);
    return Object.fromEntries(
      entries.map(([key, value]) => [key, typeof value === 'string' ? value : JSON.stringify(value)]),
    );
  }
  return Object.fromEntries(new URLSearchParams(body.toString()));
}
