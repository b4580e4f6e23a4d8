/** Calls a tool by its name, its arguments checked as in a turn, on a test ledger. */

import { InputError } from '../../src/errors.ts';
import type { Language } from '../../src/language.ts';
import { allTools } from '../../src/tools/all.ts';
import type { Outside, Preview, Tool, ToolContext, ToolOutcome } from '../../src/tools/tool.ts';
import { wordsFor } from '../../src/wording/words-for.ts';
import type { TestLedger } from '../domain/open-ledger.ts';

export type Args = Readonly<Record<string, unknown>>;
type More = Partial<Omit<ToolContext, 'db' | 'words'>> & { language?: Language };

export function toolNamed(name: string): Tool {
  const tool = allTools.find((each) => each.name === name);
  if (!tool) throw new Error(`there is no tool ${name}`);
  return tool;
}

function contextOf(ledger: TestLedger, db: ToolContext['db'], { language = 'en', ...more }: More): ToolContext {
  const { asker } = ledger;
  return { db, asker, words: wordsFor(language), spokenText: '', correcting: [], editing: false, ...more };
}

const noQueries: Outside['queries'] = {
  ask: () => Promise.reject(new Error('queries are tried with a reader of their own')),
} as never;

export async function use(ledger: TestLedger, name: string, args: Args = {}, more: More = {}): Promise<ToolOutcome> {
  const tool = toolNamed(name);
  const checked = tool.args.parse(args);
  const outside = { asker: more.asker ?? ledger.asker, db: ledger.database.client, queries: noQueries };
  const prepared = await tool.prepare?.(outside, checked);
  return await ledger.run((db) => tool.run(contextOf(ledger, db, more), checked, prepared));
}

export async function preview(ledger: TestLedger, name: string, args: Args = {}, more: More = {}): Promise<Preview> {
  const tool = toolNamed(name);
  if (!tool.write) throw new Error(`${name} writes nothing`);
  const { write } = tool;
  return await ledger.run((db) => write.preview(contextOf(ledger, db, more), tool.args.parse(args)));
}

/** "message | hint" of the InputError that `work` ends in; what it gave, where it did not. */
export async function faultOf(work: Promise<unknown>): Promise<string> {
  try {
    return `no fault: ${JSON.stringify(await work)}`;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return `${error.message} | ${error.hint}`;
  }
}
