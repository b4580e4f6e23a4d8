/** One amount among earlier ones: a dot each along the amounts, the usual range shaded, the unusual amount marked. */

import { exactAmount } from './chart-amounts.ts';
import { type Frame, fontSize, type Picture, padding, pictureWidth } from './chart-frame.ts';
import type { UsualRangeChart } from './chart-spec.ts';
import { stackDots } from './dot-stacks.ts';
import { header } from './header.ts';
import { type Box, type Dot, type Label, marksPicture, type Stroke } from './marks.ts';
import { alarmColor, alarmTextColor, gridColor, mainColor, quietTextColor, textColor, withOpacity } from './palette.ts';
import { estimateWidth, shortenText } from './text-fit.ts';
import { valueAxis } from './value-axis.ts';

const plotHeight = 220;
const labelHeight = 44;
const axisHeight = 50;
const rowHeight = 40;
const markRadius = 13;

/** The dots stand on the axis of amounts, piled up where amounts are alike; the names of all three stand below with their amounts. */
export function usualRangePicture(spec: UsualRangeChart, frame: Frame): Picture {
  const top = header(spec, frame);
  const { earlier, usual, unusual } = spec;
  const amount = (minor: number) => exactAmount(minor, frame.currency, frame.locale);
  const axis = valueAxis([...earlier.values, usual.low, usual.high, unusual.value], {
    currency: frame.currency,
    locale: frame.locale,
    mayLeaveZero: true,
  });
  const left = padding.left + markRadius;
  const right = pictureWidth - padding.right - markRadius;
  const xOf = (value: number) => left + ((value - axis.min) / (axis.max - axis.min)) * (right - left);
  const ceiling = top.height + labelHeight;
  const floor = ceiling + plotHeight;
  const shade = withOpacity(mainColor, 0.18);
  const band = { x: xOf(usual.low), width: Math.max(xOf(usual.high) - xOf(usual.low), 3) };
  const boxes: Box[] = [{ ...band, y: ceiling, height: plotHeight, fill: shade }];
  const strokes: Stroke[] = [
    {
      points: [
        [padding.left, floor],
        [pictureWidth - padding.right, floor],
      ],
      color: quietTextColor,
      width: 2,
    },
  ];
  const dots: Dot[] = stackDots(earlier.values.map(xOf), plotHeight - 8).map(({ x, up, radius }) => ({
    x,
    y: floor - 3 - up,
    radius,
    fill: mainColor,
  }));
  const x = xOf(unusual.value);
  const markY = floor - 3 - markRadius;
  dots.push({ x, y: markY, radius: markRadius, fill: alarmColor });
  strokes.push({
    points: [
      [x, ceiling + 4],
      [x, markY - markRadius],
    ],
    color: alarmColor,
    width: 3,
    dash: [6, 5],
  });
  const text = amount(unusual.value);
  const half = estimateWidth(text, fontSize) / 2;
  const textX = Math.min(Math.max(x, padding.left + half), pictureWidth - padding.right - half);
  const labels: Label[] = [
    {
      text,
      x: textX,
      y: top.height + labelHeight / 2,
      align: 'center',
      size: fontSize,
      color: alarmTextColor,
      bold: true,
    },
  ];
  const widest = Math.max(...axis.texts.map((one) => estimateWidth(one, fontSize)));
  const every = Math.ceil((widest + 16) / ((right - left) / (axis.texts.length - 1)));
  for (const [index, tick] of axis.texts.entries()) {
    const tickX = xOf(axis.min + index * axis.step);
    strokes.push({
      points: [
        [tickX, floor],
        [tickX, floor + 7],
      ],
      color: gridColor,
      width: 2,
    });
    if (index % every !== 0) continue;
    const tickHalf = estimateWidth(tick, fontSize) / 2;
    const inside = Math.min(Math.max(tickX, padding.left + tickHalf), pictureWidth - padding.right - tickHalf);
    labels.push({ text: tick, x: inside, y: floor + 26, align: 'center', size: fontSize, color: quietTextColor });
  }
  const rows = [
    { name: unusual.label, amount: text, swatch: { fill: alarmColor, radius: 13 } },
    { name: usual.name, amount: `${amount(usual.low)} – ${amount(usual.high)}`, swatch: { fill: shade, radius: 5 } },
    { name: earlier.name, amount: String(earlier.values.length), swatch: { fill: mainColor, radius: 13 } },
  ];
  const table = floor + axisHeight + 10;
  for (const [index, row] of rows.entries()) {
    const y = table + (index + 0.5) * rowHeight;
    boxes.push({ x: padding.left, y: y - 12, width: 24, height: 24, ...row.swatch });
    const amountWidth = estimateWidth(row.amount, fontSize);
    const room = pictureWidth - padding.left - padding.right - 36 - amountWidth - 20;
    labels.push(
      {
        text: shortenText(frame.text(row.name), room, fontSize),
        x: padding.left + 36,
        y,
        align: 'left',
        size: fontSize,
        color: textColor,
      },
      {
        text: row.amount,
        x: pictureWidth - padding.right,
        y,
        align: 'right',
        size: fontSize,
        color: textColor,
        bold: true,
      },
    );
  }
  return marksPicture(top, frame, table + rows.length * rowHeight + padding.bottom, { boxes, dots, strokes, labels });
}
