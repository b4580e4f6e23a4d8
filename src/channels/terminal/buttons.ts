/** Buttons for a keyboard: "[/1 Undo] [/2 Show rows]", pressed by writing /1 or /undo. */

import type { Button } from '../../conversation/message.ts';

/** A slash in front, since a bare "12" may be an answer or an amount. */
export function buttonCaptions(buttons: readonly Button[]): string[] {
  return buttons.map(({ label }, index) => `/${index + 1} ${label}`);
}

/** The button that `name` (what stands after the slash) means: its number, its label, or a part of it. */
export function findButton(buttons: readonly Button[], name: string): Button | undefined {
  if (/^\d+$/.test(name)) return buttons[Number(name) - 1];
  const wanted = fold(name);
  // Ids begin with what the button does, in English, whatever the language of the label.
  const byName = buttons.find(({ id, label }) => fold(label) === wanted || id.split(':')[0] === wanted);
  return byName ?? buttons.find(({ label }) => label.split(' ').some((word) => fold(word) === wanted));
}

function fold(text: string): string {
  return text.toLowerCase().replace(/[\s_-]/g, '');
}
