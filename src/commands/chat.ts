/** `purser chat`: a chat in this terminal, or line by line for scripts. */

import { Temporal } from 'temporal-polyfill';
import { chatInJson } from '../channels/terminal/json-chat.ts';
import { type Config, readConfig } from '../config.ts';
import { InputError } from '../errors.ts';
import { newId } from '../id.ts';
import { createLog } from '../log.ts';
import { markReplySent } from '../store/outbox.ts';
import { createClock, openHouse } from './open-house.ts';

export interface ChatOptions {
  readonly json?: boolean;
  readonly db?: string;
  readonly now?: string;
  readonly currency?: string;
  readonly timezone?: string;
  readonly language?: string;
}

export async function chat(options: ChatOptions): Promise<void> {
  const config = configFor(options);
  const clock = createClock(options.now === undefined ? undefined : readInstant(options.now, config));
  const log = createLog(config.logLevel);
  const open = await openHouse(config, { clock, log });
  try {
    const recovered = open.inbox.recover();
    await chatInJson({
      input: process.stdin,
      output: process.stdout,
      receive: open.inbox.receive,
      onSent: (turnId) => markReplySent(open.house.database.client, turnId, new Date(clock.now().epochMilliseconds)),
      attachments: open.attachments,
      run: newId(),
      stopwatch: clock.leaseTime,
      log,
    });
    await recovered;
  } finally {
    await open.close();
  }
}

/** The settings, with the command line's in front. */
export function configFor(options: Omit<ChatOptions, 'json' | 'now'>): Config {
  return readConfig({
    DATABASE_URL: options.db,
    PURSER_CURRENCY: options.currency?.toUpperCase(),
    PURSER_TIMEZONE: options.timezone,
    PURSER_LANGUAGE: options.language,
  });
}

/** ISO 8601; without an offset it is local to the time zone of the settings. */
export function readInstant(text: string, config: Config): Temporal.Instant {
  try {
    return /(Z|[+-]\d{2}:?\d{2})$/.test(text)
      ? Temporal.Instant.from(text)
      : Temporal.PlainDateTime.from(text).toZonedDateTime(config.defaults.timezone).toInstant();
  } catch {
    throw new InputError(`--now ${text} is not a time.`, 'Write it like 2026-11-21T12:00:00Z.');
  }
}
