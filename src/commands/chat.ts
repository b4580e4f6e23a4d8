/** `purser chat`: a chat in this terminal, or line by line for scripts. */

import { Temporal } from 'temporal-polyfill';
import type { Listeners } from '../channels/terminal/interactive.ts';
import { terminalConversation } from '../channels/terminal/typed-chat.ts';
import { type Config, readConfig } from '../config.ts';
import { preferencesOf } from '../domain/preferences.ts';
import { InputError } from '../errors.ts';
import { newId } from '../id.ts';
import { createLog } from '../log.ts';
import { findPerson } from '../store/people.ts';
import { createDueWork } from './due-work.ts';
import { watchForReplies } from './earlier-replies.ts';
import { createMailPost } from './mail-post.ts';
import { createClock, type OpenHouse, openHouse } from './open-house.ts';
import { isUnasked, openPostBox } from './post-box.ts';
import { createSentMarks } from './sent-marks.ts';
import { stopOnSignals } from './stopping.ts';
import { createTerminalLog } from './terminal-log.ts';

export interface ChatOptions {
  readonly json?: boolean;
  readonly db?: string;
  readonly now?: string;
  readonly user?: string;
  readonly currency?: string;
  readonly timezone?: string;
  readonly language?: string;
}

/** Who writes where nobody says a name. */
export const TERMINAL_USER = 'you';

/** Chats until the input ends or somebody leaves. Throws an InputError for a wrong setting. */
export async function chat(options: ChatOptions): Promise<void> {
  const config = configFor(options);
  const clock = createClock(options.now === undefined ? undefined : readInstant(options.now, config));
  const isInteractive = !options.json && isAtTerminal();
  let told: Listeners | null = null;
  const log = isInteractive
    ? createTerminalLog(config.logLevel, (text) =>
        told ? told.onNotice(text) : void process.stderr.write(`${text}\n`),
      )
    : createLog(config.logLevel);
  const stopping = stopOnSignals();
  const open = await openHouse(config, { clock, log, onProgress: (_conversation, tool) => told?.onTool(tool) });
  const dueWork = createDueWork(open, { clock, log });
  const mailPost = createMailPost(open, config, { clock, log });
  const runsDueWork = config.roles.includes('scheduler');
  try {
    const postBox = openPostBox(open.house.database, { clock, log });
    const markSent = createSentMarks(open.house.database, {
      now: () => new Date(clock.now().epochMilliseconds),
      log,
    });
    const sender = options.user ?? TERMINAL_USER;
    const streams = { input: process.stdin, output: process.stdout, signal: stopping.signal };
    const common = { receive: open.inbox.receive, attachments: open.attachments, run: newId(), log, ...streams };
    if (isInteractive) {
      const { chatInteractively } = await import('../channels/terminal/interactive.ts');
      const conversation = terminalConversation(sender);
      // Looked up before anything is taken up again, so that no reply is told twice.
      const missed = await postBox.take(conversation);
      let stopLooking = () => {};
      await chatInteractively({
        ...common,
        ...{ sender, onShown: markSent },
        missed,
        facts: await factsFor(open, config, sender),
        listen(listeners) {
          told = listeners;
          // The prompt is there by now, so nobody waits for this.
          if (runsDueWork) void dueWork.start();
          mailPost.start().catch((error) => log.warn({ err: error }, 'no mail is sent'));
          stopLooking = watchForReplies({ inbox: open.inbox, postBox, log }, conversation, listeners.onLate);
        },
      }).finally(() => stopLooking());
      return;
    }
    const recovered = open.inbox.recover();
    recovered.catch(() => {});
    const unasked = async (conversation: string) => {
      if (runsDueWork) await dueWork.run();
      return (await postBox.take(conversation, isUnasked)).replies;
    };
    if (options.json) {
      const { chatInJson } = await import('../channels/terminal/json-chat.ts');
      await chatInJson({ ...common, unasked, onSent: markSent, stopwatch: clock.leaseTime });
    } else {
      const { chatInLines } = await import('../channels/terminal/plain-chat.ts');
      await chatInLines({ ...common, unasked, sender, onShown: markSent });
    }
    await recovered;
  } finally {
    await dueWork.stop();
    await mailPost.stop();
    await open.close();
    stopping.release();
  }
}

/** Whether a person sits at both ends. */
export function isAtTerminal(): boolean {
  return Boolean(process.stdin.isTTY && process.stdout.isTTY);
}

/** What the greeting tells: the settings that count for this person. */
async function factsFor({ house }: OpenHouse, config: Config, sender: string) {
  const person = await findPerson(house.database.client, 'terminal', sender);
  const { currency, timezone } = person ? preferencesOf(person, config.defaults) : config.defaults;
  return { model: config.model?.name ?? null, currency, timezone };
}

/** The settings, with the command line's in front. */
export function configFor(options: Omit<ChatOptions, 'json' | 'now'>): Config {
  try {
    return readConfig({
      DATABASE_URL: options.db,
      PURSER_CURRENCY: options.currency?.toUpperCase(),
      PURSER_TIMEZONE: options.timezone,
      PURSER_LANGUAGE: options.language,
    });
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(namingOptions(error.message, options), error.hint);
  }
}

/** A wrong option is called by the name it was given. */
function namingOptions(message: string, options: Omit<ChatOptions, 'json' | 'now'>): string {
  const given = [
    ['DATABASE_URL', '--db', options.db],
    ['PURSER_CURRENCY', '--currency', options.currency],
    ['PURSER_TIMEZONE', '--timezone', options.timezone],
    ['PURSER_LANGUAGE', '--language', options.language],
  ] as const;
  const wrong = given.find(([name, , value]) => value !== undefined && message.includes(`setting ${name} `));
  return wrong ? message.replace(`setting ${wrong[0]}`, `option ${wrong[1]}`) : message;
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
