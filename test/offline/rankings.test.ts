/** Rankings and days without spending, in the languages besides English. */

import { describe, expect, test } from 'vitest';
import { languages } from '../../src/language.ts';
import { queryWords } from '../../src/wording/query-talk.ts';
import { wordsFor } from '../../src/wording/words-for.ts';
import { calls, toolNames } from './asking.ts';

const tools = [...toolNames, 'query_ledger'];

async function sqlOf(text: string, language: (typeof languages)[number]): Promise<string> {
  const [call] = await calls(text, { language, tools });
  expect(call?.name).toBe('query_ledger');
  return String(call?.args.sql);
}

test.each([
  ['es', 'los 3 días más caros de este año', 'day', 3],
  ['es', 'top 3 días en restaurantes este año', 'day', 3],
  ['es', '¿cuáles son mis 5 comercios con más gasto?', 'merchant', 5],
  ['es', '¿en qué tres meses gasté más?', 'month', 3],
  ['de', 'die 3 teuersten Tage dieses Jahr', 'day', 3],
  ['de', 'Top 3 Tage für Restaurants dieses Jahr', 'day', 3],
  ['de', 'meine 5 größten Händler', 'merchant', 5],
  ['de', 'an welchen drei Tagen habe ich am meisten ausgegeben', 'day', 3],
  ['de', 'der teuerste Tag', 'day', 1],
  ['fr', 'les 3 jours les plus chers cette année', 'day', 3],
  ['fr', 'top 3 des jours pour les restaurants cette année', 'day', 3],
  ['fr', 'mes 5 magasins les plus chers', 'merchant', 5],
  ['pt', 'os 3 dias mais caros deste ano', 'day', 3],
  ['pt', 'top 3 dias em restaurantes este ano', 'day', 3],
  ['pt', 'minhas 5 lojas com mais gastos', 'merchant', 5],
] as const)('%s: %s', async (language, text, by, count) => {
  const sql = await sqlOf(text, language);
  expect(sql).toMatch(new RegExp(`limit ${count}$`));
  expect(sql).toMatch(by === 'merchant' ? /group by coalesce\(merchant, note\)/ : new RegExp(`^select .*${by}`));
  if (/restaura/i.test(text)) expect(sql).toContain("category = 'dining'");
});

test.each([
  ['es', '¿cuántos días sin gastos el mes pasado?'],
  ['de', 'Wie viele Tage ohne Ausgaben letzten Monat?'],
  ['fr', 'combien de jours sans dépenses le mois dernier ?'],
  ['pt', 'quantos dias sem gastos no mês passado?'],
] as const)('%s: %s', async (language, text) => {
  // May has 31 days.
  const sql = await sqlOf(text, language);
  expect(sql).toMatch(/^select 31 - count\(distinct day\)/);
  expect(sql).toContain("day between '2026-05-01' and '2026-05-31'");
});

test.each([
  ['es', '¿en qué mes gasté más?', 'spending_summary'],
  ['es', 'los gastos más caros de mayo', 'list_entries'],
  ['de', 'meine 3 größten Ausgaben', 'list_entries'],
  ['fr', 'mes 3 plus grosses dépenses', 'list_entries'],
  ['pt', 'os gastos mais caros de maio', 'list_entries'],
  ['pt', 'em que mês gastei mais?', 'spending_summary'],
] as const)('%s: %s stays with its tool', async (language, text, name) => {
  expect((await calls(text, { language, tools })).map((call) => call.name)).toEqual([name]);
});

describe.each(languages)('the examples that are offered in %s', (language) => {
  test('reach a query', async () => {
    for (const example of queryWords(wordsFor(language)).examples) await sqlOf(example, language);
  });
});
