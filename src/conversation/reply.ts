/** A reply made of what tools brought. */

import type { ToolContext } from '../tools/tool.ts';
import { findingsWords } from '../wording/analytics/findings-words.ts';
import { queryWords } from '../wording/query-talk.ts';
import { recurringEntryWords } from '../wording/recurring-entry-words.ts';
import type { Button, Reply, ToolReport } from './message.ts';
import type { CallResult } from './step.ts';

/** The tools' own sentences, with their charts and files, and buttons to undo or edit what they did. */
export function replyOf({ words }: ToolContext, results: readonly CallResult[], model: string | null): Reply {
  const outcomes = results.flatMap((result) => result.outcome ?? []);
  const operation = outcomes.findLast((outcome) => outcome.operationId)?.operationId;
  const entry = outcomes.findLast((outcome) => outcome.entryId)?.entryId;
  const rows = outcomes.findLast((outcome) => outcome.rows)?.rows;
  const findings = outcomes.findLast((outcome) => outcome.findings)?.findings ?? [];
  const offers = outcomes.findLast((outcome) => outcome.offers)?.offers ?? [];
  const postedTo = outcomes.flatMap((outcome) => outcome.postedTo ?? []);
  const query = outcomes.findLast((outcome) => outcome.queryId)?.queryId;
  return {
    text: saidBy(results),
    buttons: [
      ...(operation ? [{ id: `undo:${operation}`, label: words.buttons.undo }] : []),
      ...(entry ? [{ id: `edit:${entry}`, label: words.buttons.edit }] : []),
      ...(query ? [{ id: `sql:${query}`, label: queryWords(words).showSql }] : []),
    ],
    charts: outcomes.flatMap((outcome) => outcome.charts ?? []),
    files: outcomes.flatMap((outcome) => outcome.files ?? []),
    tools: results.map(reportOf),
    model,
    ...(rows ? { rows } : {}),
    ...(findings.length > 0 ? { findings } : {}),
    ...(postedTo.length > 0 ? { postedTo } : {}),
    ...(offers.length > 0 ? { offers: offers.slice(0, MOST_BUTTONS) } : {}),
  };
}

/** What the tools said, one after the other. */
export function saidBy(results: readonly CallResult[]): string {
  return results
    .map(({ content }) => ('error' in content ? `${content.error} ${content.hint}`.trim() : content.said))
    .join('\n');
}

/** The button that lists the entries behind a reply's figures. */
export function rowsButton({ words }: ToolContext, turnId: string): Button {
  return { id: `rows:${turnId}`, label: words.buttons.rows };
}

/** As many as are told of one by one. */
const MOST_BUTTONS = 3;

/** Buttons that say of a reply's findings that they are fine: one by one, by their places in the reply. */
export function dismissButtons({ words }: ToolContext, turnId: string, { findings = [] }: Reply): Button[] {
  const say = findingsWords(words);
  return findings.slice(0, MOST_BUTTONS).map(({ name }, index) => ({
    id: `dismiss:${turnId}.${index}`,
    label: findings.length === 1 ? say.fine : say.fineNamed(name),
  }));
}

/** Buttons that make a reply's offers come by themselves: one by one, by their places in the reply. */
export function offerButtons({ words }: ToolContext, turnId: string, { offers = [] }: Reply): Button[] {
  const say = recurringEntryWords(words);
  return offers.map(({ name }, index) => ({ id: `recurring-add:${turnId}.${index}`, label: say.addNamed(name) }));
}

function reportOf({ call, content, proposed }: CallResult): ToolReport {
  const { name, args } = call;
  if ('error' in content) return { name, args, error: content.error };
  return { name, args, result: content.data, ...(proposed ? { proposed } : {}) };
}
