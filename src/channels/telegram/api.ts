/** Calls of the Bot API. Whatever fails is a CallFailed without the token in it. */

import { Agent } from 'node:https';
import { Telegram } from 'telegraf';
import { InputError } from '../../errors.ts';
import { CallFailed, callFailed, refused } from './failures.ts';

/** What is sent along with a call as a file. */
export interface Upload {
  /** The parameter that takes it. */
  readonly field: 'photo' | 'document';
  readonly name: string;
  readonly type: string;
  readonly content: Uint8Array;
}

export interface Api {
  call<T>(method: string, fields: object, options?: CallOptions): Promise<T>;
  upload<T>(method: string, fields: Readonly<Record<string, unknown>>, upload: Upload): Promise<T>;
}

interface CallOptions {
  readonly signal?: AbortSignal;
  readonly timeout?: number;
}

const HOME = 'https://api.telegram.org';
/** Idle connections are closed before Telegram does it: a call on one that is just closing would be lost unseen. */
const IDLE = 4_000;

export function createApi({
  token,
  apiRoot = HOME,
  timeout,
}: {
  token: string;
  apiRoot?: string;
  timeout: number;
}): Api {
  // Telegraf drops a path without a word.
  if (new URL(apiRoot).pathname !== '/') {
    throw new InputError(`TELEGRAM_API_ROOT is an origin such as ${HOME}, without a path.`);
  }
  const client = new Telegram(token, {
    apiRoot,
    agent: new Agent({ keepAlive: true, timeout: IDLE }),
    // Calls never travel in a webhook's response, where nobody says whether they worked.
    webhookReply: false,
  });

  return {
    async call<T>(method: string, fields: object, options: CallOptions = {}): Promise<T> {
      const late = AbortSignal.timeout(options.timeout ?? timeout);
      const signal = options.signal ? AbortSignal.any([options.signal, late]) : late;
      try {
        return (await client.callApi(method as 'getMe', fields as never, { signal: signal as never })) as T;
      } catch (error) {
        throw callFailed(method, error);
      }
    },
    // Telegraf's own uploads lose reply_parameters, and never end on Node 26.
    async upload<T>(method: string, fields: Readonly<Record<string, unknown>>, upload: Upload): Promise<T> {
      try {
        const form = new FormData();
        for (const [name, value] of Object.entries(fields)) {
          if (value !== undefined) form.set(name, typeof value === 'object' ? JSON.stringify(value) : String(value));
        }
        form.set(upload.field, new Blob([Buffer.from(upload.content)], { type: upload.type }), upload.name);
        const response = await fetch(new URL(`/bot${token}/${method}`, apiRoot), {
          method: 'POST',
          body: form,
          signal: AbortSignal.timeout(timeout),
        });
        const answer = readAnswer(await response.text());
        if (answer?.ok) return answer.result as T;
        if (answer) throw refused(method, answer);
        throw response.status >= 500
          ? refused(method, { error_code: response.status, description: response.statusText })
          : new CallFailed(`${method} was not answered by Telegram: status ${response.status}`);
      } catch (error) {
        throw callFailed(method, error);
      }
    },
  };
}

type Answer =
  | { readonly ok: true; readonly result: unknown }
  | ({ readonly ok: false } & Parameters<typeof refused>[1]);

/** Null for what is not Telegram's: a page of something in between. */
function readAnswer(text: string): Answer | null {
  try {
    const answer = JSON.parse(text) as Answer | null;
    return typeof answer === 'object' && answer !== null && 'ok' in answer ? answer : null;
  } catch {
    return null;
  }
}
