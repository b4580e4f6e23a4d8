/** A Bot API server on this machine, as strict as the real one, with people who write to the bot. */

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApiError, type User } from './bot-api.ts';
import { createFaults, type FaultKind } from './faults.ts';
import { createGroups } from './groups.ts';
import type { Methods } from './methods.ts';
import { type BotCommand, botMethods } from './methods-bot.ts';
import { editMethods } from './methods-edit.ts';
import { sendMethods } from './methods-send.ts';
import { createPeople } from './people.ts';
import { createRates, type RateLimits, realLimits, tooManyRequests } from './rates.ts';
import { type Call, readRequest } from './read-request.ts';
import { realTime, type SimulatedTime } from './time.ts';
import { readTranscript, type SeenMessage } from './transcript.ts';
import { createUpdates } from './updates.ts';
import { createWebhook } from './webhook.ts';
import { createWorld } from './world.ts';

export interface TelegramServerOptions {
  readonly token?: string;
  readonly username?: string;
  readonly time?: SimulatedTime;
  /** null switches them off. */
  readonly rates?: RateLimits | null;
  /** Off: the bot hears all that is said in groups. */
  readonly privacyMode?: boolean;
  /** How long a press may be answered. */
  readonly callbackSeconds?: number;
  /** Where a webhook's public address is on this machine. */
  readonly route?: (url: string) => string;
  readonly port?: number;
}

export interface LoggedCall {
  readonly method: string;
  readonly fields: Readonly<Record<string, unknown>>;
  /** Name and size of each file. */
  readonly files: readonly string[];
  readonly at: number;
  /** The status that was answered; 0 while it was not, or where the connection was dropped. */
  status: number;
  description: string;
}

export type TelegramServer = Awaited<ReturnType<typeof startTelegramServer>>;

export async function startTelegramServer(options: TelegramServerOptions = {}) {
  const { time = realTime, privacyMode = true, callbackSeconds = 60, route = (url) => url } = options;
  const token = options.token ?? '110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw0';
  let isRevoked = false;
  const bot: User = {
    id: Number(token.split(':')[0]),
    is_bot: true,
    first_name: 'Purser',
    username: options.username ?? 'PurserTestBot',
  };
  const world = createWorld(time, bot);
  const updates = createUpdates(time);
  const faults = createFaults();
  const rates = createRates(options.rates === undefined ? realLimits : options.rates, time.now);
  const people = createPeople(world, updates, !privacyMode);
  const commands = new Map<string, readonly BotCommand[]>();
  const log: LoggedCall[] = [];
  const webhook = createWebhook({
    time,
    updates,
    route,
    execute: async (method, fields) =>
      void (await run(method, { fields, files: new Map() }, new AbortController().signal)),
  });
  const methods: Methods = {
    ...botMethods({ world, updates, webhook, readsAllGroupMessages: !privacyMode, commands }),
    ...sendMethods(world, rates),
    ...editMethods(world, callbackSeconds),
  };
  // Names of methods are not case-sensitive.
  const byName = new Map(Object.entries(methods).map(([name, method]) => [name.toLowerCase(), { name, method }]));
  const closing = new AbortController();

  async function run(name: string, call: Call, gone: AbortSignal): Promise<unknown> {
    const known = byName.get(name.toLowerCase());
    if (!known) throw new ApiError(404, 'Not Found: method not found');
    return await known.method(call, gone);
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const file = /^\/file\/bot([^/]+)\/(.+)$/.exec(url.pathname);
    if (file) return sendFile(response, decodeURIComponent(file[1] ?? ''), file[2] ?? '');
    const match = /^\/bot([^/]+)\/(\w+)$/.exec(url.pathname);
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    const signal = AbortSignal.any([gone.signal, closing.signal]);
    const name = byName.get((match?.[2] ?? '').toLowerCase())?.name ?? match?.[2] ?? '';
    const entry: LoggedCall = { method: name, fields: {}, files: [], at: time.now(), status: 0, description: '' };
    try {
      if (!match || (request.method !== 'GET' && request.method !== 'POST')) throw new ApiError(404, 'Not Found');
      const call = await readRequest(request, url.searchParams);
      const files = [...call.files.values()].map((each) => `${each.name} ${each.content.length}`);
      log.push(Object.assign(entry, { fields: call.fields, files }));
      if (isRevoked || decodeURIComponent(match[1] ?? '') !== token) throw new ApiError(401, 'Unauthorized');
      const fault = faults.next(name);
      if (!(await before(fault, response, entry, signal))) return;
      const result = await run(name, call, signal);
      if (fault?.kind === 'drop') return void response.destroy();
      if (fault?.kind === 'stall') return;
      entry.status = 200;
      answer(response, 200, { ok: true, result });
    } catch (error) {
      const refusal = refusalOf(error, isRevoked);
      Object.assign(entry, { status: refusal.code, description: refusal.message });
      const { code, message, parameters } = refusal;
      answer(response, code, {
        ok: false,
        error_code: code,
        description: message,
        ...(parameters ? { parameters } : {}),
      });
    }
  }

  /** What happens instead of the call, or before it; false where that is all. */
  async function before(
    fault: FaultKind | null,
    response: ServerResponse,
    entry: LoggedCall,
    signal: AbortSignal,
  ): Promise<boolean> {
    if (!fault) return true;
    if (fault.kind === 'too-many') throw tooManyRequests(fault.retryAfter);
    if (fault.kind === 'refuse') throw new ApiError(fault.code, fault.description);
    if (fault.kind === 'status') {
      entry.status = fault.status;
      response.writeHead(fault.status, { 'content-type': 'text/html' }).end('<html><body><h1>nginx</h1></body></html>');
      return false;
    }
    if (fault.kind === 'slow') await time.sleep(fault.milliseconds, signal);
    if (fault.kind === 'drop' && fault.when === 'before') response.destroy();
    return !((fault.kind === 'drop' || fault.kind === 'stall') && fault.when === 'before');
  }

  function sendFile(response: ServerResponse, given: string, path: string): void {
    const file = [...world.files.values()].find((each) => each.path === path);
    const status = isRevoked || given !== token ? 401 : file ? 200 : 404;
    response.writeHead(status, { 'content-type': 'application/octet-stream' }).end(status === 200 ? file?.content : '');
  }

  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    /** The apiRoot for SDKs: an origin. */
    url: `http://127.0.0.1:${port}`,
    token,
    bot,
    faults,
    updates,
    webhook,
    commands,
    /** Every call, in order of arrival. */
    log,
    callsOf: (method: string) => log.filter((each) => each.method === method),
    addUser: people.addUser,
    ...createGroups(world, people),
    /** What people see of a chat. */
    transcript(chat: number): SeenMessage[] {
      const room = world.rooms.get(chat);
      return room ? readTranscript(world, room) : [];
    },
    actions: (chat: number): readonly string[] => world.rooms.get(chat)?.actions ?? [],
    /** A person deletes a message; bots are never told. */
    deleteMessage: (chat: number, message: number) => void world.rooms.get(chat)?.messages.delete(message),
    revokeToken(): void {
      isRevoked = true;
      updates.terminatePoll('logout');
    },
    async close(): Promise<void> {
      closing.abort();
      await webhook.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function answer(response: ServerResponse, status: number, body: object): void {
  if (response.destroyed) return;
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function refusalOf(error: unknown, isRevoked: boolean): ApiError {
  if (isRevoked) return new ApiError(401, 'Unauthorized');
  if (error instanceof ApiError) return error;
  return new ApiError(500, `Internal Server Error: ${(error as Error).stack}`);
}
