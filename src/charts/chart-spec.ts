/** What a picture shows, as plain data: it can be kept in a row and drawn again, the same, at any time. */

import type { Day, Weekday } from '../period.ts';

interface Subject {
  /** What the picture says: subject and period, "Dining, June 2026". */
  readonly title: string;
  /** A second, quieter line under the title. */
  readonly subtitle?: string;
  /** The finding in a sentence, for those who can't see the picture. */
  readonly alt: string;
  /** BCP 47 tag by which amounts are written. */
  readonly locale: string;
  /** ISO 4217 code. All values are integer minor units of it. */
  readonly currency: string;
}

/** One value a label; `null` where nothing is known. */
export interface Series {
  readonly name: string;
  readonly values: readonly (number | null)[];
}

/**
 * The labels after the one at index `after` (-1: all of them) are not over or not known yet: the month that runs, a
 * forecast. `name` says which; it stands where they begin, and they are drawn dashed or pale.
 */
export interface OpenPart {
  readonly after: number;
  readonly name: string;
}

/** A range around the first series, such as a forecast's; `null` where there is none, on both sides alike. */
export interface Band {
  readonly name: string;
  readonly low: readonly (number | null)[];
  readonly high: readonly (number | null)[];
}

/** A name and its amount. */
export interface Named {
  readonly label: string;
  readonly value: number;
}

/**
 * One bar a label; lying when the labels are too long to stand under upright ones. Labels that are all ISO days
 * ("2026-06-01") or months ("2026-06") are written as the locale shortens them; this holds for every kind. `line`, such
 * as a moving average, runs over the bars and keeps them upright.
 */
export interface BarChart extends Subject {
  readonly kind: 'bar';
  readonly labels: readonly string[];
  readonly values: readonly number[];
  readonly line?: Series;
  readonly open?: OpenPart;
}

/** One bar a label, cut into series. */
export interface StackedBarChart extends Subject {
  readonly kind: 'stacked-bar';
  readonly labels: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
  readonly open?: OpenPart;
}

/**
 * Lines over time. A `quiet` series is what the others are held against (last year, the single amounts behind an
 * average): thin, grey, never open. `bands` lie around the first series; where they begin right after the last known
 * label, they fan out from its value.
 */
export interface LineChart extends Subject {
  readonly kind: 'line';
  readonly labels: readonly string[];
  readonly series: readonly (Series & { readonly quiet?: boolean })[];
  readonly bands?: readonly Band[];
  readonly open?: OpenPart;
}

export interface DoughnutChart extends Subject {
  readonly kind: 'doughnut';
  readonly labels: readonly string[];
  readonly values: readonly number[];
}

/** How much of each budget is used, and what is expected by the end of its period. */
export interface BudgetChart extends Subject {
  readonly kind: 'budget';
  readonly rows: readonly {
    readonly label: string;
    readonly spent: number;
    readonly budget: number;
    readonly expected?: number;
  }[];
}

/**
 * A cell a day from `from` to `to` (ISO days, both included, at most 366), the darker the more. `labels` are the days
 * with entries, in order; a day that is not among them is drawn as one without entries, which a zero is not.
 */
export interface CalendarChart extends Subject {
  readonly kind: 'calendar';
  readonly from: Day;
  readonly to: Day;
  readonly firstDayOfWeek: Weekday;
  readonly labels: readonly Day[];
  readonly values: readonly number[];
}

/** From `start` by the changes `values`, one a label, to `end`, which is their sum. Many changes are merged. */
export interface WaterfallChart extends Subject {
  readonly kind: 'waterfall';
  readonly start: Named;
  readonly labels: readonly string[];
  readonly values: readonly number[];
  readonly end: Named;
}

/** One amount among earlier ones of its kind, a dot each, with the range that is usual for them. */
export interface UsualRangeChart extends Subject {
  readonly kind: 'usual-range';
  readonly earlier: { readonly name: string; readonly values: readonly number[] };
  readonly usual: { readonly name: string; readonly low: number; readonly high: number };
  readonly unusual: Named;
}

export type ChartSpec =
  | BarChart
  | StackedBarChart
  | LineChart
  | DoughnutChart
  | BudgetChart
  | CalendarChart
  | WaterfallChart
  | UsualRangeChart;

/** Draws a chart as a PNG file's bytes. */
export interface ChartRenderer {
  render(spec: ChartSpec): Promise<Uint8Array>;
  close(): Promise<void>;
}
