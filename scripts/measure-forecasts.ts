/**
 * Measures forecasts on made-up ledgers (the demo's and those of several households): how many months end within the
 * band that should hold 80 of 100, how many are nearer than the same month of the year before, and by how much.
 *
 *     node scripts/measure-forecasts.ts --seeds 2 --years 3
 */

import { parseArgs } from 'node:util';
import { demoEntries } from '../src/demo/demo-ledger.ts';
import { addDays, addMonths } from '../src/period.ts';
import { openDatabase } from '../src/store/database.ts';
import { migrate } from '../src/store/migrate.ts';
import { type Judged, judgeLedger, scoreOf } from '../test/analytics/measured-forecasts.ts';
import { households } from '../test/insight/households.ts';
import { madeUpLedger } from '../test/insight/made-up-ledger.ts';

const { values } = parseArgs({
  options: { seeds: { type: 'string', default: '2' }, years: { type: 'string', default: '3' } },
});
const [seeds, years] = [Number(values.seeds), Number(values.years)];
const from = '2023-01-01';
const database = await openDatabase('file::memory:');
await migrate(database);
const all: Judged[] = [];
try {
  for (let seed = 1; seed <= seeds; seed++) {
    const demo = demoEntries({ until: '2026-06-30', seed }).filter(({ currency }) => currency === 'EUR');
    await print(
      `demo ${seed}`,
      demo.map(({ kind, date, amount, merchant, note }) => ({
        ...{ kind, day: date, amount: Math.round(Number(amount) * 100) },
        merchant: merchant || (note ?? ''),
      })),
    );
    for (const household of households) {
      const entries = madeUpLedger(household, from, addDays(addMonths(from, years * 12), -1), seed);
      await print(`${household.name} ${seed}`, entries);
    }
  }
  report('all of them', all);
} finally {
  await database.close();
}

async function print(name: string, entries: Parameters<typeof judgeLedger>[1]): Promise<void> {
  const judged = await judgeLedger(database, entries);
  all.push(...judged);
  report(name, judged);
}

function report(name: string, judged: readonly Judged[]): void {
  const parts = ['running month', '1 month ahead', '2', '3'].map((label, ahead) => {
    const own = judged.filter((each) => each.ahead === ahead);
    if (own.length === 0) return `${label}: none`;
    const { cases, within, better, relativeError } = scoreOf(own);
    const percent = (share: number) => `${Math.round(100 * share)} %`;
    return `${label}: ${percent(within)} within, ${percent(better)} better, error ×${relativeError.toFixed(2)} (${cases})`;
  });
  process.stdout.write(`${name}: ${parts.join('; ')}\n`);
}
