/**
 * Fits text into a width before there is anything to draw on: where the labels go decides the shape of the picture.
 * Widths are estimates for the bundled font, a little generous.
 */

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Text on one line: no control characters, no runs of spaces. */
export function cleanText(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
}

/** Text without emoji, which stand as empty boxes where no font has them; "•" when nothing is left. */
export function withoutEmoji(text: string): string {
  const plain = text.replace(
    /\p{Extended_Pictographic}(?:\u{FE0F}|\u{200D}|[\u{1F3FB}-\u{1F3FF}]|\p{Extended_Pictographic})*/gu,
    '',
  );
  const cleaned = cleanText(plain.replace(/[\u{1F1E6}-\u{1F1FF}\u{FE0F}\u{20E3}]/gu, ''));
  return cleaned === '' && text.trim() !== '' ? '•' : cleaned;
}

/** The estimated width of `text` in the unit of `fontSize`. */
export function estimateWidth(text: string, fontSize: number): number {
  let ems = 0;
  for (const { segment } of segmenter.segment(text)) ems += emWidth(segment);
  return ems * fontSize;
}

/** The text, cut with "…" when it is wider than `width`. */
export function shortenText(text: string, width: number, fontSize: number): string {
  if (estimateWidth(text, fontSize) <= width) return text;
  let ems = emWidth('…');
  let kept = '';
  for (const { segment } of segmenter.segment(text)) {
    ems += emWidth(segment);
    if (ems * fontSize > width) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

/** The text broken between words into at most `maxLines` lines, each shortened to `width` where it has to be. */
export function wrapText(text: string, width: number, fontSize: number, maxLines: number): string[] {
  const lines: string[] = [];
  let rest = text.split(' ');
  while (rest.length > 0) {
    if (lines.length === maxLines - 1) {
      lines.push(rest.join(' '));
      break;
    }
    let count = 1;
    while (count < rest.length && estimateWidth(rest.slice(0, count + 1).join(' '), fontSize) <= width) count++;
    lines.push(rest.slice(0, count).join(' '));
    rest = rest.slice(count);
  }
  return lines.map((line) => shortenText(line, width, fontSize));
}

function emWidth(grapheme: string): number {
  const code = grapheme.codePointAt(0) ?? 0;
  if (/^[\s.,:;'’!|iIjlíìΙіІ]/u.test(grapheme)) return 0.3;
  if (/^[ftr()[\]/-]/.test(grapheme)) return 0.42;
  if (/^[MWmw@%&ЖШЩЮжшщюмМΩω₩…]/u.test(grapheme)) return 0.9;
  if (
    code >= 0x1100 &&
    /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}]/u.test(grapheme)
  )
    return 1;
  if (/^[\p{Lu}\p{Sc}]/u.test(grapheme)) return 0.72;
  if (/^\p{Script=Cyrillic}/u.test(grapheme)) return 0.64;
  return 0.61;
}
