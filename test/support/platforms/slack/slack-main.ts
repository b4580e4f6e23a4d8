/**
 * The server as a process of its own, for kill runs and benches: `node slack-main.ts '{"port":0}'` prints one JSON line with its
 * addresses and tokens, then takes one command a line ({"dm":[person,text]}, {"deliverTo":url}, {"transcript":person},
 * {"copies":[1,3]}, {"faults":0.1}, {"settle":true}) and answers each with one line.
 */

import { createInterface } from 'node:readline';
import type { Person } from './people.ts';
import { startSlackServer } from './slack-server.ts';

const slack = await startSlackServer(JSON.parse(process.argv[2] ?? '{}'));
const people = new Map<string, Person>();
const say = (line: unknown) => process.stdout.write(`${JSON.stringify(line)}\n`);
const personOf = (name: string): Person => {
  const person = people.get(name) ?? slack.addPerson(name);
  people.set(name, person);
  return person;
};
const { apiUrl, botToken, appToken, signingSecret } = slack;
say({ apiUrl, botToken, appToken, signingSecret });

for await (const line of createInterface({ input: process.stdin })) {
  const command = JSON.parse(line) as {
    deliverTo?: string | null;
    dm?: [person: string, text: string];
    transcript?: string;
    copies?: [least: number, most: number];
    faults?: number;
    settle?: boolean;
  };
  if (command.deliverTo !== undefined) slack.deliverTo(command.deliverTo);
  if (command.copies) {
    const [least, most] = command.copies;
    let count = 0;
    slack.dispatcher.copies = () => least + (count++ % (most - least + 1));
  }
  if (command.faults !== undefined) slack.faults.injectAtRandom(command.faults);
  if (command.settle) await slack.dispatcher.settled();
  if (command.dm) say({ ts: personOf(command.dm[0]).dm(command.dm[1]).ts });
  else if (command.transcript) {
    const shown = slack.transcript(personOf(command.transcript).im);
    say(shown.map(({ ts, author, text, buttons, thread }) => ({ ts, author, text, buttons, thread })));
  } else say({});
}
await slack.close();
