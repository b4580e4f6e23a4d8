/** What is said about unusual things in a ledger, in each language. Amounts, shares and dates arrive formatted. */

import type { Language } from '../../language.ts';
import type { Words } from '../words.ts';
import { ended } from './shared-words.ts';

/** Where an amount is usual: at its merchant, or in a category (by its name). */
export type UsualIn = 'merchant' | { readonly category: string };

/** What a finding is about: its name, its amount, and its day within a sentence ("on 12 Nov", "yesterday"). */
export interface Found {
  readonly name: string;
  readonly amount: string;
  readonly on: string;
}

export interface FindingsWords {
  /** An amount from one to another; alike, it is that one. */
  range(low: string, high: string): string;
  /** `seasonal`: even in that month of the year. */
  amount(found: Found, usual: string, where: UsualIn, seasonal: boolean): string;
  first(found: Found, usual: string): string;
  /** Within `days` calendar days, 1 for the same one. */
  duplicate(found: Found, times: number, days: number): string;
  /** `since` is a date by itself; `rhythm` is "monthly". */
  price(found: Found, rhythm: string, since: string, before: string, share: string, more: boolean): string;
  /** It should have come on `found.on`. */
  missing(found: Found, lastOn: string): string;
  /** "in the last 30 days" */
  lastDays(count: number): string;
  nothing(period: string, subject: string | null, entries: number): string;
  /** Findings that are left out because somebody said that they are fine. */
  leftOut(count: number): string;
  /** There were too many entries: the newest ones, from a date on, which is written with its year. */
  judgedPart(entries: string, since: string): string;
  readonly earlier: string;
  readonly usual: string;

  readonly fine: string;
  fineNamed(name: string): string;
  dismissed(names: string, count: number): string;
  readonly dismissedAlready: string;
  proposeDismissal(names: string): string;
  /** A dismissal by itself, for what an undo took back. */
  readonly dismissal: string;
}

const counted = (count: number, one: string, several: string) => `${count} ${count === 1 ? one : several}`;

const en: FindingsWords = {
  range: (low, high) => (low === high ? low : `${low} to ${high}`),
  amount: ({ name, amount, on }, usual, where, seasonal) =>
    `${name}, ${amount} ${on}: usually ${usual}${typeof where === 'string' ? ' there' : ` for ${where.category}`}${seasonal ? ' at that time of year' : ''}.`,
  first: ({ name, amount, on }, usual) =>
    `${name}, ${amount} ${on}: your first time there; elsewhere usually ${usual}.`,
  duplicate: ({ name, amount, on }, times, days) =>
    `${name}, ${amount} ${on}: ${times === 2 ? 'twice' : `${times} times`} the same amount ${days === 1 ? 'that day' : `within ${days} days`}; perhaps once too often.`,
  price: ({ name, amount }, rhythm, since, before, share, more) =>
    `${name}, ${amount} ${rhythm} since ${since}: ${share} ${more ? 'more' : 'less'} than before (${before}).`,
  missing: ({ name, amount, on }, lastOn) =>
    ended(`${name}, ${amount}: expected ${on} and not recorded yet; the last one came ${lastOn}`),
  lastDays: (count) => `in the last ${count} days`,
  nothing: (period, subject, entries) =>
    `Nothing unusual ${period}${subject === null ? '' : ` for ${subject}`}: I looked at ${counted(entries, 'entry', 'entries')}.`,
  leftOut: (count) =>
    count === 1 ? 'Left out: 1 that you said is fine.' : `Left out: ${count} that you said are fine.`,
  judgedPart: (entries, since) => `I looked at the newest ${entries} entries, from ${since} on.`,
  earlier: 'Earlier',
  usual: 'Usual',
  fine: 'That’s fine',
  fineNamed: (name) => `${name} is fine`,
  dismissed: (names, count) =>
    `Noted: ${names} ${count === 1 ? 'is fine. It comes' : 'are fine. They come'} up again only if the amount changes.`,
  dismissedAlready: 'That is noted already.',
  proposeDismissal: (names) => `Shall I note that this is fine: ${names}?`,
  dismissal: 'that it is fine',
};

const es: FindingsWords = {
  range: (low, high) => (low === high ? low : `entre ${low} y ${high}`),
  amount: ({ name, amount, on }, usual, where, seasonal) =>
    `${name}, ${amount} ${on}: lo habitual ${typeof where === 'string' ? 'ahí' : `en ${where.category}`}${seasonal ? ' por esas fechas' : ''} es ${usual}.`,
  first: ({ name, amount, on }, usual) =>
    `${name}, ${amount} ${on}: es tu primera vez ahí; en otros sitios lo habitual es ${usual}.`,
  duplicate: ({ name, amount, on }, times, days) =>
    `${name}, ${amount} ${on}: ${times === 2 ? 'dos veces' : `${times} veces`} el mismo importe ${days === 1 ? 'ese día' : `en ${days} días`}; quizá sobre una.`,
  price: ({ name, amount, on }, rhythm, _since, before, share, more) =>
    `${name}, ${amount} ${rhythm} desde ${on}: un ${share} ${more ? 'más' : 'menos'} que antes (${before}).`,
  missing: ({ name, amount, on }, lastOn) =>
    ended(`${name}, ${amount}: tocaba ${on} y aún no está anotado; la última vez llegó ${lastOn}`),
  lastDays: (count) => `en los últimos ${count} días`,
  nothing: (period, subject, entries) =>
    `Nada fuera de lo normal ${period}${subject === null ? '' : ` en ${subject}`}: he mirado ${counted(entries, 'movimiento', 'movimientos')}.`,
  leftOut: (count) =>
    count === 1 ? 'Sin contar 1 aviso que diste por bueno.' : `Sin contar ${count} avisos que diste por buenos.`,
  judgedPart: (entries, since) => `He mirado los ${entries} movimientos más recientes, desde el ${since}.`,
  earlier: 'Antes',
  usual: 'Habitual',
  fine: 'Está bien',
  fineNamed: (name) => `${name} está bien`,
  dismissed: (names, count) =>
    `Anotado: ${names} ${count === 1 ? 'está bien. Solo volverá' : 'están bien. Solo volverán'} a salir si cambia el importe.`,
  dismissedAlready: 'Eso ya está anotado.',
  proposeDismissal: (names) => `¿Anoto que esto está bien: ${names}?`,
  dismissal: 'que está bien',
};

const de: FindingsWords = {
  range: (low, high) => (low === high ? low : `${low} bis ${high}`),
  amount: ({ name, amount, on }, usual, where, seasonal) =>
    `${name}, ${amount} ${on}: ${typeof where === 'string' ? 'dort' : `für ${where.category}`} sonst ${seasonal ? 'um diese Jahreszeit ' : ''}${usual}.`,
  first: ({ name, amount, on }, usual) => `${name}, ${amount} ${on}: zum ersten Mal dort; anderswo sonst ${usual}.`,
  duplicate: ({ name, amount, on }, times, days) =>
    `${name}, ${amount} ${on}: ${times === 2 ? 'zweimal' : `${times}-mal`} derselbe Betrag ${days === 1 ? 'an diesem Tag' : `in ${days} Tagen`}; vielleicht einmal zu viel.`,
  price: ({ name, amount }, rhythm, since, before, share, more) =>
    `${name}, ${amount} ${rhythm} seit ${since}: ${share} ${more ? 'mehr' : 'weniger'} als vorher (${before}).`,
  missing: ({ name, amount, on }, lastOn) =>
    ended(`${name}, ${amount}: ${on} erwartet und noch nicht eingetragen; zuletzt kam es ${lastOn}`),
  lastDays: (count) => `in den letzten ${count} Tagen`,
  nothing: (period, subject, entries) =>
    `Nichts Ungewöhnliches ${period}${subject === null ? '' : ` für ${subject}`}: Ich habe ${counted(entries, 'Eintrag', 'Einträge')} angesehen.`,
  leftOut: (count) =>
    count === 1
      ? 'Ausgelassen: 1 Hinweis, der für dich passt.'
      : `Ausgelassen: ${count} Hinweise, die für dich passen.`,
  judgedPart: (entries, since) => `Angesehen habe ich die neuesten ${entries} Einträge, ab dem ${since}.`,
  earlier: 'Früher',
  usual: 'Üblich',
  fine: 'Passt so',
  fineNamed: (name) => `${name} passt so`,
  dismissed: (names, count) =>
    `Notiert: ${names} ${count === 1 ? 'passt so. Ich melde es' : 'passen so. Ich melde sie'} nur wieder, wenn sich der Betrag ändert.`,
  dismissedAlready: 'Das ist schon notiert.',
  proposeDismissal: (names) => `Soll ich notieren, dass das so passt: ${names}?`,
  dismissal: 'dass es so passt',
};

const fr: FindingsWords = {
  range: (low, high) => (low === high ? low : `entre ${low} et ${high}`),
  amount: ({ name, amount, on }, usual, where, seasonal) =>
    `${name}, ${amount} ${on}\u202f: d’habitude ${typeof where === 'string' ? 'là-bas' : `pour ${where.category}`}${seasonal ? ' à cette période de l’année' : ''}, c’est ${usual}.`,
  first: ({ name, amount, on }, usual) =>
    `${name}, ${amount} ${on}\u202f: c’est ta première fois là-bas\u202f; ailleurs, c’est d’habitude ${usual}.`,
  duplicate: ({ name, amount, on }, times, days) =>
    `${name}, ${amount} ${on}\u202f: ${times === 2 ? 'deux' : times} fois le même montant ${days === 1 ? 'ce jour-là' : `en ${days} jours`}\u202f; peut-être une de trop.`,
  price: ({ name, amount, on }, rhythm, _since, before, share, more) =>
    `${name}, ${amount} ${rhythm} depuis ${on}\u202f: ${share} de ${more ? 'plus' : 'moins'} qu’avant (${before}).`,
  missing: ({ name, amount, on }, lastOn) =>
    ended(`${name}, ${amount}\u202f: attendu ${on} et pas encore noté\u202f; la dernière fois, c’était ${lastOn}`),
  lastDays: (count) => `ces ${count} derniers jours`,
  nothing: (period, subject, entries) =>
    `Rien d’inhabituel ${period}${subject === null ? '' : ` pour ${subject}`}\u202f: j’ai regardé ${counted(entries, 'opération', 'opérations')}.`,
  leftOut: (count) =>
    count === 1
      ? 'Laissé de côté\u202f: 1 chose que tu trouves normale.'
      : `Laissé de côté\u202f: ${count} choses que tu trouves normales.`,
  judgedPart: (entries, since) => `J’ai regardé les ${entries} opérations les plus récentes, à partir du ${since}.`,
  earlier: 'Avant',
  usual: 'Habituel',
  fine: 'C’est normal',
  fineNamed: (name) => `${name}, c’est normal`,
  dismissed: (names, count) =>
    `C’est noté\u202f: ${names}, c’est normal. Je n’en reparle que si ${count === 1 ? 'le montant change' : 'les montants changent'}.`,
  dismissedAlready: 'C’est déjà noté.',
  proposeDismissal: (names) => `Je note que c’est normal\u202f: ${names}\u202f?`,
  dismissal: 'que c’est normal',
};

const pt: FindingsWords = {
  range: (low, high) => (low === high ? low : `entre ${low} e ${high}`),
  amount: ({ name, amount, on }, usual, where, seasonal) =>
    `${name}, ${amount} ${on}: o habitual ${typeof where === 'string' ? 'ali' : `em ${where.category}`}${seasonal ? ' nessa época do ano' : ''} é ${usual}.`,
  first: ({ name, amount, on }, usual) =>
    `${name}, ${amount} ${on}: é a sua primeira vez ali; em outros lugares o habitual é ${usual}.`,
  duplicate: ({ name, amount, on }, times, days) =>
    `${name}, ${amount} ${on}: ${times === 2 ? 'duas' : times} vezes o mesmo valor ${days === 1 ? 'nesse dia' : `em ${days} dias`}; talvez uma a mais.`,
  price: ({ name, amount }, rhythm, since, before, share, more) =>
    `${name}, ${amount} ${rhythm} desde ${since}: ${share} a ${more ? 'mais' : 'menos'} que antes (${before}).`,
  missing: ({ name, amount, on }, lastOn) =>
    ended(`${name}, ${amount}: era esperado ${on} e ainda não foi lançado; da última vez veio ${lastOn}`),
  lastDays: (count) => `nos últimos ${count} dias`,
  nothing: (period, subject, entries) =>
    `Nada fora do comum ${period}${subject === null ? '' : ` em ${subject}`}: olhei ${counted(entries, 'lançamento', 'lançamentos')}.`,
  leftOut: (count) =>
    count === 1 ? 'Fora 1 aviso que você disse estar certo.' : `Fora ${count} avisos que você disse estarem certos.`,
  judgedPart: (entries, since) => `Olhei os ${entries} lançamentos mais recentes, a partir de ${since}.`,
  earlier: 'Antes',
  usual: 'Habitual',
  fine: 'Está certo',
  fineNamed: (name) => `${name} está certo`,
  dismissed: (names, count) =>
    `Anotado: ${names} ${count === 1 ? 'está certo. Só volta' : 'estão certos. Só voltam'} a aparecer se o valor mudar.`,
  dismissedAlready: 'Isso já está anotado.',
  proposeDismissal: (names) => `Anoto que isto está certo: ${names}?`,
  dismissal: 'que está certo',
};

const all: Readonly<Record<Language, FindingsWords>> = { en, es, de, fr, pt };

export function findingsWords(words: Words): FindingsWords {
  return all[words.locale.slice(0, 2) as Language];
}
