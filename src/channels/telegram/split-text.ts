/** Long texts in pieces: between paragraphs if possible, else lines, sentences, words; never within a character. */

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
const seams = [/\n{2,}/g, /\n/g, /(?<=[.!?…]) /g, /\s/g];
/** A piece is not cut shorter than this share only to end at a better seam. */
const LEAST = 0.4;

/** Pieces of at most `limit` UTF-16 code units, none of them blank. */
export function splitText(text: string, limit: number): string[] {
  const pieces: string[] = [];
  let rest = text.trim();
  while (rest.length > limit) {
    const cut = cutIn(rest, limit);
    pieces.push(rest.slice(0, cut).trimEnd());
    rest = rest.slice(cut).trimStart();
  }
  return rest === '' ? pieces : [...pieces, rest];
}

/** Shortened with "…" where it must be. */
export function clip(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, cutIn(text, limit - 1)).trimEnd()}…`;
}

function cutIn(text: string, limit: number): number {
  const window = text.slice(0, limit + 1);
  for (const seam of seams) {
    const last = [...window.matchAll(seam)].findLast((match) => match.index <= limit && match.index >= limit * LEAST);
    if (last) return last.index;
  }
  // One endless word. The window may end within a character, so the last one that is wholly in counts.
  let cut = 0;
  for (const { index, segment } of graphemes.segment(text.slice(0, limit + 32))) {
    if (index + segment.length > limit) break;
    cut = index + segment.length;
  }
  if (cut > 0) return cut;
  // A "character" of thousands of marks: anywhere between code points.
  return /[\ud800-\udbff]/.test(text[limit - 1] ?? '') ? limit - 1 : limit;
}
