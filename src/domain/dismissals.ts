/** Findings that were shown to somebody, and that they may dismiss: told of once, and then no more while they stay as they are. */

import { InputError } from '../errors.ts';
import type { Day } from '../period.ts';
import type { Queries } from '../store/database.ts';
import { findDismissals } from '../store/dismissals.ts';
import { standingAmounts } from '../store/insight-rows.ts';
import { type Image, readRecord } from '../store/records.ts';
import { findTurn, finishedTurns } from '../store/turns.ts';
import type { Asker } from './asker.ts';
import { foldText } from './fold.ts';
import { instant } from './operation.ts';
import type { PlannedChange } from './planned-change.ts';

/** A finding as a reply keeps it: enough to dismiss it later, and to see whether it still holds. */
export interface ShownFinding {
  readonly ledgerId: string;
  readonly key: string;
  readonly fact: string;
  /** As the reply called it: "Nobelhart". */
  readonly name: string;
  /** The entries that it is about, as they were: minor units of the ledger's currency. */
  readonly entries: readonly { readonly id: string; readonly day: Day; readonly amount: number }[];
}

/**
 * What dismisses the findings: nothing for those that were dismissed as they are before. Throws an InputError for
 * another ledger's, and where an entry was changed or deleted since.
 */
export async function planDismissal(
  db: Queries,
  asker: Asker,
  findings: readonly ShownFinding[],
): Promise<PlannedChange[]> {
  const { ledgerId, personId } = asker;
  if (findings.some((finding) => finding.ledgerId !== ledgerId)) {
    throw new InputError('That is about another ledger.', 'Answer where it was shown to you.');
  }
  const shown = findings.flatMap(({ entries }) => entries);
  const standing = await standingAmounts(
    db,
    ledgerId,
    shown.map(({ id }) => id),
  );
  const isSame = ({ id, day, amount }: ShownFinding['entries'][number]) =>
    standing.some((entry) => entry.id === id && entry.day === day && entry.homeMinor === BigInt(amount));
  if (!shown.every(isSame)) {
    throw new InputError('That was changed since I showed it.', 'Ask “anything unusual?” to see how it is now.');
  }
  const changes: PlannedChange[] = [];
  for (const { key, fact } of findings) {
    const id = `${ledgerId}/${key}`;
    const before = await readRecord(db, 'dismissal', id);
    const after: Image = { ledgerId, key, fact, personId, createdAt: instant(asker).toISOString() };
    if (before?.fact !== fact) changes.push({ entity: 'dismissal', id, before, after });
  }
  return changes;
}

/** Turns back that "that's fine" may be about. */
const TURNS_BACK = 10;

/** What the person's latest answer about unusual things found, in this conversation and ledger; none for none lately. */
async function latestFindings(db: Queries, asker: Asker): Promise<readonly ShownFinding[]> {
  const turn = asker.turnId === null ? null : await findTurn(db, asker.turnId);
  if (!turn) return [];
  const turns = await finishedTurns(db, turn.conversation, asker.personId, turn.id, TURNS_BACK);
  for (const { reply } of turns.toReversed()) {
    const { findings = [] } = JSON.parse(reply ?? '{}') as { findings?: readonly ShownFinding[] };
    const own = findings.filter(({ ledgerId }) => ledgerId === asker.ledgerId);
    if (own.length > 0) return own;
  }
  return [];
}

/**
 * Of the latest findings those that somebody means: by a part of their name, or (null) the one that nobody has dismissed
 * yet. Throws an InputError where there is none, or several without a name.
 */
export async function findingsMeant(db: Queries, asker: Asker, name: string | null): Promise<readonly ShownFinding[]> {
  const latest = await latestFindings(db, asker);
  if (latest.length === 0) {
    throw new InputError('There is nothing unusual to set aside just now.', 'Ask “anything unusual?” first.');
  }
  const keys = latest.map(({ key }) => key);
  const dismissed = await findDismissals(db, asker.ledgerId, keys);
  const open = latest.filter(({ key, fact }) => !dismissed.some((each) => each.key === key && each.fact === fact));
  const names = [...new Set((name === null && open.length > 0 ? open : latest).map((finding) => finding.name))];
  if (name === null) {
    if (open.length <= 1) return open.length === 1 ? open : latest;
    throw new InputError('Which of them is fine?', `There are: ${names.join(', ')}.`);
  }
  const found = latest.filter((finding) => foldText(finding.name).includes(foldText(name)));
  if (found.length > 0) return found;
  throw new InputError(`I did not name “${name.slice(0, 40)}” as unusual.`, `There are: ${names.join(', ')}.`);
}
