/** The words the model reads, loaded from prompts/*.md once and filled in. */

import { readFileSync } from 'node:fs';
import type { Language } from '../language.ts';
import { type Day, type Weekday, weekdayOf } from '../period.ts';
import { fence } from './data-fence.ts';
import type { ModelContext } from './model.ts';

const weekdays: Record<Weekday, string> = {
  1: 'Monday',
  2: 'Tuesday',
  3: 'Wednesday',
  4: 'Thursday',
  5: 'Friday',
  6: 'Saturday',
  7: 'Sunday',
};

const languageNames: Record<Language, string> = {
  en: 'English',
  es: 'Spanish',
  de: 'German',
  fr: 'French',
  pt: 'Portuguese',
};

/** The system message: the same bytes for everybody first, what changes by person and day last, so that prefixes are cached. */
export function systemPrompt(context: ModelContext): string {
  const parts = [prompt('system'), contextPrompt(context)];
  if (context.correcting.length > 0) {
    parts.push(fill(prompt('correcting'), { entries: fence({ correcting: context.correcting }) }));
  }
  if (context.editing) parts.push(prompt('edited-message'));
  return parts.join('\n\n');
}

/** What a reply with unsupported figures is sent back with, as a message after it. */
export function correctFiguresPrompt(figures: readonly string[]): string {
  return fill(prompt('correct-figures'), { figures: fence({ figures }) });
}

/** How a message that answers nothing is to be said in other words. */
export function phraseLinesPrompt(lines: readonly string[], language: Language): string {
  const values = { language: languageNames[language], count: String(lines.length), lines: fence({ lines }) };
  return fill(prompt('phrase-lines'), values);
}

/** Replaces each {{name}} by its value in one pass, so that a value with braces in it stays as it is. */
export function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{\{(\w+)\}\}/g, (_placeholder, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`A prompt asks for "${name}", which nobody gives it.`);
    return value;
  });
}

function contextPrompt(context: ModelContext): string {
  const categories: Record<'expense' | 'income', string[]> = { expense: [], income: [] };
  for (const { name, kind } of context.categories) categories[kind].push(name);
  return fill(prompt('context'), {
    today: context.today,
    weekday: dayName(context.today),
    timezone: context.timezone,
    currency: context.currency,
    language: languageRule(context),
    firstDayOfWeek: weekdays[context.firstDayOfWeek],
    categories: fence(categories),
  });
}

function languageRule({ language, defaultLanguage }: ModelContext): string {
  if (language) return `${languageNames[language]}, as the person chose`;
  return `the one the person's message is written in, or ${languageNames[defaultLanguage]} when it shows none`;
}

function dayName(day: Day): string {
  return weekdays[weekdayOf(day)];
}

const loaded = new Map<string, string>();

function prompt(name: string): string {
  let text = loaded.get(name);
  if (text === undefined) {
    text = readFileSync(new URL(`../../prompts/${name}.md`, import.meta.url), 'utf8').trim();
    loaded.set(name, text);
  }
  return text;
}
