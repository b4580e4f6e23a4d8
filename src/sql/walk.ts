/** Going through a tree, and changing parts of it. */

import type { Part } from './tree.ts';

const kinds = new Set<string>(
  'column star text number word call infix prefix postfix like between in case cast collate worded interval dated exists compared value parens tuple select set values nested table query joined'.split(
    ' ',
  ),
);

/**
 * The tree with each part replaced by what `change` makes of it; the parts within a part come first. A part that nothing
 * was changed in is the same object as before.
 */
export function changed<Tree>(tree: Tree, change: (part: Part) => Part): Tree {
  if (Array.isArray(tree)) {
    const items = tree.map((item) => changed(item, change));
    return items.every((item, index) => item === tree[index]) ? tree : (items as Tree);
  }
  if (tree === null || typeof tree !== 'object') return tree;
  let copy: Record<string, unknown> | null = null;
  for (const [key, value] of Object.entries(tree)) {
    const after = changed(value, change);
    if (after === value) continue;
    copy = { ...(copy ?? tree), [key]: after };
  }
  const whole = (copy ?? tree) as Tree;
  return isPart(whole) ? (change(whole) as Tree) : whole;
}

/** Every part of the tree, a part before what is in it. `enter` returns false to leave out what is in it. */
export function visit(tree: unknown, enter: (part: Part) => boolean | undefined): void {
  if (tree === null || typeof tree !== 'object') return;
  if (isPart(tree) && enter(tree) === false) return;
  for (const value of Object.values(tree)) visit(value, enter);
}

function isPart(tree: unknown): tree is Part {
  return kinds.has((tree as { is?: string }).is ?? '');
}

/**
 * The tree with the names of tables and columns in small letters, as the views have them: MySQL on Linux tells Entries
 * from entries. What a result's column is to be called stays as it was written.
 */
export function inSmallLetters<Tree>(tree: Tree): Tree {
  if (Array.isArray(tree)) return tree.map((each) => inSmallLetters(each)) as Tree;
  if (tree === null || typeof tree !== 'object') return tree;
  if ('isQuoted' in tree && 'text' in tree) return { ...tree, text: smallLetters(String(tree.text)) };
  const isItem = !('is' in tree) && 'alias' in tree;
  const entries = Object.entries(tree).map(([key, value]) => [
    key,
    isItem && key === 'alias' ? value : inSmallLetters(value),
  ]);
  return Object.fromEntries(entries) as Tree;
}

/** Of the alphabet's 26 letters alone: to SQLite, É and é are different. */
export function smallLetters(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
