/** Adds, renames, merges and lists categories. */

import { z } from 'zod';
import { planMerge, planNewCategory, planRename, requireCategory } from '../domain/categories.ts';
import { carryOut } from '../domain/operation.ts';
import type { PlannedChange } from '../domain/planned-change.ts';
import { InputError } from '../errors.ts';
import { listCategories } from '../store/categories.ts';
import { category } from './entry-args.ts';
import { defineTool, type ToolContext } from './tool.ts';

const args = z.object({
  action: z.enum(['add', 'rename', 'merge', 'list']),
  category: category.optional().describe('the category to add, rename, or merge into another'),
  to: z.string().max(60).optional().describe('the new name, or the category to merge into'),
  kind: z.enum(['expense', 'income']).optional().describe('for add; expense unless said'),
});

export const manageCategoryTool = defineTool({
  name: 'manage_category',
  description: "Adds, renames, merges or lists the person's categories. Merging moves all entries and budgets along.",
  args,

  async run(context, args) {
    const { db, asker, words } = context;
    if (args.action === 'list') {
      const categories = await listCategories(db, asker.ledgerId);
      const names = (kind: string) =>
        categories
          .filter((each) => each.kind === kind)
          .map((each) => words.category(each.name))
          .join(', ');
      const said = words.categories(names('expense'), names('income'));
      return { said, data: { categories: categories.map(({ name, kind }) => ({ name, kind })) } };
    }
    const plan = await planFor(context, args);
    const operationId = await carryOut(db, asker, plan.changes);
    return { said: plan.done, data: { done: plan.done }, operationId };
  },

  write: {
    applies: ({ action }) => action !== 'list',
    needsConsent: (_context, { action }) => action === 'merge',
    async preview(context, args) {
      const plan = await planFor(context, args);
      return { said: plan.asked, state: plan.changes.map((change) => change.before) };
    },
  },
});

interface Plan {
  readonly changes: PlannedChange[];
  readonly done: string;
  readonly asked: string;
}

async function planFor(
  { db, asker, words }: ToolContext,
  { action, category, to, kind }: z.output<typeof args>,
): Promise<Plan> {
  if (!category) throw new InputError('Which category?', 'Write something like "add category hobbies".');
  if (action === 'add') {
    const changes = await planNewCategory(db, asker, category, kind ?? 'expense');
    return { changes, done: words.categoryAdded(category), asked: words.proposeCategory(category) };
  }
  if (!to) throw new InputError('Into what?', 'Write "rename dining to restaurants" or "merge dining into groceries".');
  const categories = await listCategories(db, asker.ledgerId);
  const from = requireCategory(categories, category);
  if (action === 'rename') {
    return {
      changes: await planRename(db, asker, from, to),
      done: words.categoryRenamed(words.category(from.name), to),
      asked: words.proposeRename(words.category(from.name), to),
    };
  }
  const into = requireCategory(categories, to);
  const changes = await planMerge(db, asker, from, into);
  const count = changes.filter((change) => change.entity === 'entry').length;
  return {
    changes,
    done: words.categoriesMerged(words.category(from.name), words.category(into.name), count),
    asked: words.proposeMerge(words.category(from.name), words.category(into.name), count),
  };
}
