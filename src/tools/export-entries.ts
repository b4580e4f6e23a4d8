/** Gives entries as a file. */

import { z } from 'zod';
import { viewEntries } from '../domain/entries.ts';
import { toCsv, toJson } from '../domain/export.ts';
import { FIRST_DAY, LAST_DAY, parsePeriod } from '../period.ts';
import { listEntries } from '../store/entries.ts';
import { day } from './entry-args.ts';
import { defineTool } from './tool.ts';

export const exportEntriesTool = defineTool({
  name: 'export_entries',
  description: 'Sends the entries as a CSV (for spreadsheets) or JSON file; all of them unless days are given.',
  args: z.object({ format: z.enum(['csv', 'json']), from: day.optional(), to: day.optional() }),

  async run({ db, asker, words }, { format, from, to }) {
    const period = parsePeriod(from ?? FIRST_DAY, to ?? LAST_DAY);
    const entries = await listEntries(db, asker.ledgerId, period, 'oldest');
    if (entries.length === 0) return { said: words.noEntries, data: { count: 0 } };
    const views = await viewEntries(db, asker.ledgerId, entries);
    const name = `purser-${views[0]?.day}-to-${views.at(-1)?.day}.${format}`;
    const file =
      format === 'csv'
        ? { name, type: 'text/csv; charset=utf-8', text: toCsv(views) }
        : { name, type: 'application/json', text: toJson(views) };
    return { said: words.exported(views.length), data: { count: views.length, file: name }, files: [file] };
  },
});
