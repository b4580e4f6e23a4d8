/** The model that needs no network: fixed rules in five languages, the same answer to the same message always. */

import type { Language } from '../language.ts';
import { languages as allLanguages } from '../language.ts';
import type { Model, ModelAnswer, ModelContext, ModelMessage, ModelRequest } from '../models/model.ts';
import { type Heard, hear, type Intent, ordersOther, type Plan, says } from './hearing.ts';
import { alerts } from './intents/alerts.ts';
import { analytics } from './intents/analytics.ts';
import { ask } from './intents/ask.ts';
import { budgetStatus, removeBudget, setBudget } from './intents/budget.ts';
import { correct } from './intents/correct.ts';
import { deleteEntries } from './intents/delete.ts';
import { dismiss } from './intents/dismiss.ts';
import { email } from './intents/email.ts';
import { exportEntries } from './intents/export-entries.ts';
import { followUp } from './intents/follow-up.ts';
import { manageCategory } from './intents/manage-category.ts';
import { preferences } from './intents/preferences.ts';
import { query } from './intents/query.ts';
import { rate } from './intents/rate.ts';
import { record, recordEdited } from './intents/record.ts';
import { recurring } from './intents/recurring.ts';
import { reminders } from './intents/reminders.ts';
import { smallTalk } from './intents/small-talk.ts';
import { redo, undo } from './intents/undo.ts';
import { watchSpending } from './intents/watch.ts';
import { phrases } from './phrases.ts';
import { asks } from './question.ts';

/** Longer messages are no chat: they are answered with a sentence, and cost nothing to read. */
const LONGEST_MESSAGE = 4000;

/** The first rule that knows what a message wants decides. What asks stands before what records. */
const intents: readonly Intent[] = [
  recordEdited,
  email,
  alerts,
  watchSpending,
  reminders((text, { context }) => decide(hear(text, context, [], []))),
  smallTalk,
  dismiss,
  undo,
  redo,
  rate,
  preferences,
  exportEntries,
  recurring,
  analytics,
  setBudget,
  removeBudget,
  query,
  manageCategory,
  followUp,
  budgetStatus,
  deleteEntries,
  unlessAsking(correct),
  ask,
  unlessAsking(record),
];

/** Our own model: reads a message by rules, in five languages, in well under 5 ms; never throws. */
export function createOfflineModel(): Model {
  return { name: 'offline', answer: async (request) => answer(request) };
}

/**
 * Reads a message of each kind in the given languages, so that their expressions are compiled before anybody waits: the
 * first message of a language takes ten times as long as the next. Tens of milliseconds a language; optional.
 */
export function warmUp(languages: readonly Language[] = allLanguages): void {
  for (const defaultLanguage of languages) {
    const context = { ...nobody, defaultLanguage };
    for (const text of samples[defaultLanguage]) decide(hear(text, context, [], []));
  }
}

/** A record, a question, a correction. */
const samples: Readonly<Record<Language, readonly string[]>> = {
  en: ['spent 12.50 on lunch at Nando’s yesterday', 'how much did I spend on food last month?', 'no, it was 15'],
  es: ['gasté 12,50 en el almuerzo ayer', '¿cuánto gasté en comida el mes pasado?', 'no, eran 15'],
  de: ['12,50 für Mittagessen gestern', 'Wie viel habe ich letzten Monat für Essen ausgegeben?', 'nein, es waren 15'],
  fr: ['payé 12,50 de déjeuner hier', 'combien ai-je dépensé en repas le mois dernier ?', "non, c'était 15"],
  pt: ['gastei 12,50 no almoço ontem', 'quanto gastei em comida no mês passado?', 'não, foram 15'],
};

const nobody: ModelContext = {
  today: '2026-01-01',
  timezone: 'UTC',
  currency: 'EUR',
  language: null,
  defaultLanguage: 'en',
  firstDayOfWeek: 1,
  categories: [],
  correcting: [],
  editing: false,
};

function answer(request: ModelRequest): ModelAnswer {
  const { messages, context } = request;
  const at = messages.findLastIndex((message) => message.role === 'user');
  const message = messages[at];
  if (message?.role !== 'user') return saying('');
  const since = messages.slice(at + 1);
  const results = since.filter((later) => later.role === 'tool');
  const calls = since.flatMap((later) => (later.role === 'assistant' ? later.toolCalls : []));
  const language = context.language ?? context.defaultLanguage;
  if (message.text.length > LONGEST_MESSAGE)
    return results.length > 0 ? saying(told(results)) : saying(phrases[language].tooLong);
  const heard = hear(message.text, context, messages.slice(0, at), since);
  if (results.length === 0) return planned(request, heard, decide(heard));
  // One step further only where the first was to look up which entry was meant.
  const lookedUp = calls.length === 1 && calls[0]?.name === 'list_entries' && results.length === 1;
  const next = lookedUp ? decide(heard) : null;
  const goesOn =
    next && 'calls' in next && next.calls.every(({ name }) => name === 'update_entry' || name === 'delete_entries');
  return goesOn ? planned(request, heard, next) : saying(told(results));
}

function decide(heard: Heard): Plan {
  if (!/[\p{L}\p{N}?]/u.test(heard.text)) return { say: phrases[heard.answerIn].notUnderstood };
  for (const intent of intents) {
    const plan = intent(heard);
    if (plan) return plan;
  }
  const say = phrases[heard.answerIn];
  if (asks(heard.folded, heard.lexicon)) return { say: say.cantAnswer };
  return {
    say: /\d/.test(heard.folded) && tellsOfNothingPaid(heard) ? say.notRecorded : say.notUnderstood,
  };
}

/** Wishes, orders to somebody else, what others spent. */
function tellsOfNothingPaid(heard: Heard): boolean {
  const { notDone, others } = heard.lexicon.phrases;
  return says(heard, `${notDone}|${others}`) || ordersOther(heard);
}

function unlessAsking(intent: Intent): Intent {
  return (heard) => (asks(heard.folded, heard.lexicon) ? null : intent(heard));
}

function planned(request: ModelRequest, heard: Heard, plan: Plan): ModelAnswer {
  if ('say' in plan) return saying(plan.say);
  const known = new Set(request.tools.map(({ name }) => name));
  if (plan.calls.some(({ name }) => !known.has(name))) return saying(phrases[heard.answerIn].cantHere);
  const turn = request.messages.length;
  const toolCalls = plan.calls.map(({ name, args }, index) => ({ id: `offline-${turn}-${index}`, name, args }));
  return { text: '', toolCalls, usage: null };
}

/** What the tools said, in their order; an error with what to do about it. */
function told(results: readonly ModelMessage[]): string {
  return results
    .map((result) => {
      if (result.role !== 'tool') return '';
      return 'said' in result.content ? result.content.said : `${result.content.error} ${result.content.hint}`.trim();
    })
    .filter((text) => text !== '')
    .join('\n');
}

function saying(text: string): ModelAnswer {
  return { text, toolCalls: [], usage: null };
}
