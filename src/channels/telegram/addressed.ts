/** Whether a message is meant for Purser, and what it says once its name and commands are read. */

import type { Language } from '../../language.ts';
import { commandNames, plainMessage } from './commands.ts';

export interface Me {
  readonly id: number;
  readonly username: string;
}

/** The parts of a message that decide. */
export interface Written {
  readonly text: string;
  readonly isGroup: boolean;
  /** It answers a message of Purser's. */
  readonly isReplyToMe: boolean;
  readonly language: Language;
}

/** The plain message, or null where it is not for Purser. */
export function meantForMe({ text, isGroup, isReplyToMe, language }: Written, me: Me): string | null {
  const withoutName = strikeName(text, me);
  const isMentioned = withoutName !== null;
  const said = (withoutName ?? text).trim();
  const command = /^\/(\w{1,64})(?:@(\w+))?(?=\s|$)/.exec(text.trimStart());
  if (command) {
    const [whole, name = '', addressee] = command;
    // Several bots share a group: a command with another's name is not for us, an unknown one without a name hardly.
    if (addressee !== undefined && addressee.toLowerCase() !== me.username.toLowerCase()) return null;
    const isKnown = commandNames.has(name.toLowerCase());
    if (isGroup && !isKnown && addressee === undefined && !isReplyToMe) return null;
    const words = strikeName(text.trimStart().slice(whole.length), me) ?? text.trimStart().slice(whole.length);
    return plainMessage(name.toLowerCase(), words, language) ?? `${name} ${words.trim()}`.trim();
  }
  if (isGroup && !isMentioned && !isReplyToMe) return null;
  // A command may follow the name: "@purser /spent".
  const after = isMentioned ? /^\/(\w{1,64})(?=\s|$)/.exec(said) : null;
  if (after) return plainMessage((after[1] ?? '').toLowerCase(), said.slice(after[0].length), language) ?? said;
  return said;
}

/** The text without "@purser", or null where it has none. */
function strikeName(text: string, me: Me): string | null {
  const name = new RegExp(`(?<![\\w@/.])@${me.username}(?!\\w)[,:]?`, 'gi');
  const struck = text.replace(name, ' ');
  return struck === text ? null : struck.replace(/[^\S\n]{2,}/g, ' ');
}
