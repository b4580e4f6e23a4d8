/** What pictures that are laid out here hold, read from their configuration. */

import { chartPicture } from '../../src/charts/chart-picture.ts';
import type { ChartSpec } from '../../src/charts/chart-spec.ts';
import type { Marks } from '../../src/charts/marks.ts';

/** The boxes, dots, strokes and labels of a picture of marks. */
export function marksOf(spec: ChartSpec): Required<Marks> {
  const plugins = chartPicture(spec).config.plugins as unknown as (Required<Marks> & { id: string })[];
  const marks = plugins.find(({ id }) => id === 'marks');
  if (!marks) throw new Error(`A ${spec.kind} chart has no marks.`);
  return marks;
}

/** Two colours of which the upper one, "#RRGGBB", lies on the lower one with an opacity from 0 to 1. */
export function blend(upper: string, opacity: number, lower: string): string {
  const part = (color: string, at: number) => Number.parseInt(color.slice(at, at + 2), 16);
  const mixed = [1, 3, 5].map((at) => Math.round(part(upper, at) * opacity + part(lower, at) * (1 - opacity)));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`.toUpperCase();
}

/** How far two colours are apart, as the largest difference of a channel, 0 to 255. */
export function distance(one: string | number, other: string | number): number {
  const parts = (color: string | number) => {
    const value = typeof color === 'number' ? color : Number.parseInt(color.slice(1), 16);
    return [value >> 16, (value >> 8) & 255, value & 255];
  };
  const others = parts(other);
  return Math.max(...parts(one).map((value, at) => Math.abs(value - (others[at] as number))));
}

/** Relative luminance (WCAG 2.2) of "#RRGGBB", 0 to 1. */
export function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast (WCAG 2.2) of two colours, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}
