/** A house on a test database, with a model that answers as a test says and a clock that it sets. */

import { randomInt } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type { House } from '../../src/conversation/house.ts';
import { createInbox } from '../../src/conversation/inbox.ts';
import type { InboundMessage, Reply } from '../../src/conversation/message.ts';
import { PlatformError } from '../../src/errors.ts';
import { createLog } from '../../src/log.ts';
import type { Model, ModelAnswer, ModelMessage, ModelRequest } from '../../src/models/model.ts';
import { toDecimal } from '../../src/money.ts';
import type { Database } from '../../src/store/database.ts';
import { listEntries } from '../../src/store/entries.ts';
import { findPerson, personalLedger } from '../../src/store/people.ts';

/** Answers the person's message by `script`, and tool results with what the tools said. */
export function scripted(
  script: (text: string, request: ModelRequest) => Partial<ModelAnswer>,
  name = 'offline',
): Model {
  let calls = 0;
  return {
    name,
    async answer(request) {
      const last = request.messages.at(-1) as ModelMessage;
      if (last.role === 'tool') return { text: saidAfterPerson(request.messages), toolCalls: [], usage: null };
      const { toolCalls = [], ...rest } = script(last.role === 'user' ? last.text : '', request);
      calls += 1;
      const unique = toolCalls.map((call, index) => ({ ...call, id: `call-${name}-${calls}-${index}` }));
      return { text: '', usage: null, ...rest, toolCalls: unique };
    },
  };
}

function saidAfterPerson(messages: readonly ModelMessage[]): string {
  return messages
    .slice(messages.findLastIndex((message) => message.role === 'user'))
    .flatMap((message) => (message.role === 'tool' ? [message.content] : []))
    .map((content) => ('error' in content ? `${content.error} ${content.hint}` : content.said))
    .join('\n');
}

export function call(name: string, args: Record<string, unknown>) {
  return { toolCalls: [{ id: '', name, args }] };
}

/** Where no test asks anything, nothing is opened. */
function noQueries({ dialect }: Database): House['queries'] {
  const ask = () => Promise.reject(new PlatformError('This house answers no queries.'));
  return { dialect, ask, close: async () => {} };
}

export interface TestHouseOptions {
  readonly model?: Model;
  readonly connected?: House['connected'];
  readonly now?: string;
  readonly queries?: House['queries'];
}

/** Messages of one person in one conversation, unless a test says otherwise. */
export function openTestHouse(database: Database, options: TestHouseOptions = {}) {
  let now = Temporal.Instant.from(options.now ?? '2026-06-15T10:00:00Z');
  const house: House = {
    database,
    queries: options.queries ?? noQueries(database),
    offline: options.model ?? scripted(() => ({ text: 'I did not understand that.' })),
    connected: options.connected ?? null,
    defaults: { currency: 'EUR', timezone: 'Europe/Berlin', language: 'en', firstDayOfWeek: 1 },
    clock: { now: () => now, leaseTime: () => performance.timeOrigin + performance.now() },
    randomInt: (limit) => randomInt(limit),
    log: createLog(process.env.TEST_LOG ?? 'silent'),
  };
  const inbox = createInbox(house);
  let count = 0;

  async function send(content: InboundMessage['content'], more: Partial<InboundMessage> = {}): Promise<Reply> {
    count += 1;
    const sender = more.sender ?? 'ann';
    const conversation = more.conversation ?? `test:${sender}`;
    const key = more.key ?? `test:${sender}:${count}`;
    const { answered } = await inbox.receive({ platform: 'test', ...more, sender, conversation, key, content });
    return (await answered).reply;
  }

  return {
    house,
    inbox,
    send,
    say: (text: string, more: Partial<InboundMessage> & { replyTo?: string } = {}) =>
      send({ kind: 'message', text, ...(more.replyTo ? { replyTo: more.replyTo } : {}) }, more),
    edit: (edits: string, text: string) => send({ kind: 'edit', edits, text }),
    press: (reply: Reply, what: string, more: Partial<InboundMessage> = {}) => {
      const button = reply.buttons.find((each) => each.id.startsWith(`${what}:`));
      if (!button) throw new Error(`there is no button ${what} among ${JSON.stringify(reply.buttons)}`);
      return send({ kind: 'press', button: button.id }, more);
    },
    setNow(text: string) {
      now = Temporal.Instant.from(text);
    },
    /** The standing entries as "12.50 EUR dining lunch 2026-06-15", in the order they were recorded. */
    async entries(sender = 'ann'): Promise<string[]> {
      const person = await findPerson(database.client, 'test', sender);
      if (!person) return [];
      const { ledgerId } = await personalLedger(database.client, person.id);
      const categories = await database.client.category.findMany({ where: { ledgerId } });
      const rows = (await listEntries(database.client, ledgerId, {})).sort((a, b) => (a.id < b.id ? -1 : 1));
      return rows.map((entry) =>
        [
          toDecimal(entry.amount),
          entry.amount.currency,
          categories.find((category) => category.id === entry.categoryId)?.name,
          entry.merchant ?? entry.note,
          entry.day,
        ].join(' '),
      );
    },
  };
}
