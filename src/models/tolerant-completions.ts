/**
 * LangChain's reading of chat completions, letting tool calls through as they came. Its own prints advice about
 * packages to the console for a malformed call, moves calls without arguments behind the others, and loses the calls
 * of a stream that names no role. The two methods are on their way out of LangChain; the tests over the wire will tell.
 */

import type { BaseMessage } from '@langchain/core/messages';
import type { OpenAI } from 'openai';

/** Under this name a whole message keeps its calls unparsed, among its additional_kwargs. */
export const WIRE_CALLS = 'purser_wire_calls';

export interface WireCall {
  readonly id?: string;
  readonly function?: { readonly name?: string; readonly arguments?: unknown };
}

/** The class, made from the module that the caller has loaded. */
export function tolerantCompletions({ ChatOpenAICompletions }: typeof import('@langchain/openai')) {
  return class TolerantCompletions extends ChatOpenAICompletions {
    protected override _convertCompletionsMessageToBaseMessage(
      { tool_calls, ...message }: OpenAI.ChatCompletionMessage,
      completion: OpenAI.ChatCompletion,
    ): BaseMessage {
      const converted = super._convertCompletionsMessageToBaseMessage({ ...message, role: 'assistant' }, completion);
      converted.additional_kwargs[WIRE_CALLS] = tool_calls ?? [];
      return converted;
    }

    protected override _convertCompletionsDeltaToBaseMessageChunk(
      delta: Record<string, unknown>,
      chunk: OpenAI.ChatCompletionChunk,
      role?: OpenAI.ChatCompletionRole,
    ) {
      return super._convertCompletionsDeltaToBaseMessageChunk(delta, chunk, role ?? 'assistant');
    }
  };
}
