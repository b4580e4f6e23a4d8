/** What a picture shows, as plain data: it can be kept in a row and drawn again, the same, at any time. */

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

/**
 * One bar a label; lying when the labels are too long to stand under upright ones. Labels that are all ISO days
 * ("2026-06-01") or months ("2026-06") are written as the locale shortens them; this holds for every kind.
 */
export interface BarChart extends Subject {
  readonly kind: 'bar';
  readonly labels: readonly string[];
  readonly values: readonly number[];
}

/** One bar a label, cut into series. */
export interface StackedBarChart extends Subject {
  readonly kind: 'stacked-bar';
  readonly labels: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
}

/** A line over time; `null` where there is no value. `band` is a range around it, such as a forecast's. */
export interface LineChart extends Subject {
  readonly kind: 'line';
  readonly labels: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
  readonly band?: {
    readonly name: string;
    readonly low: readonly (number | null)[];
    readonly high: readonly (number | null)[];
  };
}

export interface DoughnutChart extends Subject {
  readonly kind: 'doughnut';
  readonly labels: readonly string[];
  readonly values: readonly number[];
}

/** How much of each budget is used. */
export interface BudgetChart extends Subject {
  readonly kind: 'budget';
  readonly rows: readonly { readonly label: string; readonly spent: number; readonly budget: number }[];
}

export type ChartSpec = BarChart | StackedBarChart | LineChart | DoughnutChart | BudgetChart;

/** Draws a chart as a PNG file's bytes. */
export interface ChartRenderer {
  render(spec: ChartSpec): Promise<Uint8Array>;
  close(): Promise<void>;
}
