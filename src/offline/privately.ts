/** Whether a message in a group asks about the speaker's own money, and not the group's. */

import { foldText } from '../domain/fold.ts';

const private_ =
  /\b(privately|in private|just for me|my (own|private|personal)|mi (propio|privado|personal)|mis (propios|privados|personales)|en privado|privat|mein(e|en|em|er)? (eigenes?|private[ns]?|personliche[ns]?)|en prive|mon (propre|prive|personnel)|mes (propres|prives|personnels)|ma (propre|privee)|em particular|em privado|meus? (proprios?|pessoa(l|is)|particular(es)?))\b/;

/** True for "my own spending this month", "privately: how am I doing?", in any of the languages. */
export function asksPrivately(text: string): boolean {
  return private_.test(foldText(text.slice(0, 400)));
}
