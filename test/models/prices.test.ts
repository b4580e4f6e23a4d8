import fc from 'fast-check';
import { expect, test } from 'vitest';
import { costMicros } from '../../src/models/prices.ts';

const prices = { input: '0.40', cachedInput: '0.10', output: '1.60' };

test.each([
  [{ inputTokens: 0, cachedInputTokens: 0, outputTokens: 0 }, 0n],
  [{ inputTokens: 1_000_000, cachedInputTokens: 0, outputTokens: 0 }, 400_000n],
  [{ inputTokens: 1_000_000, cachedInputTokens: 1_000_000, outputTokens: 0 }, 100_000n],
  [{ inputTokens: 1000, cachedInputTokens: 600, outputTokens: 50 }, 300n],
  // 0.4 rounds down, 0.5 up.
  [{ inputTokens: 1, cachedInputTokens: 0, outputTokens: 0 }, 0n],
  [{ inputTokens: 5, cachedInputTokens: 5, outputTokens: 0 }, 1n],
  // More from the cache than there was: no price below zero.
  [{ inputTokens: 10, cachedInputTokens: 1000, outputTokens: 0 }, 1n],
])('%j costs %s', (usage, micros) => {
  expect(costMicros(usage, prices)).toBe(micros);
});

test('is exact for any price and count', () => {
  const price = fc.bigInt({ min: 0n, max: 10n ** 9n });
  const tokens = fc.nat(10 ** 9);
  const decimal = (nanos: bigint) => `${nanos / 10n ** 6n}.${(nanos % 10n ** 6n).toString().padStart(6, '0')}`;
  fc.assert(
    fc.property(price, price, price, tokens, tokens, tokens, (input, cachedInput, output, fresh, cached, out) => {
      const usage = { inputTokens: fresh + cached, cachedInputTokens: cached, outputTokens: out };
      const exact = input * BigInt(fresh) + cachedInput * BigInt(cached) + output * BigInt(out);
      const given = { input: decimal(input), cachedInput: decimal(cachedInput), output: decimal(output) };
      expect(costMicros(usage, given)).toBe((exact + 500_000n) / 1_000_000n);
    }),
  );
});

test.each(['', '-1', '1e3', '0,40', '$1', '1.', 'free'])('refuses %j as a price', (bad) => {
  const usage = { inputTokens: 1, cachedInputTokens: 0, outputTokens: 1 };
  expect(() => costMicros(usage, { ...prices, output: bad })).toThrow('is not a price');
});
