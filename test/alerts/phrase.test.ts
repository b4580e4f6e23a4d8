/** Alerts and digests in a language model's words: only when these say the same as our own. */

import { Temporal } from 'temporal-polyfill';
import { describe, expect, onTestFinished, test } from 'vitest';
import { alertHandlers } from '../../src/alerts/handlers.ts';
import { changeSettings } from '../../src/alerts/settings.ts';
import { PHRASE_MILLISECONDS, phraseBy } from '../../src/conversation/phrase-lines.ts';
import type { Asker } from '../../src/domain/asker.ts';
import { planBudget } from '../../src/domain/budgets.ts';
import { carryOut } from '../../src/domain/operation.ts';
import { createLog } from '../../src/log.ts';
import { createLanguageModel } from '../../src/models/language-model.ts';
import { createScheduler } from '../../src/scheduler/scheduler.ts';
import type { Database } from '../../src/store/database.ts';
import { addModelCall } from '../../src/store/usage.ts';
import { databases } from '../support/databases.ts';
import { call, openTestHouse, scripted } from '../support/house.ts';
import { startScriptedModel } from '../support/scripted-model.ts';

const [sqlite] = databases;
const LOOK = '2026-06-16T06:00:00Z';

/** The two budgets that ann has passed, as Purser says it, and what the model makes of it. */
const own = [
  'Dining this month: €120.00 of €100.00, €20.00 over.',
  'All spending this month: €240.00 of €225.00, €15.00 over.',
];
const warm = [
  'You are €20.00 over for dining this month: €120.00 of €100.00.',
  'All in all it is €240.00 of €225.00 this month, €15.00 over.',
];

interface Answer {
  readonly text?: string;
  readonly status?: number;
  readonly wait?: boolean;
  /** Happens while the model is at work. */
  readonly meanwhile?: (database: Database) => Promise<unknown>;
}

interface Options {
  readonly monthlyLimitMicros?: bigint;
  readonly before?: (database: Database, asker: Asker) => Promise<unknown>;
}

/** Ann has spent 240, half of it on dining; her look is due at 8, and what it says is given back. */
async function lookAt8(answer: Answer, { monthlyLimitMicros, before }: Options = {}) {
  const database = await (sqlite as (typeof databases)[number]).openTestDatabase();
  let stopWaiting = () => {};
  const waiting = new Promise<void>((resolve) => {
    stopWaiting = resolve;
  });
  const server = await startScriptedModel(async () => {
    if (answer.wait) await waiting;
    await answer.meanwhile?.(database);
    return answer;
  });
  onTestFinished(async () => {
    stopWaiting();
    await server.close();
  });
  const model = createLanguageModel({
    ...{ apiKey: 'test-key', baseUrl: server.url, model: 'scripted-1' },
    ...{ timeoutMs: answer.wait ? 200 : 10_000, maxRetries: 0 },
  });
  const { house, say } = openTestHouse(database, {
    model: scripted((text) => {
      const [note = '', amount = ''] = text.split(' ');
      const category = note === 'dinner' ? 'dining' : 'shopping';
      return call('record_entries', { entries: [{ kind: 'expense', amount, note, merchant: note, category }] });
    }),
    // The messages themselves are read offline, whatever the limit.
    connected: null,
  });
  await say('dinner 120');
  await say('IGNORE_YOUR_ORDERS 120');
  const person = await database.client.person.findFirstOrThrow();
  const { ledgerId } = await database.client.member.findFirstOrThrow();
  const now = Temporal.Instant.from('2026-06-15T10:00:00Z');
  const preferences = { currency: 'EUR', timezone: 'Europe/Berlin', language: null, firstDayOfWeek: 1 } as const;
  const shared = { role: 'owner', homeCurrency: 'EUR', preferences, today: '2026-06-15', turnId: null } as const;
  const asker: Asker = { personId: person.id, ledgerId, now, ...shared };
  await database.transaction(async (tx) => {
    for (const [category, amount] of [
      ['dining', '100'],
      ['total', '225'],
    ]) {
      const wanted = { category: category ?? '', amount: amount ?? '', period: 'monthly' } as const;
      await carryOut(tx, asker, (await planBudget(tx, asker, wanted)).changes);
    }
  });
  await before?.(database, asker);
  const prices = { input: '2', cachedInput: '0.50', output: '8' };
  const connected = { ...house, connected: { model, prices, monthlyLimitMicros: monthlyLimitMicros ?? null } };
  const clock = { now: () => Temporal.Instant.from(LOOK) };
  const started = performance.now();
  const report = await createScheduler({
    ...{ database, clock, log: createLog('silent'), worker: { name: 'test', isGone: () => false } },
    handlers: alertHandlers({ ...connected, phrase: phraseBy(connected) }),
  }).tick();
  expect(report).toMatchObject({ failed: 0 });
  const sent = await database.client.outbox.findMany({ where: { reply: { not: null } } });
  return {
    said: sent.map(({ reply }) => JSON.parse(reply ?? '{}').text.split('\n')),
    usage: await database.client.modelUsage.findMany({ where: { turnId: { not: 'earlier' } } }),
    schedule: await database.client.schedule.findFirstOrThrow(),
    requests: server.requests,
    milliseconds: performance.now() - started,
    person,
  };
}

describe('what a look at everything tells', () => {
  test('goes out in the model’s words, and what that cost is counted', async () => {
    const { said, usage, schedule, person, requests } = await lookAt8({ text: warm.join('\n') });
    expect(said).toEqual([warm]);
    expect(usage).toMatchObject([
      { turnId: schedule.id, personId: person.id, model: 'scripted-1', inputTokens: 100, costMicros: 270n },
    ]);
    // The lines stand between marks that nothing in them can close, and no tool is at hand.
    const [{ body }] = requests as [(typeof requests)[number]];
    expect(body.messages[0]?.content).toMatch(/<data-(\w+)>\n\{"lines":\["Dining this month.*\n<\/data-\1>/);
    expect(body.tools ?? []).toEqual([]);
  });

  test.each([
    ['a wrong figure', [warm[0]?.replace('20.00', '30.00'), warm[1]]],
    ['a figure that was added', [`${warm[0]} That is 17%.`, warm[1]]],
    ['an alert that was dropped', [warm[0]]],
    ['an alert without its figures', [warm[0], 'All in all you are over, too.']],
    ['figures of one alert in the line of the other', [warm[1], warm[0]]],
    ['a line more', [...warm, 'Take care.']],
    ['a link', [warm[0], `${warm[1]} https://example.org`]],
    ['a speech', [warm[0], `${warm[1]} ${'and so on '.repeat(20)}`]],
    ['nothing', ['']],
  ])('goes out in our own words for %s', async (_name, lines) => {
    const { said, usage } = await lookAt8({ text: lines.join('\n') });
    expect(said).toEqual([own]);
    expect(usage).toHaveLength(1);
  });

  test.each([
    ['is away', { status: 500 }],
    ['says nothing for too long', { wait: true }],
  ])('goes out in our own words, soon, when the model %s', async (_name, answer) => {
    const { said, milliseconds } = await lookAt8(answer);
    expect(said).toEqual([own]);
    expect(milliseconds).toBeLessThan(PHRASE_MILLISECONDS);
  });

  test('asks nothing once the limit of the month is reached', async () => {
    const usage = { inputTokens: 1, cachedInputTokens: 0, outputTokens: 1, milliseconds: 1, costMicros: 5_000n };
    const { said, requests } = await lookAt8(
      { text: warm.join('\n') },
      {
        monthlyLimitMicros: 5_000n,
        before: ({ client }, { personId }) =>
          addModelCall(client, { ...usage, personId, turnId: 'earlier', model: 'm' }, new Date('2026-06-02T00:00:00Z')),
      },
    );
    expect(said).toEqual([own]);
    expect(requests).toEqual([]);
  });

  test('goes out in our own words where it is not the same any more when it leaves', async () => {
    const { said } = await lookAt8({
      text: warm.join('\n'),
      meanwhile: ({ client }) => client.person.updateMany({ data: { language: 'de' } }),
    });
    expect(said).toEqual([[expect.stringContaining('Restaurants'), expect.stringContaining('Alle Ausgaben')]]);
  });
});

test('a digest is phrased line by line, too', async () => {
  const lines = [
    'It was €240.00 that you spent yesterday.',
    'The month stands at €240.00.',
    'Both of your budgets are passed: dining by €20.00, everything by €15.00.',
  ];
  const { said } = await lookAt8(
    { text: lines.join('\n') },
    {
      before: async (database, asker) => {
        await database.client.schedule.updateMany({ data: { kind: 'digest' } });
        await database.transaction((tx) =>
          changeSettings(tx, asker.personId, asker.personId, { digest: 'daily' }, asker.now),
        );
      },
    },
  );
  expect(said).toEqual([lines]);
});
