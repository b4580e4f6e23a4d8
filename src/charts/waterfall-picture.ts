/** What changed from one total to another: each change begins where the one before it ended. */

import { exactAmount } from './chart-amounts.ts';
import { type Frame, fontSize, type Picture, padding, pictureWidth } from './chart-frame.ts';
import type { WaterfallChart } from './chart-spec.ts';
import { header } from './header.ts';
import { type Box, type Label, marksPicture, type Stroke } from './marks.ts';
import { alarmColor, background, mainColor, quietTextColor, textColor } from './palette.ts';
import { estimateWidth, wrapText } from './text-fit.ts';
import { stepAmount, waterfallRange, waterfallSteps } from './waterfall-steps.ts';

const maxChanges = 11;
const rowHeight = 58;
const barHeight = 34;
const nameWidth = 220;
const lineHeight = 25;

const colors = { total: quietTextColor, rise: alarmColor, fall: mainColor };

/** Lying bars, so that names have room: totals grey, rises orange, falls blue, each with its amount and sign. */
export function waterfallPicture(spec: WaterfallChart, frame: Frame): Picture {
  const top = header(spec, frame);
  const steps = waterfallSteps(spec, maxChanges, frame.words.other);
  const texts = steps.map((step) => stepAmount(step, (minor) => exactAmount(minor, frame.currency, frame.locale)));
  const amountWidth = Math.min(Math.max(...texts.map((text) => estimateWidth(text, fontSize))), 320);
  const right = pictureWidth - padding.right;
  const left = padding.left + nameWidth + 14;
  const room = right - amountWidth - 18 - left;
  const { low, high, isCut } = waterfallRange(steps);
  const xOf = (level: number) => left + ((Math.max(level, low) - low) / (high - low)) * room;
  const boxes: Box[] = [];
  const strokes: Stroke[] = [];
  const labels: Label[] = [];
  for (const [index, { name, kind, from, to }] of steps.entries()) {
    const y = top.height + index * rowHeight;
    const middle = y + rowHeight / 2;
    const begin = Math.min(xOf(from), xOf(to));
    // A change too small for a bar of its own still shows as a line.
    const width = Math.max(Math.abs(xOf(to) - xOf(from)), to === from ? 0 : 2);
    boxes.push({
      x: begin,
      y: middle - barHeight / 2,
      width,
      height: barHeight,
      fill: colors[kind],
      radius: Math.min(4, width / 2),
    });
    if (index < steps.length - 1 && boxes.some((box) => box.width > 0)) {
      const x = xOf(to);
      const below = middle + rowHeight - barHeight / 2;
      strokes.push({
        points: [
          [x, middle + barHeight / 2],
          [x, below],
        ],
        color: quietTextColor,
        width: 1.5,
      });
    }
    if (isCut && kind === 'total') strokes.push(cut(left + 22, middle), cut(left + 32, middle));
    const lines = wrapText(frame.text(name), nameWidth, fontSize, 2);
    for (const [at, text] of lines.entries()) {
      const lineY = middle + (at - (lines.length - 1) / 2) * lineHeight;
      labels.push({
        text,
        x: padding.left,
        y: lineY,
        align: 'left',
        size: fontSize,
        color: textColor,
        bold: kind === 'total',
        room: nameWidth + 8,
      });
    }
    labels.push({
      text: texts[index] ?? '',
      x: right,
      y: middle,
      align: 'right',
      size: fontSize,
      color: textColor,
      bold: true,
      room: amountWidth + 10,
    });
  }
  return marksPicture(top, frame, top.height + steps.length * rowHeight + padding.bottom, { boxes, strokes, labels });
}

/** A slash through a bar that does not begin at zero. */
function cut(x: number, middle: number): Stroke {
  return {
    points: [
      [x - 6, middle + barHeight / 2 + 4],
      [x + 6, middle - barHeight / 2 - 4],
    ],
    color: background,
    width: 4,
  };
}
