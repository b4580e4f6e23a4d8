/** What a tool is: something that the model may do, with its arguments checked before it runs. */

import { z } from 'zod';
import type { ChartSpec } from '../charts/chart-spec.ts';
import type { Asker } from '../domain/asker.ts';
import type { ShownFinding } from '../domain/dismissals.ts';
import type { QueryRunner } from '../domain/query-runner.ts';
import type { ToolSpec } from '../models/model.ts';
import type { RecurringOffer } from '../recurring/offers.ts';
import type { Queries } from '../store/database.ts';
import type { EntryFilter } from '../store/entries.ts';
import type { Words } from '../wording/words.ts';

export interface ToolContext {
  readonly db: Queries;
  readonly asker: Asker;
  readonly words: Words;
  /** What the person wrote in this turn. */
  readonly spokenText: string;
  /** Ids of the entries that the message corrects; "last" means the last of them. */
  readonly correcting: readonly string[];
  /** The message is the new text of an earlier one, whose entries are those in `correcting`. */
  readonly editing: boolean;
  /** Where mail is set up: a whole number from 0 to below `limit` that nobody can guess, for codes. */
  readonly mail?: { randomInt(limit: number): number };
  /** Whether a question could be answered by looking things up alone; absent where nobody can tell. */
  readonly canAnswer?: (question: string) => Promise<boolean>;
}

/** What a tool may ask before the transaction of its call opens: an answer that takes seconds must not hold others up. */
export interface Outside {
  /** For reads; what it sees is committed. */
  readonly db: Queries;
  readonly asker: Asker;
  readonly queries: QueryRunner;
}

export interface FileAttachment {
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

export interface ToolOutcome {
  /** The answer in the person's language, with all figures formatted: what goes out when no model phrases it. */
  readonly said: string;
  /** The same as data for a model to phrase; amounts are formatted here too. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly charts?: readonly ChartSpec[];
  readonly files?: readonly FileAttachment[];
  /** The entries behind the figures, for "Show rows". */
  readonly rows?: EntryFilter;
  /** What "Undo" takes back. */
  readonly operationId?: string;
  /** The one entry that this was about, for "Edit". */
  readonly entryId?: string;
  /** The query that this answers, for "Show SQL". */
  readonly queryId?: string;
  /** What was found unusual, the most severe first: the first few get a button each that says it is fine. */
  readonly findings?: readonly ShownFinding[];
  /** What could come by itself from now on: the first few get a button each. */
  readonly offers?: readonly RecurringOffer[];
  /** A conversation that a message of its own was posted to, which is to leave at once. */
  readonly postedTo?: string;
  /** True when the outcome quotes texts of entries: from then on nothing is written without a yes. */
  readonly quotesEntries?: boolean;
}

/** What a write would do: a question to the person, and all that it depends on, to be compared when they say yes. */
export interface Preview {
  readonly said: string;
  readonly state: unknown;
}

export interface Tool<Shape extends z.ZodRawShape = z.ZodRawShape, Prepared = unknown> {
  readonly name: string;
  readonly description: string;
  readonly args: z.ZodObject<Shape>;
  /** Runs before the call's transaction opens; `run` gets what it gives. Throws as `run` does. */
  prepare?(outside: Outside, args: z.output<z.ZodObject<Shape>>): Promise<Prepared>;
  /** Carries the call out. Throws an InputError for what can't be done; then only its failure is written. */
  run(context: ToolContext, args: z.output<z.ZodObject<Shape>>, prepared: Prepared): Promise<ToolOutcome>;
  readonly write?: {
    /** Whether these arguments write at all; all do unless it says so. */
    applies?(args: z.output<z.ZodObject<Shape>>): boolean;
    /** Whether even a plainly asked call must wait for a yes: it touches several entries. */
    needsConsent?(context: ToolContext, args: z.output<z.ZodObject<Shape>>): boolean;
    /** The amounts among the arguments: decimal strings that the person's own words must contain. */
    amounts?(args: z.output<z.ZodObject<Shape>>): readonly string[];
    preview(context: ToolContext, args: z.output<z.ZodObject<Shape>>): Promise<Preview>;
  };
}

/** Keeps a tool's own argument types while it is written down, and forgets them in the list of all tools. */
export function defineTool<Shape extends z.ZodRawShape, Prepared = undefined>(tool: Tool<Shape, Prepared>): Tool {
  return tool as unknown as Tool;
}

/**
 * The tool as models are told of it: a strict JSON Schema, in which optional arguments are required but may be null.
 * Limits of length and size stay out of it: some providers refuse them in strict schemas, and code checks them anyway.
 */
export function toSpec(tool: Tool): ToolSpec {
  const schema = z.toJSONSchema(tool.args, { target: 'draft-7', io: 'input' });
  const { $schema, ...parameters } = strict(schema) as Record<string, unknown>;
  return { name: tool.name, description: tool.description, parameters };
}

type Schema = { [key: string]: unknown };

const limits = ['minLength', 'maxLength', 'minItems', 'maxItems', 'minimum', 'maximum'];

function strict(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(strict);
  if (typeof node !== 'object' || node === null) return node;
  const kept = Object.entries(node).filter(([key, value]) => !(limits.includes(key) && typeof value === 'number'));
  const schema = Object.fromEntries(kept.map(([key, value]) => [key, strict(value)])) as Schema;
  if (schema.type !== 'object' || typeof schema.properties !== 'object') return schema;
  const required = (schema.required as string[] | undefined) ?? [];
  const properties = Object.entries(schema.properties as Schema).map(([name, property]) => [
    name,
    required.includes(name) ? property : { anyOf: [property, { type: 'null' }] },
  ]);
  return {
    ...schema,
    properties: Object.fromEntries(properties),
    required: properties.map(([name]) => name),
    additionalProperties: false,
  };
}
