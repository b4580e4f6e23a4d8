/** Savings goals: setting, changing and removing them. */

import { InputError } from '../errors.ts';
import { newId } from '../id.ts';
import { parseMoney, toDecimal } from '../money.ts';
import { type Day, parseDay } from '../period.ts';
import type { Queries } from '../store/database.ts';
import { type Goal, listGoals } from '../store/goals.ts';
import { readRecord } from '../store/records.ts';
import type { Asker } from './asker.ts';
import { tidyText } from './entry-text.ts';
import { foldText } from './fold.ts';
import { instant } from './operation.ts';
import type { PlannedChange } from './planned-change.ts';

/** The name of a goal that was given none. */
export const UNNAMED_GOAL = 'savings';

const MAX_NAME_LENGTH = 40;

export interface WantedGoal {
  readonly name?: string;
  /** A decimal string in major units. */
  readonly amount?: string;
  /** ISO 4217 code; the person's own unless said. */
  readonly currency?: string;
  readonly by?: Day;
}

/**
 * Sets a goal, or changes the one of this name: what is not said stays, and so does the day it began on. A new amount
 * for one whose day has passed begins it anew; a new day alone lets it go on. Throws an InputError without an amount for
 * a new one, or for a day that is not to come.
 */
export async function planGoal(
  db: Queries,
  asker: Asker,
  wanted: WantedGoal,
): Promise<{ changes: PlannedChange[]; goal: Goal }> {
  const goals = await listGoals(db, asker.ledgerId);
  const only = wanted.name === undefined && wanted.amount === undefined && goals.length === 1 ? goals[0] : undefined;
  const name = only?.name ?? checkedName(wanted.name);
  const old = goals.find(({ nameKey }) => nameKey === foldText(name)) ?? null;
  const isAnew = old?.byDay != null && old.byDay <= asker.today && wanted.amount !== undefined;
  const byDay = wanted.by === undefined ? (isAnew ? null : (old?.byDay ?? null)) : dayToCome(wanted.by, asker.today);
  const said = wanted.amount ?? (old ? toDecimal(old.amount) : undefined);
  if (said === undefined) {
    throw new InputError('How much is to be saved?', 'Write something like "save 2000 by June".');
  }
  const currency = wanted.currency ?? (old && wanted.amount === undefined ? old.amount.currency : null);
  const goal: Goal = {
    id: old?.id ?? newId(),
    name: old?.name ?? name,
    nameKey: foldText(name),
    amount: parseMoney(said, (currency ?? asker.preferences.currency).toUpperCase()),
    startDay: old && !isAnew ? old.startDay : asker.today,
    byDay,
  };
  const before = old && (await readRecord(db, 'goal', old.id));
  const at = instant(asker).toISOString();
  const { amount, ...rest } = goal;
  const after = {
    ...rest,
    ledgerId: asker.ledgerId,
    personId: (before?.personId as string | undefined) ?? asker.personId,
    amountMinor: amount.minor.toString(),
    currency: amount.currency,
    createdAt: before?.createdAt ?? at,
    updatedAt: at,
  };
  return { changes: [{ entity: 'goal', id: goal.id, before, after }], goal };
}

/** Removes a goal; the only one where none is named. Throws an InputError when there is no such goal. */
export async function planGoalRemoval(
  db: Queries,
  asker: Asker,
  name?: string,
): Promise<{ changes: PlannedChange[]; goal: Goal }> {
  const goal = requireGoal(await listGoals(db, asker.ledgerId), name);
  const before = await readRecord(db, 'goal', goal.id);
  return { changes: [{ entity: 'goal', id: goal.id, before, after: null }], goal };
}

/** The goal of this name in any spelling, or the only one where none is named. Throws an InputError that lists them. */
export function requireGoal(goals: readonly Goal[], name?: string): Goal {
  const only = goals.length === 1 ? goals[0] : undefined;
  const found = name === undefined ? only : goals.find(({ nameKey }) => nameKey === foldText(name));
  if (found) return found;
  if (goals.length === 0) throw new InputError('There are no goals.', 'Write "save 2000 by June" to set one.');
  const names = goals.map((goal) => goal.name).join(', ');
  throw name === undefined
    ? new InputError('Which goal?', `There are: ${names}.`)
    : new InputError(`There is no goal "${name.slice(0, MAX_NAME_LENGTH)}".`, `There are: ${names}.`);
}

function checkedName(wanted = UNNAMED_GOAL): string {
  const name = tidyText(wanted) ?? '';
  if (name.length > 0 && name.length <= MAX_NAME_LENGTH) return name;
  throw new InputError('That is no name for a goal.', `Write a name of 1 to ${MAX_NAME_LENGTH} characters.`);
}

function dayToCome(text: string, today: Day): Day {
  const day = parseDay(text);
  if (day > today) return day;
  throw new InputError(`${day} is not to come any more.`, 'Name a later day, like "save 2000 by June".');
}
