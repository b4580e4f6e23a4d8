/** Answers a question that comes back while nobody is there: by tools that read, and in their own words. */

import type { Asker } from '../domain/asker.ts';
import { PlatformError } from '../errors.ts';
import type { Model, ModelRequest, ToolCall } from '../models/model.ts';
import type { Answerer } from '../reminders/handlers.ts';
import type { Reminder } from '../reminders/payload.ts';
import type { Queries } from '../store/database.ts';
import { addModelCall, type ModelCall } from '../store/usage.ts';
import { allTools } from '../tools/all.ts';
import { type ToolContext, toSpec } from '../tools/tool.ts';
import { reminderWords } from '../wording/reminder-words.ts';
import { wordsFor } from '../wording/words-for.ts';
import type { House } from './house.ts';
import { MAX_TOOL_CALLS } from './limits.ts';
import { chooseModel, countCalls } from './model-choice.ts';
import { modelContext } from './model-context.ts';
import { replyOf } from './reply.ts';
import type { CallResult } from './step.ts';
import { type PreparedCall, prepareCall, runCall } from './tool-calls.ts';

/** Milliseconds that a connected model may take to choose; after that the offline one does. */
const CHOICE_MILLISECONDS = 30_000;

/** What is to be looked up, with what could be asked ahead of the transaction. */
interface Chosen {
  readonly calls: readonly { readonly call: ToolCall; readonly prepared: PreparedCall }[];
  readonly model: string;
  readonly used: readonly ModelCall[];
}

const toolSpecs = allTools.map(toSpec);

export function createAnswerer(house: House): Answerer<Chosen> {
  return {
    prepare: async (asker, question, signal) => await choose(house, asker, question, signal),
    answer: async (db, asker, question, chosen) => await answer(db, asker, question, chosen),
  };
}

/**
 * Whether a question could be answered by reading alone, as far as that can be told without asking anybody: the offline
 * model reads it so, or reads nothing in it and another one is connected.
 */
export async function canAnswer(house: House, db: Queries, asker: Asker, question: string): Promise<boolean> {
  const context = await modelContext(db, house, asker, { correcting: [], editing: false });
  const calls = await callsOf(house.offline, requestFor(context, question));
  return calls.length > 0 ? calls.every(reads) : house.connected !== null;
}

async function choose(
  house: House,
  asker: Asker,
  { text, language, id }: Reminder,
  signal: AbortSignal,
): Promise<Chosen | null> {
  const { client } = house.database;
  const known = await modelContext(client, house, asker, { correcting: [], editing: false });
  const request = requestFor({ ...known, language: known.language ?? language }, text);
  const { model } = await chooseModel(house, asker.personId, asker.now);
  // What it costs is kept under the schedule, for there is no turn.
  const { calls: used, onUsage } = countCalls(house, { personId: asker.personId, turnId: id });
  const started = house.clock.leaseTime();
  for (const each of model === house.offline ? [model] : [model, house.offline]) {
    const calls = await callsOf(each, { ...request, signal: inTime(signal) }, (usage) =>
      onUsage(each, usage, house.clock.leaseTime() - started),
    );
    if (calls.length === 0 || !calls.every(reads)) continue;
    const outside = { db: client, asker, queries: house.queries };
    const prepared = await Promise.all(
      calls.slice(0, MAX_TOOL_CALLS).map(async (call) => ({ call, prepared: await prepareCall(outside, call) })),
    );
    return { calls: prepared, model: each.name, used };
  }
  return null;
}

function inTime(signal: AbortSignal): AbortSignal {
  return AbortSignal.any([signal, AbortSignal.timeout(CHOICE_MILLISECONDS)]);
}

function requestFor(context: ModelRequest['context'], text: string): ModelRequest {
  return { context, tools: toolSpecs, messages: [{ role: 'user', text }] };
}

/** None where the model is away. */
async function callsOf(
  model: Model,
  request: ModelRequest,
  onUsage: (usage: NonNullable<Awaited<ReturnType<Model['answer']>>['usage']>) => void = () => {},
): Promise<readonly ToolCall[]> {
  try {
    const { toolCalls, usage } = await model.answer(request);
    if (usage) onUsage(usage);
    return toolCalls;
  } catch (error) {
    const isAway = error instanceof PlatformError || (error instanceof DOMException && error.name === 'TimeoutError');
    if (!isAway) throw error;
    return [];
  }
}

/** Whether the call changes nothing, whatever it finds. */
function reads({ name, args }: ToolCall): boolean {
  const tool = allTools.find((each) => each.name === name);
  const parsed = tool?.args.safeParse(args);
  if (!tool || !parsed?.success) return false;
  return tool.write === undefined || !(tool.write.applies?.(parsed.data) ?? true);
}

async function answer(db: Queries, asker: Asker, question: Reminder, { calls, model, used }: Chosen) {
  const words = wordsFor(asker.preferences.language ?? question.language);
  const context: ToolContext = { db, asker, words, spokenText: question.text, correcting: [], editing: false };
  const place = { conversation: '', turnId: question.id, isAsked: async () => true };
  const results: CallResult[] = [];
  for (const { call, prepared } of calls) results.push(await runCall(context, call, place, prepared));
  for (const call of used) await addModelCall(db, call, new Date(asker.now.epochMilliseconds));
  const { text, charts, files } = replyOf(context, results, model);
  const failed = results.some(({ content }) => 'error' in content);
  return { text: failed ? `${text}\n${reminderWords(words).howToStop}` : text, charts, files, model };
}
