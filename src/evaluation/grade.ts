/** Whether what came of a message is what its case expects. */

import type { ToolReport } from '../conversation/message.ts';
import type { Day } from '../period.ts';
import type { EvaluationCase } from './case.ts';

export interface Outcome {
  readonly tools: readonly ToolReport[];
  readonly recorded: readonly {
    readonly amount: string;
    readonly currency: string;
    readonly date: Day;
    readonly kind: string;
    readonly category: string;
  }[];
  readonly today: Day;
}

const writing = [
  'record_entries',
  'update_entry',
  'delete_entries',
  'set_budget',
  'remove_budget',
  'undo',
  'redo',
  'manage_category',
];

/** What is wrong, in words; none when the case passes. */
export function grade({ expect }: EvaluationCase, outcome: Outcome): string[] {
  const { tools, recorded } = outcome;
  const faults: string[] = [];
  if (expect.records && !sameRecords(expect.records, recorded)) {
    faults.push(`recorded ${JSON.stringify(recorded)}, expected ${JSON.stringify(expect.records)}`);
  }
  const called = tools.map((tool) => tool.name);
  if (expect.tools && !called.some((name) => expect.tools?.includes(name))) {
    faults.push(`called ${called.join(', ') || 'nothing'}`);
  }
  if (expect.args) {
    const wanted = expect.args;
    const candidates = tools.filter((tool) => !expect.tools || expect.tools.includes(tool.name));
    if (!candidates.some((tool) => matches(wanted, tool.args, outcome.today))) {
      faults.push(
        `arguments ${JSON.stringify(candidates.map((tool) => tool.args))}, expected ${JSON.stringify(wanted)}`,
      );
    }
  }
  const writes = tools.filter((tool) => writing.includes(tool.name) && tool.args.action !== 'list');
  if (expect.writes === false && writes.length > 0) {
    faults.push(`wrote by ${writes.map((tool) => tool.name).join(', ')}`);
  }
  return faults;
}

/** In any order, in the fields that are given; each record is matched once. */
function sameRecords(
  expected: NonNullable<EvaluationCase['expect']['records']>,
  recorded: Outcome['recorded'],
): boolean {
  const left = [...recorded];
  const all = expected.every((wanted) => {
    const index = left.findIndex((entry) =>
      Object.entries(wanted).every(([key, value]) => isSame(value, entry[key as 'kind'])),
    );
    if (index < 0) return false;
    left.splice(index, 1);
    return true;
  });
  return all && left.length === 0;
}

/** A subset of the call's arguments; a period without an end may end on any day from today on. */
function matches(wanted: Record<string, unknown>, args: Readonly<Record<string, unknown>>, today: Day): boolean {
  const isOpen = 'from' in wanted && !('to' in wanted);
  const endsLater = typeof args.to !== 'string' || args.to >= today;
  return (!isOpen || endsLater) && Object.entries(wanted).every(([key, value]) => isSame(value, args[key]));
}

function isSame(wanted: unknown, actual: unknown): boolean {
  if (typeof wanted === 'object' && wanted !== null) {
    if (typeof actual !== 'object' || actual === null) return false;
    return Object.entries(wanted).every(([key, value]) => isSame(value, (actual as Record<string, unknown>)[key]));
  }
  return normal(wanted) === normal(actual);
}

/** Decimal strings compare as numbers: 5.50 is 5.5. */
function normal(value: unknown): string {
  const text = String(value);
  if (!/^\d+(\.\d+)?$/.test(text)) return text.toLowerCase();
  const [whole = '', fraction = ''] = text.split('.');
  return `${whole.replace(/^0+(?=\d)/, '')}.${fraction.replace(/0+$/, '')}`;
}
