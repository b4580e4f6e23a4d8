/** Title and subtitle at the top left, the same in every picture. */

import type { Chart, Plugin } from 'chart.js';
import { type Frame, fontFamily, fontSize, padding, pictureWidth } from './chart-frame.ts';
import { quietTextColor, textColor } from './palette.ts';
import { wrapText } from './text-fit.ts';

const titleSize = 30;
const titleLine = 38;
const subtitleLine = 30;
const gapBelow = 26;

interface HeaderLine {
  readonly text: string;
  readonly font: string;
  readonly color: string;
  /** The middle of the line, in CSS pixels from the top. */
  readonly y: number;
}

interface HeaderLines {
  readonly lines: readonly HeaderLine[];
  readonly left: number;
  readonly width: number;
}

export interface Header {
  readonly plugin: Plugin & HeaderLines;
  /** Where the chart begins below it, in CSS pixels. */
  readonly height: number;
  /** What it takes more than a title and a subtitle of one line each. */
  readonly extra: number;
}

/**
 * At most two lines of title and two of subtitle. Chart.js's own title keeps to the chart's width, which here is
 * narrower than the picture's where something stands beside the chart.
 */
export function header(subject: { readonly title: string; readonly subtitle?: string }, frame: Frame): Header {
  const width = pictureWidth - padding.left - padding.right;
  let height = padding.top;
  const place = (text: string, font: string, color: string, lineHeight: number): HeaderLine => {
    height += lineHeight;
    return { text, font, color, y: height - lineHeight / 2 };
  };
  const title = wrapText(frame.text(subject.title), width, titleSize, 2);
  const subtitle = wrapText(frame.text(subject.subtitle ?? ''), width, fontSize, 2).filter((line) => line !== '');
  const lines = [
    ...title.map((line) => place(line, `600 ${titleSize}px ${fontFamily}`, textColor, titleLine)),
    ...subtitle.map((line) => place(line, `${fontSize}px ${fontFamily}`, quietTextColor, subtitleLine)),
  ];
  const plugin: Header['plugin'] = {
    id: 'header',
    lines,
    left: padding.left,
    width,
    beforeDraw(this: HeaderLines, { ctx }: Chart) {
      ctx.save();
      ctx.textAlign = 'left';
      ctx.textBaseline = 'middle';
      for (const line of this.lines) {
        ctx.font = line.font;
        ctx.fillStyle = line.color;
        // The last argument narrows a line whose width was guessed too low.
        ctx.fillText(line.text, this.left, line.y, this.width);
      }
      ctx.restore();
    },
  };
  const usual = padding.top + titleLine + subtitleLine;
  return { plugin, height: height + gapBelow, extra: Math.max(height - usual, 0) };
}
