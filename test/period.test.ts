import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { InputError } from '../src/errors.ts';
import {
  addDays,
  addMonths,
  type CalendarUnit,
  dayAt,
  daysIn,
  isTimeZone,
  parseDay,
  parsePeriod,
  unitAround,
  unitAway,
  type Weekday,
  weekdayOf,
} from '../src/period.ts';

// The independent computation: days since the epoch, by the Date of UTC alone.
const DAY = 86_400_000;
const text = (time: number) => new Date(time).toISOString().slice(0, 10);
const time = (day: string) => Date.parse(`${day}T00:00:00Z`);
/** Monday is 1: 1 January 1970 was a Thursday. */
const weekday = (day: string) => ((((time(day) / DAY + 3) % 7) + 7) % 7) + 1;
const parts = (day: string): [number, number, number] => day.split('-').map(Number) as [number, number, number];
const first = (year: number, month: number) => text(Date.UTC(year, month, 1));
const last = (year: number, month: number) => text(Date.UTC(year, month + 1, 0));

function around(day: string, unit: CalendarUnit, firstDayOfWeek: number): { from: string; to: string } {
  const [year, month] = parts(day);
  if (unit === 'day') return { from: day, to: day };
  if (unit === 'week') {
    let start = time(day);
    while (weekday(text(start)) !== firstDayOfWeek) start -= DAY;
    return { from: text(start), to: text(start + 6 * DAY) };
  }
  if (unit === 'year') return { from: `${year}-01-01`, to: `${year}-12-31` };
  if (unit === 'month') return { from: first(year, month - 1), to: last(year, month - 1) };
  const quarter = Math.floor((month - 1) / 3) * 3;
  return { from: first(year, quarter), to: last(year, quarter + 2) };
}

/** One step at a time: the unit around the day after its end, or before its beginning. */
function away(day: string, unit: CalendarUnit, count: number, firstDayOfWeek: number): { from: string; to: string } {
  let period = around(day, unit, firstDayOfWeek);
  for (let step = 0; step < Math.abs(count); step++) {
    const neighbour = count > 0 ? time(period.to) + DAY : time(period.from) - DAY;
    period = around(text(neighbour), unit, firstDayOfWeek);
  }
  return period;
}

const anyDay = fc.integer({ min: time('1970-01-01') / DAY, max: time('2099-12-31') / DAY }).map((n) => text(n * DAY));
/** Where calendars go wrong more often than by chance. */
const oddDay = fc.constantFrom(
  '1972-02-29',
  '2000-02-29',
  '2024-02-29',
  '2025-02-28',
  '2025-03-01',
  '2026-01-31',
  '2026-12-31',
  '2027-01-01',
  '2020-12-28',
  '2026-03-29',
);
const day = fc.oneof(anyDay, oddDay);
const unit = fc.constantFrom<CalendarUnit>('day', 'week', 'month', 'quarter', 'year');
const firstDay = fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7);

describe('the calendar, against plain arithmetic on days', () => {
  test('the unit around a day', () => {
    fc.assert(
      fc.property(day, unit, firstDay, (d, u, f) => {
        expect(unitAround(d, u, f)).toEqual(around(d, u, f));
      }),
      { numRuns: 1500 },
    );
  });

  test('units before and after', () => {
    fc.assert(
      fc.property(day, unit, fc.integer({ min: -40, max: 40 }), firstDay, (d, u, count, f) => {
        expect(unitAway(d, u, count, f)).toEqual(away(d, u, count, f));
      }),
      { numRuns: 500 },
    );
  });

  test('adding days, counting days, weekdays', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -20_000, max: 20_000 }), (d, count) => {
        expect(addDays(d, count)).toBe(text(time(d) + count * DAY));
        if (count >= 0) expect(daysIn({ from: d, to: addDays(d, count) })).toBe(count + 1);
        expect(weekdayOf(d)).toBe(weekday(d));
      }),
    );
  });

  test('adding months keeps the day, or takes the last one', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -300, max: 300 }), (d, count) => {
        const [year, month, date] = parts(d);
        const end = last(year, month - 1 + count);
        const expected = `${end.slice(0, 8)}${String(Math.min(date, parts(end)[2])).padStart(2, '0')}`;
        expect(addMonths(d, count)).toBe(expected);
      }),
    );
  });
});

test('what is asked again is answered like the first time, far away too, and as Temporal does', () => {
  const far = fc
    .integer({ min: -3_000_000, max: 6_000_000 })
    .map((days) => new Temporal.PlainDate(1970, 1, 1).add({ days }));
  fc.assert(
    fc.property(far, fc.integer({ min: -5_000, max: 5_000 }), (date, count) => {
      const d = date.toString();
      for (const _ of ['first', 'again']) {
        expect(addDays(d, count)).toBe(date.add({ days: count }).toString());
        expect(addMonths(d, count)).toBe(date.add({ months: count }).toString());
        expect(weekdayOf(d)).toBe(date.dayOfWeek);
        expect(unitAround(d, 'month').to).toBe(date.with({ day: date.daysInMonth }).toString());
      }
    }),
  );
});

test.each(['2026-02-30', '2025-02-29', '2026-13-01', '', 'today'])('there is no %s, however often it is asked', (d) => {
  const asks = [() => addDays(d, 1), () => addMonths(d, 1), () => weekdayOf(d), () => unitAround(d, 'week')];
  for (const ask of [...asks, ...asks]) expect(ask).toThrow(RangeError);
});

test.each<[string, CalendarUnit, number, Weekday, string, string]>([
  ['2026-03-31', 'month', -1, 1, '2026-02-01', '2026-02-28'],
  ['2024-03-31', 'month', -1, 1, '2024-02-01', '2024-02-29'],
  ['2026-01-15', 'quarter', -1, 1, '2025-10-01', '2025-12-31'],
  ['2024-02-29', 'year', 1, 1, '2025-01-01', '2025-12-31'],
  // 2026-06-15 is a Monday.
  ['2026-06-15', 'week', 0, 1, '2026-06-15', '2026-06-21'],
  ['2026-06-15', 'week', 0, 7, '2026-06-14', '2026-06-20'],
  ['2026-06-15', 'week', -1, 6, '2026-06-06', '2026-06-12'],
  ['2026-01-01', 'week', 0, 1, '2025-12-29', '2026-01-04'],
])('%s: the %s %i away, with weeks from %i, is %s to %s', (d, u, count, f, from, to) => {
  expect(unitAway(d, u, count, f)).toEqual({ from, to });
});

describe('the day it is somewhere', () => {
  test.each([
    // Brazil put its clocks forward at midnight: 4 November 2018 began at 01:00, three hours behind UTC before it.
    ['2018-11-04T02:59:59Z', 'America/Sao_Paulo', '2018-11-03'],
    ['2018-11-04T03:00:00Z', 'America/Sao_Paulo', '2018-11-04'],
    // And back at midnight: the last hour of 17 February 2018 came twice.
    ['2018-02-18T01:30:00Z', 'America/Sao_Paulo', '2018-02-17'],
    ['2018-02-18T02:30:00Z', 'America/Sao_Paulo', '2018-02-17'],
    ['2018-02-18T03:00:00Z', 'America/Sao_Paulo', '2018-02-18'],
    // Lebanon, 26 March 2017, forward at midnight from two hours ahead.
    ['2017-03-25T21:59:59Z', 'Asia/Beirut', '2017-03-25'],
    ['2017-03-25T22:00:00Z', 'Asia/Beirut', '2017-03-26'],
    // Samoa crossed the date line: after 29 December 2011 came the 31st.
    ['2011-12-30T09:59:59Z', 'Pacific/Apia', '2011-12-29'],
    ['2011-12-30T10:00:00Z', 'Pacific/Apia', '2011-12-31'],
    ['2026-03-29T00:30:00Z', 'Europe/Berlin', '2026-03-29'],
    ['2026-12-31T23:00:00Z', 'Europe/Berlin', '2027-01-01'],
    ['2026-06-15T10:00:00Z', 'Pacific/Kiritimati', '2026-06-16'],
    ['2026-06-15T10:00:00Z', 'Pacific/Niue', '2026-06-14'],
    ['2026-06-15T18:14:59Z', 'Asia/Kathmandu', '2026-06-15'],
    ['2026-06-15T18:15:00Z', 'Asia/Kathmandu', '2026-06-16'],
  ])('%s in %s is %s', (instant, zone, expected) => {
    expect(dayAt(Temporal.Instant.from(instant), zone)).toBe(expected);
  });
});

function faultOf(work: () => unknown): string {
  try {
    return `no fault: ${JSON.stringify(work())}`;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return `${error.message} ${error.hint}`;
  }
}

describe('days that people and models write', () => {
  test.each(['1970-01-01', '2024-02-29', '2026-12-31', '2099-12-31'])('%s is one', (d) => {
    expect(parseDay(d)).toBe(d);
  });

  test.each([
    ['2026-02-30', '"2026-02-30" is not a day of the calendar. Write a day as YYYY-MM-DD, like 2026-03-31.'],
    ['2025-02-29', '"2025-02-29" is not a day of the calendar. Write a day as YYYY-MM-DD, like 2026-03-31.'],
    ['2150-01-01', '2150-01-01 is too far away. Days from 1970-01-01 to 2099-12-31 can be kept.'],
    ['1969-12-31', '1969-12-31 is too far away. Days from 1970-01-01 to 2099-12-31 can be kept.'],
  ])('%s: %s', (d, sentence) => {
    expect(faultOf(() => parseDay(d))).toBe(sentence);
  });

  test.each([
    '',
    'yesterday',
    '2026-13-01',
    '2026-00-10',
    '2026-6-1',
    '20260615',
    '2026-06-15T10:00',
    '2026-W25',
    '+002026-06-15',
    ' 2026-06-15',
    '2026-06-15\n',
    '２０２６-06-15',
    '2026-06-15[u-ca=hebrew]',
  ])('%j is none', (d) => {
    expect(faultOf(() => parseDay(d))).toMatch(/is not a day of the calendar/);
  });

  test('a period of one day is one; one that ends before it begins is none', () => {
    expect(parsePeriod('2026-06-15', '2026-06-15')).toEqual({ from: '2026-06-15', to: '2026-06-15' });
    expect(faultOf(() => parsePeriod('2026-06-15', '2026-06-14'))).toBe(
      'The period ends (2026-06-14) before it begins (2026-06-15). Swap the two days.',
    );
    expect(faultOf(() => parsePeriod('2026-06-15', '2026-06-31'))).toMatch(/2026-06-31/);
  });

  test.each([
    ['Europe/Berlin', true],
    ['America/Argentina/Buenos_Aires', true],
    ['UTC', true],
    ['Europe/Atlantis', false],
    ['', false],
    ['+02:00', false],
    ['-0300', false],
    ['Berlin', false],
  ])('%j as a time zone: %s', (name, known) => {
    expect(isTimeZone(name)).toBe(known);
  });
});
