/** Keeps what one currency costs in another, so that a ledger adds up over both. */

import { z } from 'zod';
import { carryOut } from '../domain/operation.ts';
import { planRate } from '../domain/rates.ts';
import type { Image } from '../store/records.ts';
import { describeDay, describeRate } from '../wording/phrasing.ts';
import type { Words } from '../wording/words.ts';
import { currency, day } from './entry-args.ts';
import { defineTool } from './tool.ts';

export const setRateTool = defineTool({
  name: 'set_rate',
  description:
    'Keeps a rate of exchange that the person states: one unit of base costs rate of quote. ' +
    'It values the entries of that currency. Never for questions about rates.',
  args: z.object({
    base: currency.describe('ISO 4217 code of the currency that is one'),
    quote: currency.describe('ISO 4217 code of the currency that it costs'),
    rate: z.string().max(40).describe('Decimal string with a point, as the person said it: "0.92".'),
    date: day.optional().describe('YYYY-MM-DD from which it holds; leave out for today'),
  }),

  async run({ db, asker, words }, args) {
    const planned = await planRate(db, asker, args);
    // What changes nothing is no step to take back.
    const isSame = planned.every(({ before, after }) => before?.rate === after?.rate);
    const operationId = isSame ? undefined : await carryOut(db, asker, planned);
    const kept = planned.at(-1)?.after as Image;
    const date = kept.day === asker.today ? null : describeDay(kept.day as string, words, asker.today);
    const rate = describe(kept, words);
    return { said: words.rateNoted(rate, date), data: { rate, from: kept.day }, operationId };
  },

  write: {
    amounts: ({ rate }) => [rate],
    async preview({ db, asker, words }, args) {
      const planned = await planRate(db, asker, args);
      const said = words.proposeRate(describe(planned.at(-1)?.after as Image, words));
      return { said, state: planned.map((change) => change.before) };
    },
  },
});

function describe({ base, quote, rate }: Image, words: Words): string {
  return describeRate(base as string, quote as string, rate as string, words);
}
