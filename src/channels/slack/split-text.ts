/** Cuts text to what Slack takes, between lines or else words, never within a character. */

/** Pieces of at most `limit` characters; together they are the text, but for the breaks it was cut at. */
export function splitText(text: string, limit: number): string[] {
  const pieces: string[] = [];
  let rest = text.trim();
  while (rest.length > limit) {
    const at = cutBefore(rest, limit);
    pieces.push(rest.slice(0, at).trimEnd());
    rest = rest.slice(at).replace(/^\s+/, '');
  }
  if (rest !== '') pieces.push(rest);
  return pieces;
}

/** At most `limit` characters, with "…" for what is missing. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return `${text.slice(0, wholeCharacters(text, limit - 1)).trimEnd()}…`;
}

function cutBefore(text: string, limit: number): number {
  // A cut in the first half would make pieces of a few words each.
  for (const separator of ['\n', ' ']) {
    const at = text.lastIndexOf(separator, limit);
    if (at > limit / 2) return at;
  }
  return wholeCharacters(text, limit);
}

function wholeCharacters(text: string, limit: number): number {
  const code = text.charCodeAt(limit - 1);
  return code >= 0xd800 && code <= 0xdbff ? limit - 1 : limit;
}
