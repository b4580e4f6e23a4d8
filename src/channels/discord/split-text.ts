/** Cuts what is too long for one message. */

import { escapeMarkdown } from './escape-markdown.ts';

/** Pieces that fit once they are escaped, cut between lines, else between words, else anywhere but within a character. */
export function splitEscaped(text: string, limit: number): string[] {
  const pieces: string[] = [];
  let rest = text.trim();
  while (rest !== '') {
    const cut = cutOf(rest, limit);
    pieces.push(escapeMarkdown(rest.slice(0, cut).trimEnd()));
    rest = rest.slice(cut).replace(/^\n+|^ +/, '');
  }
  return pieces;
}

function cutOf(text: string, limit: number): number {
  let most = Math.min(text.length, limit);
  for (;;) {
    const over = escapeMarkdown(text.slice(0, most)).length - limit;
    if (over <= 0) break;
    // Each character becomes two at most, so that half of what is too much is surely too much.
    most -= Math.ceil(over / 2);
  }
  if (most === text.length) return most;
  for (const sign of ['\n', ' ']) {
    const at = text.lastIndexOf(sign, most);
    if (at > most / 2) return at;
  }
  return isLowSurrogate(text.charCodeAt(most)) ? most - 1 : most;
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}
