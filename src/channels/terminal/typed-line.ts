/** What a person means by a line typed into the terminal. */

import type { Button } from '../../conversation/message.ts';
import { buttonCaptions, findButton } from './buttons.ts';
import * as sentences from './sentences.ts';

export type TypedLine =
  | { readonly kind: 'message'; readonly text: string }
  | { readonly kind: 'edit'; readonly text: string }
  | { readonly kind: 'press'; readonly button: Button }
  /** Nothing for the conversation; the terminal says something itself. */
  | { readonly kind: 'say'; readonly text: string }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'leave' };

/** Reads a line; `buttons` are those that can be pressed now. */
export function readTypedLine(line: string, buttons: readonly Button[]): TypedLine {
  const text = line.trim();
  if (text === '') return { kind: 'nothing' };
  if (/^\/?(quit|exit)$/i.test(text)) return { kind: 'leave' };
  if (!text.startsWith('/')) return { kind: 'message', text: line };

  const [command = '', ...rest] = text.split(/\s+/);
  const name = command.slice(1).toLowerCase();
  if (name === 'help') return { kind: 'say', text: sentences.help };
  if (name === 'edit') {
    const changed = text.slice(command.length).trim();
    return changed === '' ? { kind: 'say', text: sentences.emptyEdit } : { kind: 'edit', text: changed };
  }
  const button = findButton(buttons, [name, ...rest].join(' ')) ?? findButton(buttons, name);
  if (button) return { kind: 'press', button };
  // Without a button at hand it is still clear what is meant.
  if (name === 'undo' || name === 'redo') return { kind: 'message', text: name };
  return { kind: 'say', text: sentences.unknownCommand(command, buttonCaptions(buttons)) };
}
