/** The golden conversation in a terminal, as plain text in and out. */

import { PassThrough } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { chatInLines } from '../../../src/channels/terminal/plain-chat.ts';
import type { Actor, Stage } from './stage.ts';

export async function openTerminal(): Promise<Stage> {
  const input = new PassThrough();
  const output = new PassThrough({ encoding: 'utf8' });
  let chat = Promise.resolve();
  let text = '';
  output.on('data', (chunk: string) => {
    text += chunk;
  });
  const type = async (line: string): Promise<string> => {
    text += `› ${line}\n`;
    const before = text.length;
    input.write(`${line}\n`);
    while (!text.slice(before).endsWith('\n\n')) await sleep(5);
    return line;
  };
  const ann: Actor = {
    say: type,
    edit: async (_message, changed) => void (await type(`/edit ${changed}`)),
    async fillIn(amount, then) {
      await then(type('/2'));
      await then(type(amount));
    },
    press: async (label) => void (await type(`/${label.toLowerCase()}`)),
  };
  return {
    createChannel: ({ log, attachments }) => ({
      platform: 'terminal',
      async start({ receive }) {
        chat = chatInLines({
          ...{ input, output, receive, attachments, log },
          sender: 'ann',
          run: 'run',
          unasked: async () => [],
          onShown: async () => {},
        });
      },
      // The chat writes the answers itself.
      send: async () => {},
      async stop() {
        input.end();
        await chat;
      },
    }),
    ann,
    group: null,
    transcript: () => text.trimEnd(),
    stop: async () => void output.end(),
  };
}
