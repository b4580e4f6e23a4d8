/** A platform on which the golden conversation takes place, and how what stands there in the end is written down. */

import type { Attachments, Channel, WebHook } from '../../../src/channels/channel.ts';
import type { Clock } from '../../../src/conversation/house.ts';
import type { Log } from '../../../src/log.ts';

export interface Stage {
  createChannel(options: { log: Log; clock: Clock; attachments: Attachments }): Channel;
  /** Hands over where the platform's requests go, for a channel with web hooks. */
  mount?(webHooks: readonly WebHook[]): Promise<void>;
  /** Ann, alone with Purser. */
  readonly ann: Actor;
  /** The group "flat"; null where the platform has none. */
  readonly group: { readonly ann: Actor; readonly bob: Actor; readonly annAddsPurser: () => Promise<unknown> } | null;
  /** All that Ann sees, here and there. */
  transcript(): string;
  stop(): Promise<void>;
}

export interface Actor {
  say(text: string): Promise<string>;
  /** The platform's own command, where it has any. */
  command?(text: string): Promise<void>;
  edit(message: string, text: string): Promise<void>;
  press(label: string): Promise<void>;
  /** Changes the amount of the newest entry behind its Edit button, as the platform has it; each part that is answered goes through `then`. */
  fillIn(amount: string, then: (deed: Promise<unknown>) => Promise<unknown>): Promise<void>;
  /** Something said in a group that is not meant for Purser. */
  mutter?(text: string): Promise<void>;
}

export interface ShownLine {
  readonly from: string;
  /** "edited", "only Ann sees it". */
  readonly notes?: readonly (string | false)[];
  readonly text: string;
  readonly pictures?: readonly string[];
  readonly files?: readonly string[];
  readonly buttons?: readonly (readonly string[])[];
}

/** What a place shows, with what people did there that it does not show (commands, presses) where they did it. */
export function createPlace(title: string, read: () => readonly string[]) {
  const deeds: { readonly before: number; readonly text: string }[] = [];
  return {
    did: (text: string) => void deeds.push({ before: read().length, text: `(${text})` }),
    text(): string {
      const messages = read();
      const woven = [...messages, null].flatMap((message, index) => [
        ...deeds.filter(({ before }) => before === index).map(({ text }) => text),
        ...(message === null ? [] : [message]),
      ]);
      return [`── ${title} ──`, ...woven].join('\n\n');
    },
  };
}

/** A form that opened, was changed and sent in, as what somebody did. */
export function formText(
  who: string,
  amount: string,
  { title, fields, submit }: { title: string; fields: readonly { label: string; value: string }[]; submit: string },
): string {
  const lines = fields.map(({ label, value }) => `  ${label}: [${value}]`);
  return [
    `${who} presses Edit, and a form opens:`,
    `  ${title}`,
    ...lines,
    `${who} writes ${amount} as the amount and presses ${submit}`,
  ].join('\n');
}

/** One message as it looks. */
export function lineText({ from, notes = [], text, pictures = [], files = [], buttons = [] }: ShownLine): string {
  const [first = '', ...rest] = text.split('\n');
  const noted = notes.filter((note) => note !== false);
  return [
    `${from}${noted.length > 0 ? ` [${noted.join(', ')}]` : ''}: ${first}`.trimEnd(),
    ...rest.map((line) => `  ${line}`.trimEnd()),
    ...pictures.map((alt) => `  [picture: ${alt}]`),
    ...files.map((name) => `  [file ${name}]`),
    ...buttons.filter((row) => row.length > 0).map((row) => `  ${row.map((label) => `( ${label} )`).join(' ')}`),
  ].join('\n');
}
