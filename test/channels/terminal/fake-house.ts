/** The far side of a channel: takes messages, answers them as a test says, and remembers what was shown. */

import type { Answered, Receive } from '../../../src/channels/channel.ts';
import type { Missed } from '../../../src/channels/terminal/missed.ts';
import type { ChartSpec } from '../../../src/charts/chart-spec.ts';
import { type InboundMessage, plainReply, type Reply, spokenText } from '../../../src/conversation/message.ts';
import { createLog } from '../../../src/log.ts';
import type { FileAttachment } from '../../../src/tools/tool.ts';

export type Script = (message: InboundMessage) => Partial<Reply> | Promise<Partial<Reply>>;

/** Answers "lunch" with "You said lunch." unless the script says otherwise; the same key with the same reply. */
export function fakeHouse(script: Script = () => ({})) {
  const messages: InboundMessage[] = [];
  const shown: string[] = [];
  const turns = new Map<string, Promise<Answered>>();

  async function answer(message: InboundMessage, turnId: string): Promise<Answered> {
    const { content } = message;
    const said = content.kind === 'press' ? `pressed ${content.button}` : spokenText(content);
    return { turnId, reply: { ...plainReply(`You said ${said}.`), ...(await script(message)) } };
  }

  const receive: Receive = async (message) => {
    const known = turns.get(message.key);
    if (known) return { answered: known };
    messages.push(message);
    const answered = answer(message, `turn ${messages.length}`);
    answered.catch(() => {});
    turns.set(message.key, answered);
    return { answered };
  };
  const attachments = {
    drawChart: async () => new Uint8Array(),
    saveChart: async (chart: ChartSpec) => `/charts/${chart.title}.png`,
    saveFile: async (file: FileAttachment) => `/files/${file.name}`,
  };
  const onShown = async (turnId: string) => {
    shown.push(turnId);
  };
  const unasked = async (): Promise<Missed[]> => [];
  return { receive, attachments, unasked, onShown, messages, shown, log: createLog('silent') };
}

export const undoButtons = [
  { id: 'undo:7', label: 'Undo' },
  { id: 'rows:7', label: 'Show rows' },
];

export const barChart = {
  kind: 'bar' as const,
  title: 'Groceries',
  alt: 'Groceries by month',
  locale: 'en',
  currency: 'EUR',
  labels: ['May', 'June'],
  values: [12_000, 6_000],
};
