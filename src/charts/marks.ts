/** Pictures that are laid out here to the last pixel, for what Chart.js has no chart of: it lends the canvas and the header. */

import type { Chart, Plugin } from 'chart.js';
import { baseOptions, type Frame, fontFamily, groundPlugin, type Picture, pictureWidth } from './chart-frame.ts';
import type { Header } from './header.ts';

/** All places are CSS pixels from the top left corner of the picture. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Left out, the box has no ground. */
  readonly fill?: string;
  /** Left out, it has no edge; an edge is 2 wide and lies inside. */
  readonly edge?: string;
  readonly radius?: number;
}

export interface Stroke {
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly color: string;
  readonly width: number;
  readonly dash?: readonly number[];
}

export interface Dot {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly fill: string;
}

export interface Label {
  readonly text: string;
  /** Where it begins, ends or has its middle, by `align`. */
  readonly x: number;
  /** The middle of its height. */
  readonly y: number;
  readonly align: 'left' | 'center' | 'right';
  readonly size: number;
  readonly color: string;
  readonly bold?: boolean;
  /** A text whose width was guessed too low is narrowed to this. */
  readonly room?: number;
}

/** What is drawn, kind after kind: boxes lowest, then dots, strokes and labels. */
export interface Marks {
  readonly boxes?: readonly Box[];
  readonly dots?: readonly Dot[];
  readonly strokes?: readonly Stroke[];
  readonly labels?: readonly Label[];
}

interface Drawn extends Required<Marks> {
  readonly family: string;
}

/** A picture of `marks` under the header `top`, `height` CSS pixels high in all. */
export function marksPicture(top: Header, frame: Frame, height: number, marks: Marks): Picture {
  return {
    width: pictureWidth,
    height: Math.ceil(height),
    config: {
      type: 'bar',
      data: { labels: [], datasets: [] },
      options: { ...baseOptions(frame, top.height), scales: { x: { display: false }, y: { display: false } } },
      plugins: [groundPlugin(frame.locale), top.plugin, marksPlugin(marks)],
    },
  };
}

function marksPlugin({ boxes = [], dots = [], strokes = [], labels = [] }: Marks): Plugin & Drawn {
  return {
    id: 'marks',
    boxes,
    dots,
    strokes,
    labels,
    family: fontFamily,
    afterDraw(this: Drawn, { ctx }: Chart) {
      ctx.save();
      for (const { x, y, width, height, fill, edge, radius = 0 } of this.boxes) {
        // An edge is drawn along the middle of its line.
        const inset = edge ? 1 : 0;
        const [left, above, right, below] = [x + inset, y + inset, x + width - inset, y + height - inset];
        const round = Math.max(Math.min(radius, (right - left) / 2, (below - above) / 2), 0);
        ctx.beginPath();
        ctx.moveTo(left + round, above);
        ctx.arcTo(right, above, right, below, round);
        ctx.arcTo(right, below, left, below, round);
        ctx.arcTo(left, below, left, above, round);
        ctx.arcTo(left, above, right, above, round);
        ctx.closePath();
        if (fill) {
          ctx.fillStyle = fill;
          ctx.fill();
        }
        if (edge) {
          ctx.lineWidth = 2;
          ctx.strokeStyle = edge;
          ctx.stroke();
        }
      }
      for (const { x, y, radius, fill } of this.dots) {
        ctx.fillStyle = fill;
        ctx.beginPath();
        ctx.arc(x, y, radius, 0, 2 * Math.PI);
        ctx.fill();
      }
      for (const { points, color, width, dash = [] } of this.strokes) {
        ctx.strokeStyle = color;
        ctx.lineWidth = width;
        ctx.setLineDash([...dash]);
        ctx.beginPath();
        for (const [x, y] of points) ctx.lineTo(x, y);
        ctx.stroke();
      }
      ctx.textBaseline = 'middle';
      for (const { text, x, y, align, size, color, bold, room } of this.labels) {
        ctx.font = `${bold ? '600 ' : ''}${size}px ${this.family}`;
        ctx.fillStyle = color;
        ctx.textAlign = align;
        if (room) ctx.fillText(text, x, y, room);
        else ctx.fillText(text, x, y);
      }
      ctx.restore();
    },
  };
}
