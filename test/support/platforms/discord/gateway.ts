/** The gateway: hello, identify, resume, heartbeats, dispatches by intents, and the trouble that tests order. */

import type { IncomingMessage, Server } from 'node:http';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import { randomNumbers } from './faults.ts';
import { GatewaySession } from './gateway-session.ts';
import { wireGuild, wireUser } from './wire-objects.ts';
import type { World } from './world.ts';

export interface GatewayOptions {
  readonly token: string;
  readonly heartbeatInterval: number;
  /** Whether the "message content" switch of the developer portal is on. */
  readonly messageContentAllowed: boolean;
  /** Milliseconds between identifies; Discord wants 5000. 0 for no limit. */
  readonly identifyPause: number;
}

const INTENT = { guilds: 1 << 0, guildMessages: 1 << 9, directMessages: 1 << 12, messageContent: 1 << 15 };
/** Members and presences: switches that are never on here. */
const OTHER_PRIVILEGED = (1 << 1) | (1 << 8);
const ALL_INTENTS = (1 << 26) - 1;
const MAX_SENDS_A_MINUTE = 120;

/** What tests may hold against the identify of a client. */
export interface Identify {
  readonly intents: number;
  readonly properties: unknown;
}

export class Gateway {
  readonly identifies: Identify[] = [];
  /** How many sessions were resumed. */
  resumes = 0;
  /** Heartbeats are not answered any more. */
  isMute = false;
  /** How often each event is sent. */
  copies: () => number = () => 1;
  readonly #world: World;
  readonly #options: GatewayOptions;
  readonly #sockets: WebSocketServer;
  readonly #sessions = new Map<string, GatewaySession>();
  readonly #timers = new Set<NodeJS.Timeout>();
  #held: (() => void)[] | null = null;
  #lastIdentify = Number.NEGATIVE_INFINITY;

  constructor(server: Server, world: World, options: GatewayOptions) {
    this.#world = world;
    this.#options = options;
    this.#sockets = new WebSocketServer({ server, maxPayload: 4096 });
    this.#sockets.on('connection', (socket, request) => this.#connect(socket, request));
  }

  get connections(): number {
    return [...this.#sessions.values()].filter((session) => session.socket).length;
  }

  /** Sends an event to every session whose intents ask for it. */
  publish(t: string, d: Record<string, unknown>): void {
    const deliver = () => {
      for (const session of this.#sessions.values()) {
        if (!wants(session.intents, t, d)) continue;
        const payload = this.#withoutContent(session.intents, t, d);
        for (let copy = this.copies(); copy > 0; copy--) session.dispatch(t, payload);
      }
    };
    if (this.#held) this.#held.push(deliver);
    else deliver();
  }

  /** Keeps events back until `release`. */
  hold(): void {
    this.#held ??= [];
  }

  /** Lets out what was kept back; with a seed, in an order of its own. */
  release(seed?: number): void {
    const held = this.#held ?? [];
    this.#held = null;
    if (seed !== undefined) shuffle(held, seed);
    for (const deliver of held) deliver();
  }

  /** Ends every connection with this close code; 1006 cuts it without a word. */
  drop(code = 4000): void {
    this.#each((_, socket) => (code === 1006 ? socket.terminate() : socket.close(code)));
  }

  /** Asks every client to reconnect (op 7). */
  askReconnect(): void {
    this.#each((session) => session.send({ op: 7, d: null }));
  }

  /** Tells every client that its session is gone (op 9). */
  invalidateSessions(resumable = false): void {
    this.#each((session) => {
      if (!resumable) this.#sessions.delete(session.id);
      session.send({ op: 9, d: resumable });
    });
  }

  /** Forgets the sessions without a word, so that a resume is refused. */
  forgetSessions(): void {
    this.#each((_, socket) => socket.terminate());
    this.#sessions.clear();
  }

  async close(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer);
    for (const socket of this.#sockets.clients) socket.terminate();
    await new Promise<void>((resolve) => this.#sockets.close(() => resolve()));
  }

  #each(work: (session: GatewaySession, socket: WebSocket) => void): void {
    for (const session of [...this.#sessions.values()]) if (session.socket) work(session, session.socket);
  }

  #connect(socket: WebSocket, request: IncomingMessage): void {
    const { searchParams } = new URL(request.url ?? '/', 'ws://127.0.0.1');
    socket.on('error', () => {});
    if (searchParams.get('v') !== '10') {
      socket.close(4012, 'Invalid API version');
      return;
    }
    if (searchParams.get('encoding') !== 'json') {
      socket.close(4002, 'Error while decoding payload');
      return;
    }
    const connection = { session: null as GatewaySession | null, beatAt: performance.now(), sends: 0 };
    const interval = this.#options.heartbeatInterval;
    const watch = setInterval(() => {
      if (performance.now() - connection.beatAt > interval * 2) socket.close(4000, 'No heartbeat');
    }, interval);
    const minute = setInterval(() => (connection.sends = 0), 60_000);
    for (const timer of [watch, minute]) this.#timers.add(timer);
    socket.on('message', (data) => this.#take(socket, connection, data));
    socket.on('close', (code) => {
      for (const timer of [watch, minute]) {
        clearInterval(timer);
        this.#timers.delete(timer);
      }
      const { session } = connection;
      if (session?.socket !== socket) return;
      session.socket = null;
      // A client that closes normally gives its session up.
      if (code === 1000 || code === 1001) this.#sessions.delete(session.id);
      this.#world.changed();
    });
    socket.send(JSON.stringify({ op: 10, d: { heartbeat_interval: interval, _trace: [] }, s: null, t: null }));
  }

  #take(socket: WebSocket, connection: Connection, data: RawData): void {
    connection.sends += 1;
    if (connection.sends > MAX_SENDS_A_MINUTE) {
      socket.close(4008, 'You are being rate limited');
      return;
    }
    const payload = parse(data);
    if (!payload) {
      socket.close(4002, 'Error while decoding payload');
      return;
    }
    const { op, d } = payload;
    if (op === 1) {
      connection.beatAt = performance.now();
      if (!this.isMute) socket.send(JSON.stringify({ op: 11, d: null }));
    } else if (op === 2) this.#identify(socket, connection, d as Record<string, unknown>);
    else if (op === 6) this.#resume(socket, connection, d as Record<string, unknown>);
    else if (![3, 4, 8, 31, 43].includes(op)) socket.close(4001, 'Unknown opcode');
    else if (!connection.session) socket.close(4003, 'Not authenticated');
  }

  #identify(socket: WebSocket, connection: Connection, d: Record<string, unknown>): void {
    const { token, heartbeatInterval: _, messageContentAllowed, identifyPause } = this.#options;
    if (connection.session) {
      socket.close(4005, 'Already authenticated');
      return;
    }
    if (d?.token !== token) {
      socket.close(4004, 'Authentication failed');
      return;
    }
    const intents = Number(d.intents);
    if (!Number.isInteger(intents) || intents < 0 || intents > ALL_INTENTS) {
      socket.close(4013, 'Invalid intents');
      return;
    }
    const refused = intents & OTHER_PRIVILEGED || (intents & INTENT.messageContent && !messageContentAllowed);
    if (refused) {
      socket.close(4014, 'Disallowed intents');
      return;
    }
    const shard = (d.shard ?? [0, 1]) as number[];
    if (!(Number(shard[0]) < Number(shard[1]))) {
      socket.close(4010, 'Invalid shard');
      return;
    }
    if (!d.properties || typeof d.properties !== 'object') {
      socket.close(4002, 'Error while decoding payload');
      return;
    }
    if (performance.now() - this.#lastIdentify < identifyPause) {
      socket.send(JSON.stringify({ op: 9, d: false }));
      return;
    }
    this.#lastIdentify = performance.now();
    this.identifies.push({ intents, properties: d.properties });
    const session = new GatewaySession(`session-${this.identifies.length}-${this.#world.newId()}`, intents, socket);
    connection.session = session;
    this.#sessions.set(session.id, session);
    const guilds = [...this.#world.guilds.values()].filter(({ joinedAt }) => joinedAt !== null);
    session.dispatch('READY', {
      v: 10,
      user: { ...wireUser(this.#world.bot), verified: true, mfa_enabled: false, email: null, flags: 0 },
      guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
      session_id: session.id,
      session_type: 'normal',
      resume_gateway_url: `ws://${socketAddress(this.#sockets)}`,
      shard,
      application: { id: this.#world.bot.id, flags: messageContentAllowed ? 1 << 19 : 0 },
      private_channels: [],
      _trace: [],
    });
    this.#world.changed();
    if (!(intents & INTENT.guilds)) return;
    for (const { id } of guilds) session.dispatch('GUILD_CREATE', wireGuild(this.#world, id));
  }

  #resume(socket: WebSocket, connection: Connection, d: Record<string, unknown>): void {
    if (d?.token !== this.#options.token) {
      socket.close(4004, 'Authentication failed');
      return;
    }
    const session = this.#sessions.get(String(d.session_id));
    if (!session) {
      socket.send(JSON.stringify({ op: 9, d: false }));
      return;
    }
    session.socket?.terminate();
    session.socket = socket;
    connection.session = session;
    if (!session.replay(Number(d.seq))) {
      this.#sessions.delete(session.id);
      socket.close(4007, 'Invalid seq');
      return;
    }
    this.resumes += 1;
    session.dispatch('RESUMED', { _trace: [] });
    this.#world.changed();
  }

  /** In guilds a bot without the intent reads only its own messages and those that mention it. */
  #withoutContent(intents: number, t: string, d: Record<string, unknown>): Record<string, unknown> {
    if (intents & INTENT.messageContent || !t.startsWith('MESSAGE_') || d.guild_id === undefined) return d;
    const { bot } = this.#world;
    const people = [d.author, ...((d.mentions as unknown[] | undefined) ?? [])] as ({ id?: string } | undefined)[];
    if (people.some((person) => person?.id === bot.id)) return d;
    return { ...d, content: '', embeds: [], attachments: [], components: [] };
  }
}

interface Connection {
  session: GatewaySession | null;
  beatAt: number;
  sends: number;
}

function wants(intents: number, t: string, d: Record<string, unknown>): boolean {
  if (t.startsWith('GUILD_') || t.startsWith('CHANNEL_')) return (intents & INTENT.guilds) !== 0;
  if (!t.startsWith('MESSAGE_')) return true;
  return (intents & (d.guild_id === undefined ? INTENT.directMessages : INTENT.guildMessages)) !== 0;
}

function parse(data: RawData): { op: number; d: unknown } | null {
  try {
    const payload = JSON.parse(String(data));
    return typeof payload?.op === 'number' ? payload : null;
  } catch {
    return null;
  }
}

function socketAddress(sockets: WebSocketServer): string {
  const address = sockets.address();
  return typeof address === 'string' || address === null ? '' : `127.0.0.1:${address.port}`;
}

function shuffle(list: unknown[], seed: number): void {
  const random = randomNumbers(seed);
  for (let last = list.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [list[last], list[other]] = [list[other], list[last]];
  }
}
