/** Puts known anomalies into a made-up ledger. */

import type { InsightEntry } from '../../src/insight/entry.ts';
import { addDays } from '../../src/period.ts';
import { type Dice, diceFor } from './dice.ts';
import type { MadeUpEntry } from './made-up-ledger.ts';

export type AnomalyKind = 'ten-times' | 'duplicate' | 'price-rise' | 'missing' | 'large-first';

export interface Anomaly {
  readonly kind: AnomalyKind;
  readonly merchant: string;
  /** The entry that should be found; for a missing charge the one that was taken out. */
  readonly entryId: string;
  readonly day: string;
  /** Whether a person who knows the ledger would see it: enough history, and money worth a word. */
  readonly isVisible: boolean;
  readonly note: string;
}

export interface PlantedLedger {
  readonly entries: readonly InsightEntry[];
  readonly anomalies: readonly Anomaly[];
}

/** Months that the ledger needs before anything in it can be unusual. */
const SETTLED_DAYS = 200;

export function plantAnomalies(ledger: readonly MadeUpEntry[], seed: number, ofEach: number): PlantedLedger {
  const dice = diceFor('anomalies', seed);
  const planted = new Plantation(ledger, dice);
  for (let round = 0; round < ofEach; round++) {
    planted.tenTimes();
    planted.duplicate();
    planted.priceRise();
    planted.missing();
    planted.largeFirst();
  }
  return { entries: [...planted.entries.values()], anomalies: planted.anomalies };
}

class Plantation {
  readonly entries: Map<string, MadeUpEntry>;
  readonly anomalies: Anomaly[] = [];
  /** Merchants with an anomaly are left alone after it, so that one can't explain another. */
  readonly #touched = new Set<string>();
  readonly #ledger: readonly MadeUpEntry[];
  readonly #dice: Dice;
  readonly #from: string;
  readonly #to: string;
  /** Spending in a mean month. */
  readonly #month: number;

  constructor(ledger: readonly MadeUpEntry[], dice: Dice) {
    this.#ledger = ledger;
    this.#dice = dice;
    this.entries = new Map(ledger.map((entry) => [entry.id, entry]));
    this.#from = addDays(ledger[0]?.day ?? '', SETTLED_DAYS);
    this.#to = addDays(ledger.at(-1)?.day ?? '', -60);
    const spent = ledger.filter(({ kind }) => kind === 'expense').reduce((sum, { amount }) => sum + amount, 0);
    const days = (Date.parse(ledger.at(-1)?.day ?? '') - Date.parse(ledger[0]?.day ?? '')) / 86_400_000;
    this.#month = (spent / days) * 30.4;
  }

  tenTimes(): void {
    const entry = this.#pick((each) => each.kind === 'expense' && each.amount * 9 >= 0.01 * this.#month);
    if (!entry) return;
    const amount = entry.amount * 10;
    this.entries.set(entry.id, { ...entry, amount });
    const earlier = this.#ledger.filter((each) => each.day < entry.day && each.kind === 'expense');
    const own = earlier.filter((each) => each.merchant === entry.merchant);
    const peers = own.length >= 8 ? own : earlier.filter((each) => each.category === entry.category);
    const isWorthAWord = amount * 0.9 >= 0.02 * this.#month;
    const isVisible =
      isWorthAWord && peers.length >= 20 && amount >= 1.5 * Math.max(...peers.map((each) => each.amount));
    this.#note('ten-times', entry, isVisible, `${entry.amount} → ${amount}, ${own.length} at the merchant`);
  }

  duplicate(): void {
    const entry = this.#pick((each) => each.kind === 'expense' && each.amount >= 0.005 * this.#month);
    if (!entry) return;
    const apart = this.#dice.pick([0, 0, 0, 0, 0, 0, 1, 1, 2]);
    const copy = { ...entry, id: `${entry.id}-copy`, day: addDays(entry.day, apart) };
    this.entries.set(copy.id, copy);
    const hasPrices = entry.source !== null && 'prices' in entry.source;
    this.#note(
      'duplicate',
      copy,
      !hasPrices && entry.amount >= 0.0075 * this.#month,
      `${entry.amount}, ${apart} days apart`,
    );
  }

  priceRise(): void {
    const entry = this.#pick((each) => isFixed(each) && each.kind === 'expense' && this.#countBefore(each) >= 4);
    if (!entry) return;
    const factor = 1.05 + 0.35 * this.#dice.uniform();
    for (const each of this.#ledger) {
      if (each.merchant === entry.merchant && each.day >= entry.day) {
        this.entries.set(each.id, { ...each, amount: Math.round(each.amount * factor) });
      }
    }
    const chargesAYear = this.#ledger.filter(
      (each) => each.merchant === entry.merchant && each.day >= addDays(this.#to, -305),
    ).length;
    const isVisible = entry.amount * (factor - 1) * chargesAYear >= 0.006 * this.#month;
    this.#note('price-rise', entry, isVisible, `${entry.amount} × ${factor.toFixed(2)}`);
  }

  missing(): void {
    const entry = this.#pick((each) => isCharge(each) && this.#countBefore(each) >= 4);
    if (!entry) return;
    this.entries.delete(entry.id);
    this.#note(
      'missing',
      entry,
      entry.amount >= 0.0075 * this.#month,
      `${entry.amount}, ${this.#countBefore(entry)} before`,
    );
  }

  largeFirst(): void {
    const span = (Date.parse(this.#to) - Date.parse(this.#from)) / 86_400_000;
    const day = addDays(this.#from, Math.floor(this.#dice.uniform() * span));
    const amount = Math.round(this.#month * (0.6 + 1.2 * this.#dice.uniform()));
    const category = this.#dice.pick(['shopping', 'health', 'other', 'entertainment']);
    const merchant = `stranger ${this.anomalies.length}`;
    const entry: MadeUpEntry = {
      id: `first-${this.anomalies.length}`,
      day,
      kind: 'expense',
      amount,
      category,
      merchant,
      source: null,
    };
    this.entries.set(entry.id, entry);
    const seen = this.#ledger.filter((each) => each.day < day && each.kind === 'expense' && !isCharge(each));
    const isVisible = amount >= 1.5 * Math.max(...seen.map((each) => each.amount));
    this.#note('large-first', entry, isVisible, `${amount} in ${category}`);
  }

  #pick(isFit: (entry: MadeUpEntry) => boolean): MadeUpEntry | undefined {
    const fit = this.#ledger.filter(
      (each) => each.day >= this.#from && each.day <= this.#to && !this.#touched.has(each.merchant) && isFit(each),
    );
    return fit.length === 0 ? undefined : this.#dice.pick(fit);
  }

  #countBefore(entry: MadeUpEntry): number {
    return this.#ledger.filter((each) => each.merchant === entry.merchant && each.day < entry.day).length;
  }

  #note(kind: AnomalyKind, { id, merchant, day }: MadeUpEntry, isVisible: boolean, note: string): void {
    this.#touched.add(merchant);
    this.anomalies.push({ kind, entryId: id, merchant, day, isVisible, note });
  }
}

function isCharge({ source }: MadeUpEntry): boolean {
  return source !== null && 'merchant' in source;
}

function isFixed({ source }: MadeUpEntry): boolean {
  return source !== null && 'merchant' in source && !source.varies;
}
