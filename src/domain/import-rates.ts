/** The European Central Bank's reference rates, from the file that it publishes, for everybody. */

import { InputError } from '../errors.ts';
import { isCurrency, parseRate } from '../money.ts';
import { addDays, parseDay } from '../period.ts';
import type { Database } from '../store/database.ts';
import { ledgersWithForeignEntries } from '../store/ledgers.ts';
import { type RateRow, saveSharedRates, sharedRatesAgainst } from '../store/rates.ts';
import { followRates } from './home-currency.ts';
import { COMMON_BASE, SHARED_RATE_DAYS } from './rates.ts';

const hint =
  'It takes eurofxref-hist.csv, as unpacked from https://www.ecb.europa.eu/stats/eurofxref/eurofxref-hist.zip.';

/**
 * Reads eurofxref-hist.csv: a line "Date,USD,JPY,…,", then a day and what one euro cost on it a line, N/A where it has no
 * rate. Currencies that are no more are left out. Gives the rates oldest first. Throws an InputError that names the line.
 */
export function readRatesFile(text: string): RateRow[] {
  const [head = '', ...lines] = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const [title, ...currencies] = cellsOf(head);
  if (title !== 'Date' || !currencies.some(isCurrency)) throw new InputError('Line 1 is no heading of rates.', hint);
  const rows: RateRow[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const [date = '', ...cells] = cellsOf(line);
    try {
      if (cells.length !== currencies.length) {
        const than = cells.length < currencies.length ? 'fewer' : 'more';
        throw new InputError(`It has ${than} cells than the heading.`, hint);
      }
      const day = parseDay(date);
      for (const [column, quote] of currencies.entries()) {
        const rate = cells[column] ?? '';
        if (!isCurrency(quote) || rate === 'N/A' || rate === '') continue;
        parseRate(rate);
        rows.push({ base: COMMON_BASE, quote, day, rate });
      }
    } catch (error) {
      if (error instanceof InputError) throw new InputError(`Line ${index + 2}: ${error.message}`, hint);
      throw error;
    }
  }
  if (rows.length === 0) throw new InputError('There is not one rate in it.', hint);
  return rows.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

/** Each line of the bank's file ends in a comma, behind which there is no cell. */
function cellsOf(line: string): string[] {
  return line
    .replace(/,\s*$/, '')
    .split(',')
    .map((cell) => cell.trim());
}

export interface ImportedRates {
  readonly added: number;
  readonly changed: number;
  /** Entries that are worth something else now, or anything at all, and the ledgers that they are in. */
  readonly entries: number;
  readonly ledgers: number;
}

/** So many rates a transaction: nobody who writes waits long. */
const BATCH = 5_000;

/**
 * Keeps the rates (oldest first, against the euro) for everybody, then revalues ledger by ledger what lies in their time.
 * Broken off, it is made whole by the next run; a second run with the same rates changes nothing.
 */
export async function importRates(database: Database, rates: readonly RateRow[]): Promise<ImportedRates> {
  let [added, changed, entries, ledgers] = [0, 0, 0, 0];
  for (let start = 0; start < rates.length; start += BATCH) {
    const batch = rates.slice(start, start + BATCH);
    const [first, last] = [batch[0] as RateRow, batch.at(-1) as RateRow];
    const kept = await database.transaction(async (tx) => {
      const known = await sharedRatesAgainst(tx, COMMON_BASE, first.day, last.day);
      const different = batch.filter(({ quote, day, rate }) => known.get(`${quote} ${day}`) !== rate);
      await saveSharedRates(tx, different);
      const isNew = different.filter(({ quote, day }) => !known.has(`${quote} ${day}`));
      return { added: isNew.length, changed: different.length - isNew.length };
    });
    added += kept.added;
    changed += kept.changed;
  }
  const [oldest, newest] = [rates[0], rates.at(-1)];
  if (!oldest || !newest) return { added, changed, entries, ledgers };
  const period = { from: oldest.day, to: addDays(newest.day, SHARED_RATE_DAYS) };
  for (const id of await ledgersWithForeignEntries(database.client, period.from, period.to)) {
    const revised = await database.transaction((tx) => followRates(tx, id, period));
    entries += revised;
    if (revised > 0) ledgers += 1;
  }
  return { added, changed, entries, ledgers };
}
