/** What a channel is handed: where its messages go, and what becomes of a reply's charts and files. */

import type { ChartSpec } from '../charts/chart-spec.ts';
import type { InboundMessage, Reply } from '../conversation/message.ts';
import type { FileAttachment } from '../tools/tool.ts';

/** Takes a message in. When it resolves, the message can't be lost; `answered` is the committed reply. */
export type Receive = (message: InboundMessage) => Promise<{ answered: Promise<Answered> }>;

export interface Answered {
  readonly turnId: string;
  readonly reply: Reply;
}

/** Pictures and files of replies, as files on this machine. */
export interface Attachments {
  /** The path of the chart's PNG; the same chart is the same file. */
  saveChart(chart: ChartSpec): Promise<string>;
  /** The path of the file. */
  saveFile(file: FileAttachment): Promise<string>;
}
