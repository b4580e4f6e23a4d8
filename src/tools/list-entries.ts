/** Lists entries. */

import { z } from 'zod';
import { requireCategory } from '../domain/categories.ts';
import { viewEntries } from '../domain/entries.ts';
import { searchTextOf } from '../domain/entry-text.ts';
import { parseMoney } from '../money.ts';
import { FIRST_DAY, LAST_DAY, parsePeriod } from '../period.ts';
import { listCategories } from '../store/categories.ts';
import { countEntries, type EntryFilter, type EntryOrder, listEntries } from '../store/entries.ts';
import { describeEntry, describePeriod } from '../wording/phrasing.ts';
import { amount, category, day, kind } from './entry-args.ts';
import { entryData } from './entry-texts.ts';
import { defineTool, type ToolContext, type ToolOutcome } from './tool.ts';

/** What fits on a phone's screen without scrolling far. */
const DEFAULT_LIMIT = 10;
const MAX_LIMIT = 50;

export const listEntriesTool = defineTool({
  name: 'list_entries',
  description: 'Lists single entries, newest first. For sums use spending_summary instead.',
  args: z.object({
    from: day.optional(),
    to: day.optional(),
    category: category.optional(),
    merchant: z.string().max(200).optional().describe('part of the shop or of what it was for'),
    search: z.string().max(200).optional().describe('part of the merchant or note'),
    minAmount: amount.optional(),
    maxAmount: amount.optional(),
    kind: kind.optional(),
    sort: z.enum(['newest', 'oldest', 'largest', 'smallest']).optional(),
    limit: z.number().int().min(1).optional(),
  }),

  async run(context, args) {
    const { db, asker } = context;
    const { currency } = asker.preferences;
    const period = args.from || args.to ? parsePeriod(args.from ?? FIRST_DAY, args.to ?? LAST_DAY) : {};
    const found = args.category ? requireCategory(await listCategories(db, asker.ledgerId), args.category) : null;
    const texts = [args.merchant, args.search].filter((text) => text !== undefined).map(searchTextOf);
    const money = (decimal: string) => parseMoney(decimal, currency).minor.toString();
    const hasAmounts = args.minAmount !== undefined || args.maxAmount !== undefined;
    const filter: EntryFilter = {
      ...period,
      ...(found ? { categoryId: found.id } : {}),
      ...(texts.length > 0 ? { texts } : {}),
      ...(args.kind ? { kinds: [args.kind] } : {}),
      // Amounts of different currencies don't compare.
      ...(hasAmounts ? { currency } : {}),
      ...(args.minAmount === undefined ? {} : { minMinor: money(args.minAmount) }),
      ...(args.maxAmount === undefined ? {} : { maxMinor: money(args.maxAmount) }),
    };
    const subject = args.merchant ?? args.search ?? (found && context.words.category(found.name)) ?? null;
    const isByAmount = args.sort === 'largest' || args.sort === 'smallest';
    if (isByAmount && (await countEntries(db, asker.ledgerId, { ...filter, currency })) > 0) {
      return await showEntries(context, { ...filter, currency }, { order: args.sort, limit: args.limit, subject });
    }
    return await showEntries(context, filter, { order: args.sort, limit: args.limit, subject });
  },
});

/** The entries that match, as many as fit, with how many more there are. */
export async function showEntries(
  context: ToolContext,
  filter: EntryFilter,
  options: { order?: EntryOrder; limit?: number; subject?: string | null } = {},
): Promise<ToolOutcome> {
  const { db, asker, words } = context;
  const limit = Math.min(options.limit ?? DEFAULT_LIMIT, MAX_LIMIT);
  const count = await countEntries(db, asker.ledgerId, filter);
  const entries = await listEntries(db, asker.ledgerId, filter, options.order, limit);
  const views = await viewEntries(db, asker.ledgerId, entries);
  const calendar = { today: asker.today, firstDayOfWeek: asker.preferences.firstDayOfWeek };
  const span = { from: filter.from ?? FIRST_DAY, to: filter.to ?? LAST_DAY };
  const period = describePeriod(span, words, calendar, 'heading');
  const data = { count, shown: views.length, period, entries: views.map((view) => entryData(view, words)) };
  if (count === 0) {
    const isEverything = Object.keys(filter).length === 0;
    const subject = options.subject ?? null;
    return {
      said: isEverything ? words.noEntries : words.nothing(subject, describePeriod(span, words, calendar)),
      data,
    };
  }
  // A list of the newest few is about them, not about how many there are.
  const isCut = options.limit === limit && count > limit;
  const heading = isCut
    ? words.someEntriesHeading(views.length, options.order ?? 'newest', options.subject ?? null, period)
    : words.entriesHeading(count, options.subject ?? null, period);
  const lines = views.map((view) => describeEntry(view, words, asker.today));
  const rest = count - views.length;
  const said = [heading, ...lines, ...(rest > 0 && !isCut ? [words.more(rest)] : [])].join('\n');
  return { said, data, quotesEntries: true };
}
