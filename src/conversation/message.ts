/** What comes in from a channel, and what goes back. */

import type { ChartSpec } from '../charts/chart-spec.ts';
import type { ShownFinding } from '../domain/dismissals.ts';
import type { RecurringOffer } from '../recurring/offers.ts';
import type { EntryFilter } from '../store/entries.ts';
import type { FileAttachment } from '../tools/tool.ts';

/** Where a reply to a message goes, in the channel's own terms: kept with the message and handed back as it was. */
export type Address = Readonly<Record<string, string | number | boolean | null>>;

export interface InboundMessage {
  /** The platform's own key of the message, with all that makes it unique: "telegram:<chat>:<message>". */
  readonly key: string;
  readonly platform: string;
  /** One string for the place where people talk; the reply goes there. Messages of one are answered in order. */
  readonly conversation: string;
  /** The sender's id on the platform, with the workspace where ids are a workspace's own. */
  readonly sender: string;
  readonly content: InboundContent;
  readonly address?: Address;
  /** The group or channel that several people share, by an id that is unique on the platform; absent where two talk alone. */
  readonly group?: { readonly id: string; readonly name: string };
  /** What the platform knows of the sender: a BCP 47 language tag, an IANA time zone. */
  readonly profile?: { readonly name?: string; readonly language?: string; readonly timezone?: string };
}

/**
 * `replyTo`, `edits` and `deletes` are keys of messages: of an earlier inbound one, or, for `replyTo`, of one that
 * Purser sent, as its channel returned it.
 */
export type InboundContent =
  | { readonly kind: 'message'; readonly text: string; readonly replyTo?: string }
  | { readonly kind: 'edit'; readonly text: string; readonly edits: string }
  | { readonly kind: 'delete'; readonly deletes: string }
  | { readonly kind: 'press'; readonly button: string }
  /** The sender has added Purser to the group; `name` is what people call it there, as they type it: "@purser". */
  | { readonly kind: 'joined'; readonly name: string }
  /** The group, which had the id `from`, lives on as the one of this message. */
  | { readonly kind: 'moved'; readonly from: string }
  /** A form that a button opened, filled in. */
  | { readonly kind: 'form'; readonly button: string; readonly fields: Readonly<Record<string, string>> };

/** What the person wrote, or nothing where they did something else. */
export function spokenText(content: InboundContent): string {
  return content.kind === 'message' || content.kind === 'edit' ? content.text : '';
}

export interface Button {
  readonly id: string;
  readonly label: string;
}

export interface ToolReport {
  readonly name: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly result?: Readonly<Record<string, unknown>>;
  readonly error?: string;
  /** The call waits for a yes. */
  readonly proposed?: boolean;
}

export interface Reply {
  readonly text: string;
  readonly buttons: readonly Button[];
  readonly charts: readonly ChartSpec[];
  readonly files: readonly FileAttachment[];
  readonly tools: readonly ToolReport[];
  /** Which model answered; null where code did. */
  readonly model: string | null;
  /** The entries behind the figures. */
  readonly rows?: EntryFilter;
  /** What it named as unusual. */
  readonly findings?: readonly ShownFinding[];
  /** What a button each takes up, in the order of the buttons. */
  readonly offers?: readonly RecurringOffer[];
  /** Ids of entries that an answer to this reply is about. */
  readonly about?: readonly string[];
  /** The message id of the notices that it tells, or is about. */
  readonly unasked?: string;
  /** Conversations that other messages were posted to with it, which are to leave at once. */
  readonly postedTo?: readonly string[];
  /** Where it goes by mail: what stands around its text. */
  readonly mail?: MailFrame;
}

/** Plain texts of one line each; `language` is a BCP 47 tag. */
export interface MailFrame {
  readonly subject: string;
  /** Who writes, and how to end that. */
  readonly footer: string;
  readonly language: string;
}

/** Whether there is nothing to send. */
export function isEmpty({ text, charts, files }: Reply): boolean {
  return text === '' && charts.length === 0 && files.length === 0;
}

/** A reply of plain text. */
export function plainReply(text: string): Reply {
  return { text, buttons: [], charts: [], files: [], tools: [], model: null };
}
