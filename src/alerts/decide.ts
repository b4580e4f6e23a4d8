/** What of all that was found is told now, what waits, and what is let go: nothing but a decision. */

import type { Temporal } from 'temporal-polyfill';
import type { Notice } from '../store/notices.ts';
import type { Alert, RuleName } from './alert.ts';
import { type AlertSettings, isMuted, isQuiet } from './settings.ts';
import { DAYS_OF_A_WEEK, MOST_DAYS_HELD, MOST_IN_A_MESSAGE } from './thresholds.ts';

/** Why something waits. */
export type HoldReason =
  | 'quiet'
  | 'muted'
  /** As many messages as they want were sent in the last seven days. */
  | 'weekly-limit'
  /** Too small for a message of its own. */
  | 'small'
  /** More urgent things filled the message. */
  | 'room'
  /** There is no private conversation to tell it in. */
  | 'nowhere'
  /** The platform refused the last message there. */
  | 'refused';

/** Why something is not told at all. */
export type DropReason =
  | 'off'
  | 'no-longer-true'
  /** Something graver of the same cause was told. */
  | 'covered'
  /** It waited for too long. */
  | 'old'
  /** They said that it is fine. */
  | 'dismissed';

/** Stands for all buckets of a cause that nobody wants to hear of. */
export const ANY_BUCKET = '*';

export type Known = Pick<Notice, 'key' | 'bucket' | 'rule' | 'state' | 'reason' | 'createdAt'>;

export interface Look {
  readonly found: readonly Alert[];
  /** The rules that were asked: what the others hold back stays as it is. */
  readonly rules: readonly RuleName[];
  /** Notices of the causes found, and all that are held back. */
  readonly known: readonly Known[];
  /** When unasked messages were sent, digests apart: those of the last seven days at the least. */
  readonly sent: readonly Temporal.Instant[];
  /** Why nothing can be sent at all; null where it can. */
  readonly blocked: 'nowhere' | 'refused' | null;
}

export interface Decision {
  /** One message, the most money first; empty for none. */
  readonly tell: readonly Alert[];
  readonly hold: readonly { readonly alert: Alert; readonly reason: HoldReason }[];
  readonly drop: readonly { readonly key: string; readonly bucket: string; readonly reason: DropReason }[];
  /** Never to be told, because what is told now says more. */
  readonly covered: readonly { readonly alert: Alert; readonly bucket: string }[];
}

/** `now` and the person's own time zone say whether it is quiet. */
export function decide(look: Look, settings: AlertSettings, now: Temporal.Instant, timeZone: string): Decision {
  const held = look.known.filter(({ state, rule }) => state === 'held' && look.rules.includes(rule as RuleName));
  if (!settings.alerts) return { ...nothing, drop: held.map((notice) => dropped(notice, 'off')) };
  const stillTrue = new Set(look.found.map(idOf));
  const tooOld = now.epochMilliseconds - MOST_DAYS_HELD * 24 * 3_600_000;
  const old = held.filter((notice) => stillTrue.has(idOf(notice)) && notice.createdAt.getTime() < tooOld);
  const gone = held.filter((notice) => !stillTrue.has(idOf(notice)));
  const done = new Set([...look.known.filter(isDone), ...old].map(idOf));
  const isOver = (alert: Alert) => done.has(idOf(alert)) || done.has(idOf({ ...alert, bucket: ANY_BUCKET }));
  const open = look.found.filter((alert) => !isOver(alert)).sort(byStake);
  const { tell, hold } = divide(open, look, settings, now, timeZone);
  return {
    tell,
    hold,
    drop: [...gone.map((notice) => dropped(notice, 'no-longer-true')), ...old.map((notice) => dropped(notice, 'old'))],
    covered: tell.flatMap((alert) =>
      (alert.covers ?? [])
        .filter((bucket) => !done.has(idOf({ key: alert.key, bucket })))
        .map((bucket) => ({ alert, bucket })),
    ),
  };
}

const nothing: Decision = { tell: [], hold: [], drop: [], covered: [] };

function divide(
  open: readonly Alert[],
  { sent, blocked }: Look,
  settings: AlertSettings,
  now: Temporal.Instant,
  timeZone: string,
): Pick<Decision, 'tell' | 'hold'> {
  const waiting = isMuted(settings, now) ? 'muted' : isQuiet(settings, now, timeZone) ? 'quiet' : null;
  const week = now.epochMilliseconds - DAYS_OF_A_WEEK * 24 * 3_600_000;
  const isFull = sent.filter((each) => each.epochMilliseconds > week).length >= settings.weeklyMost;
  const reasonFor = ({ severity }: Alert): HoldReason | null => {
    if (waiting !== null && !(settings.urgentMayPass && severity === 'high')) return waiting;
    return blocked ?? (isFull ? 'weekly-limit' : null);
  };
  const free = open.filter((alert) => reasonFor(alert) === null);
  const isWorthIt = free.some(({ severity }) => severity !== 'low');
  const tell = isWorthIt ? free.slice(0, MOST_IN_A_MESSAGE) : [];
  const hold = open
    .filter((alert) => !tell.includes(alert))
    .map((alert) => ({ alert, reason: reasonFor(alert) ?? (isWorthIt ? 'room' : 'small') }));
  return { tell, hold };
}

const finalDrops: readonly string[] = ['covered', 'old', 'dismissed'] satisfies readonly DropReason[];

/** Told, or let go for good. What was let go because it was not true, or alerts were off, may come again. */
function isDone({ state, reason }: Known): boolean {
  return state === 'told' || (state === 'dropped' && finalDrops.includes(reason ?? ''));
}

/** The most money first, and what is low last: it may only fill up a message. */
function byStake(a: Alert, b: Alert): number {
  const isLow = Number(a.severity === 'low') - Number(b.severity === 'low');
  return isLow || b.stake - a.stake || (a.key < b.key ? -1 : 1);
}

function dropped({ key, bucket }: Known, reason: DropReason): Decision['drop'][number] {
  return { key, bucket, reason };
}

function idOf({ key, bucket }: { readonly key: string; readonly bucket: string }): string {
  return `${key}\n${bucket}`;
}
