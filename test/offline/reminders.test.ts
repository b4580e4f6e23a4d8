import { describe, expect, test } from 'vitest';
import { type Language, languages } from '../../src/language.ts';
import { reminderWords } from '../../src/wording/reminder-words.ts';
import { wordsFor } from '../../src/wording/words-for.ts';
import { ask as askModel, toolNames } from './asking.ts';

const tools = [...toolNames, 'reminders', 'recurring_entries', 'alerts', 'query_ledger'];

/** Of the one call, the arguments that matter: times as "daily 21:00". */
async function understood(text: string, language: Language) {
  const { toolCalls } = await askModel(text, { language, tools });
  const [call] = toolCalls;
  if (call?.name !== 'reminders') return call?.name ?? null;
  const { when, ...args } = call.args as { when?: { repeats: string; at?: string } } & Record<string, unknown>;
  return { ...args, ...(when ? { when: [when.repeats, when.at].filter(Boolean).join(' ') } : {}) };
}

const reminder = (text: string, when?: string) => ({
  action: 'add',
  kind: 'reminder',
  text,
  ...(when ? { when } : {}),
});
const question = (text: string, when: string) => ({ action: 'add', kind: 'question', text, when });

describe('asks to be reminded', () => {
  test.each<[Language, string, object]>([
    ['en', 'remind me to log cash every evening at 9', reminder('log cash', 'daily 21:00')],
    ['en', 'Remind me every evening at 9 to log cash!', reminder('log cash', 'daily 21:00')],
    ['en', 'every evening at 9 remind me to log cash', reminder('log cash', 'daily 21:00')],
    ['en', 'please remind me tomorrow at 9 to call the bank', reminder('call the bank', 'once 09:00')],
    ['en', 'can you remind me in 20 minutes to check the oven', reminder('check the oven', 'once')],
    ['en', 'remind me to pay rent 900 on the 1st', reminder('pay rent 900', 'once')],
    ['en', 'remind me on the 1st of every month to pay rent 900', reminder('pay rent 900', 'monthly')],
    ['en', 'set a reminder for Friday at 5pm to send the invoice', reminder('send the invoice', 'once 17:00')],
    ['en', "don't let me forget to cancel the gym on 3 July", reminder('cancel the gym', 'once')],
    ['en', 'remind me to send the monthly report on Friday', reminder('send the monthly report', 'once')],
    ['en', 'remind me to buy milk', reminder('buy milk')],
    ['en', 'remind us every Sunday at 18:00 to settle up', reminder('settle up', 'weekly 18:00')],
    ['es', 'recuérdame cada noche a las 9 anotar el efectivo', reminder('anotar el efectivo', 'daily 21:00')],
    ['es', 'recuérdame mañana a las 9 que tengo que llamar al banco', reminder('llamar al banco', 'once 09:00')],
    [
      'es',
      'ponme un recordatorio para el lunes a las 10: pagar 50 al dentista',
      reminder('pagar 50 al dentista', 'once 10:00'),
    ],
    ['de', 'erinnere mich jeden Abend um 9, Bargeld zu notieren', reminder('Bargeld notieren', 'daily 21:00')],
    ['de', 'erinnere mich morgen um 9 daran, die Bank anzurufen', reminder('die Bank anrufen', 'once 09:00')],
    ['de', 'Erinnere mich am 24. Dezember an Geschenke', reminder('Geschenke', 'once')],
    ['fr', 'rappelle-moi chaque soir à 21h de noter les espèces', reminder('noter les espèces', 'daily 21:00')],
    ['fr', "rappelle-moi demain à 9h d'appeler la banque", reminder('appeler la banque', 'once 09:00')],
    ['pt', 'me lembre toda noite às 9 de anotar o dinheiro', reminder('anotar o dinheiro', 'daily 21:00')],
    ['pt', 'me lembre de pagar 900 de aluguel todo dia 5', reminder('pagar 900 de aluguel', 'monthly')],
    ['pt', 'me lembra amanhã às 9h de ligar para o banco', reminder('ligar para o banco', 'once 09:00')],
  ])('%s: %s', async (language, text, expected) => {
    expect(await understood(text, language)).toEqual(expected);
  });
});

describe('asks again and again', () => {
  test.each<[Language, string, object]>([
    ['en', 'every Friday at 6 show me dining vs last week', question('show me dining vs last week', 'weekly 18:00')],
    ['en', 'show me dining vs last week every Friday at 6', question('show me dining vs last week', 'weekly 18:00')],
    ['en', 'every Monday how much did I spend last week?', question('how much did I spend last week?', 'weekly')],
    ['en', 'on the 1st of every month: monthly report', question('monthly report', 'monthly')],
    ['en', 'every day at 8pm how am I doing?', question('how am I doing?', 'daily 20:00')],
    ['en', 'every Sunday at 7pm how are my goals?', question('how are my goals?', 'weekly 19:00')],
    ['es', 'cada lunes ¿cuánto gasté la semana pasada?', question('¿cuánto gasté la semana pasada?', 'weekly')],
    ['de', 'jeden Ersten: Monatsbericht', question('Monatsbericht', 'monthly')],
    [
      'de',
      'jeden Montag um 8 Uhr wie viel habe ich letzte Woche ausgegeben?',
      question('wie viel habe ich letzte Woche ausgegeben?', 'weekly 08:00'),
    ],
    [
      'fr',
      'chaque lundi combien ai-je dépensé la semaine dernière ?',
      question('combien ai-je dépensé la semaine dernière ?', 'weekly'),
    ],
    ['pt', 'toda segunda quanto gastei na semana passada?', question('quanto gastei na semana passada?', 'weekly')],
  ])('%s: %s', async (language, text, expected) => {
    expect(await understood(text, language)).toEqual(expected);
  });
});

describe('is about reminders that there are', () => {
  test.each<[Language, string, object]>([
    ['en', 'reminders', { action: 'list' }],
    ['en', 'what reminders do I have?', { action: 'list' }],
    ['en', 'stop reminding me to log cash', { action: 'stop', which: 'log cash' }],
    ['en', 'delete reminder 2', { action: 'stop', which: '2' }],
    ['en', 'skip the next reminder', { action: 'skip' }],
    ['en', 'change reminder 1 to 8 in the morning', { action: 'change', which: '1', at: '08:00' }],
    [
      'en',
      'move the reminder to log cash to every Monday at 8',
      { action: 'change', which: 'log cash', when: 'weekly 08:00' },
    ],
    ['es', 'mis recordatorios', { action: 'list' }],
    ['es', 'quita el recordatorio 2', { action: 'stop', which: '2' }],
    ['es', 'cambia el recordatorio 1 a las 8', { action: 'change', which: '1', at: '08:00' }],
    ['de', 'meine Erinnerungen', { action: 'list' }],
    ['de', 'lösche die Erinnerung Geschenke', { action: 'stop', which: 'Geschenke' }],
    ['de', 'ändere die Erinnerung 1 auf 20 Uhr', { action: 'change', which: '1', at: '20:00' }],
    ['fr', 'mes rappels', { action: 'list' }],
    ['fr', "arrête de me rappeler d'appeler la banque", { action: 'stop', which: 'appeler la banque' }],
    ['fr', 'change le rappel 1 à 8h', { action: 'change', which: '1', at: '08:00' }],
    ['pt', 'meus lembretes', { action: 'list' }],
    ['pt', 'apague o lembrete 2', { action: 'stop', which: '2' }],
    ['pt', 'mude o lembrete 1 para as 8h', { action: 'change', which: '1', at: '08:00' }],
  ])('%s: %s', async (language, text, expected) => {
    expect(await understood(text, language)).toEqual(expected);
  });
});

test.each(languages)('%s: what the sentences tell people to write is understood', async (language) => {
  const { none, howToStop } = reminderWords(wordsFor(language));
  const quoted = [...`${none} ${howToStop}`.matchAll(/[“„«]\s*([^“”„«»]+?)\s*[”“»]/g)].map(([, text = '']) => text);
  expect(quoted).toHaveLength(3);
  for (const text of quoted) {
    const { toolCalls } = await askModel(text, { language, tools });
    expect([text, toolCalls.map(({ name }) => name)]).toEqual([text, ['reminders']]);
  }
});

describe('is something else', () => {
  test.each<[Language, string, string | null]>([
    ['en', 'how much do I spend every month?', 'spending_summary'],
    ['en', 'how much did I spend at 7 Eleven every week?', 'spending_summary'],
    ['en', 'dinner 30 on Friday', 'record_entries'],
    ['en', 'rent 900 on the 1st of every month', 'recurring_entries'],
    ['en', 'every Friday at 6 tell me a joke', null],
    ['en', 'budget 300 a month for dining', 'set_budget'],
    ['es', '¿cuánto gasto cada mes?', 'spending_summary'],
    ['de', 'wie viel gebe ich jeden Monat aus?', 'spending_summary'],
    ['fr', 'combien je dépense chaque mois ?', 'spending_summary'],
    ['pt', 'quanto gasto todo mês?', 'spending_summary'],
  ])('%s: %s', async (language, text, expected) => {
    expect(await understood(text, language)).toBe(expected);
  });
});
