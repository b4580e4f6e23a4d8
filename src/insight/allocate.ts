/** Divides an amount so that nothing is lost in rounding. */

/**
 * Whole parts of `total` in proportion to `weights`, which must not be negative: each the exact share rounded down, and
 * what is left over goes one by one to the largest remainders (Hamilton 1792), the first of equal ones first. The
 * parts sum to `total`; with no weight at all they are zero.
 */
export function allocate(total: number, weights: readonly number[]): number[] {
  const whole = weights.map((weight) => BigInt(Math.round(weight)));
  const sum = whole.reduce((all, weight) => all + weight, 0n);
  if (sum === 0n) return weights.map(() => 0);
  const shares = whole.map((weight) => BigInt(total) * weight);
  const parts = shares.map((share) => Number(share / sum));
  const over = total - parts.reduce((all, part) => all + part, 0);
  const byRemainder = shares.map((share, index) => ({ index, remainder: share % sum }));
  byRemainder.sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1));
  for (const { index } of byRemainder.slice(0, over)) parts[index] = (parts[index] ?? 0) + 1;
  return parts;
}
