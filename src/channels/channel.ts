/** What a channel is, and what it is handed. A platform's SDK, its name and its limits appear in its folder alone. */

import type { ChartSpec } from '../charts/chart-spec.ts';
import type { Address, InboundMessage, Reply } from '../conversation/message.ts';
import { PlatformError } from '../errors.ts';
import type { FileAttachment } from '../tools/tool.ts';

/** A place where people talk to Purser: small, so that a new one takes an afternoon. */
export interface Channel {
  /** Names the platform in keys, conversations ("telegram:…") and metrics. */
  readonly platform: string;
  /** Requests that arrive on the process's own HTTP port; none for a channel that goes and fetches. */
  readonly webHooks?: readonly WebHook[];
  /**
   * Begins to take messages in; resolves once people can talk. Throws a PlatformError that says in a sentence what
   * to fix (a revoked token, a missing scope). A channel that breaks later calls `desk.onBroken`.
   */
  start(desk: Desk): Promise<void>;
  /**
   * Sends one reply, or the parts of it that `sent` does not name yet, and calls `onSent` after each part. Never tries
   * again by itself. Throws a DeliveryError that says whether to.
   */
  send(delivery: Delivery): Promise<void>;
  /** Shows that an answer is on its way (typing, "thinking…"); called once a turn has taken a second, and every few seconds. */
  working?(address: Address, toolName: string | null): Promise<void>;
  /** Why nothing can be sent at the moment, in a sentence for whoever runs Purser; null where all is well. */
  trouble?(): string | null;
  /** Takes nothing in any more; resolves when nothing of it is running. */
  stop(): Promise<void>;
}

/** What a channel does with what people do. */
export interface Desk {
  readonly receive: Receive;
  /** The form that a button opens, for platforms that have forms; null when it opens none. Answers within milliseconds. */
  formFor(button: string, message: Pick<InboundMessage, 'platform' | 'sender' | 'group'>): Promise<Form | null>;
  /** The channel can't go on; the sentence says what to fix. The others do go on. */
  onBroken(why: PlatformError): void;
}

/**
 * Takes a message in. When it resolves, the message is committed and can't be lost, so that the platform may be told;
 * it takes milliseconds. `answered` is the committed reply, which `send` will bring, so channels that are sent to need
 * not wait for it.
 */
export type Receive = (message: InboundMessage) => Promise<{ answered: Promise<Answered> }>;

export interface Answered {
  readonly turnId: string;
  readonly reply: Reply;
}

export interface Delivery {
  readonly conversation: string;
  /** The address of the message that this answers; of an earlier one of the conversation where it answers nothing. */
  readonly address: Address;
  /** Set where it answers nothing: its own name, the same at every try, which tells it from the answer to that message. */
  readonly note?: string | null;
  /** "asker": in a group, only the person who asked may see it (an ephemeral message, or else a direct one). */
  readonly audience: 'everyone' | 'asker';
  readonly reply: Reply;
  readonly attachments: Attachments;
  /** Names of the parts that an earlier try has sent. */
  readonly sent: readonly string[];
  /** Told after each part: its name, and the key of the platform's message, by which a person's reply to it is known. */
  onSent(part: string, messageKey: string): Promise<void>;
}

/** Why a reply did not leave. */
export class DeliveryError extends PlatformError {
  /**
   * "later": try again after `retryAfterMs`, or when the deliverer sees fit. "unsure": the platform may have it, so
   * trying again may show it twice. "gone": nobody is there (blocked, kicked, deleted). "refused": it will never be taken.
   * "away": the platform can't be reached, or doesn't let Purser in; whatever goes there waits until it can.
   */
  readonly outcome: 'later' | 'unsure' | 'gone' | 'refused' | 'away';
  readonly retryAfterMs: number | null;

  constructor(message: string, outcome: DeliveryError['outcome'], retryAfterMs: number | null = null) {
    super(message);
    this.name = 'DeliveryError';
    this.outcome = outcome;
    this.retryAfterMs = retryAfterMs;
  }
}

/** A form with one line of text a field. Its answer comes in as content of kind "form" with the same button. */
export interface Form {
  readonly title: string;
  readonly submitLabel: string;
  readonly fields: readonly { readonly id: string; readonly label: string; readonly value: string }[];
}

/** A request to the process's HTTP port, as it came: signatures are over the raw body. */
export interface WebHook {
  /** "/telegram" */
  readonly path: string;
  handle(request: RawRequest): Promise<RawResponse>;
}

export interface RawRequest {
  readonly method: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
}

export interface RawResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Pictures and files of replies. */
export interface Attachments {
  /** The chart as a PNG file's bytes. */
  drawChart(chart: ChartSpec): Promise<Uint8Array>;
  /** The path of the chart's PNG on this machine; the same chart is the same file. */
  saveChart(chart: ChartSpec): Promise<string>;
  /** The path of the file on this machine. */
  saveFile(file: FileAttachment): Promise<string>;
}
