/** A chat without a screen: a message a line in, the replies as plain text out, in order. */

import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Missed } from './missed.ts';
import { createTypedChat, type TypedChatOptions, terminalConversation } from './typed-chat.ts';
import { writeOut } from './write-out.ts';

export interface PlainChatOptions extends TypedChatOptions {
  readonly input: Readable;
  readonly output: Writable;
  /** Does what is due before a message is taken in, and gives what Purser has to say to the conversation first. */
  readonly unasked: (conversation: string) => Promise<readonly Missed[]>;
  /** Ends the chat after the message at hand. */
  readonly signal?: AbortSignal;
}

/** Wide enough for charts; text is not wrapped, since nobody knows where it goes. */
const plainPaper = { columns: Number.POSITIVE_INFINITY, paint: (_style: string, text: string) => text };

/** Reads to the end of the input; resolves once every reply is written. An empty line stands after each. */
export async function chatInLines(options: PlainChatOptions): Promise<void> {
  const { input, output, signal } = options;
  const chat = createTypedChat(options);

  /** False when its reader is gone. */
  async function sayFirst(): Promise<boolean> {
    for (const { answered, markShown } of await options.unasked(terminalConversation(options.sender))) {
      const { text } = await chat.present(answered, plainPaper);
      if (!(await writeOut(output, `${text}\n\n`))) return false;
      await markShown();
    }
    return true;
  }

  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY, signal })) {
    if (signal?.aborted) break;
    // A command means the buttons that stand there already.
    if (!line.trimStart().startsWith('/') && !(await sayFirst())) break;
    const shown = await chat.answer(line, plainPaper);
    if (shown === 'leave') break;
    if (shown === null) continue;
    if (!(await writeOut(output, `${shown.text}\n\n`))) break;
    if (shown.turnId !== undefined) await options.onShown(shown.turnId);
  }
}
