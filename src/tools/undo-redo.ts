/** Takes the latest change back, and puts it again. */

import { z } from 'zod';
import { describeWatch } from '../alerts/describe-watch.ts';
import { viewOf } from '../domain/entries.ts';
import { planReversal, type Reversal, redo, undo } from '../domain/operation.ts';
import type { PlannedChange } from '../domain/planned-change.ts';
import { listCategories } from '../store/categories.ts';
import type { Image } from '../store/records.ts';
import type { WatchSpan } from '../store/watches.ts';
import { alertWords } from '../wording/alert-words.ts';
import { findingsWords } from '../wording/analytics/findings-words.ts';
import { goalWords } from '../wording/analytics/goal-words.ts';
import { budgetName } from '../wording/budgets.ts';
import { describeEntry, describeRate } from '../wording/phrasing.ts';
import { watchWords } from '../wording/watch-words.ts';
import { describeArrangement } from './arrangement-texts.ts';
import { nameOf } from './goal-texts.ts';
import { defineTool, type Preview, type ToolContext, type ToolOutcome } from './tool.ts';

export const undoTool = defineTool({
  name: 'undo',
  description: "Takes back the person's latest change: an entry, a correction, a deletion, a budget, a setting.",
  args: z.object({}),
  run: async (context) => outcomeOf(context, 'undone', await undo(context.db, context.asker)),
  write: { preview: (context) => previewOf(context, 'undo') },
});

export const redoTool = defineTool({
  name: 'redo',
  description: 'Puts back what was undone last.',
  args: z.object({}),
  run: async (context) => outcomeOf(context, 'redone', await redo(context.db, context.asker)),
  write: { preview: (context) => previewOf(context, 'redo') },
});

/** By the time of the yes, the latest change must still be the same one. */
async function previewOf({ db, asker, words }: ToolContext, direction: 'undo' | 'redo'): Promise<Preview> {
  const { operationId, changes } = await planReversal(db, asker, direction);
  return { said: words.proposeOther, state: [operationId, ...changes.map((change) => change.before)] };
}

/** What an undo or redo did, in words. */
export async function outcomeOf(
  context: ToolContext,
  direction: 'undone' | 'redone',
  { changes }: Reversal,
): Promise<ToolOutcome> {
  const { db, asker, words } = context;
  const names = new Map((await listCategories(db, asker.ledgerId)).map(({ id, name }) => [id, name]));
  // A person's own ledger goes along with their currency, and what they arranged with their time zone.
  const hasSettings = changes.some(({ entity }) => entity === 'preferences');
  const told = changes.filter(({ entity }) => !(hasSettings && (entity === 'ledger' || entity === 'schedule')));
  const lines = told.flatMap((change) => describeReversal(change, names, context));
  // A list would hide that the first line is the point; merging a category moves very many entries.
  const shown = lines.length > MAX_LINES ? [...lines.slice(0, MAX_LINES), words.more(lines.length - MAX_LINES)] : lines;
  const said = words[direction](shown.join('\n'));
  return { said, data: { [direction]: shown } };
}

const MAX_LINES = 10;

function describeReversal(change: PlannedChange, names: Map<string, string>, context: ToolContext): readonly string[] {
  const { words, asker } = context;
  const { entity, before, after } = change;
  const image = (after ?? before) as Image;
  if (entity === 'entry') {
    const describe = (each: Image) =>
      describeEntry(viewOf(each, { name: names.get(each.categoryId as string) ?? '' }), words, asker.today);
    const wasThere = before !== null && before.deletedAt === null;
    const isThere = after !== null && after.deletedAt === null;
    if (wasThere && isThere) return [`${describe(before)} → ${describe(after)}`];
    return [isThere ? words.entryBack(describe(after)) : words.entryRemoved(describe(image))];
  }
  if (entity === 'budget') return [words.budgetChange(budgetName(names.get(image.scope as string) ?? 'total', words))];
  if (entity === 'category') return [words.categoryChange(words.category(image.name as string))];
  if (entity === 'preferences') return [words.preferencesChange];
  if (entity === 'ledger') return [words.ledgerCurrency(image.currency as string)];
  if (entity === 'goal') return [goalWords(words).goal(nameOf({ name: image.name as string }))];
  if (entity === 'dismissal') return [findingsWords(words).dismissal];
  if (entity === 'watch') return [describeWatchImage(image, names, words)];
  if (entity === 'alertSettings') return [alertWords(words).settings];
  if (entity === 'schedule') return describeArrangement(change, context);
  if (entity !== 'rate') return [];
  const rate = describeRate(image.base as string, image.quote as string, image.rate as string, words);
  return [after === null ? words.entryRemoved(rate) : words.entryBack(rate)];
}

function describeWatchImage(image: Image, names: ReadonlyMap<string, string>, words: ToolContext['words']): string {
  const watch = {
    amount: { minor: BigInt(image.amountMinor as string), currency: image.currency as string },
    per: image.per as WatchSpan,
    category: image.categoryId === null ? null : (names.get(image.categoryId as string) ?? null),
    merchant: image.merchant as string | null,
  };
  return watchWords(words).undone(describeWatch(watch, words));
}
