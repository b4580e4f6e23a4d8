/** A chat for scripts: a message a line in, a JSON object a line out. */

import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { ChartSpec } from '../../charts/chart-spec.ts';
import { plainReply } from '../../conversation/message.ts';
import type { Log } from '../../log.ts';
import type { Answered, Attachments, Receive } from '../channel.ts';
import { type InputLine, readInputLine } from './input-line.ts';
import * as sentences from './sentences.ts';
import { writeOut } from './write-out.ts';

export interface JsonChatOptions {
  readonly input: Readable;
  readonly output: Writable;
  readonly receive: Receive;
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
  /** The latest line of each conversation, for replies leave in the order of the messages. */
  const latest = new Map<string, Promise<void>>();
  /** Why no more can be said: the reader is gone, or something broke. */
  let end: { readonly failure?: unknown } | null = null;

  /** Writes the reply; never rejects. */
  async function send(line: Line, reply: Promise<Sendable>, before?: Promise<void>): Promise<void> {
    try {
      const ready = await reply;
      const json = await toJson(line, ready.reply, stopwatch() - line.started, options);
      await before;
      if (!(await writeOut(output, `${JSON.stringify(json)}\n`))) end ??= {};
      else if (ready.turnId !== undefined) await options.onSent(ready.turnId);
    } catch (failure) {
      end ??= { failure };
    }
  }

  let n = 0;
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY, signal })) {
    if (signal?.aborted || end) break;
    n += 1;
    const started = stopwatch();
    const line = readInputLine(text, n, keys);
    if (typeof line === 'string') {
      await send({ n, started }, Promise.resolve({ reply: plainReply(line) }));
      continue;
    }
    const { conversation } = line.message;
    // In the inbox before the next line is read, so that lines keep their order.
    const received = await receive(line.message);
    const reply = received.answered.catch((error: unknown): Sendable => {
      log.error({ err: error, n }, 'a message has no answer');
      return { reply: plainReply(sentences.failed) };
    });
    const done = send({ ...line, started }, reply, latest.get(conversation)).then(() => {
      inFlight.delete(done);
      if (latest.get(conversation) === done) latest.delete(conversation);
    });
    inFlight.add(done);
    latest.set(conversation, done);
    if (inFlight.size >= MAX_IN_FLIGHT) await Promise.race(inFlight);
  }
  await Promise.all(inFlight);
  if (end && 'failure' in (end as object)) throw (end as { failure: unknown }).failure;
}

type Line = Pick<InputLine, 'n' | 'id'> & { readonly started: number };
type Sendable = Pick<Answered, 'reply'> & { readonly turnId?: string };

async function toJson(
  { n, id }: Line,
  { text, buttons, charts, files, tools, model }: Answered['reply'],
  ms: number,
  { attachments, log }: JsonChatOptions,
): Promise<object> {
  const drawn = async (chart: ChartSpec) => {
    try {
      return [{ file: await attachments.saveChart(chart), alt: chart.alt }];
    } catch (error) {
      log.error({ err: error }, 'a chart could not be drawn');
      return [];
    }
  };
  return {
    n,
    ...(id === undefined ? {} : { id }),
    text,
    buttons,
    images: (await Promise.all(charts.map(drawn))).flat(),
    files: await Promise.all(files.map((file) => attachments.saveFile(file))),
    tools,
    model,
    ms: Math.round(ms * 10) / 10,
  };
}
