/**
 * The colours of every chart. The series colours are Okabe and Ito's, chosen to be told apart with any colour
 * vision ("Color Universal Design", 2008, https://jfly.uni-koeln.de/color/). Order: neighbours differ in lightness too.
 */

export const seriesColors = ['#0072B2', '#E69F00', '#009E73', '#CC79A7', '#56B4E9', '#D55E00', '#F0E442'] as const;

/** What was merged from many small parts, and anything past the palette's end. */
export const otherColor = '#767676';

/** Within budget, and every chart of one series. */
export const mainColor = '#0072B2';

/** Over budget, and bars below zero. */
export const alarmColor = '#D55E00';

/** The alarm as text: dark enough for 4.5:1 on white. */
export const alarmTextColor = '#A94700';

export const background = '#FFFFFF';
export const textColor = '#1C1C1E';
export const quietTextColor = '#5B5B60';
export const gridColor = '#E3E3E6';
export const trackColor = '#E8E8EC';
/** Under what is not over yet. */
export const openGroundColor = '#F4F4F7';

/** From little to much: one hue, each darker than the last, told apart without colour as well. */
export const heatColors = ['#D6E8F4', '#9CC9E6', '#4FA1D3', '#0072B2', '#003F66'] as const;
/** A day's sum below zero. */
export const heatBelowColor = '#F3B186';

/** The colour of the series or slice at `index`, from 0. */
export function seriesColor(index: number): string {
  return seriesColors[index] ?? otherColor;
}

/** A `#RRGGBB` colour with an opacity from 0 to 1. */
export function withOpacity(color: string, opacity: number): string {
  return (
    color +
    Math.round(opacity * 255)
      .toString(16)
      .padStart(2, '0')
  );
}
