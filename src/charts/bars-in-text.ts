/** Charts as plain text, for the terminal and for chats without pictures. */

import { axisNames } from './axis-names.ts';
import { calendarLines } from './calendar-in-text.ts';
import { usualRangeLines, waterfallLines } from './changes-in-text.ts';
import { exactAmount, percent } from './chart-amounts.ts';
import type { BarChart, BudgetChart, ChartSpec, StackedBarChart } from './chart-spec.ts';
import { type ChartWords, chartWords } from './chart-words.ts';
import { checkSpec } from './check-spec.ts';
import { cutToWidth } from './display-width.ts';
import { lineRows, sparkRow, spreadOf } from './lines-in-text.ts';
import { largestFirst, mergeSeries } from './merge.ts';
import { cleanText } from './text-fit.ts';
import { alignRows, cells, smoothBar, type TextRow } from './text-rows.ts';

/** What tells the series of a stacked bar apart. */
const fills = ['█', '▓', '▒', '░'];
const negativeFill = '▒';

/**
 * The chart in lines of at most `width` columns (at least 24): title, subtitle, then a bar a label with its exact amount at the end.
 * A bar below zero is hatched. Lines become sparklines with their last amount, budgets progress bars, calendars blocks
 * of days by shade.
 */
export function renderTextChart(spec: ChartSpec, width: number): string {
  checkSpec(spec);
  const columns = Math.max(24, Math.floor(width));
  const words = chartWords(spec.locale);
  const head = [spec.title, spec.subtitle ?? ''].map((line) => cutToWidth(cleanText(line), columns));
  const body = isEmpty(spec) ? [words.noData] : bodyLines(spec, columns, words);
  return [...head.filter((line) => line !== ''), ...body].join('\n');
}

function bodyLines(spec: ChartSpec, columns: number, words: ChartWords): string[] {
  const amount = (minor: number) => exactAmount(minor, spec.currency, spec.locale);
  switch (spec.kind) {
    case 'bar':
      return barLines(spec, columns, amount);
    case 'doughnut': {
      const { labels, values } = largestFirst(spec.labels, spec.values, 8, words.other);
      const whole = values.reduce((total, value) => total + value, 0);
      const withShare = (value: number) => `${amount(value)} ${percent(value / whole, spec.locale).padStart(4)}`;
      const below = spec.labels
        .map((name, at) => ({ name, value: spec.values[at] ?? 0 }))
        .filter(({ value }) => value < 0);
      const negative = below.map(({ name, value }) => ({ name, amount: `${amount(value)}     `, bar: () => '' }));
      return alignRows([...barRows(labels, values, withShare), ...negative], columns);
    }
    case 'stacked-bar':
      return stackedLines(spec, columns, words, amount);
    case 'line':
      return alignRows(lineRows(spec, amount), columns, Math.min(spec.labels.length, 60));
    case 'budget':
      return alignRows(
        spec.rows.map((row) => budgetRow(row, words, amount)),
        columns,
      );
    case 'calendar':
      return calendarLines(spec, columns, words);
    case 'waterfall':
      return waterfallLines(spec, columns, words, amount);
    case 'usual-range':
      return usualRangeLines(spec, columns, amount);
  }
}

function barLines(spec: BarChart, columns: number, amount: (minor: number) => string): string[] {
  const rows = barRows(openNames(spec), spec.values, amount);
  const line = spec.line ? [sparkRow(spec.line, spreadOf(spec.line.values), amount)] : [];
  return [...alignRows([...rows, ...line], columns), ...openNote(spec, columns)];
}

/** The names of the labels, with a star at those that are not over yet. */
function openNames({ labels, locale, open }: BarChart | StackedBarChart): string[] {
  const { texts } = axisNames(labels, locale);
  return texts.map((text, at) => (open && at > open.after ? `${text}*` : text));
}

/** What the star means. */
function openNote({ open, labels }: BarChart | StackedBarChart, columns: number): string[] {
  return open && open.after < labels.length - 1 ? [cutToWidth(`* ${cleanText(open.name)}`, columns)] : [];
}

function barRows(labels: readonly string[], values: readonly number[], amount: (minor: number) => string): TextRow[] {
  const largest = Math.max(...values.map(Math.abs), 1);
  return labels.map((name, index) => {
    const value = values[index] ?? 0;
    return {
      name,
      amount: amount(value),
      bar: (width) =>
        value < 0 ? negativeFill.repeat(cells(-value / largest, width)) : smoothBar(value / largest, width),
    };
  });
}

function stackedLines(
  spec: StackedBarChart,
  columns: number,
  words: ChartWords,
  amount: (minor: number) => string,
): string[] {
  const series = mergeSeries(spec.series, fills.length, words.other);
  const sizes = spec.labels.map((_, at) => series.map(({ values }) => Math.max(values[at] ?? 0, 0)));
  const sums = sizes.map((parts) => parts.reduce((total, part) => total + part, 0));
  const largest = Math.max(...sums, 1);
  const rows = openNames(spec).map((name, at) => ({
    name,
    amount: amount(series.reduce((total, { values }) => total + (values[at] ?? 0), 0)),
    bar: (width: number) => {
      let reached = 0;
      let drawn = '';
      for (const [index, size] of (sizes[at] ?? []).entries()) {
        reached += size;
        // Rounding the running sum, not each part, keeps the whole as long as it should be.
        drawn += (fills[index] as string).repeat(Math.max(Math.round((reached / largest) * width) - drawn.length, 0));
      }
      return drawn;
    },
  }));
  const legend = series.map(({ name }, index) => `${fills[index]} ${cleanText(name)}`).join('  ');
  return [...alignRows(rows, columns), cutToWidth(legend, columns), ...openNote(spec, columns)];
}

function budgetRow(row: BudgetChart['rows'][number], words: ChartWords, amount: (minor: number) => string): TextRow {
  const rest = Math.abs(row.budget - row.spent);
  const isOver = row.spent > row.budget;
  const used = words.spentOf(amount(row.spent), amount(row.budget));
  return {
    name: row.label,
    amount: [
      used,
      isOver ? words.over(amount(rest)) : words.left(amount(rest)),
      ...(row.expected === undefined ? [] : [words.heading(amount(row.expected))]),
    ].join(' · '),
    bar: (width) => {
      if (isOver) return `${'█'.repeat(width - 1)}!`;
      const full = row.budget > 0 ? cells(row.spent / row.budget, width) : 0;
      return '█'.repeat(full) + '░'.repeat(width - full);
    },
  };
}

function isEmpty(spec: ChartSpec): boolean {
  switch (spec.kind) {
    case 'budget':
      return spec.rows.length === 0;
    case 'line':
      return spec.series.every(({ values }) => values.every((value) => value === null));
    case 'calendar':
    case 'waterfall':
    case 'usual-range':
      return false;
    case 'stacked-bar':
      return spec.labels.length === 0 || spec.series.length === 0;
    case 'doughnut':
      return spec.values.every((value) => value <= 0);
    case 'bar':
      return spec.labels.length === 0;
  }
}
