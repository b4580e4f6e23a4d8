/** How many columns of a terminal a text takes: wide letters and emoji two, marks on letters none. */

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const wide =
  /^[\u{1100}-\u{115F}\u{2E80}-\u{303E}\u{3041}-\u{A4CF}\u{AC00}-\u{D7A3}\u{F900}-\u{FAFF}\u{FE30}-\u{FE6F}\u{FF01}-\u{FF60}\u{FFE0}-\u{FFE6}\u{20000}-\u{3FFFD}]|^\p{Emoji_Presentation}|^\p{Regional_Indicator}|\u{FE0F}/u;
const invisible = /^[\p{Mn}\p{Me}\p{Cf}\p{Cc}]+$/u;

/** Columns that `text` takes in a terminal. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const { segment } of segmenter.segment(text)) width += graphemeWidth(segment);
  return width;
}

/** The text in exactly `width` columns: cut with "…" or filled with spaces, on the left side for figures. */
export function padToWidth(text: string, width: number, side: 'left' | 'right' = 'right'): string {
  const cut = cutToWidth(text, width);
  const spaces = ' '.repeat(width - displayWidth(cut));
  return side === 'left' ? spaces + cut : cut + spaces;
}

/** The text in at most `width` columns, cut with "…". */
export function cutToWidth(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  if (width < 1) return '';
  let kept = '';
  let used = 1;
  for (const { segment } of segmenter.segment(text)) {
    used += graphemeWidth(segment);
    if (used > width) break;
    kept += segment;
  }
  return `${kept}…`;
}

function graphemeWidth(grapheme: string): number {
  if (invisible.test(grapheme)) return 0;
  return wide.test(grapheme) ? 2 : 1;
}
