/** A person deleted their own message: the entries that it recorded may have to go as well. */

import { deleteEntriesTool } from '../tools/delete-entries.ts';
import type { ToolContext } from '../tools/tool.ts';
import { consentButtons, propose } from './consent.ts';
import { plainReply, type Reply } from './message.ts';

/** Asks whether to delete them; says nothing when there are none. */
export async function offerDeletion(
  context: ToolContext,
  turn: { readonly id: string; readonly conversation: string },
): Promise<Reply> {
  const { correcting, words, asker } = context;
  if (correcting.length === 0 || asker.role === 'viewer') return plainReply('');
  const args = { entries: [...correcting] };
  const preview = await deleteEntriesTool.write?.preview(context, args);
  if (!preview) throw new Error('delete_entries has no preview');
  const { id: turnId, conversation } = turn;
  await propose(context, { conversation, turnId, tool: deleteEntriesTool.name, args, preview });
  return {
    ...plainReply(`${words.messageDeleted} ${preview.said}`),
    buttons: consentButtons(context, turnId),
    tools: [{ name: deleteEntriesTool.name, args, result: {}, proposed: true }],
  };
}
