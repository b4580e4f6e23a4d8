/** Whether two years are laid side by side: "dining vs last year", "compare 2025 with 2024". */

import { type Heard, says } from '../hearing.ts';

/** Only whole years, one after the other, the later of which is this one where only one is named. */
export function isYearOverYear(heard: Heard): boolean {
  if (!says(heard, heard.lexicon.phrases.compare)) return false;
  const years = new Set<number>();
  for (const { from, to, grain } of heard.dates) {
    const isYears = grain === 'year' || (grain === 'span' && from.endsWith('-01-01') && to.endsWith('-12-31'));
    if (!isYears) return false;
    years.add(Number(from.slice(0, 4))).add(Number(to.slice(0, 4)));
  }
  const thisYear = Number(heard.context.today.slice(0, 4));
  if (years.size === 1) years.add(thisYear);
  const [first, second] = [...years].sort((a, b) => a - b);
  return years.size === 2 && (second as number) - (first as number) === 1 && (second as number) <= thisYear;
}
