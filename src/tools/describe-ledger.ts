/** Says which tables a query may read, and what this person's own rows hold. */

import { z } from 'zod';
import { FIRST_DAY, LAST_DAY } from '../period.ts';
import { listCategories } from '../store/categories.ts';
import { listEntries } from '../store/entries.ts';
import { views } from '../store/reader/views.ts';
import { describePeriod } from '../wording/phrasing.ts';
import { queryWords } from '../wording/query-talk.ts';
import { defineTool, type Outside, type ToolContext, type ToolOutcome } from './tool.ts';

export const describeLedgerTool = defineTool({
  name: 'describe_ledger',
  description:
    'Names the tables and columns that query_ledger may read, the date functions of this database, the ledger’s ' +
    'categories and currency, and from when to when it has entries. Call it before query_ledger.',
  args: z.object({}),
  prepare: async ({ queries }) => queries.dialect,
  run: (context, _args, dialect: Outside['queries']['dialect']) => describeLedger(context, dialect),
});

export async function describeLedger(
  { db, asker, words }: ToolContext,
  dialect: Outside['queries']['dialect'],
): Promise<ToolOutcome> {
  const [first] = await listEntries(db, asker.ledgerId, {}, 'oldest', 1);
  const [last] = await listEntries(db, asker.ledgerId, {}, 'newest', 1);
  const categories = await listCategories(db, asker.ledgerId);
  const say = queryWords(words);
  const calendar = { today: asker.today, firstDayOfWeek: asker.preferences.firstDayOfWeek };
  const period = first && last ? { from: first.day, to: last.day } : { from: FIRST_DAY, to: LAST_DAY };
  const span = first ? describePeriod(period, words, calendar, 'dates') : '–';
  const names = categories.map(({ name }) => name);
  return {
    said: [
      say.tables,
      ...views.map(({ name, columns }) => `${name}: ${columns.map((column) => column.name).join(', ')}`),
      say.facts(names.map((name) => words.category(name)).join(', '), span),
    ].join('\n'),
    data: {
      tables: views,
      dialect,
      functions: dateFunctions[dialect],
      today: asker.today,
      homeCurrency: asker.homeCurrency,
      categories: names,
      ...(first && last ? { firstDay: first.day, lastDay: last.day } : {}),
    },
    quotesEntries: true,
  };
}

/** What people and models reach for; days are texts, so they compare and sort as they are. */
const dateFunctions: Readonly<Record<Outside['queries']['dialect'], readonly string[]>> = {
  sqlite: [
    "strftime('%Y', day) the year, strftime('%m', day) the month",
    "strftime('%w', day) the weekday: '0' is Sunday",
    "date(day, '-7 days'), date(day, 'start of month'), julianday(day)",
  ],
  mysql: [
    'YEAR(day), MONTH(day), DATE_FORMAT(day, "%Y-%m")',
    'WEEKDAY(day) the weekday: 0 is Monday',
    'DATE_SUB(day, INTERVAL 7 DAY), LAST_DAY(day), DATEDIFF(a, b)',
  ],
};
