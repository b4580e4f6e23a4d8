/** Buttons. Each is carried out by code from its id, "what:which"; no model sees it. */

import { redo, undo } from '../domain/operation.ts';
import { InputError } from '../errors.ts';
import { pendingProposals, proposalsOf } from '../store/proposals.ts';
import { findSqlQuery } from '../store/sql-queries.ts';
import { findTurn } from '../store/turns.ts';
import { dismissFindings } from '../tools/dismiss-finding.ts';
import { showEntries } from '../tools/list-entries.ts';
import { arrangeOffer } from '../tools/recurring-entries.ts';
import type { ToolContext } from '../tools/tool.ts';
import { outcomeOf } from '../tools/undo-redo.ts';
import { pressNotice } from './alerts-command.ts';
import { cancel, confirm } from './consent.ts';
import { promptForEdit } from './form.ts';
import { pressUnlink } from './link-command.ts';
import { plainReply, type Reply } from './message.ts';
import { stopReminder } from './press-reminder.ts';
import { showQuery } from './sql-command.ts';

export async function press(
  context: ToolContext,
  button: string,
  { conversation, dialect }: { readonly conversation: string; readonly dialect: 'sqlite' | 'mysql' },
): Promise<Reply> {
  const [what, which = ''] = button.split(':');
  try {
    switch (what) {
      case 'undo':
      case 'redo':
        return await reverse(context, what, which);
      case 'rows':
        return await showRows(context, which);
      case 'dismiss':
        return await dismiss(context, which);
      case 'recurring-add':
        return await takeUp(context, which);
      case 'sql':
        return await showSql(context, which, dialect);
      case 'edit':
        return await promptForEdit(context, which);
      case 'unlink':
        return await pressUnlink(context, which);
      case 'notice-rows':
      case 'notice-fine':
      case 'alerts-stop':
      case 'alerts-keep':
        return await pressNotice(context, what, which);
      case 'reminder-stop':
        return await stopReminder(context, which);
      case 'confirm':
      case 'cancel':
        return await consent(context, what, which, conversation);
      default:
        throw new InputError('I do not know that button.', 'Write what you would like instead.');
    }
  } catch (error) {
    if (error instanceof InputError) return plainReply(`${error.message} ${error.hint}`);
    throw error;
  }
}

async function reverse(context: ToolContext, what: 'undo' | 'redo', operationId: string): Promise<Reply> {
  const { db, asker, words } = context;
  const reversal = await (what === 'undo' ? undo : redo)(db, asker, operationId);
  const outcome = await outcomeOf(context, what === 'undo' ? 'undone' : 'redone', reversal);
  const next = what === 'undo' ? 'redo' : 'undo';
  return {
    ...plainReply(outcome.said),
    buttons: [{ id: `${next}:${operationId}`, label: words.buttons[next] }],
    tools: [{ name: what, args: {}, result: outcome.data }],
  };
}

async function showRows(context: ToolContext, turnId: string): Promise<Reply> {
  const turn = await findTurn(context.db, turnId);
  const reply = turn?.personId === context.asker.personId && turn.reply ? (JSON.parse(turn.reply) as Reply) : null;
  if (!reply?.rows) throw new InputError('I can not find the entries behind that any more.', 'Ask the question again.');
  const outcome = await showEntries(context, reply.rows, { limit: undefined });
  return { ...plainReply(outcome.said), tools: [{ name: 'list_entries', args: {}, result: outcome.data }] };
}

/** `which` is a turn and the finding's place in its reply: "turn.0". Whoever keeps the ledger may press it. */
async function dismiss(context: ToolContext, which: string): Promise<Reply> {
  const [turnId = '', place = ''] = which.split('.');
  const reply = JSON.parse((await findTurn(context.db, turnId))?.reply ?? '{}') as Partial<Reply>;
  const finding = reply.findings?.[Number(place)];
  if (finding?.ledgerId !== context.asker.ledgerId) {
    throw new InputError('I can not find that any more.', 'Ask “anything unusual?” again.');
  }
  const outcome = await dismissFindings(context, [finding]);
  return {
    ...plainReply(outcome.said),
    buttons: outcome.operationId ? [{ id: `undo:${outcome.operationId}`, label: context.words.buttons.undo }] : [],
    tools: [{ name: 'dismiss_finding', args: { which: finding.name }, result: outcome.data }],
  };
}

/** `which` is a turn and the offer's place in its reply: "turn.0". */
async function takeUp(context: ToolContext, which: string): Promise<Reply> {
  const [turnId = '', place = ''] = which.split('.');
  const reply = JSON.parse((await findTurn(context.db, turnId))?.reply ?? '{}') as Partial<Reply>;
  const offer = reply.offers?.[Number(place)];
  if (offer?.ledgerId !== context.asker.ledgerId) {
    throw new InputError('I can not find that any more.', 'Ask “what subscriptions do I have?” again.');
  }
  const { said, data, operationId } = await arrangeOffer(context, offer);
  return {
    ...plainReply(said),
    buttons: [{ id: `undo:${operationId}`, label: context.words.buttons.undo }],
    tools: [{ name: 'recurring_entries', args: { action: 'add' }, result: data }],
  };
}

async function showSql({ db, asker, words }: ToolContext, id: string, dialect: 'sqlite' | 'mysql'): Promise<Reply> {
  const row = await findSqlQuery(db, asker, id);
  if (!row) throw new InputError('I can not find that query any more.', 'Write “history” to see your own.');
  return plainReply(await showQuery(row, words, dialect));
}

async function consent(
  context: ToolContext,
  what: 'confirm' | 'cancel',
  turnId: string,
  conversation: string,
): Promise<Reply> {
  const { db, asker, words } = context;
  const proposals = await proposalsOf(db, turnId);
  const isMine = proposals.every((proposal) => proposal.personId === asker.personId);
  if (proposals.length === 0 || !isMine) throw new InputError('That question is not yours to answer.', '');
  const pending = (await pendingProposals(db, conversation, asker.personId)).filter((each) => each.turnId === turnId);
  if (pending.length === 0) return plainReply(words.settledAlready);
  return await (what === 'confirm' ? confirm : cancel)(context, pending);
}
