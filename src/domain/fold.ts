/** Text made comparable: lower case, without accents, so that "Café" and "cafe" are one word. */

/** Letters that are no base letter plus accent, by what people type instead. Each stays one character long. */
const plainLetters: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ı: 'i',
  æ: 'a',
  œ: 'o',
  '’': "'",
  '‘': "'",
  '´': "'",
  '`': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '−': '-',
  '–': '-',
  '—': '-',
};

/** Lower case, accents removed, white space collapsed to single spaces and trimmed; ß becomes ss. */
export function foldText(text: string): string {
  return foldInPlace(text.normalize('NFC')).replaceAll('ß', 'ss').replace(/\s+/g, ' ').trim();
}

/**
 * The same as {@link foldText}, but every UTF-16 unit keeps its place, so that positions in the folded text are positions
 * in the text; white space and ß stay.
 */
export function foldInPlace(text: string): string {
  // The common case by far, and much the fastest.
  if (isAscii(text)) return text.toLowerCase();
  let folded = '';
  for (let at = 0; at < text.length; at++) {
    const unit = text[at] as string;
    folded += unit < '\u0080' ? unit.toLowerCase() : foldUnit(unit);
  }
  return folded;
}

const foldedUnits = new Map<string, string>();

function foldUnit(unit: string): string {
  let folded = foldedUnits.get(unit);
  if (folded === undefined) {
    const lower = unit.toLowerCase();
    const base = lower.normalize('NFD')[0] ?? lower;
    // Hangul and the like decompose into other letters: only Latin, Greek and Cyrillic lose their accents.
    folded = plainLetters[lower] ?? (lower.length === 1 && unit < '\u2000' && base < '\u0530' ? base : unit);
    foldedUnits.set(unit, folded);
  }
  return folded;
}

function isAscii(text: string): boolean {
  return /^[ -~\s]*$/.test(text);
}
