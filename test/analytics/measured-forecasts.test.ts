import { expect, test } from 'vitest';
import { demoEntries } from '../../src/demo/demo-ledger.ts';
import { openDatabase } from '../../src/store/database.ts';
import { migrate } from '../../src/store/migrate.ts';
import { households } from '../insight/households.ts';
import { madeUpLedger } from '../insight/made-up-ledger.ts';
import { type Judged, judgeLedger, type PastEntry, scoreOf } from './measured-forecasts.ts';

// scripts/measure-forecasts.ts prints more of this, over more ledgers and years.
test('bands hold about what they promise, and forecasts are nearer than the year before', async () => {
  const demo: PastEntry[] = demoEntries({ until: '2026-06-30', seed: 2 })
    .filter(({ currency }) => currency === 'EUR')
    .map(({ kind, date, amount, merchant }) => ({
      kind,
      day: date,
      amount: Math.round(Number(amount) * 100),
      merchant,
    }));
  const [freelancer, student] = ['freelancer', 'student'].map((name) => {
    const household = households.find((each) => each.name === name);
    if (!household) throw new Error(`no household ${name}`);
    return madeUpLedger(household, '2023-01-01', '2024-12-31', 2);
  });
  const database = await openDatabase('file::memory:');
  const judged: Judged[] = [];
  try {
    await migrate(database);
    for (const entries of [demo, freelancer ?? [], student ?? []])
      judged.push(...(await judgeLedger(database, entries)));
  } finally {
    await database.close();
  }
  const running = scoreOf(judged.filter(({ ahead }) => ahead === 0));
  const coming = scoreOf(judged.filter(({ ahead }) => ahead > 0));
  expect(running.cases).toBeGreaterThan(200);
  expect(coming.cases).toBeGreaterThan(100);
  for (const { within } of [running, coming]) expect(within).toBeGreaterThan(0.72);
  // A band that holds everything says nothing.
  expect(coming.within).toBeLessThan(0.95);
  expect(running.better).toBeGreaterThan(0.6);
  expect(coming.better).toBeGreaterThan(0.5);
  expect(running.relativeError).toBeLessThan(0.6);
  expect(coming.relativeError).toBeLessThan(1);
}, 60_000);
