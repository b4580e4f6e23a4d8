/** What somebody does about something that they were told unasked. */

import type { Asker } from '../domain/asker.ts';
import { carryOut } from '../domain/operation.ts';
import { InputError } from '../errors.ts';
import { latestTurns } from '../store/alert-settings.ts';
import type { Queries } from '../store/database.ts';
import type { EntryFilter } from '../store/entries.ts';
import {
  findNotice,
  latestNotices,
  markAnswered,
  type Notice,
  noticesOfMessage,
  writeNotice,
} from '../store/notices.ts';
import { readRecord } from '../store/records.ts';
import { alertWords } from '../wording/alert-words.ts';
import type { Words } from '../wording/words.ts';
import type { AlertFacts } from './alert.ts';
import { ANY_BUCKET } from './decide.ts';
import { hasRows } from './unasked.ts';

/** What a notice told, read. */
export interface ToldNotice extends Notice {
  readonly messageId: string;
  readonly read: AlertFacts;
}

/** The entries behind one: a filter, or where that can't name them, their ids. */
export type RowsBehind = { readonly filter: EntryFilter } | { readonly ids: readonly string[] };

/** What the message told; none for one of somebody else, or of another ledger. */
export async function toldInMessage(db: Queries, asker: Asker, messageId: string): Promise<ToldNotice[]> {
  return (await noticesOfMessage(db, asker, messageId)).flatMap(readTold);
}

/** The same; throws an InputError for one of somebody else, or of another ledger. */
export async function toldIn(db: Queries, asker: Asker, messageId: string, words: Words): Promise<ToldNotice[]> {
  const told = await toldInMessage(db, asker, messageId);
  if (told.length === 0) throw new InputError(alertWords(words).gone, alertWords(words).goneHint);
  return told;
}

/** One that was told, by its id. Throws as {@link toldIn} does. */
export async function toldNotice(db: Queries, asker: Asker, id: string, words: Words): Promise<ToldNotice> {
  const row = await findNotice(db, asker, id);
  const told = row?.messageId ? await toldIn(db, asker, row.messageId, words) : [];
  const found = told.find((notice) => notice.id === id);
  if (!found) throw new InputError(alertWords(words).gone, alertWords(words).goneHint);
  return found;
}

/**
 * What an answer in this conversation is about: the last unasked message, when nothing was said there since. None for
 * none.
 */
export async function lastTold(db: Queries, asker: Asker, conversation: string): Promise<ToldNotice[]> {
  const [latest] = (await latestNotices(db, asker, ['told'], 1)).flatMap(readTold);
  if (!latest || latest.conversation !== conversation || latest.toldAt === null) return [];
  const spoken = (await latestTurns(db, asker.personId, TURNS_BACK)).find((turn) => turn.conversation === conversation);
  if (spoken?.doneAt && spoken.doneAt.getTime() > latest.toldAt.getTime() && !isAbout(spoken.reply, latest.messageId)) {
    return [];
  }
  return await toldInMessage(db, asker, latest.messageId);
}

const TURNS_BACK = 10;

/** "Why?" may be followed by "ignore it": the answer to one was about the same message. */
function isAbout(reply: string | null, messageId: string): boolean {
  return (JSON.parse(reply ?? '{}') as { unasked?: string }).unasked === messageId;
}

/** Null for what has no entries behind it. */
export function rowsBehind({ read }: ToldNotice): RowsBehind | null {
  if (!hasRows(read)) return null;
  if (read.rule === 'budget') {
    const { period, categoryId } = read;
    return { filter: { ...period, kinds: ['expense', 'refund'], ...(categoryId === null ? {} : { categoryId }) } };
  }
  if (read.rule === 'watched') {
    const { entry, period, categoryId, merchantKey } = read;
    if (entry) return { ids: [entry.id] };
    const about = { ...(categoryId && { categoryId }), ...(merchantKey && { texts: [merchantKey] }) };
    return { filter: { ...period, kinds: ['expense', 'refund'], ...about } };
  }
  if (read.rule === 'month-end') return { filter: { ...read.month, kinds: ['expense', 'refund'] } };
  return 'entries' in read ? { ids: read.entries.map(({ id }) => id) } : null;
}

/** Nothing of it is brought up again: a finding until its amount changes, a budget for its period, a bill for good. */
export async function ignore(db: Queries, asker: Asker, told: readonly ToldNotice[]): Promise<void> {
  const at = new Date(asker.now.epochMilliseconds);
  for (const { read, messageId, ...notice } of told) {
    await markAnswered(db, asker, messageId, at);
    if ('finding' in read) {
      await dismiss(db, asker, read.finding, at);
      continue;
    }
    const { key, rule, severity, stakeMinor, facts } = notice;
    const never = { state: 'dropped', reason: 'dismissed', messageId: null, conversation: null, toldAt: null } as const;
    await writeNotice(db, asker, {
      key,
      rule,
      severity,
      stakeMinor,
      facts,
      bucket: ANY_BUCKET,
      ...never,
      decidedAt: at,
    });
  }
}

/** So that nobody is asked about it by "anything unusual?" either; "undo" takes it back. */
async function dismiss(
  db: Queries,
  asker: Asker,
  { key, fact }: { readonly key: string; readonly fact: string },
  at: Date,
): Promise<void> {
  const { ledgerId, personId } = asker;
  const id = `${ledgerId}/${key}`;
  const before = await readRecord(db, 'dismissal', id);
  if (before?.fact === fact) return;
  const after = { ledgerId, key, fact, personId, createdAt: at.toISOString() };
  await carryOut(db, asker, [{ entity: 'dismissal', id, before, after }]);
}

function readTold(notice: Notice): ToldNotice[] {
  const { messageId, state } = notice;
  if (messageId === null || state !== 'told' || notice.rule === 'digest') return [];
  return [{ ...notice, messageId, read: JSON.parse(notice.facts) as AlertFacts }];
}
