/** What a turn asks of a model, be it a language model behind an API or our own offline one. */

import type { Language } from '../language.ts';
import type { Day, Weekday } from '../period.ts';

export interface Model {
  /** Shown to people and kept with usage: "offline", or the provider's name of the model. */
  readonly name: string;
  /**
   * One answer to the messages so far: tool calls, or text, or both. Throws a PlatformError when the model
   * can't be reached or answers nonsense, after its own retries.
   */
  answer(request: ModelRequest): Promise<ModelAnswer>;
  /** Loads ahead what the first answer needs, so that nobody waits for it. */
  warmUp?(): Promise<void>;
}

export interface ModelRequest {
  readonly context: ModelContext;
  /** In place of those for a person's message, where it is about something else. */
  readonly instructions?: string;
  /** Oldest first. The last is the person's message, or the results of the tools called in the answer before. */
  readonly messages: readonly ModelMessage[];
  readonly tools: readonly ToolSpec[];
  readonly signal?: AbortSignal;
}

/** What the model is told about the person and the moment. */
export interface ModelContext {
  readonly today: Day;
  /** IANA name. */
  readonly timezone: string;
  /** ISO 4217 code of amounts written without a currency. */
  readonly currency: string;
  /** What the person chose; null when they never did, and the message's own language counts. */
  readonly language: Language | null;
  /** The server's language, for messages that show none. */
  readonly defaultLanguage: Language;
  readonly firstDayOfWeek: Weekday;
  readonly categories: readonly { readonly name: string; readonly kind: 'expense' | 'income' }[];
  /** The entries that the message corrects: it replies to Purser's message about them, or edits the message that made them. */
  readonly correcting: readonly { readonly id: string; readonly summary: string }[];
  /** True when the person edited an earlier message: `record_entries` then says what that message should have recorded. */
  readonly editing: boolean;
}

export type ModelMessage =
  | { readonly role: 'user'; readonly text: string }
  | { readonly role: 'assistant'; readonly text: string; readonly toolCalls: readonly ToolCall[] }
  | { readonly role: 'tool'; readonly callId: string; readonly name: string; readonly content: ToolContent };

export interface ToolCall {
  /** Unique within its turn. */
  readonly id: string;
  readonly name: string;
  readonly args: Readonly<Record<string, unknown>>;
}

/** What a tool gave back: its own sentence for the person, with data to phrase from; or an error with a hint. */
export type ToolContent =
  | { readonly said: string; readonly data: Readonly<Record<string, unknown>> }
  | { readonly error: string; readonly hint: string };

export interface ToolSpec {
  readonly name: string;
  readonly description: string;
  /** JSON Schema of the arguments; every property required, optional ones nullable. */
  readonly parameters: Readonly<Record<string, unknown>>;
}

export interface ModelAnswer {
  readonly text: string;
  readonly toolCalls: readonly ToolCall[];
  /** Null for a model that costs nothing. */
  readonly usage: TokenUsage | null;
}

export interface TokenUsage {
  /** All tokens of the prompt, those from the provider's cache included. */
  readonly inputTokens: number;
  readonly cachedInputTokens: number;
  readonly outputTokens: number;
}
