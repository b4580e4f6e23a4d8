/** Checks what came off the wire and turns it into an answer that the conversation can trust in form. */

import type { ModelAnswer, ModelMessage, TokenUsage, ToolCall } from './model.ts';
import { ModelError } from './model-error.ts';

/** One completion as it came, before anything about it is believed. */
export interface RawAnswer {
  readonly text: string;
  readonly calls: readonly RawCall[];
  /** Chat completions: "stop", "tool_calls", "length", …; responses: "completed", "incomplete"; null when not given. */
  readonly finish: string | null;
  /** False when a stream ended without saying so. */
  readonly whole: boolean;
  readonly usage: TokenUsage;
}

export interface RawCall {
  readonly id?: string;
  readonly name?: string;
  /** Parsed JSON, or the text that could not be parsed. */
  readonly args?: unknown;
}

/**
 * The answer, with call ids unique among `messages` and nulls left out of arguments. Throws a ModelError for a cut,
 * withheld, empty or malformed one; a call of an unknown tool is let through, since the conversation answers it.
 */
export function readAnswer(raw: RawAnswer, messages: readonly ModelMessage[]): ModelAnswer {
  // Arguments or figures may be missing from a cut answer even where it still parses.
  if (raw.finish === 'length' || raw.finish === 'incomplete') throw new ModelError('cut-short');
  if (raw.finish === 'content_filter') throw new ModelError('withheld');
  if (!raw.whole) throw new ModelError('unreachable');
  const text = raw.text.trim();
  if (raw.calls.length === 0 && (text === '' || raw.finish === 'tool_calls')) throw new ModelError('nonsense');

  const used = new Set(
    messages.flatMap((message) => (message.role === 'assistant' ? message.toolCalls : [])).map(({ id }) => id),
  );
  const toolCalls = raw.calls.map((call): ToolCall => {
    const args = readArguments(call.args);
    if (!call.name || !args) throw new ModelError('nonsense');
    const id = uniqueId(call.id, used);
    used.add(id);
    return { id, name: call.name, args };
  });
  return { text, toolCalls, usage: raw.usage };
}

/** Keeps the server's id where it is one; some servers send none, the same in each answer, or one too long for others. */
function uniqueId(id: string | undefined, used: ReadonlySet<string>): string {
  if (id && /^[\w-]{1,40}$/.test(id) && !used.has(id)) return id;
  let number = used.size + 1;
  while (used.has(`call_${number}`)) number += 1;
  return `call_${number}`;
}

function readArguments(args: unknown): Record<string, unknown> | null {
  // Calls of tools without arguments come with an empty text from some servers.
  if (args === undefined || args === null || (typeof args === 'string' && args.trim() === '')) return {};
  if (typeof args !== 'object' || Array.isArray(args)) return null;
  return withoutNulls(args) as Record<string, unknown>;
}

/** Strict schemas make the model write null for what it leaves out; to a tool that is an unset argument. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((item) => item !== null).map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([, item]) => item !== null);
  return Object.fromEntries(kept.map(([key, item]) => [key, withoutNulls(item)]));
}
