/** Marks what is not over or not known yet: a paler ground from there on, a rule where it begins, and its name. */

import type { Chart, Plugin } from 'chart.js';
import { type Frame, fontFamily, fontSize } from './chart-frame.ts';
import type { OpenPart } from './chart-spec.ts';
import { openGroundColor, quietTextColor } from './palette.ts';
import { shortenText } from './text-fit.ts';

/** What the name takes above the chart, in CSS pixels. */
export const openNameHeight = 30;
const longestName = 360;

/** The open part, when there is anything in it. */
export function shownOpen(spec: {
  readonly labels: readonly string[];
  readonly open?: OpenPart;
}): OpenPart | undefined {
  return spec.open && spec.open.after < spec.labels.length - 1 ? spec.open : undefined;
}

interface OpenMark {
  readonly after: number;
  readonly name: string;
  /** Bars have ground of their own on both sides of their middle; lines go from point to point. */
  readonly between: boolean;
  readonly count: number;
  readonly font: string;
  readonly color: string;
  readonly ground: string;
}

/** A plugin for upright charts of `count` labels. Its picture leaves {@link openNameHeight} above the chart. */
export function openPartPlugin(open: OpenPart, count: number, between: boolean, frame: Frame): Plugin & OpenMark {
  return {
    id: 'openPart',
    after: open.after,
    name: shortenText(frame.text(open.name), longestName, fontSize),
    between,
    count,
    font: `${fontSize}px ${fontFamily}`,
    color: quietTextColor,
    ground: openGroundColor,
    beforeDraw(this: OpenMark, chart: Chart) {
      const { ctx, chartArea, scales } = chart;
      if (!scales.x) return;
      const slot = chartArea.width / this.count;
      const point = this.after < 0 ? chartArea.left : scales.x.getPixelForValue(this.after);
      const edge = this.between ? chartArea.left + (this.after + 1) * slot : point;
      ctx.save();
      ctx.fillStyle = this.ground;
      ctx.fillRect(edge, chartArea.top, chartArea.right - edge, chartArea.height);
      ctx.strokeStyle = this.color;
      ctx.lineWidth = 2;
      ctx.setLineDash([4, 5]);
      ctx.beginPath();
      ctx.moveTo(edge, chartArea.top - 20);
      ctx.lineTo(edge, chartArea.bottom);
      ctx.stroke();
      ctx.font = this.font;
      ctx.fillStyle = this.color;
      ctx.textBaseline = 'middle';
      const fits = edge + 8 + ctx.measureText(this.name).width <= chart.width - 10;
      ctx.textAlign = fits ? 'left' : 'right';
      ctx.fillText(this.name, fits ? edge + 8 : edge - 8, chartArea.top - 16);
      ctx.restore();
    },
  };
}
