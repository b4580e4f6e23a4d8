/** Budgets, one row each: how much of it is used, by length, by words and, past its end, by colour and hatching. */

import type { Chart, Plugin } from 'chart.js';
import { exactAmounts } from './chart-amounts.ts';
import {
  baseOptions,
  type Frame,
  fontFamily,
  fontSize,
  groundPlugin,
  type Picture,
  padding,
  pictureWidth,
} from './chart-frame.ts';
import type { BudgetChart } from './chart-spec.ts';
import { emptyPicture } from './empty-picture.ts';
import { header } from './header.ts';
import { alarmColor, alarmTextColor, background, mainColor, quietTextColor, textColor, trackColor } from './palette.ts';

const rowHeight = 92;
const barThickness = 26;
const maxRows = 16;
/** Percent of a budget past which a bar grows no longer; its words still say how far it went. */
const maxPercent = 160;

interface BudgetRow {
  readonly name: string;
  readonly used: string;
  readonly rest: string;
  readonly isOver: boolean;
}

interface BudgetRows {
  readonly rows: readonly BudgetRow[];
  readonly thickness: number;
  readonly family: string;
  readonly size: number;
  readonly color: string;
  readonly quiet: string;
  readonly alarm: string;
  readonly track: string;
  readonly stripe: string;
}

/** One row a budget, each against its own length: a small budget overspent shows as clearly as a large one. */
export function budgetPicture(spec: BudgetChart, frame: Frame): Picture {
  if (spec.rows.length === 0) return emptyPicture(spec, frame);
  const shown = spec.rows.length <= maxRows ? spec.rows : spec.rows.slice(0, maxRows - 1);
  const percents = shown.map(({ spent, budget }) => usedPercent(spent, budget));
  const hidden = spec.rows.length - shown.length;
  const subtitle = [spec.subtitle, hidden > 0 ? frame.words.more(hidden) : ''].filter(Boolean).join(' · ');
  const { plugin, height } = header({ title: spec.title, subtitle }, frame);
  const bar = { barThickness, borderSkipped: false as const, stack: 'used' };
  return {
    width: pictureWidth,
    height: height + shown.length * rowHeight + padding.bottom,
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
        ],
      },
      options: {
        ...baseOptions(frame, height),
        indexAxis: 'y',
        scales: {
          x: { display: false, stacked: true, min: 0, max: Math.max(100, ...percents) },
          y: { display: false, stacked: true },
        },
      },
      plugins: [groundPlugin(frame.locale), plugin, budgetRowsPlugin(shown.map((row) => rowTexts(row, frame)))],
    },
  };
}

/** From 0 to {@link maxPercent}; anything spent on a budget of zero is over it. */
function usedPercent(spent: number, budget: number): number {
  if (spent <= 0) return 0;
  if (budget <= 0) return maxPercent;
  return Math.min((spent / budget) * 100, maxPercent);
}

function rowTexts({ label, spent, budget }: BudgetChart['rows'][number], frame: Frame): BudgetRow {
  const isOver = spent > budget;
  const [spentText = '', budgetText = '', rest = ''] = exactAmounts(
    [spent, budget, Math.abs(budget - spent)],
    frame.currency,
    frame.locale,
  );
  return {
    name: frame.text(label),
    used: frame.words.spentOf(spentText, budgetText),
    rest: isOver ? frame.words.over(rest) : frame.words.left(rest),
    isOver,
  };
}

function budgetRowsPlugin(rows: readonly BudgetRow[]): Plugin & BudgetRows {
  return {
    id: 'budgetRows',
    rows,
    thickness: barThickness,
    family: fontFamily,
    size: fontSize,
    color: textColor,
    quiet: quietTextColor,
    alarm: alarmTextColor,
    track: trackColor,
    stripe: background,
    beforeDatasetsDraw(this: BudgetRows, chart: Chart) {
      const { ctx, scales } = chart;
      if (!scales.x || !scales.y) return;
      const left = scales.x.getPixelForValue(0);
      const end = scales.x.getPixelForValue(100);
      ctx.save();
      ctx.fillStyle = this.track;
      for (const index of this.rows.keys()) {
        ctx.beginPath();
        ctx.roundRect(left, scales.y.getPixelForValue(index) - this.thickness / 2, end - left, this.thickness, 6);
        ctx.fill();
      }
      ctx.restore();
    },
    afterDatasetsDraw(this: BudgetRows, chart: Chart) {
      const { ctx, scales, chartArea } = chart;
      if (!scales.x || !scales.y) return;
      ctx.save();
      for (const [index, row] of this.rows.entries()) {
        const middle = scales.y.getPixelForValue(index);
        const top = middle - this.thickness / 2;
        const end = scales.x.getPixelForValue(100);
        const over = chart.getDatasetMeta(1).data[index]?.x ?? end;
        ctx.save();
        ctx.beginPath();
        ctx.rect(end, top, Math.max(over - end, 0), this.thickness);
        ctx.clip();
        ctx.strokeStyle = this.stripe;
        ctx.lineWidth = 3;
        for (let x = end - this.thickness; x < over; x += 12) {
          ctx.beginPath();
          ctx.moveTo(x, top + this.thickness);
          ctx.lineTo(x + this.thickness, top);
          ctx.stroke();
        }
        ctx.restore();
        ctx.fillStyle = this.color;
        ctx.fillRect(end - 1.5, top - 5, 3, this.thickness + 10);
        const textY = top - 20;
        ctx.textBaseline = 'middle';
        ctx.textAlign = 'right';
        ctx.font = `600 ${this.size}px ${this.family}`;
        ctx.fillStyle = row.isOver ? this.alarm : this.color;
        ctx.fillText(row.rest, chartArea.right, textY);
        const restWidth = ctx.measureText(row.rest).width + 16;
        ctx.font = `${this.size}px ${this.family}`;
        ctx.fillStyle = this.quiet;
        ctx.fillText(row.used, chartArea.right - restWidth, textY);
        const room = chartArea.width - restWidth - ctx.measureText(row.used).width - 16;
        ctx.textAlign = 'left';
        ctx.font = `600 ${this.size}px ${this.family}`;
        ctx.fillStyle = this.color;
        const letters = [...row.name];
        let name = row.name;
        while (letters.length > 0 && ctx.measureText(name).width > room) {
          letters.pop();
          name = `${letters.join('').trimEnd()}…`;
        }
        ctx.fillText(name, chartArea.left, textY);
      }
      ctx.restore();
    },
  };
}
