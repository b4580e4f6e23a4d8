/**
 * What the analytics tools cost on ledgers of ten years: `prepare` and `run` through a transaction, as in a turn, beside
 * the plain aggregate over the entries in the database's own client. `npm run bench -- analytics [COUNT…]`.
 */

import type { QueryRunner } from '../src/domain/query-runner.ts';
import { type Database, openDatabase } from '../src/store/database.ts';
import { recountTotals } from '../src/store/keep-totals.ts';
import { allTools } from '../src/tools/all.ts';
import type { Tool } from '../src/tools/tool.ts';
import { wordsFor } from '../src/wording/words-for.ts';
import { openLedger, type TestLedger } from '../test/domain/open-ledger.ts';
import {
  type BareClient,
  type BenchDatabase,
  dayAfter,
  type EntryColumns,
  type FilledLedger,
  insertEntries,
  monthAfter,
  onBenchDatabases,
} from './entry-rows.ts';

const SIZES = [1_000, 100_000, 1_000_000];
const FIRST = '2016-06-16';
const TODAY = '2026-06-15';
const DAYS = 3_652;
const MONTHS = 120;
const MERCHANTS = 300;
const RUNS = 15;
/** What takes longer than this is not run again and again. */
const MOST_MILLISECONDS = 4_000;

interface Case {
  readonly tool: string;
  readonly args: Readonly<Record<string, unknown>>;
  /** From when on the plain aggregate adds up. */
  readonly since: string;
}

/** With pictures where they come by default; drawing them is another bench. */
const cases: readonly Case[] = [
  { tool: 'spending_trends', args: {}, since: '2025-06-01' },
  { tool: 'spending_trends', args: { category: 'groceries', unit: 'week' }, since: '2025-12-15' },
  { tool: 'spending_trends', args: { merchant: 'merchant 7' }, since: '2025-06-01' },
  { tool: 'category_insights', args: {}, since: '2025-12-01' },
  { tool: 'category_insights', args: { category: 'groceries' }, since: '2025-12-01' },
  { tool: 'year_over_year', args: {}, since: '2025-01-01' },
  { tool: 'monthly_report', args: {}, since: '2026-05-01' },
  { tool: 'budget_vs_actual', args: {}, since: '2026-01-01' },
  { tool: 'spending_patterns', args: {}, since: '2025-06-01' },
  { tool: 'find_unusual', args: {}, since: '2026-05-16' },
  { tool: 'find_recurring', args: {}, since: '2024-04-01' },
  { tool: 'find_recurring', args: { kind: 'income' }, since: '2024-04-01' },
  { tool: 'forecast_spending', args: {}, since: '2025-05-11' },
  { tool: 'forecast_spending', args: { months: 6 }, since: '2021-06-01' },
  { tool: 'recommend_budgets', args: {}, since: '2025-06-01' },
  { tool: 'what_if', args: { category: 'groceries', percent: -20 }, since: '2025-06-01' },
  { tool: 'goals', args: { action: 'list' }, since: '2026-01-01' },
];

/** The goal is a p95 below 100 ms at a million entries, and growth slower than theirs. On a busy machine look at the processor's. */
export async function benchAnalytics(print: (line: string) => void, sizes: readonly number[] = SIZES): Promise<void> {
  print('milliseconds: p50/p95 (of processor p50) of the tool, p50 of the plain aggregate; then how the p50 grows');
  await onBenchDatabases('analytics', async (bench) => {
    const database = await openDatabase(bench.url);
    const ledgers: TestLedger[] = [];
    for (const _ of sizes) ledgers.push(await openBenchLedger(database));
    await database.close();
    await fill(bench, ledgers, sizes);
    await measure(print, bench, ledgers, sizes);
  });
}

/** With budgets and goals, but no entries. */
async function openBenchLedger(database: Database): Promise<TestLedger> {
  const ledger = await openLedger(database, { now: `${TODAY}T10:00:00Z` });
  const call = async (name: string, args: Readonly<Record<string, unknown>>) => {
    const tool = allTools.find((each) => each.name === name);
    if (tool) await callTool(ledger, tool, args);
  };
  for (const category of ['groceries', 'dining', 'transport', 'total']) {
    await call('set_budget', { category, amount: '500', period: 'monthly' });
  }
  await call('goals', { action: 'set', name: 'car', amount: '9000', by: '2027-12-31' });
  return ledger;
}

async function fill({ url, openBare }: BenchDatabase, ledgers: readonly TestLedger[], sizes: readonly number[]) {
  const bare = await openBare();
  for (const [index, { asker }] of ledgers.entries()) {
    const rows = await bare.query('SELECT id, kind FROM Category WHERE ledgerId = ?', [asker.ledgerId]);
    const categories = rows as readonly { readonly id: string; readonly kind: string }[];
    const idsOf = (kind: string) => categories.filter((each) => each.kind === kind).map(({ id }) => id);
    await fillLedger(bare, { ...asker, categories: idsOf('expense') }, idsOf('income'), sizes[index] ?? 0);
  }
  if (bare.dialect === 'mysql') await bare.query('ANALYZE TABLE Entry');
  await bare.close();
  const database = await openDatabase(url);
  for (const { asker } of ledgers) await database.transaction((tx) => recountTotals(tx, asker.ledgerId));
  await database.close();
}

/** Everyday purchases at a few hundred merchants, monthly charges of whom some raise their price, and a salary. */
async function fillLedger(bare: BareClient, ledger: FilledLedger, income: readonly string[], count: number) {
  const charges = Math.min(40, Math.max(2, Math.floor(count / 500)));
  const regular = charges * MONTHS;
  const everyday = count - regular - MONTHS;
  const spread = ledger.categories.length;
  const day = (expression: string) => dayAfter(bare.dialect, FIRST, expression);
  const merchant = `(31 * i * i + 17 * i) % ${MERCHANTS}`;
  const purchases: EntryColumns = {
    kind: "CASE WHEN i % 40 = 0 THEN 'refund' ELSE 'expense' END",
    amount: '100 + (i * 7919) % 20011',
    category: `(${merchant}) % ${spread}`,
    merchant: `CONCAT('merchant ', ${merchant})`,
    day: day(`i * ${DAYS}.0 / ${everyday}`),
  };
  const subscriptions: EntryColumns = {
    kind: "'expense'",
    amount: `799 + 100 * (i % ${charges}) + CASE WHEN i % 7 = 0 AND i > ${regular / 2} THEN 200 ELSE 0 END`,
    category: `i % ${charges} % ${spread}`,
    merchant: `CONCAT('subscription ', i % ${charges})`,
    day: monthAfter(bare.dialect, FIRST, `FLOOR(i / ${charges})`),
  };
  const salary: EntryColumns = {
    kind: "'income'",
    amount: '250000',
    category: '0',
    merchant: "'employer'",
    day: monthAfter(bare.dialect, '2016-06-25', 'i'),
  };
  await insertEntries(bare, ledger, everyday, purchases);
  await insertEntries(bare, ledger, regular, subscriptions, everyday);
  await insertEntries(bare, { ...ledger, categories: income }, MONTHS, salary, everyday + regular);
}

async function measure(
  print: (line: string) => void,
  { dialect, url, openBare }: BenchDatabase,
  made: readonly TestLedger[],
  sizes: readonly number[],
): Promise<void> {
  const [database, bare] = [await openDatabase(url), await openBare()];
  for (const { tool: name, args, since } of cases) {
    const tool = allTools.find((each) => each.name === name);
    if (!tool) {
      print(`${dialect}, ${name}: there is no such tool`);
      continue;
    }
    const costs: Awaited<ReturnType<typeof compare>>[] = [];
    for (const { asker } of made) {
      const ledger: TestLedger = { ...(made[0] as TestLedger), database, asker, run: database.transaction };
      costs.push(
        await compare(
          () => callTool(ledger, tool, args),
          () =>
            bare.query(
              'SELECT SUBSTR(day, 1, 7), categoryId, kind, SUM(homeMinor), COUNT(*) FROM Entry WHERE ledgerId = ? AND deletedAt IS NULL AND day BETWEEN ? AND ? GROUP BY SUBSTR(day, 1, 7), categoryId, kind',
              [asker.ledgerId, since, TODAY],
            ),
        ),
      );
    }
    const [least, most] = [costs[0]?.p50 ?? 0, costs.at(-1)?.p50 ?? 0];
    const texts = costs.map(
      ({ p50, p95, cpu, plain }, at) =>
        `${sizes[at]}: ${p50.toFixed(1)}/${p95.toFixed(1)} (${cpu.toFixed(1)}), plain ${plain.toFixed(1)}`,
    );
    const asked = Object.keys(args).length > 0 ? ` ${JSON.stringify(args)}` : '';
    print(`${dialect}, ${name}${asked}: ${texts.join('; ')}; ×${(most / least).toFixed(1)}`);
  }
  await database.close();
  await bare.close();
}

async function callTool(ledger: TestLedger, tool: Tool, given: Readonly<Record<string, unknown>>): Promise<void> {
  const { asker, database } = ledger;
  const args = tool.args.parse(given);
  const prepared = await tool.prepare?.({ db: database.client, asker, queries: {} as QueryRunner }, args);
  const { said } = await ledger.run((db) =>
    tool.run({ db, asker, words: wordsFor('en'), spokenText: '', correcting: [], editing: false }, args, prepared),
  );
  if (said === '') throw new Error(`${tool.name} said nothing`);
}

/** Takes turns, so that what else the machine does falls on both. */
async function compare(tool: () => Promise<unknown>, plain: () => Promise<unknown>) {
  await tool();
  await plain();
  const times = { tool: [] as number[], cpu: [] as number[], plain: [] as number[] };
  const started = performance.now();
  for (let run = 0; run < RUNS && performance.now() - started < MOST_MILLISECONDS; run++) {
    const before = process.cpuUsage();
    times.tool.push(await timed(tool));
    const { user, system } = process.cpuUsage(before);
    times.cpu.push((user + system) / 1000);
    times.plain.push(await timed(plain));
  }
  const [p50, p95] = [at(times.tool, 0.5), at(times.tool, 0.95)];
  return { p50, p95, cpu: at(times.cpu, 0.5), plain: at(times.plain, 0.5) };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

function at(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}
