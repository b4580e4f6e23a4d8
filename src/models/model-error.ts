/** Why a connected model gave no usable answer. Its sentences are fixed: no key, address or message text gets into them. */

import { PlatformError } from '../errors.ts';
import type { TokenUsage } from './model.ts';

export type ModelFault =
  | 'timeout'
  | 'unreachable'
  | 'busy'
  | 'no-quota'
  | 'key-refused'
  | 'unknown-model'
  | 'rejected'
  | 'server-failed'
  | 'nonsense'
  | 'cut-short'
  | 'withheld';

const sentences: Record<ModelFault, string> = {
  timeout: 'The language model did not answer in time.',
  unreachable: "The language model's server can't be reached.",
  busy: "The language model's server is busy.",
  'no-quota': 'The account of the language model has no quota left.',
  'key-refused': "The language model's server refused the API key.",
  'unknown-model': "The language model's server knows no such model or address.",
  rejected: "The language model's server refused the request.",
  'server-failed': "The language model's server failed.",
  nonsense: 'The language model answered with something unusable.',
  'cut-short': 'The answer of the language model was cut off at its length limit.',
  withheld: 'The language model withheld its answer.',
};

/** Asking again soon may help with these; with the others the same request meets the same fate. */
const passing: ReadonlySet<ModelFault> = new Set(['timeout', 'unreachable', 'busy', 'server-failed', 'nonsense']);

export class ModelError extends PlatformError {
  readonly fault: ModelFault;
  readonly status: number | null;
  /** What the server asked us to wait, in milliseconds; Infinity when it gave a time that can't be read. */
  readonly retryAfterMs: number | null;
  /** What the answers that were thrown away used; they cost as much as good ones. */
  readonly usage: TokenUsage | null;

  constructor(
    fault: ModelFault,
    details: { status?: number; code?: string; retryAfterMs?: number | null; usage?: TokenUsage | null } = {},
  ) {
    const facts = [details.status, details.code].filter((fact) => fact !== undefined);
    super(sentences[fault] + (facts.length > 0 ? ` (${facts.join(', ')})` : ''));
    this.name = 'ModelError';
    this.fault = fault;
    this.status = details.status ?? null;
    this.retryAfterMs = details.retryAfterMs ?? null;
    this.usage = details.usage ?? null;
  }

  get mayPass(): boolean {
    return passing.has(this.fault);
  }

  /** The same error with what the whole answer used so far. */
  withUsage(usage: TokenUsage | null): ModelError {
    return Object.assign(new ModelError(this.fault), this, { message: this.message, usage });
  }
}

/**
 * Reads what LangChain or the SDK threw. Their messages quote keys, addresses and bodies, so that only the status
 * and a well-formed error code are taken over, and the thrown error is not kept as a cause.
 */
export function readFault(error: unknown): ModelError {
  if (error instanceof ModelError) return error;
  const { name, status, code, headers, error: body } = (error ?? {}) as Record<string, unknown>;
  // LangChain's own names, for what it takes the status away from.
  if (name === 'TimeoutError') return new ModelError('timeout');
  if (name === 'ContextOverflowError') return new ModelError('rejected', { code: 'context_length_exceeded' });
  const plainCode = typeof code === 'string' && /^[a-z][a-z_]{0,47}$/.test(code) ? code : undefined;
  if (typeof status !== 'number') {
    if (isNetworkFault(error)) return new ModelError('unreachable');
    // An error event in the middle of a stream has a body and no status.
    if (typeof body === 'object' && body !== null) return new ModelError('server-failed', { code: plainCode });
    return new ModelError('nonsense');
  }
  const details = { status, code: plainCode, retryAfterMs: headers instanceof Headers ? retryAfterMs(headers) : null };
  if (plainCode === 'insufficient_quota' || status === 402) return new ModelError('no-quota', details);
  if (status === 401 || status === 403) return new ModelError('key-refused', details);
  if (status === 404) return new ModelError('unknown-model', details);
  if (status === 408) return new ModelError('timeout', details);
  if (status === 409 || status === 429) return new ModelError('busy', details);
  return new ModelError(status >= 500 ? 'server-failed' : 'rejected', details);
}

/** Milliseconds from Retry-After (seconds, or a date counted from the server's own Date); null when there is none. */
function retryAfterMs(headers: Headers): number | null {
  const milliseconds = headers.get('retry-after-ms');
  if (milliseconds !== null && /^\d{1,9}(\.\d+)?$/.test(milliseconds)) return Number(milliseconds);
  const after = headers.get('retry-after');
  if (after === null) return null;
  if (/^\d{1,9}(\.\d+)?$/.test(after)) return Number(after) * 1000;
  const wait = Date.parse(after) - Date.parse(headers.get('date') ?? '');
  return Number.isNaN(wait) ? Number.POSITIVE_INFINITY : Math.max(0, wait);
}

/** undici reports a broken connection as a TypeError, with the reason's code somewhere down its chain of causes. */
function isNetworkFault(error: unknown): boolean {
  for (let link = error, depth = 0; link instanceof Error && depth < 5; link = link.cause, depth += 1) {
    if (/^(terminated|fetch failed|Connection error\.?|Premature close)$/.test(link.message)) return true;
    if ('code' in link && /^(E[A-Z_]+|UND_ERR_[A-Z_]+)$/.test(String(link.code))) return true;
  }
  return false;
}
