/** What Discord asks of application commands. */

import { FormCheck } from './api-error.ts';
import type { Body } from './message-rules.ts';

/** Locales that Discord knows. */
export const LOCALES = (
  'id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th zh-CN ja ' +
  'zh-TW ko'
).split(' ');
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const STRING = 3;
const OPTION_TYPES = [STRING, 4, 5, 6, 7, 8, 9, 10, 11];

/** Throws the refusal that Discord would answer with. */
export function checkCommands(commands: unknown): asserts commands is Body[] {
  const check = new FormCheck();
  if (check.list([], commands, 100)) {
    for (const [index, command] of (commands as Body[]).entries()) checkCommand(check, index, command);
    const names = (commands as Body[]).map((command) => command.name);
    for (const [index, name] of names.entries()) {
      if (names.indexOf(name) < index) {
        check.fault([index], 'APPLICATION_COMMANDS_DUPLICATE_NAME', 'Application command names must be unique');
      }
    }
  }
  check.finish();
}

function checkCommand(check: FormCheck, index: number, command: Body): void {
  checkName(check, [index, 'name'], command.name);
  checkLocalizations(check, [index, 'name_localizations'], command.name_localizations, (path, value) =>
    checkName(check, path, value),
  );
  checkDescription(check, [index], command);
  if (command.contexts !== undefined && command.contexts !== null) {
    for (const [number, context] of (command.contexts as unknown[]).entries()) {
      check.choice([index, 'contexts', number], context, [0, 1, 2]);
    }
  }
  if (command.options !== undefined && check.list([index, 'options'], command.options, 25)) {
    const options = command.options as Body[];
    for (const [number, option] of options.entries()) {
      const at = [index, 'options', number];
      check.choice([...at, 'type'], option.type, OPTION_TYPES);
      checkName(check, [...at, 'name'], option.name);
      checkDescription(check, at, option);
      if (option.max_length !== undefined && (Number(option.max_length) < 1 || Number(option.max_length) > 6000)) {
        check.fault([...at, 'max_length'], 'NUMBER_TYPE_MAX', 'int value should be less than or equal to 6000.');
      }
      if (option.choices !== undefined) check.list([...at, 'choices'], option.choices, 25);
      if (option.required && options.slice(0, number).some((before) => !before.required)) {
        const message = 'Required options must be placed before non-required options';
        check.fault(at, 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID', message);
      }
    }
  }
  if (sizeOf(command) > 8000) {
    check.fault([index], 'APPLICATION_COMMAND_TOO_LARGE', 'Command exceeds maximum size (8000)');
  }
}

function checkName(check: FormCheck, path: (string | number)[], name: unknown): void {
  if (typeof name !== 'string' || !NAME.test(name) || name !== name.toLowerCase()) {
    check.fault(path, 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid');
  }
}

function checkDescription(check: FormCheck, at: (string | number)[], body: Body): void {
  check.text([...at, 'description'], body.description ?? '', 100, 1);
  checkLocalizations(check, [...at, 'description_localizations'], body.description_localizations, (path, value) =>
    check.text(path, value, 100, 1),
  );
}

function checkLocalizations(
  check: FormCheck,
  path: (string | number)[],
  localizations: unknown,
  each: (path: (string | number)[], value: unknown) => void,
): void {
  for (const [locale, value] of Object.entries((localizations ?? {}) as Body)) {
    check.choice([...path, locale], locale, LOCALES);
    each([...path, locale], value);
  }
}

/** Names, descriptions and values together, the longest of the translations counting. */
function sizeOf(body: Body): number {
  const longest = (field: string) =>
    Math.max(
      String(body[field] ?? '').length,
      ...Object.values((body[`${field}_localizations`] ?? {}) as Record<string, string>).map((text) => text.length),
    );
  const options = ((body.options ?? []) as Body[]).reduce((sum, option) => sum + sizeOf(option), 0);
  const choices = ((body.choices ?? []) as Body[]).reduce((sum, choice) => sum + sizeOf(choice), 0);
  return longest('name') + longest('description') + String(body.value ?? '').length + options + choices;
}
