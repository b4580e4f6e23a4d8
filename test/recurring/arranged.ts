/** Recurring entries of a ledger in tests: arranged, posted by the real scheduler, and looked at. */

import { Temporal } from 'temporal-polyfill';
import { onTestFinished } from 'vitest';
import type { Asker } from '../../src/domain/asker.ts';
import type { NewEntry } from '../../src/domain/entries.ts';
import { carryOut } from '../../src/domain/operation.ts';
import { chargeOf } from '../../src/domain/recurring-entries.ts';
import { createLog } from '../../src/log.ts';
import { toDecimal } from '../../src/money.ts';
import { dayAt } from '../../src/period.ts';
import { planRecurring } from '../../src/recurring/arrange-entries.ts';
import { recurringHandlers } from '../../src/recurring/post-entry.ts';
import type { Cadence } from '../../src/schedule/cadence.ts';
import type { Handlers } from '../../src/scheduler/handler.ts';
import { createScheduler } from '../../src/scheduler/scheduler.ts';
import type { Database } from '../../src/store/database.ts';
import { listEntries } from '../../src/store/entries.ts';
import type { TestLedger } from '../domain/open-ledger.ts';

export const defaults = { currency: 'EUR', timezone: 'Europe/Berlin', firstDayOfWeek: 1, language: 'en' } as const;

export const monthlyOn = (day: number) => ({ repeats: 'monthly', day, at: '06:00' }) as const;

export const rent: NewEntry & { kind: 'expense' } = { kind: 'expense', amount: '900', note: 'rent' };

/** The ledger at another moment, by its person's clock. */
export function at(ledger: TestLedger, now: string): TestLedger {
  const instant = Temporal.Instant.from(now);
  const { timezone } = ledger.asker.preferences;
  return { ...ledger, asker: { ...ledger.asker, now: instant, today: dayAt(instant, timezone) } };
}

export async function arrange(
  { run, asker }: TestLedger,
  entry: Parameters<typeof chargeOf>[2],
  cadence: Cadence,
  by: Asker = asker,
) {
  return await run(async (db) => {
    const { charge } = await chargeOf(db, by, entry, '');
    const plan = await planRecurring(db, by, charge, cadence);
    return { ...plan, operationId: await carryOut(db, by, plan.changes) };
  });
}

/** Runs all that is due at this moment, as a server with this name would. */
export async function postUpTo(database: Database, now: string, options: { name?: string; handlers?: Handlers } = {}) {
  const { name = 'here', handlers = recurringHandlers(defaults) } = options;
  const scheduler = createScheduler({
    ...{ database, handlers, log: createLog('silent') },
    clock: { now: () => Temporal.Instant.from(now) },
    worker: { name, isGone: (other) => other.startsWith('gone') },
  });
  onTestFinished(() => scheduler.stop());
  return await scheduler.tick();
}

/** "2026-12-01 900.00 EUR rent", oldest first. */
export async function posted({ database, asker }: TestLedger): Promise<string[]> {
  const entries = await listEntries(database.client, asker.ledgerId, {}, 'oldest');
  return entries.map(({ day, amount, merchant, note }) =>
    [day, toDecimal(amount), amount.currency, merchant ?? note].filter(Boolean).join(' '),
  );
}
