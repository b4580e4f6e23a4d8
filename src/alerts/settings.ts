/** How somebody wants to be spoken to unasked. */

import { Temporal } from 'temporal-polyfill';
import { type AlertSettingsRow, findAlertSettings, writeAlertSettings } from '../store/alert-settings.ts';
import type { Queries } from '../store/database.ts';
import { DIGEST_TIME, QUIET_HOURS, WEEKLY_MOST } from './thresholds.ts';

/** "HH:MM" by the person's own clock. */
export type WallTime = string;

/** From `from` until before `to`, over midnight where `to` is the earlier one; all day where they are alike. */
export interface QuietHours {
  readonly from: WallTime;
  readonly to: WallTime;
}

export type DigestCadence = 'daily' | 'weekly' | 'monthly';

export interface Pause {
  readonly at: Temporal.Instant;
  /** Platforms by their names, "mail" among them. */
  readonly on: readonly string[];
}

/** What goes to the e-mail address instead of into a chat. */
export type EmailTakes = 'digests' | 'everything';

export interface AlertSettings {
  readonly alerts: boolean;
  /** Null for none. */
  readonly digest: DigestCadence | null;
  readonly digestTime: WallTime;
  readonly quiet: QuietHours | null;
  readonly mutedUntil: Temporal.Instant | null;
  /** Unasked messages in any seven days, digests apart. */
  readonly weeklyMost: number;
  /** Whether what is urgent may come in quiet hours and while muted. */
  readonly urgentMayPass: boolean;
  /** The turn by whose address messages go; null for the latest private conversation. */
  readonly turnId: string | null;
  /** When they were asked whether to stop. */
  readonly askedAt: Temporal.Instant | null;
  /** The address that its owner has confirmed; null for none. */
  readonly email: string | null;
  /** Null for nothing. */
  readonly emailTakes: EmailTakes | null;
  /** Whether another of their chats may be used where the chosen one takes nothing. */
  readonly fallback: boolean;
  /** Since when platforms take nothing, and which; null once they have been told. */
  readonly paused: Pause | null;
}

export const defaultSettings: AlertSettings = {
  alerts: true,
  digest: null,
  digestTime: DIGEST_TIME,
  quiet: QUIET_HOURS,
  mutedUntil: null,
  weeklyMost: WEEKLY_MOST,
  urgentMayPass: false,
  turnId: null,
  askedAt: null,
  email: null,
  emailTakes: null,
  fallback: false,
  paused: null,
};

/** `id` is a person's, or that of a group's ledger. */
export async function settingsOf(db: Queries, id: string): Promise<AlertSettings> {
  const row = await findAlertSettings(db, id);
  return row ? fromRow(row) : defaultSettings;
}

/** What is not among the changes stays. `personId` is who asked for it. */
export async function changeSettings(
  db: Queries,
  id: string,
  personId: string,
  changes: Partial<AlertSettings>,
  now: Temporal.Instant,
): Promise<AlertSettings> {
  const settings = { ...(await settingsOf(db, id)), ...changes };
  await writeAlertSettings(db, rowOf(id, personId, settings, now));
  return settings;
}

/** The settings as they are kept. */
export function rowOf(id: string, personId: string, settings: AlertSettings, now: Temporal.Instant): AlertSettingsRow {
  return {
    id,
    personId,
    alerts: settings.alerts ? 'on' : 'off',
    digest: settings.digest ?? 'off',
    digestTime: settings.digestTime,
    quietFrom: settings.quiet?.from ?? null,
    quietTo: settings.quiet?.to ?? null,
    mutedUntil: dateOf(settings.mutedUntil),
    weeklyMost: settings.weeklyMost,
    urgent: settings.urgentMayPass ? 'passes' : 'waits',
    turnId: settings.turnId,
    askedAt: dateOf(settings.askedAt),
    email: settings.email,
    emailTakes: settings.emailTakes,
    fallback: settings.fallback ? 'yes' : null,
    pausedAt: dateOf(settings.paused?.at ?? null),
    pausedOn: settings.paused?.on.join(' ') ?? null,
    updatedAt: new Date(now.epochMilliseconds),
  };
}

/** Whether the person's clock stands within their quiet hours. */
export function isQuiet({ quiet }: Pick<AlertSettings, 'quiet'>, now: Temporal.Instant, timeZone: string): boolean {
  return quiet !== null && isWithin(quiet, wallTimeAt(now, timeZone));
}

export function isMuted({ mutedUntil }: Pick<AlertSettings, 'mutedUntil'>, now: Temporal.Instant): boolean {
  return mutedUntil !== null && Temporal.Instant.compare(now, mutedUntil) < 0;
}

/** The time itself, or the end of the quiet hours that it falls into. */
export function outsideQuiet(time: WallTime, quiet: QuietHours | null): WallTime {
  return quiet !== null && isWithin(quiet, time) ? quiet.to : time;
}

function isWithin({ from, to }: QuietHours, time: WallTime): boolean {
  return from < to ? time >= from && time < to : time >= from || time < to;
}

function wallTimeAt(now: Temporal.Instant, timeZone: string): WallTime {
  return now.toZonedDateTimeISO(timeZone).toPlainTime().toString().slice(0, 5);
}

function fromRow(row: AlertSettingsRow): AlertSettings {
  const { quietFrom, quietTo, pausedOn } = row;
  const pausedAt = instantOf(row.pausedAt);
  return {
    alerts: row.alerts === 'on',
    digest: row.digest === 'off' ? null : (row.digest as DigestCadence),
    digestTime: row.digestTime,
    quiet: quietFrom === null || quietTo === null ? null : { from: quietFrom, to: quietTo },
    mutedUntil: instantOf(row.mutedUntil),
    weeklyMost: row.weeklyMost,
    urgentMayPass: row.urgent === 'passes',
    turnId: row.turnId,
    askedAt: instantOf(row.askedAt),
    email: row.email,
    emailTakes: row.emailTakes as EmailTakes | null,
    fallback: row.fallback === 'yes',
    paused: pausedAt && pausedOn ? { at: pausedAt, on: pausedOn.split(' ') } : null,
  };
}

function dateOf(instant: Temporal.Instant | null): Date | null {
  return instant && new Date(instant.epochMilliseconds);
}

function instantOf(date: Date | null): Temporal.Instant | null {
  return date && Temporal.Instant.fromEpochMilliseconds(date.getTime());
}
