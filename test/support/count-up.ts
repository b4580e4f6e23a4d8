/** A process that reads and then writes one row, over and over: node count-up.ts URL TIMES. */

import { openDatabase } from '../../src/store/database.ts';

const [url = '', times = ''] = process.argv.slice(2);
const database = await openDatabase(url);
for (let n = 0; n < Number(times); n++) {
  await database.transaction(async (tx) => {
    const { name } = await tx.ledger.findUniqueOrThrow({ where: { id: 'counter' } });
    await tx.ledger.update({ where: { id: 'counter' }, data: { name: String(Number(name) + 1) } });
  });
}
await database.close();
