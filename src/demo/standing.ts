/** What comes and goes every month, quarter and year: salary, rent, bills, subscriptions. */

import { addDays, addMonths, type Day, type Period, unitAround } from '../period.ts';
import { type DemoEntry, demoEntry } from './demo-entry.ts';
import { workingDayUpTo } from './working-days.ts';

const EMPLOYER = 'Havelkiesel GmbH';
const ELECTRICITY = 'Vattenfall';

/** Everything that a standing order or direct debit moves in the period, in no particular order. */
export function standingEntries(period: Period): DemoEntry[] {
  const months: Day[] = [];
  for (let month = unitAround(period.from, 'month').from; month <= period.to; month = addMonths(month, 1)) {
    months.push(month);
  }
  const all = months.flatMap((month) => [...monthly(month, period.to), ...quarterly(month), ...yearly(month)]);
  return all.filter(({ date }) => date >= period.from && date <= period.to);
}

function monthly(month: Day, until: Day): DemoEntry[] {
  const on = (day: number) => addDays(month, day - 1);
  const missed = unitAround(addMonths(until, -4), 'month').from;
  // The raise comes with the new year that the period runs into.
  const pay = month.slice(0, 4) === until.slice(0, 4) ? 3_297_18 : 3_184_52;
  return [
    demoEntry(workingDayUpTo(on(25)), 'salary', EMPLOYER, pay, { kind: 'income', note: 'salary' }),
    demoEntry(on(1), 'housing', 'Hausverwaltung Lindner', 985_00, { note: 'rent' }),
    ...(month === missed ? [] : [demoEntry(on(15), 'utilities', ELECTRICITY, 68_00, { note: 'electricity' })]),
    demoEntry(on(7), 'utilities', 'Telekom', 44_95, { note: 'internet' }),
    demoEntry(on(9), 'utilities', 'Congstar', 22_00, { note: 'phone' }),
    demoEntry(on(2), 'transport', 'BVG', 63_00, { note: 'monthly pass' }),
    demoEntry(on(3), 'health', 'FitX', 34_90, { note: 'gym' }),
    demoEntry(on(4), 'insurance', 'Allianz', 11_84, { note: 'household insurance' }),
    demoEntry(on(4), 'insurance', 'ERGO', 18_90, { note: 'dental insurance' }),
    demoEntry(on(5), 'subscriptions', 'Spotify', 10_99),
    demoEntry(on(12), 'subscriptions', 'Netflix', on(12) < addMonths(until, -6) ? 13_99 : 15_99),
    demoEntry(on(18), 'subscriptions', 'iCloud', 2_99),
    demoEntry(on(20), 'subscriptions', 'Audible', 9_95),
  ];
}

function quarterly(month: Day): DemoEntry[] {
  const index = Number(month.slice(5, 7));
  if (index % 3 === 1) return [demoEntry(addDays(month, 14), 'utilities', 'Rundfunkbeitrag', 55_08)];
  if (index % 3 !== 0) return [];
  const lastDay = workingDayUpTo(unitAround(month, 'month').to);
  return [
    demoEntry(lastDay, 'fees', 'Berliner Sparkasse', 14_85, { note: 'account fee' }),
    demoEntry(lastDay, 'interest', 'Berliner Sparkasse', 16_20 + index * 37, { kind: 'income', note: 'savings' }),
  ];
}

function yearly(month: Day): DemoEntry[] {
  const on = (day: number) => addDays(month, day - 1);
  switch (month.slice(5, 7)) {
    case '01':
      return [demoEntry(on(8), 'insurance', 'HUK-Coburg', 68_23, { note: 'liability insurance' })];
    case '02':
      return [demoEntry(on(6), 'education', 'Volkshochschule Mitte', 96_00, { note: 'Spanish course' })];
    case '06':
      return [demoEntry(on(17), 'housing', 'Hausverwaltung Lindner', 214_37, { note: 'service charges of last year' })];
    case '07':
      return [demoEntry(on(16), 'refund', 'Finanzamt', 612_40, { kind: 'income', note: 'tax refund' })];
    case '09':
      return [demoEntry(on(4), 'education', 'Volkshochschule Mitte', 104_00, { note: 'Spanish course' })];
    case '11':
      return [demoEntry(on(6), 'subscriptions', 'The Guardian', 50_00, { currency: 'GBP', note: 'a year of it' })];
    default:
      return [];
  }
}
