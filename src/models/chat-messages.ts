/** From our messages to LangChain's, in an order that the real API accepts. */

import type { BaseMessage } from '@langchain/core/messages';
import { fence } from './data-fence.ts';
import type { ModelMessage, ModelRequest, ToolCall, ToolContent } from './model.ts';
import { systemPrompt } from './prompts.ts';

type MessageClasses = Pick<
  typeof import('@langchain/core/messages'),
  'SystemMessage' | 'HumanMessage' | 'AIMessage' | 'ToolMessage'
>;

/** The whole request as LangChain messages: system prompt first, every tool result fenced as data. */
export function chatMessages(request: ModelRequest, lc: MessageClasses): BaseMessage[] {
  const messages: BaseMessage[] = [new lc.SystemMessage(request.instructions ?? systemPrompt(request.context))];
  for (const message of paired(request.messages)) {
    if (message.role === 'user') {
      messages.push(new lc.HumanMessage(message.text));
    } else if (message.role === 'assistant') {
      const tool_calls = message.toolCalls.map(({ id, name, args }) => ({
        id,
        name,
        args,
        type: 'tool_call' as const,
      }));
      messages.push(new lc.AIMessage({ content: message.text, tool_calls }));
    } else {
      messages.push(new lc.ToolMessage({ tool_call_id: message.callId, content: fence(message.content) }));
    }
  }
  return messages;
}

const interrupted: ToolContent = {
  error: 'This call was interrupted.',
  hint: 'Nothing is known of its result; look before doing it again.',
};

/**
 * Each call followed by its result. A history that was cut in the middle of a turn would otherwise be refused with
 * a 400, and the conversation with it: results without a call are left out, calls without a result get an error.
 */
function paired(messages: readonly ModelMessage[]): ModelMessage[] {
  const result: ModelMessage[] = [];
  let open = new Map<string, ToolCall>();
  const close = () => {
    for (const call of open.values())
      result.push({ role: 'tool', callId: call.id, name: call.name, content: interrupted });
    open = new Map();
  };
  for (const message of messages) {
    if (message.role === 'tool') {
      if (open.delete(message.callId)) result.push(message);
      continue;
    }
    close();
    result.push(message);
    if (message.role === 'assistant') open = new Map(message.toolCalls.map((call) => [call.id, call]));
  }
  close();
  return result;
}
