/** Budgets, one row each: how much of it is used, by length, by words and, past its end, by colour and hatching. */

import { type BudgetRow, barThickness, budgetRowsPlugin } from './budget-rows.ts';
import { exactAmounts } from './chart-amounts.ts';
import { baseOptions, type Frame, groundPlugin, type Picture, padding, pictureWidth } from './chart-frame.ts';
import type { BudgetChart } from './chart-spec.ts';
import { emptyPicture } from './empty-picture.ts';
import { header } from './header.ts';
import { alarmColor, mainColor, trackColor } from './palette.ts';

const rowHeight = 92;
/** With what is expected written below the bars. */
const tallRowHeight = 124;
const maxRows = 16;
/** Percent of a budget past which a bar grows no longer; its words still say how far it went. */
const maxPercent = 160;

/** One row a budget, each against its own length: a small budget overspent shows as clearly as a large one. */
export function budgetPicture(spec: BudgetChart, frame: Frame): Picture {
  if (spec.rows.length === 0) return emptyPicture(spec, frame);
  const shown = spec.rows.length <= maxRows ? spec.rows : spec.rows.slice(0, maxRows - 1);
  const percents = shown.map(({ spent, budget }) => usedPercent(spent, budget));
  const rows = shown.map((row) => rowTexts(row, frame));
  const height = rows.some(({ expected }) => expected) ? tallRowHeight : rowHeight;
  const furthest = Math.max(100, ...percents, ...rows.map(({ expected }) => expected?.percent ?? 0));
  const hidden = spec.rows.length - shown.length;
  const subtitle = [spec.subtitle, hidden > 0 ? frame.words.more(hidden) : ''].filter(Boolean).join(' · ');
  const top = header({ title: spec.title, subtitle }, frame);
  const bar = { barThickness, borderSkipped: false as const, stack: 'used' };
  return {
    width: pictureWidth,
    height: top.height + shown.length * height + padding.bottom,
    config: {
      type: 'bar',
      data: {
        labels: shown.map(({ label }) => frame.text(label)),
        datasets: [
          {
            ...bar,
            data: percents.map((value) => Math.min(value, 100)),
            backgroundColor: mainColor,
            borderRadius: percents.map((value) => (value > 100 ? 0 : 6)),
          },
          {
            ...bar,
            data: percents.map((value) => Math.max(value - 100, 0)),
            backgroundColor: alarmColor,
            borderRadius: { topLeft: 0, bottomLeft: 0, topRight: 6, bottomRight: 6 },
          },
          {
            // The whole budget, behind what is used of it.
            barThickness,
            grouped: false,
            stack: 'whole',
            order: 1,
            data: shown.map(() => 100),
            backgroundColor: trackColor,
            borderRadius: 6,
            borderSkipped: false,
          },
        ],
      },
      options: {
        ...baseOptions(frame, top.height),
        indexAxis: 'y',
        scales: {
          x: { display: false, stacked: true, min: 0, max: furthest },
          y: { display: false, stacked: true },
        },
      },
      plugins: [groundPlugin(frame.locale), top.plugin, budgetRowsPlugin(rows)],
    },
  };
}

/** From 0 to {@link maxPercent}; anything spent on a budget of zero is over it. */
function usedPercent(spent: number, budget: number): number {
  if (spent <= 0) return 0;
  if (budget <= 0) return maxPercent;
  return Math.min((spent / budget) * 100, maxPercent);
}

function rowTexts({ label, spent, budget, expected }: BudgetChart['rows'][number], frame: Frame): BudgetRow {
  const isOver = spent > budget;
  const [spentText = '', budgetText = '', rest = '', end = ''] = exactAmounts(
    [spent, budget, Math.abs(budget - spent), expected ?? 0],
    frame.currency,
    frame.locale,
  );
  return {
    name: frame.text(label),
    used: frame.words.spentOf(spentText, budgetText),
    rest: isOver ? frame.words.over(rest) : frame.words.left(rest),
    isOver,
    expected:
      expected === undefined ? null : { percent: usedPercent(expected, budget), text: frame.words.heading(end) },
  };
}
