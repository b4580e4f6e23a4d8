/** What the scheduler runs: the day's look at everything, and digests. */

import type { Temporal } from 'temporal-polyfill';
import type { Asker } from '../domain/asker.ts';
import { nextInstant } from '../schedule/next-instant.ts';
import type { Handler, Outcome, Run, Schedule } from '../scheduler/handler.ts';
import type { Database, Queries } from '../store/database.ts';
import { type AbsentAsker, absentAsker, type Defaults } from './absent-asker.ts';
import type { Alert } from './alert.ts';
import { type AlertScheduleKind, arrangeAlerts } from './arrange-alerts.ts';
import type { Decision } from './decide.ts';
import { type DigestFacts, digestFacts } from './digest-facts.ts';
import { allRules, findAlerts } from './gather.ts';
import { sendDigest } from './send-digest.ts';
import { type AlertSettings, type QuietHours, settingsOf } from './settings.ts';
import { tellAlerts } from './tell.ts';
import { ALERTS_USEFUL_HOURS, DIGEST_USEFUL_HOURS } from './thresholds.ts';

export interface AlertHouse {
  readonly database: Database;
  readonly defaults: Defaults;
}

/** What was read before the transaction; null where there is nobody to tell. */
interface Prepared<Found> {
  readonly who: AbsentAsker;
  readonly found: Found;
}

export function alertHandlers(house: AlertHouse): Record<AlertScheduleKind, Handler> {
  return { alerts: alertsHandler(house) as Handler, digest: digestHandler(house) as Handler };
}

/**
 * Looks at the budgets of the asker's own ledger at once, after something was recorded. Outside of the turn's own
 * transaction: it reads more than a turn should wait for.
 */
export async function lookAtBudgets({ database, defaults }: AlertHouse, asker: Asker): Promise<Decision> {
  const found = await findAlerts(database.client, asker, ['budget']);
  return await database.transaction((tx) => tellAlerts(tx, asker, found, ['budget'], defaults.language));
}

function alertsHandler({ database, defaults }: AlertHouse): Handler<Prepared<readonly Alert[]> | null> {
  return {
    lateness: { policy: 'latest', usefulHours: ALERTS_USEFUL_HOURS },
    async prepare({ schedule, now }) {
      const who = await absentAsker(database.client, schedule, now, defaults);
      if (!who || who.isGroup) return null;
      return { who, found: await findAlerts(database.client, who.asker) };
    },
    async commit(tx, { schedule, now }, prepared) {
      const who = prepared && (await absentAsker(tx, schedule, now, defaults));
      if (!who || !prepared) return nobody;
      const settings = await settingsOf(tx, who.asker.personId);
      const { digest } = settings;
      // A monthly digest says the same, and more.
      const rules = digest === 'monthly' ? allRules.filter((rule) => rule !== 'month-end') : allRules;
      const found = prepared.found.filter(({ facts }) => rules.includes(facts.rule));
      await tellAlerts(tx, who.asker, found, rules, defaults.language);
      await followZone(tx, who, schedule, settings);
      return null;
    },
  };
}

function digestHandler({ database, defaults }: AlertHouse): Handler<Prepared<DigestFacts | null> | null> {
  return {
    lateness: { policy: 'latest', usefulHours: DIGEST_USEFUL_HOURS },
    async prepare({ schedule, now }: Run) {
      const { client } = database;
      const who = await absentAsker(client, schedule, now, defaults);
      if (!who) return null;
      const { digest, digestTime } = await settingsOf(client, who.isGroup ? schedule.ledgerId : schedule.personId);
      const found = digest === null ? null : await digestFacts(client, who.asker, digest, digestTime);
      return { who, found };
    },
    async commit(tx, { schedule, at, now }, prepared) {
      const who = prepared && (await absentAsker(tx, schedule, now, defaults));
      if (!who || !prepared) return nobody;
      const { found: facts } = prepared;
      const settings = await settingsOf(tx, who.isGroup ? schedule.ledgerId : schedule.personId);
      const end = facts && (await sendDigest(tx, who.asker, { facts, at, isGroup: who.isGroup }, defaults.language));
      if (end === 'quiet' && settings.quiet) return { becomes: 'later', at: endOf(settings.quiet, who, now) };
      await followZone(tx, who, schedule, settings);
      return null;
    },
  };
}

/** Somebody who lives by another clock now hears from the next time on by that one. */
async function followZone(
  db: Queries,
  { asker, isGroup }: AbsentAsker,
  schedule: Schedule,
  settings: AlertSettings,
): Promise<void> {
  if (schedule.timeZone !== asker.preferences.timezone) await arrangeAlerts(db, asker, settings, isGroup);
}

function endOf({ to }: QuietHours, { asker }: AbsentAsker, now: Temporal.Instant): Temporal.Instant | undefined {
  return nextInstant({ repeats: 'daily', at: to }, now, asker.preferences.timezone) ?? undefined;
}

const nobody: Outcome = { becomes: 'ended', why: 'There is nobody to tell it to any more.' };
