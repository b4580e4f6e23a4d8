/** Writing what an operation changes: the records, what entries are worth, and the sums, all in its transaction. */

import type { Queries } from '../store/database.ts';
import { adjustTotals, type CountedEntry, countedEntries } from '../store/keep-totals.ts';
import { type Image, writeEntries, writeRecord } from '../store/records.ts';
import type { Asker } from './asker.ts';
import { followRates, homeCurrency, revalue } from './home-currency.ts';
import type { PlannedChange } from './planned-change.ts';
import { valuesAtHome } from './rates.ts';
import { writeSchedule } from './write-schedule.ts';

/** Writes the changes of the asker's ledger in their order, the entries among them last. */
export async function writeChanges(db: Queries, asker: Asker, changes: readonly PlannedChange[]): Promise<void> {
  const { ledgerId } = asker;
  // First of all, so that what it gave the ledger is there to be changed, and to come back with an undo.
  const home = await homeCurrency(db, ledgerId, asker.homeCurrency);
  const entries: PlannedChange[] = [];
  for (const change of changes) {
    if (change.entity === 'entry') entries.push(change);
    else if (change.entity === 'schedule') await writeSchedule(db, change.id, change.after, asker.now);
    else await writeRecord(db, change.entity, change.id, change.after);
  }
  if (entries.length > 0) await writeCounted(db, ledgerId, home, entries);
  if (changes.some(({ entity }) => entity === 'ledger')) await revalue(db, ledgerId);
  else await revalueByRates(db, ledgerId, home, changes);
}

async function writeCounted(
  db: Queries,
  ledgerId: string,
  home: string,
  changes: readonly PlannedChange[],
): Promise<void> {
  const known = changes.filter(({ before }) => before !== null).map(({ id }) => id);
  const before = await countedEntries(db, known);
  const images = changes.map(({ id, before, after }) => {
    if (after === null) throw new Error(`entry ${id} would lose its row`);
    return { image: after, isNew: before === null };
  });
  const amounts = images.map(({ image }) => ({
    amount: { minor: BigInt(image.amountMinor as string), currency: image.currency as string },
    day: image.day as string,
  }));
  const values = await valuesAtHome(db, ledgerId, home, amounts);
  const valued = images.map((each, index) => ({ ...each, homeMinor: values[index] ?? null }));
  await writeEntries(db, valued);
  const standing = valued.filter(({ image }) => image.deletedAt === null);
  await adjustTotals(
    db,
    before,
    standing.map(({ image, homeMinor }) => counted(image, homeMinor)),
  );
}

function counted(image: Image, homeMinor: bigint | null): CountedEntry {
  const { ledgerId, day, categoryId, merchantKey, kind, currency } = image as Record<string, string>;
  return {
    ledgerId: ledgerId as string,
    day: day as string,
    categoryId: categoryId as string,
    merchantKey: merchantKey ?? null,
    kind: kind as string,
    currency: currency as string,
    amountMinor: BigInt(image.amountMinor as string),
    homeMinor,
  };
}

/** Entries in a currency whose rate was told, changed or taken back are worth something else now. */
async function revalueByRates(db: Queries, ledgerId: string, home: string, changes: readonly PlannedChange[]) {
  const rates = changes.flatMap(({ entity, before, after }) => (entity === 'rate' ? [(after ?? before) as Image] : []));
  const currencies = new Set(rates.flatMap(({ base, quote }) => [base as string, quote as string]));
  for (const currency of currencies) if (currency !== home) await followRates(db, ledgerId, { currency });
}
