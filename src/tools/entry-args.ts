/** The arguments that several tools share. */

import { z } from 'zod';

export const kind = z.enum(['expense', 'income', 'refund']);

export const amount = z
  .string()
  .max(40)
  .describe('Decimal string in major units with a point, as the person said it: "12.50". No sign, no currency.');

export const currency = z.string().max(20).describe("ISO 4217 code; leave out for the person's own currency");

export const day = z.string().max(20).describe('YYYY-MM-DD');

export const category = z.string().max(60).describe("name of one of the person's categories");

export const entryFields = {
  amount,
  currency: currency.optional(),
  category: category.optional(),
  merchant: z.string().max(200).optional().describe('the shop, company or person paid'),
  note: z.string().max(2000).optional().describe('what it was for, in few words'),
  date: day.optional().describe('YYYY-MM-DD; leave out for today'),
};

export const entryReference = z.string().max(60).describe('an entry\'s id, or "last" for the latest one');
