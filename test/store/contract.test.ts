import { describe, expect, test } from 'vitest';
import { newId } from '../../src/id.ts';
import { changesOf, latestOperation, latestUndone, logChanges, markOperation } from '../../src/store/changes.ts';
import { listEntries, sumEntries } from '../../src/store/entries.ts';
import { markReplySent, pendingReplies, postReply } from '../../src/store/outbox.ts';
import { createPerson, findPerson, personalLedger } from '../../src/store/people.ts';
import { addProposal, pendingProposals, proposalsOf, settleProposal } from '../../src/store/proposals.ts';
import { readRecord, writeEntries, writeRecord } from '../../src/store/records.ts';
import {
  claimTurn,
  earlierTurn,
  finishedTurns,
  finishTurn,
  holdTurn,
  LeaseLost,
  receiveTurn,
  recordStep,
  releaseTurn,
  stepsOf,
  unfinishedTurns,
} from '../../src/store/turns.ts';
import { addModelCall, costSince } from '../../src/store/usage.ts';
import { databases, type TestDatabase } from '../support/databases.ts';

const noon = new Date('2026-06-15T12:00:00.123Z');
const later = (seconds: number) => new Date(noon.getTime() + seconds * 1000);
const mine = { owner: 'a:1:1', until: later(30) };
const theirs = { owner: 'b:2:2', until: later(30) };

const incoming = (key: string, conversation = 'test:c') => ({
  key,
  conversation,
  platform: 'test',
  kind: 'message',
  message: '{"text":"naïve 🧾 \u202Eabc"}',
});

/** What every database must do alike. */
describe.each(databases)('the store on $name', ({ openTestDatabase }) => {
  test('a key is received once, however many deliver it at the same time', async () => {
    const { client } = await openTestDatabase();
    const all = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        receiveTurn(client, incoming('k'), { owner: `w${index}`, until: later(30) }, noon),
      ),
    );
    expect(all.filter((each) => each.isNew)).toHaveLength(1);
    expect(new Set(all.map((each) => each.turn.id)).size).toBe(1);
    expect(all[0]?.turn.message).toBe(incoming('k').message);
  });

  test('keys tell upper from lower case, and accents', async () => {
    const { client } = await openTestDatabase();
    const keys = ['key', 'KEY', 'kéy'];
    for (const key of keys) expect((await receiveTurn(client, incoming(key), mine, noon)).isNew).toBe(true);
  });

  test('a lease keeps others out until it runs out or is given back', async () => {
    const { client } = await openTestDatabase();
    const { turn } = await receiveTurn(client, incoming('k'), mine, noon);
    expect(await claimTurn(client, turn.id, theirs, later(10))).toBe(false);
    await expect(holdTurn(client, turn.id, theirs)).rejects.toThrow(LeaseLost);
    expect(await claimTurn(client, turn.id, theirs, later(31))).toBe(true);
    await expect(holdTurn(client, turn.id, mine)).rejects.toThrow(LeaseLost);
    await releaseTurn(client, turn.id, theirs.owner);
    expect(await claimTurn(client, turn.id, mine, later(1))).toBe(true);
    expect((await unfinishedTurns(client))[0]).toMatchObject({ attempts: 1, leaseOwner: mine.owner });
  });

  test('a dead holder’s lease passes to the one who names it, and to only one', async () => {
    const { client } = await openTestDatabase();
    const { turn } = await receiveTurn(client, incoming('k'), mine, noon);
    const heirs = ['x:1:1', 'y:2:2', 'z:3:3'].map((owner) => ({ owner, until: later(60) }));
    const won = await Promise.all(heirs.map((heir) => claimTurn(client, turn.id, heir, later(1), mine.owner)));
    expect(won.filter(Boolean)).toHaveLength(1);
  });

  test('a finished turn is nobody’s, and no longer in the way of the next', async () => {
    const { client } = await openTestDatabase();
    const { turn: first } = await receiveTurn(client, incoming('1'), mine, noon);
    const { turn: other } = await receiveTurn(client, incoming('2', 'test:other'), mine, noon);
    const { turn: second } = await receiveTurn(client, incoming('3'), mine, noon);
    expect((await earlierTurn(client, 'test:c', second.id))?.id).toBe(first.id);
    expect(await earlierTurn(client, 'test:other', other.id)).toBeNull();
    await finishTurn(client, first.id, 'p', '{"text":"done"}', later(1));
    await expect(holdTurn(client, first.id, mine)).rejects.toThrow(LeaseLost);
    expect(await earlierTurn(client, 'test:c', second.id)).toBeNull();
    expect((await finishedTurns(client, 'test:c', 'p', second.id, 5)).map((turn) => turn.id)).toEqual([first.id]);
    expect((await receiveTurn(client, incoming('1'), theirs, later(2))).turn.reply).toBe('{"text":"done"}');
  });

  test('steps come back in their order, and a position is taken once', async () => {
    const { client } = await openTestDatabase();
    for (const position of [1, 0, 2]) await recordStep(client, 't', position, `step ${position}`, noon);
    await expect(recordStep(client, 't', 1, 'again', noon)).rejects.toThrow();
    const steps = await stepsOf(client, ['t', 'none']);
    expect(steps.get('t')).toEqual(['step 0', 'step 1', 'step 2']);
    expect(steps.get('none')).toEqual([]);
  });

  test('what a transaction wrote is gone when it fails', async () => {
    const database = await openTestDatabase();
    const failing = database.transaction(async (tx) => {
      await createPerson(tx, 'test', 'ann', [], noon);
      await recordStep(tx, 't', 0, 'step', noon);
      throw new Error('killed');
    });
    await expect(failing).rejects.toThrow('killed');
    expect(await findPerson(database.client, 'test', 'ann')).toBeNull();
    expect((await stepsOf(database.client, ['t'])).get('t')).toEqual([]);
  });

  test('replies wait in the outbox until they have left', async () => {
    const { client } = await openTestDatabase();
    await postReply(client, 'test:c', 'turn-1', noon);
    await postReply(client, 'test:c', 'turn-2', noon);
    await postReply(client, 'test:d', 'turn-3', noon);
    expect((await pendingReplies(client, 'test:c')).map((row) => row.turnId)).toEqual(['turn-1', 'turn-2']);
    await markReplySent(client, 'turn-1', later(1));
    expect((await pendingReplies(client, 'test:c')).map((row) => row.turnId)).toEqual(['turn-2']);
  });

  test('a new proposal takes the place of the one before, of the same person here', async () => {
    const { client } = await openTestDatabase();
    const proposal = (turnId: string, personId = 'ann') => ({
      ledgerId: 'l',
      personId,
      conversation: 'test:c',
      turnId,
      tool: 'undo',
      args: '{}',
      fingerprint: 'f',
      expiresAt: later(600),
    });
    const old = await addProposal(client, proposal('1'), noon);
    const bobs = await addProposal(client, proposal('2', 'bob'), noon);
    const both = [await addProposal(client, proposal('3'), noon), await addProposal(client, proposal('3'), noon)];
    expect((await pendingProposals(client, 'test:c', 'ann')).map((row) => row.id)).toEqual(both);
    expect((await pendingProposals(client, 'test:c', 'bob')).map((row) => row.id)).toEqual([bobs]);
    expect((await proposalsOf(client, '1')).map((row) => [row.id, row.state])).toEqual([[old, 'cancelled']]);
    await settleProposal(client, both[0] as string, 'confirmed');
    expect((await pendingProposals(client, 'test:c', 'ann')).map((row) => row.id)).toEqual([both[1]]);
  });

  test('cost adds up by person and from a moment on; unpriced calls count nothing', async () => {
    const { client } = await openTestDatabase();
    const call = { personId: 'ann', turnId: 't', model: 'm', inputTokens: 1, cachedInputTokens: 0, outputTokens: 1 };
    const add = (costMicros: bigint | null, at: Date, personId = 'ann') =>
      addModelCall(client, { ...call, personId, milliseconds: 5, costMicros }, at);
    await add(1_000n, later(-1));
    await add(20n, noon);
    await add(null, later(1));
    await add(3n, later(2));
    await add(500n, later(2), 'bob');
    expect(await costSince(client, 'ann', noon)).toBe(23n);
    expect(await costSince(client, 'nobody', noon)).toBe(0n);
  });

  test('records are written and read back as the same images', async () => {
    const database = await openTestDatabase();
    const { client } = database;
    const { ledgerId, entry } = await withEntry(database);
    expect(await readRecord(client, 'entry', entry.id)).toEqual(entry);
    const deleted = { ...entry, deletedAt: noon.toISOString() };
    await writeEntries(client, [{ image: deleted, isNew: false, homeMinor: null }]);
    expect(await readRecord(client, 'entry', entry.id)).toMatchObject({ deletedAt: '2026-06-15T12:00:00.123Z' });
    const id = `${ledgerId}/café/bar`;
    const image = { ledgerId, merchantKey: 'café/bar', categoryId: 'x', updatedAt: noon.toISOString() };
    await writeRecord(client, 'merchantCategory', id, image);
    expect(await readRecord(client, 'merchantCategory', id)).toEqual(image);
    await writeRecord(client, 'merchantCategory', id, null);
    expect(await readRecord(client, 'merchantCategory', id)).toBeNull();
  });

  test('sums are exact far beyond what a float holds', async () => {
    const database = await openTestDatabase();
    const { ledgerId, entry } = await withEntry(database);
    const large = 99_999_999_999_999n;
    for (let index = 0; index < 120; index++) {
      const id = newId();
      const image = { ...entry, id, amountMinor: large.toString() };
      await writeEntries(database.client, [{ image, isNew: true, homeMinor: null }]);
    }
    const [sum] = await sumEntries(database.client, ledgerId, {}, 'none');
    expect(sum).toMatchObject({ minor: large * 120n + 1250n, count: 121 });
  });

  test('a ledger is read only by its name', async () => {
    const database = await openTestDatabase();
    const { ledgerId } = await withEntry(database);
    expect(await listEntries(database.client, ledgerId, {})).toHaveLength(1);
    expect(await listEntries(database.client, newId(), {})).toEqual([]);
    expect(await sumEntries(database.client, newId(), {}, 'none')).toEqual([]);
  });

  test('the change log knows what to undo and what to redo', async () => {
    const { client } = await openTestDatabase();
    const owner = { ledgerId: 'l', personId: 'ann', turnId: null };
    const log = (operationId: string, personId = 'ann') =>
      logChanges(client, { ...owner, personId, operationId }, [change], noon);
    const change = { entity: 'budget' as const, entityId: 'b', before: null, after: { id: 'b' } };
    await log('one');
    await log('two');
    await log('bobs', 'bob');
    expect(await latestOperation(client, owner)).toBe('two');
    expect(await changesOf(client, owner, 'bobs')).toEqual([]);
    expect(await latestUndone(client, owner)).toBeNull();
    await markOperation(client, owner.ledgerId, 'two', noon);
    await markOperation(client, owner.ledgerId, 'one', noon);
    expect(await latestOperation(client, owner)).toBeNull();
    expect(await latestUndone(client, owner)).toBe('one');
    await markOperation(client, owner.ledgerId, 'one', null);
    expect(await latestUndone(client, owner)).toBe('two');
    await log('three');
    expect(await latestUndone(client, owner)).toBeNull();
  });
});

async function withEntry({ client }: TestDatabase) {
  const person = await createPerson(
    client,
    'test',
    'ann',
    [{ name: 'other', nameKey: 'other', kind: 'expense' }],
    noon,
  );
  const { ledgerId } = await personalLedger(client, person.id);
  const entry = {
    id: newId(),
    ledgerId,
    personId: person.id,
    kind: 'expense',
    amountMinor: '1250',
    currency: 'EUR',
    categoryId: 'c',
    merchant: null,
    note: "Zoë's “lunch” 🥗; DROP TABLE Entry",
    merchantKey: 'lunch',
    searchText: 'lunch',
    day: '2026-06-15',
    turnId: null,
    fromLedgerId: null,
    scheduleId: null,
    createdAt: noon.toISOString(),
    updatedAt: noon.toISOString(),
    deletedAt: null,
  };
  await writeEntries(client, [{ image: entry, isNew: true, homeMinor: null }]);
  return { ledgerId, entry };
}
