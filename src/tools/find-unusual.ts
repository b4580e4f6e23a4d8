/** What in the ledger deserves a look. */

import { z } from 'zod';
import { sayReason } from '../alerts/say-alert.ts';
import { type FoundUnusual, type NamedFinding, unusualIn } from '../analytics/unusual.ts';
import type { ChartSpec } from '../charts/chart-spec.ts';
import type { ShownFinding } from '../domain/dismissals.ts';
import { searchTextOf } from '../domain/entry-text.ts';
import { addDays, type Day, daysIn, parsePeriod } from '../period.ts';
import type { EntryFilter } from '../store/entries.ts';
import { findingsWords } from '../wording/analytics/findings-words.ts';
import { notCounted, tooLittle } from '../wording/analytics/shared-words.ts';
import { describeDay, describePeriod } from '../wording/phrasing.ts';
import { amountTexts } from './analytics-args.ts';
import { category, day } from './entry-args.ts';
import { defineTool, type ToolContext, type ToolOutcome } from './tool.ts';

/** Days that are looked at unless somebody names others. */
const DEFAULT_DAYS = 30;
/** What a phone shows without scrolling, with a button for each. */
const MOST_SHOWN = 3;
/** Names longer than this are cut: there may be a whole note in one. */
const MAX_NAME = 40;

export const findUnusualTool = defineTool({
  name: 'find_unusual',
  description:
    'Finds what is odd: amounts far from what a shop or category usually costs, duplicates, price rises, large first ' +
    'purchases, charges that did not come.',
  args: z.object({
    from: day.optional().describe('YYYY-MM-DD; null for the last 30 days'),
    to: day.optional(),
    category: category.optional(),
  }),
  prepare: async ({ db, asker }, args) => unusualIn(db, asker, periodOf(args, asker.today), args.category),
  run: async (context, _args, found: FoundUnusual) => tell(context, found),
});

function periodOf(args: { from?: string; to?: string }, today: Day) {
  const to = args.to ?? today;
  const from = args.from ?? addDays(to < today ? to : today, 1 - DEFAULT_DAYS);
  return parsePeriod(from, to);
}

function tell(context: ToolContext, found: FoundUnusual): ToolOutcome {
  const { words } = context;
  const say = findingsWords(words);
  const told = found.findings.map((finding) => sentence(finding, context));
  const rest = found.count - Math.min(told.length, MOST_SHOWN);
  const notes = [
    ...(found.dismissed > 0 ? [say.leftOut(found.dismissed)] : []),
    ...(found.judgedFrom > found.period.from
      ? [say.judgedPart(number(found.judged, context), fullDate(found.judgedFrom, context))]
      : []),
    ...notCounted(found.uncounted, words),
  ];
  const lines = told.length === 0 ? nothing(found, context) : told.slice(0, MOST_SHOWN);
  const [first] = found.findings;
  return {
    said: [...lines, ...(rest > 0 ? [words.more(rest)] : []), ...notes].join('\n'),
    data: { count: found.count, findings: told, judged: found.judged, from: found.period.from, to: found.period.to },
    ...(first && found.count === 1 ? { charts: chartsOf(first, told[0] ?? '', context), rows: rowsOf(first) } : {}),
    findings: shownFindings(found.findings, context),
    quotesEntries: told.length > 0,
  };
}

/** One finding with its reason. */
function sentence(finding: NamedFinding, context: ToolContext): string {
  return sayReason({ ...finding, name: nameOf(finding, context) }, context);
}

function nothing(found: FoundUnusual, context: ToolContext): string[] {
  const { words, asker } = context;
  if (found.tooLittle) return [tooLittle(found.tooLittle, words)];
  const say = findingsWords(words);
  const subject = found.category === null ? null : words.category(found.category);
  const { period } = found;
  const isDefault = period.to === asker.today && daysIn(period) === DEFAULT_DAYS;
  const calendar = { today: asker.today, firstDayOfWeek: asker.preferences.firstDayOfWeek };
  const text = isDefault ? say.lastDays(DEFAULT_DAYS) : describePeriod(period, words, calendar);
  if (found.judged > 0) return [say.nothing(text, subject, found.judged)];
  return found.uncounted.length > 0 ? [] : [words.nothing(subject, text)];
}

/** The amounts that one unusual one was held against. */
function chartsOf(
  { reason, earlier, amount, ...finding }: NamedFinding,
  alt: string,
  context: ToolContext,
): ChartSpec[] {
  if (reason.kind !== 'unusual-amount') return [];
  const { words, asker } = context;
  const say = findingsWords(words);
  const title = reason.basis === 'merchant' ? nameOf(finding, context) : words.category(finding.category);
  return [
    {
      kind: 'usual-range',
      title: title.charAt(0).toLocaleUpperCase() + title.slice(1),
      alt,
      locale: words.locale,
      currency: asker.homeCurrency,
      earlier: { name: say.earlier, values: earlier },
      usual: { name: say.usual, low: reason.usual.from, high: reason.usual.to },
      unusual: { label: describeDay(finding.day, words, asker.today), value: amount },
    },
  ];
}

/** The entries of the finding, by their days and their name. */
function rowsOf({ entries, name }: NamedFinding): EntryFilter {
  const days = entries.map((entry) => entry.day).sort();
  return { from: days[0], to: days.at(-1), ...(name === null ? {} : { texts: [searchTextOf(name)] }) };
}

/** With their amounts in their names where two have the same one. */
function shownFindings(findings: readonly NamedFinding[], context: ToolContext): ShownFinding[] {
  const { ledgerId } = context.asker;
  const { money } = amountTexts(context);
  const names = findings.map((finding) => nameOf(finding, context));
  return findings.map(({ key, fact, entries, amount }, index) => {
    const name = names[index] ?? '';
    const isAlone = names.filter((each) => each === name).length === 1;
    return { ledgerId, key, fact, entries, name: isAlone ? name : `${name} ${money(amount)}` };
  });
}

function nameOf({ name, category }: Pick<NamedFinding, 'name' | 'category'>, { words }: ToolContext): string {
  const text = name ?? words.category(category);
  return text.length > MAX_NAME ? `${text.slice(0, MAX_NAME - 1).toWellFormed()}…` : text;
}

function fullDate(on: Day, { words, asker }: ToolContext): string {
  const calendar = { today: asker.today, firstDayOfWeek: asker.preferences.firstDayOfWeek };
  return describePeriod({ from: on, to: on }, words, calendar, 'dates');
}

function number(count: number, { words }: ToolContext): string {
  return new Intl.NumberFormat(words.locale).format(count);
}
