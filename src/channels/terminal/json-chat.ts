/** A chat for scripts: a message a line in, a JSON object a line out. */

import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Log } from '../../log.ts';
import type { Answered, Attachments, Receive } from '../channel.ts';
import { type InputLine, readInputLine } from './input-line.ts';

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
}

/** Lines that may be on their way at once: enough to keep the database busy, few enough to hold in memory. */
const MAX_IN_FLIGHT = 64;

/** Reads to the end of the input; resolves once every reply is written. */
export async function chatInJson(options: JsonChatOptions): Promise<void> {
  const { input, output, receive, stopwatch } = options;
  const keys = { run: options.run, byReference: new Map<string, string>() };
  const inFlight = new Set<Promise<void>>();
  const write = (reply: object) =>
    new Promise<void>((resolve, reject) => {
      output.write(`${JSON.stringify(reply)}\n`, (error) => (error ? reject(error) : resolve()));
    });

  let n = 0;
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    n += 1;
    const started = stopwatch();
    const line = readInputLine(text, n, keys);
    if (typeof line === 'string') {
      await write({ n, text: line, buttons: [], images: [], files: [], tools: [], model: null, ms: 0 });
      continue;
    }
    // In the inbox before the next line is read, so that lines keep their order.
    const { answered } = await receive(line.message);
    const done = answered
      .then(async (answer) => {
        await write(await toJson(line, answer, stopwatch() - started, options));
        await options.onSent(answer.turnId);
      })
      .finally(() => inFlight.delete(done));
    done.catch(() => {});
    inFlight.add(done);
    if (inFlight.size >= MAX_IN_FLIGHT) await Promise.race(inFlight);
  }
  await Promise.all(inFlight);
}

async function toJson(line: InputLine, { reply }: Answered, ms: number, options: JsonChatOptions): Promise<object> {
  const { attachments, log } = options;
  const { text, buttons, tools, model } = reply;
  const images = await Promise.all(
    reply.charts.map(async (chart) => {
      try {
        return [{ file: await attachments.saveChart(chart), alt: chart.alt }];
      } catch (error) {
        log.error({ err: error }, 'a chart could not be drawn');
        return [];
      }
    }),
  );
  const files = await Promise.all(reply.files.map((file) => attachments.saveFile(file)));
  return {
    n: line.n,
    ...(line.id === undefined ? {} : { id: line.id }),
    text,
    buttons,
    images: images.flat(),
    files,
    tools,
    model,
    ms: Math.round(ms * 10) / 10,
  };
}
