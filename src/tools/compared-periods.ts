/** What changed between two periods, as sentences and as a picture. */

import type { ChartSpec } from '../charts/chart-spec.ts';
import { OTHER_EXPENSE } from '../domain/default-categories.ts';
import { type Change, type Changes, isSteady, mainReasons } from '../insight/changes.ts';
import { FIRST_DAY, type Period } from '../period.ts';
import { comparisonWords } from '../wording/analytics/comparison-words.ts';
import { formatShare } from '../wording/analytics/shared-words.ts';
import { describeMonth, describeMonths, describePeriod } from '../wording/phrasing.ts';
import { amountTexts } from './analytics-args.ts';
import type { ToolContext } from './tool.ts';

/** Gives a part its name in the person's language. */
export type NameOf = (name: string) => string;

/**
 * ", €512.30 (11%) less than in September, mostly because of travel (-€480.00)". Without reasons where the changes are of
 * a single category. Nothing where there was nothing before.
 */
export function describeChange(
  changes: Changes,
  reference: string,
  nameOf: NameOf | null,
  context: ToolContext,
): string {
  if (changes.rows.every(({ before }) => before === 0)) return '';
  const say = comparisonWords(context.words);
  const { money } = amountTexts(context);
  const share = changes.changeShare === null ? null : formatShare(Math.abs(changes.changeShare), context.words);
  const direction = isSteady(changes) ? 'same' : changes.change > 0 ? 'more' : 'less';
  const compared = say.compared(direction, money(Math.abs(changes.change)), share, reference);
  const reasons = nameOf === null ? [] : mainReasons(changes);
  return reasons.length === 0 ? compared : compared + say.because(listChanges(reasons, nameOf ?? String, context));
}

/** "travel (-€480.00) and dining (-€60.00)" */
export function listChanges(rows: readonly Change[], nameOf: NameOf, context: ToolContext): string {
  const { signed } = amountTexts(context);
  return listed(
    rows.map(({ name, change }) => `${nameOf(name)} (${signed(change)})`),
    context,
  );
}

/** A line of what moved most, besides the reasons that {@link describeChange} names already. */
export function otherChanges(changes: Changes, nameOf: NameOf, context: ToolContext): readonly string[] {
  const reasons = mainReasons(changes);
  const rows = changes.rows.filter((row) => row.change !== 0 && !reasons.includes(row)).slice(0, MOST_PARTS);
  if (rows.length === 0) return [];
  const say = comparisonWords(context.words);
  const list = listChanges(rows, nameOf, context);
  return [reasons.length > 0 ? say.otherChanges(list) : say.changedMost(list)];
}

/** "housing €985.00 (23%), groceries €300.00 (7%)": the largest parts of the later period. */
export function largestParts(changes: Changes, nameOf: NameOf, context: ToolContext): readonly string[] {
  const { money } = amountTexts(context);
  return [...changes.rows]
    .filter(({ after }) => after > 0)
    .sort((a, b) => b.after - a.after)
    .slice(0, MOST_PARTS)
    .map(({ name, after }) => {
      const share = changes.after > 0 ? ` (${formatShare(after / changes.after, context.words)})` : '';
      return `${nameOf(name)} ${money(after)}${share}`;
    });
}

/** As many as a line on a phone takes. */
export const MOST_PARTS = 3;

/** A and B, as the language lists them. */
export function listed(texts: readonly string[], { words }: ToolContext): string {
  return new Intl.ListFormat(words.locale, { type: 'conjunction' }).format(texts);
}

/** A picture of more steps than this is longer than a phone. */
const MOST_STEPS = 8;

/** From the earlier sum by each change to the later one, the smallest of many as one. */
export function waterfall(
  changes: Changes,
  nameOf: NameOf,
  labels: { readonly title: string; readonly start: string; readonly end: string; readonly alt: string },
  { words, asker }: ToolContext,
): ChartSpec {
  const other = words.category(OTHER_EXPENSE);
  const moved = changes.rows.filter(({ change }) => change !== 0);
  const named = moved.filter(({ name }) => nameOf(name) !== other);
  const shown = named.slice(0, moved.length > MOST_STEPS ? MOST_STEPS - 1 : MOST_STEPS);
  const rest = changes.change - shown.reduce((sum, { change }) => sum + change, 0);
  const steps = [
    ...shown.map(({ name, change }) => ({ label: nameOf(name), value: change })),
    ...(rest === 0 ? [] : [{ label: other, value: rest }]),
  ];
  return {
    kind: 'waterfall',
    title: labels.title,
    alt: labels.alt,
    locale: words.locale,
    currency: asker.homeCurrency,
    start: { label: labels.start, value: changes.before },
    labels: steps.map(({ label }) => label),
    values: steps.map(({ value }) => value),
    end: { label: labels.end, value: changes.after },
  };
}

/** The parts of the later period; null where nothing, or more came back than went out in one of them. */
export function doughnut(
  changes: Changes,
  nameOf: NameOf,
  labels: { readonly title: string; readonly alt: string },
  context: ToolContext,
): ChartSpec | null {
  const rows = [...changes.rows].filter(({ after }) => after !== 0).sort((a, b) => b.after - a.after);
  if (rows.length < 2 || rows.some(({ after }) => after < 0)) return null;
  return {
    kind: 'doughnut',
    ...labels,
    locale: context.words.locale,
    currency: context.asker.homeCurrency,
    labels: rows.map(({ name }) => nameOf(name)),
    values: rows.map(({ after }) => after),
  };
}

/** A period's name beside a bar: "October" or "Aug – Oct 2026" for whole months, "1–21 Nov 2026" for anything else. */
export function periodLabel(period: Period, isWholeMonths: boolean, { words, asker }: ToolContext): string {
  const isOneMonth = period.from.slice(0, 7) === period.to.slice(0, 7);
  if (isWholeMonths) return isOneMonth ? describeMonth(period.from, words, asker.today) : describeMonths(period, words);
  // With no day as today no period is called by its name.
  return describePeriod(period, words, { today: FIRST_DAY, firstDayOfWeek: 1 }, 'dates');
}
