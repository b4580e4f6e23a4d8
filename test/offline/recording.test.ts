import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Language } from '../../src/language.ts';
import { ask, calls, recorded, today } from './asking.ts';

const yesterday = '2026-06-16';

describe('one thing', () => {
  test.each([
    ['lunch 12.50', { amount: '12.50', note: 'lunch' }],
    ['12.50 lunch', { amount: '12.50', note: 'lunch' }],
    ['taxi 8 yesterday', { amount: '8', note: 'taxi', date: yesterday }],
    ['paid 1.234,56 € rent on the 1st', { amount: '1234.56', note: 'rent', date: '2026-06-01' }],
    ['spent 20 on shoes at Zara', { amount: '20', note: 'shoes', merchant: 'Zara' }],
    ['Netflix 15.99', { amount: '15.99', merchant: 'Netflix' }],
    ['RM 18 satay', { amount: '18', currency: 'MYR', note: 'satay' }],
    ['4.20 (oat latte)', { amount: '4.20', note: '(oat latte)' }],
    ['uber 23.10 to the airport last night', { amount: '23.10', note: 'uber to the airport', date: yesterday }],
    ['7.80 221 Baker Street', { amount: '7.80', note: '221 Baker Street' }],
    ['15.00 Ticket 88123', { amount: '15.00', note: 'Ticket 88123' }],
    ['bus 42 3.50', { amount: '3.50', note: 'bus 42' }],
    ['bought 2 shirts for 40', { amount: '40', note: '2 shirts' }],
    ['3 rice bowls, 21$', { amount: '21', currency: 'USD', note: '3 rice bowls' }],
    ['movies with 2 friends 30', { amount: '30', note: 'movies with 2 friends' }],
    ['45 groceries', { amount: '45', note: 'groceries', category: 'groceries' }],
    ['12 coffee #dining', { amount: '12', note: 'coffee', category: 'dining' }],
    ['lunch was 15', { amount: '15', note: 'lunch' }],
    ['can you add 12 for lunch?', { amount: '12', note: 'lunch' }],
    ['£5', { amount: '5', currency: 'GBP' }],
    ['got paid 2500', { kind: 'income', amount: '2500' }],
    ['+500 bonus', { kind: 'income', amount: '500', note: 'bonus' }],
    ['refund of 20 from Amazon', { kind: 'refund', amount: '20', note: 'refund', merchant: 'Amazon' }],
    ['lunch 12 last week', { amount: '12', note: 'lunch', date: '2026-06-14' }],
    ['pie 4', { amount: '4', note: 'pie' }],
    ['6 chicken soup', { amount: '6', note: 'chicken soup' }],
    ['8.40 Book: 1984', { amount: '8.40', note: 'Book: 1984' }],
    ['spent 14 on 6 candles', { amount: '14', note: '6 candles' }],
    ['El Torito 14', { amount: '14', note: 'El Torito' }],
    ['taxi 9 yesteday', { amount: '9', note: 'taxi', date: yesterday }],
    ['pizza 9', { amount: '9', note: 'pizza' }],
    ['transfer fee 4', { amount: '4', note: 'transfer fee' }],
    ['my mum gave me 40', { kind: 'income', amount: '40', note: 'mum gave' }],
  ])('%s', async (text, entry) => {
    expect(await recorded(text)).toEqual([entry]);
  });

  test.each([
    ['es', 'gasté 20 euros en Mercadona', { amount: '20', merchant: 'Mercadona' }],
    ['es', 'pagué 9 libras de taxi anteayer', { amount: '9', currency: 'GBP', note: 'taxi', date: '2026-06-15' }],
    ['es', 'cobré 2500 de sueldo', { kind: 'income', amount: '2500', note: 'sueldo' }],
    ['de', 'habe 20 Euro bei Rewe ausgegeben', { amount: '20', merchant: 'Rewe' }],
    ['de', 'Miete 850 am 1.', { amount: '850', note: 'Miete', date: '2026-06-01' }],
    ['de', 'Erstattung 20 von Amazon', { kind: 'refund', amount: '20', note: 'Erstattung', merchant: 'Amazon' }],
    ['fr', 'viré 60 euros à Julie', { amount: '60', merchant: 'Julie' }],
    ['fr', "le bus m'a coûté 3 euros", { amount: '3', note: 'bus' }],
    ['fr', "j'ai dépensé 20 euros chez Picard", { amount: '20', merchant: 'Picard' }],
    ['fr', '12€ de pain hier', { amount: '12', note: 'pain', date: yesterday }],
    ['fr', 'reçu 2500 de salaire', { kind: 'income', amount: '2500', note: 'salaire' }],
    ['pt', 'gastei 20 euros no Continente', { amount: '20', merchant: 'Continente' }],
    ['pt', 'aluguel 850 dia 1', { amount: '850', note: 'aluguel', date: '2026-06-01' }],
    ['pt', 'paguei a luz 60', { amount: '60', note: 'luz' }],
  ] as const)('%s: %s', async (language, text, entry) => {
    expect(await recorded(text, { language })).toEqual([entry]);
  });
});

describe('several things', () => {
  test('a date belongs to its own item', async () => {
    expect(await recorded('lunch 12.50, taxi 8 yesterday')).toEqual([
      { amount: '12.50', note: 'lunch' },
      { amount: '8', note: 'taxi', date: yesterday },
    ]);
  });

  test.each([
    'yesterday: lunch 12, taxi 8',
    'Yesterday\nlunch 12\ntaxi 8',
    'lunch 12, taxi 8, yesterday',
    'I spent 12 on lunch and 8 on taxi yesterday',
  ])('or to all: %j', async (text) => {
    expect(await recorded(text)).toEqual([
      { amount: '12', note: 'lunch', date: yesterday },
      { amount: '8', note: 'taxi', date: yesterday },
    ]);
  });

  test.each([
    'coffee 3 and cake 4,50',
    '3 coffee; 4.50 cake',
    'coffee 3\ncake 4.50',
    '- coffee 3\n- cake 4.50',
    '1. coffee 3 2. cake 4.50',
    'coffee 3 cake 4.50',
    'coffee 3 / cake 4.50',
  ])('%j', async (text) => {
    expect(await recorded(text)).toEqual([
      { amount: '3', note: 'coffee' },
      { amount: '4.50', note: 'cake' },
    ]);
  });

  test('more than a message may hold are handed on, for the tool to refuse', async () => {
    const text = Array.from({ length: 30 }, (_, index) => `coffee ${index + 1}`).join('\n');
    expect(await recorded(text)).toHaveLength(30);
  });
});

describe('what can not be kept is refused with what to write instead, and no tool is called', () => {
  test.each([
    ['en', 'lunch -5', /above zero.*“lunch 5”.*“refund 5 lunch”/],
    ['en', '0 coffee', /above zero/],
    ['en', '0.00 lunch', /above zero/],
    ['es', 'almuerzo 0', /mayor que cero/],
    ['de', 'Kaffee -3', /über null.*„Kaffee 3“/],
    ['fr', 'café 0 €', /supérieur à zéro/],
    ['pt', 'almoço 0 reais', /maior que zero/],
    ['en', 'lunch 1e309', /not an amount/],
    ['en', 'coffee 99999999999999999999', /more than one entry can hold/],
    ['en', 'coffee 9.876 EUR', /EUR has 2 decimals/],
    ['en', 'coffee 2.500', /Write 2\.50 or 2500/],
    ['en', 'lunch 12 QQQ', /not a currency I know/],
    ['en', 'lunch 12 on 30 February', /not a day of the calendar/],
    ['en', 'lunch 12 on 1 May 2150', /too far away/],
    ['en', 'coffee 3, lunch 0', /above zero/],
  ] as const)('%s: %s', async (language, text, sentence) => {
    const answer = await ask(text, { language });
    expect(answer.toolCalls).toEqual([]);
    expect(answer.text).toMatch(sentence);
  });

  test('text that looks like SQL or HTML is a note', async () => {
    expect(await recorded("lunch 12 '; DROP TABLE entries; --")).toMatchObject([{ amount: '12' }]);
    expect(await recorded('<b>lunch</b> 12')).toEqual([{ amount: '12', note: '<b>lunch</b>' }]);
  });
});

const writes = new Set([
  'record_entries',
  'update_entry',
  'delete_entries',
  'set_budget',
  'remove_budget',
  'undo',
  'redo',
  'manage_category',
]);

describe('nothing is written', () => {
  test.each([
    'can I afford 200 for shoes?',
    'did I spend more than 400 on groceries',
    'what is 10 + 20',
    '560 divided by 3',
    '12 x 4',
    'how many lira for 250 dollars',
    'if I have 100 dollars how many euros is that',
    'if I spend 200 on shoes will I be over budget',
    'I might buy shoes for 200',
    'I want to buy a car for 20000',
    'should I spend 50 on this',
    'remind me to pay rent 1500',
    'tomorrow I will pay 500 rent',
    'I did not spend 20',
    'I have 3 exams today',
    'I owe Sam 50',
    'Tea',
    'Ref4471 9.90',
    'qwe 7.20 Kiosk',
    'my credit limit is 5000',
    '100 usd to eur',
    'usd 20 eur 30',
    '5 beers',
    'add 2 and 3',
    'change 20 dollars to pesos',
    'send 70 to Priya',
    'wire 800 euros to the plumber',
    'pay my 45 euro gas bill',
    'pay 90 dollars towards the card',
    'book us a room for 2 under 120',
    'turn the heating to 19',
    'order me a pizza for 15',
    'put 6 lemons on the shopping list',
    'raise my limit by 300',
    'half of 70',
    'log of 50',
    'tax on 450 dollars',
    'my cousin spent 300 on a bike',
    'her boss earns 9000',
    'the 35 euro refund has not arrived',
    'any payments over 80',
    'tomorrow dentist 80',
    'I have 70 dollars',
    'ich habe 70 Euro',
    "j'ai 70 euros",
    'save 300',
    'my balance is 900',
    'version 3.1',
    'page 57',
    'expenses below 15 this month',
    'manda 50 a Luis',
    'pon una alarma a las 8',
    'überweise 60 an Jonas',
    'stell einen Wecker auf 6',
    'envoie 40 euros à Claire',
    'envia 30 para o João',
    'mi hermano gastó 80 en zapatos',
    'mein Bruder hat 80 für Schuhe ausgegeben',
    'mon frère a dépensé 80 pour des chaussures',
    'meu irmão gastou 80 em sapatos',
    'exchange 20 usd for euros',
    'set an alarm for 7',
    'my salary is 3000',
    'no gasté 20',
    'last 5',
    'got 2 tickets',
    'born in 1990',
    'we won 3-2',
    'paid 12 lunch 8',
    '50',
    'hello',
    'thanks!',
    '',
    '   ',
    '🍕',
    '\0',
    '¿puedo gastar 200 en zapatos?',
    'quiero comprar zapatos por 200',
    'kann ich mir Schuhe für 200 leisten?',
    'ich möchte Schuhe für 200 kaufen',
    'je voudrais acheter des chaussures à 200',
    'quero comprar sapatos por 200',
  ])('%j', async (text) => {
    const answer = await ask(text);
    expect(answer.toolCalls.filter(({ name }) => writes.has(name))).toEqual([]);
    if (answer.toolCalls.length === 0) expect(answer.text).not.toBe('');
  });

  test('for 100 kB of anything, quickly', async () => {
    for (const text of ['a'.repeat(100_000), 'lunch 12, '.repeat(10_000), '\0'.repeat(100_000), 'ا'.repeat(100_000)]) {
      const before = performance.now();
      const answer = await ask(text);
      expect(answer.toolCalls).toEqual([]);
      expect(performance.now() - before).toBeLessThan(500);
    }
  });
});

describe('an edited message', () => {
  test('says what it should have recorded', async () => {
    const context = { editing: true, correcting: [{ id: 'e1', summary: 'lunch 12' }] };
    expect(await calls('lunch 15', { context })).toEqual([
      {
        name: 'record_entries',
        args: { entries: [{ kind: 'expense', amount: '15', currency: 'EUR', note: 'lunch' }] },
      },
    ]);
  });
});

test('any note in front of an amount keeps the amount', async () => {
  const notes = fc.constantFrom(
    'lunch',
    'taxi',
    'new shoes',
    'Kebab Haus',
    'gift for Ana',
    'café',
    'pizza & beer',
    'bread',
  );
  await fc.assert(
    fc.asyncProperty(
      notes,
      fc.integer({ min: 1, max: 99_999 }),
      fc.integer({ min: 0, max: 99 }),
      async (note, whole, cents) => {
        const amount = `${whole}.${String(cents).padStart(2, '0')}`;
        expect(await recorded(`${note} ${amount}`)).toMatchObject([{ amount }]);
      },
    ),
  );
});

test('no text makes it throw, or a period end before it begins', async () => {
  const languages = fc.constantFrom<Language>('en', 'es', 'de', 'fr', 'pt');
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.lorem()),
      languages,
      async (text, language) => {
        const answer = await ask(text, { language });
        for (const { args } of answer.toolCalls) {
          if ('from' in args && 'to' in args) expect(String(args.from) <= String(args.to)).toBe(true);
        }
        expect(answer.text !== '' || answer.toolCalls.length > 0).toBe(true);
      },
    ),
    { numRuns: 500 },
  );
  expect(today).toBe('2026-06-17');
});

test.each([
  ["5 Robert'); DROP TABLE Entry;--", '5', "Robert'); DROP TABLE Entry;--"],
  ["lunch'; DELETE FROM entries; -- 12", '12', "lunch'; DELETE FROM entries; --"],
  ["spent 7 on <script>alert('hi')</script>", '7', "<script>alert('hi')</script>"],
])('%s: what looks like code is a note, kept as it is', async (text, amount, note) => {
  expect(await recorded(text)).toMatchObject([{ amount, note }]);
});
