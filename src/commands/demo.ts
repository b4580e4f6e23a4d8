/** `purser demo`: fills a ledger with a made-up year, for trying things. */

import { demoBudgets, demoEntries, demoRates } from '../demo/demo-ledger.ts';
import type { Asker } from '../domain/asker.ts';
import { planBudget } from '../domain/budgets.ts';
import { defaultCategories } from '../domain/default-categories.ts';
import { recordEntries } from '../domain/entries.ts';
import { foldText } from '../domain/fold.ts';
import { carryOut } from '../domain/operation.ts';
import { planPreferences, type preferencesOf } from '../domain/preferences.ts';
import { planRate } from '../domain/rates.ts';
import { createLog } from '../log.ts';
import { openDatabase, type Tx } from '../store/database.ts';
import { listEntries } from '../store/entries.ts';
import { migrate } from '../store/migrate.ts';
import { createPerson, findPerson } from '../store/people.ts';
import { type ChatOptions, configFor, readInstant, TERMINAL_USER } from './chat.ts';
import { createClock } from './open-house.ts';
import { terminalAsker } from './terminal-asker.ts';

export interface DemoOptions extends Pick<ChatOptions, 'db' | 'now' | 'user'> {
  readonly seed?: string;
  readonly force?: boolean;
}

/** Entries a recordEntries call. */
const BATCH = 100;

/** All or nothing. Sets the exit code 1 when the ledger has entries already and nobody said `force`. */
export async function fillWithDemo(options: DemoOptions): Promise<void> {
  const config = configFor({ db: options.db });
  const log = createLog(config.logLevel);
  const now = createClock(options.now === undefined ? undefined : readInstant(options.now, config)).now();
  const user = options.user ?? TERMINAL_USER;
  const database = await openDatabase(config.databaseUrl, {
    onRetry: (problem, retryInMs) => log.warn({ err: problem, retryInMs }, 'the database is away'),
  });
  try {
    await migrate(database);
    const filled = await database.transaction(async (tx) => {
      const asker = await askerFor(tx, user, config.defaults, now);
      const existing = await listEntries(tx, asker.ledgerId, {});
      if (existing.length > 0 && !options.force) return { existing: existing.length };
      return await fill(tx, asker, Number(options.seed ?? 1));
    });
    if ('existing' in filled) {
      process.stderr.write(
        `purser: The ledger of ${user} already has ${filled.existing === 1 ? '1 entry' : `${filled.existing} entries`}. ` +
          'Add the made-up ones to them with --force, or fill another database with --db file:./data/demo.db.\n',
      );
      process.exitCode = 1;
      return;
    }
    const { count, currencies, from, to } = filled;
    process.stdout.write(
      `Filled the ledger of ${user} with ${count} made-up entries in ${currencies.join(', ')} from ${from} to ${to}, and ${demoBudgets.length} budgets.\n` +
        'Now open the chat and ask “how am I doing this month?” or “chart my groceries by month”.\n',
    );
  } finally {
    await database.close();
  }
}

async function fill(tx: Tx, asker: Asker, seed: number) {
  const entries = demoEntries({ until: asker.today, seed });
  // Before the entries, which are valued as they come.
  const rates = demoRates.filter(({ quote }) => quote === asker.homeCurrency);
  for (const rate of rates) await carryOut(tx, asker, await planRate(tx, asker, rate));
  for (let start = 0; start < entries.length; start += BATCH) {
    await recordEntries(tx, asker, entries.slice(start, start + BATCH), '');
  }
  for (const budget of demoBudgets) await carryOut(tx, asker, (await planBudget(tx, asker, budget)).changes);
  const currencies = [...new Set(entries.map(({ currency }) => currency))].sort();
  return { count: entries.length, currencies, from: entries[0]?.date, to: entries.at(-1)?.date };
}

async function askerFor(
  tx: Tx,
  user: string,
  defaults: Parameters<typeof preferencesOf>[1],
  now: Asker['now'],
): Promise<Asker> {
  const categories = defaultCategories.map((each) => ({ ...each, nameKey: foldText(each.name) }));
  const known = await findPerson(tx, 'terminal', user);
  // The made-up person lives in Berlin: most amounts and all budgets are in euros.
  const home = { ledgerCurrency: 'EUR' };
  if (!known) await createPerson(tx, 'terminal', user, categories, new Date(now.epochMilliseconds), home);
  const asker = await terminalAsker(tx, user, defaults, now);
  if (!known) await carryOut(tx, asker, await planPreferences(tx, asker, { currency: 'EUR' }));
  return asker;
}
