/**
 * The server as a process of its own, for kill runs and benches: `node serve.ts '{"rateLimits":false}'`.
 * Its first line is {"api","token"}; then each line of its input is {"person","does","args"} or {"sees":"ann"} or
 * {"chaos":{…}}, and is answered by a line.
 */

import { createInterface } from 'node:readline';
import { startDiscordServer } from './server.ts';

const server = await startDiscordServer(JSON.parse(process.argv[2] ?? '{}'));
const tell = (line: unknown) => process.stdout.write(`${JSON.stringify(line)}\n`);
tell({ api: server.api, token: server.token });

for await (const line of createInterface({ input: process.stdin })) {
  try {
    const order = JSON.parse(line);
    if (order.sees !== undefined) tell({ sees: server.person(order.sees).sees() });
    else if (order.chaos !== undefined) tell({ chaos: server.faults.always(order.chaos) ?? null });
    else {
      const person = server.person(order.person) as unknown as Record<string, (...args: unknown[]) => { id?: string }>;
      tell({ id: person[order.does]?.(...(order.args ?? []))?.id ?? null });
    }
  } catch (error) {
    tell({ error: String(error) });
  }
}
await server.close();
