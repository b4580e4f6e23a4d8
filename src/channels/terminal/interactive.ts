/** The chat that a person has in a terminal. */

import type { Readable, Writable } from 'node:stream';
import { styleText } from 'node:util';
import type { Missed } from './missed.ts';
import { harmless, type Paint } from './reply-text.ts';
import { openScreen } from './screen.ts';
import * as sentences from './sentences.ts';
import { createTypedChat, type Shown, type TypedChatOptions } from './typed-chat.ts';
import { wrapText } from './wrap-text.ts';

export interface InteractiveOptions extends TypedChatOptions {
  readonly input: Readable;
  readonly output: Writable & { readonly columns?: number };
  readonly facts: sentences.GreetingFacts;
  /** Replies of earlier runs that nobody saw, oldest first, and how many older ones are left out. */
  readonly missed: { readonly replies: readonly Missed[]; readonly older: number };
  /** Called once, with those who want to hear what happens meanwhile. */
  readonly listen?: (listeners: Listeners) => void;
  /** Ends the chat after the message at hand. */
  readonly signal?: AbortSignal;
}

export interface Listeners {
  /** A tool is at work on the message at hand. */
  onTool(tool: string): void;
  /** The log has something to say. */
  onNotice(text: string): void;
  /** Messages of earlier runs are answered only now, or Purser speaks first. */
  onLate(replies: readonly Missed[]): void;
}

/** Resolves when the person leaves, once every message is answered. */
export async function chatInteractively(options: InteractiveOptions): Promise<void> {
  const { output, missed } = options;
  // Looks at the terminal and at NO_COLOR by itself.
  const paint: Paint = (style, text) => styleText(style, text, { stream: output });
  const screen = openScreen({ ...options, paint });
  const chat = createTypedChat(options);
  const paper = () => ({ columns: screen.columns(), paint });
  let isOpen = true;

  const show = async ({ text, turnId }: Shown, markShown = options.onShown) => {
    // On a terminal that is gone nobody has seen it.
    const isSeen = await screen.print(`${text}\n`);
    if (isSeen && turnId !== undefined) await markShown(turnId);
  };
  const showMissed = async (replies: readonly Missed[], older = 0) => {
    if (replies.length === 0 || !isOpen) return;
    if (older > 0 || replies.some(({ said }) => said !== null)) void screen.print(sentences.whileYouWereAway);
    if (older > 0) void screen.print(paint('dim', sentences.olderReplies(older)));
    for (const { said, answered, markShown } of replies) {
      if (said !== null) void screen.print(paint('dim', `${sentences.prompt}${harmless(said)}`));
      const shown = await chat.present(answered, paper());
      // Whoever has left sees it the next time.
      if (!isOpen) return;
      await show(shown, markShown);
    }
  };

  try {
    const [first = '', ...others] = sentences
      .greeting(options.facts)
      .split('\n')
      .map((line) => wrapText(line, screen.columns()));
    void screen.print(`${first}\n${paint('dim', others.join('\n'))}\n`);
    await showMissed(missed.replies, missed.older);
    options.listen?.({
      onTool: (tool) => screen.progress(sentences.working(tool)),
      onNotice: (text) => void screen.print(paint('yellow', wrapText(harmless(text), screen.columns()))),
      onLate: (replies) => void showMissed(replies).catch(() => {}),
    });
    for (let line = await screen.nextLine(); line !== null; line = await screen.nextLine()) {
      screen.busy(sentences.thinking);
      const shown = await chat.answer(line, paper()).finally(screen.idle);
      if (shown === 'leave') break;
      if (shown !== null) await show(shown);
    }
  } finally {
    isOpen = false;
    screen.close();
  }
}
