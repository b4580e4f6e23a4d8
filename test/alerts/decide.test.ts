import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { Alert } from '../../src/alerts/alert.ts';
import { decide, type Known, type Look } from '../../src/alerts/decide.ts';
import { type AlertSettings, defaultSettings } from '../../src/alerts/settings.ts';

const ZONE = 'Europe/Berlin';
const noon = Temporal.Instant.from('2026-06-15T10:00:00Z');

function alert(key: string, changes: Partial<Alert> = {}): Alert {
  const facts = {
    rule: 'upcoming-bill',
    name: key,
    amount: 1,
    isFixed: true,
    day: '2026-06-18',
    rhythm: 'monthly',
  } as const;
  return { key, bucket: 'a', severity: 'medium', stake: 100, facts, ...changes };
}

function known(key: string, state: Known['state'], changes: Partial<Known> = {}): Known {
  return {
    key,
    bucket: 'a',
    rule: 'upcoming-bill',
    state,
    reason: null,
    createdAt: new Date('2026-06-14'),
    ...changes,
  };
}

const look = (found: Alert[], more: Partial<Look> = {}): Look => ({
  found,
  rules: ['upcoming-bill'],
  known: [],
  sent: [],
  blocked: null,
  ...more,
});
const keys = (list: readonly { key: string }[]) => list.map(({ key }) => key);
const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime(ZONE).toInstant();

describe('what is told', () => {
  test('is what has the most money at stake, and what is low only beside others', () => {
    const found = [
      alert('small', { severity: 'low', stake: 9_000 }),
      alert('b', { stake: 200 }),
      alert('c', { stake: 300 }),
    ];
    expect(keys(decide(look(found), defaultSettings, noon, ZONE).tell)).toEqual(['c', 'b', 'small']);
    const alone = decide(look(found.slice(0, 1)), defaultSettings, noon, ZONE);
    expect(alone.tell).toEqual([]);
    expect(alone.hold).toEqual([{ alert: found[0], reason: 'small' }]);
  });

  test('fills one message; the rest waits', () => {
    const found = [1, 2, 3, 4, 5, 6].map((stake) => alert(`k${stake}`, { stake }));
    const { tell, hold } = decide(look(found), defaultSettings, noon, ZONE);
    expect(keys(tell)).toEqual(['k6', 'k5', 'k4', 'k3']);
    expect(hold.map(({ alert: { key }, reason }) => `${key} ${reason}`)).toEqual(['k2 room', 'k1 room']);
  });

  test('is told once; in another bucket once more', () => {
    const seen = [known('a', 'told'), known('b', 'dropped', { reason: 'covered' })];
    const found = [alert('a'), alert('b'), alert('a', { bucket: 'z' })];
    expect(decide(look(found, { known: seen }), defaultSettings, noon, ZONE).tell).toEqual([found[2]]);
  });

  test('covers what says less of the same cause, unless that was told', () => {
    const passed = alert('a', { bucket: 'passed', covers: ['near', 'course'] });
    const before = [known('a', 'told', { bucket: 'course' })];
    const { covered } = decide(look([passed], { known: before }), defaultSettings, noon, ZONE);
    expect(covered).toEqual([{ alert: passed, bucket: 'near' }]);
  });

  test('is nothing of a cause that they said is fine, in any bucket', () => {
    const seen = [known('a', 'dropped', { bucket: '*', reason: 'dismissed' })];
    const decision = decide(
      look([alert('a'), alert('a', { bucket: 'z' })], { known: seen }),
      defaultSettings,
      noon,
      ZONE,
    );
    expect([decision.tell, decision.hold]).toEqual([[], []]);
  });
});

describe('what was held', () => {
  test('is dropped when it is not true any more, or has waited for a fortnight', () => {
    const seen = [
      known('gone', 'held', { reason: 'quiet' }),
      known('old', 'held', { reason: 'small', createdAt: new Date('2026-05-31') }),
      known('still', 'held', { reason: 'quiet' }),
    ];
    const decision = decide(look([alert('old'), alert('still')], { known: seen }), defaultSettings, noon, ZONE);
    expect(decision.drop.map(({ key, reason }) => `${key} ${reason}`)).toEqual(['gone no-longer-true', 'old old']);
    expect(keys(decision.tell)).toEqual(['still']);
  });

  test('stays as it is while its rule is not asked', () => {
    const seen = [known('goal', 'held', { rule: 'goal', reason: 'quiet' })];
    expect(decide(look([], { known: seen }), defaultSettings, noon, ZONE).drop).toEqual([]);
  });

  test('is let go where alerts are off', () => {
    const settings = { ...defaultSettings, alerts: false };
    const decision = decide(look([alert('a')], { known: [known('a', 'held')] }), settings, noon, ZONE);
    expect(decision.tell).toEqual([]);
    expect(decision.drop).toEqual([{ key: 'a', bucket: 'a', reason: 'off' }]);
  });
});

describe('quiet hours', () => {
  test.each([
    ['2026-06-15T21:59', null],
    ['2026-06-15T22:00', 'quiet'],
    ['2026-06-16T06:59', 'quiet'],
    ['2026-06-16T07:00', null],
    // The night in which the clocks go forward, and the one in which they go back, 02:30 twice.
    ['2026-03-29T06:59', 'quiet'],
    ['2026-03-29T07:00', null],
    ['2026-10-25T02:30', 'quiet'],
    ['2026-10-25T07:00', null],
  ])('at %s of the person’s clock: %s', (local, reason) => {
    const { hold } = decide(look([alert('a')]), defaultSettings, at(local), ZONE);
    expect(hold[0]?.reason ?? null).toBe(reason);
  });

  test('and mutes let what is urgent pass where they said so', () => {
    const found = [alert('urgent', { severity: 'high' }), alert('other')];
    const night = at('2026-06-15T23:00');
    const passes = { ...defaultSettings, urgentMayPass: true };
    expect(keys(decide(look(found), passes, night, ZONE).tell)).toEqual(['urgent']);
    expect(decide(look(found), defaultSettings, night, ZONE).tell).toEqual([]);
    const muted = { ...passes, mutedUntil: noon.add({ hours: 1 }) };
    expect(keys(decide(look(found), muted, noon, ZONE).tell)).toEqual(['urgent']);
    expect(
      decide(look(found), { ...muted, urgentMayPass: false }, noon, ZONE).hold.map(({ reason }) => reason),
    ).toEqual(['muted', 'muted']);
  });
});

const zones = ['Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Pacific/Apia', 'UTC'];
const wallTime = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '15', '30'))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${minute}`);
const someAlerts = fc.uniqueArray(
  fc.record({
    key: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'),
    bucket: fc.constantFrom('1', '2'),
    severity: fc.constantFrom('low', 'medium', 'high'),
    stake: fc.integer({ min: 0, max: 1000 }),
  }),
  { selector: ({ key, bucket }) => key + bucket, maxLength: 8 },
);

test('over any weeks: nothing in quiet hours, never over the weekly maximum, each cause once', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.option(fc.record({ from: wallTime, to: wallTime }), { nil: null }),
      fc.integer({ min: 1, max: 4 }),
      // From just before a change of the clocks in most zones.
      fc.constantFrom('2026-03-07T00:00Z', '2026-03-27T00:00Z', '2026-10-22T00:00Z', '2026-10-30T00:00Z'),
      fc.array(fc.tuple(fc.integer({ min: 1, max: 30 }), someAlerts), { minLength: 10, maxLength: 60 }),
      (zone, quiet, weeklyMost, start, looks) => {
        const settings: AlertSettings = { ...defaultSettings, quiet, weeklyMost };
        let now = Temporal.Instant.from(start);
        const notices = new Map<string, Known>();
        const sent: Temporal.Instant[] = [];
        const told: string[] = [];
        for (const [hours, found] of looks) {
          now = now.add({ hours });
          const alerts = found.map(({ key, ...rest }) => alert(key, rest as Partial<Alert>));
          const decision = decide(look(alerts, { known: [...notices.values()], sent }), settings, now, zone);
          const createdAt = new Date(now.epochMilliseconds);
          const note = ({ key, bucket }: { key: string; bucket: string }, rest: Partial<Known>) => {
            const id = `${key} ${bucket}`;
            const since = notices.get(id)?.createdAt ?? createdAt;
            notices.set(id, { ...known(key, 'held', { bucket }), createdAt: since, ...rest });
          };
          for (const each of decision.hold) note(each.alert, { state: 'held', reason: each.reason });
          for (const each of decision.drop) note(each, { state: 'dropped', reason: each.reason });
          for (const each of decision.tell) note(each, { state: 'told' });
          // Each is decided in one way.
          expect(decision.tell.length + decision.hold.length).toBeLessThanOrEqual(alerts.length);
          if (decision.tell.length === 0) continue;
          told.push(...decision.tell.map(({ key, bucket }) => `${key} ${bucket}`));
          sent.push(now);
          const clock = now.toZonedDateTimeISO(zone);
          const minute = clock.hour * 60 + clock.minute;
          expect(quiet !== null && isBetween(quiet, minute)).toBe(false);
          const week = now.subtract({ hours: 7 * 24 });
          expect(sent.filter((each) => Temporal.Instant.compare(each, week) > 0).length).toBeLessThanOrEqual(
            weeklyMost,
          );
        }
        expect(new Set(told).size).toBe(told.length);
      },
    ),
    { numRuns: 150 },
  );
});

/** By minutes of the clock, walked one by one from the beginning of the quiet hours to their end. */
function isBetween({ from, to }: { from: string; to: string }, minute: number): boolean {
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  for (let at = minutes(from), steps = 0; steps < 1440; steps++, at = (at + 1) % 1440) {
    if (steps > 0 && at === minutes(to)) return false;
    if (at === minute) return true;
  }
  return true;
}
