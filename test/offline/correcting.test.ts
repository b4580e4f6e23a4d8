import { describe, expect, test } from 'vitest';
import type { ModelMessage } from '../../src/models/model.ts';
import { createOfflineModel } from '../../src/offline/offline-model.ts';
import { ask, calls, toolNames } from './asking.ts';

/** A lunch was recorded just before. */
const earlier: ModelMessage[] = [
  { role: 'user', text: 'lunch 12' },
  {
    role: 'assistant',
    text: '',
    toolCalls: [{ id: 'c0', name: 'record_entries', args: { entries: [{ amount: '12', note: 'lunch' }] } }],
  },
  { role: 'tool', callId: 'c0', name: 'record_entries', content: { said: 'Lunch €12.00 noted.', data: {} } },
  { role: 'assistant', text: 'Lunch €12.00 noted.', toolCalls: [] },
];

test.each([
  ['no, it was 15', { amount: '15' }],
  ['sorry, 18 not 16.40', { amount: '18' }],
  ['it was 18 instead of 16.40', { amount: '18' }],
  ['not 16.40, 18', { amount: '18' }],
  ['change 16.40 to 18', { amount: '18' }],
  ['no, dollars', { currency: 'USD' }],
  ['the lunch was 18', { amount: '18' }],
  ['that lunch was yesterday', { date: '2026-06-16' }],
  ['the lunch should be 18', { amount: '18' }],
  ['no 16,40 sino 18', { amount: '18' }],
  ['nicht 16,40 sondern 18', { amount: '18' }],
  ['pas 16,40 mais 18', { amount: '18' }],
  ['não 16,40 mas 18', { amount: '18' }],
  ['mets-la dans voyages', { category: 'travel' }],
  ['actually 12.40', { amount: '12.40' }],
  ['oops 25 not 15', { amount: '25' }],
  ['not 12 but 15', { amount: '15' }],
  ['it was 15 euros', { amount: '15', currency: 'EUR' }],
  ['it was in dollars not euros', { currency: 'USD' }],
  ['that was yesterday', { date: '2026-06-16' }],
  ['make it 15 yesterday', { amount: '15', date: '2026-06-16' }],
  ['make that groceries', { category: 'groceries' }],
  ['category dining', { category: 'dining' }],
  ['not groceries, dining', { category: 'dining' }],
  ['put it under travel', { category: 'travel' }],
  ['it was at Lidl', { merchant: 'Lidl' }],
  ['it was a refund', { kind: 'refund' }],
  ['that was income', { kind: 'income' }],
  ['no, eran 15', { amount: '15' }],
  ['ponlo en supermercado', { category: 'groceries' }],
  ['eso fue ayer', { date: '2026-06-16' }],
  ['nein, es waren 15', { amount: '15' }],
  ['mach das zu Lebensmittel', { category: 'groceries' }],
  ['das war gestern', { date: '2026-06-16' }],
  ["non, c'était 15", { amount: '15' }],
  ['mets ça en courses', { category: 'groceries' }],
  ["c'était hier", { date: '2026-06-16' }],
  ['não, foram 15', { amount: '15' }],
  ['coloca em supermercado', { category: 'groceries' }],
  ['isso foi ontem', { date: '2026-06-16' }],
])('%s', async (text, changes) => {
  expect(await calls(text, { earlier })).toEqual([{ name: 'update_entry', args: { entry: 'last', changes } }]);
});

test.each([
  "it's 28 degrees outside",
  "it's 7.15 already",
  'there were 30 guests at dinner',
  "it's snowing",
  'it was 2 hours long',
  'that was fun',
  "it's fine",
  'das war teuer',
  'eso fue caro',
  'the match was 3 hours',
])('%s corrects nothing', async (text) => {
  expect(await calls(text, { earlier })).toEqual([]);
});

test.each(['no, it was 15', 'it was 15', 'actually 12.40', 'not 16.40, 18'])(
  '%s with nothing just recorded asks which entry is meant',
  async (text) => {
    const answer = await ask(text);
    expect(answer.toolCalls).toEqual([]);
    expect(answer.text).toMatch(/which entry you mean/);
  },
);

test('a correction that can not be kept is refused', async () => {
  const answer = await ask('no, it was 0', { earlier });
  expect(answer.toolCalls).toEqual([]);
  expect(answer.text).toMatch(/above zero/);
});

test.each(['sorry, taxi 8', 'put 12 for lunch'])('%s is an entry of its own', async (text) => {
  expect(await calls(text)).toMatchObject([{ name: 'record_entries' }]);
});

describe('which entry', () => {
  const listed = {
    role: 'tool',
    callId: 'c1',
    name: 'list_entries',
    content: {
      said: 'two rows',
      data: {
        entries: [
          { id: 'e2', note: 'taxi', category: 'transport' },
          { id: 'e1', note: 'lunch', merchant: null },
        ],
      },
    },
  } as const;

  test('one told of before is known by its name', async () => {
    expect(await calls('change the lunch to 9', { earlier: [listed] })).toEqual([
      { name: 'update_entry', args: { entry: 'e1', changes: { amount: '9' } } },
    ]);
  });

  test('another is looked up first, then changed', async () => {
    const first = await ask('change the taxi to 9');
    expect(first.toolCalls).toMatchObject([{ name: 'list_entries', args: { search: 'taxi' } }]);
    const second = await answerTo('change the taxi to 9', first.toolCalls[0]?.id ?? '', listed.content);
    expect(second.toolCalls).toMatchObject([{ name: 'update_entry', args: { entry: 'e2', changes: { amount: '9' } } }]);
  });

  test('one that is not found is not guessed', async () => {
    const answer = await answerTo('change the taxi to 9', 'c1', { said: 'none', data: { entries: [] } });
    expect(answer.toolCalls).toEqual([]);
  });

  test('the one that the message replies to', async () => {
    const context = { correcting: [{ id: 'e7', summary: 'lunch €12.00' }] };
    expect(await calls('15', { context })).toEqual([
      { name: 'update_entry', args: { entry: 'e7', changes: { amount: '15' } } },
    ]);
    expect(await calls('dinner', { context })).toEqual([
      { name: 'update_entry', args: { entry: 'e7', changes: { note: 'dinner' } } },
    ]);
  });
});

describe('deleting', () => {
  test.each([
    ['delete the last one', ['last']],
    ['remove that', ['last']],
    ['borra el último', ['last']],
    ['lösche den letzten Eintrag', ['last']],
    ['supprime la dernière', ['last']],
    ['apaga o último', ['last']],
    ['delete the last entry please', ['last']],
    ['never mind, remove it', ['last']],
  ])('%s', async (text, entries) => {
    expect(await calls(text)).toEqual([{ name: 'delete_entries', args: { entries } }]);
  });

  test.each([
    ['delete all', /nothing was deleted.*delete the last 5/],
    ['delete everything from last month', /nothing was deleted/],
    ['remove all my entries', /nothing was deleted/],
    ['delete them', /which entry you mean/],
    ['borra todo', /no he borrado nada/],
    ['lösche alles', /nichts gelöscht/],
    ['supprime tout', /rien n’a été supprimé/],
    ['apaga tudo', /nada foi apagado/],
  ])('%s never means the last one', async (text, sentence) => {
    const answer = await ask(text);
    expect(answer.toolCalls).toEqual([]);
    expect(answer.text).toMatch(sentence);
  });

  test.each(['delete all', 'delete them', 'remove all of them'])('%s means those just shown', async (text) => {
    const shown: ModelMessage[] = [
      { role: 'user', text: 'show my last 2' },
      { role: 'assistant', text: '', toolCalls: [{ id: 'c1', name: 'list_entries', args: {} }] },
      {
        role: 'tool',
        callId: 'c1',
        name: 'list_entries',
        content: { said: 'rows', data: { entries: [{ id: 'b' }, { id: 'a' }] } },
      },
      { role: 'assistant', text: 'rows', toolCalls: [] },
    ];
    expect(await calls(text, { earlier: shown })).toEqual([{ name: 'delete_entries', args: { entries: ['b', 'a'] } }]);
  });

  test('several are looked up first', async () => {
    expect(await calls('delete the last 2 entries')).toEqual([
      { name: 'list_entries', args: { sort: 'newest', limit: 2 } },
    ]);
    const found = { said: 'rows', data: { entries: [{ id: 'a' }, { id: 'b' }] } };
    const answer = await answerTo('delete the last 2 entries', 'c1', found);
    expect(answer.toolCalls).toMatchObject([{ name: 'delete_entries', args: { entries: ['a', 'b'] } }]);
  });
});

describe('results of tools', () => {
  test('are told as the tools say them', async () => {
    const answer = await answerTo('lunch 12', 'c1', { said: 'Lunch €12.00 noted.', data: {} }, 'record_entries');
    expect(answer).toEqual({ text: 'Lunch €12.00 noted.', toolCalls: [], usage: null });
  });

  test('an error comes with what to do', async () => {
    const answer = await answerTo(
      'lunch 0',
      'c1',
      { error: 'The amount is zero.', hint: 'Write more.' },
      'record_entries',
    );
    expect(answer.text).toBe('The amount is zero. Write more.');
  });
});

function answerTo(
  text: string,
  callId: string,
  content: { said: string; data: Record<string, unknown> } | { error: string; hint: string },
  name = 'list_entries',
) {
  return createOfflineModel().answer({
    context: {
      today: '2026-06-17',
      timezone: 'UTC',
      currency: 'EUR',
      language: null,
      defaultLanguage: 'en',
      firstDayOfWeek: 1,
      categories: [],
      correcting: [],
      editing: false,
    },
    messages: [
      { role: 'user', text },
      { role: 'assistant', text: '', toolCalls: [{ id: callId, name, args: {} }] },
      { role: 'tool', callId, name, content },
    ],
    tools: toolNames.map((tool) => ({ name: tool, description: '', parameters: {} })),
  });
}
