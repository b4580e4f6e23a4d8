/** Reads a cron expression of five fields, as crontab(5) describes them. */

import { InputError } from '../errors.ts';

/** The values that each field allows. */
export interface CronFields {
  readonly minutes: readonly number[];
  readonly hours: readonly number[];
  readonly daysOfMonth: ReadonlySet<number>;
  readonly months: ReadonlySet<number>;
  /** ISO: Monday is 1, Sunday is 7. */
  readonly weekdays: ReadonlySet<number>;
  /**
   * crontab(5): where both the day of month and the day of week are restricted (neither begins with "*"), either of
   * them is enough; else a day must match both.
   */
  readonly eitherDay: boolean;
}

interface Field {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly names?: readonly string[];
}

const fields = {
  minute: { name: 'minute', from: 0, to: 59 },
  hour: { name: 'hour', from: 0, to: 23 },
  dayOfMonth: { name: 'day of the month', from: 1, to: 31 },
  month: {
    name: 'month',
    from: 1,
    to: 12,
    names: ['', 'jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'],
  },
  weekday: { name: 'day of the week', from: 0, to: 7, names: ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] },
} as const satisfies Record<string, Field>;

/** Throws an InputError that names the field which is wrong and what it takes. */
export function readCron(expression: string): CronFields {
  const parts = expression.trim().split(/\s+/);
  const [minute, hour, dayOfMonth, month, weekday] = parts;
  if (parts.length !== 5 || !minute || !hour || !dayOfMonth || !month || !weekday) {
    throw new InputError(
      `A cron expression has five fields, and "${expression.slice(0, 60)}" has ${parts.length}.`,
      'Write minute, hour, day of the month, month and day of the week, such as "0 8 * * 1-5".',
    );
  }
  const weekdays = valuesOf(weekday, fields.weekday).map((value) => (value === 0 ? 7 : value));
  return {
    minutes: valuesOf(minute, fields.minute),
    hours: valuesOf(hour, fields.hour),
    daysOfMonth: new Set(valuesOf(dayOfMonth, fields.dayOfMonth)),
    months: new Set(valuesOf(month, fields.month)),
    weekdays: new Set(weekdays),
    eitherDay: !dayOfMonth.startsWith('*') && !weekday.startsWith('*'),
  };
}

/** The values of a field such as "*", "1-5", "mon,fri" or "0-30/10", in order. */
function valuesOf(text: string, field: Field): number[] {
  const values = new Set<number>();
  for (const part of text.toLowerCase().split(',')) {
    const [, whole, start = '', end, step] = /^(?:(\*)|(\w+)(?:-(\w+))?)(?:\/(\d+))?$/.exec(part) ?? [];
    const first = whole ? field.from : numberOf(start, field);
    const last = whole || (end === undefined && step !== undefined) ? field.to : numberOf(end ?? start, field);
    const stride = Number(step ?? 1);
    if (first === null || last === null || last < first || stride < 1) throw wrongField(text, field);
    for (let value = first; value <= last; value += stride) values.add(value);
  }
  return [...values].sort((a, b) => a - b);
}

function numberOf(text: string, { from, to, names }: Field): number | null {
  const named = names?.indexOf(text) ?? -1;
  if (named >= from) return named;
  const value = /^\d{1,2}$/.test(text) ? Number(text) : Number.NaN;
  return value >= from && value <= to ? value : null;
}

function wrongField(text: string, { name, from, to }: Field): InputError {
  return new InputError(
    `"${text.slice(0, 30)}" is no ${name} of a cron expression.`,
    `It takes numbers from ${from} to ${to}: "*", "5", "1-5", "1,15" or "*/15".`,
  );
}
