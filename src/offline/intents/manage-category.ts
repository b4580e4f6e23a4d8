/** The person's own categories: "add a category hobbies", "rename pets to animals", "merge fees into other", "list categories". */

import { foldInPlace } from '../../domain/fold.ts';
import { categoryIn } from '../category-in.ts';
import type { Heard, Intent, Plan } from '../hearing.ts';
import { begins, says } from '../hearing.ts';
import { anywhere, atStart, expression, foldPattern } from '../lexicon/patterns.ts';

const NAME_LENGTH = 40;

export const manageCategory: Intent = (heard) => {
  const { phrases } = heard.lexicon;
  const noun = says(heard, phrases.categoryNoun);
  if (/\d/.test(heard.folded)) return null;
  if (begins(heard, phrases.rename)) return fromTo(heard, 'rename', phrases.rename, noun);
  if (begins(heard, phrases.merge)) return fromTo(heard, 'merge', phrases.merge, noun);
  if (!noun) return null;
  if (begins(heard, phrases.add)) return adding(heard);
  const bare =
    heard.said.split(' ').length <= 6 &&
    !says(heard, `${phrases.spending}|${phrases.by}|${phrases.change}|${phrases.correctionStart}`);
  const plural = /categories|categorias|kategorien/.test(heard.folded);
  return plural &&
    (bare || begins(heard, phrases.listVerb) || begins(heard, phrases.questionStart)) &&
    !says(heard, phrases.spending)
    ? { calls: [{ name: 'manage_category', args: { action: 'list' } }] }
    : null;
};

function adding(heard: Heard): Plan | null {
  const { phrases } = heard.lexicon;
  const verb = atStart(phrases.add).exec(heard.said)?.[0] ?? '';
  const name = cleanName(heard, original(heard).slice(verb.length));
  if (name === '') return null;
  const income = says(heard, 'income|ingresos?|einnahmen?|revenus?|receitas?');
  return {
    calls: [{ name: 'manage_category', args: { action: 'add', category: name, ...(income && { kind: 'income' }) } }],
  };
}

function fromTo(heard: Heard, action: 'rename' | 'merge', verb: string, noun: boolean): Plan | null {
  const rest = original(heard).slice(atStart(verb).exec(heard.said)?.[0].length ?? 0);
  const link = anywhere(`into|in|to|as|with|and|a|por|en|con|zu|mit|nach|und|um in|en|par|avec|dans|para|com|em`).exec(
    foldInPlace(rest),
  );
  if (!link) return null;
  const from = cleanName(heard, rest.slice(0, link.index));
  const to = cleanName(heard, rest.slice(link.index + link[0].length));
  const known = categoryIn(from, heard.context);
  if (from === '' || to === '' || (!noun && known === null)) return null;
  return {
    calls: [
      {
        name: 'manage_category',
        args: { action, category: known ?? from, to: action === 'merge' ? (categoryIn(to, heard.context) ?? to) : to },
      },
    ],
  };
}

/** The message from where `said` begins, in the person's spelling. */
function original(heard: Heard): string {
  return heard.text.slice(heard.folded.lastIndexOf(heard.said));
}

function cleanName(heard: Heard, words: string): string {
  const { categoryNoun } = heard.lexicon.phrases;
  let name = words.trim();
  const drop = atStart(
    `[\\s"'“„«:]*(?:${heard.lexicon.links.article}|${categoryNoun}|new|nueva|neue|nouvelle|nova|called|named|llamada|namens|appelee|chamada|de|for|income|expense|umbenennen)(?=[\\s"'“„«:]|$)`,
  );
  for (let pass = 0; pass < 5; pass++) {
    const match = drop.exec(foldInPlace(name));
    if (!match) break;
    name = name.slice(match[0].length).trim();
  }
  const trail = expression(`(?:\\s|^)(?:${foldPattern(categoryNoun)}|um|hinzu|an|please|por favor|bitte)$`).exec(
    foldInPlace(name),
  );
  if (trail) name = name.slice(0, trail.index);
  name = name.replace(/^["'“”„«:\s]+|["'“”»?!.\s]+$/g, '');
  return name.length <= NAME_LENGTH ? name : '';
}
