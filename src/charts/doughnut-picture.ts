/** A doughnut: the parts of a whole, with each part's name, amount and percent beside it and the total in the middle. */

import type { Chart, Plugin } from 'chart.js';
import { exactAmount, percent } from './chart-amounts.ts';
import {
  baseOptions,
  type Frame,
  fontFamily,
  fontSize,
  groundPlugin,
  type Picture,
  pictureHeight,
  pictureWidth,
} from './chart-frame.ts';
import type { DoughnutChart } from './chart-spec.ts';
import { emptyPicture } from './empty-picture.ts';
import { header } from './header.ts';
import { largestFirst } from './merge.ts';
import { background, otherColor, quietTextColor, seriesColor, textColor } from './palette.ts';

const maxSlices = 8;
const maxNegative = 2;
const tableWidth = 430;

interface Row {
  readonly color: string | null;
  readonly name: string;
  readonly amount: string;
  readonly share: string;
}

interface SliceTable {
  readonly rows: readonly Row[];
  readonly total: string;
  readonly totalName: string;
  readonly family: string;
  readonly size: number;
  readonly width: number;
  readonly color: string;
  readonly quiet: string;
}

/** Slices from the largest down. Amounts below zero have no slice; they are listed, and count in the total. */
export function doughnutPicture(spec: DoughnutChart, frame: Frame): Picture {
  const slices = largestFirst(spec.labels, spec.values, maxSlices, frame.words.other);
  const whole = slices.values.reduce((sum, value) => sum + value, 0);
  if (whole === 0) return emptyPicture(spec, frame);
  const colors = slices.labels.map((label, index) => (label === frame.words.other ? otherColor : seriesColor(index)));
  const amount = (minor: number) => exactAmount(minor, frame.currency, frame.locale);
  const negative = spec.labels.flatMap((label, index) => {
    const value = spec.values[index] ?? 0;
    return value < 0 ? [{ color: null, name: frame.text(label), amount: amount(value), share: '' }] : [];
  });
  const rows = slices.labels.map((label, index) => ({
    color: colors[index] ?? otherColor,
    name: frame.text(label),
    amount: amount(slices.values[index] ?? 0),
    share: percent((slices.values[index] ?? 0) / whole, frame.locale),
  }));
  const { plugin, height } = header(spec, frame);
  const total = spec.values.reduce((sum, value) => sum + value, 0);
  return {
    width: pictureWidth,
    height: pictureHeight,
    config: {
      type: 'doughnut',
      data: {
        labels: [...slices.labels],
        datasets: [{ data: [...slices.values], backgroundColor: colors, borderColor: background, borderWidth: 3 }],
      },
      options: {
        ...baseOptions(frame, height, tableWidth + 24),
        cutout: '64%',
      } as object,
      plugins: [
        groundPlugin(frame.locale),
        plugin,
        sliceTablePlugin([...rows, ...negative.slice(0, maxNegative)], amount(total), frame),
      ],
    },
  };
}

function sliceTablePlugin(rows: readonly Row[], total: string, frame: Frame): Plugin & SliceTable {
  return {
    id: 'sliceTable',
    rows,
    total,
    totalName: frame.words.total,
    family: fontFamily,
    size: fontSize,
    width: tableWidth,
    color: textColor,
    quiet: quietTextColor,
    afterDraw(this: SliceTable, chart: Chart) {
      const { ctx, chartArea } = chart;
      const middle = (chartArea.top + chartArea.bottom) / 2;
      const right = chart.width - 28;
      const left = right - this.width;
      ctx.save();
      ctx.textBaseline = 'middle';
      const rowHeight = Math.min(44, chartArea.height / this.rows.length);
      ctx.font = `${this.size}px ${this.family}`;
      const shareWidth = Math.max(...this.rows.map((row) => ctx.measureText(row.share).width)) + 16;
      for (const [index, row] of this.rows.entries()) {
        const y = middle + (index - (this.rows.length - 1) / 2) * rowHeight;
        if (row.color) {
          ctx.fillStyle = row.color;
          ctx.beginPath();
          ctx.arc(left + 10, y, 10, 0, 2 * Math.PI);
          ctx.fill();
        }
        ctx.textAlign = 'right';
        ctx.font = `${this.size}px ${this.family}`;
        ctx.fillStyle = this.quiet;
        ctx.fillText(row.share, right, y);
        ctx.font = `600 ${this.size}px ${this.family}`;
        ctx.fillStyle = this.color;
        ctx.fillText(row.amount, right - shareWidth, y);
        const room = this.width - 32 - shareWidth - ctx.measureText(row.amount).width - 14;
        ctx.font = `${this.size}px ${this.family}`;
        const letters = [...row.name];
        let name = row.name;
        while (letters.length > 0 && ctx.measureText(name).width > room) {
          letters.pop();
          name = `${letters.join('').trimEnd()}…`;
        }
        ctx.textAlign = 'left';
        ctx.fillText(name, left + 32, y);
      }
      const centre = (chartArea.left + chartArea.right) / 2;
      const hole = Math.min(chartArea.width, chartArea.height) * 0.64 - 20;
      ctx.textAlign = 'center';
      ctx.font = `600 28px ${this.family}`;
      const scale = Math.min(1, hole / ctx.measureText(this.total).width);
      ctx.font = `600 ${Math.floor(28 * scale)}px ${this.family}`;
      ctx.fillText(this.total, centre, middle + 14);
      ctx.font = `${this.size}px ${this.family}`;
      ctx.fillStyle = this.quiet;
      ctx.fillText(this.totalName, centre, middle - 20);
      ctx.restore();
    },
  };
}
