/** What the scheduler runs: the day's look at everything, and digests. */

import type { Temporal } from 'temporal-polyfill';
import { nextInstant } from '../schedule/next-instant.ts';
import type { Handler, Outcome, Run, Schedule } from '../scheduler/handler.ts';
import type { Database, Queries } from '../store/database.ts';
import { addModelCall } from '../store/usage.ts';
import { wordsFor } from '../wording/words-for.ts';
import { type AbsentAsker, absentAsker, type Defaults } from './absent-asker.ts';
import type { Alert } from './alert.ts';
import { type AlertScheduleKind, arrangeAlerts } from './arrange-alerts.ts';
import { type DigestFacts, digestFacts } from './digest-facts.ts';
import { allRules, findAlerts } from './gather.ts';
import type { Phrase, Phrased } from './phrase.ts';
import { type Place, sayAlert } from './say-alert.ts';
import { linesOfDigest, sendDigest } from './send-digest.ts';
import { type AlertSettings, type QuietHours, settingsOf } from './settings.ts';
import { decideNow, tellAlerts } from './tell.ts';
import { ALERTS_USEFUL_HOURS, DIGEST_USEFUL_HOURS } from './thresholds.ts';

export interface AlertHouse {
  readonly database: Database;
  readonly defaults: Defaults;
  /** Where a language model is connected. */
  readonly phrase?: Phrase;
  /** Whether mail is set up. */
  readonly sendsMail?: boolean;
}

/** What was read before the transaction; null where there is nobody to tell. */
interface Prepared<Found> {
  readonly who: AbsentAsker;
  readonly found: Found;
  readonly phrased: Phrased | null;
}

export function alertHandlers(house: AlertHouse): Record<AlertScheduleKind, Handler> {
  return { alerts: alertsHandler(house) as Handler, digest: digestHandler(house) as Handler };
}

function alertsHandler(house: AlertHouse): Handler<Prepared<readonly Alert[]> | null> {
  const { database, defaults, sendsMail = false } = house;
  return {
    lateness: { policy: 'latest', usefulHours: ALERTS_USEFUL_HOURS },
    async prepare({ schedule, now }, signal) {
      const { client } = database;
      const who = await absentAsker(client, schedule, now, defaults);
      if (!who || who.isGroup) return null;
      const found = await findAlerts(client, who.asker);
      const phrased = await phrase(house, who, schedule, signal, async (place) => {
        const { wanted, rules } = wantedNow(found, await settingsOf(client, who.asker.personId));
        const { decision } = await decideNow(client, who.asker, wanted, rules, sendsMail);
        return decision.tell.map(({ facts }) => sayAlert(facts, place));
      });
      return { who, found, phrased };
    },
    async commit(tx, { schedule, now }, prepared) {
      const who = prepared && (await absentAsker(tx, schedule, now, defaults));
      if (!who || !prepared) return nobody;
      const { phrased } = prepared;
      const settings = await settingsOf(tx, who.asker.personId);
      const { wanted, rules } = wantedNow(prepared.found, settings);
      await tellAlerts(tx, who.asker, wanted, rules, defaults.language, sendsMail, phrased);
      await countPhrased(tx, phrased, now);
      await followZone(tx, who, schedule, settings);
      return null;
    },
  };
}

/** A monthly digest says the same as the end of a month, and more. */
function wantedNow(found: readonly Alert[], { digest }: AlertSettings) {
  const rules = digest === 'monthly' ? allRules.filter((rule) => rule !== 'month-end') : allRules;
  return { wanted: found.filter(({ facts }) => rules.includes(facts.rule)), rules };
}

function digestHandler(house: AlertHouse): Handler<Prepared<DigestFacts | null> | null> {
  const { database, defaults, sendsMail = false } = house;
  return {
    lateness: { policy: 'latest', usefulHours: DIGEST_USEFUL_HOURS },
    async prepare({ schedule, at, now }: Run, signal) {
      const { client } = database;
      const who = await absentAsker(client, schedule, now, defaults);
      if (!who) return null;
      const { asker, isGroup } = who;
      const { digest, digestTime } = await settingsOf(client, isGroup ? schedule.ledgerId : schedule.personId);
      const found = digest === null ? null : await digestFacts(client, asker, digest, digestTime);
      const phrased = await phrase(house, who, schedule, signal, async () =>
        found === null
          ? null
          : await linesOfDigest(client, asker, { facts: found, at, isGroup }, defaults.language, sendsMail),
      );
      return { who, found, phrased };
    },
    async commit(tx, { schedule, at, now }, prepared) {
      const who = prepared && (await absentAsker(tx, schedule, now, defaults));
      if (!who || !prepared) return nobody;
      const { found: facts, phrased } = prepared;
      const { asker, isGroup } = who;
      const settings = await settingsOf(tx, isGroup ? schedule.ledgerId : schedule.personId);
      const end = facts && (await sendDigest(tx, asker, { facts, at, isGroup }, defaults.language, sendsMail, phrased));
      await countPhrased(tx, phrased, now);
      if (end === 'quiet' && settings.quiet) return { becomes: 'later', at: endOf(settings.quiet, who, now) };
      await followZone(tx, who, schedule, settings);
      return null;
    },
  };
}

/** In a model's words what would be said now, where there is a model and something to say. */
async function phrase(
  house: AlertHouse,
  { asker }: AbsentAsker,
  schedule: Schedule,
  signal: AbortSignal,
  linesNow: (place: Place) => Promise<readonly string[] | null>,
): Promise<Phrased | null> {
  if (!house.phrase) return null;
  const language = asker.preferences.language ?? house.defaults.language;
  const lines = await linesNow({ words: wordsFor(language), asker });
  if (!lines || lines.length === 0) return null;
  const { personId, now } = asker;
  return await house.phrase({ lines, language, personId, occasion: schedule.id, now }, signal);
}

async function countPhrased(db: Queries, phrased: Phrased | null, now: Temporal.Instant): Promise<void> {
  for (const call of phrased?.calls ?? []) await addModelCall(db, call, new Date(now.epochMilliseconds));
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
