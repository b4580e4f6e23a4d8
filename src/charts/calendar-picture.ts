/** A calendar whose days are the darker the more was spent: months side by side, a week a row. */

import { calendarLegend } from './calendar-legend.ts';
import { type CalendarDay, calendarMonths, monthNames, weekdayNames } from './calendar-months.ts';
import { roundedAmounts } from './chart-amounts.ts';
import { type Frame, fontSize, type Picture, padding, pictureWidth } from './chart-frame.ts';
import type { CalendarChart } from './chart-spec.ts';
import { header } from './header.ts';
import { dayLook, heatLimits } from './heat-steps.ts';
import { type Box, type Label, marksPicture } from './marks.ts';
import { background, heatColors, quietTextColor, textColor } from './palette.ts';

const gap = 4;
const monthGap = 30;
const monthNameHeight = 38;
const weekdayHeight = 30;
const smallSize = 20;

interface Cells {
  readonly columns: number;
  /** One cell, the gap to the next one included. */
  readonly width: number;
  readonly height: number;
}

/** The fewer the months, the larger their days: one alone has its amounts written in, up to four have day numbers. */
function cellsFor(months: number): Cells {
  const columns = months === 1 ? 1 : months <= 4 ? 2 : 3;
  const room = pictureWidth - padding.left - padding.right - (columns - 1) * monthGap;
  const width = Math.floor(room / columns / 7);
  return { columns, width, height: columns === 1 ? 78 : columns === 2 ? 44 : width };
}

/** A cell a day; what the colours mean, in amounts, stands below. */
export function calendarPicture(spec: CalendarChart, frame: Frame): Picture {
  const top = header(spec, frame);
  const months = calendarMonths(spec);
  const cells = cellsFor(months.length);
  const limits = heatLimits(spec.values, heatColors.length);
  const names = monthNames(
    months.map(({ month }) => month),
    frame.locale,
  );
  const weekdays = weekdayNames(frame.locale, spec.firstDayOfWeek, cells.columns === 1 ? 'short' : 'narrow');
  const boxes: Box[] = [];
  const labels: Label[] = [];
  let y = top.height;
  for (let first = 0; first < months.length; first += cells.columns) {
    const inRow = months.slice(first, first + cells.columns);
    for (const [at, month] of inRow.entries()) {
      const left = padding.left + at * (cells.width * 7 + monthGap);
      const name = names[first + at] ?? '';
      labels.push({ text: name, x: left, y: y + 15, align: 'left', size: fontSize, color: textColor, bold: true });
      for (const [column, text] of weekdays.entries()) {
        const x = left + (column + 0.5) * cells.width - gap / 2;
        labels.push({ text, x, y: y + monthNameHeight + 10, align: 'center', size: smallSize, color: quietTextColor });
      }
      const start = y + monthNameHeight + weekdayHeight;
      for (const day of month.days) {
        const box = {
          x: left + day.column * cells.width,
          y: start + day.row * cells.height,
          width: cells.width - gap,
          height: cells.height - gap,
          radius: 5,
        };
        boxes.push({ ...box, ...dayLook(day.value, limits) });
        if (cells.columns < 3) labels.push(...dayTexts(day, box, cells, limits, spec, frame));
      }
    }
    const weeks = Math.max(...inRow.map(({ weeks }) => weeks));
    y += monthNameHeight + weekdayHeight + weeks * cells.height + 22;
  }
  const legend = calendarLegend(spec, limits, y, frame);
  return marksPicture(top, frame, legend.bottom + padding.bottom, {
    boxes: [...boxes, ...legend.boxes],
    labels: [...labels, ...legend.labels],
  });
}

function dayTexts(
  { day, value }: CalendarDay,
  box: Box,
  cells: Cells,
  limits: readonly number[],
  spec: CalendarChart,
  frame: Frame,
): Label[] {
  const { fill } = dayLook(value, limits);
  const isDark = fill !== undefined && heatColors.indexOf(fill as never) >= 3;
  const color = isDark ? background : value === null ? quietTextColor : textColor;
  const text = String(Number(day.slice(8)));
  if (cells.columns > 1) {
    return [{ text, x: box.x + box.width / 2, y: box.y + box.height / 2, align: 'center', size: smallSize, color }];
  }
  const number: Label = { text, x: box.x + 8, y: box.y + 20, align: 'left', size: smallSize, color };
  if (value === null) return [number];
  const [amount = ''] = roundedAmounts([value], spec.currency, frame.locale, false);
  const middle = box.x + box.width / 2;
  const y = box.y + box.height - 22;
  return [
    number,
    { text: amount, x: middle, y, align: 'center', size: fontSize, color, bold: true, room: box.width - 8 },
  ];
}
