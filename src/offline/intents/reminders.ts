/** Reminders, and questions that come back: "remind me …", "every Friday at 6 show me …". */

import { foldInPlace } from '../../domain/fold.ts';
import { type CadenceReading, maySayAgain, readCadence } from '../cadence/read-cadence.ts';
import { begins, type Heard, type Intent, type Plan, queryTools, says } from '../hearing.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { anywhere, atStart, whole } from '../lexicon/patterns.ts';
import { type ReminderPatterns, reminderPatterns } from '../lexicon/reminders-patterns.ts';
import { asks } from '../question.ts';

/** Tools that look things up and change nothing. */
const readingTools: ReadonlySet<string> = new Set([
  ...queryTools,
  'recommend_budgets',
  'what_if',
  'query_ledger',
  'export_entries',
]);

/** `read` says what the model would do about a message of its own. */
export function reminders(read: (text: string, heard: Heard) => Plan): Intent {
  return (heard) => {
    const patterns = reminderPatterns[heard.language];
    return managed(heard, patterns) ?? reminded(heard, patterns) ?? comesBack(heard, patterns, read);
  };
}

function plan(args: Readonly<Record<string, unknown>>): Plan {
  return { calls: [{ name: 'reminders', args }] };
}

/** "my reminders", "stop reminder 2", "change reminder 1 to 8 in the morning". */
function managed(heard: Heard, patterns: ReminderPatterns): Plan | null {
  const said = heard.said.replace(/^\//, '').replace(/[\s.!?]+$/, '');
  if (whole(patterns.list).test(said)) return plan({ action: 'list' });
  for (const action of ['stop', 'skip', 'change'] as const) {
    if (!begins(heard, patterns[action])) continue;
    const reading = action === 'change' ? newTimes(heard) : null;
    const text = reading?.rest ?? heard.text;
    const which = behind(text, patterns[action], patterns.of, heard.lexicon);
    if (which === null) continue;
    const named = which === '' ? {} : { which: action === 'change' ? withoutTo(which) : which };
    if (action !== 'change') return plan({ action, ...named });
    return reading && plan({ action, ...named, ...otherTimes(reading) });
  }
  return null;
}

/** "change reminder 2 to": what led to the new time is no part of its name. */
function withoutTo(which: string): string {
  return which.replace(/(?:^|\s+)(?:to|for|a|para|pra|auf|à|au|pour|em)$/iu, '');
}

/** "to 8 in the morning" is "at 8" there, in the languages that put it so. */
function newTimes(heard: Heard): CadenceReading | null {
  const text = heard.text.replace(/(?<=\s)(?:to|auf|para)(?=\s\d)/iu, (lead) => timeLeads[lead.toLowerCase()] ?? lead);
  return when({ ...heard, text });
}

const timeLeads: Readonly<Record<string, string>> = { to: 'at', auf: 'um', para: 'às' };

function otherTimes({ args }: CadenceReading) {
  const { repeats, at, on, inMinutes } = args;
  const isTimeAlone = repeats === 'once' && on === undefined && inMinutes === undefined && at !== undefined;
  return isTimeAlone ? { at } : { when: args };
}

/** "remind me to log cash every evening at 9"; without a time the tool says what is missing. */
function reminded(heard: Heard, patterns: ReminderPatterns): Plan | null {
  if (!says(heard, patterns.remind)) return null;
  const reading = when(heard);
  const text = behind(reading?.rest ?? heard.text, patterns.remind, patterns.of, heard.lexicon);
  if (text === null) return null;
  const what = heard.language === 'de' ? withoutZu(text) : text;
  return plan({ action: 'add', kind: 'reminder', text: what, ...(reading ? { when: reading.args } : {}) });
}

/** "Bargeld zu notieren" and "die Bank anzurufen" are things to note and to call by themselves. */
function withoutZu(text: string): string {
  return text
    .replace(/ zu (?=\p{L}+n$)/u, ' ')
    .replace(/(?<=^| )(an|ab|auf|aus|bei|ein|fest|hin|mit|nach|um|vor|weg|zurück)zu(?=\p{L}+n$)/u, '$1');
}

/** "every Friday at 6 show me dining vs last week": a question that could be asked now, and when to ask it. */
function comesBack(heard: Heard, patterns: ReminderPatterns, read: (text: string, heard: Heard) => Plan): Plan | null {
  // Most messages name no day at all, which is seen at once.
  if (heard.dates.length === 0 && !maySayAgain(heard.folded, heard.language)) return null;
  const reading = readCadence(heard.text, { language: heard.language, today: heard.context.today });
  if (!reading || reading.isLoose || reading.rest === '' || !isMeantToComeBack(heard, reading, patterns)) return null;
  const answered = read(reading.rest, heard);
  if (!('calls' in answered) || answered.calls.length === 0) return null;
  if (!answered.calls.every(({ name, args }) => readingTools.has(name) || isListing(name, args))) return null;
  return plan({ action: 'add', kind: 'question', text: reading.rest, when: reading.args });
}

function isListing(name: string, { action }: Readonly<Record<string, unknown>>): boolean {
  return (name === 'goals' || name === 'recurring_entries') && action === 'list';
}

/**
 * "How much do I spend every month?" asks about months; "every month on the 1st: monthly report" and "… every Friday at
 * 6" ask again and again.
 */
function isMeantToComeBack(heard: Heard, reading: CadenceReading, { each }: ReminderPatterns): boolean {
  const { args, start, end, isTogether } = reading;
  const folded = foldInPlace(heard.text);
  const before = withoutOpeners(folded.slice(0, start), heard.lexicon);
  if (args.repeats === 'once') {
    const isAhead = args.on !== undefined && args.on > heard.context.today && args.at !== undefined;
    return isAhead && before === '' && asks(foldInPlace(reading.rest), heard.lexicon);
  }
  if (isTogether && args.at !== undefined && folded.slice(start, end).match(/\d/)) return true;
  if (before !== '' || /^['’]/.test(folded.slice(end)) || !anywhere(each).test(folded.slice(start, end))) return false;
  // "Each month spending": a bare unit of time may be what it is to be shown by.
  const isBare = args.day === undefined && args.weekdays === undefined && args.month === undefined;
  return !isBare || asks(foldInPlace(reading.rest), heard.lexicon);
}

/** When something is meant: an adjective alone ("the monthly report") only where it is no part of what is said. */
function when(heard: Heard): CadenceReading | null {
  const reading = readCadence(heard.text, { language: heard.language, today: heard.context.today });
  if (!reading?.isLoose) return reading;
  const behindIt = heard.text.slice(reading.end).replace(/[\s.!]+$/, '');
  return behindIt === '' ? reading : null;
}

/** What stands behind an order that the text begins with; null where it does not. */
function behind(text: string, order: string, of: string, lexicon: Lexicon): string | null {
  const folded = foldInPlace(text);
  const said = withoutOpeners(folded, lexicon);
  const found = atStart(order).exec(said);
  if (!found) return null;
  let left = said.slice(found[0].length).replace(/^[\s,:.;–-]+/, '');
  // "A reminder for Friday to send the invoice": once its time is gone, there are two.
  for (let words = 0; words < 2; words++) {
    const glue = atStart(of).exec(left);
    if (glue) left = left.slice(glue[0].length).replace(/^[\s,:;–-]+/, '');
  }
  const { length } = left.replace(/^d'/, '');
  return text
    .slice(text.length - length)
    .replace(/^["“„«]|["”“»]?[\s.,;:!]*$/gu, '')
    .trim();
}

/** Folded text without "hi", "please" and "can you" at its beginning. */
function withoutOpeners(folded: string, { phrases }: Lexicon): string {
  const opener = atStart(`(?:${phrases.opener}|${phrases.polite})`);
  let said = folded.replace(/^[\s¿¡!,.:;/-]+/, '');
  for (let words = 0; words < 4; words++) {
    const found = opener.exec(said);
    if (!found) break;
    said = said.slice(found[0].length).replace(/^[\s,.!:;-]+/, '');
  }
  return said;
}
