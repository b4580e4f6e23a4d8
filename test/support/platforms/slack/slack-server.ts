/**
 * Slack, on this machine: the Web API, events over HTTP and Socket Mode, as strict as the real one.
 *
 *     const slack = await startSlackServer();
 *     const ann = slack.addPerson('ann');
 *     slack.deliverTo('http://127.0.0.1:3000/slack');
 *     await ann.dm('lunch 12').delivered;
 *     slack.transcript(ann.im);
 */

import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApiError } from './api-error.ts';
import type { ApiContext } from './api-method.ts';
import {
  type AppLink,
  createDispatcher,
  type DeliveryRules,
  type Dispatcher,
  type Outcome,
  realDelivery,
} from './app-link.ts';
import { eventPayload } from './events.ts';
import { createFaults, type Faults } from './faults.ts';
import { createHttpLink } from './http-link.ts';
import { createPerson, type Person } from './people.ts';
import { createRateLimit, type Rates, realRates } from './rate-limit.ts';
import { createResponseUrls, type ResponseUrls } from './response-urls.ts';
import { createSocketLink, type SocketLink } from './socket-link.ts';
import { type ShownMessage, transcriptOf } from './transcript.ts';
import { type ApiCall, type Credentials, createWebApi, requireScope } from './web-api.ts';
import { createWorkspace, type Json, type SlackChannel, type SlackUser, type Workspace } from './workspace.ts';

const TRIGGER_MILLISECONDS = 3_000;

export const allScopes = [
  'app_mentions:read',
  'channels:history',
  'channels:read',
  'chat:write',
  'commands',
  'connections:write',
  'files:write',
  'groups:history',
  'groups:read',
  'im:history',
  'im:read',
  'im:write',
  'users:read',
];

export interface SlackServerOptions {
  readonly port?: number;
  readonly rates?: Partial<Rates>;
  readonly delivery?: Partial<DeliveryRules>;
  readonly scopes?: readonly string[];
  readonly signingSecret?: string;
  /** Between the server's own pings on a socket. */
  readonly pingMilliseconds?: number;
}

/** What the people of the workspace act on. */
export interface Stage {
  readonly workspace: Workspace;
  readonly dispatcher: Dispatcher;
  readonly responseUrls: ResponseUrls;
  readonly context: ApiContext;
  emit(event: Json): Promise<Outcome>;
  /** The outcome of the event that `act` emits. */
  lastOf(act: () => void): Promise<Outcome>;
  createTrigger(user: string): string;
}

export interface SlackServer {
  /** Ends in /api/, as the SDK wants it. */
  readonly apiUrl: string;
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
  readonly workspace: Workspace;
  readonly credentials: Credentials;
  readonly faults: Faults;
  readonly dispatcher: Dispatcher;
  readonly socket: SocketLink;
  /** Web API calls in the order they came. */
  readonly calls: readonly ApiCall[];
  /** Sends what happens to this address; without one it goes over the sockets. */
  deliverTo(url: string | null): void;
  addPerson(name: string, more?: Partial<SlackUser>): Person;
  /** A channel with these people in it, and the app unless told otherwise; of the kind "im", direct messages of two. */
  addChannel(
    name: string,
    people: readonly Person[],
    more?: { kind?: SlackChannel['kind']; withApp?: boolean },
  ): SlackChannel;
  /** Tells the app of anything at all. */
  emit(event: Json): Promise<Outcome>;
  transcript(channel: string, viewer?: Person): ShownMessage[];
  /** Waits until the app has said this many things in the channel that the viewer can see. */
  saidBy(channel: string, count: number, viewer?: Person): Promise<ShownMessage[]>;
  close(): Promise<void>;
}

export async function startSlackServer(options: SlackServerOptions = {}): Promise<SlackServer> {
  const workspace = createWorkspace();
  const credentials: Credentials = {
    botToken: 'xoxb-1-local',
    appToken: 'xapp-1-local',
    scopes: new Set(options.scopes ?? allScopes),
    refusal: null,
  };
  const signingSecret = options.signingSecret ?? 'local-signing-secret';
  const rules = { ...realDelivery, ...options.delivery };
  const faults = createFaults();
  const triggers = new Map<string, { user: string; until: number }>();
  let httpLink: AppLink | null = null;
  let lastEmitted: Promise<Outcome> = Promise.resolve({ ok: true, payload: null });

  const server = createServer(async (request, response) => {
    try {
      const body = await readBody(request);
      const path = request.url ?? '';
      if (request.method !== 'POST') response.writeHead(404).end();
      else if (path.startsWith('/api/')) await api.handle(request, response, body);
      else if (path.startsWith('/response/')) responseUrls.handle(request, response, body);
      else if (path.startsWith('/upload/')) response.writeHead(takeUpload(path, request, body)).end('OK');
      else response.writeHead(404).end();
    } catch (error) {
      if (!response.headersSent) response.writeHead(500).end(String(error));
    }
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const origin = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const socket = createSocketLink({
    server,
    origin,
    ackMilliseconds: rules.ackMilliseconds,
    pingMilliseconds: options.pingMilliseconds ?? 10_000,
  });
  const dispatcher = createDispatcher(() => httpLink ?? socket, rules);
  const responseUrls = createResponseUrls(workspace, origin);
  const context: ApiContext = {
    workspace,
    origin,
    requireScope: (scope) => requireScope(credentials, scope),
    emit: (event) => void emit(event),
    useTrigger(trigger) {
      const known = triggers.get(trigger);
      if (!known) throw new ApiError('invalid_trigger_id');
      if (workspace.now() > known.until) throw new ApiError('expired_trigger_id');
      triggers.delete(trigger);
      return known.user;
    },
    socketTicket: () => socket.ticket(),
  };
  const rates = { ...realRates, ...options.rates };
  const api = createWebApi(context, credentials, createRateLimit(workspace, rates), faults);

  function emit(event: Json): Promise<Outcome> {
    lastEmitted = dispatcher.event(eventPayload(workspace, event));
    return lastEmitted;
  }

  /** The SDK sends a form with the file in its field "body"; anything else is not an upload of its. */
  function takeUpload(path: string, request: IncomingMessage, body: Buffer): number {
    const file = workspace.files.get(path.split('/').at(-1) ?? '');
    const boundary = /boundary=(.+)$/.exec(request.headers['content-type'] ?? '')?.[1];
    if (!file || file.bytes || !boundary) return 400;
    const start = body.indexOf('\r\n\r\n') + 4;
    const end = body.indexOf(`\r\n--${boundary}`, start);
    const bytes = body.subarray(start, end);
    if (bytes.length !== file.length) return 400;
    file.bytes = Buffer.from(bytes);
    return 200;
  }

  const stage: Stage = {
    workspace,
    dispatcher,
    responseUrls,
    context,
    emit,
    lastOf(act) {
      act();
      return lastEmitted;
    },
    createTrigger(user) {
      const trigger = `${Date.now()}.${workspace.id('t')}`;
      triggers.set(trigger, { user, until: workspace.now() + TRIGGER_MILLISECONDS });
      return trigger;
    },
  };
  const transcript = (channel: string, viewer?: Person) => transcriptOf(workspace, channel, viewer?.id);

  return {
    apiUrl: `${origin()}/api/`,
    botToken: credentials.botToken,
    appToken: credentials.appToken,
    signingSecret,
    workspace,
    credentials,
    faults,
    dispatcher,
    socket,
    calls: api.calls,
    deliverTo(url) {
      const seconds = () => Math.floor(Date.now() / 1000);
      httpLink =
        url === null ? null : createHttpLink({ url, signingSecret, ackMilliseconds: rules.ackMilliseconds, seconds });
    },
    addPerson: (name, more) => createPerson(stage, workspace.addUser(name, more)),
    addChannel(name, people, { kind = 'channel', withApp = true } = {}) {
      const members = people.map((person) => person.id);
      return workspace.addChannel(name, withApp ? [...members, workspace.botUserId] : members, kind);
    },
    emit,
    transcript,
    async saidBy(channel, count, viewer) {
      for (;;) {
        const said = transcript(channel, viewer).filter((message) => message.author === 'purser');
        if (said.length >= count) return said;
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
    },
    async close() {
      dispatcher.close();
      socket.close();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
