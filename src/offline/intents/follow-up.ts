/** Goes on from the last question: "chart it", "and last month?", "what about dining?", "by week". */

import { findAmounts } from '../amounts/read-amounts.ts';
import { categoryIn } from '../category-in.ts';
import type { Heard, Intent } from '../hearing.ts';
import { begins, says } from '../hearing.ts';
import { atStart, whole } from '../lexicon/patterns.ts';
import { periodIn } from '../periods.ts';
import { drawsCharts, isAnalytics, periodArgs, takesCategory } from './analytics-args.ts';
import { groupIn } from './ask.ts';
import { filterIn, onlyDates, subjectsIn, withoutDatesAndAmounts } from './subject.ts';

const SHORT_WORDS = 8;

export const followUp: Intent = (heard) => {
  const query = heard.lastQuery;
  const { phrases } = heard.lexicon;
  if (!query || heard.folded.split(/\s+/).length > SHORT_WORDS) return null;
  if (says(heard, phrases.spent) || begins(heard, phrases.deleteVerb)) return null;
  if (
    findAmounts(heard.text, { currency: heard.context.currency, language: heard.language }, heard.dates).some(
      (amount) => amount.strength > 0,
    )
  )
    return null;
  const leads = atStart(`¿?(?:${phrases.followUp})`).test(heard.folded);
  const change = isAnalytics(query.name)
    ? analyticsChange(heard, query.name, subjectChange(heard, leads))
    : {
        ...(says(heard, phrases.chart) && { chart: true }),
        ...(query.name !== 'budget_status' && (periodIn(heard) ?? {})),
        ...(query.name === 'spending_summary' && groupIn(heard) !== null && { groupBy: groupIn(heard) }),
        ...subjectChange(heard, leads),
      };
  if (Object.keys(change).length === 0) return null;
  const onlyPeriod = onlyDates(heard);
  // A whole new question stands for itself; its words are not those that only point back.
  if (!leads && !onlyPeriod && !('chart' in change) && !('groupBy' in change) && !('unit' in change)) return null;
  if (!leads && says(heard, phrases.spending)) return null;
  const args: Record<string, unknown> = { ...query.args, ...change };
  if ('category' in change) delete args.merchant;
  if ('merchant' in change) delete args.category;
  if (query.name === 'list_entries' && 'chart' in change)
    return { calls: [{ name: 'spending_summary', args: charted(heard, args) }] };
  return { calls: [{ name: query.name, args }] };
};

/** What of a change the tool can be asked for. */
function analyticsChange(heard: Heard, tool: string, subject: { category?: string; merchant?: string }): object {
  const { category, merchant } = subject;
  return {
    ...(drawsCharts(tool) && says(heard, heard.lexicon.phrases.chart) && { chart: true }),
    ...periodArgs(heard, tool),
    ...(category !== undefined && takesCategory(tool) && { category }),
    ...(merchant !== undefined && tool === 'spending_trends' && { merchant }),
  };
}

/** Rows can't be drawn; their sum can. */
function charted(heard: Heard, args: Record<string, unknown>): Record<string, unknown> {
  const today = heard.context.today;
  const { from = `${today.slice(0, 8)}01`, to = today, category, merchant, search } = args;
  const place = merchant ?? search;
  return {
    from,
    to,
    groupBy: category || place ? 'month' : 'category',
    ...(category ? { category } : {}),
    ...(place ? { merchant: place } : {}),
    chart: true,
  };
}

/** "what about dining?", "only Starbucks", "and on taxis?" */
function subjectChange(
  heard: Heard,
  leads: boolean,
): { category: string } | { merchant: string } | Record<string, never> {
  if (!leads) {
    // "dining by week" names its own.
    const category = filterIn(heard)?.category;
    return category ? { category } : {};
  }
  const { phrases, links } = heard.lexicon;
  const text = withoutDatesAndAmounts(heard);
  const cue = atStart(`¿?(?:${phrases.followUp})(?: (?:${phrases.followUp}|${links.about}|${links.article}))*`).exec(
    heard.folded,
  );
  const rest = text
    .slice(cue?.[0].length ?? 0)
    .replace(/[?!.]/g, ' ')
    .trim();
  if (rest === '' || whole(links.notAbout).test(rest.toLowerCase())) return {};
  const category = categoryIn(rest, heard.context);
  if (category) return { category };
  const words =
    subjectsIn(heard, text)[0]?.words ??
    (rest.split(' ').length <= 3 && groupIn(heard) === null && !says(heard, phrases.chart) ? rest : '');
  if (words === '') return {};
  const named = categoryIn(words, heard.context);
  return named ? { category: named } : { merchant: words };
}
