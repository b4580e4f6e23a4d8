/** "Stop it", under a reminder or the answer to a question that comes back. */

import { carryOut } from '../domain/operation.ts';
import { InputError } from '../errors.ts';
import { remindersOf } from '../reminders/arrange-reminders.ts';
import { planStopping } from '../tools/reminders.ts';
import type { ToolContext } from '../tools/tool.ts';
import { plainReply, type Reply } from './message.ts';

/** Only whoever arranged it may, where it comes. Throws an InputError for anybody else, and where it has ended. */
export async function stopReminder(context: ToolContext, id: string): Promise<Reply> {
  const { db, asker, words } = context;
  const reminder = (await remindersOf(db, asker)).find((each) => each.id === id);
  if (!reminder) {
    throw new InputError('I can find no such reminder of yours here.', 'Write “reminders” to see what comes.');
  }
  const { changes, done } = await planStopping(context, reminder);
  const operationId = await carryOut(db, asker, changes);
  return { ...plainReply(done), buttons: [{ id: `undo:${operationId}`, label: words.buttons.undo }] };
}
