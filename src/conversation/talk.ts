/** A message in words: the model reads it, tools do what it asks, and the answer is phrased. */

import { stepsOf } from '../store/turns.ts';
import { allTools } from '../tools/all.ts';
import { toSpec } from '../tools/tool.ts';
import { consentButtons } from './consent.ts';
import { historyOf } from './history.ts';
import type { Reply } from './message.ts';
import { chooseModel, countCalls } from './model-choice.ts';
import { modelContext } from './model-context.ts';
import { phrase } from './phrase.ts';
import { dismissButtons, offerButtons, replyOf, rowsButton } from './reply.ts';
import { type RoundsOutput, runRounds } from './rounds.ts';
import type { Scene } from './scene.ts';
import type { Step } from './step.ts';

const toolSpecs = allTools.map(toSpec);

export async function talk(scene: Scene): Promise<Reply> {
  const { house, turn, asker, text, words } = scene;
  const { client } = house.database;
  const recorded = (await stepsOf(client, [turn.id])).get(turn.id) ?? [];
  const { model, costReached } = await chooseModel(house, asker.personId, asker.now);
  const { calls, onUsage } = countCalls(house, { personId: asker.personId, turnId: turn.id });
  const request = { context: await modelContext(client, house, asker, scene), tools: toolSpecs };
  const stopwatch = house.clock.leaseTime;
  const output = await runRounds({
    turnId: turn.id,
    conversation: turn.conversation,
    db: client,
    asker,
    queries: house.queries,
    text,
    request,
    messages: [...(await historyOf(client, scene.message, asker.personId, turn.id)), { role: 'user', text }],
    steps: recorded.map((step) => JSON.parse(step) as Step),
    offline: house.offline,
    model,
    transaction: scene.transaction,
    contextFor: scene.contextFor,
    stopwatch,
    onUsage,
    onProgress: (tool) => house.onProgress?.(turn.conversation, tool),
  });
  const phrased = await phrase(output, {
    ...request,
    spoken: text,
    words,
    offline: house.offline,
    onUsage,
    stopwatch,
  });
  const notes = [
    ...(output.ending === 'cap' ? [words.stoppedEarly] : []),
    ...(output.fellBack || output.ending === 'model-away' ? [words.modelAway] : []),
    ...(costReached ? [words.costReached] : []),
  ];
  return await scene.commit(async (tx) => assemble(scene, output, phrased, notes, scene.contextFor(tx)), calls);
}

function assemble(
  { turn, words }: Scene,
  output: RoundsOutput,
  phrased: string,
  notes: readonly string[],
  context: Parameters<typeof replyOf>[0],
): Reply {
  const reply = replyOf(context, output.results, output.model.name);
  const isProposing = output.results.some((result) => result.proposed);
  return {
    ...reply,
    text: [phrased, ...(isProposing ? [words.confirmHint] : []), ...notes].filter(Boolean).join('\n'),
    buttons: [
      ...(isProposing ? consentButtons(context, turn.id) : []),
      ...reply.buttons,
      ...dismissButtons(context, turn.id, reply),
      ...offerButtons(context, turn.id, reply),
      ...(reply.rows ? [rowsButton(context, turn.id)] : []),
    ],
  };
}
