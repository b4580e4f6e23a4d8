/**
 * What the guards of a query cost: the parser, and the reader beside the same query run bare on the base tables with a
 * ledger filter, over 1,000,000 entries of ten ledgers, on SQLite and on MariaDB or MySQL, in one run.
 */

import { newId } from '../src/id.ts';
import { checkQuery } from '../src/sql/check-query.ts';
import { openDatabase } from '../src/store/database.ts';
import { openReader } from '../src/store/reader/open-reader.ts';
import {
  type Dialect,
  dayAfter,
  type EntryColumns,
  type FilledLedger,
  insertEntries,
  onBenchDatabases,
} from './entry-rows.ts';

const LEDGERS = 10;
const CATEGORIES = 15;
const RUNS = 25;

interface Pair {
  readonly name: string;
  readonly view: string;
  /** The same over the base tables; ? is the ledger. */
  readonly bare: string;
}

const pairs: readonly Pair[] = [
  {
    name: 'a month by category',
    view: `select category, sum(amount_home) as spent from entries where day between '2026-03-01' and '2026-03-31' and kind = 'expense' group by category order by spent desc`,
    bare: `select c.name as category, sum(e.homeMinor / 100.0) as spent from Entry e join Category c on c.id = e.categoryId where e.ledgerId = ? and e.deletedAt is null and e.day between '2026-03-01' and '2026-03-31' and e.kind = 'expense' group by c.name order by spent desc`,
  },
  {
    name: 'all years by month',
    view: `select month, sum(amount_home) as spent from entries where kind = 'expense' group by month order by month`,
    bare: `select substr(e.day, 1, 7) as month, sum(e.homeMinor / 100.0) as spent from Entry e where e.ledgerId = ? and e.deletedAt is null and e.kind = 'expense' group by substr(e.day, 1, 7) order by month`,
  },
  {
    name: 'the ten largest of a category',
    view: `select day, merchant, amount from entries where category = 'category 3' order by amount desc limit 10`,
    bare: `select e.day, e.merchant, e.amountMinor / 100.0 as amount from Entry e join Category c on c.id = e.categoryId where e.ledgerId = ? and e.deletedAt is null and c.ledgerId = e.ledgerId and c.name = 'category 3' order by amount desc limit 10`,
  },
  {
    name: 'count of a merchant',
    view: `select count(*) as times from entries where merchant = 'merchant 77'`,
    bare: `select count(*) as times from Entry e where e.ledgerId = ? and e.deletedAt is null and e.merchant = 'merchant 77'`,
  },
];

export async function benchSql(print: (line: string) => void, rows = 1_000_000): Promise<void> {
  await benchParser(print);
  await onBenchDatabases('sql', async ({ dialect, url, openBare }) => {
    const ledgers = await makeLedgers(url);
    const bare = await openBare();
    for (const ledger of ledgers) await insertEntries(bare, ledger, rows / LEDGERS, columnsOn(dialect));
    if (dialect === 'mysql') await bare.query('ANALYZE TABLE Entry');
    const ledgerId = ledgers[0]?.ledgerId ?? '';
    const reader = await openReader(url);
    for (const { name, view, bare: sql } of pairs) {
      await compare(
        print,
        `${dialect}, ${name}`,
        () => reader.read(ledgerId, view),
        () => bare.query(sql, [ledgerId]),
      );
    }
    await reader.close();
    await bare.close();
  });
}

function columnsOn(dialect: Dialect): EntryColumns {
  return {
    kind: "CASE WHEN i % 40 = 0 THEN 'refund' ELSE 'expense' END",
    amount: '100 + (i * 7919) % 20000',
    category: `i % ${CATEGORIES}`,
    merchant: "CONCAT('merchant ', i % 500)",
    day: dayAfter(dialect, '2021-01-01', 'i % 1826 + CASE WHEN i % 3 = 0 THEN 365 ELSE 0 END'),
  };
}

async function benchParser(print: (line: string) => void): Promise<void> {
  const started = performance.now();
  for (const { view } of pairs) await checkQuery(view, 'sqlite');
  const first = performance.now() - started;
  const times: number[] = [];
  for (let run = 0; run < 200; run++) {
    for (const { view } of pairs) times.push(await timed(() => checkQuery(view, 'sqlite')));
  }
  print(`parser: first four ${first.toFixed(0)} ms; then p50 ${at(times, 0.5)} ms, p95 ${at(times, 0.95)} ms`);
}

async function makeLedgers(url: string): Promise<FilledLedger[]> {
  const database = await openDatabase(url);
  try {
    const ledgers: FilledLedger[] = [];
    for (let each = 0; each < LEDGERS; each++) {
      const ledgerId = newId();
      const createdAt = new Date(0);
      await database.client.ledger.create({
        data: { id: ledgerId, name: 'bench', kind: 'personal', currency: 'EUR', createdAt },
      });
      const names = Array.from({ length: CATEGORIES }, (_, at) => `category ${at}`);
      const data = names.map((name) => ({ id: newId(), ledgerId, name, nameKey: name, kind: 'expense', createdAt }));
      await database.client.category.createMany({ data });
      ledgers.push({ ledgerId, personId: 'person', categories: data.map(({ id }) => id) });
    }
    return ledgers;
  } finally {
    await database.close();
  }
}

/** Takes turns, so that what else the machine does falls on both. */
async function compare(
  print: (line: string) => void,
  name: string,
  guarded: () => Promise<unknown>,
  bare: () => Promise<unknown>,
): Promise<void> {
  await guarded();
  await bare();
  const times = { guarded: [] as number[], bare: [] as number[] };
  for (let run = 0; run < RUNS; run++) {
    times.guarded.push(await timed(guarded));
    times.bare.push(await timed(bare));
  }
  const ratio = Number(at(times.guarded, 0.5)) / Number(at(times.bare, 0.5));
  print(
    `${name}: p50 ${at(times.guarded, 0.5)} ms, bare ${at(times.bare, 0.5)} ms: ${ratio.toFixed(2)}x ` +
      `(+${(Number(at(times.guarded, 0.5)) - Number(at(times.bare, 0.5))).toFixed(1)} ms); p95 ${at(times.guarded, 0.95)} ms`,
  );
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

function at(times: readonly number[], share: number): string {
  const sorted = times.toSorted((a, b) => a - b);
  return (sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0).toFixed(2);
}
