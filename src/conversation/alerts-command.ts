/** "alerts", "mute 3 days", "quiet 22-7", "weekly digest at 8" and their like, and answers to what was said unasked. */

import { arrangeAlerts, restoreAlerts } from '../alerts/arrange-alerts.ts';
import { ignore, lastTold, rowsBehind, type ToldNotice, toldIn, toldNotice } from '../alerts/follow-up.ts';
import { listAlerts, whenAt } from '../alerts/list-alerts.ts';
import { type AlertCommand, readAlertCommand } from '../alerts/read-command.ts';
import { sayAlert } from '../alerts/say-alert.ts';
import { type AlertSettings, changeSettings, settingsOf } from '../alerts/settings.ts';
import { viewEntries } from '../domain/entries.ts';
import { InputError } from '../errors.ts';
import { entriesById } from '../store/entries.ts';
import { markAnswered } from '../store/notices.ts';
import { showEntries } from '../tools/list-entries.ts';
import type { ToolContext } from '../tools/tool.ts';
import { alertWords } from '../wording/alert-words.ts';
import { describeEntry } from '../wording/phrasing.ts';
import { plainReply, type Reply } from './message.ts';
import type { CommitWork, Scene } from './scene.ts';

/** What to commit for one of these; null for any other message, and where nothing happens by itself. */
export async function alertsCommand(scene: Scene): Promise<CommitWork | null> {
  const { house, text, asker, words, message, turn } = scene;
  if (!house.speaksUnasked) return null;
  let command: AlertCommand | null;
  try {
    command = readAlertCommand(text, asker, words);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return async () => plainReply(`${error.message} ${error.hint}`);
  }
  if (command === null) return null;
  if (command.kind === 'why' || command.kind === 'rows' || command.kind === 'ignore') {
    const { kind } = command;
    // These are ordinary words, unless something was just said that they answer.
    const told = await lastTold(house.database.client, asker, turn.conversation);
    return told.length === 0 ? null : async (tx) => await answer(scene.contextFor(tx), kind, told);
  }
  const chosen = command;
  const isGroup = message.group !== undefined;
  return async (tx) => plainReply(await carryOut(scene.contextFor(tx), chosen, isGroup, turn.id));
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
  await change(context, { alerts: false }, false);
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

async function carryOut(
  context: ToolContext,
  command: AlertCommand,
  isGroup: boolean,
  turnId: string,
): Promise<string> {
  const { db, asker, words } = context;
  const say = alertWords(words);
  const place = { words, asker };
  if (command.kind === 'list') {
    // What it says is on must come.
    const settings = await settingsOf(db, isGroup ? asker.ledgerId : asker.personId);
    await restoreAlerts(db, asker, settings, isGroup);
    return await listAlerts(db, asker, place, isGroup);
  }
  if (command.kind === 'digest') {
    const { cadence, time } = command;
    const changes = {
      digest: cadence,
      ...(time ? { digestTime: time } : {}),
      ...(isGroup ? { turnId, quiet: null } : {}),
    };
    const { digest } = await change(context, changes, isGroup);
    return cadence === null || !digest ? say.digestOff : say.digestSet(cadence, whenAt(digest.nextAt, place));
  }
  if (isGroup) return `${say.privately} ${say.privatelyHint}`;
  switch (command.kind) {
    case 'on':
      await change(context, { alerts: true, askedAt: null }, false);
      return await listAlerts(db, asker, place, false);
    case 'off':
      await change(context, { alerts: false }, false);
      return say.stopped;
    case 'mute':
      await change(context, { mutedUntil: command.until }, false);
      return say.mutedUntil(whenAt(command.until, place));
    case 'unmute':
      await change(context, { mutedUntil: null }, false);
      return say.unmuted;
    case 'quiet':
      await change(context, { quiet: command.quiet }, false);
      return command.quiet ? say.quietSet(command.quiet.from, command.quiet.to) : say.quietOff;
    case 'fewer': {
      const { weeklyMost } = await settingsOf(db, asker.personId);
      if (weeklyMost <= 1) return say.fewest;
      await change(context, { weeklyMost: Math.floor(weeklyMost / 2) }, false);
      return say.fewer(Math.floor(weeklyMost / 2));
    }
    case 'here':
      await change(context, { turnId }, false);
      return say.sendHere;
    case 'urgent':
      await change(context, { urgentMayPass: command.passes }, false);
      return command.passes ? say.urgentPasses : say.urgentWaits;
    default:
      throw new Error(`"${command.kind}" changes nothing`);
  }
}

async function change({ db, asker }: ToolContext, changes: Partial<AlertSettings>, isGroup: boolean) {
  const id = isGroup ? asker.ledgerId : asker.personId;
  const settings = await changeSettings(db, id, asker.personId, changes, asker.now);
  return await arrangeAlerts(db, asker, settings, isGroup);
}
