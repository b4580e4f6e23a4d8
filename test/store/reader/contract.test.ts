import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { InputError, PlatformError } from '../../../src/errors.ts';
import { newId } from '../../../src/id.ts';
import { type LedgerReader, QueryRefused, READ_LIMITS } from '../../../src/store/reader/ledger-reader.ts';
import { openReader } from '../../../src/store/reader/open-reader.ts';
import { views } from '../../../src/store/reader/views.ts';
import { databases, type TestDatabase } from '../../support/databases.ts';
import { type Entry, type Ledger, otherLedger, ownLedger } from './two-ledgers.ts';

async function openOn(database: TestDatabase): Promise<LedgerReader> {
  const reader = await openReader(database.url);
  onTestFinished(() => reader.close());
  return reader;
}

/** Why a query is not answered. */
async function refusalOf(answer: Promise<unknown>): Promise<QueryRefused> {
  const error = await answer.then(
    (given) => given,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof QueryRefused)) expect.fail(`not refused: ${String(error)} ${JSON.stringify(error)}`);
  return error;
}

const live = (entries: readonly Entry[]) => entries.filter((entry) => !entry.deleted);
const digits: Record<string, number> = { EUR: 2, JPY: 0, KWD: 3 };
/** By moving the point in the text, not by a division. */
const major = ({ minor, currency }: { minor: bigint; currency: string }) => {
  const places = digits[currency] ?? 2;
  const text = String(minor).padStart(places + 1, '0');
  return Number(places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`);
};

/** What every reader must do alike. */
describe.each(databases)('a reader on $name', ({ openTestDatabase }) => {
  test.each(views)('shows $name with its columns in their order', async ({ name, columns }) => {
    const database = await openTestDatabase();
    const own = await ownLedger(database);
    const result = await (await openOn(database)).read(own.id, `SELECT * FROM ${name}`);
    expect(result.columns).toEqual(columns.map((column) => column.name));
    expect(result.rows.length).toBeGreaterThan(0);
    expect(result.truncated).toBe(false);
  });

  test('shows each entry of the ledger, in major units, without the deleted ones', async () => {
    const database = await openTestDatabase();
    const own = await ownLedger(database);
    await otherLedger(database);
    const { rows } = await (await openOn(database)).read(own.id, 'SELECT * FROM entries ORDER BY id');
    expect(rows).toEqual(
      live(own.entries)
        .sort((a, b) => (a.id < b.id ? -1 : 1))
        .map((entry) => [
          entry.id,
          entry.day,
          entry.day.slice(0, 7),
          entry.kind,
          major(entry),
          entry.currency,
          entry.homeMinor === null ? null : major({ minor: entry.homeMinor, currency: 'EUR' }),
          entry.category,
          entry.merchant,
          entry.note,
          'Ann',
        ]),
    );
  });

  test('shows the budgets and the categories of the ledger', async () => {
    const database = await openTestDatabase();
    const own = await ownLedger(database);
    await otherLedger(database);
    const reader = await openOn(database);
    expect((await reader.read(own.id, 'SELECT * FROM budgets ORDER BY amount')).rows).toEqual([
      ['groceries', 300, 'EUR', 'monthly'],
      ['total', 2000, 'EUR', 'monthly'],
    ]);
    expect((await reader.read(own.id, 'SELECT * FROM categories ORDER BY name')).rows).toEqual([
      ["children's", 'expense'],
      ['dining', 'expense'],
      ['groceries', 'expense'],
      ['rent', 'expense'],
    ]);
  });

  test('a ledger without a currency has no amounts in it, one without entries no rows', async () => {
    const database = await openTestDatabase();
    const own = await ownLedger(database);
    await database.client.ledger.update({ where: { id: own.id }, data: { currency: null } });
    const reader = await openOn(database);
    const sql = 'SELECT count(*), count(amount_home) FROM entries';
    expect((await reader.read(own.id, sql)).rows).toEqual([[live(own.entries).length, 0]]);
    expect((await reader.read(newId(), sql)).rows).toEqual([[0, 0]]);
  });

  test('cents add up to cents', async () => {
    const database = await openTestDatabase();
    const own = await ownLedger(database, 1);
    const base = (await database.client.entry.findMany())[0];
    if (!base) expect.fail('no entry');
    const minors = [1210n, 20n, 30n, 10n, 10n, 10n, 1999n];
    await database.client.entry.createMany({
      data: minors.map((amountMinor) => ({ ...base, id: newId(), currency: 'USD', amountMinor })),
    });
    const { rows } = await (await openOn(database)).read(
      own.id,
      "SELECT sum(amount), avg(amount), 'x', NULL FROM entries WHERE currency = 'USD'",
    );
    // 32.89 / 7 = 4.698571428…, at six decimals at most
    expect(rows[0]?.[0]).toBe(32.89);
    expect(rows[0]?.[1]).toBeCloseTo(4.698571, 5);
    expect(rows[0]?.slice(2)).toEqual(['x', null]);
  });

  test('whole numbers of over 15 digits are text', async () => {
    const database = await openTestDatabase();
    const own = await ownLedger(database, 1);
    const { rows } = await (await openOn(database)).read(
      own.id,
      'SELECT 999999999999999, 9007199254740993, -1000000000000000',
    );
    expect(rows).toEqual([[999999999999999, '9007199254740993', '-1000000000000000']]);
  });

  test('says when there are more rows or bytes than the limits let through', async () => {
    const database = await openTestDatabase();
    const own = await ownLedger(database);
    const reader = await openOn(database);
    const all = live(own.entries).length;
    const read = (limits: object) =>
      reader.read(own.id, 'SELECT id FROM entries ORDER BY id', { ...READ_LIMITS, ...limits });
    const counted = async (limits: object) => {
      const { rows, truncated } = await read(limits);
      return [rows.length, truncated];
    };
    expect(await counted({ rows: all })).toEqual([all, false]);
    expect(await counted({ rows: all - 1 })).toEqual([all - 1, true]);
    expect(await counted({ bytes: 36 * 5 })).toEqual([5, true]); // a UUID has 36 characters
  });

  test('sees what was committed a moment ago', async () => {
    const database = await openTestDatabase();
    const own = await ownLedger(database);
    const reader = await openOn(database);
    const count = async () => (await reader.read(own.id, 'SELECT count(*) FROM entries')).rows[0]?.[0];
    const before = Number(await count());
    const [first] = live(own.entries);
    await database.client.entry.update({ where: { id: first?.id ?? '' }, data: { deletedAt: new Date(0) } });
    expect(await count()).toBe(before - 1);
  });

  describe('given what is forbidden', () => {
    let database: TestDatabase;
    let own: Ledger;
    let reader: LedgerReader;

    beforeAll(async () => {
      database = await openTestDatabase();
      own = await ownLedger(database, 3);
      reader = await openReader(database.url);
    });

    afterAll(() => reader.close());

    test.each([
      'SELECT * FROM Entry',
      'SELECT count(*) FROM `Entry`',
      'SELECT 1 FROM Person',
      'SELECT e.id FROM entries e JOIN Entry b ON b.id = e.id',
      'WITH entries AS (SELECT * FROM `Entry`) SELECT * FROM entries',
      'SELECT (SELECT max(amountMinor) FROM Entry)',
      'SELECT 1 FROM categories WHERE EXISTS (SELECT 1 FROM `Ledger`)',
      'SELECT 1 UNION SELECT count(*) FROM Entry',
      'SELECT name FROM categories ORDER BY (SELECT count(*) FROM Entry)',
      'SELECT * FROM information_schema.tables',
      'SELECT * FROM sqlite_master',
      'SELECT * FROM mysql.user',
      "INSERT INTO categories VALUES ('a', 'b')",
      "UPDATE entries SET note = 'x'",
      'DELETE FROM entries',
      'DELETE FROM `Entry`',
      'DROP TABLE `Entry`',
      'DROP VIEW entries',
      'CREATE TABLE made (id int)',
      'SELECT 1; DELETE FROM `Entry`',
      'SELECT 1; SELECT 2',
      'SELEC 1',
      'SELECT nothing FROM entries',
      'SELECT sum(amount FROM entries',
      "SELECT load_file('/etc/passwd')",
      "SELECT load_extension('x')",
      "SELECT 1 INTO OUTFILE '/tmp/out'",
    ])('refuses %s', async (sql) => {
      const refused = await refusalOf(reader.read(own.id, sql));
      expect(refused.layer).toBe('engine');
      expect(refused.hint).not.toBe('');
      // It may quote the query, but names nothing that the query does not.
      const hidden = ['ledgerId', 'amountMinor', 'deletedAt', '.db', 'purser_test'].filter(
        (name) => !sql.includes(name),
      );
      expect(hidden.filter((name) => refused.message.includes(name))).toEqual([]);
      expect(await database.client.entry.count()).toBe(3);
      expect((await reader.read(own.id, 'SELECT 1')).rows).toEqual([[1]]);
    });
  });

  test('ends a query that takes too long, and goes on', async () => {
    const database = await openTestDatabase();
    const own = await ownLedger(database, 60);
    const reader = await openOn(database);
    await reader.read(own.id, 'SELECT 1');
    const start = performance.now();
    const sql = 'SELECT count(*) FROM entries a, entries b, entries c, entries d, entries e, entries f';
    const refused = await refusalOf(reader.read(own.id, sql, { ...READ_LIMITS, milliseconds: 500 }));
    expect(refused.layer).toBe('limit');
    expect(performance.now() - start).toBeLessThan(1_500);
    expect((await reader.read(own.id, 'SELECT 1')).rows).toEqual([[1]]);
  });

  test('a slow query of one ledger does not hold up another’s', async () => {
    const database = await openTestDatabase();
    const own = await ownLedger(database, 60);
    const other = await otherLedger(database);
    const reader = await openOn(database);
    const sql = 'SELECT count(*) FROM entries a, entries b, entries c, entries d, entries e, entries f';
    let isSlowRunning = true;
    const slow = refusalOf(reader.read(own.id, sql, { ...READ_LIMITS, milliseconds: 4_000 })).finally(() => {
      isSlowRunning = false;
    });
    await reader.read(other.id, 'SELECT 1');
    expect(isSlowRunning).toBe(true);
    expect((await slow).layer).toBe('limit');
  });

  test('tells how many rows a plan reads without an index', async () => {
    const database = await openTestDatabase();
    const own = await ownLedger(database);
    const reader = await openOn(database);
    const whole = await reader.plan(own.id, 'SELECT sum(amount) FROM entries');
    expect(whole.steps.length).toBeGreaterThan(0);
    expect(whole.scannedRows).toBeGreaterThan(0);
    const day = await reader.plan(own.id, "SELECT sum(amount) FROM entries WHERE day = '2026-03-03'");
    expect(day.scannedRows).toBeLessThan(own.entries.length / 4);
    expect((await refusalOf(reader.plan(own.id, 'SELECT * FROM Entry'))).layer).toBe('engine');
    expect((await refusalOf(reader.plan(own.id, 'DELETE FROM `Entry`'))).layer).toBe('engine');
  });

  test('takes no ledger but by its id, and nothing once it is closed', async () => {
    const database = await openTestDatabase();
    const own = await ownLedger(database, 3);
    const reader = await openReader(database.url);
    for (const id of ['', "' OR '1'='1", `${own.id}' OR '1'='1`, own.id.toUpperCase().replace(/^./, 'G')]) {
      await expect(reader.read(id, 'SELECT 1')).rejects.toThrow(InputError);
    }
    await reader.close();
    await expect(reader.read(own.id, 'SELECT 1')).rejects.toThrow(PlatformError);
  });
});
