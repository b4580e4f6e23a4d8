/** What the Slack channel is made of. */

import type { Log } from '../../log.ts';

export interface SlackSettings {
  /** "xoxb-…" */
  readonly botToken: string;
  /** One of the two: how Slack reaches Purser. Requests signed with this secret … */
  readonly signingSecret?: string;
  /** … or a socket that is opened with this token ("xapp-…"). It goes first where both are there. */
  readonly appToken?: string;
  readonly log: Log;
  /** Milliseconds since the epoch by the true clock: signatures run out by it. */
  now(): number;
  /** Another address of the Web API, ending in "/api/". */
  readonly apiUrl?: string;
  readonly timing?: Partial<SlackTiming>;
}

/** All in milliseconds. */
export interface SlackTiming {
  /** Slack waits for 3 seconds: past this it is told to come again. */
  readonly acknowledge: number;
  /** One call of the Web API. */
  readonly call: number;
  /** The pauses between tries to reach Slack at the start. */
  readonly startPauses: readonly number[];
  /** Opening a socket, up to Slack's hello. */
  readonly connect: number;
  /** The pauses between tries to open a socket again; the last one repeats. */
  readonly reconnectPauses: readonly number[];
  /** A socket whose pongs stay away this long is taken for dead. */
  readonly pong: number;
  /** What is asked about people and places before a message is taken in. */
  readonly lookUp: number;
}

export const defaultTiming: SlackTiming = {
  acknowledge: 2_500,
  call: 10_000,
  startPauses: [500, 2_000, 5_000],
  connect: 15_000,
  reconnectPauses: [0, 500, 1_000, 2_000, 5_000, 10_000, 30_000],
  pong: 5_000,
  lookUp: 1_000,
};
