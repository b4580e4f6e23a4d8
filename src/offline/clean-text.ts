/** Makes a message readable by rules, whatever was pasted into it. */

/** NFC, no control characters, single spaces, trimmed lines; bullets and numbers of a list removed. */
export function cleanText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[^\P{Cc}\n]/gu, ' ')
    .replace(/[\p{Cf}\ufffd]/gu, '')
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim()
    .replace(/^\(?1[.)] .*/s, (list) => list.replace(/ (?=\(?\d{1,2}[.)] \p{L})/gu, '\n'))
    .replace(/^(?:[-*•·] |\(?\d{1,2}[.)] (?=\p{L}))/gmu, '');
}
