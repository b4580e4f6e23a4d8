/** What the Telegram channel is made of. */

import type { Log } from '../../log.ts';

export interface TelegramSettings {
  /** "123456:ABC…", from BotFather. */
  readonly token: string;
  /** Telegram comes to Purser's own HTTP port instead of being asked. */
  readonly webhook?: {
    /** The public address that ends up at "/telegram"; https, port 443, 80, 88 or 8443. */
    readonly url: string;
    /** 1 to 256 of A–Z, a–z, 0–9, "_" and "-". */
    readonly secret: string;
  };
  readonly log: Log;
  /** Milliseconds from any fixed point. */
  now(): number;
  /** Another address of the Bot API: an origin, without a path. */
  readonly apiRoot?: string;
  readonly timing?: Partial<TelegramTiming>;
}

/** All in milliseconds, but for the poll. */
export interface TelegramTiming {
  /** How long Telegram holds a request for updates, in seconds; 50 is the most. */
  readonly pollSeconds: number;
  /** One call of the Bot API, beside the poll. */
  readonly call: number;
  /** The start waits this long for Telegram and then goes on trying by itself. */
  readonly startPatience: number;
  /** The pauses between tries while Telegram, or our own database, is away; the last one repeats. */
  readonly pauses: readonly number[];
  /** One message to a chat each, on average … */
  readonly perChat: number;
  /** … to a group, whose members are spared … */
  readonly perGroup: number;
  /** … and to all chats together. */
  readonly overall: number;
  /** Who would have to wait longer than this to send is told to come again. */
  readonly longestWait: number;
}

/** Within Telegram's advice: one message a second to a chat, 20 a minute to a group, 30 a second in all. */
export const defaultTiming: TelegramTiming = {
  pollSeconds: 50,
  call: 20_000,
  startPatience: 10_000,
  pauses: [500, 1_000, 2_000, 5_000, 10_000, 30_000],
  perChat: 1_050,
  perGroup: 3_500,
  overall: 40,
  longestWait: 5_000,
};
