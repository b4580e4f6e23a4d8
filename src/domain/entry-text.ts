/** The texts of an entry, and what they are found and remembered by. */

import { InputError } from '../errors.ts';
import { foldText } from './fold.ts';

/** How long a merchant's name, and a note, may be; platforms and charts show no more. */
export const MAX_MERCHANT_LENGTH = 100;
export const MAX_NOTE_LENGTH = 500;

/** On one line, without what no database or screen takes: control characters, halves of characters. */
export function tidyText(text: string | null | undefined): string | null {
  return (
    text
      ?.toWellFormed()
      .replace(/[^\P{Cc}\s]/gu, '')
      .replace(/\s+/g, ' ')
      .trim() || null
  );
}

/** What a correction of an entry is remembered by: its merchant, or else its note, folded. */
export function merchantKeyOf(merchant: string | null | undefined, note: string | null | undefined): string | null {
  const key = foldText(tidyText(merchant) ?? tidyText(note) ?? '').slice(0, MAX_MERCHANT_LENGTH);
  // The cut may have gone through a character.
  return key.replace(/[\uD800-\uDBFF]$/, '') || null;
}

/** The texts as they are kept. Throws an InputError when one is too long. */
export function entryTexts(merchant: string | null, note: string | null) {
  const clean = { merchant: tidyText(merchant), note: tidyText(note) };
  if ((clean.merchant?.length ?? 0) > MAX_MERCHANT_LENGTH || (clean.note?.length ?? 0) > MAX_NOTE_LENGTH) {
    throw new InputError(
      'That description is too long.',
      `Write up to ${MAX_MERCHANT_LENGTH} characters for a place, and up to ${MAX_NOTE_LENGTH} for a note.`,
    );
  }
  const searchText = searchTextOf([clean.merchant, clean.note].filter(Boolean).join(' '));
  return { ...clean, merchantKey: merchantKeyOf(clean.merchant, clean.note), searchText };
}

/** A text as it is searched in and for: folded, without the characters that one database or the other takes for a pattern. */
export function searchTextOf(text: string): string {
  return foldText(text).replaceAll('%', '％').replaceAll('_', '＿').replaceAll('\\', '＼');
}
