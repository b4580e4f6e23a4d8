/** What Purser says about savings goals. Amounts and days arrive formatted; a goal without a name has null for one. */

import type { Language } from '../../language.ts';
import type { Words } from '../words.ts';
import { capital } from './shared-words.ts';

/** How a goal goes along; nothing for one without a day, which can't be late. */
export type Course = 'on-course' | 'behind' | 'open';

export interface GoalWords {
  /** What a goal without a name is called at the head of a line. */
  readonly unnamed: string;
  /** "the goal “car”" */
  goal(name: string | null): string;
  set(amount: string, name: string | null, day: string | null): string;
  proposeSet(amount: string, name: string | null, day: string | null): string;
  removed(name: string | null): string;
  proposeRemoval(name: string | null): string;
  readonly none: string;

  saved(head: string, saved: string, target: string, since: string, share: string): string;
  /** More was spent than came in since the day. */
  overspent(head: string, over: string, since: string, target: string): string;
  reached(head: string, saved: string, target: string, since: string): string;
  missed(head: string, day: string, saved: string, target: string, missing: string): string;
  /** The goal's currency has no rate into the ledger's. */
  noRate(head: string, target: string, currency: string): string;
  arrives(course: Course, pace: string, day: string): string;
  /** At a pace that would take longer than the calendar reaches. */
  tooSlow(course: Course, pace: string): string;
  nothingLeft(course: Course): string;
  /** A month; the day is left out where it has just been said. */
  needed(pace: string, day: string | null): string;
  /** In place of a pace, where less than a month remains. */
  neededSoon(amount: string, days: number): string;
  /** So long until the goal's own pace is known. */
  tellIn(days: number): string;
  /** What income leaves over in a usual month. */
  usually(amount: string): string;
  readonly usuallyNothing: string;
  /** Of several goals; what is saved counts for each of them. */
  together(pace: string): string;
}

const en: GoalWords = {
  unnamed: 'Savings',
  goal: (name) => (name === null ? 'the savings goal' : `the goal “${name}”`),
  set: (amount, name, day) =>
    `Goal set: save ${amount}${name === null ? '' : ` for “${name}”`}${day ? ` by ${day}` : ''}.`,
  proposeSet: (amount, name, day) =>
    `Shall I set the goal to save ${amount}${name === null ? '' : ` for “${name}”`}${day ? ` by ${day}` : ''}?`,
  removed: (name) => `${capital(en.goal(name))} is removed.`,
  proposeRemoval: (name) => `Shall I remove ${en.goal(name)}?`,
  none: 'No goals yet. Write “save 2000 by June” to set one.',
  saved: (head, saved, target, since, share) => `${head}: ${saved} of ${target} saved since ${since} (${share}).`,
  overspent: (head, over, since, target) =>
    `${head}: since ${since}, ${over} more went out than came in; the goal is ${target}.`,
  reached: (head, saved, target, since) => `${head}: reached! ${saved} saved since ${since}; the goal was ${target}.`,
  missed: (head, day, saved, target, missing) =>
    `${head}: ${day} has come with ${saved} of ${target}; ${missing} is missing. Name a later day to go on.`,
  noRate: (head, target, currency) =>
    `${head}: ${target}. I know no rate into ${currency} yet, so I can’t say how far you are.`,
  arrives: (course, pace, day) => begin(enCourse[course], `at your present ${pace} a month you get there on ${day}.`),
  tooSlow: (course, pace) => begin(enCourse[course], `at your present ${pace} a month it would take beyond 2099.`),
  nothingLeft: (course) => begin(enCourse[course], 'at present nothing is left over at the end of a month.'),
  needed: (pace, day) => `It takes ${pace} a month${day === null ? '' : ` until ${day}`}.`,
  neededSoon: (amount, days) => `It takes ${amount} more within ${days === 1 ? '1 day' : `${days} days`}.`,
  tellIn: (days) => `In ${days === 1 ? '1 day' : `${days} days`} I can say how it is going.`,
  usually: (amount) => `In a usual month ${amount} is left over.`,
  usuallyNothing: 'In a usual month nothing is left over so far.',
  together: (pace) => `Together they take ${pace} a month; what you save counts for each of them.`,
};
const enCourse = { 'on-course': 'On course: ', behind: 'Behind: ', open: '' } as const;

const es: GoalWords = {
  unnamed: 'Ahorro',
  goal: (name) => (name === null ? 'la meta de ahorro' : `la meta «${name}»`),
  set: (amount, name, day) =>
    `Meta fijada: ahorrar ${amount}${name === null ? '' : ` para «${name}»`}${day ? ` hasta el ${day}` : ''}.`,
  proposeSet: (amount, name, day) =>
    `¿Fijo la meta de ahorrar ${amount}${name === null ? '' : ` para «${name}»`}${day ? ` hasta el ${day}` : ''}?`,
  removed: (name) => `He quitado ${es.goal(name)}.`,
  proposeRemoval: (name) => `¿Quito ${es.goal(name)}?`,
  none: 'Todavía no hay metas. Escribe «ahorrar 2000 hasta junio» para fijar una.',
  saved: (head, saved, target, since, share) =>
    `${head}: ${saved} de ${target} ahorrados desde el ${since} (${share}).`,
  overspent: (head, over, since, target) =>
    `${head}: desde el ${since} han salido ${over} más de lo que ha entrado; la meta es ${target}.`,
  reached: (head, saved, target, since) =>
    `${head}: ¡conseguido! ${saved} ahorrados desde el ${since}; la meta era ${target}.`,
  missed: (head, day, saved, target, missing) =>
    `${head}: ha llegado el ${day} con ${saved} de ${target}; faltan ${missing}. Di un día posterior para seguir.`,
  noRate: (head, target, currency) =>
    `${head}: ${target}. Aún no conozco el cambio a ${currency}, así que no puedo decir cuánto llevas.`,
  arrives: (course, pace, day) => begin(esCourse[course], `con tus ${pace} al mes de ahora llegas el ${day}.`),
  tooSlow: (course, pace) => begin(esCourse[course], `con tus ${pace} al mes de ahora pasaría de 2099.`),
  nothingLeft: (course) => begin(esCourse[course], 'por ahora no sobra nada a fin de mes.'),
  needed: (pace, day) => `Hacen falta ${pace} al mes${day === null ? '' : ` hasta el ${day}`}.`,
  neededSoon: (amount, days) => `Hacen falta ${amount} más en ${days === 1 ? '1 día' : `${days} días`}.`,
  tellIn: (days) => `En ${days === 1 ? '1 día' : `${days} días`} podré decir cómo va.`,
  usually: (amount) => `En un mes normal sobran ${amount}.`,
  usuallyNothing: 'En un mes normal, por ahora, no sobra nada.',
  together: (pace) => `Juntas piden ${pace} al mes; lo que ahorras cuenta para cada una.`,
};
const esCourse = { 'on-course': 'Vas bien: ', behind: 'Vas con retraso: ', open: '' } as const;

const de: GoalWords = {
  unnamed: 'Sparen',
  goal: (name) => (name === null ? 'das Sparziel' : `das Ziel „${name}“`),
  set: (amount, name, day) =>
    `Ziel gesetzt: ${amount}${name === null ? '' : ` für „${name}“`} sparen${day ? ` bis zum ${day}` : ''}.`,
  proposeSet: (amount, name, day) =>
    `Soll ich das Ziel setzen, ${day ? `bis zum ${day} ` : ''}${amount}${name === null ? '' : ` für „${name}“`} zu sparen?`,
  removed: (name) => `${capital(de.goal(name))} ist gelöscht.`,
  proposeRemoval: (name) => `Soll ich ${de.goal(name)} löschen?`,
  none: 'Noch keine Ziele. Schreib „2000 sparen bis Juni“, um eins zu setzen.',
  saved: (head, saved, target, since, share) => `${head}: ${saved} von ${target} gespart seit dem ${since} (${share}).`,
  overspent: (head, over, since, target) =>
    `${head}: Seit dem ${since} ging ${over} mehr hinaus, als hereinkam; das Ziel ist ${target}.`,
  reached: (head, saved, target, since) =>
    `${head}: erreicht! ${saved} gespart seit dem ${since}; das Ziel war ${target}.`,
  missed: (head, day, saved, target, missing) =>
    `${head}: Der ${day} ist da, mit ${saved} von ${target}; es fehlen ${missing}. Nenn einen späteren Tag, dann geht es weiter.`,
  noRate: (head, target, currency) =>
    `${head}: ${target}. Ich kenne noch keinen Kurs in ${currency} und kann darum nicht sagen, wie weit du bist.`,
  arrives: (course, pace, day) => `${deCourse[course]}Mit deinen jetzigen ${pace} im Monat bist du am ${day} am Ziel.`,
  tooSlow: (course, pace) => `${deCourse[course]}Mit deinen jetzigen ${pace} im Monat dauert es bis nach 2099.`,
  nothingLeft: (course) => `${deCourse[course]}Zurzeit bleibt am Monatsende nichts übrig.`,
  needed: (pace, day) => `Nötig sind ${pace} im Monat${day === null ? '' : ` bis zum ${day}`}.`,
  neededSoon: (amount, days) => `Nötig sind noch ${amount} in ${days === 1 ? '1 Tag' : `${days} Tagen`}.`,
  tellIn: (days) => `In ${days === 1 ? '1 Tag' : `${days} Tagen`} kann ich sagen, wie es läuft.`,
  usually: (amount) => `In einem üblichen Monat bleiben ${amount} übrig.`,
  usuallyNothing: 'In einem üblichen Monat bleibt bisher nichts übrig.',
  together: (pace) => `Zusammen brauchen sie ${pace} im Monat; was du sparst, zählt für jedes.`,
};
const deCourse = { 'on-course': 'Im Plan: ', behind: 'Im Rückstand: ', open: '' } as const;

const fr: GoalWords = {
  unnamed: 'Épargne',
  goal: (name) => (name === null ? 'l’objectif d’épargne' : `l’objectif «\u202f${name}\u202f»`),
  set: (amount, name, day) =>
    `Objectif fixé\u202f: épargner ${amount}${name === null ? '' : ` pour «\u202f${name}\u202f»`}${day ? ` d’ici au ${day}` : ''}.`,
  proposeSet: (amount, name, day) =>
    `Je fixe l’objectif d’épargner ${amount}${name === null ? '' : ` pour «\u202f${name}\u202f»`}${day ? ` d’ici au ${day}` : ''}\u202f?`,
  removed: (name) => `${capital(fr.goal(name))} est supprimé.`,
  proposeRemoval: (name) => `Je supprime ${fr.goal(name)}\u202f?`,
  none: 'Aucun objectif pour l’instant. Pour en fixer un, écris «\u202fépargner 2000 d’ici juin\u202f».',
  saved: (head, saved, target, since, share) =>
    `${head}\u202f: ${saved} épargnés sur ${target} depuis le ${since} (${share}).`,
  overspent: (head, over, since, target) =>
    `${head}\u202f: depuis le ${since}, il est sorti ${over} de plus qu’il n’est entré\u202f; l’objectif est de ${target}.`,
  reached: (head, saved, target, since) =>
    `${head}\u202f: atteint\u202f! ${saved} épargnés depuis le ${since}\u202f; l’objectif était de ${target}.`,
  missed: (head, day, saved, target, missing) =>
    `${head}\u202f: le ${day} est arrivé, avec ${saved} sur ${target}\u202f; il manque ${missing}. Donne une date plus tardive pour continuer.`,
  noRate: (head, target, currency) =>
    `${head}\u202f: ${target}. Je ne connais pas encore de taux vers ${currency}, je ne peux donc pas dire où tu en es.`,
  arrives: (course, pace, day) => begin(frCourse[course], `à ton rythme de ${pace} par mois, tu y arrives le ${day}.`),
  tooSlow: (course, pace) => begin(frCourse[course], `à ton rythme de ${pace} par mois, ce serait après 2099.`),
  nothingLeft: (course) => begin(frCourse[course], 'pour l’instant, il ne reste rien à la fin du mois.'),
  needed: (pace, day) => `Il faut ${pace} par mois${day === null ? '' : ` jusqu’au ${day}`}.`,
  neededSoon: (amount, days) => `Il faut encore ${amount} en ${days === 1 ? '1 jour' : `${days} jours`}.`,
  tellIn: (days) => `Dans ${days === 1 ? '1 jour' : `${days} jours`}, je pourrai dire où tu en es.`,
  usually: (amount) => `Un mois habituel laisse ${amount}.`,
  usuallyNothing: 'Jusqu’ici, un mois habituel ne laisse rien.',
  together: (pace) => `Ensemble, ils demandent ${pace} par mois\u202f; ce que tu épargnes compte pour chacun.`,
};
const frCourse = { 'on-course': 'En bonne voie\u202f: ', behind: 'En retard\u202f: ', open: '' } as const;

const pt: GoalWords = {
  unnamed: 'Economias',
  goal: (name) => (name === null ? 'a meta de economia' : `a meta “${name}”`),
  set: (amount, name, day) =>
    `Meta definida: economizar ${amount}${name === null ? '' : ` para “${name}”`}${day ? ` até ${day}` : ''}.`,
  proposeSet: (amount, name, day) =>
    `Posso definir a meta de economizar ${amount}${name === null ? '' : ` para “${name}”`}${day ? ` até ${day}` : ''}?`,
  removed: (name) => `${capital(pt.goal(name))} foi removida.`,
  proposeRemoval: (name) => `Posso remover ${pt.goal(name)}?`,
  none: 'Ainda não há metas. Escreva “economizar 2000 até junho” para definir uma.',
  saved: (head, saved, target, since, share) => `${head}: ${saved} de ${target} guardados desde ${since} (${share}).`,
  overspent: (head, over, since, target) =>
    `${head}: desde ${since} saíram ${over} a mais do que entrou; a meta é ${target}.`,
  reached: (head, saved, target, since) =>
    `${head}: conseguido! ${saved} guardados desde ${since}; a meta era ${target}.`,
  missed: (head, day, saved, target, missing) =>
    `${head}: chegou ${day} com ${saved} de ${target}; faltam ${missing}. Diga um dia mais tarde para continuar.`,
  noRate: (head, target, currency) =>
    `${head}: ${target}. Ainda não conheço o câmbio para ${currency}, por isso não posso dizer quanto já foi.`,
  arrives: (course, pace, day) => begin(ptCourse[course], `com os ${pace} por mês de agora, você chega lá em ${day}.`),
  tooSlow: (course, pace) => begin(ptCourse[course], `com os ${pace} por mês de agora, passaria de 2099.`),
  nothingLeft: (course) => begin(ptCourse[course], 'por enquanto não sobra nada no fim do mês.'),
  needed: (pace, day) => `São necessários ${pace} por mês${day === null ? '' : ` até ${day}`}.`,
  neededSoon: (amount, days) => `São necessários mais ${amount} em ${days === 1 ? '1 dia' : `${days} dias`}.`,
  tellIn: (days) => `Em ${days === 1 ? '1 dia' : `${days} dias`} posso dizer como vai.`,
  usually: (amount) => `Num mês comum sobram ${amount}.`,
  usuallyNothing: 'Num mês comum, por enquanto, não sobra nada.',
  together: (pace) => `Juntas, pedem ${pace} por mês; o que você guarda conta para cada uma.`,
};
const ptCourse = { 'on-course': 'No caminho certo: ', behind: 'Com atraso: ', open: '' } as const;

/** The clause behind its verdict, or as a sentence of its own. */
function begin(verdict: string, clause: string): string {
  return verdict === '' ? capital(clause) : verdict + clause;
}

const all: Readonly<Record<Language, GoalWords>> = { en, es, de, fr, pt };

export function goalWords(words: Words): GoalWords {
  return all[words.locale.slice(0, 2) as Language];
}
