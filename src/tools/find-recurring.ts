/** Finds what comes again and again: subscriptions, bills, pay. */

import { z } from 'zod';
import { type FoundRecurring, namesOf, recurringOf } from '../analytics/recurring.ts';
import type { ChartSpec } from '../charts/chart-spec.ts';
import { isArranged, type RecurringEntry, recurringEntries } from '../domain/recurring-entries.ts';
import type { Recurring } from '../insight/recurring.ts';
import { formatMoney } from '../money.ts';
import { type Day, daysIn } from '../period.ts';
import { isOffered, offerOf } from '../recurring/offers.ts';
import { recurringWords } from '../wording/analytics/recurring-words.ts';
import { notCounted } from '../wording/analytics/shared-words.ts';
import { describeDay } from '../wording/phrasing.ts';
import { recurringEntryWords } from '../wording/recurring-entry-words.ts';
import { recurringData, recurringLine } from './recurring-entry-texts.ts';
import { defineTool, type ToolContext, type ToolOutcome } from './tool.ts';

export const findRecurringTool = defineTool({
  name: 'find_recurring',
  description:
    'Finds charges that come again and again (subscriptions, bills, rent) or, with kind income, regular income: how ' +
    'much, how often, what changed in price, when the next is due.',
  args: z.object({ kind: z.enum(['expense', 'income']).optional(), chart: z.boolean().optional() }),
  prepare: ({ db, asker }, { kind = 'expense' }) => recurringOf(db, asker, kind),
  run: (context, { kind = 'expense', chart }, recurring: FoundRecurring) =>
    tell(context, recurring, kind, chart ?? false),
});

/** What a phone shows without scrolling far. */
const MAX_LINES = 15;
/** Ended ones that are worth a mention, in days since the last. */
const RECENTLY = 120;
/** A price that changed longer ago is the price. */
const A_YEAR = 365;

async function tell(
  context: ToolContext,
  { found, uncounted }: FoundRecurring,
  kind: 'expense' | 'income',
  chart: boolean,
): Promise<ToolOutcome> {
  const { db, asker, words } = context;
  const say = recurringWords(words);
  const money = (minor: number) => formatMoney({ minor: BigInt(minor), currency: asker.homeCurrency }, words.locale);
  const current = found.filter(({ status }) => status !== 'ended');
  const ended = found.filter((each) => each.status === 'ended' && daysSince(each.lastDay, asker.today) <= RECENTLY);
  const shown = current.slice(0, MAX_LINES);
  const names = await namesOf(
    db,
    asker,
    [...shown, ...ended].map(({ merchant }) => merchant),
  );
  const nameOf = ({ merchant, category }: Recurring) => names.get(merchant) ?? (merchant || words.category(category));
  const day = (date: string) => describeDay(date, words, asker.today);
  const arranged = (await recurringEntries(db, asker.ledgerId)).filter((each) => each.kind === kind);
  const lines = shown.map((each) => {
    const change = each.priceChanges.at(-1);
    return [
      `${nameOf(each)} ${money(each.amount)}`,
      say.rhythms[each.rhythm],
      each.status === 'overdue' ? say.overdue(day(each.nextDay)) : say.next(day(each.nextDay)),
      ...(change && daysSince(change.day, asker.today) <= A_YEAR ? [say.was(money(change.from), day(change.day))] : []),
      ...(isArranged(each, arranged) ? [recurringEntryWords(words).automatic] : []),
    ].join(' · ');
  });
  const monthly = money(current.reduce((sum, each) => sum + each.monthlyAmount, 0));
  const heading =
    current.length === 0
      ? { expense: say.noCharges, income: say.noIncome }[kind]
      : (kind === 'income' ? say.income : say.charges)(current.length, monthly);
  const unseen = arranged.filter((each) => !current.some((charge) => isArranged(charge, [each])));
  const offers = shown
    .filter((each) => isOffered(each) && !isArranged(each, arranged))
    .map((each) => offerOf(each, nameOf(each), asker.ledgerId));
  return {
    said: [
      heading,
      ...lines,
      ...(current.length > shown.length ? [words.more(current.length - shown.length)] : []),
      ...(ended.length > 0 ? [say.ended(ended.map(nameOf))] : []),
      ...automaticLines(unseen, context),
      ...notCounted(uncounted, words),
    ].join('\n'),
    data: {
      count: current.length,
      monthly,
      recurring: shown.map((each) => ({
        name: nameOf(each),
        amount: money(each.amount),
        rhythm: each.rhythm,
        next: each.nextDay,
        status: each.status,
        ...(each.priceChanges.length > 0
          ? {
              priceChanges: each.priceChanges.map((change) => ({
                day: change.day,
                from: money(change.from),
                to: money(change.to),
              })),
            }
          : {}),
      })),
      ...(ended.length > 0 ? { ended: ended.map(nameOf) } : {}),
      ...(unseen.length > 0 ? { automatic: unseen.map((each) => recurringData(each, context)) } : {}),
    },
    quotesEntries: true,
    ...(offers.length > 0 && asker.role !== 'viewer' ? { offers } : {}),
    ...(chart && shown.length > 0
      ? {
          charts: [
            chartOf(
              context,
              shown.map((each) => [nameOf(each), each.monthlyAmount]),
              heading,
            ),
          ],
        }
      : {}),
  };
}

/** What comes by itself and shows in no entries yet. */
function automaticLines(entries: readonly RecurringEntry[], context: ToolContext): string[] {
  if (entries.length === 0) return [];
  return [recurringEntryWords(context.words).heading, ...entries.map((each) => recurringLine(each, context))];
}

function chartOf(
  { asker, words }: ToolContext,
  amounts: readonly (readonly [string, number])[],
  alt: string,
): ChartSpec {
  return {
    kind: 'bar',
    title: alt.replace(/\s?:$/, ''),
    alt,
    locale: words.locale,
    currency: asker.homeCurrency,
    labels: amounts.map(([name]) => name),
    values: amounts.map(([, amount]) => amount),
  };
}

function daysSince(day: Day, today: Day): number {
  return daysIn({ from: day, to: today }) - 1;
}
