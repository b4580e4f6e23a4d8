/** Makes a message readable by rules, whatever was pasted into it. */

/** NFC, no control characters, single spaces, trimmed lines. */
export function cleanText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[^\P{Cc}\n]/gu, ' ')
    .replace(/[\p{Cf}\ufffd]/gu, '')
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();
}
