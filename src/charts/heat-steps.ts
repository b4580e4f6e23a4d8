/** Steps from little to much, for amounts of which most are small and few are large. */

import type { Box } from './marks.ts';
import { gridColor, heatBelowColor, heatColors, trackColor } from './palette.ts';

/**
 * Round amounts that part the values above zero into at most `count` steps of about as many days each: ascending, a
 * value belongs to the first step whose amount it does not exceed, and to the last step above them all.
 */
export function heatLimits(values: readonly number[], count: number): number[] {
  const above = values.filter((value) => value > 0).sort((a, b) => a - b);
  const largest = above.at(-1) ?? 0;
  const limits = Array.from({ length: count - 1 }, (_, index) => {
    const at = Math.ceil(((index + 1) * above.length) / count) - 1;
    return nearestRound(above[Math.max(at, 0)] ?? 0);
  });
  return [...new Set(limits)].filter((limit) => limit > 0 && limit < largest);
}

/** The step of a value above zero, from 0. */
export function heatStep(value: number, limits: readonly number[]): number {
  const step = limits.findIndex((limit) => value <= limit);
  return step < 0 ? limits.length : step;
}

/** A day without entries is an empty frame, a zero is grey, a sum below zero orange. */
export function dayLook(value: number | null, limits: readonly number[]): Pick<Box, 'fill' | 'edge'> {
  if (value === null) return { edge: gridColor };
  if (value === 0) return { fill: trackColor };
  if (value < 0) return { fill: heatBelowColor };
  return { fill: stepColor(heatStep(value, limits), limits.length + 1) };
}

/** The colour of a step, from 0, of `count` steps; they are spread over all the colours, the last is always the darkest. */
export function stepColor(step: number, count: number): string {
  const last = heatColors.length - 1;
  const index = count === 1 ? last - 1 : Math.round((step * last) / (count - 1));
  return heatColors[index] as string;
}

/** The nearest of 1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10, 15, … by proportion, in whole minor units. */
function nearestRound(value: number): number {
  if (value <= 0) return 0;
  const power = 10 ** Math.floor(Math.log10(value));
  const candidates = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].map((factor) => Math.round(factor * power));
  const distance = (candidate: number) => Math.abs(Math.log(candidate / value));
  return candidates.reduce((best, candidate) => (distance(candidate) < distance(best) ? candidate : best));
}
