/** The connection on which Discord tells what happens. */

import { CloseCodes, type SessionInfo, WebSocketManager, WebSocketShardEvents } from '@discordjs/ws';
import { type GatewayDispatchPayload, GatewayIntentBits, type REST } from 'discord.js';
import { PlatformError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import { isTokenRefused, tokenRefused } from './failures.ts';
import { pauseBetweenIdentifies } from './identify-pause.ts';
import { Unreachable } from './patience.ts';
import type { SessionMemory } from './session-memory.ts';

export interface GatewayOptions {
  readonly token: string;
  readonly rest: REST;
  readonly memory: SessionMemory;
  readonly log: Log;
  /** Milliseconds between identifies. */
  readonly identifyPause: number;
  /** Resolves once the event is safe. What it throws is logged, and the event is asked for again after a restart. */
  onEvent(event: GatewayDispatchPayload): Promise<void>;
  /** A session began that knows nothing of what was before. */
  onFresh(): Promise<void>;
  /** The connection will not come back. */
  onBroken(why: PlatformError): void;
}

export interface Gateway {
  /** Resolves once events come in. Throws a PlatformError that says what to fix; after Unreachable it may be tried again. */
  open(): Promise<void>;
  /** Resolves when no event is being taken in. */
  close(): Promise<void>;
}

const INTENTS =
  GatewayIntentBits.Guilds |
  GatewayIntentBits.GuildMessages |
  GatewayIntentBits.DirectMessages |
  // In servers, what people write: without it an answer to Purser that does not mention it would come empty.
  GatewayIntentBits.MessageContent;

const portal = 'the developer portal (discord.com/developers/applications)';
/** Close codes after which Discord takes no new connection, and what to do about them. */
const fatal: Readonly<Record<number, string>> = {
  4004: tokenRefused().message,
  4010: 'Discord refuses the connection: the shard is invalid. This is a bug in Purser.',
  4011: `Discord says that the bot is in too many servers for one connection. Take it out of some in ${portal}.`,
  4012: 'Discord no longer speaks this version of its gateway. Update Purser.',
  4013: 'Discord refuses the intents as invalid. Update Purser.',
  4014: `Discord does not let the bot read messages. In ${portal}, under Bot, switch on "Message Content Intent", then start Purser again.`,
};

/*
 * The gateway of discord.js without its Client: that keeps every user, channel and message it hears of, drops direct
 * messages of channels it has not seen, and can not resume a session in a new process.
 */
export function createGateway(options: GatewayOptions): Gateway {
  const { token, rest, memory, log, onEvent, onBroken } = options;
  const running = new Set<Promise<void>>();
  let isOpen = false;
  let isClosing = false;
  let broken: PlatformError | null = null;
  const manager = new WebSocketManager({
    token,
    rest,
    intents: INTENTS,
    shardCount: 1,
    buildIdentifyThrottler: () => pauseBetweenIdentifies(options.identifyPause),
    retrieveSessionInfo: () => memory.session,
    updateSessionInfo: (_, session: SessionInfo | null) => memory.update(session),
  });

  manager.on(WebSocketShardEvents.Dispatch, ({ data }) => {
    if (isClosing) return;
    memory.begin(data.s);
    // The SDK's emitter would make an unhandled rejection of anything thrown here, and end the process.
    const work = safely(data).finally(() => running.delete(work));
    running.add(work);
  });
  manager.on(WebSocketShardEvents.Ready, () => {
    const work = options.onFresh().finally(() => running.delete(work));
    running.add(work);
  });
  manager.on(WebSocketShardEvents.Closed, ({ code }) => {
    const why = fatal[code];
    if (why === undefined || broken) return;
    broken = new PlatformError(why);
    if (isOpen) onBroken(broken);
  });
  // Without a listener an error event would be thrown.
  manager.on(WebSocketShardEvents.Error, ({ error }) => log.warn({ err: error }, 'the Discord gateway has trouble'));

  async function safely(data: GatewayDispatchPayload): Promise<void> {
    try {
      await onEvent(data);
      memory.done(data.s);
    } catch (error) {
      log.error({ err: error, event: data.t }, 'a Discord event could not be taken in');
    }
  }

  return {
    async open() {
      try {
        await manager.connect();
      } catch (error) {
        await manager.destroy({ code: CloseCodes.Normal });
        if (broken) throw broken;
        if (isTokenRefused(error)) throw tokenRefused();
        throw new Unreachable("Discord's gateway can not be reached.", { cause: error });
      }
      isOpen = true;
    },
    async close() {
      isClosing = true;
      await Promise.all(running);
      // Before the SDK gives the session up.
      memory.close();
      const code = memory.session ? CloseCodes.Resuming : CloseCodes.Normal;
      await manager.destroy({ code, reason: 'Purser stops' });
    },
  };
}
