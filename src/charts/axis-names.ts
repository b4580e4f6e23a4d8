/** Names along an axis: days and months written short, long names broken or cut. */

import { estimateWidth, wrapText } from './text-fit.ts';

export interface AxisNames {
  readonly texts: readonly string[];
  /** Whether the names count up (days, months, numbers), so that a reader fills in those left out. */
  readonly counting: boolean;
}

/** The labels as they are written on an axis: ISO days ("2026-06-01") and months ("2026-06") as the locale shortens them. */
export function axisNames(labels: readonly string[], locale: string): AxisNames {
  const all = (pattern: RegExp) => labels.length > 0 && labels.every((label) => pattern.test(label));
  if (all(/^\d{4}-\d\d-\d\d$/)) return { texts: labels.map(dateFormat(locale, labels, 'day')), counting: true };
  if (all(/^\d{4}-\d\d$/)) return { texts: labels.map(dateFormat(locale, labels, 'month')), counting: true };
  return { texts: labels, counting: all(/^\d{1,4}$/) };
}

/** Each name in at most `maxLines` lines of `width`, in the form that Chart.js takes. */
export function wrapNames(
  names: readonly string[],
  width: number,
  size: number,
  maxLines: number,
): (string | string[])[] {
  return names.map((name) => {
    const lines = wrapText(name, width, size, maxLines);
    return lines.length === 1 ? (lines[0] as string) : lines;
  });
}

/** Whether every name can stand whole in `maxLines` lines of `width`. */
export function namesFit(names: readonly string[], width: number, size: number, maxLines: number): boolean {
  return names.every((name) => {
    const lines = wrapText(name, width, size, maxLines);
    return lines.join(' ') === name && lines.every((line) => estimateWidth(line, size) <= width);
  });
}

function dateFormat(locale: string, labels: readonly string[], unit: 'day' | 'month') {
  const years = new Set(labels.map((label) => label.slice(0, 4)));
  const format = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    month: 'short',
    ...(unit === 'day' ? { day: 'numeric' } : years.size > 1 ? { year: '2-digit' } : {}),
  });
  return (label: string) => {
    const day = new Date(`${label.slice(0, 7)}-${unit === 'day' ? label.slice(8) : '01'}T00:00:00Z`);
    return Number.isNaN(day.getTime()) ? label : format.format(day);
  };
}
