/** What stands around the bars of budgets: their names and amounts, the mark of what is expected. */

import type { Chart, Plugin } from 'chart.js';
import { fontFamily, fontSize } from './chart-frame.ts';
import { alarmTextColor, background, quietTextColor, textColor } from './palette.ts';

export const barThickness = 26;

export interface BudgetRow {
  readonly name: string;
  readonly used: string;
  readonly rest: string;
  readonly isOver: boolean;
  /** What is expected by the end: where, in percent of the budget, and in words. */
  readonly expected: { readonly percent: number; readonly text: string } | null;
}

interface BudgetRows {
  readonly rows: readonly BudgetRow[];
  readonly thickness: number;
  readonly family: string;
  readonly size: number;
  readonly color: string;
  readonly quiet: string;
  readonly alarm: string;
  readonly stripe: string;
}

/** A plugin that draws all but the bars. */
export function budgetRowsPlugin(rows: readonly BudgetRow[]): Plugin & BudgetRows {
  return {
    id: 'budgetRows',
    rows,
    thickness: barThickness,
    family: fontFamily,
    size: fontSize,
    color: textColor,
    quiet: quietTextColor,
    alarm: alarmTextColor,
    stripe: background,
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
        if (row.expected) {
          const tip = top + this.thickness + 3;
          const x = Math.min(scales.x.getPixelForValue(row.expected.percent), chartArea.right - 10);
          ctx.fillStyle = row.expected.percent > 100 ? this.alarm : this.color;
          ctx.beginPath();
          ctx.moveTo(x, tip);
          ctx.lineTo(x + 9, tip + 15);
          ctx.lineTo(x - 9, tip + 15);
          ctx.closePath();
          ctx.fill();
          ctx.font = `${this.size}px ${this.family}`;
          ctx.textBaseline = 'middle';
          const fits = x + 18 + ctx.measureText(row.expected.text).width <= chartArea.right;
          ctx.textAlign = fits ? 'left' : 'right';
          ctx.fillText(row.expected.text, fits ? x + 16 : x - 16, tip + 10);
        }
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
