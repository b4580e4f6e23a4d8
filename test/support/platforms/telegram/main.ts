/**
 * The server in a process of its own, for benches and kill runs:
 *
 *     node test/support/platforms/telegram/main.ts --fast 100 --no-rates
 *
 * prints {"url","token"}, then carries out a JSON line each from standard input and answers it with one:
 * {"do":"addUser","name":"Ann"} → {"user":…}, {"do":"send","user":…,"text":…,"chat"?:…} → {"message":…},
 * {"do":"transcript","chat":…}, {"do":"fault","fault":{…}}, {"do":"repeat","times":3}, {"do":"counts"}.
 */

import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import type { Fault } from './faults.ts';
import type { Person } from './people.ts';
import { realLimits } from './rates.ts';
import { startTelegramServer, type TelegramServer } from './server.ts';
import { fastTime } from './time.ts';

interface Order {
  readonly do: string;
  readonly name?: string;
  readonly user?: number;
  readonly chat?: number;
  readonly text?: string;
  readonly message?: number;
  readonly button?: string;
  readonly times?: number;
  readonly fault?: Fault;
}

/** Carries out one order. */
export function createDesk(server: TelegramServer): (order: Order) => object {
  const users = new Map<number, Person>();
  const by = (order: Order): Person => {
    const person = users.get(order.user ?? 0);
    if (!person) throw new Error(`there is no user ${order.user}`);
    return person;
  };
  const where = (order: Order) => (order.chat === undefined ? {} : { chat: order.chat });
  const orders: Record<string, (order: Order) => object> = {
    addUser(order) {
      const person = server.addUser(order.name ?? 'Ann');
      users.set(person.user.id, person);
      return { user: person.user.id };
    },
    send: (order) => ({ message: by(order).send(order.text ?? '', where(order)).message.message_id }),
    edit: (order) => ({
      message: by(order).edit(order.message ?? 0, order.text ?? '', where(order)).message.message_id,
    }),
    press: (order) => ({ press: by(order).press(order.button ?? '', where(order)).id }),
    transcript: (order) => ({
      messages: server.transcript(order.chat ?? 0).map(({ photo, document, ...rest }) => ({
        ...rest,
        ...(photo ? { photo: `${photo.width}×${photo.height}` } : {}),
        ...(document ? { document: document.name } : {}),
      })),
    }),
    fault(order) {
      if (order.fault) server.faults.add(order.fault);
      else server.faults.clear();
      return {};
    },
    repeat(order) {
      server.updates.faults.repeat = order.times ?? 1;
      return {};
    },
    counts: () => ({ calls: server.log.length, pending: server.updates.pending().length }),
  };
  return (order) => {
    const known = orders[order.do];
    if (!known) throw new Error(`there is no order ${order.do}; known are ${Object.keys(orders).join(', ')}`);
    return known(order);
  };
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: { fast: { type: 'string', default: '1' }, rates: { type: 'boolean', default: true } },
    allowNegative: true,
  });
  const server = await startTelegramServer({
    time: fastTime(Number(values.fast)),
    rates: values.rates ? realLimits : null,
  });
  const say = (value: object) => process.stdout.write(`${JSON.stringify(value)}\n`);
  const carryOut = createDesk(server);
  say({ url: server.url, token: server.token });
  for await (const line of createInterface({ input: process.stdin })) {
    try {
      say(carryOut(JSON.parse(line) as Order));
    } catch (error) {
      say({ error: (error as Error).message });
    }
  }
  await server.close();
}
