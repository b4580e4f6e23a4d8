/**
 * A model without latency in a process of its own: `node test/support/zero-latency-model.ts --port 0` prints its
 * address. It records what a message such as "coffee 3.50" says, then quotes what the tool said.
 */

import { parseArgs } from 'node:util';
import type { WireMessage, WireRequest } from './request-rules.ts';
import { type ScriptedAnswer, startScriptedModel, toolResult } from './scripted-model.ts';

/** "coffee 3.50" → one record_entries call; a tool's result → its own sentence; anything else → a plain text. */
export function keepBooks(messages: readonly WireMessage[], request: WireRequest): ScriptedAnswer {
  const result = toolResult(messages);
  if (result) return { text: String(result.said ?? result.error) };
  const last = messages.at(-1)?.content;
  const match = /^\s*(\S.*?)\s+(\d+(?:\.\d+)?)\s*$/.exec(typeof last === 'string' ? last : '');
  if (!match) return { text: 'Tell me what you spent, like "coffee 3.50".' };
  const entry = { kind: 'expense', amount: match[2], note: match[1] };
  return { toolCalls: [{ name: 'record_entries', args: { entries: [{ ...unset(request), ...entry }] } }] };
}

/** A null for each argument of an entry, as a strict schema makes a model write. */
function unset(request: WireRequest): Record<string, null> {
  const tool = request.tools?.find((candidate) => candidate.function.name === 'record_entries');
  const properties = tool?.function.parameters.properties as
    | { entries?: { items?: { properties?: Record<string, unknown> } } }
    | undefined;
  const names = Object.keys(properties?.entries?.items?.properties ?? {});
  return Object.fromEntries(names.map((name) => [name, null]));
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { port: { type: 'string', default: '0' } } });
  const server = await startScriptedModel(keepBooks, Number(values.port));
  process.stdout.write(`${server.url}\n`);
}
