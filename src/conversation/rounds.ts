/** The rounds of a turn: the model answers, its tool calls run and are committed with the answer, until it has said all. */

import type { Asker } from '../domain/asker.ts';
import { PlatformError } from '../errors.ts';
import type { Model, ModelAnswer, ModelMessage, ModelRequest, TokenUsage } from '../models/model.ts';
import type { Tx } from '../store/database.ts';
import { recordStep } from '../store/turns.ts';
import type { Outside, Tool, ToolContext } from '../tools/tool.ts';
import { isAsked } from './asked.ts';
import { MAX_MODEL_MILLISECONDS, MAX_ROUNDS, MAX_TOKENS, MAX_TOOL_CALLS } from './limits.ts';
import { type CallResult, type Step, stepMessages } from './step.ts';
import { prepareCall, runCall } from './tool-calls.ts';

/** Told of the tokens of each answer and of the milliseconds that it took. */
export type UsageListener = (model: Model, usage: TokenUsage, milliseconds: number) => void;

export interface RoundsInput {
  readonly turnId: string;
  readonly conversation: string;
  /** For reads outside of transactions. */
  readonly db: Outside['db'];
  readonly asker: Asker;
  readonly queries: Outside['queries'];
  readonly text: string;
  /** All but the messages, which grow with each round. */
  readonly request: Omit<ModelRequest, 'messages' | 'signal'>;
  readonly messages: readonly ModelMessage[];
  /** What an earlier, unfinished try of this turn has done. */
  readonly steps: readonly Step[];
  readonly offline: Model;
  /** The model to ask; the offline one takes over when it fails before anything was done. */
  readonly model: Model;
  /** A transaction that holds the turn: it fails when another worker has taken the turn over. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  contextFor(tx: Tx): ToolContext;
  /** Milliseconds from any fixed point. */
  stopwatch(): number;
  readonly onUsage: UsageListener;
  onProgress(toolName: string): void;
}

export interface RoundsOutput {
  readonly text: string;
  readonly model: Model;
  readonly results: readonly CallResult[];
  readonly messages: readonly ModelMessage[];
  /** Why it ended, where that was not because the model had said all. */
  readonly ending: 'complete' | 'cap' | 'model-away';
  /** The connected model failed before anything was done, and the offline one took the turn. */
  readonly fellBack: boolean;
}

export async function runRounds(input: RoundsInput): Promise<RoundsOutput> {
  const steps = [...input.steps];
  let { model } = input;
  let tokens = 0;
  const started = input.stopwatch();
  const ended = (text: string, ending: RoundsOutput['ending']): RoundsOutput => ({
    text,
    model,
    results: steps.flatMap((step) => step.results),
    messages: messagesAfter(input, steps),
    ending,
    fellBack: model !== input.model,
  });

  while (steps.length < MAX_ROUNDS) {
    const calls = steps.reduce((count, step) => count + step.results.length, 0);
    const timeLeft = MAX_MODEL_MILLISECONDS - (input.stopwatch() - started);
    if (calls >= MAX_TOOL_CALLS || tokens > MAX_TOKENS || timeLeft <= 0) return ended('', 'cap');
    const request = { ...input.request, messages: messagesAfter(input, steps) };
    let answer: ModelAnswer;
    const asked = input.stopwatch();
    try {
      const signal = model === input.offline ? undefined : AbortSignal.timeout(Math.ceil(timeLeft));
      answer = await model.answer({ ...request, signal });
    } catch (error) {
      if (model === input.offline || !isModelFailure(error)) throw error;
      const usage = 'usage' in error ? (error.usage as TokenUsage | null) : null;
      if (usage) input.onUsage(model, usage, input.stopwatch() - asked);
      // Once something is done, reading the message again would do it twice.
      if (steps.length > 0) return ended('', 'model-away');
      model = input.offline;
      continue;
    }
    if (answer.usage) {
      input.onUsage(model, answer.usage, input.stopwatch() - asked);
      tokens += answer.usage.inputTokens + answer.usage.outputTokens;
    }
    if (answer.toolCalls.length === 0) return ended(answer.text, 'complete');
    const room = { ...answer, toolCalls: answer.toolCalls.slice(0, MAX_TOOL_CALLS - calls) };
    steps.push(await runStep(input, model, room, request, steps));
  }
  return ended('', 'cap');
}

/** Runs an answer's calls and keeps the answer with their results, all in one transaction. */
async function runStep(
  input: RoundsInput,
  model: Model,
  answer: ModelAnswer,
  request: ModelRequest,
  earlier: readonly Step[],
): Promise<Step> {
  const { text, asker, offline } = input;
  for (const call of answer.toolCalls) input.onProgress(call.name);
  const prepared = await Promise.all(answer.toolCalls.map((call) => prepareCall(input, call)));
  return await input.transaction(async (tx) => {
    const results: CallResult[] = [];
    for (const [index, call] of answer.toolCalls.entries()) {
      const done = [...earlier.flatMap((step) => step.results), ...results];
      const hasQuotedEntries = done.some((result) => result.outcome?.quotesEntries);
      const situation = { text, currency: asker.preferences.currency, hasQuotedEntries, request, offline };
      const isCalledFor = {
        conversation: input.conversation,
        turnId: input.turnId,
        // The offline model reads the person's words alone, so what it calls is asked for.
        isAsked: async (tool: Tool, args: Record<string, unknown>) =>
          model === offline || (await isAsked(tool, args, situation)),
      };
      const result = await runCall(input.contextFor(tx), call, isCalledFor, prepared[index]);
      results.push(result);
    }
    const step: Step = { text: answer.text, model: model.name, results };
    await recordStep(tx, input.turnId, earlier.length, JSON.stringify(step), new Date(asker.now.epochMilliseconds));
    return step;
  });
}

function messagesAfter(input: RoundsInput, steps: readonly Step[]): ModelMessage[] {
  return [...input.messages, ...steps.flatMap(stepMessages)];
}

function isModelFailure(error: unknown): error is Error {
  return error instanceof PlatformError || (error instanceof DOMException && error.name === 'TimeoutError');
}
