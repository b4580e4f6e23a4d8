/** What an expense was for and where, from the words left when amount and date are taken out. */

import { brandNamed, guessCategory } from '../../domain/category-words.ts';
import { foldInPlace, foldText } from '../../domain/fold.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { anywhere, atStart, expression, foldPattern } from '../lexicon/patterns.ts';

export interface Description {
  /** In the person's own spelling; empty when nothing was said. */
  readonly note: string;
  readonly merchant: string;
  /** As tagged with # or named by the word for category; not yet looked up. */
  readonly tag: string;
}

/**
 * Reads the words before and after an amount. With `payer`, "de Amazon" names who paid, as it does in "a refund of 20 from
 * Amazon".
 */
export function describe(before: string, after: string, lexicon: Lexicon, payer = false): Description {
  const { text, tag } = withoutTag(`${withoutTrail(before, lexicon)} ${after}`.replace(/\s+/g, ' ').trim(), lexicon);
  // Code is quoted, not said: none of its words is a little one.
  if (/[;<>{}\\]|--|\/\*/.test(trimMarks(text))) {
    const { filler, opener } = lexicon.phrases;
    return { note: withoutLead(text, `${filler}|${opener}`), merchant: '', tag };
  }
  const { merchant, rest } = splitMerchant(withoutVerbs(text, lexicon), lexicon, payer);
  const note = noteIn(rest, lexicon);
  // "netflix 15.99": a brand alone is who was paid.
  return merchant === '' && brandNamed(note) ? { note: '', merchant: note, tag } : { note, merchant, tag };
}

/** "coffee #dining", "coffee (category dining)" */
function withoutTag(words: string, lexicon: Lexicon): { text: string; tag: string } {
  const tagged = /(?:^|\s)#([\p{L}\p{N}][\p{L}\p{N}_-]*)/u.exec(words);
  if (tagged)
    return { text: words.replace(tagged[0], ' ').trim(), tag: (tagged[1] as string).replaceAll(/[_-]/g, ' ') };
  const noun = foldPattern(lexicon.phrases.categoryNoun);
  const named = expression(`(?:^|[ (,-])(?:${noun}):? (\\p{L}[\\p{L} ]*)\\)?$`).exec(foldInPlace(words));
  if (!named) return { text: words, tag: '' };
  return { text: words.slice(0, named.index).trim(), tag: named[1] as string };
}

function splitMerchant(text: string, lexicon: Lexicon, payer: boolean): { merchant: string; rest: string } {
  const folded = foldInPlace(text);
  const merchant = foldPattern(lexicon.links.merchant);
  const note = foldPattern(lexicon.links.note);
  const maybe = foldPattern(lexicon.links.merchantOrNote) + (payer ? `|${note}|par|por` : '');
  for (const match of folded.matchAll(expression(`(?:^|\\s)(${merchant}|${maybe})['\\s]`, 'gu'))) {
    const sure = expression(`^(?:${merchant})$`).test(match[1] as string);
    const start = match.index + match[0].length;
    const stop = expression(
      `\\s(?:${note}|${merchant}|mit|with|con|avec|com|${foldPattern(lexicon.phrases.spent)})(?=\\s|$)|[,;(\\n]`,
    ).exec(folded.slice(start));
    const end = stop ? start + stop.index : folded.length;
    const name = withoutArticle(text.slice(start, end).trim(), lexicon);
    if (name === '' || isPlace(name)) continue;
    // "en Mercadona" is a shop, "en el almuerzo" what was eaten: a name has a capital, which in German every noun has.
    if (!sure && !(lexicon.language === 'de' ? brandNamed(name) : /^[\p{Lu}\d]/u.test(name) || brandNamed(name)))
      continue;
    return { merchant: name, rest: `${text.slice(0, match.index)} ${text.slice(end)}`.replace(/\s+/g, ' ').trim() };
  }
  return { merchant: '', rest: text };
}

/** "at work", "from home": where one was, nobody who was paid. */
function isPlace(name: string): boolean {
  if (/^[\d:.,h]+$/.test(name)) return true;
  return /^(?:work|home|school|night|noon|midnight|lunch|dinner|breakfast|once|last|least|first|cash|casa|trabajo|arbeit|hause|der arbeit|trabalho|my|friends?|a friend|the office|the airport|cartao|tarjeta|amigos|freunden?)$/.test(
    foldText(name),
  );
}

/** "at the Crown" keeps its article only as part of a name with a capital: "The Crown". */
function withoutArticle(name: string, lexicon: Lexicon): string {
  const article = atStart(lexicon.links.article).exec(foldInPlace(name));
  if (!article || /^\p{Lu}/u.test(name)) return name;
  return name.slice(article[0].length).trim();
}

/** Without the verb that it begins with: "spent", "j'ai payé". */
function withoutVerbs(text: string, lexicon: Lexicon): string {
  const { opener, polite, spent, recordOrder, filler } = lexicon.phrases;
  // "cost" may follow the thing; "paid off" and "paid on" are not the verb alone.
  const rest = withoutLead(text, `(?:(?:${filler})\\s){0,2}(?:${spent}|${recordOrder}|${opener}|${polite})(?!'| off )`);
  // "income" and "Ausgabe" are orders to record before other words, and the note itself when alone.
  // And "Book: 1984" is a book.
  const said = /\p{L}/u.test(rest) || rest === '' ? rest : text;
  return rest === '' && guessCategory(text) !== null ? text : said;
}

/** Without the little words around it: "for the", "of my". */
function noteIn(text: string, lexicon: Lexicon): string {
  const { opener, filler } = lexicon.phrases;
  const note = trimMarks(withoutTrail(withoutLead(text, `${filler}|${opener}`), lexicon));
  // All of it were little words: kept where they say what it was for ("tanken").
  return note === '' && guessCategory(text) !== null ? trimMarks(text) : note;
}

function withoutLead(text: string, pattern: string): string {
  let rest = text.replace(/^[\s,;:.!-]+/, '');
  for (let words = 0; words < 12; words++) {
    const match = atStart(pattern).exec(foldInPlace(rest));
    if (!match || match[0] === '') break;
    rest = rest.slice(match[0].length).replace(/^[\s,;:'’-]+/, '');
  }
  return rest;
}

function withoutTrail(text: string, lexicon: Lexicon): string {
  const trail = expression(`(?:^|\\s)(?:${foldPattern(lexicon.phrases.filler)})[\\s.,;:!-]*$`);
  let rest = text;
  for (let words = 0; words < 6; words++) {
    const match = trail.exec(foldInPlace(rest));
    if (!match || anywhere(lexicon.phrases.income).test(match[0])) break;
    rest = rest.slice(0, match.index);
  }
  return rest;
}

function trimMarks(text: string): string {
  return text
    .replace(/^[\s,;:.!?"“”„«»[\]+*=/-]+(?=\S)|^[\s,;:.!?+*=/-]+$/u, '')
    .replace(/[\s,;:!?=+-]+$|(?<=\p{L})\.$/u, '')
    .trim();
}
