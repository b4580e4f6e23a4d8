/** The code by which a person takes another account along: drawn, read as people type it, and kept as a digest only. */

import { createHash } from 'node:crypto';

/**
 * Crockford's base 32. Letters and digits without 0, O, 1, I and L are 31, so 8 of them fall short of 40 bits; here
 * 8 characters are 40 bits exactly, and nothing can be mistaken: an O is read as 0, an I or L as 1.
 */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 8;

/** A whole number from 0 to below `limit`, each as likely; `crypto.randomInt` outside of tests. */
export type RandomInt = (limit: number) => number;

export function drawCode(random: RandomInt): string {
  return Array.from({ length: CODE_LENGTH }, () => alphabet[random(alphabet.length)]).join('');
}

/** The code in a text, whatever its case, spaces, hyphens and look-alikes; null for what can't be one. */
export function readCode(text: string): string | null {
  // Nobody types that much for 8 characters, and folding is not free.
  if (text.length > 64) return null;
  const code = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}\p{Cf}]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return code.length === CODE_LENGTH && [...code].every((each) => alphabet.includes(each)) ? code : null;
}

/** What is kept of a code: its SHA-256 in hexadecimal. */
export function digestOf(code: string): string {
  return createHash('sha256').update(code).digest('hex');
}
