/** What can't be kept as it is written is refused before any tool is called, with what to write instead. */

import { InputError } from '../errors.ts';
import { currencyDigits, parseMoney } from '../money.ts';
import { parseDay } from '../period.ts';
import type { Heard } from './hearing.ts';
import { phrases } from './phrases.ts';

export interface Kept {
  readonly amount?: string;
  readonly currency?: string;
  readonly date?: string;
  readonly note?: string;
  readonly merchant?: string;
}

/** The sentence that refuses the first amount or day that can't be; null when all can. */
export function refusal(heard: Heard, entries: readonly Kept[]): string | null {
  for (const entry of entries) {
    const said = refuseOne(heard, entry);
    if (said !== null) return said;
  }
  return null;
}

function refuseOne(heard: Heard, entry: Kept): string | null {
  const { amount, currency = heard.context.currency, date } = entry;
  const say = phrases[heard.answerIn];
  try {
    if (amount !== undefined) {
      if (/^-|^[0.]+$/.test(amount)) return say.notAboveZero(amount, entry.note ?? entry.merchant ?? '');
      parseMoney(amount, currency);
      // 1.500 fits a currency with cents, yet as many people mean fifteen hundred by it as one and a half.
      if (/\.\d\d0$/.test(amount) && currencyDigits(currency) === 2)
        return say.twoReadings(amount, amount.slice(0, -1), amount.replace('.', ''));
    }
    if (date !== undefined) parseDay(date);
  } catch (error) {
    if (error instanceof InputError) return `${error.message} ${error.hint}`;
    throw error;
  }
  return null;
}
