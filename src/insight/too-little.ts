/** What a computation answers when the ledger is too young for it: what it would need, instead of a guess. */

export interface TooLittle {
  readonly enough: false;
  /** What there is too little of. */
  readonly unit: 'days' | 'weeks' | 'months' | 'entries' | 'charges' | 'paydays' | 'periods';
  readonly has: number;
  /** The least that would do. */
  readonly needs: number;
}

/** A result marked `enough: true`, or what is missing for one. */
export type Answer<Result> = ({ readonly enough: true } & Result) | TooLittle;

export function tooLittle(unit: TooLittle['unit'], has: number, needs: number): TooLittle {
  return { enough: false, unit, has, needs };
}
