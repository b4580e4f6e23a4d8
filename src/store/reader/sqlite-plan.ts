/** What a plan of SQLite's says about the rows that it reads. */

/**
 * Does a step read every entry of the ledger? They are always reached by an index that begins with the ledger; without
 * a day, a category or the like beside it, the step reads all of them, deleted ones as well.
 */
export function readsWholeLedger(step: string): boolean {
  return /^(SCAN|SEARCH) entry\b/.test(step) && !/\(ledgerId=\? AND /.test(step);
}
