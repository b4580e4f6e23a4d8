/** One message as the rules of the offline model hear it, and what a rule answers. */

import { foldInPlace } from '../domain/fold.ts';
import type { Language } from '../language.ts';
import type { ModelContext, ModelMessage, ToolCall } from '../models/model.ts';
import { cleanText } from './clean-text.ts';
import { type DateReading, readDates } from './dates/read-dates.ts';
import { lexicons } from './lexicon/all-lexicons.ts';
import type { Lexicon } from './lexicon/lexicon.ts';
import { anywhere, atStart } from './lexicon/patterns.ts';
import { mend } from './mend.ts';
import { asks } from './question.ts';
import { readLanguage } from './read-language.ts';

/** An entry that earlier results in the conversation told of. */
export interface KnownEntry {
  readonly id: string;
  /** Note, merchant and category, folded, to be found by. */
  readonly words: string;
}

export interface Heard {
  /** The message in NFC, control characters and runs of spaces made single spaces; lines kept. */
  readonly text: string;
  readonly folded: string;
  /** The message without "hi", "please" and the like at its beginning. */
  readonly said: string;
  readonly language: Language;
  readonly lexicon: Lexicon;
  /** The language to answer in. */
  readonly answerIn: Language;
  readonly context: ModelContext;
  readonly dates: readonly DateReading[];
  /** Newest first. */
  readonly known: readonly KnownEntry[];
  /** The ids of a list that the latest answer showed. */
  readonly shown: readonly string[];
  /** What the latest messages recorded, newest first, in folded words; the newest is what "last" means. */
  readonly recorded: readonly string[];
  /** Whether the latest messages recorded or changed something that a correction may be about. */
  readonly changed: boolean;
  /** Entries were looked up in this very turn: looking again would find the same. */
  readonly looked: boolean;
  /** The last question asked of a tool in earlier messages. */
  readonly lastQuery: ToolCall | null;
  /** The name of the last tool called in earlier messages, whatever it did. */
  readonly lastTool: string | null;
}

export interface PlannedCall {
  readonly name: string;
  readonly args: Readonly<Record<string, unknown>>;
}

/** What to do about a message: call tools, or say something. */
export type Plan = { readonly calls: readonly PlannedCall[] } | { readonly say: string };

/** A rule: null when the message is none of its business. */
export type Intent = (heard: Heard) => Plan | null;

const changingTools: ReadonlySet<string> = new Set([
  'record_entries',
  'update_entry',
  'delete_entries',
  'undo',
  'redo',
]);
/** Tools that answer questions which later messages may vary. */
export const queryTools: ReadonlySet<string> = new Set([
  'spending_summary',
  'list_entries',
  'budget_status',
  'spending_trends',
  'category_insights',
  'year_over_year',
  'monthly_report',
  'budget_vs_actual',
  'spending_patterns',
  'find_unusual',
  'find_recurring',
  'forecast_spending',
]);

/** Reads a message in its conversation; `earlier` are the messages before it, `results` the tool messages after it. */
export function hear(
  text: string,
  context: ModelContext,
  earlier: readonly ModelMessage[],
  results: readonly ModelMessage[],
): Heard {
  const written = cleanText(text);
  const language = readLanguage(written, context.language ?? context.defaultLanguage);
  const lexicon = lexicons[language];
  const clean = mend(written, language, !/\d/.test(written) || asks(foldInPlace(written), lexicon));
  const folded = foldInPlace(clean);
  return {
    text: clean,
    folded,
    said: withoutOpeners(folded, lexicon),
    language,
    lexicon,
    answerIn: context.language ?? language,
    context,
    dates: readDates(clean, {
      today: context.today,
      firstDayOfWeek: context.firstDayOfWeek,
      language,
      currency: context.currency,
      bareYears: asks(folded, lexicon),
    }),
    known: knownEntries([...earlier, ...results]),
    shown: shownEntries(earlier),
    recorded: recordedEntries(earlier),
    changed: earlier.some(
      (message) => message.role === 'assistant' && message.toolCalls.some(({ name }) => changingTools.has(name)),
    ),
    looked: results.some((message) => message.role === 'tool' && message.name === 'list_entries'),
    lastQuery: lastQuery(earlier),
    lastTool: earlier.findLast((message) => message.role === 'tool')?.name ?? null,
  };
}

/** Whether the pattern stands anywhere in the message. */
export function says(heard: Heard, pattern: string): boolean {
  return pattern !== '' && anywhere(pattern).test(heard.folded);
}

/** Whether the message, its openers aside, begins with the pattern. */
export function begins(heard: Heard, pattern: string): boolean {
  return pattern !== '' && atStart(pattern).test(heard.said);
}

/** "send 20 to Ana", "set an alarm": an order that is none of ours. "Viré 20" tells of the past, by its accent. */
export function ordersOther(heard: Heard): boolean {
  // Spanish and Portuguese are easily taken for each other where a message is short.
  const near: readonly Language[] = /^(?:es|pt)$/.test(heard.language) ? ['es', 'pt'] : [heard.language];
  const orders = near.some((language) =>
    atStart(`(?:${lexicons[language].phrases.otherOrder})(?:(?<=[\\s\\d])|(?![\\p{L}\\p{N}])).*`).test(heard.said),
  );
  return orders && !writtenInPast(heard);
}

/** Whether the first word ends in the accent that makes a past of an order in the Romance languages: "viré", "envié". */
export function writtenInPast(heard: Heard): boolean {
  const written = heard.text.slice(heard.text.length - heard.said.length).split(' ', 1)[0] ?? '';
  return /[éí]s?$|ée/iu.test(written);
}

function withoutOpeners(folded: string, lexicon: Lexicon): string {
  const opener = atStart(`¿|¡|(?:${lexicon.phrases.opener}|${lexicon.phrases.polite})`);
  let said = folded.replace(/^[\s¿¡!,.:;"'(-]+/, '');
  for (let words = 0; words < 5; words++) {
    const match = opener.exec(said);
    const rest = match ? said.slice(match[0].length).replace(/^[\s¿¡!,.:;-]+/, '') : said;
    if (!match || rest === '') break;
    said = rest;
  }
  return said;
}

function knownEntries(messages: readonly ModelMessage[]): KnownEntry[] {
  const known = new Map<string, KnownEntry>();
  for (const message of [...messages].reverse()) {
    if (message.role !== 'tool' || !('data' in message.content)) continue;
    const { entries } = message.content.data;
    if (!Array.isArray(entries)) continue;
    const newestFirst = message.name === 'list_entries' ? entries : [...entries].reverse();
    for (const entry of newestFirst as Record<string, unknown>[]) {
      const id = entry && typeof entry === 'object' ? entry.id : null;
      if (typeof id !== 'string' || known.has(id)) continue;
      const words = [entry.note, entry.merchant, entry.category].filter((part) => typeof part === 'string');
      known.set(id, { id, words: foldInPlace(words.join(' ')) });
    }
  }
  return [...known.values()];
}

/** The rows of the latest call, when it listed some. */
function shownEntries(messages: readonly ModelMessage[]): string[] {
  const latest = messages.findLast((message) => message.role === 'tool');
  if (latest?.role !== 'tool' || latest.name !== 'list_entries' || !('data' in latest.content)) return [];
  const { entries } = latest.content.data;
  const ids = Array.isArray(entries) ? (entries as { id?: unknown }[]).map((entry) => entry?.id) : [];
  return ids.filter((id) => typeof id === 'string');
}

function recordedEntries(messages: readonly ModelMessage[]): string[] {
  return messages
    .flatMap((message) => (message.role === 'assistant' ? message.toolCalls : []))
    .filter(({ name, args }) => name === 'record_entries' && Array.isArray(args.entries))
    .flatMap(({ args }) => args.entries as Record<string, unknown>[])
    .map((entry) =>
      foldInPlace([entry?.note, entry?.merchant, entry?.category].filter((part) => typeof part === 'string').join(' ')),
    )
    .reverse();
}

function lastQuery(messages: readonly ModelMessage[]): ToolCall | null {
  for (const message of [...messages].reverse()) {
    if (message.role !== 'assistant') continue;
    const query = message.toolCalls.findLast((call) => queryTools.has(call.name));
    if (query) return query;
  }
  return null;
}
