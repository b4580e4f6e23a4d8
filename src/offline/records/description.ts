/** What an expense was for and where, from the words left when amount and date are taken out. */

import { guessCategory } from '../../domain/category-words.ts';
import { foldInPlace, foldText } from '../../domain/fold.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { atStart, foldPattern } from '../lexicon/patterns.ts';

export interface Description {
  /** In the person's own spelling; empty when nothing was said. */
  readonly note: string;
  readonly merchant: string;
  /** As tagged with # or named by the word for category; not yet looked up. */
  readonly tag: string;
}

/** Reads the words before and after an amount. */
export function describe(words: string, lexicon: Lexicon): Description {
  let text = words.replace(/\s+/g, ' ').trim();
  const tagged = /(?:^|\s)#([\p{L}\p{N}][\p{L}\p{N}_-]*)/u.exec(text);
  if (tagged) text = text.replace(tagged[0], ' ').trim();
  const named = new RegExp(
    `(?:[(,-]? ?)(?:${foldPattern(lexicon.phrases.categoryNoun)}):? (\\p{L}[\\p{L} ]*)\\)?$`,
    'u',
  ).exec(foldInPlace(text));
  if (named) text = text.slice(0, named.index);
  const tag = tagged?.[1]?.replaceAll(/[_-]/g, ' ') ?? named?.[1] ?? '';
  const { merchant, rest } = splitMerchant(withoutFillers(text, lexicon, 'verbs'), lexicon);
  const note = withoutFillers(rest, lexicon, 'all');
  return { note, merchant, tag };
}

function splitMerchant(text: string, lexicon: Lexicon): { merchant: string; rest: string } {
  const folded = foldInPlace(text);
  const { merchant, merchantOrNote, note } = lexicon.links;
  const link = new RegExp(`(?:^|[\\s])(${foldPattern(merchant)}|${foldPattern(merchantOrNote)})['\\s]`, 'gu');
  for (const match of folded.matchAll(link)) {
    const sure = new RegExp(`^(?:${foldPattern(merchant)})$`, 'u').test(match[1] as string);
    const start = match.index + match[0].length;
    const stop = new RegExp(
      `[\\s](?:${foldPattern(note)}|${foldPattern(merchant)}|mit|with|con|avec|com)[\\s]|[,;(]`,
      'u',
    ).exec(folded.slice(start));
    const end = stop ? start + stop.index : folded.length;
    const name = withoutArticle(text.slice(start, end).trim(), lexicon, !sure);
    if (name === '' || isPlace(name)) continue;
    // "en Mercadona" is a shop, "en el almuerzo" what was eaten: a name has a capital.
    if (!sure && !/^[\p{Lu}\d]/u.test(name)) continue;
    if (lexicon.language === 'de' && !sure && guessCategory(name) === null) continue;
    return { merchant: name, rest: `${text.slice(0, match.index)} ${text.slice(end)}`.trim() };
  }
  return { merchant: '', rest: text };
}

/** "at work", "from home": where one was, nobody who was paid. */
function isPlace(name: string): boolean {
  return /^(?:work|home|school|night|noon|midnight|lunch|dinner|breakfast|once|last|least|first|cash|casa|trabajo|arbeit|hause|der arbeit|trabalho|my|friends?|a friend|the office|the airport|cartao|tarjeta|amigos|freunden?)$/.test(
    foldText(name),
  );
}

function withoutArticle(name: string, lexicon: Lexicon, onlyIf: boolean): string {
  const article = atStart(lexicon.links.article).exec(foldInPlace(name));
  if (!article || (!onlyIf && /^\p{Lu}/u.test(name))) return name;
  return name.slice(article[0].length).trim();
}

const edges = /^[\s,;:.!?"“”„«»()[\]+*=>-]+(?=\S)|^[\s,;:.!?+*=>-]+$/u;

/** Without the verbs ("spent"), and for a note without the little words ("for the"), that lead to it or trail it. */
function withoutFillers(text: string, lexicon: Lexicon, which: 'verbs' | 'all'): string {
  const { opener, spent, recordOrder, filler } = lexicon.phrases;
  const lead =
    which === 'all'
      ? atStart(`${filler}|${opener}`)
      : atStart(`(?:(?:${filler}) )?(?:${spent}|${recordOrder}|${opener})(?!'| on | off )`);
  let rest = text.replace(/^[\s,;:.!-]+/, '');
  const original = rest;
  for (let words = 0; words < 12; words++) {
    const match = lead.exec(foldInPlace(rest));
    if (!match || match[0] === '') break;
    rest = rest.slice(match[0].length).replace(/^[\s,;:'-]+/, '');
  }
  if (which === 'all') {
    const trail = new RegExp(`(?:^|\\s)(?:${foldPattern(filler)})[\\s.,;:!-]*$`, 'u');
    for (let words = 0; words < 6; words++) {
      const match = trail.exec(foldInPlace(rest));
      if (!match) break;
      rest = rest.slice(0, match.index);
    }
    rest = trimMarks(rest);
    // All of it were little words: "taxi" in "compra taxi" is none, but "gasto" alone may be the note.
    if (rest === '' && guessCategory(original) !== null) rest = trimMarks(original);
  }
  return rest;
}

function trimMarks(text: string): string {
  return text
    .replace(edges, '')
    .replace(/[\s,;:!=+-]+$|(?<=\p{L})\.$/u, '')
    .trim();
}
