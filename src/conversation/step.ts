/** A step of a turn: one answer of the model with what its tool calls brought, as it is kept and taken up again. */

import type { ModelMessage, ToolCall, ToolContent } from '../models/model.ts';
import type { ToolOutcome } from '../tools/tool.ts';

export interface CallResult {
  readonly call: ToolCall;
  readonly content: ToolContent;
  /** What the tool brought besides; null after an error or a proposal. */
  readonly outcome: ToolOutcome | null;
  readonly proposed: boolean;
}

export interface Step {
  readonly text: string;
  readonly model: string;
  readonly results: readonly CallResult[];
}

/** The step as messages for the model. */
export function stepMessages(step: Step): ModelMessage[] {
  return [
    { role: 'assistant', text: step.text, toolCalls: step.results.map((result) => result.call) },
    ...step.results.map(
      ({ call, content }): ModelMessage => ({ role: 'tool', callId: call.id, name: call.name, content }),
    ),
  ];
}
