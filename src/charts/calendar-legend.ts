/** What the colours of a calendar mean, in amounts. */

import { compactAmounts, exactAmount, roundedAmounts } from './chart-amounts.ts';
import { type Frame, fontSize, padding, pictureWidth } from './chart-frame.ts';
import type { CalendarChart } from './chart-spec.ts';
import { dayLook, stepColor } from './heat-steps.ts';
import type { Box, Label } from './marks.ts';
import { textColor } from './palette.ts';
import { estimateWidth } from './text-fit.ts';

const swatchHeight = 26;
const textHeight = 34;
const swatchGap = 28;

interface Legend {
  readonly boxes: readonly Box[];
  readonly labels: readonly Label[];
  readonly bottom: number;
}

/** A strip of the steps with the amounts between them, the largest at its end; below it, what is no step. `y` is its top. */
export function calendarLegend(spec: CalendarChart, limits: readonly number[], y: number, frame: Frame): Legend {
  const boxes: Box[] = [];
  const labels: Label[] = [];
  const plain = { align: 'left', size: fontSize, color: textColor } as const;
  let bottom = y;
  const largest = Math.max(...spec.values, 0);
  if (largest > 0) {
    const steps = limits.length + 1;
    const width = Math.floor((pictureWidth - padding.left - padding.right) / Math.max(steps, 3));
    const exact = exactAmount(largest, frame.currency, frame.locale);
    const [rounded = ''] = roundedAmounts([largest], frame.currency, frame.locale);
    const fits = estimateWidth(`≤ ${exact}`, fontSize) < width;
    const texts = [...compactAmounts(limits, frame.currency, frame.locale), fits ? exact : rounded];
    for (let step = 0; step < steps; step++) {
      const x = padding.left + step * width;
      boxes.push({ x, y: bottom, width: width - 2, height: swatchHeight, fill: stepColor(step, steps) });
      labels.push({
        ...plain,
        text: `≤ ${texts[step] ?? ''}`,
        x: x + width - 2,
        y: bottom + swatchHeight + 18,
        align: 'right',
        room: width - 10,
      });
    }
    bottom += swatchHeight + textHeight + 16;
  }
  const [zero = ''] = compactAmounts([0], frame.currency, frame.locale);
  const days = [
    { look: null, text: frame.words.noEntries, isThere: true },
    { look: 0, text: zero, isThere: spec.values.includes(0) },
    { look: -1, text: `< ${zero}`, isThere: spec.values.some((value) => value < 0) },
  ];
  let x = padding.left;
  for (const { look, text } of days.filter(({ isThere }) => isThere)) {
    boxes.push({ x, y: bottom, width: 34, height: swatchHeight, radius: 5, ...dayLook(look, limits) });
    labels.push({ ...plain, text, x: x + 44, y: bottom + swatchHeight / 2 });
    x += 44 + estimateWidth(text, fontSize) + swatchGap;
  }
  return { boxes, labels, bottom: bottom + swatchHeight };
}
