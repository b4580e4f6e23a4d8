/** "That's fine, ignore it": said of what was found unusual just before. */

import type { Intent } from '../hearing.ts';
import { analyticsPatterns } from '../lexicon/analytics-patterns.ts';
import { whole } from '../lexicon/patterns.ts';

export const dismiss: Intent = (heard) => {
  if (heard.lastTool !== 'find_unusual') return null;
  const said = heard.said
    .replace(/[!.,;]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const { that, named } = analyticsPatterns[heard.language].fine;
  if (whole(that).test(said)) return { calls: [{ name: 'dismiss_finding', args: { which: 'last' } }] };
  const name = whole(named)
    .exec(said)
    ?.slice(1)
    .find((group) => group !== undefined);
  return name === undefined ? null : { calls: [{ name: 'dismiss_finding', args: { which: name } }] };
};
