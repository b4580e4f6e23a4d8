/** A calendar in plain text: weekdays as rows, weeks as columns, shaded by amount. */

import { calendarMonths, monthNames, weekdayNames } from './calendar-months.ts';
import { compactAmounts, exactAmount } from './chart-amounts.ts';
import type { CalendarChart } from './chart-spec.ts';
import type { ChartWords } from './chart-words.ts';
import { displayWidth, padToWidth } from './display-width.ts';
import { heatLimits, heatStep } from './heat-steps.ts';

const shades = ['░', '▒', '▓', '█'];
const noEntries = '·';
const zero = '0';
const belowZero = '-';
/** Columns between two months. */
const monthGap = 2;

/** Months beside one another as far as `columns` reach, a character a day; a legend with the amounts of the shades. */
export function calendarLines(spec: CalendarChart, columns: number, words: ChartWords): string[] {
  const limits = heatLimits(spec.values, shades.length);
  const sign = (value: number | null) => {
    if (value === null) return noEntries;
    if (value <= 0) return value === 0 ? zero : belowZero;
    return shadeOf(heatStep(value, limits), limits.length + 1);
  };
  const months = calendarMonths(spec);
  const names = monthNames(
    months.map(({ month }) => month),
    spec.locale,
  );
  const weekdays = weekdayNames(spec.locale, spec.firstDayOfWeek, 'short');
  const nameWidth = Math.max(...weekdays.map(displayWidth)) + 1;
  const blocks = months.map(({ days, weeks }, index) => {
    const width = Math.max(weeks, displayWidth(names[index] ?? ''));
    const rows = Array.from({ length: 7 }, (_, weekday) => {
      const signs = Array.from({ length: weeks }, (_, week) => {
        const day = days.find(({ column, row }) => column === weekday && row === week);
        return day ? sign(day.value) : ' ';
      });
      return padToWidth(signs.join(''), width);
    });
    return { width, lines: [padToWidth(names[index] ?? '', width), ...rows] };
  });
  const lines: string[] = [];
  let row: typeof blocks = [];
  const flush = () => {
    const heads = ['', ...weekdays].map((name) => padToWidth(name, nameWidth));
    lines.push(
      ...heads.map((head, at) => (head + row.map((block) => block.lines[at]).join(' '.repeat(monthGap))).trimEnd()),
    );
    row = [];
  };
  for (const block of blocks) {
    const used = row.reduce((sum, { width }) => sum + width + monthGap, nameWidth);
    if (row.length > 0 && used + block.width > columns) flush();
    row.push(block);
  }
  flush();
  return [...lines, ...legendLines(spec, limits, columns, words)];
}

function shadeOf(step: number, count: number): string {
  const last = shades.length - 1;
  return shades[count === 1 ? last : Math.round((step * last) / (count - 1))] as string;
}

function legendLines(spec: CalendarChart, limits: readonly number[], columns: number, words: ChartWords): string[] {
  const largest = Math.max(...spec.values, 0);
  const bounds = compactAmounts(limits, spec.currency, spec.locale);
  const texts = largest > 0 ? [...bounds, exactAmount(largest, spec.currency, spec.locale)] : [];
  const parts = [
    `${noEntries} ${words.noEntries}`,
    ...texts.map((text, step) => `${shadeOf(step, texts.length)} ≤ ${text}`),
    ...(spec.values.some((value) => value < 0)
      ? [`${belowZero} < ${compactAmounts([0], spec.currency, spec.locale)}`]
      : []),
  ];
  const lines: string[] = [];
  for (const part of parts) {
    const line = lines.at(-1);
    if (line !== undefined && displayWidth(line) + 2 + displayWidth(part) <= columns)
      lines[lines.length - 1] = `${line}  ${part}`;
    else lines.push(part);
  }
  return lines;
}
