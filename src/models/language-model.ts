/**
 * A language model behind any OpenAI-compatible server.
 *
 * On LangChain's chat model, with the loop over tools left to the conversation, and not on createAgent: the
 * conversation commits each answer and each tool result to its own database before it goes on, which is how a killed
 * process takes a turn up without logging the same coffee twice. createAgent runs the tools itself, and its
 * checkpointer would be a second truth beside that database. It also costs 6 to 13 ms of CPU a turn (measured).
 *
 * Answers are fetched whole: text goes out only once its figures are checked, so that a stream shows nobody anything
 * sooner. `stream` is for servers so slow that silence, and not duration, is the sign of a fault.
 */

import { setTimeout as sleep } from 'node:timers/promises';
import { type Complete, openServer } from './completion.ts';
import type { Model, ModelAnswer, ModelRequest, TokenUsage } from './model.ts';
import { ModelError, type ModelFault, readFault } from './model-error.ts';
import { readAnswer } from './read-answer.ts';

export interface LanguageModelOptions {
  readonly apiKey: string;
  /** Where the server's /chat/completions is; OpenAI's own when it is left out. */
  readonly baseUrl?: string | null;
  /** The provider's name of the model. */
  readonly model: string;
  /** How long one try may take, in milliseconds; with `stream`, how long it may be silent. */
  readonly timeoutMs: number;
  /** Tries after the first. */
  readonly maxRetries: number;
  readonly stream?: boolean;
  /** The pause before the first retry, in milliseconds; it doubles with each. */
  readonly backoffMs?: number;
  /** The longest pause, in milliseconds. A server that asks for more is given up at once: a person is waiting. */
  readonly maxWaitMs?: number;
  /** Told before each retry. */
  readonly onProgress?: (progress: ModelProgress) => void;
}

export interface ModelProgress {
  readonly retry: number;
  readonly after: ModelFault;
  readonly waitMs: number;
}

/**
 * Its answers throw a {@link ModelError} when there is none after the retries, and the signal's own reason when the
 * caller aborts. An answer takes at most (1 + maxRetries) × timeoutMs and the pauses between.
 */
export function createLanguageModel(options: LanguageModelOptions): Model {
  const { model, timeoutMs, maxRetries, stream = false, backoffMs = 500, maxWaitMs = 10_000 } = options;
  const baseUrl = options.baseUrl ?? 'https://api.openai.com/v1';
  let server: Promise<Complete> | undefined;

  function connect(): Promise<Complete> {
    server ??= openServer({ apiKey: options.apiKey, baseUrl, model, timeoutMs, stream });
    return server;
  }

  async function tryOnce(request: ModelRequest, spent: Spent): Promise<ModelAnswer> {
    const complete = await connect();
    const patience = new AbortController();
    const signal = request.signal ? AbortSignal.any([request.signal, patience.signal]) : patience.signal;
    // Outside of the try: what it throws at once is a bug in a prompt, and not the server's fault.
    const completion = complete(request, signal, () => timer.refresh());
    const timer = setTimeout(() => patience.abort(), timeoutMs);
    try {
      // The race is for whatever does not heed the signal: the SDK's own timeout ends with the headers of a stream.
      const raw = await Promise.race([completion, rejectOnAbort(signal)]);
      spent.add(raw.usage);
      return readAnswer(raw, request.messages);
    } catch (error) {
      request.signal?.throwIfAborted();
      throw patience.signal.aborted ? new ModelError('timeout') : readFault(error);
    } finally {
      clearTimeout(timer);
    }
  }

  async function answer(request: ModelRequest): Promise<ModelAnswer> {
    const spent = new Spent();
    let reasked = false;
    for (let retry = 0; ; retry += 1) {
      request.signal?.throwIfAborted();
      try {
        const answer = await tryOnce(request, spent);
        return { ...answer, usage: spent.total };
      } catch (error) {
        if (!(error instanceof ModelError)) throw error;
        const waitMs = error.fault === 'nonsense' ? 0 : (error.retryAfterMs ?? backoffMs * 2 ** retry);
        // Nonsense is asked about once more, whatever the retries: it is the model's slip, not the server's.
        const again =
          error.fault === 'nonsense' ? !reasked : error.mayPass && retry < maxRetries && waitMs <= maxWaitMs;
        if (!again) throw error.withUsage(spent.any ? spent.total : null);
        reasked ||= error.fault === 'nonsense';
        options.onProgress?.({ retry: retry + 1, after: error.fault, waitMs });
        if (waitMs > 0) await sleep(waitMs, undefined, { signal: request.signal }).catch(() => undefined);
      }
    }
  }

  return {
    name: model,
    answer,
    async warmUp() {
      await connect();
    },
  };
}

/** The tokens of all tries of one answer. */
class Spent {
  total: TokenUsage = { inputTokens: 0, cachedInputTokens: 0, outputTokens: 0 };
  any = false;

  add(usage: TokenUsage): void {
    this.any = true;
    this.total = {
      inputTokens: this.total.inputTokens + usage.inputTokens,
      cachedInputTokens: this.total.cachedInputTokens + usage.cachedInputTokens,
      outputTokens: this.total.outputTokens + usage.outputTokens,
    };
  }
}

function rejectOnAbort(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
