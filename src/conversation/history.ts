/** What was said before, as messages for the model. */

import type { ModelMessage } from '../models/model.ts';
import type { Queries } from '../store/database.ts';
import { finishedTurns, stepsOf } from '../store/turns.ts';
import { HISTORY_TURNS, HISTORY_TURNS_WITH_TOOLS } from './limits.ts';
import { type InboundMessage, type Reply, spokenText } from './message.ts';
import { type Step, stepMessages } from './step.ts';

/** Characters of one old message that are still worth a model's reading. */
const MAX_OLD_TEXT = 600;

/**
 * The person's latest turns before this one, oldest first; tool calls of the last few. In a group it is what they said in
 * that group; alone with Purser it is what they said alone with it, wherever that was.
 */
export async function historyOf(
  db: Queries,
  message: InboundMessage,
  personId: string,
  beforeTurn: string,
): Promise<ModelMessage[]> {
  const { group, conversation } = message;
  const latest = await finishedTurns(db, group ? conversation : null, personId, beforeTurn, HISTORY_TURNS);
  const turns = latest.filter((turn) => group || !(JSON.parse(turn.message) as InboundMessage).group);
  const detailed = turns.slice(-HISTORY_TURNS_WITH_TOOLS).map((turn) => turn.id);
  const steps = await stepsOf(db, detailed);
  return turns.flatMap((turn): ModelMessage[] => {
    const { content } = JSON.parse(turn.message) as InboundMessage;
    const reply = JSON.parse(turn.reply ?? '{"text":""}') as Reply;
    const text = content.kind === 'press' ? `(pressed ${content.button.split(':')[0]})` : spokenText(content);
    if (text === '' && reply.text === '') return [];
    return [
      { role: 'user', text: text.slice(0, MAX_OLD_TEXT) },
      ...(steps.get(turn.id) ?? []).flatMap((step) => stepMessages(JSON.parse(step) as Step).map(shorten)),
      { role: 'assistant', text: reply.text.slice(0, MAX_OLD_TEXT), toolCalls: [] },
    ];
  });
}

/** Old results keep their sentence and lose their data, but for the entries that a correction may name. */
function shorten(message: ModelMessage): ModelMessage {
  if (message.role !== 'tool' || 'error' in message.content) return message;
  const { said, data } = message.content;
  const entries = Array.isArray(data.entries) ? { entries: data.entries.slice(0, 10) } : {};
  return { ...message, content: { said: said.slice(0, MAX_OLD_TEXT), data: entries } };
}
