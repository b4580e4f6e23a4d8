/** Commands of a word or two: "trends", "/forecast groceries", "report October". */

import { categoryIn } from '../category-in.ts';
import type { Heard, PlannedCall } from '../hearing.ts';
import { type AnalyticsTool, analyticsCommands } from '../lexicon/analytics-patterns.ts';
import { anywhere, expression, whole } from '../lexicon/patterns.ts';
import { periodArgs, takesCategory } from './analytics-args.ts';

const LONGEST = 60;

const mostWords = Math.max(...[...analyticsCommands.keys()].map((words) => words.split(' ').length));
const firstWords = new Set([...analyticsCommands.keys()].map((words) => words.split(' ')[0] as string));

/** The call that a command asks for; null when the message is none, or says more than a category and days. */
export function analyticsCommand(heard: Heard): PlannedCall | null {
  if (heard.folded.length > LONGEST) return null;
  const bare = heard.folded.replace(/^[\s/¿¡]+|[^\p{L}\p{N}]+$/gu, '');
  const words = bare.split(' ');
  if (!firstWords.has(words[0] as string)) return null;
  for (let length = Math.min(mostWords, words.length); length > 0; length--) {
    const name = analyticsCommands.get(words.slice(0, length).join(' '));
    if (name === undefined) continue;
    if (length === words.length) return { name, args: empty(name) };
    const args = argsOf(heard, name, heard.folded.indexOf(bare) + words.slice(0, length).join(' ').length);
    if (args) return { name, args };
  }
  return null;
}

function empty(name: AnalyticsTool): Record<string, unknown> {
  return name === 'goals' ? { action: 'list' } : {};
}

function argsOf(heard: Heard, name: AnalyticsTool, from: number): Record<string, unknown> | null {
  if (heard.dates.some(({ start }) => start < from)) return null;
  const { links, phrases } = heard.lexicon;
  let rest = heard.folded.slice(from);
  for (const { start, end } of [...heard.dates].reverse())
    rest = `${rest.slice(0, start - from)} ${rest.slice(end - from)}`;
  const little = `(?:${phrases.by}) (?:${phrases.groups.week}|${phrases.groups.month})|${links.about}|${links.article}|${phrases.polite}|${phrases.opener}|${phrases.chart}`;
  const subject = rest
    .replace(expression(anywhere(little).source, 'gu'), ' ')
    .replace(/[?!.,:]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const category = subject === '' ? null : categoryIn(subject, heard.context);
  if (subject !== '' && (!category || !takesCategory(name) || whole(links.notAbout).test(subject))) return null;
  const period = periodArgs(heard, name);
  if (heard.dates.length > 0 && Object.keys(period).length === 0) return null;
  return { ...empty(name), ...(category && { category }), ...period };
}
