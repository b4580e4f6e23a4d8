import { describe, expect, test } from 'vitest';
import { PlatformError } from '../../src/errors.ts';
import type { OpenOptions } from '../../src/store/database.ts';
import { databases } from '../support/databases.ts';

const mysql = databases.find(({ name }) => name === 'mysql');

function ledger(id: string) {
  return { id, name: 'home', kind: 'personal', createdAt: new Date(0) };
}

describe.runIf(mysql)('transactions on MySQL', () => {
  const open = (options?: OpenOptions) => (mysql as NonNullable<typeof mysql>).openTestDatabase(options);

  test('have the session settings that correctness needs', async () => {
    const { client } = await open();
    const rows = await client.$queryRawUnsafe(
      'SELECT @@session.time_zone AS zone, @@session.sql_mode AS mode, @@session.character_set_client AS charset',
    );
    expect(rows).toEqual([
      {
        zone: '+00:00',
        mode: 'STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION',
        charset: 'utf8mb4',
      },
    ]);
  });

  test.each([1213, 1205, 1020])('run again after error %i, even when the work caught it', async (errno) => {
    const { client, transaction } = await open();
    let tries = 0;
    await transaction(async (tx) => {
      tries++;
      await tx.ledger.create({ data: ledger(`before ${tries}`) });
      if (tries < 3) {
        const signal = `SIGNAL SQLSTATE '40001' SET MYSQL_ERRNO = ${errno}, MESSAGE_TEXT = 'conflict'`;
        await tx.$executeRawUnsafe(signal).catch(() => {});
      }
      await tx.ledger.create({ data: ledger(`after ${tries}`) }).catch(() => {});
    });
    expect((await client.ledger.findMany()).map(({ id }) => id)).toEqual(['after 3', 'before 3']);
  });

  test('give up on rows that stay busy, with a sentence', async () => {
    const { transaction } = await open({ random: () => 0 });
    let tries = 0;
    const failing = transaction(async (tx) => {
      tries++;
      await tx.$executeRawUnsafe("SIGNAL SQLSTATE '40001' SET MYSQL_ERRNO = 1213, MESSAGE_TEXT = 'conflict'");
    });
    await expect(failing).rejects.toThrow('The database was busy with the same records. Please try again.');
    expect(tries).toBeGreaterThan(10);
  });

  test('are undone when the connection breaks, and the next one has a new connection', async () => {
    const { client, transaction } = await open();
    const broken = transaction(async (tx) => {
      await tx.ledger.create({ data: ledger('1') });
      const [row] = await tx.$queryRawUnsafe<{ id: bigint }[]>('SELECT CONNECTION_ID() AS id');
      await client.$executeRawUnsafe(`KILL CONNECTION ${row?.id}`);
      await tx.ledger.create({ data: ledger('2') });
    });
    await expect(broken).rejects.toThrow(PlatformError);
    await expect(broken).rejects.toThrow(/^The database server .*(does not answer|ended the connection)/);
    await transaction((tx) => tx.ledger.create({ data: ledger('3') }));
    expect((await client.ledger.findMany()).map(({ id }) => id)).toEqual(['3']);
  });

  test('refuse a text that does not fit, rather than to cut it', async () => {
    const { client, transaction } = await open();
    await expect(transaction((tx) => tx.ledger.create({ data: ledger('x'.repeat(192)) }))).rejects.toMatchObject({
      code: 'P2000',
    });
    expect(await client.ledger.count()).toBe(0);
  });
});
