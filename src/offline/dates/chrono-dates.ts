/** What our own rules miss, chrono-node may know: it reads many ways of writing a day. */

import * as chrono from 'chrono-node';
import type { Language } from '../../language.ts';
import type { DateOptions, DateReading } from './read-dates.ts';
import { isoDay } from './span.ts';

/** Past this length a text is no remark about a day, and chrono's expressions get slow. */
const TEXT_READ = 300;

const parsers: Readonly<Record<Language, Pick<typeof chrono.casual, 'parse'>>> = {
  en: chrono.en.casual,
  es: chrono.es.casual,
  de: chrono.de.casual,
  fr: chrono.fr.casual,
  pt: chrono.pt.casual,
};

/** The days that chrono finds, those only that name a day, a weekday or a month: its bare times are prices here. */
export function chronoDates(text: string, options: DateOptions): DateReading[] {
  if (text.length > TEXT_READ || !/\p{L}{3}/u.test(text)) return [];
  const reference = { instant: new Date(`${options.today}T12:00:00Z`), timezone: 0 };
  const readings: DateReading[] = [];
  for (const result of parsers[options.language].parse(text, reference, { forwardDate: false })) {
    const known = result.start.isCertain('day') || result.start.isCertain('weekday') || result.start.isCertain('month');
    // A text of one piece such as "5.50" or "12/lunch" is no day, whatever chrono makes of it.
    if (!known || !/\p{L}{3}|\d[-/]\d/u.test(result.text)) continue;
    const from = dayOf(result.start);
    const to = result.end ? dayOf(result.end) : from;
    if (to < from) continue;
    readings.push({
      from,
      to,
      grain: from === to ? 'day' : 'span',
      start: result.index,
      end: result.index + result.text.length,
    });
  }
  return readings;
}

function dayOf(parts: chrono.ParsedComponents): string {
  return isoDay(parts.get('year') ?? 1970, parts.get('month') ?? 1, parts.get('day') ?? 1);
}
