import { randomInt } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { drawCode, readCode } from '../../src/domain/link-code.ts';
import { issueLinkCode, type LinkResult } from '../../src/domain/linking.ts';
import { databases } from '../support/databases.ts';
import { runProcess } from '../support/run-process.ts';
import { chance, codeOf, heap, later, link, redeem } from './linking-people.ts';
import { openLedger } from './open-ledger.ts';

const reasonOf = (result: LinkResult) => (result.outcome === 'refused' ? result.reason : result.outcome);

describe('a code', () => {
  test('has eight characters of 32, each as likely', () => {
    const seen = new Map<string, number>();
    for (let n = 0; n < 4_000; n++) {
      const code = drawCode(randomInt);
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
      for (const each of code) seen.set(each, (seen.get(each) ?? 0) + 1);
    }
    expect(seen.size).toBe(32);
    // 1,000 each, give or take six standard deviations.
    for (const count of seen.values()) expect(Math.abs(count - 1_000)).toBeLessThan(190);
  });

  test.each([
    ['7K2M9QX0', '7K2M9QX0'],
    [' 7k2m-9qxo ', '7K2M9QX0'],
    ['7k2m 9qx0', '7K2M9QX0'],
    ['7K2M–9QXO', '7K2M9QX0'],
    ['７Ｋ２Ｍ９ＱＸ０', '7K2M9QX0'],
    ['ilIL0oO1', '11110001'],
    ['\u200e7K2M9QX0', '7K2M9QX0'],
    ['7K2M9QX', null],
    ['7K2M9QX00', null],
    ['7K2M9QXU', null],
    ['7K2M9QX!', null],
    ['', null],
    ['7'.repeat(100), null],
    ["'; DROP TABLE LinkCode; --", null],
  ])('is read in %j', (text, code) => {
    expect(readCode(text)).toBe(code);
  });
});

describe.each(databases)('codes on $name', ({ openTestDatabase }) => {
  const openPeople = async () => {
    const database = await openTestDatabase();
    return { database, ann: await openLedger(database), bob: await openLedger(database) };
  };

  test('are kept as digests alone', async () => {
    const { database, ann } = await openPeople();
    const code = await codeOf(ann);
    const rows = await database.client.linkCode.findMany();
    expect(rows.map((row) => row.digest)).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
    expect(JSON.stringify(rows)).not.toContain(code);
  });

  test('are drawn again when one is there already', async () => {
    const { ann, bob } = await openPeople();
    const draw = (ledger: typeof ann, random: (limit: number) => number) =>
      ledger.run((db) => issueLinkCode(db, ledger.asker, random));
    const first = await draw(ann, chance('x'));
    let count = 0;
    const [again, other] = [chance('x'), chance('y')];
    const second = await draw(bob, (limit) => (++count <= 8 ? again : other)(limit));
    expect(count).toBe(16);
    expect(second.code).not.toBe(first.code);
  });

  test('work once, in any spelling, until they expire', async () => {
    const { database, ann, bob } = await openPeople();
    const code = await codeOf(ann);
    expect(reasonOf(await redeem(later(bob, 10), code))).toBe('expired');
    const spelled = `${code.slice(0, 4)}-${code.slice(4)} `.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l');
    expect(reasonOf(await redeem(later(bob, 9), spelled))).toBe('linked');
    const cid = await openLedger(database);
    expect(reasonOf(await redeem(cid, code))).toBe('used');
  });

  test('that are wrong are refused in sentences of one shape', async () => {
    const { ann, bob } = await openPeople();
    const code = await codeOf(ann);
    const results = [
      await redeem(bob, 'please'),
      await redeem(bob, '00000000'),
      await redeem(ann, code),
      await redeem(later(bob, 10), code),
    ];
    expect(results.map(reasonOf)).toEqual(['malformed', 'unknown', 'own', 'expired']);
    for (const result of results) {
      expect(result).toEqual({
        outcome: 'refused',
        reason: expect.any(String),
        message: expect.stringMatching(/^That (code )?is .*\.$/),
        hint: expect.stringMatching(/\.$/),
      });
    }
  });

  test('are five an hour', async () => {
    const { database, ann, bob } = await openPeople();
    for (let n = 0; n < 5; n++) await codeOf(later(ann, n * 10));
    await expect(codeOf(later(ann, 59))).rejects.toMatchObject({ name: 'InputError', hint: expect.any(String) });
    expect(await database.client.linkCode.count()).toBe(5);
    await codeOf(bob);
    await codeOf(later(ann, 60));
  });

  test('can not be guessed: after five wrong ones not even the right one is taken', async () => {
    const { database, ann, bob } = await openPeople();
    const code = await codeOf(ann);
    expect(reasonOf(await redeem(bob, 'hello there'))).toBe('malformed');
    for (let n = 0; n < 5; n++) expect(reasonOf(await redeem(bob, `0000000${n}`))).toBe('unknown');
    expect(reasonOf(await redeem(bob, code))).toBe('tooMany');
    // What is refused unseen does not lengthen the wait.
    expect(await database.client.linkAttempt.count()).toBe(5);
    const fresh = await codeOf(later(ann, 10));
    expect(reasonOf(await redeem(later(bob, 10), fresh))).toBe('linked');
  });

  test('can not be guessed by many together', async () => {
    const { database, ann, bob } = await openPeople();
    const createdAt = new Date(ann.asker.now.epochMilliseconds);
    const data = Array.from({ length: 1_000 }, (_, n) => ({ id: `${n}`, personId: `${n % 300}`, createdAt }));
    await database.client.linkAttempt.createMany({ data });
    const code = await codeOf(ann);
    expect(reasonOf(await redeem(bob, code))).toBe('tooMany');
    expect(reasonOf(await redeem(later(bob, 10), await codeOf(later(ann, 10))))).toBe('linked');
  });

  test('of a person who was joined to another are void', async () => {
    const { database, ann, bob } = await openPeople();
    const cid = await openLedger(database);
    const code = await codeOf(bob);
    await link(ann, bob);
    expect(reasonOf(await redeem(cid, code))).toBe('used');
  });

  test('do nothing for somebody who was joined a moment ago', async () => {
    const { database, ann, bob } = await openPeople();
    const cid = await openLedger(database);
    await link(ann, bob);
    // Bob's other message was on its way, and still takes him for who he was.
    await expect(codeOf(bob)).rejects.toMatchObject({ name: 'InputError' });
    await expect(redeem(bob, await codeOf(cid))).rejects.toMatchObject({ name: 'InputError' });
  });

  test('that two send crosswise join them once', async () => {
    const { database, ann, bob } = await openPeople();
    const [hers, his] = [await codeOf(ann), await codeOf(bob)];
    const results = await Promise.allSettled([redeem(bob, hers), redeem(ann, his)]);
    const outcomes = results.map((each) => (each.status === 'fulfilled' ? reasonOf(each.value) : each.reason.name));
    expect(outcomes.filter((outcome) => outcome === 'linked')).toHaveLength(1);
    expect(new Set((await database.client.identity.findMany()).map((row) => row.personId)).size).toBe(1);
  });

  test('that two processes redeem at once are one of theirs', async () => {
    const { database, ann, bob } = await openPeople();
    const cid = await openLedger(database);
    await bob.record([{ kind: 'expense', amount: '1', note: 'bob' }]);
    await cid.record([{ kind: 'expense', amount: '2', note: 'cid' }]);
    const code = await codeOf(ann);
    const script = '../domain/linking-redeem-now.ts';
    const outcomes = await Promise.all(
      [bob, cid].map(({ asker }) => runProcess(script, database.url, asker.personId, code)),
    );
    expect(outcomes.toSorted()).toEqual(['linked', 'used']);
    expect(await heap(ann)).toHaveLength(1);
    expect(await heap(outcomes[0] === 'used' ? bob : cid)).toHaveLength(1);
  });
});
