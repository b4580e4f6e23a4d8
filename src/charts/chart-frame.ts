/** What every picture has in common: its size, its fonts, its words, the options it starts from. */

import type { Chart, ChartConfiguration, ChartOptions, Plugin } from 'chart.js';
import { compactAmounts, exactAmount, percent } from './chart-amounts.ts';
import { type ChartWords, chartWords } from './chart-words.ts';
import { background, gridColor, textColor } from './palette.ts';
import { cleanText, withoutEmoji } from './text-fit.ts';

/** A Chart.js configuration and its size in CSS pixels. */
export interface Picture {
  readonly config: ChartConfiguration;
  readonly width: number;
  readonly height: number;
}

export interface PictureOptions {
  /** Whether the machine that draws has a font for emoji. */
  readonly emoji?: boolean;
}

/** What the makers of pictures are given beside the spec. */
export interface Frame {
  /** The spec's locale, or English where the locale's figures need letters that the bundled font lacks. */
  readonly locale: string;
  readonly currency: string;
  readonly words: ChartWords;
  /** A name from the outside as it can be drawn. */
  text(name: string): string;
}

export const pictureWidth = 800;
export const pictureHeight = 500;
export const devicePixelRatio = 2;
/** A phone shows half of what is drawn: 22 becomes about 10. */
export const fontSize = 22;
export const padding = { left: 28, right: 28, top: 22, bottom: 22 };
/** The bundled font by the name it is registered under, then what a QuickChart server has. */
export const fontFamily = 'Purser Inter, Inter, Noto Sans, sans-serif';

/** What the spec's subject line says about how to write the rest. */
export function frameOf(spec: { locale: string; currency: string }, options: PictureOptions): Frame {
  return {
    locale: isDrawable(spec.locale, spec.currency) ? spec.locale : 'en',
    currency: spec.currency,
    words: chartWords(spec.locale),
    text: options.emoji ? cleanText : withoutEmoji,
  };
}

/** The options that every chart starts from. `top` is where the chart begins, below its header, in CSS pixels. */
export function baseOptions(frame: Frame, top: number, right = 0): ChartOptions {
  return {
    animation: false,
    responsive: false,
    maintainAspectRatio: false,
    devicePixelRatio,
    locale: frame.locale,
    color: textColor,
    font: { family: fontFamily, size: fontSize },
    layout: { padding: { ...padding, top, right: padding.right + right } },
    plugins: { title: { display: false }, legend: { display: false }, tooltip: { enabled: false } },
  };
}

/** How the axis that names the bars or days looks. */
export function namesAxisLook() {
  return {
    grid: { display: false },
    border: { color: gridColor },
    ticks: { color: textColor, font: { family: fontFamily, size: fontSize }, maxRotation: 0 },
  };
}

/**
 * Paints the white ground and sets the language, by which a font picks forms of letters: otherwise the host's decides.
 * Like every plugin here it may use nothing but its own fields, since a QuickChart server gets it as source text.
 */
export function groundPlugin(locale: string): Plugin & { locale: string; color: string } {
  return {
    id: 'ground',
    locale,
    color: background,
    afterInit(this: { locale: string }, chart: Chart) {
      if ('lang' in chart.ctx) chart.ctx.lang = this.locale;
    },
    beforeDraw(this: { color: string }, chart: Chart) {
      chart.ctx.fillStyle = this.color;
      chart.ctx.fillRect(0, 0, chart.width, chart.height);
    },
  };
}

/** Whether the locale's figures and months keep to the Latin, Greek and Cyrillic letters and signs of the bundled font. */
function isDrawable(locale: string, currency: string): boolean {
  const month = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' }).format(0);
  const compact = compactAmounts([12_000, 120_000_000, 120_000_000_000], currency, locale);
  const samples = [exactAmount(-123_456_789, currency, locale), ...compact, percent(0.5, locale), month].join('');
  return /^[\u0020-\u052F\u1E00-\u1FFF\u2000-\u20C0\u2100-\u22FF]*$/.test(samples);
}
