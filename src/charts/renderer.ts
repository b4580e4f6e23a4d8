/** Draws charts in a thread of this process, so that the event loop stays free for the chats. */

import { Worker } from 'node:worker_threads';
import { PlatformError } from '../errors.ts';
import type { ChartRenderer, ChartSpec } from './chart-spec.ts';
import { checkSpec } from './check-spec.ts';
import type { DrawingAnswer } from './worker.ts';

interface RendererOptions {
  /** Milliseconds for one chart, start of the thread included, before the thread is ended. */
  readonly timeoutMs?: number;
  /** The module that draws; tests put a faulty one here. */
  readonly workerUrl?: URL;
}

interface Job {
  readonly spec: ChartSpec;
  resolve(png: Uint8Array): void;
  reject(error: Error): void;
}

/**
 * A renderer with one worker thread, started with the first chart. The thread has one chart at a time, so when it
 * dies or takes too long, that chart alone is rejected with a PlatformError and a new thread draws the others. An idle
 * thread keeps no process alive. After `close()` every chart is rejected.
 */
export function createChartRenderer(options: RendererOptions = {}): ChartRenderer {
  const { timeoutMs = 20_000, workerUrl = new URL('./worker.ts', import.meta.url) } = options;
  const queue: Job[] = [];
  let current: Job | undefined;
  let worker: Worker | undefined;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  function startNext(): void {
    if (current || closed) return;
    current = queue.shift();
    if (!current) return;
    worker ??= startWorker();
    const busy = worker;
    timer = setTimeout(() => {
      fail(new PlatformError(`The chart was not drawn within ${timeoutMs} ms.`));
      // Its exit starts the next chart on a new thread.
      void busy.terminate();
    }, timeoutMs);
    worker.postMessage(current.spec);
  }

  function startWorker(): Worker {
    // Flags that the process was started with (such as --input-type) may be meaningless to a module of its own.
    const started = new Worker(workerUrl, { name: 'charts', execArgv: [] });
    let cause: unknown;
    started.on('error', (error) => {
      cause = error;
    });
    started.on('message', (answer: DrawingAnswer) => {
      const job = finish();
      if ('png' in answer) job?.resolve(answer.png);
      else job?.reject(new Error(`The chart could not be drawn: ${answer.error}`));
      startNext();
    });
    started.on('exit', (code) => {
      if (worker === started) worker = undefined;
      fail(new PlatformError(`The thread that draws charts ended with code ${code}.`, { cause }));
      startNext();
    });
    // The timer of the chart under way keeps the process alive; the thread never does. Listening undoes an earlier unref.
    started.unref();
    return started;
  }

  function finish(): Job | undefined {
    clearTimeout(timer);
    const job = current;
    current = undefined;
    return job;
  }

  function fail(error: Error): void {
    finish()?.reject(error);
  }

  return {
    async render(spec) {
      checkSpec(spec);
      if (closed) throw new PlatformError('The chart renderer is closed.');
      return new Promise((resolve, reject) => {
        queue.push({ spec, resolve, reject });
        startNext();
      });
    },
    async close() {
      closed = true;
      const error = new PlatformError('The chart renderer was closed.');
      fail(error);
      for (const job of queue.splice(0)) job.reject(error);
      await worker?.terminate();
    },
  };
}
