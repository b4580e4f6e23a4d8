import { expect, test } from 'vitest';
import { addDays, daysIn } from '../../src/period.ts';
import { databases } from '../support/databases.ts';
import { liveThrough } from './simulated-year.ts';

const until = '2026-10-25';
const from = '2026-10-08';

test('eighteen days of the made-up year: few messages, by day, none about the same thing twice', {
  timeout: 60_000,
}, async () => {
  const [sqlite] = databases;
  const database = await (sqlite as (typeof databases)[number]).openTestDatabase();
  const { said } = await liveThrough(database, { from, until, yearUntil: '2026-11-21' });
  expect(said.length).toBeGreaterThan(2);
  for (let day = from; day <= until; day = addDays(day, 1)) {
    const week = said.filter((each) => each.day >= day && daysIn({ from: day, to: each.day }) <= 7);
    expect(week.length).toBeLessThanOrEqual(7);
  }
  // The laptop is bought in these days.
  expect(said.filter(({ text }) => text.includes('Cyberport'))).toHaveLength(1);
  expect(said.every(({ time }) => time >= '07:00' && time < '22:00')).toBe(true);
  const sentences = said.flatMap(({ text }) => text.split('\n'));
  expect(new Set(sentences).size).toBe(sentences.length);
  const told = await database.client.notice.findMany({ where: { state: 'told' } });
  expect(new Set(told.map(({ key, bucket }) => `${key} ${bucket}`)).size).toBe(told.length);
  expect(new Set(told.map(({ messageId }) => messageId)).size).toBe(said.length);
});
