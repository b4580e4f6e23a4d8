/** A model that says what a test tells it to, over the wire: for whole turns, and for measuring what is not the model. */

import type { ServerResponse } from 'node:http';
import {
  completion,
  json,
  openStream,
  type RawModelServer,
  startRawModelServer,
  wireCall,
} from './raw-model-server.ts';
import type { WireMessage, WireRequest } from './request-rules.ts';

export interface ScriptedAnswer {
  readonly text?: string;
  readonly toolCalls?: readonly { readonly name: string; readonly args: object }[];
  /** An HTTP error instead of an answer. */
  readonly status?: number;
}

/** Answers the messages of one request; `request` has the tools beside them. */
export type Script = (
  messages: readonly WireMessage[],
  request: WireRequest,
) => ScriptedAnswer | Promise<ScriptedAnswer>;

/**
 * Answers each request by `script`, or by the next of a list (the last one again when it runs out). Call ids are
 * unique, requests are checked as the real API does, and streams are answered as streams.
 */
export function startScriptedModel(script: Script | readonly ScriptedAnswer[], port = 0): Promise<RawModelServer> {
  let calls = 0;
  return startRawModelServer(async (response, request, number) => {
    const answer =
      typeof script === 'function'
        ? await script(request.messages, request)
        : (script[Math.min(number, script.length - 1)] ?? { status: 500 });
    if (answer.status) {
      json(response, { error: { message: 'scripted', type: 'scripted_error' } }, answer.status);
      return;
    }
    const toolCalls = answer.toolCalls?.map(({ name, args }) =>
      wireCall(name, JSON.stringify(args), `call_${++calls}`),
    );
    const message = { content: answer.text ?? null, ...(toolCalls?.length ? { tool_calls: toolCalls } : {}) };
    if (request.stream) streamed(response, request, message);
    else json(response, completion(message, undefined, `chatcmpl-${number}`));
  }, port);
}

/** What a tool gave back, taken out of its fence; null where the last message is no tool's. */
export function toolResult(messages: readonly WireMessage[]): Record<string, unknown> | null {
  const last = messages.at(-1);
  if (last?.role !== 'tool' || typeof last.content !== 'string') return null;
  return JSON.parse(last.content.split('\n')[1] ?? 'null');
}

function streamed(
  response: ServerResponse,
  request: WireRequest,
  message: { content: string | null; tool_calls?: Record<string, unknown>[] },
): void {
  const send = openStream(response);
  send({ role: 'assistant', content: '' });
  for (const word of message.content?.split(/(?<= )/) ?? []) send({ content: word });
  for (const [index, call] of (message.tool_calls ?? []).entries()) send({ tool_calls: [{ index, ...call }] });
  send({}, message.tool_calls ? 'tool_calls' : 'stop');
  if (request.stream_options?.include_usage) {
    send(JSON.stringify({ ...completion({}), object: 'chat.completion.chunk', choices: [] }));
  }
  send('[DONE]');
  response.end();
}
