/** Discord's markdown as people see it: the text that is left, and a mark for all that is more than text. */

export interface Seen {
  readonly text: string;
  /** "bold: lunch", "mention: 123", "link: https://…": empty where every character is just itself. */
  readonly marks: readonly string[];
}

/** Address in running text; the last character is never one that ends a sentence. */
const ADDRESS = /^https?:\/\/[^\s<]+[^<.,:;"')\]\s]/;
const EMOJI_NAMES = 'smile|heart|moneybag|coffee|pizza|house|taxi|beer|tada|warning|100|x|bank|car|dog|gift|fire';

type Rule = readonly [pattern: RegExp, read: (found: RegExpExecArray, marks: string[]) => string];

const styled = (mark: string): Rule[1] => {
  return ([, inner = ''], marks) => {
    const seen = readMarkdown(inner);
    marks.push(`${mark}: ${seen.text}`, ...seen.marks);
    return seen.text;
  };
};

const marked = (mark: string): Rule[1] => {
  return ([whole, inner], marks) => {
    marks.push(`${mark}: ${inner ?? whole}`);
    return inner ?? whole;
  };
};

const literal: Rule[1] = ([, character = '']) => character;

/** Tried in order at each place. */
const rules: readonly Rule[] = [
  [/^```(?:[\w+-]*\n)?\n*([\s\S]+?)\n*```/, marked('code')],
  [/^(`+)([\s\S]*?[^`])\1(?!`)/, ([, , inner = ''], marks) => marked('code')([inner, inner] as never, marks)],
  [/^\\([^0-9A-Za-z\s])/, literal],
  [/^<(https?:\/\/[^\s>]+)>/, marked('link')],
  [ADDRESS, marked('link')],
  [/^<@!?(\d+)>/, marked('mention')],
  [/^<@&(\d+)>/, marked('role mention')],
  [/^<#(\d+)>/, marked('channel mention')],
  [/^<a?:(\w+):\d+>/, marked('emoji')],
  [/^<t:(-?\d+)(?::\w)?>/, marked('time')],
  [/^<\/([^:>]+):\d+>/, marked('command mention')],
  [/^<id:(\w+)>/, marked('guild mention')],
  [new RegExp(`^:(${EMOJI_NAMES}):`), marked('emoji')],
  [/^\[([^\]]+)\]\(<?https?:\/\/[^)\s]+\)/, styled('masked link')],
  [/^\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/, styled('bold')],
  [/^__((?:\\[\s\S]|[^\\])+?)__(?!_)/, styled('underline')],
  [/^_((?:__|\\[\s\S]|[^\\_])+?)_(?![\p{L}\p{N}_])/u, styled('italic')],
  [/^\*(?=\S)((?:\*\*|\\[\s\S]|\s+(?:\\[\s\S]|[^\s*\\]|\*\*)|[^\s*\\])+?)\*(?!\*)/, styled('italic')],
  [/^~~((?:\\[\s\S]|[^\\])+?)~~/, styled('strike')],
  [/^\|\|((?:\\[\s\S]|[^\\])+?)\|\|/, styled('spoiler')],
];

/** Tried at the start of a line. */
const lineRules: readonly Rule[] = [
  [/^(?:#{1,3}) +([^\n]+)/, styled('heading')],
  [/^-# +([^\n]+)/, styled('small')],
  [/^>>> ([\s\S]+)/, styled('quote')],
  [/^> ([^\n]*)/, styled('quote')],
  [/^ *[-*+] +([^\n]+)/, styled('list')],
  [/^ *((?:\d+\.) +[^\n]+)/, marked('list')],
];

export function readMarkdown(source: string): Seen {
  const marks: string[] = [];
  let text = '';
  let rest = source;
  while (rest !== '') {
    const atLineStart = text === '' || text.endsWith('\n');
    const found = match(atLineStart ? [...lineRules, ...rules] : rules, rest);
    if (found) {
      text += found.rule[1](found.match, marks);
      rest = rest.slice(found.match[0].length);
    } else {
      const character = String.fromCodePoint(rest.codePointAt(0) as number);
      text += character;
      rest = rest.slice(character.length);
    }
  }
  return { text, marks };
}

function match(among: readonly Rule[], rest: string): { rule: Rule; match: RegExpExecArray } | null {
  for (const rule of among) {
    const found = rule[0].exec(rest);
    if (found) return { rule, match: found };
  }
  return null;
}

/** The ids that a content pings, as the server reads it: code never pings, a backslash does not help. */
export function pingsIn(content: string): { users: string[]; everyone: boolean } {
  const bare = content.replace(/```[\s\S]*?```|`[^`]*`/g, '');
  return {
    users: [...bare.matchAll(/<@!?(\d+)>/g)].map(([, id]) => id as string),
    everyone: /@(everyone|here)\b/.test(bare),
  };
}
