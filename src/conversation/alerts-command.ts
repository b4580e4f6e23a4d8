/** Answers to what was said unasked: "why?", "show rows", "that's fine, ignore it", and the buttons under it. */

import {
  ignore,
  lastTold,
  rowsBehind,
  type ToldNotice,
  toldIn,
  toldInMessage,
  toldNotice,
} from '../alerts/follow-up.ts';
import { planSettings } from '../alerts/plan-settings.ts';
import { sayAlert } from '../alerts/say-alert.ts';
import { viewEntries } from '../domain/entries.ts';
import { carryOut } from '../domain/operation.ts';
import type { Language } from '../language.ts';
import { readAlertAnswer } from '../offline/alert-answers.ts';
import { entriesById } from '../store/entries.ts';
import { markAnswered } from '../store/notices.ts';
import { unaskedOfSentMessage } from '../store/outbox.ts';
import { showEntries } from '../tools/list-entries.ts';
import type { ToolContext } from '../tools/tool.ts';
import { alertWords } from '../wording/alert-words.ts';
import { describeEntry } from '../wording/phrasing.ts';
import { plainReply, type Reply } from './message.ts';
import type { CommitWork, Scene } from './scene.ts';

/**
 * What to commit for an answer; null for any other message. It depends on what was just said, so it comes before any
 * model; these are ordinary words where nothing was said that they would answer.
 */
export async function alertsCommand(scene: Scene): Promise<CommitWork | null> {
  const kind = readAlertAnswer(scene.text, scene.words.locale.slice(0, 2) as Language);
  if (kind === null) return null;
  const told = await meant(scene);
  return told.length === 0 ? null : async (tx) => await answer(scene.contextFor(tx), kind, told);
}

/** What the message that it replies to told, whenever that was sent; else what was told last, if nothing was said since. */
async function meant({ house, asker, message: { content }, turn }: Scene): Promise<readonly ToldNotice[]> {
  const { client } = house.database;
  const key = content.kind === 'message' ? content.replyTo : undefined;
  if (key === undefined) return await lastTold(client, asker, turn.conversation);
  const messageId = await unaskedOfSentMessage(client, key);
  return messageId === null ? [] : await toldInMessage(client, asker, messageId);
}

/** A button under something that was said unasked. */
export async function pressNotice(
  context: ToolContext,
  what: 'notice-rows' | 'notice-fine' | 'alerts-stop' | 'alerts-keep',
  which: string,
): Promise<Reply> {
  const { db, asker, words } = context;
  if (what === 'notice-rows') return await answer(context, 'rows', [await toldNotice(db, asker, which, words)]);
  const told = await toldIn(db, asker, which, words);
  if (what === 'notice-fine') return await answer(context, 'ignore', told);
  await markAnswered(db, asker, which, new Date(asker.now.epochMilliseconds));
  if (what === 'alerts-keep') return plainReply(alertWords(words).kept);
  const { changes } = await planSettings(db, asker, { alerts: false }, false);
  if (changes.length > 0) await carryOut(db, asker, changes);
  return plainReply(alertWords(words).stopped);
}

async function answer(
  context: ToolContext,
  kind: 'why' | 'rows' | 'ignore',
  told: readonly ToldNotice[],
): Promise<Reply> {
  const { db, asker, words } = context;
  const say = alertWords(words);
  const messageId = told[0]?.messageId ?? '';
  // Kept with the reply, so that the next answer is about the same message.
  const about = (text: string) => ({ ...plainReply(text), unasked: messageId });
  await markAnswered(db, asker, messageId, new Date(asker.now.epochMilliseconds));
  if (kind === 'ignore') {
    await ignore(db, asker, told);
    return about(say.ignored);
  }
  if (kind === 'rows') {
    const lists = [];
    for (const notice of told) lists.push(await rowsOf(context, notice));
    return about(lists.filter(Boolean).join('\n') || words.noEntries);
  }
  const place = { words, asker };
  return about(told.map(({ read }) => `${sayAlert(read, place)} (${say.on} ${say.kinds[read.rule]}.)`).join('\n'));
}

async function rowsOf(context: ToolContext, notice: ToldNotice): Promise<string> {
  const { db, asker, words } = context;
  const rows = rowsBehind(notice);
  if (rows === null) return '';
  if ('filter' in rows) return (await showEntries(context, rows.filter, { limit: undefined })).said;
  const entries = await viewEntries(db, asker.ledgerId, await entriesById(db, asker.ledgerId, rows.ids));
  return entries.map((entry) => describeEntry(entry, words, asker.today)).join('\n');
}
