import { describe, expect, test } from 'vitest';
import type { Language } from '../../src/language.ts';
import { readAlertAnswer } from '../../src/offline/alert-answers.ts';
import { type AlertWords, alertWords } from '../../src/wording/alert-words.ts';
import { wordsFor } from '../../src/wording/words-for.ts';
import { ask, calls, recorded, toolNames } from './asking.ts';

const tools = [...toolNames, 'alerts', 'watch_spending'];

const arranged = async (text: string, language: Language) =>
  (await calls(text, { language, tools })).map(({ name, args }) => [name, args]);

const mute = (rest: Record<string, unknown>) => ({ action: 'mute', ...rest });
const quiet = (from: string, to: string) => ({ action: 'quiet', from, to });
const digest = (cadence: string, rest: Record<string, unknown> = {}) => ({ action: 'digest', cadence, ...rest });

/** It is Wednesday, 17 June 2026. */
const phrasings: Record<Language, [string, Record<string, unknown>][]> = {
  en: [
    ['alerts', { action: 'list' }],
    ['/alerts', { action: 'list' }],
    ['Why was I not told?', { action: 'list' }],
    ["why didn't you tell me about the rent?", { action: 'list' }],
    ['alerts off', { action: 'off' }],
    ['turn off the alerts please', { action: 'off' }],
    ['stop messaging me', { action: 'off' }],
    ["don't write to me anymore", { action: 'off' }],
    ['turn alerts on', { action: 'on' }],
    ['unmute', { action: 'unmute' }],
    ['fewer of these', { action: 'fewer' }],
    ['too many alerts', { action: 'fewer' }],
    ['Send alerts here.', { action: 'send_here' }],
    ['urgent may pass', { action: 'urgent_passes' }],
    ['urgent waits', { action: 'urgent_waits' }],
    ['use my other chats too', { action: 'fallback_on' }],
    ['fallback off', { action: 'fallback_off' }],
    ['quiet 22-7', quiet('22:00', '07:00')],
    ['quiet 22:30 – 6:15', quiet('22:30', '06:15')],
    ['quiet from 10pm to 7am', quiet('22:00', '07:00')],
    ["don't message me between 10pm and 8am", quiet('22:00', '08:00')],
    ['quiet hours 25:00 to 7', quiet('25:00', '07:00')],
    ['quiet off', { action: 'quiet_off' }],
    ['daily digest at 8', digest('daily', { time: '08:00' })],
    ['weekly digest at 6:30 pm', digest('weekly', { time: '18:30' })],
    ['monthly digest', digest('monthly')],
    ['weekly digest on Sunday at 18:00', digest('weekly', { weekday: 7, time: '18:00' })],
    ['send me a summary every Monday at 9', digest('weekly', { weekday: 1, time: '09:00' })],
    ['every evening at 8 a summary', digest('daily', { time: '20:00' })],
    ['a digest every day at noon', digest('daily', { time: '12:00' })],
    ['digest at 25:00 every day', digest('daily', { time: '25:00' })],
    ['no more digests', { action: 'digest_off' }],
    ['mute 3 days', mute({ count: 3, unit: 'days' })],
    ['mute a week', mute({ count: 1, unit: 'weeks' })],
    ["don't message me for two weeks", mute({ count: 2, unit: 'weeks' })],
    ['mute until Monday', mute({ until: '2026-06-22' })],
    ['mute until wednesday', mute({ until: '2026-06-24' })],
    ['mute until tomorrow', mute({ until: '2026-06-18' })],
    ['mute until 1 December', mute({ until: '2026-12-01' })],
    ['mute until the 3rd', mute({ until: '2026-07-03' })],
    ['mute until 2025-01-01', mute({ until: '2025-01-01' })],
    ['mute until Friday at 9', mute({ until: '2026-06-19', time: '09:00' })],
    ['mute until 6pm', mute({ time: '18:00' })],
    ['mute', mute({})],
  ],
  es: [
    ['avisos', { action: 'list' }],
    ['¿por qué no me avisaste?', { action: 'list' }],
    ['desactiva los avisos', { action: 'off' }],
    ['activa los avisos', { action: 'on' }],
    ['vuelve a avisarme', { action: 'unmute' }],
    ['menos avisos', { action: 'fewer' }],
    ['envíame los avisos aquí', { action: 'send_here' }],
    ['lo urgente puede pasar', { action: 'urgent_passes' }],
    ['lo urgente también espera', { action: 'urgent_waits' }],
    ['usa también mis otros chats', { action: 'fallback_on' }],
    ['solo este chat', { action: 'fallback_off' }],
    ['silencio de 22 a 7', quiet('22:00', '07:00')],
    ['no me molestes entre las 22 y las 8', quiet('22:00', '08:00')],
    ['sin horas de silencio', { action: 'quiet_off' }],
    ['resumen cada semana a las 8', digest('weekly', { time: '08:00' })],
    ['mándame un resumen cada lunes a las 9', digest('weekly', { weekday: 1, time: '09:00' })],
    ['quiero un resumen todos los días a las 8 de la noche', digest('daily', { time: '20:00' })],
    ['sin resumen', { action: 'digest_off' }],
    ['no me avises hasta el lunes', mute({ until: '2026-06-22' })],
    ['silencia los avisos 3 días', mute({ count: 3, unit: 'days' })],
    ['silencio por una semana', mute({ count: 1, unit: 'weeks' })],
    ['silencio hasta el 1 de diciembre', mute({ until: '2026-12-01' })],
    ['weekly digest at 8', digest('weekly', { time: '08:00' })],
  ],
  de: [
    ['Meldungen', { action: 'list' }],
    ['Warum hast du mir das nicht gesagt?', { action: 'list' }],
    ['schalte die Meldungen aus', { action: 'off' }],
    ['Meldungen an', { action: 'on' }],
    ['nicht mehr stumm', { action: 'unmute' }],
    ['weniger davon', { action: 'fewer' }],
    ['schick mir die Meldungen hierher', { action: 'send_here' }],
    ['Dringendes darf durch', { action: 'urgent_passes' }],
    ['auch Dringendes wartet', { action: 'urgent_waits' }],
    ['nutze auch meine anderen Chats', { action: 'fallback_on' }],
    ['nur hier', { action: 'fallback_off' }],
    ['Ruhe von 22 bis 7', quiet('22:00', '07:00')],
    ['schreib mir nicht zwischen 22 und 7 Uhr', quiet('22:00', '07:00')],
    ['keine Ruhezeit', { action: 'quiet_off' }],
    ['jede Woche eine Zusammenfassung um 8', digest('weekly', { time: '08:00' })],
    ['jeden Montag ein Überblick um 9 Uhr', digest('weekly', { weekday: 1, time: '09:00' })],
    ['Schick mir täglich um 18:30 einen Überblick', digest('daily', { time: '18:30' })],
    ['täglicher Überblick um 8 Uhr abends', digest('daily', { time: '20:00' })],
    ['Wochenüberblick um 8', digest('weekly', { time: '08:00' })],
    ['kein Überblick mehr', { action: 'digest_off' }],
    ['stumm bis Montag', mute({ until: '2026-06-22' })],
    ['schalte dich 3 Tage stumm', mute({ count: 3, unit: 'days' })],
    ['sei bis morgen still', mute({ until: '2026-06-18' })],
    ['keine Meldungen bis 1. Dezember', mute({ until: '2026-12-01' })],
    ['mute 3 days', mute({ count: 3, unit: 'days' })],
  ],
  fr: [
    ['alertes', { action: 'list' }],
    ['pourquoi ne m’as-tu pas prévenu ?', { action: 'list' }],
    ['désactive les alertes', { action: 'off' }],
    ['active les alertes', { action: 'on' }],
    ['fin de la sourdine', { action: 'unmute' }],
    ['moins d’alertes', { action: 'fewer' }],
    ['envoie-moi les alertes ici', { action: 'send_here' }],
    ['ce qui est urgent peut passer', { action: 'urgent_passes' }],
    ['ce qui est urgent attend', { action: 'urgent_waits' }],
    ['utilise aussi mes autres conversations', { action: 'fallback_on' }],
    ['uniquement ici', { action: 'fallback_off' }],
    ['silence de 22h à 7h', quiet('22:00', '07:00')],
    ['ne me dérange pas entre 22h et 8h', quiet('22:00', '08:00')],
    ['plus de silence', { action: 'quiet_off' }],
    ['résumé chaque semaine à 8h', digest('weekly', { time: '08:00' })],
    ['chaque lundi un résumé à 9h', digest('weekly', { weekday: 1, time: '09:00' })],
    ['envoie-moi un résumé tous les jours à 18h30', digest('daily', { time: '18:30' })],
    ['plus de résumé', { action: 'digest_off' }],
    ['en sourdine jusqu’à lundi', mute({ until: '2026-06-22' })],
    ['mets-toi en sourdine pendant 3 jours', mute({ count: 3, unit: 'days' })],
    ['ne m’écris pas jusqu’au 1er décembre', mute({ until: '2026-12-01' })],
    ['alerts', { action: 'list' }],
  ],
  pt: [
    ['avisos', { action: 'list' }],
    ['por que você não me avisou?', { action: 'list' }],
    ['desligar avisos', { action: 'off' }],
    ['ligar avisos', { action: 'on' }],
    ['voltar a avisar', { action: 'unmute' }],
    ['menos avisos', { action: 'fewer' }],
    ['mande os avisos aqui', { action: 'send_here' }],
    ['o que for urgente pode passar', { action: 'urgent_passes' }],
    ['o que for urgente espera', { action: 'urgent_waits' }],
    ['use também meus outros chats', { action: 'fallback_on' }],
    ['só neste chat', { action: 'fallback_off' }],
    ['silêncio das 22 às 7', quiet('22:00', '07:00')],
    ['não me incomode entre as 22 e as 8', quiet('22:00', '08:00')],
    ['sem horário de silêncio', { action: 'quiet_off' }],
    ['resumo toda semana às 8h', digest('weekly', { time: '08:00' })],
    ['me mande um resumo toda segunda às 9h', digest('weekly', { weekday: 1, time: '09:00' })],
    ['resumo todo dia às 8 da noite', digest('daily', { time: '20:00' })],
    ['sem resumo', { action: 'digest_off' }],
    ['silencie até segunda', mute({ until: '2026-06-22' })],
    ['silencie por 3 dias', mute({ count: 3, unit: 'days' })],
    ['não me avise até amanhã', mute({ until: '2026-06-18' })],
    ['quiet 22-7', quiet('22:00', '07:00')],
  ],
};

describe.each(Object.entries(phrasings))('arranging alerts in %s', (language, cases) => {
  test.each(cases)('“%s”', async (text, args) => {
    expect(await arranged(text, language as Language)).toEqual([['alerts', args]]);
  });
});

describe('what has words of it and is none', () => {
  test.each([
    ['en', 'quiet dinner 22'],
    ['en', 'alert bracelet 30'],
    ['en', 'mute button 12'],
    ['en', 'silent disco 22'],
    ['en', 'digestive biscuits 3'],
    ['en', 'weekly magazine 8'],
    ['es', 'pausa café 3'],
    ['es', 'silencio bar 22'],
    ['de', 'Ruhe Cafe 12'],
    ['de', 'Wochenzeitung 5'],
    ['fr', 'pause café 3'],
    ['pt', 'silêncio bar 22'],
  ] as const)('%s “%s” is recorded', async (language, text) => {
    expect(await recorded(text, { language, tools })).toHaveLength(1);
  });

  test.each([
    ['en', 'weekly summary', 'spending_summary'],
    ['en', 'what did I spend quietly last week?', 'spending_summary'],
    ['es', 'resumen semanal', 'spending_summary'],
    ['de', 'Monatsbericht', 'monthly_report'],
    ['en', 'is there a digest of what I spent in May?', 'spending_summary'],
  ] as const)('%s “%s” asks', async (language, text, name) => {
    expect((await calls(text, { language, tools })).map((call) => call.name)).toEqual([name]);
  });
});

test.each(['en', 'es', 'de', 'fr', 'pt'] as const)(
  '%s: what the sentences tell people to write is understood',
  async (language) => {
    const say = alertWords(wordsFor(language));
    const told = sentences(say).flatMap((sentence) =>
      [...sentence.matchAll(/[“«„]\s?(.+?)\s?[”»“]/g)].map(([, text = '']) => text),
    );
    const commands = [...new Set(told)].filter((text) => !/\d (?:Uhr|de la|da|du)|8h du/.test(text));
    expect(commands.length).toBeGreaterThan(8);
    for (const text of commands) {
      const { toolCalls } = await ask(text, { language, tools });
      expect([text, toolCalls.map(({ name }) => name)]).toEqual([
        text,
        [expect.stringMatching(/^(?:alerts|watch_spending)$/)],
      ]);
    }
  },
);

/** All that can be said, with made-up figures. */
function sentences(say: AlertWords): string[] {
  return Object.values(say).flatMap((value) => {
    if (typeof value === 'string') return [value];
    if (typeof value === 'function') return [(value as (...all: unknown[]) => string)(2, 3, false)];
    return Object.values(value as Record<string, string>);
  });
}

test.each([
  ['en', 'why?', 'why'],
  ['en', 'show rows', 'rows'],
  ['en', 'that’s fine, ignore it', 'ignore'],
  ['es', '¿por qué?', 'why'],
  ['es', 'muestra los gastos', 'rows'],
  ['es', 'está bien, ignóralo', 'ignore'],
  ['de', 'warum?', 'why'],
  ['de', 'zeig die Buchungen', 'rows'],
  ['de', 'passt schon', 'ignore'],
  ['fr', 'pourquoi ?', 'why'],
  ['fr', 'montre les dépenses', 'rows'],
  ['fr', 'c’est normal, ignore ça', 'ignore'],
  ['pt', 'por quê?', 'why'],
  ['pt', 'mostre os gastos', 'rows'],
  ['pt', 'está certo, ignore isso', 'ignore'],
  // A nod dismisses nothing, and may confirm something else.
  ['en', 'ok', null],
  ['es', 'vale', null],
  ['de', 'gut', null],
  ['fr', 'ça va', null],
  ['en', 'why did I spend so much?', null],
] as const)('an answer in %s: “%s”', (language, text, kind) => {
  expect(readAlertAnswer(text, language)).toBe(kind);
});
