/** A conversation typed line by line: lines become messages, presses and edits; replies become text. */

import type { Button, InboundMessage } from '../../conversation/message.ts';
import type { Log } from '../../log.ts';
import type { Answered, Attachments, Receive } from '../channel.ts';
import { type Paper, renderReply } from './reply-text.ts';
import * as sentences from './sentences.ts';
import { readTypedLine, type TypedLine } from './typed-line.ts';
import { wrapText } from './wrap-text.ts';

export interface TypedChatOptions {
  readonly receive: Receive;
  readonly attachments: Attachments;
  /** Told once a reply has been shown. */
  readonly onShown: (turnId: string) => Promise<void>;
  readonly sender: string;
  /** Tells this run from all others. */
  readonly run: string;
  readonly log: Log;
}

/** What to show; `turnId` when it is a committed reply. */
export interface Shown {
  readonly text: string;
  readonly turnId?: string;
}

export interface TypedChat {
  /** Answers a line. Null when there is nothing to say to it. */
  answer(line: string, paper: Paper): Promise<Shown | 'leave' | null>;
  /** An answer that this chat did not ask for; its buttons are the ones to press from now on. */
  present(answered: Answered, paper: Paper): Promise<Shown>;
}

/** The name of the conversation that a person of this terminal has. */
export function terminalConversation(sender: string): string {
  return `terminal:${sender}`;
}

export function createTypedChat(options: TypedChatOptions): TypedChat {
  const { receive, sender, run, log } = options;
  const conversation = terminalConversation(sender);
  let count = 0;
  let lastMessage: string | null = null;
  /** The press that asked what an entry should be like: the next line is the answer. */
  let prompt: string | null = null;
  let buttons: readonly Button[] = [];

  async function present({ turnId, reply }: Answered, paper: Paper): Promise<Shown> {
    // The older buttons still stand on the screen, so they stay good until there are new ones.
    if (reply.buttons.length > 0) buttons = reply.buttons;
    return { text: await renderReply(reply, paper, options), turnId };
  }

  const says = (text: string, { columns }: Paper): Shown => ({ text: wrapText(text, columns) });

  async function answer(line: string, paper: Paper): Promise<Shown | 'leave' | null> {
    const typed = readTypedLine(line, buttons);
    if (typed.kind === 'nothing') return null;
    if (typed.kind === 'leave') return 'leave';
    if (typed.kind === 'say') return says(typed.text, paper);
    const content = contentOf(typed, { lastMessage, prompt });
    if (content === null) return says(sentences.noEarlierMessage, paper);
    count += 1;
    const key = `${conversation}:${run}.${count}`;
    // An edited message keeps its key, so that it can be edited again.
    if (content.kind === 'message') lastMessage = key;
    try {
      const { answered } = await receive({ key, platform: 'terminal', conversation, sender, content });
      const { turnId, reply } = await answered;
      prompt = content.kind === 'press' && reply.about ? key : null;
      return await present({ turnId, reply }, paper);
    } catch (error) {
      log.error({ err: error }, 'a message has no answer');
      return says(sentences.failed, paper);
    }
  }

  return { answer, present };
}

function contentOf(
  typed: Extract<TypedLine, { kind: 'message' | 'edit' | 'press' }>,
  { lastMessage, prompt }: { readonly lastMessage: string | null; readonly prompt: string | null },
): InboundMessage['content'] | null {
  switch (typed.kind) {
    case 'message':
      return { kind: 'message', text: typed.text, ...(prompt === null ? {} : { replyTo: prompt }) };
    case 'press':
      return { kind: 'press', button: typed.button.id };
    case 'edit':
      return lastMessage === null ? null : { kind: 'edit', text: typed.text, edits: lastMessage };
  }
}
