/** What a person wrote, out of Slack's own notation. */

/** Without mentions of Purser; links as they were typed, escapes undone. */
export function plainText(text: string, botUser: string): string {
  return text
    .replace(/<((?:[@#!]|[a-z][a-z+.-]*:)[^<>]*)>/gi, (_, inner: string) => showLink(inner, botUser))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim();
}

/** Whether the text names this user. */
export function mentions(text: string, user: string): boolean {
  return text.includes(`<@${user}>`) || text.includes(`<@${user}|`);
}

/** Whether it names anybody. */
export function mentionsPeople(text: string): boolean {
  return /<@[UW]/.test(text);
}

function showLink(inner: string, botUser: string): string {
  const [target = '', label] = inner.split('|', 2) as [string, string | undefined];
  if (target === `@${botUser}`) return ' ';
  if (target.startsWith('@')) return `@${label ?? target.slice(1)}`;
  if (target.startsWith('#')) return `#${label ?? target.slice(1)}`;
  if (target.startsWith('!')) return label ?? `@${target.slice(1).split('^')[0]}`;
  return label ?? target.replace(/^mailto:/, '');
}
