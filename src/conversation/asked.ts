/**
 * Whether the person's own words ask for what a language model is about to write. Texts of merchants and notes, and
 * earlier turns, reach the model too, and might talk it into something; what only they ask for becomes a question.
 */

import type { Model, ModelRequest } from '../models/model.ts';
import { readAmounts } from '../offline/amounts/read-amounts.ts';
import { isQuestion } from '../offline/question.ts';
import type { Tool } from '../tools/tool.ts';

export interface Situation {
  readonly text: string;
  readonly currency: string;
  /** The turn has shown the model texts of entries: nothing that it asks for now is surely the person's wish. */
  readonly hasQuotedEntries: boolean;
  readonly request: ModelRequest;
  readonly offline: Model;
}

/**
 * Amounts must stand in the person's message. Besides, the message must not be a question, or, for a write without
 * amounts or one that sounds like a question ("tell me when I spend over 100"), the call must be what the offline model,
 * which reads nothing but the message, would do too.
 */
export async function isAsked(tool: Tool, args: Record<string, unknown>, situation: Situation): Promise<boolean> {
  if (situation.hasQuotedEntries) return false;
  const amounts = tool.write?.amounts?.(args) ?? [];
  if (amounts.length > 0) {
    const spoken = readAmounts(situation.text, { currency: situation.currency }).map((reading) => reading.decimal);
    if (!amounts.every((amount) => spoken.some((each) => sameNumber(each, amount)))) return false;
    if (!isQuestion(situation.text)) return true;
  }
  const { request, offline } = situation;
  const answer = await offline.answer({ ...request, messages: upToPerson(request) });
  return answer.toolCalls.some((call) => call.name === tool.name);
}

function upToPerson({ messages }: ModelRequest) {
  return messages.slice(0, messages.findLastIndex((message) => message.role === 'user') + 1);
}

function sameNumber(a: string, b: string): boolean {
  const plain = (text: string) => (text.includes('.') ? text.replace(/0+$/, '').replace(/\.$/, '') : text);
  return plain(a.trim()).replace(/^0+(?=\d)/, '') === plain(b.trim()).replace(/^0+(?=\d)/, '');
}
