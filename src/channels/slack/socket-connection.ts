/**
 * Socket Mode, kept open. The SDK's own reconnecting can end the process with a rejection that nobody handles, or give
 * up unseen; so each of its receivers lives for one connection here, and this loop opens the next.
 */

import { setTimeout as sleep } from 'node:timers/promises';
import { type App, type Logger, SocketModeReceiver } from '@slack/bolt';
import { PlatformError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { Handle } from './acknowledge.ts';
import { breakOf, missingScopes } from './failures.ts';
import type { SlackTiming } from './slack-settings.ts';

export interface SocketOptions {
  readonly appToken: string;
  readonly apiUrl?: string;
  readonly boltLog: Logger;
  readonly log: Log;
  readonly timing: SlackTiming;
  handle(): Handle | null;
  onBroken(why: PlatformError): void;
}

export interface SocketConnection {
  /** Resolves once the first connection stands. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

export function createSocketConnection(options: SocketOptions): SocketConnection {
  const { log, timing } = options;
  const stopping = new AbortController();
  // One listener for all connections to come.
  const stopped = new Promise<void>((resolve) => stopping.signal.addEventListener('abort', () => resolve()));
  let loop: Promise<void> = Promise.resolve();

  /** Opens one connection; `ended` resolves when it is over. */
  async function connect(): Promise<{ ended: Promise<void>; close(): Promise<void> }> {
    const over = new AbortController();
    const signal = AbortSignal.any([stopping.signal, over.signal]);
    const receiver = new SocketModeReceiver({
      appToken: options.appToken,
      logger: options.boltLog,
      clientPingTimeout: timing.pong,
      autoReconnectEnabled: false,
      installerOptions: {
        // Of its own, for the SDK writes into it. One try: the loop decides when to try again.
        clientOptions: {
          ...(options.apiUrl ? { slackApiUrl: options.apiUrl } : {}),
          retryConfig: { retries: 0 },
          fetch: (url, init) => fetch(url, { ...init, signal }),
        },
      },
    });
    receiver.init({ processEvent: take } as unknown as App);
    const ended = new Promise<void>((resolve) => receiver.client.once('disconnected', () => resolve()));
    const started = receiver.start();
    const close = async (): Promise<void> => {
      over.abort();
      await receiver.stop();
      // Should the connection still come about, or fail, when nobody waits for it any more.
      started.then(
        () => receiver.stop(),
        () => {},
      );
    };
    try {
      await withTimeout(Promise.race([started, stopped]), timing.connect);
    } catch (error) {
      await close();
      throw error;
    }
    return { ended, close };
  }

  async function take(event: Parameters<App['processEvent']>[0]): Promise<void> {
    const handled = (await options.handle()?.(event)) ?? 'late';
    // What is not done is not acknowledged, and Slack sends it again.
    if (handled === 'done' || handled === 'malformed') await event.ack();
  }

  async function stayConnected(first: Awaited<ReturnType<typeof connect>>): Promise<void> {
    let connection: typeof first | null = first;
    let failures = 0;
    while (!stopping.signal.aborted) {
      if (connection) {
        const hasLasted = AbortSignal.timeout(timing.connect);
        await Promise.race([connection.ended, stopped]);
        await connection.close();
        connection = null;
        // Slack may take a connection and drop it at once, again and again.
        failures = hasLasted.aborted ? 0 : failures + 1;
        continue;
      }
      const pause = timing.reconnectPauses[Math.min(failures, timing.reconnectPauses.length - 1)] ?? 0;
      await sleep(pause, undefined, { signal: stopping.signal }).catch(() => {});
      if (stopping.signal.aborted) return;
      try {
        connection = await connect();
      } catch (error) {
        failures += 1;
        const why = appTokenBreak(error);
        if (why) return options.onBroken(why);
        log.warn({ err: asError(error), failures }, 'no connection to Slack');
      }
    }
    await connection?.close();
  }

  return {
    async start() {
      try {
        const first = await connect();
        loop = stayConnected(first);
      } catch (error) {
        throw appTokenBreak(error) ?? new PlatformError(`Slack opens no socket: ${asError(error).message}`);
      }
    },
    async stop() {
      stopping.abort();
      await loop;
    },
  };
}

function appTokenBreak(error: unknown): PlatformError | null {
  const why = breakOf(error);
  if (!why) return null;
  if (/lacks/.test(why.message)) return missingScopes(['connections:write (on the app-level token)']);
  return new PlatformError(
    'Slack does not take the app token: create one with connections:write under "Basic Information", "App-Level Tokens", and set SLACK_APP_TOKEN (xapp-…) to it.',
  );
}

/** The SDK rejects with nothing where a handshake was cut off. */
function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error('the connection was cut off');
}

async function withTimeout<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('Slack did not say hello in time')), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
