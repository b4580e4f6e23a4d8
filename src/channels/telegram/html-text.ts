/** A reply's text as HTML that shows it letter by letter, and calls nobody. */

// Telegram makes a mention of every "@name"; within <code> it leaves them alone.
const mention = /(?<![\w@])@\w+/g;

export function toHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(mention, (name) => `<code>${name}</code>`);
}

/** Without what Telegram refuses or drops: halves of characters, control characters. */
export function sendable(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim();
}
