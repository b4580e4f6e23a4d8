/** `purser rates`: keeps the European Central Bank's rates of exchange, for everybody. */

import { readFileSync } from 'node:fs';
import { importRates, readRatesFile } from '../domain/import-rates.ts';
import { InputError } from '../errors.ts';
import { createLog } from '../log.ts';
import { openDatabase } from '../store/database.ts';
import { migrate } from '../store/migrate.ts';
import { configFor } from './chat.ts';

/** Reads the file, or standard input for "-", and says how much was new. Throws an InputError before anything is kept. */
export async function keepRates(file: string, options: { readonly db?: string }): Promise<void> {
  const config = configFor(options);
  const log = createLog(config.logLevel);
  const rates = readRatesFile(textOf(file));
  const database = await openDatabase(config.databaseUrl, {
    onRetry: (problem, retryInMs) => log.warn({ err: problem, retryInMs }, 'the database is away'),
  });
  try {
    await migrate(database);
    const { added, changed, entries, ledgers } = await importRates(database, rates);
    const [first, last] = [rates[0]?.day, rates.at(-1)?.day];
    process.stdout.write(
      `Read ${count(rates.length, 'rate')} from ${first} to ${last}: ${added} new, ${changed} changed.\n` +
        (entries > 0 ? `Valued ${count(entries, 'entry', 'entries')} anew in ${count(ledgers, 'ledger')}.\n` : ''),
    );
  } finally {
    await database.close();
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? error.code : error;
    throw new InputError(`${file} can't be read (${reason}).`, 'Give the path of a file, or - for standard input.');
  }
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
