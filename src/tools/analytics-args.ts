/** What the tools about trends and reports share: their arguments, and amounts as texts. */

import { z } from 'zod';
import { formatMoney } from '../money.ts';
import type { ToolContext } from './tool.ts';

export const chart = z.boolean().optional().describe('true for a picture, false for none; null leaves it to the tool');

/** Minor units of the ledger's currency as the person reads them; `signed` puts a plus before a rise. */
export function amountTexts({ asker, words }: Pick<ToolContext, 'asker' | 'words'>) {
  const money = (minor: number) => formatMoney({ minor: BigInt(minor), currency: asker.homeCurrency }, words.locale);
  return { money, signed: (minor: number) => `${minor > 0 ? '+' : ''}${money(minor)}` };
}
