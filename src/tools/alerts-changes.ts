/** What each wish about alerts changes, and what is said when it is done. */

import { Temporal } from 'temporal-polyfill';
import { turnIsOfGroup } from '../alerts/destination.ts';
import { whenAt } from '../alerts/list-alerts.ts';
import { type PlannedSettings, planSettings } from '../alerts/plan-settings.ts';
import { type AlertSettings, settingsOf, type WallTime } from '../alerts/settings.ts';
import type { PlannedChange } from '../domain/planned-change.ts';
import { InputError } from '../errors.ts';
import type { Weekday } from '../period.ts';
import { type AlertWords, alertWords } from '../wording/alert-words.ts';
import type { AlertsArgs } from './alerts.ts';
import type { ToolContext } from './tool.ts';

export interface AlertChange {
  /** None where it is like that already. */
  readonly changes: readonly PlannedChange[];
  readonly done: string;
}

/** Of a group only the digest can be arranged. Throws an InputError for anything else there, and for what is no time or day. */
export async function planAlertChange(context: ToolContext, args: AlertsArgs, isGroup: boolean): Promise<AlertChange> {
  const { db, asker, words } = context;
  const say = alertWords(words);
  if (args.action === 'digest' || args.action === 'digest_off') return await planDigest(context, args, isGroup);
  if (isGroup) throw new InputError(say.privately, say.privatelyHint);
  const { weeklyMost } = await settingsOf(db, asker.personId);
  const { wanted, done } = await changeFor(context, args, weeklyMost);
  const { changes } = await planSettings(db, asker, wanted, false);
  return { changes, done };
}

interface Wish {
  readonly wanted: Partial<AlertSettings>;
  readonly done: string;
}

async function changeFor(context: ToolContext, args: AlertsArgs, weeklyMost: number): Promise<Wish> {
  const { db, asker, words } = context;
  const say = alertWords(words);
  switch (args.action) {
    case 'on':
      return { wanted: { alerts: true }, done: say.on };
    case 'off':
      return { wanted: { alerts: false }, done: say.stopped };
    case 'mute': {
      const mutedUntil = endOfMute(args, context);
      return { wanted: { mutedUntil }, done: say.mutedUntil(whenAt(mutedUntil, { words, asker })) };
    }
    case 'unmute':
      return { wanted: { mutedUntil: null }, done: say.unmuted };
    case 'quiet': {
      const quiet = { from: requireTime(args.from, say), to: requireTime(args.to, say) };
      return { wanted: { quiet }, done: say.quietSet(quiet.from, quiet.to) };
    }
    case 'quiet_off':
      return { wanted: { quiet: null }, done: say.quietOff };
    case 'fewer': {
      const most = Math.max(1, Math.floor(weeklyMost / 2));
      return { wanted: { weeklyMost: most }, done: weeklyMost <= 1 ? say.fewest : say.fewer(most) };
    }
    case 'urgent_passes':
      return { wanted: { urgentMayPass: true }, done: say.urgentPasses };
    case 'urgent_waits':
      return { wanted: { urgentMayPass: false }, done: say.urgentWaits };
    case 'send_here':
      if (asker.turnId === null || (await turnIsOfGroup(db, asker.turnId))) {
        throw new InputError(say.privately, say.privatelyHint);
      }
      return { wanted: { turnId: asker.turnId }, done: say.sendHere };
    case 'fallback_on':
      return { wanted: { fallback: true }, done: say.fallbackOn };
    case 'fallback_off':
      return { wanted: { fallback: false }, done: say.fallbackOff };
    default:
      throw new Error(`"${args.action}" changes nothing`);
  }
}

async function planDigest(context: ToolContext, args: AlertsArgs, isGroup: boolean): Promise<AlertChange> {
  const { db, asker, words } = context;
  const say = alertWords(words);
  // It comes where it was asked for, and at the time that was named.
  const group = isGroup ? { turnId: asker.turnId, quiet: null } : {};
  if (args.action === 'digest_off') {
    const { changes } = await planSettings(db, asker, { digest: null, ...group }, isGroup);
    return { changes, done: say.digestOff };
  }
  const { cadence = 'weekly', time, weekday } = args;
  const digestTime = time === undefined ? {} : { digestTime: requireTime(time, say) };
  const wanted = { digest: cadence, ...digestTime, ...group };
  const plan: PlannedSettings = await planSettings(db, asker, wanted, isGroup, weekday as Weekday | undefined);
  if (plan.digestAt === null) throw new Error('a digest without a next time');
  return { changes: plan.changes, done: say.digestSet(cadence, whenAt(plan.digestAt, { words, asker })) };
}

/** "8:00" and "08:00" alike. Throws an InputError for what is no time of day. */
function requireTime(text: string | undefined, say: AlertWords): WallTime {
  const [, hour, minutes] = /^(\d{1,2}):(\d{2})$/.exec(text?.trim() ?? '') ?? [];
  if (hour === undefined || Number(hour) > 23 || Number(minutes) > 59) throw new InputError(say.notTime, say.timeHint);
  return `${hour.padStart(2, '0')}:${minutes}`;
}

/** Hours run; days, weeks and months go by the calendar, and a named day begins with its midnight, or at its time. */
function endOfMute({ until, count, unit, time }: AlertsArgs, { asker, words }: ToolContext): Temporal.Instant {
  const say = alertWords(words);
  const now = asker.now.toZonedDateTimeISO(asker.preferences.timezone);
  if (count !== undefined && unit !== undefined) return now.add({ [unit]: count }).toInstant();
  if (until === undefined && time === undefined) throw new InputError(say.notDay, say.dayHint);
  const at = Temporal.PlainTime.from(time === undefined ? '00:00' : requireTime(time, say));
  const day = until === undefined ? now.toPlainDate() : requireDay(until, say);
  const end = day.toZonedDateTime({ timeZone: now.timeZoneId, plainTime: at });
  const isOver = Temporal.ZonedDateTime.compare(end, now) <= 0;
  if (isOver && until !== undefined) throw new InputError(say.dayOver, say.dayHint);
  return (isOver ? end.add({ days: 1 }) : end).toInstant();
}

function requireDay(text: string, say: AlertWords): Temporal.PlainDate {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' });
  } catch {
    throw new InputError(say.notDay, say.dayHint);
  }
}
