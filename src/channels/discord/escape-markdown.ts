/** Text that Discord shows as it is written. */

/** As Discord finds addresses, anywhere in a text: they end before the sign that ends the sentence. */
const ADDRESS = /https?:\/\/[^\s<>]+[^<>.,:;"')\]\s]/g;

/** With a backslash before all that Discord would read as formatting, a mention, an emoji or a list. */
export function escapeMarkdown(text: string): string {
  let escaped = '';
  let end = 0;
  for (const { 0: address, index } of text.matchAll(ADDRESS)) {
    // In angle brackets, which are not shown, an address takes no backslash that follows for a part of it.
    escaped += `${escapeWords(text.slice(end, index), startsLine(text, end))}<${address}>`;
    end = index + address.length;
  }
  return escaped + escapeWords(text.slice(end), startsLine(text, end));
}

function startsLine(text: string, at: number): boolean {
  return at === 0 || text[at - 1] === '\n';
}

function escapeWords(text: string, isLineStart: boolean): string {
  const escaped = text
    .replace(/[\\*_~`|<>[\]]/g, '\\$&')
    .replace(/:(?=[\w+-]+:)/g, '\\:')
    .replace(/(\n[ \t]*)(#|[-+](?=[ #])|\d+(?=\. ))/g, escapeStart);
  return isLineStart ? escaped.replace(/^([ \t]*)(#|[-+](?=[ #])|\d+(?=\. ))/, escapeStart) : escaped;
}

/** A heading, a list, small print. Digits take no backslash, the dot after them does. */
function escapeStart(_: string, space: string, sign: string): string {
  return /\d/.test(sign) ? `${space}${sign}\\` : `${space}\\${sign}`;
}
