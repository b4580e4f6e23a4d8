/** One session of the gateway: what it was sent, and to whom it speaks. */

import { WebSocket } from 'ws';

export interface Dispatch {
  readonly op: 0;
  readonly t: string;
  readonly s: number;
  readonly d: unknown;
}

/** Events that a session keeps for a resume. */
const MAX_KEPT = 5_000;

export class GatewaySession {
  readonly id: string;
  readonly intents: number;
  /** Null while its connection is gone; it can be resumed. */
  socket: WebSocket | null;
  #sequence = 0;
  #kept: Dispatch[] = [];

  constructor(id: string, intents: number, socket: WebSocket) {
    this.id = id;
    this.intents = intents;
    this.socket = socket;
  }

  dispatch(t: string, d: unknown): void {
    this.#sequence += 1;
    const event: Dispatch = { op: 0, t, s: this.#sequence, d };
    this.#kept.push(event);
    if (this.#kept.length > MAX_KEPT) this.#kept.shift();
    this.send(event);
  }

  /** False where the sequence was never reached, or is too long ago. */
  replay(after: number): boolean {
    if (after > this.#sequence) return false;
    const missing = this.#kept.filter((event) => event.s > after);
    if (missing.length < this.#sequence - after) return false;
    for (const event of missing) this.send(event);
    return true;
  }

  send(payload: object): void {
    if (this.socket?.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(payload));
  }
}
