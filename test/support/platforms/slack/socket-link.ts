/** Socket Mode: the app opens a socket, is sent envelopes, and acknowledges each within three seconds. */

import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import type { AppLink, Outcome } from './app-link.ts';
import type { Json } from './workspace.ts';

export interface SocketLink extends AppLink {
  /** The address of one connection, good for 30 seconds. */
  ticket(): string;
  readonly connections: number;
  /** How often an app has connected. */
  readonly connected: number;
  /** Asks every connection to reconnect, as Slack does every few hours. */
  refresh(reason?: 'warning' | 'refresh_requested'): void;
  /** Cuts every connection without a word. */
  cut(): void;
  /** Neither answers pings nor reads; the connection seems to stand. */
  freeze(): void;
  close(): void;
}

const TICKET_MILLISECONDS = 30_000;
/** Slack closes this long after it has asked to reconnect. */
const REFRESH_GRACE_MILLISECONDS = 10_000;

export interface SocketLinkOptions {
  readonly server: Server;
  readonly ackMilliseconds: number;
  readonly pingMilliseconds: number;
  origin(): string;
}

export function createSocketLink({ server, ackMilliseconds, pingMilliseconds, origin }: SocketLinkOptions): SocketLink {
  const sockets = new WebSocketServer({ noServer: true });
  const tickets = new Map<string, number>();
  const waiting = new Map<string, (outcome: Outcome) => void>();
  /** Connections that may be sent to, in turn. */
  let ready: WebSocket[] = [];
  let connected = 0;

  server.on('upgrade', (request, socket, head) => {
    const ticket = new URL(request.url ?? '', 'ws://slack').searchParams.get('ticket') ?? '';
    const until = tickets.get(ticket) ?? 0;
    tickets.delete(ticket);
    if (Date.now() > until) return void socket.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\n\r\n');
    sockets.handleUpgrade(request, socket, head, take);
  });

  function take(socket: WebSocket): void {
    connected += 1;
    // Every envelope that waits listens for the end of its socket.
    socket.setMaxListeners(0);
    ready.push(socket);
    const pings = setInterval(() => socket.ping(`Ping from ${randomUUID()}`), pingMilliseconds);
    socket.on('message', (data) => acknowledge(String(data)));
    socket.on('error', () => {});
    socket.on('close', () => {
      clearInterval(pings);
      ready = ready.filter((each) => each !== socket);
    });
    socket.send(JSON.stringify({ type: 'hello', num_connections: ready.length, connection_info: { app_id: 'A0APP' } }));
  }

  function acknowledge(text: string): void {
    const { envelope_id: id, payload } = JSON.parse(text) as { envelope_id?: string; payload?: Json };
    // An unknown envelope was acknowledged too late: it has been taken for lost.
    waiting.get(id ?? '')?.({ ok: true, payload: payload && Object.keys(payload).length > 0 ? payload : null });
  }

  return {
    get connections() {
      return ready.length;
    },
    get connected() {
      return connected;
    },
    ticket() {
      const ticket = randomUUID();
      tickets.set(ticket, Date.now() + TICKET_MILLISECONDS);
      return `${origin().replace('http', 'ws')}/link/?ticket=${ticket}&app_id=A0APP`;
    },
    async send(kind, payload, retry) {
      const socket = ready.shift();
      if (!socket) return { ok: false, reason: 'no_connection' };
      ready.push(socket);
      const id = randomUUID();
      const { promise, resolve } = Promise.withResolvers<Outcome>();
      waiting.set(id, resolve);
      const late = setTimeout(() => resolve({ ok: false, reason: 'http_timeout' }), ackMilliseconds);
      const gone = () => resolve({ ok: false, reason: 'connection_failed' });
      socket.once('close', gone);
      const retries =
        kind !== 'events_api' ? {} : { retry_attempt: retry?.number ?? 0, retry_reason: retry?.reason ?? '' };
      socket.send(
        JSON.stringify({
          envelope_id: id,
          type: kind,
          payload,
          accepts_response_payload: kind !== 'events_api',
          ...retries,
        }),
      );
      try {
        return await promise;
      } finally {
        clearTimeout(late);
        socket.off('close', gone);
        waiting.delete(id);
      }
    },
    refresh(reason = 'refresh_requested') {
      for (const socket of ready) {
        socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'applink-1' } }));
        setTimeout(() => socket.terminate(), REFRESH_GRACE_MILLISECONDS).unref();
      }
      ready = [];
    },
    cut() {
      for (const socket of ready) socket.terminate();
      ready = [];
    },
    freeze() {
      for (const socket of ready) socket.pause();
      ready = [];
    },
    close() {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}
