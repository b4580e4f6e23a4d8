import { describe, expect, test } from 'vitest';
import { forgetOld } from '../../src/store/housekeeping.ts';
import { databases } from '../support/databases.ts';

const old = new Date('2026-09-01T00:00Z');
const before = new Date('2026-10-01T00:00Z');
const recent = new Date('2026-10-02T00:00Z');

describe.each(databases)('housekeeping on $name', ({ openTestDatabase }) => {
  test('forgets what ended or left long ago, and nothing else', async () => {
    const database = await openTestDatabase();
    const { client } = database;
    for (const [name, at] of [
      ['old', old],
      ['recent', recent],
    ] as const) {
      await client.linkCode.create({ data: { digest: name, personId: 'ana', expiresAt: at, createdAt: old } });
      const code = { digest: name, personId: 'ana', address: 'ana@example.org', expiresAt: at, createdAt: old };
      await client.mailCode.create({ data: code });
      await client.linkAttempt.create({ data: { id: name, personId: 'ana', createdAt: at } });
      for (const state of ['sent', 'pending', 'failed', 'unsure']) {
        const sentAt = state === 'sent' ? at : null;
        const row = {
          id: `${name} ${state}`,
          conversation: 'slack:C1',
          state,
          sentAt,
          nextAttemptAt: at,
          createdAt: at,
        };
        await client.outbox.create({ data: row });
      }
    }
    // Waited for its platform, and left recently.
    const late = { conversation: 'slack:C1', state: 'sent', nextAttemptAt: old, createdAt: old, sentAt: recent };
    await client.outbox.create({ data: { id: 'late', ...late } });

    expect(await database.transaction((tx) => forgetOld(tx, before))).toBe(4);
    expect((await client.mailCode.findMany()).map(({ digest }) => digest)).toEqual(['recent']);
    expect((await client.linkCode.findMany()).map(({ digest }) => digest)).toEqual(['recent']);
    expect((await client.linkAttempt.findMany()).map(({ id }) => id)).toEqual(['recent']);
    const left = (await client.outbox.findMany()).map(({ id }) => id).toSorted();
    expect(left).toEqual(
      [
        ...['late', 'old failed', 'old pending', 'old unsure'],
        ...['failed', 'pending', 'sent', 'unsure'].map((s) => `recent ${s}`),
      ].toSorted(),
    );
    expect(await database.transaction((tx) => forgetOld(tx, before))).toBe(0);
  });
});
