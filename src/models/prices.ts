/** What a model's tokens cost, in whole millionths of a US dollar. */

import { InputError } from '../errors.ts';
import type { TokenUsage } from './model.ts';

/** US dollars for a million tokens, as plain decimal strings: "0.40". */
export interface ModelPrices {
  readonly input: string;
  readonly cachedInput: string;
  readonly output: string;
}

/**
 * What the tokens cost, in millionths of a US dollar, rounded half up. A price of x dollars for a million tokens
 * is x millionths of a dollar for one, so that no unit has to be converted. Throws an InputError for a price that
 * is no decimal number.
 */
export function costMicros(usage: TokenUsage, prices: ModelPrices): bigint {
  const [input, cachedInput, output] = [prices.input, prices.cachedInput, prices.output].map(readPrice);
  if (!input || !cachedInput || !output) throw new Error('unreachable: three prices in, three out');
  const digits = Math.max(input.digits, cachedInput.digits, output.digits);
  const cached = Math.min(usage.cachedInputTokens, usage.inputTokens);
  const cost = (price: Price, tokens: number) => price.units * 10n ** BigInt(digits - price.digits) * BigInt(tokens);
  const total = cost(input, usage.inputTokens - cached) + cost(cachedInput, cached) + cost(output, usage.outputTokens);
  const scale = 10n ** BigInt(digits);
  return (total + scale / 2n) / scale;
}

/** units / 10^digits dollars for a million tokens. */
interface Price {
  readonly units: bigint;
  readonly digits: number;
}

function readPrice(decimal: string): Price {
  const match = /^(\d{1,9})(?:\.(\d{1,12}))?$/.exec(decimal);
  if (!match) {
    throw new InputError(
      `"${decimal.slice(0, 24)}" is not a price.`,
      'Write US dollars for a million tokens, like 0.40.',
    );
  }
  const fraction = match[2] ?? '';
  return { units: BigInt((match[1] ?? '') + fraction), digits: fraction.length };
}
