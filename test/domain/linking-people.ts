/** People who link their accounts in tests, and what can be seen of them before and after. */

import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { issueLinkCode, type LinkResult, redeemLinkCode, type Unlinked, unlink } from '../../src/domain/linking.ts';
import { newId } from '../../src/id.ts';
import { toDecimal } from '../../src/money.ts';
import { listCategories } from '../../src/store/categories.ts';
import type { Database, Queries } from '../../src/store/database.ts';
import { listEntries } from '../../src/store/entries.ts';
import { type Account, accountsOf } from '../../src/store/links.ts';
import type { TestLedger } from './open-ledger.ts';

export type Linked = Extract<LinkResult, { outcome: 'linked' }>;

/** Numbers that look random and are the same in every run. */
export function chance(seed: string): (limit: number) => number {
  let count = 0;
  return (limit) => {
    count += 1;
    return createHash('sha256').update(`${seed}/${count}`).digest().readUInt32BE() % limit;
  };
}

let codes = 0;

export async function codeOf(ledger: TestLedger): Promise<string> {
  codes += 1;
  const random = chance(`code ${codes}`);
  return (await ledger.run((db) => issueLinkCode(db, ledger.asker, random))).code;
}

export const redeem = (ledger: TestLedger, code: string): Promise<LinkResult> =>
  ledger.run((db) => redeemLinkCode(db, ledger.asker, code));

/** Joins the second one to the first. */
export async function link(kept: TestLedger, joining: TestLedger): Promise<Linked> {
  const result = await redeem(joining, await codeOf(kept));
  if (result.outcome !== 'linked') throw new Error(`refused: ${result.message}`);
  return result;
}

export async function accountOf({ database, asker }: TestLedger): Promise<Account> {
  const [account] = await accountsOf(database.client, asker.personId);
  if (!account) throw new Error('there is no account');
  return account;
}

/** Undoes the link of an account that is `of`'s now. */
export const part = (of: TestLedger, account: Account): Promise<Unlinked> =>
  of.run((db) => unlink(db, of.asker, account));

/** The same person some minutes later. */
export function later(ledger: TestLedger, minutes: number): TestLedger {
  const now = ledger.asker.now.add(Temporal.Duration.from({ minutes }));
  return { ...ledger, asker: { ...ledger.asker, now } };
}

/** The standing entries as sorted texts, so that two ledgers compare as heaps of entries. */
export async function heap({ database, asker }: TestLedger): Promise<string[]> {
  const names = new Map((await listCategories(database.client, asker.ledgerId)).map(({ id, name }) => [id, name]));
  const entries = await listEntries(database.client, asker.ledgerId, {});
  return entries
    .map(({ id, kind, amount, categoryId, merchant, note, day }) =>
      [id, kind, toDecimal(amount), amount.currency, names.get(categoryId), merchant, note, day].join('|'),
    )
    .sort();
}

/** Every row of the database that names neither of the people nor one of their ledgers. */
export async function everythingOfOthers({ client }: Database, people: readonly TestLedger[]): Promise<string> {
  const own = people.flatMap(({ asker }) => [asker.personId, asker.ledgerId]);
  const tables: Record<string, unknown[]> = {
    entry: await client.entry.findMany({ orderBy: { id: 'asc' } }),
    budget: await client.budget.findMany({ orderBy: { id: 'asc' } }),
    category: await client.category.findMany({ orderBy: { id: 'asc' } }),
    merchant: await client.merchantCategory.findMany({ orderBy: [{ ledgerId: 'asc' }, { merchantKey: 'asc' }] }),
    member: await client.member.findMany({ orderBy: [{ ledgerId: 'asc' }, { personId: 'asc' }] }),
    identity: await client.identity.findMany({ orderBy: { externalId: 'asc' } }),
    turn: await client.turn.findMany({ orderBy: { id: 'asc' } }),
    proposal: await client.proposal.findMany({ orderBy: { id: 'asc' } }),
    change: await client.change.findMany({ orderBy: { id: 'asc' } }),
    person: await client.person.findMany({ orderBy: { id: 'asc' } }),
  };
  return JSON.stringify(tables, (_, value) => {
    if (Array.isArray(value)) {
      return value.filter((row) => !own.some((id) => Object.values(row as object).includes(id)));
    }
    return typeof value === 'bigint' ? value.toString() : value;
  });
}

/** A turn that the account took, finished or not. */
export async function addTurn(
  db: Queries,
  account: Account,
  personId: string | null,
  conversation: string = account.externalId,
): Promise<string> {
  const id = newId();
  await db.turn.create({
    data: {
      id,
      key: id,
      conversation,
      platform: account.platform,
      personId,
      kind: 'message',
      message: JSON.stringify({ sender: account.externalId, content: { kind: 'message', text: 'lunch 5' } }),
      state: personId ? 'done' : 'received',
      receivedAt: new Date(0),
      reply: personId && '{"text":"ok"}',
    },
  });
  return id;
}
