/** Answers what no other tool can: one SELECT over the person's ledger. */

import { z } from 'zod';
import type { ChartSpec } from '../charts/chart-spec.ts';
import { tableToCsv } from '../domain/export.ts';
import { instant } from '../domain/operation.ts';
import { type AskedQuery, shapeDigest } from '../domain/query-runner.ts';
import { InputError, PlatformError } from '../errors.ts';
import { currencyDigits } from '../money.ts';
import { columnUnits } from '../sql/column-units.ts';
import type { ReadResult } from '../store/reader/ledger-reader.ts';
import { addSqlQuery } from '../store/sql-queries.ts';
import { queryWords } from '../wording/query-talk.ts';
import { formatCells, tableLines } from './query-table.ts';
import { defineTool, type Outside, type ToolContext, type ToolOutcome } from './tool.ts';

export const queryLedgerTool = defineTool({
  name: 'query_ledger',
  description:
    'Answers what no other tool can, by one read-only SELECT over the tables that describe_ledger names. ' +
    'Only where the others do not fit: rankings of days, medians, "how often", "which weekday", several conditions.',
  args: z.object({
    sql: z.string().max(10_000).describe('one SELECT, or WITH … SELECT'),
    chart: z.boolean().optional().describe('a picture of the answer: a label or day first, then one number'),
    title: z.string().max(80).optional().describe('what the answer shows, in the person’s language: its heading'),
    suggestion: z
      .string()
      .max(500)
      .optional()
      .describe('an index or a column that would have made this easier; an administrator reads it, nothing runs it'),
  }),
  prepare: ({ asker, queries }, { sql }) => askQuietly(queries, asker, sql),
  run: (context, args, asked: AskedQuery) => answerQuery(context, asked, { ...args, question: context.spokenText }),
});

/** What a database that is away means to a question is not an error of the whole turn. */
export async function askQuietly(
  queries: Outside['queries'],
  asker: Outside['asker'],
  sql: string,
): Promise<AskedQuery> {
  try {
    return await queries.ask(asker, sql);
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    throw new InputError('Queries can not be run here just now.', 'Use another tool, or try again later.');
  }
}

/** Keeps the query in the person's history and gives its answer. Throws its refusal, an InputError, after that. */
export async function answerQuery(
  context: ToolContext,
  asked: AskedQuery,
  options: {
    readonly question: string | null;
    readonly chart?: boolean;
    readonly title?: string;
    readonly suggestion?: string;
  },
): Promise<ToolOutcome> {
  const { db, asker } = context;
  const { result, refusal, checked } = asked;
  const shape = checked?.shape ?? '';
  const queryId = await addSqlQuery(db, {
    ledgerId: asker.ledgerId,
    personId: asker.personId,
    turnId: asker.turnId,
    question: options.question,
    sql: asked.sql.slice(0, MAX_KEPT_TEXT),
    shape,
    shapeDigest: shapeDigest(shape),
    rowCount: result?.rows.length ?? null,
    milliseconds: Math.round(asked.milliseconds),
    scannedRows: result?.scannedRows === undefined ? null : BigInt(result.scannedRows),
    layer: refusal?.layer ?? null,
    error: refusal?.message ?? null,
    suggestion: options.suggestion ?? null,
    createdAt: instant(asker),
  });
  if (!result) throw refusal ?? new Error('a query without an answer');
  return { ...describeResult(context, asked, result, options), queryId, quotesEntries: true };
}

/** What fits on a phone's screen without scrolling far. */
const MAX_LINES = 12;
/** Rows that a model is shown. */
const MAX_ROWS_FOR_MODEL = 50;
/** Characters of a query that are kept: what is longer was refused. */
const MAX_KEPT_TEXT = 10_000;

function describeResult(
  { asker, words }: ToolContext,
  { checked }: AskedQuery,
  result: ReadResult,
  options: { readonly chart?: boolean; readonly title?: string },
): ToolOutcome {
  const say = queryWords(words);
  const units = checked ? columnUnits(checked.tree) : null;
  const currencies = result.columns.map((_, column) => (units?.[column] === 'home' ? asker.homeCurrency : null));
  const cells = formatCells(result, units, asker.homeCurrency, words, asker.today);
  const data = {
    columns: result.columns,
    rows: cells.slice(0, MAX_ROWS_FOR_MODEL),
    rowCount: cells.length,
    ...(result.truncated ? { moreRowsExist: true } : {}),
  };
  if (cells.length === 0) return { said: say.nothing, data };
  const lines = tableLines(result.columns, cells);
  const isLong = cells.length > MAX_LINES;
  const shown = isLong ? lines.slice(0, MAX_LINES) : lines;
  const [only] = cells.length === 1 ? (cells[0] ?? []) : [];
  if (options.title && only !== undefined && result.columns.length === 1) {
    return { said: `${heading(options.title)} ${only}`, data };
  }
  const count = result.truncated ? say.firstRows(cells.length) : cells.length > 1 ? say.rows(cells.length) : null;
  const headings = options.title ? [heading(options.title)] : count ? [count] : [];
  const more = isLong ? [words.more(lines.length - shown.length), say.wholeInFile] : [];
  const spec = options.chart ? chartOf(result, currencies, cells, options.title, words.locale) : null;
  return {
    said: [...headings, ...shown, ...more].join('\n'),
    data,
    ...(spec ? { charts: [spec] } : {}),
    ...(isLong
      ? {
          files: [
            { name: 'answer.csv', type: 'text/csv; charset=utf-8', text: tableToCsv(result.columns, result.rows) },
          ],
        }
      : {}),
  };
}

/** "Top 3 days this year:"; a question stays one. */
function heading(title: string): string {
  const text = title.charAt(0).toLocaleUpperCase() + title.slice(1);
  return /[?:]$/.test(text) ? text : `${text}:`;
}

/** Bars more than this can't be told apart on a phone; time becomes a line there. */
const MAX_BARS = 45;

/** A label and an amount of one currency a row make a picture; null for anything else. */
function chartOf(
  { rows }: ReadResult,
  currencies: readonly (string | null)[],
  cells: readonly (readonly string[])[],
  title: string | undefined,
  locale: string,
): ChartSpec | null {
  const currency = currencies[1];
  if (currencies.length !== 2 || !currency || rows.length < 2) return null;
  const scale = 10 ** currencyDigits(currency);
  const labels = rows.map((row, index) => (isDated(row[0]) ? String(row[0]) : (cells[index]?.[0] ?? '')));
  const values = rows.map((row) => Math.round(Number(row[1] ?? 0) * scale));
  const alt = cells
    .slice(0, 3)
    .map((row) => row.join(' '))
    .join(', ');
  const base = { title: title ?? '', alt, locale, currency };
  if (rows.length <= MAX_BARS) return { kind: 'bar', ...base, labels, values };
  return isDated(rows[0]?.[0]) ? { kind: 'line', ...base, labels, series: [{ name: title ?? '', values }] } : null;
}

function isDated(cell: unknown): boolean {
  return typeof cell === 'string' && /^\d{4}-\d{2}(-\d{2})?$/.test(cell);
}
