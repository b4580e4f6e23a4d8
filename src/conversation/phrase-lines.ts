/** What is said unasked, in the connected model's words: each line is held against the one that code wrote. */

import type { Phrase, Phrased } from '../alerts/phrase.ts';
import { preferencesOf } from '../domain/preferences.ts';
import { PlatformError } from '../errors.ts';
import type { ModelRequest, TokenUsage } from '../models/model.ts';
import { phraseLinesPrompt } from '../models/prompts.ts';
import { dayAt } from '../period.ts';
import { unsupportedFigures } from './figures.ts';
import type { House } from './house.ts';
import { chooseModel, countCalls } from './model-choice.ts';

/** Nobody waits for it, but a run may not last for ever. In milliseconds. */
export const PHRASE_MILLISECONDS = 20_000;
/** A line may grow by so much in other words; what grows more says more. */
const LONGEST = { times: 1.5, more: 40 };

/** With no model connected, or a person's limit for the month reached, nothing is asked. */
export function phraseBy(house: House): Phrase {
  return async ({ lines, language, personId, occasion, now }, signal) => {
    const { calls, onUsage } = countCalls(house, { personId, turnId: occasion });
    const nothing: Phrased = { of: lines, lines: null, calls };
    const asked = house.clock.leaseTime();
    try {
      const { model } = await chooseModel(house, personId, now);
      if (model === house.offline || lines.length === 0 || lines.some((line) => line.includes('\n'))) return nothing;
      const over = AbortSignal.any([signal, AbortSignal.timeout(PHRASE_MILLISECONDS)]);
      const answer = await model.answer({ ...requestFor(house, lines, language, now), signal: over });
      if (answer.usage) onUsage(model, answer.usage, house.clock.leaseTime() - asked);
      const said = answer.toolCalls.length > 0 ? [] : linesOf(answer.text);
      const isRight =
        said.length === lines.length && lines.every((line, index) => saysTheSame(line, said[index] ?? ''));
      return { of: lines, lines: isRight ? said : null, calls };
    } catch (error) {
      const usage = error instanceof PlatformError && 'usage' in error ? (error.usage as TokenUsage | null) : null;
      if (usage && house.connected) onUsage(house.connected.model, usage, house.clock.leaseTime() - asked);
      if (error instanceof PlatformError || error instanceof DOMException) return nothing;
      house.log.warn({ err: error }, 'a message could not be phrased; it goes out in Purser’s own words');
      return nothing;
    }
  };
}

function requestFor(
  house: House,
  lines: readonly string[],
  language: NonNullable<ModelRequest['context']['language']>,
  now: Parameters<Phrase>[0]['now'],
): ModelRequest {
  const { defaults } = house;
  const unset = { id: '', name: null, currency: null, timezone: null, language, firstDayOfWeek: null };
  const { timezone, currency, firstDayOfWeek } = preferencesOf(unset, defaults);
  return {
    instructions: phraseLinesPrompt(lines, language),
    context: {
      ...{ timezone, currency, language, firstDayOfWeek, defaultLanguage: defaults.language },
      ...{ today: dayAt(now, timezone), categories: [], correcting: [], editing: false },
    },
    messages: [{ role: 'user', text: lines.length === 1 ? 'The line, please.' : 'The lines, please.' }],
    tools: [],
  };
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

/** Whether all figures of the one are in the other, both ways, and nothing else came along that a reader could follow. */
function saysTheSame(line: string, said: string): boolean {
  if (said.length > line.length * LONGEST.times + LONGEST.more) return false;
  if (/https?:|www\.|[<>`\p{Cc}]/iu.test(said) && !/https?:|www\.|[<>`]/iu.test(line)) return false;
  return unsupportedFigures(said, [line]).length === 0 && unsupportedFigures(line, [said]).length === 0;
}
