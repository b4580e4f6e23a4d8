/** What people see of mrkdwn: links and mentions resolved, formatting gone, escapes undone. */

import type { Json, Workspace } from './workspace.ts';

export interface Shown {
  readonly text: string;
  /** Whom it would notify: user ids, "here", "channel", "everyone". */
  readonly notified: readonly string[];
}

const formats: [pattern: RegExp, shown: string][] = [
  [/(?<![\p{L}\p{N}*])\*(?=\S)([^*\n]*[^\s*])\*(?![\p{L}\p{N}*])/gu, '⟦b⟧$1⟦/b⟧'],
  [/(?<![\p{L}\p{N}_])_(?=\S)([^_\n]*[^\s_])_(?![\p{L}\p{N}_])/gu, '⟦i⟧$1⟦/i⟧'],
  [/(?<![\p{L}\p{N}~])~(?=\S)([^~\n]*[^\s~])~(?![\p{L}\p{N}~])/gu, '⟦s⟧$1⟦/s⟧'],
];

/** Formatting shows as ⟦b⟧…⟦/b⟧, ⟦i⟧, ⟦s⟧, ⟦code⟧, ⟦pre⟧ and ⟦quote⟧, so that a test sees what was meant as text and was not. */
export function showMrkdwn(workspace: Workspace, mrkdwn: string): Shown {
  const notified: string[] = [];
  const text = mrkdwn
    .split(/(```[\s\S]+?```|`[^`\n]+`)/)
    .map((part, index) => {
      if (index % 2 === 1) {
        const fence = part.startsWith('```') ? 3 : 1;
        const inner = undoEscapes(part.slice(fence, -fence).replace(/^\n|\n$/g, ''));
        return fence === 3 ? `⟦pre⟧${inner}⟦/pre⟧` : `⟦code⟧${inner}⟦/code⟧`;
      }
      // What is in angle brackets is never formatted; it steps aside while the rest is.
      const aside: string[] = [];
      let shown = part.replace(/<([^<>\n]*)>/g, (_, inner: string) => {
        aside.push(resolve(workspace, inner, notified));
        return `\uE000${aside.length - 1}\uE001`;
      });
      for (const [pattern, replacement] of formats) shown = shown.replace(pattern, replacement);
      shown = shown.replace(/^(?:&gt;|>) ?(.*)$/gm, '⟦quote⟧$1⟦/quote⟧');
      shown = shown.replace(/(?<![\p{L}\p{N}]):([a-z][a-z0-9_+-]+):(?![\p{L}\p{N}])/gu, '⟦:$1:⟧');
      return undoEscapes(shown).replace(/\uE000(\d+)\uE001/g, (_, n: string) => aside[Number(n)] as string);
    })
    .join('');
  return { text, notified };
}

/** What people see of a message: its blocks, or its text where it has none. */
export function showMessage(workspace: Workspace, message: { text: string; blocks: readonly Json[] | null }): Shown {
  if (!message.blocks) return showMrkdwn(workspace, message.text);
  const shown = message.blocks.map((block) => showBlock(workspace, block)).filter((each) => each.text !== '');
  // The text is what a notification reads out.
  const announced = showMrkdwn(workspace, message.text).notified;
  return {
    text: shown.map((each) => each.text).join('\n'),
    notified: [...new Set([...announced, ...shown.flatMap((each) => each.notified)])],
  };
}

function showBlock(workspace: Workspace, block: Json): Shown {
  const texts = [
    block.text,
    ...((block.fields ?? []) as unknown[]),
    ...(block.type === 'context' ? (block.elements as unknown[]) : []),
  ];
  const shown = texts.flatMap((given) => {
    if (given === undefined) return [];
    const text = given as Json;
    if (typeof given === 'string') return [showMrkdwn(workspace, given)];
    if (text.type === 'mrkdwn') return [showMrkdwn(workspace, String(text.text))];
    return [{ text: undoEscapes(String(text.text)), notified: [] }];
  });
  return { text: shown.map((each) => each.text).join('\n'), notified: shown.flatMap((each) => each.notified) };
}

function resolve(workspace: Workspace, inner: string, notified: string[]): string {
  const [target = '', label] = inner.split('|', 2) as [string, string | undefined];
  if (target.startsWith('@')) {
    notified.push(target.slice(1));
    return `@${workspace.users.get(target.slice(1))?.name ?? target.slice(1)}`;
  }
  if (target.startsWith('!')) {
    const special = target.slice(1);
    if (/^(here|channel|everyone)$/.test(special)) notified.push(special);
    return label ?? `@${special}`;
  }
  if (target.startsWith('#')) return `#${workspace.channels.get(target.slice(1))?.name ?? label ?? target.slice(1)}`;
  if (/^(https?|mailto):/.test(target)) return undoEscapes(label ? `${label} (${target})` : target);
  return `<${inner}>`;
}

function undoEscapes(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
