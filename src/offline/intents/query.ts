/** Questions that no ready tool answers: rankings, counts, averages, firsts and lasts, days without spending. */

import { addDays, type Period } from '../../period.ts';
import { isArithmetic } from '../arithmetic.ts';
import { categoryIn } from '../category-in.ts';
import { begins, type Heard, hear, type Intent, says } from '../hearing.ts';
import { anywhere, expression, whole } from '../lexicon/patterns.ts';
import { type QuestionPatterns, questionPatterns } from '../lexicon/question-patterns.ts';
import { periodIn } from '../periods.ts';
import { isPlural } from '../records/plural.ts';
import { countIn } from './counts.ts';
import { type About, averageSql, countSql, oneSql, quietDaysSql, type Ranked, topSql } from './question-sql.ts';
import { filterIn } from './subject.ts';

export const query: Intent = (heard) => {
  const patterns = isArithmetic(heard.folded) ? null : questionPatterns[heard.language];
  const sql = patterns && sqlFor(heard, patterns);
  return sql ? { calls: [{ name: 'query_ledger', args: { sql, title: titleOf(heard) } }] } : null;
};

/** Days that an average looks back over where no period is named. */
const LOOK_BACK = 90;
/** How many "top categories" are. */
const SEVERAL = 5;
/** The longest ranking. */
const MOST = 50;

function sqlFor(heard: Heard, patterns: QuestionPatterns): string | null {
  const { today } = heard.context;
  const quiet = anywhere(patterns.quietDays).exec(heard.folded);
  const about = aboutIn(quiet ? without(heard, quiet[0]) : heard, patterns);
  // What is still to come has no spending yet.
  const past = (period: Period): Period =>
    period.to > today && period.from <= today ? { ...period, to: today } : period;
  const lasting = { ...about, period: past(about.period ?? { from: addDays(today, 1 - LOOK_BACK), to: today }) };
  if (quiet) return quietDaysSql(lasting);
  const ranked = rankedIn(heard, patterns);
  if (ranked) {
    const rest = without(heard, ranked.phrase);
    return topSql(ranked.by, ranked.order, Math.min(ranked.count, MOST), aboutIn(rest, patterns));
  }
  if (says(heard, patterns.average)) {
    for (const per of ['day', 'week', 'month'] as const) {
      if (says(heard, patterns.per[per])) return averageSql(per, lasting);
    }
    return about.category !== undefined || about.thing !== undefined || says(heard, patterns.purchase)
      ? averageSql('purchase', lasting)
      : null;
  }
  if (begins(heard, patterns.howManyTimes) && !says(heard, patterns.howMuchMoney)) {
    return countSql(about, !says(heard, patterns.anyEntry));
  }
  if (begins(heard, patterns.when) && Object.keys(about).length > 1) {
    if (says(heard, patterns.first)) return oneSql('first', about);
    if (says(heard, patterns.last)) return oneSql('last', about);
  }
  if (says(heard, patterns.oneLargest)) return oneSql('largest', about);
  if (says(heard, patterns.oneSmallest)) return oneSql('smallest', about);
  return null;
}

/** "top 3 days", "which three merchants … most", "my most expensive month". */
function rankedIn(
  heard: Heard,
  patterns: QuestionPatterns,
): { by: Ranked; order: 'most' | 'least'; count: number; phrase: string } | null {
  for (const by of ['day', 'month', 'merchant', 'category'] as const) {
    const group = patterns.groups[by];
    const top = anywhere(`(?:${patterns.top}) (?:(\\d{1,2}|\\p{L}+) )?(?:${group})`).exec(heard.folded);
    const which = anywhere(
      `(?:${patterns.which}) (?:(\\d{1,2}|\\p{L}+) )?(?:${group})(?= .*(?:${patterns.most}|${patterns.least}))`,
    ).exec(heard.folded);
    const match = top ?? which;
    if (!match) continue;
    const isSeveral = expression(`(?:${patterns.several})$`).test(match[0]);
    const count = match[1] === undefined ? (isSeveral ? SEVERAL : 1) : numberOf(heard, match[1]);
    if (count === null) continue;
    return { by, order: says(heard, patterns.least) ? 'least' : 'most', count, phrase: match[0] };
  }
  return null;
}

/** The message without what is understood already: the days of "which three days last summer" are no date. */
function without(heard: Heard, phrase: string): Heard {
  const at = heard.folded.indexOf(phrase);
  return hear(`${heard.text.slice(0, at)}${heard.text.slice(at + phrase.length)}`, heard.context, [], []);
}

function numberOf(heard: Heard, word: string): number | null {
  if (/^\d+$/.test(word)) return Number(word) > 0 ? Number(word) : null;
  const values = Object.entries(heard.lexicon.numbers.values);
  const value = values.find(([, words]) => words.split(',').some((each) => each.trim() === word));
  // "top spending days": a word that is no number.
  return value ? Number(value[0]) : (countIn(heard) ?? null);
}

function aboutIn(heard: Heard, patterns: QuestionPatterns): About {
  const filter = filterIn(heard);
  const period = periodIn(heard);
  if (says(heard, patterns.paidToMe)) return { period, income: true };
  if (filter?.category !== undefined) return { period, category: filter.category };
  const thing = filter?.merchant ?? objectIn(heard, patterns);
  if (thing === null) return { period };
  const category = categoryIn(thing, heard.context);
  // One thing and many of it are noted alike.
  return category
    ? { period, category }
    : { period, thing: isPlural(thing, heard.language) ? thing.slice(0, -1) : thing };
}

/** "how many times did I buy coffee", "average lunch": what stands behind the verb, up to a date. */
function objectIn(heard: Heard, { object, stop }: QuestionPatterns): string | null {
  if (object === '') return null;
  const isLittle = (word: string) => whole(`${stop}|${object}`).test(word);
  const leading = expression(anywhere(`(?:${object})`).source, 'gu');
  for (const { 0: lead, index } of heard.folded.matchAll(leading)) {
    const start = index + lead.length + 1;
    const date = heard.dates.find((each) => each.end > start)?.start ?? heard.folded.length;
    const words = (heard.folded.slice(start, date).match(/[\p{L}][\p{L}'&-]*/gu) ?? []).slice(0, 4);
    const first = words.findIndex((word) => !isLittle(word));
    const end = words.findIndex((word, at) => at > first && isLittle(word));
    const thing = first < 0 ? '' : words.slice(first, end < 0 ? undefined : end).join(' ');
    if (thing.length > 2) return thing;
  }
  return null;
}

/** The person's own words head the answer. */
function titleOf({ text }: Heard): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
