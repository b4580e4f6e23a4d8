/** Numbers that are no amounts: times, references, percentages, counts. */

import type { Language } from '../../language.ts';

/** A number as it stands in a text. */
export interface Piece {
  readonly written: string;
  readonly start: number;
  readonly end: number;
}

/** 10:30, 7 pm, 20%, #12345, 0151… */
export function isTimeOrReference(folded: string, { written, start, end }: Piece, language: Language): boolean {
  const after = folded.slice(end, end + 9);
  const before = folded.slice(Math.max(0, start - 9), start);
  return (
    /^:\d|^-\d|^ ?%|^ ?(?:uhr|o'clock|hrs?)\b|^h\d\d|^ ?°/.test(after) ||
    // In German \"am\" leads to a day: \"12 am Samstag\".
    (language !== 'de' && /^\d{1,2}(?:[.]\d\d)?$/.test(written) && /^ ?(?:a\.?m|p\.?m)\b(?! \d)/.test(after)) ||
    /\d:$|[#№]$|(?:^|[^\p{L}])(?:no\.|nr\.?|n[°º]|num\.?) ?$|[\p{L}\d][-_/]$|\d[.,]$/u.test(before) ||
    /^0\d+$/.test(written) ||
    // "1. coffee 3" at the beginning of a line numbers the line.
    (/^\d{1,2}$/.test(written) && /^[.)] /.test(after) && /(?:^|\n)$/.test(before))
  );
}

/** "version 2.0", "page 42": a name's number, whatever its decimals. */
export function numbersSomething(folded: string, { start }: Piece): boolean {
  return /\b(?:version|ver|v|level|page|chapter|section|episode|season|unit|figure|step|android|ios|windows|python|seite|kapitel|pagina|capitulo|chapitre|nivel|niveau|stufe) $/.test(
    folded.slice(Math.max(0, start - 12), start),
  );
}

/** "2 meetings" counts, "room 12" numbers: decided by what stands beside. Only for choosing between several numbers. */
export function looksCounted(folded: string, { start, end }: Piece): boolean {
  const after = folded.slice(end, end + 16);
  const before = folded.slice(Math.max(0, start - 14), start);
  return (
    /^ ?(?:x|×|kg|g|gr|km|mi|miles?|l|lb|lbs|oz|ml|cl|min|mins|minutes?|hours?|h|days?|nights?|weeks?|months?|years?|people|persons?|of us|of them|guests?|ppl|pax|pcs?|packs?|pieces?|times|personas?|personen|personnes|pessoas|noches|nächte|nuits|noites|tage|stück|stuck|unidades?|pares?|paar|degrees|grad|degres|grados|graus|percent|prozent|points|steps|pages|kcal|calories|mph|mb|gb|tb|inch|inches|cm|mm)\b/u.test(
      after,
    ) ||
    /\b(?:order|room|page|code|otp|pin|zip|year|covid|party of|table for|level|step|number|tracking|id|room|gate|platform|apt|apartment|invoice|ref|version|chapter|episode|season|aged?|iphone|pedido|bestellung|habitacion|chambre|zimmer) $/.test(
      before,
    )
  );
}

/** "dinner at 8", "um 20": the hour. */
export function looksLikeHour(folded: string, { written, start }: Piece): boolean {
  return (
    Number(written) <= 24 && /\b(?:at|um|gegen|a las?|as|vers) $/.test(folded.slice(Math.max(0, start - 8), start))
  );
}
