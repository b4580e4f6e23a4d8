import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { databases } from '../support/databases.ts';
import { newFolder, repliesOf, runPurser } from './run-purser.ts';

const file = 'Date,USD,JPY,\n2026-06-15,1.08,163.5,\n2026-06-12,1.1,N/A,\n';

test.each(databases)(
  'rates on $name keeps the file, values what is there, and says how much',
  async ({ openTestDatabase }) => {
    const { url, client } = await openTestDatabase();
    const folder = newFolder();
    writeFileSync(join(folder, 'rates.csv'), file);
    const spoken = await runPurser(['chat', '--json', '--now', '2026-06-15T12:00', '--currency', 'EUR', '--db', url], {
      input: 'lunch 10 USD\n',
    });
    expect(repliesOf(spoken)[0].text).toMatch(/^Recorded/);
    expect(await runPurser(['rates', 'rates.csv', '--db', url], { folder })).toEqual({
      code: 0,
      stdout: 'Read 3 rates from 2026-06-12 to 2026-06-15: 3 new, 0 changed.\nValued 1 entry anew in 1 ledger.\n',
      stderr: '',
    });
    expect(await client.entry.findMany()).toMatchObject([{ homeMinor: 926n }]);
    expect(await runPurser(['rates', '-', '--db', url], { folder, input: file })).toEqual({
      code: 0,
      stdout: 'Read 3 rates from 2026-06-12 to 2026-06-15: 0 new, 0 changed.\n',
      stderr: '',
    });
  },
);

test('rates says which line is wrong, or that there is no file, and keeps nothing', async () => {
  const folder = newFolder();
  writeFileSync(join(folder, 'rates.csv'), `${file}June,1.1,1,\n`);
  const wrong = await runPurser(['rates', 'rates.csv'], { folder });
  expect(wrong).toMatchObject({ code: 2, stdout: '' });
  expect(wrong.stderr).toMatch(
    /^purser: Line 4: "June" is not a day of the calendar\. It takes eurofxref-hist\.csv, .*\n$/,
  );
  const missing = await runPurser(['rates', 'nowhere.csv'], { folder });
  expect(missing).toMatchObject({ code: 2, stdout: '' });
  expect(missing.stderr).toBe(
    "purser: nowhere.csv can't be read (ENOENT). Give the path of a file, or - for standard input.\n",
  );
});
