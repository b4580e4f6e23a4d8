/** Takes the last change back, or does it again. */

import type { Heard, Intent } from '../hearing.ts';
import { expression, foldPattern, whole } from '../lexicon/patterns.ts';

export const undo: Intent = (heard) =>
  isOnly(heard, heard.lexicon.phrases.undo) ? { calls: [{ name: 'undo', args: {} }] } : null;

export const redo: Intent = (heard) =>
  isOnly(heard, heard.lexicon.phrases.redo) ? { calls: [{ name: 'redo', args: {} }] } : null;

function isOnly(heard: Heard, pattern: string): boolean {
  const { opener, polite } = heard.lexicon.phrases;
  const closer = expression(`(?:[\\s,]+(?:${foldPattern(`${opener}|${polite}`)}))+$`);
  const bare = (text: string) => text.replace(/^[\s¡!.,]+|[\s!.,]+$/g, '').replace(closer, '');
  return whole(pattern).test(bare(heard.said)) || whole(pattern).test(bare(heard.folded));
}
