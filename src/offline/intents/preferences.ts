/** How the person wants things: currency, time zone, language, the day a week begins. */

import { foldText } from '../../domain/fold.ts';
import { languages } from '../../language.ts';
import { isTimeZone } from '../../period.ts';
import { currencyAfter, currencyAlone } from '../amounts/currency-near.ts';
import type { Heard, Intent } from '../hearing.ts';
import { begins, says } from '../hearing.ts';
import { anywhere, atStart, expression, foldPattern, listed, whole } from '../lexicon/patterns.ts';

/** "settings", "my settings": asked for as they are, in any of the languages. */
const shown =
  /^\/?(?:(?:show|see|what are) )?(?:(?:my|mis|meine|mes|minhas|as minhas) )?(?:settings|preferences|ajustes|preferencias|configuracion|einstellungen|reglages|parametres|configuracoes)[.!?]*$/;

export const preferences: Intent = (heard) => {
  if (shown.test(heard.folded.trim())) return { calls: [{ name: 'set_preferences', args: {} }] };
  if (/\?|¿/.test(heard.folded) || heard.folded.split(/\s+/).length > 14) return null;
  const wanted = { ...currency(heard), ...timezone(heard), ...language(heard), ...weekStart(heard) };
  return Object.keys(wanted).length > 0 ? { calls: [{ name: 'set_preferences', args: wanted }] } : null;
};

/** Whose currency it is when it is not the person's: "this ledger's currency is USD", "die Währung der Gruppe ist EUR". */
const ofLedger =
  /(?<!\p{L})(?:ledger|group|household|buch|buchs|buches|gruppe|haushalt|libro|grupo|hogar|livre|groupe|foyer|livro)(?!\p{L})/u;

/** "my currency is euro", "set currency to USD"; not "change the currency of the taxi", nor with an amount. */
function currency(heard: Heard): { currency?: string; ledgerCurrency?: string } {
  if (/\d/.test(heard.folded)) return {};
  const use = atStart(heard.lexicon.phrases.useCurrency).exec(heard.said)?.[0];
  const bare = use !== undefined && heard.said.split(' ').length <= 6 ? heard.said.slice(use.length).trim() : '';
  if (bare !== '' && isCurrencyName(heard, bare))
    return { currency: currencyAlone(bare, heard.context.currency, heard.lexicon) as string };
  if (!says(heard, heard.lexicon.phrases.currencyNoun)) return {};
  const noun = anywhere(heard.lexicon.phrases.currencyNoun).exec(heard.folded);
  const rest = noun ? heard.text.slice(noun.index + noun[0].length) : '';
  const code =
    currencyAlone(rest, heard.context.currency, heard.lexicon) ??
    currencyAlone(heard.text.slice(0, noun?.index ?? 0), heard.context.currency, heard.lexicon);
  if (!code) return {};
  return ofLedger.test(heard.folded) ? { ledgerCurrency: code } : { currency: code };
}

/** Nothing but a currency: "dollars", "us dollars please", "eur". */
function isCurrencyName(heard: Heard, words: string): boolean {
  const name = words
    .replace(/[.!]+$/, '')
    .replace(expression(`(?: (?:${foldPattern(heard.lexicon.phrases.opener)}))+$`), '');
  const found = currencyAfter(
    { text: name.toUpperCase(), folded: name, own: heard.context.currency, lexicon: heard.lexicon },
    0,
  );
  return found !== null && found.end === name.length;
}

/** An IANA name anywhere ("America/New_York"), or a city of one behind "time zone" or "I live in". */
function timezone(heard: Heard): { timezone?: string } {
  const named = /(?<![\p{L}/])(?:[A-Z][\p{L}_]+(?:\/[A-Z][\p{L}_-]+){1,2}|UTC|GMT)(?![\p{L}/])/u.exec(heard.text)?.[0];
  if (named && isTimeZone(named) && (named.includes('/') || says(heard, heard.lexicon.phrases.timezoneNoun)))
    return { timezone: named };
  if (!says(heard, heard.lexicon.phrases.timezoneNoun) || /\d/.test(heard.folded)) return {};
  const words = heard.folded.split(/[^\p{L}]+/u).filter((word) => word.length > 2);
  for (const length of [3, 2, 1]) {
    for (let at = 0; at + length <= words.length; at++) {
      const zone = cities().get(words.slice(at, at + length).join(' '));
      if (zone) return { timezone: zone };
    }
  }
  return {};
}

/** Names of cities in the four languages beside English, where they differ from the time zone's. */
const cityNames: Readonly<Record<string, string>> = {
  'Europe/London': 'londres',
  'Europe/Lisbon': 'lisboa, lissabon, lisbonne, lisbon',
  'Europe/Vienna': 'wien, viena, vienne',
  'Europe/Zurich': 'zürich, zurique',
  'Europe/Rome': 'rom, roma',
  'Europe/Warsaw': 'warschau, varsovia, varsovie',
  'Europe/Prague': 'prag, praga',
  'Europe/Brussels': 'brüssel, bruselas, bruxelles, bruxelas',
  'Europe/Copenhagen': 'kopenhagen, copenhague',
  'Europe/Moscow': 'moskau, moscu, moscou',
  'Europe/Berlin': 'berlim, germany, deutschland, munich, münchen, hamburg, frankfurt, cologne, köln',
  'Europe/Paris': 'france, frankreich, francia, lyon, marseille',
  'Europe/Madrid': 'spain, españa, barcelona, valencia, sevilla',
  'America/New_York': 'new york, nyc, nueva york, nova york, nova iorque, boston, miami, washington, eastern, atlanta',
  'America/Chicago': 'central time, houston, dallas, austin',
  'America/Denver': 'mountain time',
  'America/Los_Angeles': 'san francisco, seattle, pacific, california, la time, san diego',
  'America/Mexico_City': 'mexico, mexiko, ciudad de mexico, cdmx',
  'America/Sao_Paulo': 'brasil, brazil, rio de janeiro, rio, brasilia, sao paulo',
  'America/Argentina/Buenos_Aires': 'buenos aires',
  'Asia/Tokyo': 'tokio, toquio, japan',
  'Asia/Kolkata': 'india, mumbai, delhi, bangalore, new delhi',
  'Asia/Shanghai': 'china, beijing, pekin',
  'Asia/Singapore': 'singapur, singapura, singapour',
};

let cityZones: ReadonlyMap<string, string> | null = null;

function cities(): ReadonlyMap<string, string> {
  if (!cityZones) {
    const zones = new Map<string, string>();
    for (const zone of Intl.supportedValuesOf('timeZone'))
      zones.set(foldText(zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ')), zone);
    for (const [zone, names] of Object.entries(cityNames)) for (const name of listed(names)) zones.set(name, zone);
    cityZones = zones;
  }
  return cityZones;
}

/** "speak Spanish", "auf Deutsch bitte", "language: French". */
function language(heard: Heard): { language?: string } {
  const { speak, languageNames } = heard.lexicon.phrases;
  const wanted = languages.find((candidate) => anywhere(languageNames[candidate]).test(heard.folded));
  if (!wanted || /\d/.test(heard.folded)) return {};
  const said = heard.said.replace(/[.!]+$/, '');
  const alone = whole(
    `(?:\\S+ )?(?:${speak} )?(?:${languageNames[wanted]})(?: please| por favor| bitte| s'il te plait)?`,
  ).test(said);
  return alone || (begins(heard, `(?:\\S+ ){0,3}(?:${speak})`) && heard.said.split(' ').length <= 8)
    ? { language: wanted }
    : {};
}

function weekStart(heard: Heard): { firstDayOfWeek?: number } {
  const { weekStarts } = heard.lexicon.phrases;
  const cue = anywhere(weekStarts).exec(heard.folded) ?? atStart(weekStarts).exec(heard.said);
  if (!cue) return {};
  const rest = heard.folded.slice(heard.folded.indexOf(cue[0]) + cue[0].length);
  const day = heard.lexicon.dates.weekdays.findIndex((names) =>
    listed(names).some((name) => anywhere(`${name}s?`).test(rest)),
  );
  return day >= 0 ? { firstDayOfWeek: day + 1 } : {};
}
