/** "sql …", "tables", "history", "again N" and "explain N": for people who know SQL, whatever model is connected. */

import { InputError } from '../errors.ts';
import { numberedSqlQuery, recentSqlQueries, type SqlQueryRow } from '../store/sql-queries.ts';
import { describeLedger } from '../tools/describe-ledger.ts';
import { answerQuery, askQuietly } from '../tools/query-ledger.ts';
import type { ToolContext, ToolOutcome } from '../tools/tool.ts';
import { queryWords } from '../wording/query-talk.ts';
import type { Words } from '../wording/words.ts';
import { plainReply, type Reply } from './message.ts';
import { replyOf } from './reply.ts';
import type { CommitWork, Scene } from './scene.ts';
import type { CallResult } from './step.ts';

/** What to commit for one of these commands, its query asked already; null for any other message. */
export async function sqlCommand(scene: Scene): Promise<CommitWork | null> {
  const { text, contextFor, house } = scene;
  const [, name = '', rest = ''] = /^\/?(sql|tables|history|again|explain)(?:\s+([\s\S]+))?$/i.exec(text) ?? [];
  const number = rest === '' ? null : /^\d{1,6}$/.test(rest) ? Number(rest) : Number.NaN;
  switch (name.toLowerCase()) {
    case 'sql':
      return rest === '' ? listTables(scene) : await runTyped(scene, withPlainQuotes(rest), null);
    case 'tables':
      return rest === '' ? listTables(scene) : null;
    case 'history':
      return rest === '' ? async (tx) => plainReply(await history(contextFor(tx))) : null;
    // "Again" and "explain" begin ordinary sentences too.
    case 'again':
      return Number.isNaN(number) ? null : await runAgain(scene, number);
    case 'explain':
      return Number.isNaN(number)
        ? null
        : async (tx) => plainReply(await explain(contextFor(tx), number, house.queries.dialect));
    default:
      return null;
  }
}

/** Phones write ‘dining’ for 'dining'. Where a plain quote stands as well, the others belong to a text. */
function withPlainQuotes(sql: string): string {
  return /['"]/.test(sql) ? sql : sql.replace(/[‘’‚‛“”„‟«»]/g, "'");
}

/** The query behind an answer, with what it does in words. */
export async function showQuery(row: SqlQueryRow, words: Words, dialect: 'sqlite' | 'mysql'): Promise<string> {
  const { explainQuery } = await import('../sql/explain-query.ts');
  const explained = await explainQuery(row.sql, dialect, words.locale).catch((error: unknown) => {
    if (error instanceof InputError) return `${error.message} ${error.hint}`.trim();
    throw error;
  });
  return `${row.sql.trim()}\n\n${explained}`;
}

function listTables({ contextFor, house, words }: Scene): CommitWork {
  return async (tx) => {
    const { said, ...outcome } = await describeLedger(contextFor(tx), house.queries.dialect);
    const text = `${said}\n${tryAlso(words, 0)}`;
    return reported(contextFor(tx), 'describe_ledger', {}, { ...outcome, said: text });
  };
}

async function runTyped(
  { house, asker, contextFor }: Scene,
  sql: string,
  question: string | null,
): Promise<CommitWork> {
  const args = { sql };
  try {
    const asked = await askQuietly(house.queries, asker, sql);
    return async (tx) => {
      const context = contextFor(tx);
      try {
        const options = { question, title: question ?? undefined };
        return reported(context, 'query_ledger', args, await answerQuery(context, asked, options));
      } catch (error) {
        return refused(context, args, error);
      }
    };
  } catch (error) {
    return async (tx) => refused(contextFor(tx), args, error);
  }
}

async function runAgain(scene: Scene, number: number | null): Promise<CommitWork> {
  const { house, asker, words } = scene;
  const row = await numberedSqlQuery(house.database.client, asker, number);
  if (!row) return async () => plainReply(missing(words, number));
  return await runTyped(scene, row.sql, row.question);
}

async function explain(
  { db, asker, words }: ToolContext,
  number: number | null,
  dialect: 'sqlite' | 'mysql',
): Promise<string> {
  const row = await numberedSqlQuery(db, asker, number);
  return row ? await showQuery(row, words, dialect) : missing(words, number);
}

/** How many of the latest queries are listed. */
const SHOWN_QUERIES = 10;
/** Characters of a query in the list. */
const SHOWN_TEXT = 120;

async function history({ db, asker, words }: ToolContext): Promise<string> {
  const say = queryWords(words);
  const { earlier, rows } = await recentSqlQueries(db, asker, SHOWN_QUERIES);
  if (rows.length === 0) return say.noHistory;
  const lines = rows.map((row, index) => {
    const text = (row.question ?? row.sql).replace(/\s+/g, ' ').trim();
    const short = text.length > SHOWN_TEXT ? `${text.slice(0, SHOWN_TEXT)}…` : text;
    return `${earlier + index + 1}. ${short}${row.error === null ? '' : ' ✗'}`;
  });
  return [say.history, ...lines].join('\n');
}

function missing(words: Words, number: number | null): string {
  return number === null ? queryWords(words).noHistory : queryWords(words).noSuchQuery(number);
}

/** Two of the example questions, others each time. */
function tryAlso(words: Words, turn: number): string {
  const { examples, tryAlso: say } = queryWords(words);
  const picked = [0, 1].map((step) => examples[(turn * 2 + step) % examples.length] ?? '');
  return say(picked.map((example) => `“${example}”`).join(', '));
}

function reported(
  context: ToolContext,
  name: string,
  args: Readonly<Record<string, unknown>>,
  outcome: ToolOutcome,
): Reply {
  const { said, data } = outcome;
  const result: CallResult = { call: { id: 'typed', name, args }, content: { said, data }, outcome, proposed: false };
  return replyOf(context, [result], null);
}

function refused(context: ToolContext, args: Readonly<Record<string, unknown>>, error: unknown): Reply {
  if (!(error instanceof InputError)) throw error;
  const content = { error: error.message, hint: error.hint };
  const call = { id: 'typed', name: 'query_ledger', args };
  return replyOf(context, [{ call, content, outcome: null, proposed: false }], null);
}
