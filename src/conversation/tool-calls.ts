/** Carrying out the model's tool calls: checked, run at once or put to the person as a question. */

import { requireWriter } from '../domain/asker.ts';
import { InputError } from '../errors.ts';
import type { ToolCall } from '../models/model.ts';
import { allTools } from '../tools/all.ts';
import type { Outside, Tool, ToolContext } from '../tools/tool.ts';
import { propose } from './consent.ts';
import type { CallResult } from './step.ts';

export interface CallSituation {
  readonly conversation: string;
  readonly turnId: string;
  /** Whether the person's own words ask for this call; what they don't ask for becomes a question. */
  isAsked(tool: Tool, args: Record<string, unknown>): Promise<boolean>;
  readonly tools?: readonly Tool[];
}

/** What a call's tool asked before the call's transaction, or why it could not. */
export type PreparedCall = { readonly value: unknown } | { readonly refusal: InputError };

/** Lets the call's tool ask what takes long, outside of any transaction. Wrong calls are left to {@link runCall}. */
export async function prepareCall(outside: Outside, call: ToolCall): Promise<PreparedCall> {
  const tool = allTools.find((each) => each.name === call.name);
  const parsed = tool?.prepare ? tool.args.safeParse(call.args) : null;
  if (!tool?.prepare || !parsed?.success) return { value: undefined };
  try {
    return { value: await tool.prepare(outside, parsed.data) };
  } catch (error) {
    if (error instanceof InputError) return { refusal: error };
    throw error;
  }
}

/**
 * Runs one call. What the person or model can mend (an unknown tool, wrong arguments, an InputError) comes back as
 * content with a hint; anything else is thrown.
 */
export async function runCall(
  context: ToolContext,
  call: ToolCall,
  situation: CallSituation,
  prepared: PreparedCall = { value: undefined },
): Promise<CallResult> {
  const failed = (error: string, hint: string): CallResult => ({
    call,
    content: { error, hint },
    outcome: null,
    proposed: false,
  });
  const tool = (situation.tools ?? allTools).find((each) => each.name === call.name);
  if (!tool)
    return failed(`There is no tool "${call.name}".`, `Use one of: ${allTools.map((t) => t.name).join(', ')}.`);
  const parsed = tool.args.safeParse(call.args);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return failed(`The argument ${issue?.path.join('.') || 'list'} of ${call.name} is wrong.`, `${issue?.message}.`);
  }
  const args = parsed.data;
  try {
    const { write } = tool;
    if (write && (write.applies?.(args) ?? true)) {
      requireWriter(context.asker);
      if (write.needsConsent?.(context, args) || !(await situation.isAsked(tool, args))) {
        const preview = await write.preview(context, args);
        await propose(context, { ...situation, tool: tool.name, args, preview });
        const content = { said: preview.said, data: { waitsForConfirmation: true } };
        return { call, content, outcome: null, proposed: true };
      }
    }
    if ('refusal' in prepared) throw prepared.refusal;
    const outcome = await tool.run(context, args, prepared.value);
    return { call, content: { said: outcome.said, data: outcome.data }, outcome, proposed: false };
  } catch (error) {
    if (error instanceof InputError) return failed(error.message, error.hint);
    throw error;
  }
}
