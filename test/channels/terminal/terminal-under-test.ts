/** The terminal, as the contract suite of channels drives it: scripts that write JSON lines and read JSON lines. */

import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { PassThrough } from 'node:stream';
import type { Channel } from '../../../src/channels/channel.ts';
import { chatInJson } from '../../../src/channels/terminal/json-chat.ts';
import type { PersonDriver, PlatformUnderTest } from '../contract.ts';

interface Line {
  readonly id: string;
  readonly text: string;
  readonly buttons: readonly { readonly id: string; readonly label: string }[];
  readonly images: readonly { readonly alt: string }[];
  readonly files: readonly string[];
}

export const terminalUnderTest: PlatformUnderTest = {
  name: 'the terminal',
  cannot: {
    delete: 'a line that was written can not be taken back',
    group: 'nobody shares a terminal: everything said there is meant for Purser',
    'private answer': 'without groups every answer is between two',
    faults: 'a stream has no limits and no bad moments: it takes a line, or its reader is gone and the chat ends',
  },
  async start() {
    const input = new PassThrough();
    const output = new PassThrough();
    const lines: Line[] = [];
    createInterface({ input: output }).on('line', (line) => lines.push(JSON.parse(line) as Line));
    let count = 0;
    const write = (line: object) => void input.write(`${JSON.stringify(line)}\n`);

    function person(name: string): PersonDriver {
      const said = new Map<string, object>();
      const tell = (line: object): string => {
        count += 1;
        const id = `${name} ${count}`;
        said.set(id, { id, user: name, ...line });
        write(said.get(id) ?? {});
        return id;
      };
      return {
        say: async (text) => tell({ text }),
        edit: async (message, text) => void tell({ edit: message, text }),
        delete: async () => {},
        // An answer is known by the line that it answers.
        reply: async (text) => tell({ text, replyTo: own(name, lines).at(-1)?.id }),
        async press(label) {
          const buttons = own(name, lines).flatMap((line) => line.buttons);
          const button = buttons.findLast((each) => each.label === label);
          if (!button) throw new Error(`${name} sees no button ${label}`);
          tell({ press: button.id });
        },
        redeliver: async (message) => write(said.get(message) ?? {}),
        seen: () =>
          own(name, lines).map(({ text, buttons, images, files }) => ({
            text,
            buttons: buttons.map(({ label }) => label),
            images: images.map(({ alt }) => alt),
            files,
            isPrivate: true,
          })),
      };
    }

    return {
      createChannel({ log, clock, attachments }): Channel {
        let chat: Promise<void> = Promise.resolve();
        return {
          platform: 'terminal',
          async start({ receive }) {
            chat = chatInJson({
              ...{ input, output, receive, attachments, log },
              run: 'run',
              stopwatch: clock.leaseTime,
              unasked: async () => [],
              onSent: async () => {},
            });
          },
          // The chat writes the answers itself, as it does for `purser chat --json`.
          send: async () => {},
          async stop() {
            input.end();
            await chat;
          },
        };
      },
      person,
      inGroup: person,
      addsPurser: async (name) => person(name),
      failNext: () => {},
      async stop() {
        const ended = once(output, 'end');
        output.end();
        await ended;
      },
    };
  },
};

/** One line an id: a message that came again is answered again, and must be answered alike. */
function own(name: string, lines: readonly Line[]): Line[] {
  const byId = new Map<string, Line>();
  for (const line of lines.filter(({ id }) => id.startsWith(`${name} `))) {
    const earlier = byId.get(line.id);
    if (earlier && earlier.text !== line.text) throw new Error(`${line.id} was answered in two ways`);
    byId.set(line.id, line);
  }
  return [...byId.values()];
}
