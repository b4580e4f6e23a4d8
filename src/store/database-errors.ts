/** What the drivers report, in words that a person can act on. No sentence here ever holds a password. */

import { PlatformError } from '../errors.ts';

/** Two transactions met on the same rows, and the database undid this one: running it again is safe. */
export class ConflictError extends PlatformError {
  constructor(cause: unknown) {
    super('The database was busy with the same records. Please try again.', { cause });
    this.name = 'ConflictError';
  }
}

/** The database is not there, or has no time for us: waiting can help. */
export class UnreachableError extends PlatformError {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'UnreachableError';
  }
}

/** What a driver adapter knows of an error; the fields differ by driver. */
type DriverCause = { originalCode?: string; originalMessage?: string; state?: string; cause?: string };

const sqliteSentences: [prefix: string, sentence: (file: string) => string][] = [
  ['SQLITE_FULL', (file) => `The disk is full, so nothing was saved to ${file}. Free some space and try again.`],
  ['SQLITE_READONLY', (file) => `The database file ${file} can't be written. Check who may write it and its folder.`],
  ['SQLITE_CANTOPEN', (file) => `The database file ${file} can't be opened. Check that its folder can be written.`],
  ['SQLITE_PERM', (file) => `The database file ${file} can't be opened. Check who may read and write it.`],
  ['SQLITE_BUSY', (file) => `Another process has held the database file ${file} for too long. Try again.`],
  ['SQLITE_IOERR', (file) => `Reading or writing the database file ${file} failed. Check the disk.`],
  ['SQLITE_NOTADB', (file) => `${file} is not a SQLite database. Check DATABASE_URL.`],
  ['SQLITE_CORRUPT', (file) => `The database file ${file} is damaged. Restore it from a backup.`],
];

/** A SQLite driver's error as a PlatformError where the trouble is outside; any other error unchanged. */
export function translateSqliteError(error: unknown, file: string): unknown {
  const code = driverCause(error)?.originalCode ?? textField(error, 'code') ?? '';
  const known = sqliteSentences.find(([prefix]) => code.startsWith(prefix));
  if (!known) return error;
  const [prefix, sentence] = known;
  return new (prefix === 'SQLITE_BUSY' ? UnreachableError : PlatformError)(sentence(file), { cause: error });
}

const conflicts = new Set(['1213', '1205', '1020']);
const mysqlRefusals: Record<string, string> = {
  1045: 'refuses this user name and password. Check DATABASE_URL',
  1698: 'refuses this user name and password. Check DATABASE_URL',
  1044: 'does not let this user into the database. Check its grants',
  1142: 'does not let this user do that. Check its grants',
  1049: 'has no database of that name. Create it first',
  1021: 'has a full disk, so nothing was saved. Free some space and try again',
  1114: 'has a full disk, so nothing was saved. Free some space and try again',
  1290: 'is read-only, so nothing was saved',
  1792: 'is read-only, so nothing was saved',
  1836: 'is read-only, so nothing was saved',
};
const mysqlDelays: Record<string, string> = {
  1040: 'has no connection left',
  1203: 'has no connection left for this user',
  1053: 'is shutting down',
  1927: 'ended the connection',
};

/** A MySQL driver's error as a PlatformError where the trouble is outside; any other error unchanged. */
export function translateMysqlError(error: unknown, server: string): unknown {
  const cause = driverCause(error);
  const code = cause?.originalCode ?? String(numberField(error, 'errno') ?? '');
  if (conflicts.has(code)) return new ConflictError(error);
  const refusal = mysqlRefusals[code];
  if (refusal) return new PlatformError(`The database server ${server} ${refusal}.`, { cause: error });
  const delay = mysqlDelays[code];
  if (delay) return new UnreachableError(`The database server ${server} ${delay}. Try again.`, { cause: error });
  if (isConnectionTrouble(error, cause, code)) {
    const reason = cause?.cause ?? cause?.originalMessage ?? messageOf(error);
    return new UnreachableError(`The database server ${server} does not answer (${firstLine(reason)}).`, {
      cause: error,
    });
  }
  return error;
}

function isConnectionTrouble(error: unknown, cause: DriverCause | undefined, code: string): boolean {
  const socketCode = textField(error, 'code') ?? '';
  return (
    code === '45028' || // the pool could not connect in time
    (cause?.state ?? textField(error, 'sqlState') ?? '').startsWith('08') ||
    /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ENOENT|PROTOCOL_CONNECTION_LOST)/.test(
      socketCode,
    )
  );
}

function driverCause(error: unknown): DriverCause | undefined {
  if (!(error instanceof Error) || error.name !== 'DriverAdapterError') return undefined;
  return typeof error.cause === 'object' && error.cause !== null ? error.cause : undefined;
}

function textField(value: unknown, name: string): string | undefined {
  const field = fieldOf(value, name);
  return typeof field === 'string' ? field : undefined;
}

function numberField(value: unknown, name: string): number | undefined {
  const field = fieldOf(value, name);
  return typeof field === 'number' ? field : undefined;
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // Node reports a name with several addresses as an error without words.
  return error.message || textField(error, 'code') || error.name;
}

function firstLine(text: string): string {
  return text.split('\n')[0]?.trim() ?? '';
}
