/**
 * What Purser says about entries that come by themselves. `what` is one with its cadence, "rent €900.00 · housing · on the
 * 1st of each month"; days arrive as they stand in a sentence, "on 1 Dec".
 */

import type { Language } from '../language.ts';
import { ended } from './analytics/shared-words.ts';
import type { Words } from './words.ts';

export interface RecurringEntryWords {
  added(what: string, on: string): string;
  /** The first one is today's, and recorded already. */
  addedToday(what: string, on: string): string;
  proposeAdd(what: string): string;
  /** Over the list. */
  readonly heading: string;
  readonly none: string;
  /** In a line of the list. */
  next(on: string): string;
  readonly paused: string;
  /** In a line about a charge that was found: it is recorded by itself. */
  readonly automatic: string;
  stopped(what: string): string;
  proposeStop(what: string): string;
  skipped(name: string, skipped: string, on: string): string;
  proposeSkip(name: string, skipped: string): string;
  changed(before: string, after: string, on: string): string;
  proposeChange(before: string, after: string): string;
  /** After "Undone:". */
  off(what: string): string;
  on(what: string): string;
  /** One that was left out comes after all; or is left out again. */
  kept(name: string, on: string): string;
  leftOut(name: string, on: string): string;
  /** A button. */
  addNamed(name: string): string;
  /** A line of a digest: names with amounts. */
  came(list: string): string;
  /** `other` is the category that takes what fits nowhere. */
  lostCategory(entry: string, other: string): string;
  /** The amount that was just recorded comes by itself as well. */
  comesAnyway(name: string): string;
}

const en: RecurringEntryWords = {
  added: (what, on) => `From now on this comes by itself: ${ended(what)} Next ${ended(on)}`,
  addedToday: (what, on) =>
    `From now on this comes by itself: ${ended(what)} Today’s is recorded; the next comes ${ended(on)}`,
  proposeAdd: (what) => `Shall I record this by itself from now on: ${what}?`,
  heading: 'This comes by itself:',
  none: 'Nothing comes by itself yet. Write “rent 900 on the 1st of every month” to arrange it.',
  next: (on) => `next ${on}`,
  paused: 'paused',
  automatic: 'by itself',
  stopped: (what) => `Stopped: ${ended(what)} What was recorded stays.`,
  proposeStop: (what) => `Shall I stop this: ${what}?`,
  skipped: (name, skipped, on) => `Left out: ${name} ${skipped}; the next comes ${ended(on)}`,
  proposeSkip: (name, skipped) => `Shall I leave out ${name} ${skipped}?`,
  changed: (before, after, on) => `Changed: ${before} → ${ended(after)} Next ${ended(on)}`,
  proposeChange: (before, after) => `Shall I change this: ${before} → ${after}?`,
  off: (what) => `${what} is off again`,
  on: (what) => `${what} comes by itself again`,
  kept: (name, on) => `${name} comes ${on} after all`,
  leftOut: (name, on) => `${name} is left out ${on}`,
  addNamed: (name) => `Add ${name}`,
  came: (list) => `Came by itself: ${ended(list)}`,
  lostCategory: (entry, other) => `${entry} (in “${other}”, since its category is gone)`,
  comesAnyway: (name) => `${name} comes by itself and is there already; undo this one if it is the same.`,
};

const es: RecurringEntryWords = {
  added: (what, on) => `A partir de ahora lo anoto automáticamente: ${ended(what)} La próxima vez: ${ended(on)}`,
  addedToday: (what, on) =>
    `A partir de ahora lo anoto automáticamente: ${ended(what)} Lo de hoy ya está anotado; la próxima vez: ${ended(on)}`,
  proposeAdd: (what) => `¿Lo anoto automáticamente a partir de ahora: ${what}?`,
  heading: 'Esto se anota automáticamente:',
  none: 'Todavía no se anota nada automáticamente. Escribe «alquiler 900 el 1 de cada mes» para programarlo.',
  next: (on) => `próximo: ${on}`,
  paused: 'en pausa',
  automatic: 'automático',
  stopped: (what) => `Detenido: ${ended(what)} Lo anotado se queda.`,
  proposeStop: (what) => `¿Dejo de anotarlo automáticamente: ${what}?`,
  skipped: (name, skipped, on) => `Omitido: ${name} ${skipped}; la próxima vez: ${ended(on)}`,
  proposeSkip: (name, skipped) => `¿Me salto ${name} ${skipped}?`,
  changed: (before, after, on) => `Cambiado: ${before} → ${ended(after)} La próxima vez: ${ended(on)}`,
  proposeChange: (before, after) => `¿Hago este cambio: ${before} → ${after}?`,
  off: (what) => `${what} ya no se anota automáticamente`,
  on: (what) => `${what} vuelve a anotarse automáticamente`,
  kept: (name, on) => `${name} se anota ${on} como siempre`,
  leftOut: (name, on) => `${name} no se anota ${on}`,
  addNamed: (name) => `Añadir ${name}`,
  came: (list) => `Anotado automáticamente: ${ended(list)}`,
  lostCategory: (entry, other) => `${entry} (en «${other}», porque su categoría ya no existe)`,
  comesAnyway: (name) => `${name} se anota automáticamente y ya está; deshaz este apunte si es el mismo.`,
};

const de: RecurringEntryWords = {
  added: (what, on) => `Das kommt ab jetzt von selbst: ${ended(what)} Nächstes Mal: ${ended(on)}`,
  addedToday: (what, on) =>
    `Das kommt ab jetzt von selbst: ${ended(what)} Für heute ist es notiert; nächstes Mal: ${ended(on)}`,
  proposeAdd: (what) => `Soll ich das ab jetzt von selbst notieren: ${what}?`,
  heading: 'Das kommt von selbst:',
  none: 'Noch kommt nichts von selbst. Schreib „Miete 900 am 1. jedes Monats“, um es einzurichten.',
  next: (on) => `nächstes Mal ${on}`,
  paused: 'angehalten',
  automatic: 'von selbst',
  stopped: (what) => `Beendet: ${ended(what)} Was notiert ist, bleibt.`,
  proposeStop: (what) => `Soll das nicht mehr von selbst kommen: ${what}?`,
  skipped: (name, skipped, on) => `${name} fällt ${skipped} aus. Nächstes Mal: ${ended(on)}`,
  proposeSkip: (name, skipped) => `Soll ${name} ${skipped} ausfallen?`,
  changed: (before, after, on) => `Geändert: ${before} → ${ended(after)} Nächstes Mal: ${ended(on)}`,
  proposeChange: (before, after) => `Soll ich das ändern: ${before} → ${after}?`,
  off: (what) => `${what} kommt nicht mehr von selbst`,
  on: (what) => `${what} kommt wieder von selbst`,
  kept: (name, on) => `${name} kommt ${on} doch`,
  leftOut: (name, on) => `${name} fällt ${on} aus`,
  addNamed: (name) => `${name} hinzufügen`,
  came: (list) => `Von selbst gekommen: ${ended(list)}`,
  lostCategory: (entry, other) => `${entry} (unter „${other}“, denn die Kategorie gibt es nicht mehr)`,
  comesAnyway: (name) => `${name} kommt von selbst und ist schon da; mach das hier rückgängig, falls es dasselbe ist.`,
};

const fr: RecurringEntryWords = {
  added: (what, on) => `Désormais noté automatiquement\u202f: ${ended(what)} Prochaine fois\u202f: ${ended(on)}`,
  addedToday: (what, on) =>
    `Désormais noté automatiquement\u202f: ${ended(what)} C’est noté pour aujourd’hui\u202f; prochaine fois\u202f: ${ended(on)}`,
  proposeAdd: (what) => `Je note cela automatiquement à partir de maintenant\u202f: ${what}\u202f?`,
  heading: 'Noté automatiquement\u202f:',
  none: 'Rien n’est noté automatiquement pour l’instant. Écris «\u202floyer 900 le 1er de chaque mois\u202f» pour commencer.',
  next: (on) => `prochaine fois ${on}`,
  paused: 'en pause',
  automatic: 'automatique',
  stopped: (what) => `Arrêté\u202f: ${ended(what)} Ce qui est noté reste.`,
  proposeStop: (what) => `J’arrête de noter cela automatiquement\u202f: ${what}\u202f?`,
  skipped: (name, skipped, on) => `Sauté\u202f: ${name} ${skipped}\u202f; prochaine fois\u202f: ${ended(on)}`,
  proposeSkip: (name, skipped) => `Je saute ${name} ${skipped}\u202f?`,
  changed: (before, after, on) => `Modifié\u202f: ${before} → ${ended(after)} Prochaine fois\u202f: ${ended(on)}`,
  proposeChange: (before, after) => `Je fais ce changement\u202f: ${before} → ${after}\u202f?`,
  off: (what) => `${what} n’est plus noté automatiquement`,
  on: (what) => `${what} est de nouveau noté automatiquement`,
  kept: (name, on) => `${name} est noté ${on} comme d’habitude`,
  leftOut: (name, on) => `${name} n’est pas noté ${on}`,
  addNamed: (name) => `Ajouter ${name}`,
  came: (list) => `Noté automatiquement\u202f: ${ended(list)}`,
  lostCategory: (entry, other) => `${entry} (dans «\u202f${other}\u202f», sa catégorie n’existe plus)`,
  comesAnyway: (name) =>
    `${name} est noté automatiquement et y est déjà\u202f; annule cette opération si c’est la même.`,
};

const pt: RecurringEntryWords = {
  added: (what, on) => `A partir de agora anoto automaticamente: ${ended(what)} Próxima vez: ${ended(on)}`,
  addedToday: (what, on) =>
    `A partir de agora anoto automaticamente: ${ended(what)} O de hoje já está anotado; próxima vez: ${ended(on)}`,
  proposeAdd: (what) => `Posso anotar isto automaticamente a partir de agora: ${what}?`,
  heading: 'Isto é anotado automaticamente:',
  none: 'Por enquanto nada é anotado automaticamente. Escreva “aluguel 900 todo dia 1” para começar.',
  next: (on) => `próxima vez ${on}`,
  paused: 'em pausa',
  automatic: 'automático',
  stopped: (what) => `Encerrado: ${ended(what)} O que já foi anotado fica.`,
  proposeStop: (what) => `Posso parar de anotar isto automaticamente: ${what}?`,
  skipped: (name, skipped, on) => `Pulado: ${name} ${skipped}; próxima vez: ${ended(on)}`,
  proposeSkip: (name, skipped) => `Posso pular ${name} ${skipped}?`,
  changed: (before, after, on) => `Alterado: ${before} → ${ended(after)} Próxima vez: ${ended(on)}`,
  proposeChange: (before, after) => `Posso fazer esta mudança: ${before} → ${after}?`,
  off: (what) => `${what} não é mais anotado automaticamente`,
  on: (what) => `${what} volta a ser anotado automaticamente`,
  kept: (name, on) => `${name} é anotado ${on} como sempre`,
  leftOut: (name, on) => `${name} não é anotado ${on}`,
  addNamed: (name) => `Adicionar ${name}`,
  came: (list) => `Anotado automaticamente: ${ended(list)}`,
  lostCategory: (entry, other) => `${entry} (em “${other}”, porque a categoria não existe mais)`,
  comesAnyway: (name) => `${name} é anotado automaticamente e já está aqui; desfaça este lançamento se for o mesmo.`,
};

const all: Readonly<Record<Language, RecurringEntryWords>> = { en, es, de, fr, pt };

export function recurringEntryWords(words: Words): RecurringEntryWords {
  return all[words.locale.slice(0, 2) as Language];
}
