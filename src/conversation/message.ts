/** What comes in from a channel, and what goes back. */

import type { ChartSpec } from '../charts/chart-spec.ts';
import type { EntryFilter } from '../store/entries.ts';
import type { FileAttachment } from '../tools/tool.ts';

export interface InboundMessage {
  /** The platform's own key of the message, with all that makes it unique: "telegram:<chat>:<message>". */
  readonly key: string;
  readonly platform: string;
  /** One string for the place where people talk; the reply goes there. Messages of one are answered in order. */
  readonly conversation: string;
  /** The sender's id on the platform. */
  readonly sender: string;
  readonly content:
    | { readonly kind: 'message'; readonly text: string; readonly replyTo?: string }
    | { readonly kind: 'edit'; readonly text: string; readonly edits: string }
    | { readonly kind: 'press'; readonly button: string };
}

/*
 * `replyTo` and `edits` are keys of earlier inbound messages: the one whose reply, or which itself, was answered; the
 * one that was edited.
 */

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
}

/** A reply of plain text. */
export function plainReply(text: string): Reply {
  return { text, buttons: [], charts: [], files: [], tools: [], model: null };
}
