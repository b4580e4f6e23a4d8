/** A chat for scripts: a message a line in, a JSON object a line out. */

import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { ChartSpec } from '../../charts/chart-spec.ts';
import { plainReply } from '../../conversation/message.ts';
import type { Log } from '../../log.ts';
import type { Answered, Attachments, Receive } from '../channel.ts';
import { type InputLine, readInputLine } from './input-line.ts';
import type { Missed } from './missed.ts';
import * as sentences from './sentences.ts';
import { writeOut } from './write-out.ts';

export interface JsonChatOptions {
  readonly input: Readable;
  readonly output: Writable;
  readonly receive: Receive;
  /** Does what is due before a line is taken in, and gives what Purser has to say to its conversation first. */
  readonly unasked: (conversation: string) => Promise<readonly Missed[]>;
  /** Told once the reply has left. */
  readonly onSent: (turnId: string) => Promise<void>;
  readonly attachments: Attachments;
  /** Tells this run from all others. */
  readonly run: string;
  /** Milliseconds from any fixed point. */
  readonly stopwatch: () => number;
  readonly log: Log;
  /** Ends the chat; what was read is answered first. */
  readonly signal?: AbortSignal;
}

/** Lines that may be on their way at once: enough to keep the database busy, few enough to hold in memory. */
const MAX_IN_FLIGHT = 64;

/** Reads to the end of the input; resolves once every reply is written. */
export async function chatInJson(options: JsonChatOptions): Promise<void> {
  const { input, output, receive, stopwatch, signal, log } = options;
  const keys = { run: options.run, byReference: new Map<string, string>() };
  const inFlight = new Set<Promise<void>>();
  /** The latest line of each conversation once it is written, for replies leave in the order of the messages. */
  const latest = new Map<string, Promise<unknown>>();
  /** Why no more can be said: null while all is well. */
  let end: { readonly cause: unknown } | null = null;

  /** When each conversation was answered last. */
  const answeredAt = new Map<string, number>();

  /** Writes the reply and gives its turn, if it has left. */
  async function write(line: Line, reply: Promise<Sendable>, before?: Promise<unknown>): Promise<string | undefined> {
    const ready = await reply;
    // What waited for earlier lines of its conversation was not slow itself.
    const now = stopwatch();
    const began = Math.max(line.started, answeredAt.get(line.conversation) ?? 0);
    answeredAt.set(line.conversation, now);
    const json = await toJson(line, ready.reply, now - began, options);
    await before;
    if (await writeOut(output, `${JSON.stringify(json)}\n`)) return ready.turnId;
    end ??= { cause: null };
    return undefined;
  }

  /** What answers nothing, before the line at hand is answered. */
  async function writeFirst(conversation: string, found: readonly Missed[], before?: Promise<unknown>): Promise<void> {
    const chat = conversation.slice(conversation.indexOf(':') + 1);
    const drawn = await Promise.all(found.map(({ answered }) => attached(answered.reply, options)));
    await before;
    for (const [index, { answered, markShown }] of found.entries()) {
      const { text, buttons } = answered.reply;
      const json = { unasked: true, chat, text, buttons, ...drawn[index] };
      if (!(await writeOut(output, `${JSON.stringify(json)}\n`))) {
        end ??= { cause: null };
        return;
      }
      await markShown();
    }
  }

  function replyTo(n: number, { answered }: { answered: Promise<Answered> }): Promise<Sendable> {
    return answered.catch((error: unknown) => {
      log.error({ err: error, n }, 'a message has no answer');
      return { reply: plainReply(sentences.failed) };
    });
  }

  let n = 0;
  try {
    for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY, signal })) {
      if (signal?.aborted || end) break;
      n += 1;
      const line = readInputLine(text, n, keys);
      const { conversation, message } = line;
      const first = await options.unasked(conversation);
      const before = latest.get(conversation);
      const started = stopwatch();
      const reply =
        typeof message === 'string'
          ? Promise.resolve({ reply: plainReply(message) })
          : // In the inbox before the next line is read, so that lines keep their order.
            replyTo(n, await receive(message));
      const told = first.length > 0 ? writeFirst(conversation, first, before) : before;
      const written = write({ ...line, started }, reply, told);
      const done = written
        .then((turnId) => (turnId === undefined ? undefined : options.onSent(turnId)))
        .catch((cause: unknown) => {
          end ??= { cause };
        })
        .then(() => {
          inFlight.delete(done);
          if (latest.get(conversation) === written) latest.delete(conversation);
        });
      inFlight.add(done);
      latest.set(conversation, written);
      if (inFlight.size >= MAX_IN_FLIGHT) await Promise.race(inFlight);
    }
  } finally {
    await Promise.all(inFlight);
  }
  const { cause } = (end as { cause: unknown } | null) ?? { cause: null };
  if (cause !== null) throw cause;
}

type Line = Pick<InputLine, 'n' | 'id' | 'conversation'> & { readonly started: number };
type Sendable = Pick<Answered, 'reply'> & { readonly turnId?: string };

async function toJson(
  { n, id }: Line,
  reply: Answered['reply'],
  ms: number,
  options: JsonChatOptions,
): Promise<object> {
  const { text, buttons, tools, model } = reply;
  return {
    n,
    ...(id === undefined ? {} : { id }),
    text,
    buttons,
    ...(await attached(reply, options)),
    tools,
    model,
    ms: Math.round(ms * 10) / 10,
  };
}

/** Its pictures and files, saved. */
async function attached({ charts, files }: Answered['reply'], { attachments, log }: JsonChatOptions) {
  const drawn = async (chart: ChartSpec) => {
    try {
      return [{ file: await attachments.saveChart(chart), alt: chart.alt }];
    } catch (error) {
      log.error({ err: error }, 'a chart could not be drawn');
      return [];
    }
  };
  return {
    images: (await Promise.all(charts.map(drawn))).flat(),
    files: await Promise.all(files.map((file) => attachments.saveFile(file))),
  };
}
