/** Sums to be worked out: nothing was bought. */

/** "2+2", "500 x 25", "12 / 4": an operator between two numbers, the text folded. */
export function isArithmetic(folded: string): boolean {
  return /\d ?[+*×÷=^] ?\d|\d \/ \d|\d+ [x-] \d+(?![\p{L}\d.,/-])|\d x \d/u.test(folded);
}
