/** `purser queries`: which queries are asked most, how long they take and which fail; nobody's figures. */

import { createLog } from '../log.ts';
import { suggestIndex } from '../sql/suggest-index.ts';
import { openDatabase } from '../store/database.ts';
import { migrate } from '../store/migrate.ts';
import { type SqlQueryRow, sqlQueriesSince } from '../store/sql-queries.ts';
import { type ChatOptions, configFor, readInstant } from './chat.ts';
import { createClock } from './open-house.ts';

export interface QueriesOptions extends Pick<ChatOptions, 'db' | 'now' | 'json'> {
  readonly days?: string;
}

/** What is known of all queries of one shape. */
export interface ShapeStatistics {
  readonly shape: string;
  readonly count: number;
  readonly failed: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p95: number;
  /** The most rows that one of them read without an index. */
  readonly scannedRows: number;
  readonly index: string | null;
}

/** Prints the statistics of the last `days` (30). */
export async function showQueries(options: QueriesOptions): Promise<void> {
  const config = configFor({ db: options.db });
  const log = createLog(config.logLevel);
  const now = createClock(options.now === undefined ? undefined : readInstant(options.now, config)).now();
  const since = new Date(now.epochMilliseconds - Number(options.days ?? 30) * 24 * 60 * 60 * 1000);
  const database = await openDatabase(config.databaseUrl, {
    onRetry: (problem, retryInMs) => log.warn({ err: problem, retryInMs }, 'the database is away'),
  });
  try {
    await migrate(database);
    const rows: SqlQueryRow[] = [];
    for await (const batch of sqlQueriesSince(database.client, since)) rows.push(...batch);
    const statistics = statisticsOf(rows);
    process.stdout.write(options.json ? `${JSON.stringify(statistics)}\n` : plain(statistics));
  } finally {
    await database.close();
  }
}

export interface QueryStatistics {
  /** Most asked first. */
  readonly shapes: readonly ShapeStatistics[];
  /** Shapes whose p95 is the longest. */
  readonly slowest: readonly ShapeStatistics[];
  /** What was asked in words by more than once, its numbers left out. */
  readonly questions: readonly { readonly question: string; readonly count: number }[];
  /** What stopped queries, by layer. */
  readonly refusals: readonly { readonly layer: string; readonly count: number }[];
  /** What models would have liked the tables to be like. */
  readonly suggestions: readonly string[];
}

/** How many of each are listed. */
const LISTED = 20;

export function statisticsOf(rows: readonly SqlQueryRow[]): QueryStatistics {
  const shapes = [
    ...Map.groupBy(
      rows.filter((row) => row.shape),
      (row) => row.shape,
    ),
  ].map(([shape, same]) => {
    const times = same.filter((row) => row.error === null).map((row) => row.milliseconds);
    return {
      shape,
      count: same.length,
      failed: same.filter((row) => row.error !== null).length,
      p50: percentile(times, 0.5),
      p95: percentile(times, 0.95),
      scannedRows: Math.max(0, ...same.map((row) => Number(row.scannedRows ?? 0))),
      index: suggestIndex(shape),
    };
  });
  const questions = Map.groupBy(
    rows.flatMap((row) =>
      row.question
        ? [
            row.question
              .toLowerCase()
              .replace(/[\d.,]*\d/g, '#')
              .trim(),
          ]
        : [],
    ),
    (question) => question,
  );
  const layers = Map.groupBy(
    rows.flatMap((row) => row.layer ?? []),
    (layer) => layer,
  );
  return {
    shapes: shapes.toSorted((a, b) => b.count - a.count).slice(0, LISTED),
    slowest: shapes
      .filter((each) => each.p95 > 0)
      .toSorted((a, b) => b.p95 - a.p95)
      .slice(0, LISTED),
    // What only one person once asked might say who it was.
    questions: [...questions]
      .map(([question, same]) => ({ question, count: same.length }))
      .filter(({ count }) => count > 1)
      .toSorted((a, b) => b.count - a.count)
      .slice(0, LISTED),
    refusals: [...layers].map(([layer, same]) => ({ layer, count: same.length })),
    suggestions: [...new Set(rows.flatMap((row) => row.suggestion ?? []))].slice(-LISTED),
  };
}

/** Nearest rank; 0 for none. */
function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

function plain({ shapes, slowest, questions, refusals, suggestions }: QueryStatistics): string {
  if (shapes.length === 0 && refusals.length === 0) return 'Nobody has run a query yet.\n';
  const line = ({ shape, count, failed, p50, p95, scannedRows, index }: ShapeStatistics) =>
    [
      `${count}×  ${p50}/${p95} ms${failed > 0 ? `, ${failed} failed` : ''}${scannedRows > 0 ? `, scanned ${scannedRows} rows` : ''}  ${shape}`,
      ...(index ? [`      would help: ${index}`] : []),
    ].join('\n');
  const part = (title: string, lines: readonly string[]) => (lines.length > 0 ? [`${title}\n${lines.join('\n')}`] : []);
  return [
    ...part('Most asked (times, p50/p95):', shapes.map(line)),
    ...part('Slowest:', slowest.slice(0, 5).map(line)),
    ...part(
      'Asked in words:',
      questions.map(({ question, count }) => `${count}×  ${question}`),
    ),
    ...part(
      'Refused:',
      refusals.map(({ layer, count }) => `${count}×  ${layer}`),
    ),
    ...part(
      'Suggested by models:',
      suggestions.map((text) => text.replace(/\s+/g, ' ')),
    ),
  ]
    .join('\n\n')
    .concat('\n');
}
