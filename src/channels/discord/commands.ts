/** The slash commands: as Discord keeps them, and as messages. */

import { ApplicationCommandOptionType, ApplicationCommandType, type REST, Routes } from 'discord.js';
import type { Language } from '../../language.ts';
import { type CommandName, commandNames, descriptions, optionWords, spentQuestions } from './command-words.ts';

/** Discord's locales of the languages that are not its default, English. */
const locales: readonly (readonly [locale: string, language: Language])[] = [
  ['de', 'de'],
  ['es-ES', 'es'],
  ['es-419', 'es'],
  ['fr', 'fr'],
  ['pt-BR', 'pt'],
];
/** What a message may have. */
const MAX_TEXT = 2000;
const needsText: readonly CommandName[] = ['log', 'ask'];

export const commands = commandNames.map((name) => {
  const option = optionWords[name];
  return {
    name,
    type: ApplicationCommandType.ChatInput,
    ...described(descriptions[name]),
    // In servers and in direct messages with the bot.
    contexts: [0, 1],
    options: option
      ? [
          {
            type: ApplicationCommandOptionType.String,
            name: name === 'export' ? 'format' : name === 'link' ? 'code' : 'text',
            ...described(option),
            required: needsText.includes(name),
            ...(name === 'export'
              ? { choices: ['csv', 'json'].map((each) => ({ name: each, value: each })) }
              : { max_length: MAX_TEXT }),
          },
        ]
      : [],
  };
});

function described(words: Readonly<Record<Language, string>>) {
  return {
    description: words.en,
    description_localizations: Object.fromEntries(locales.map(([locale, language]) => [locale, words[language]])),
  };
}

/** Puts the commands in place of those that Discord has, if they differ; true if they did. */
export async function registerCommands(rest: REST, applicationId: string): Promise<boolean> {
  const route = Routes.applicationCommands(applicationId);
  const query = new URLSearchParams({ with_localizations: 'true' });
  const there = (await rest.get(route, { query })) as Record<string, unknown>[];
  const isSame =
    there.length === commands.length && commands.every((command) => there.some((each) => matches(each, command)));
  if (!isSame) await rest.put(route, { body: commands });
  return !isSame;
}

/** Whether all that we say stands there; what Discord adds does not matter. */
function matches(there: unknown, ours: unknown): boolean {
  if (typeof ours !== 'object' || ours === null) return there === ours || (ours === false && there === undefined);
  // Discord leaves empty lists out.
  if (Array.isArray(ours) && ours.length === 0) return there === undefined || (there as unknown[])?.length === 0;
  if (typeof there !== 'object' || there === null) return false;
  if (Array.isArray(ours) && ours.length !== (there as unknown[]).length) return false;
  return Object.entries(ours).every(([name, value]) => matches((there as Record<string, unknown>)[name], value));
}

/** In a server only the person sees the answers to these: codes, and files with all there is. */
export function isForOneself(name: string): boolean {
  return ['link', 'settings', 'export', 'help'].includes(name);
}

/** What the command says, as a person would write it; null for a command that is not ours. */
export function textOfCommand(name: string, given: string, locale: string): string | null {
  const text = given.trim();
  switch (name as CommandName) {
    case 'log':
    case 'ask':
      return text;
    case 'spent': {
      const { start, usually } = spentQuestions[languageOf(locale)];
      return `${start} ${text === '' ? usually : text}`;
    }
    case 'budget':
      return text === '' ? 'budgets' : `budget ${text}`;
    case 'chart':
      return text === '' ? 'chart my spending by category this month' : `chart ${text}`;
    case 'export':
      return `export ${text === '' ? 'csv' : text}`;
    case 'link':
      return `link ${text}`.trim();
    case 'settings':
      return text === '' ? 'settings' : text;
    case 'undo':
    case 'help':
      return name;
    default:
      return null;
  }
}

function languageOf(locale: string): Language {
  return locales.find(([each]) => each === locale)?.[1] ?? 'en';
}
