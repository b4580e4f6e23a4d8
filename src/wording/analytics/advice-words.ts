/** What Purser says when it recommends budgets, and when somebody asks what would be if. Amounts and days arrive formatted. */

import type { Language } from '../../language.ts';
import type { Words } from '../words.ts';

export interface AdviceWords {
  /** Over the list: what it rests on, and its sum. */
  usual(total: string, months: number): string;
  /** Usual spending fits the income and what is to be saved, which is null for nothing. */
  roomy(income: string, saving: string | null, left: string): string;
  /** It fits once a share of what does not recur is gone. */
  tight(income: string, saving: string | null, share: string): string;
  /** The same where that is more than half. */
  harsh(income: string, saving: string | null, share: string): string;
  /** Recurring charges and savings alone are more than what comes in. */
  impossible(income: string, fixed: string, saving: string | null, missing: string): string;
  readonly noIncome: string;
  /** In brackets behind a recommended budget. */
  usually(amount: string): string;
  recurring(amount: string): string;
  readonly season: string;
  readonly rare: string;
  present(amount: string): string;
  readonly asItIs: string;
  toSet(command: string): string;

  /** Head of an answer to "what if": a typical month now, and then. */
  nowAndThen(name: string, now: string, then: string): string;
  saves(month: string, year: string): string;
  costs(month: string, year: string): string;
  readonly same: string;
  usualRange(from: string, to: string): string;
  /** To get below its recurring charges. */
  belowFixed(fixed: string): string;
  /** When a goal would be reached, and when it will be as things are; null for never. */
  goal(goal: string, then: string | null, now: string | null): string;
}

const en: AdviceWords = {
  usual: (total, months) =>
    `These budgets fit what you usually spend, going by ${months} whole months: ${total} a month in all.`,
  roomy: (income, saving, left) =>
    `Of the ${income} that usually come in a month, your usual spending${saving === null ? ' leaves' : ` and ${saving} saved leave`} ${left} free.`,
  tight: (income, saving, share) =>
    `${saving === null ? `To live on the ${income} that usually come in a month` : `To save ${saving} of the ${income} that usually come in a month`}, what does not recur has to shrink by ${share}. These budgets do that.`,
  harsh: (income, saving, share) =>
    `${saving === null ? `To live on the ${income} that usually come in a month` : `To save ${saving} of the ${income} that usually come in a month`}, what does not recur would have to shrink by ${share}. That is hard to keep; saving less, or for longer, is easier.`,
  impossible: (income, fixed, saving, missing) =>
    `Recurring charges of ${fixed}${saving === null ? '' : ` and ${saving} saved`} are ${missing} more than the ${income} that usually come in a month. Saving less, for longer, or ending a charge would make room.`,
  noIncome: 'I know of no regular income, so I can’t tell what may be saved.',
  usually: (amount) => `usually ${amount}`,
  recurring: (amount) => `${amount} of it recurring`,
  season: 'as this month in other years',
  rare: 'not every month',
  present: (amount) => `${amount} at present`,
  asItIs: 'as it is',
  toSet: (command) => `Write “${command}” to set it.`,
  nowAndThen: (name, now, then) => `${name}: ${then} instead of ${now} in a typical month.`,
  saves: (month, year) => `That saves ${month} a month, ${year} a year.`,
  costs: (month, year) => `That costs ${month} more a month, ${year} a year.`,
  same: 'That changes nothing.',
  usualRange: (from, to) => `Half of the months lie between ${from} and ${to}.`,
  belowFixed: (fixed) => `${fixed} of it recurs; to get below that, one of these charges has to end.`,
  goal: (goal, then, now) =>
    then === null
      ? `${goal}: not reached that way.`
      : now === null
        ? `${goal}: reached on ${then}; as things are, it is not.`
        : then === now
          ? `${goal}: still on ${then}.`
          : `${goal}: on ${then} instead of ${now}.`,
};

const es: AdviceWords = {
  usual: (total, months) =>
    `Estos presupuestos encajan con lo que sueles gastar, según ${months} meses completos: ${total} al mes en total.`,
  roomy: (income, saving, left) =>
    `De los ${income} que suelen entrar al mes, tu gasto habitual${saving === null ? ' deja' : ` y ${saving} de ahorro dejan`} libres ${left}.`,
  tight: (income, saving, share) =>
    `${saving === null ? `Para vivir con los ${income} que suelen entrar al mes` : `Para ahorrar ${saving} de los ${income} que suelen entrar al mes`}, lo que no es fijo tiene que bajar un ${share}. Estos presupuestos lo hacen.`,
  harsh: (income, saving, share) =>
    `${saving === null ? `Para vivir con los ${income} que suelen entrar al mes` : `Para ahorrar ${saving} de los ${income} que suelen entrar al mes`}, lo que no es fijo tendría que bajar un ${share}. Es difícil de cumplir; ahorrar menos, o durante más tiempo, es más fácil.`,
  impossible: (income, fixed, saving, missing) =>
    `Los cargos fijos de ${fixed}${saving === null ? '' : ` y ${saving} de ahorro`} superan en ${missing} los ${income} que suelen entrar al mes. Ahorrar menos, durante más tiempo, o terminar un cargo haría sitio.`,
  noIncome: 'No conozco ningún ingreso regular, así que no puedo decir cuánto se puede ahorrar.',
  usually: (amount) => `normalmente ${amount}`,
  recurring: (amount) => `${amount} fijos`,
  season: 'como este mes en otros años',
  rare: 'no todos los meses',
  present: (amount) => `ahora ${amount}`,
  asItIs: 'como está',
  toSet: (command) => `Escribe «${command}» para fijarlo.`,
  nowAndThen: (name, now, then) => `${name}: ${then} en vez de ${now} en un mes típico.`,
  saves: (month, year) => `Son ${month} menos al mes, ${year} al año.`,
  costs: (month, year) => `Son ${month} más al mes, ${year} al año.`,
  same: 'Eso no cambia nada.',
  usualRange: (from, to) => `La mitad de los meses está entre ${from} y ${to}.`,
  belowFixed: (fixed) => `${fixed} son cargos fijos; para bajar de ahí, tiene que terminar uno de ellos.`,
  goal: (goal, then, now) =>
    then === null
      ? `${goal}: así no se alcanza.`
      : now === null
        ? `${goal}: se alcanza el ${then}; tal como va, no.`
        : then === now
          ? `${goal}: sigue siendo el ${then}.`
          : `${goal}: el ${then} en vez del ${now}.`,
};

const de: AdviceWords = {
  usual: (total, months) =>
    `Diese Budgets passen zu dem, was du nach ${months} ganzen Monaten üblicherweise ausgibst: zusammen ${total} im Monat.`,
  roomy: (income, saving, left) =>
    `Von den ${income}, die im Monat üblicherweise hereinkommen, lassen deine üblichen Ausgaben${saving === null ? '' : ` und ${saving} Erspartes`} ${left} frei.`,
  tight: (income, saving, share) =>
    `${saving === null ? `Um mit den ${income} auszukommen, die im Monat üblicherweise hereinkommen` : `Um von den ${income}, die im Monat üblicherweise hereinkommen, ${saving} zu sparen`}, muss alles, was nicht fest ist, um ${share} sinken. Diese Budgets tun das.`,
  harsh: (income, saving, share) =>
    `${saving === null ? `Um mit den ${income} auszukommen, die im Monat üblicherweise hereinkommen` : `Um von den ${income}, die im Monat üblicherweise hereinkommen, ${saving} zu sparen`}, müsste alles, was nicht fest ist, um ${share} sinken. Das ist schwer durchzuhalten; weniger oder länger zu sparen ist leichter.`,
  impossible: (income, fixed, saving, missing) =>
    `Feste Kosten von ${fixed}${saving === null ? '' : ` und ${saving} Erspartes`} sind ${missing} mehr als die ${income}, die im Monat üblicherweise hereinkommen. Weniger oder länger zu sparen oder eine Abbuchung zu beenden schafft Platz.`,
  noIncome: 'Ich kenne kein regelmäßiges Einkommen und kann darum nicht sagen, was sich sparen lässt.',
  usually: (amount) => `üblich ${amount}`,
  recurring: (amount) => `davon ${amount} fest`,
  season: 'wie dieser Monat in anderen Jahren',
  rare: 'nicht jeden Monat',
  present: (amount) => `zurzeit ${amount}`,
  asItIs: 'wie bisher',
  toSet: (command) => `Schreib „${command}“, um es zu setzen.`,
  nowAndThen: (name, now, then) => `${name}: ${then} statt ${now} in einem typischen Monat.`,
  saves: (month, year) => `Das spart ${month} im Monat, ${year} im Jahr.`,
  costs: (month, year) => `Das kostet ${month} mehr im Monat, ${year} im Jahr.`,
  same: 'Das ändert nichts.',
  usualRange: (from, to) => `Die Hälfte der Monate liegt zwischen ${from} und ${to}.`,
  belowFixed: (fixed) => `${fixed} davon sind fest; um darunter zu kommen, muss eine dieser Abbuchungen enden.`,
  goal: (goal, then, now) =>
    then === null
      ? `${goal}: so nicht erreicht.`
      : now === null
        ? `${goal}: am ${then} erreicht; so, wie es läuft, gar nicht.`
        : then === now
          ? `${goal}: weiterhin am ${then}.`
          : `${goal}: am ${then} statt am ${now}.`,
};

const fr: AdviceWords = {
  usual: (total, months) =>
    `Ces budgets correspondent à tes dépenses habituelles, d’après ${months} mois entiers\u202f: ${total} par mois en tout.`,
  roomy: (income, saving, left) =>
    `Sur les ${income} qui rentrent d’habitude par mois, tes dépenses habituelles${saving === null ? '' : ` et ${saving} d’épargne`} laissent ${left}.`,
  tight: (income, saving, share) =>
    `${saving === null ? `Pour vivre avec les ${income} qui rentrent d’habitude par mois` : `Pour épargner ${saving} sur les ${income} qui rentrent d’habitude par mois`}, ce qui n’est pas fixe doit baisser de ${share}. C’est ce que font ces budgets.`,
  harsh: (income, saving, share) =>
    `${saving === null ? `Pour vivre avec les ${income} qui rentrent d’habitude par mois` : `Pour épargner ${saving} sur les ${income} qui rentrent d’habitude par mois`}, ce qui n’est pas fixe devrait baisser de ${share}. C’est dur à tenir\u202f; épargner moins, ou plus longtemps, est plus facile.`,
  impossible: (income, fixed, saving, missing) =>
    `Les charges fixes de ${fixed}${saving === null ? '' : ` et ${saving} d’épargne`} dépassent de ${missing} les ${income} qui rentrent d’habitude par mois. Épargner moins, plus longtemps, ou arrêter un prélèvement ferait de la place.`,
  noIncome: 'Je ne connais pas de revenu régulier, je ne peux donc pas dire ce qui peut être épargné.',
  usually: (amount) => `d’habitude ${amount}`,
  recurring: (amount) => `dont ${amount} fixes`,
  season: 'comme ce mois les autres années',
  rare: 'pas tous les mois',
  present: (amount) => `actuellement ${amount}`,
  asItIs: 'comme actuellement',
  toSet: (command) => `Écris «\u202f${command}\u202f» pour le fixer.`,
  nowAndThen: (name, now, then) => `${name}\u202f: ${then} au lieu de ${now} un mois typique.`,
  saves: (month, year) => `Soit ${month} de moins par mois, ${year} par an.`,
  costs: (month, year) => `Soit ${month} de plus par mois, ${year} par an.`,
  same: 'Cela ne change rien.',
  usualRange: (from, to) => `La moitié des mois se situe entre ${from} et ${to}.`,
  belowFixed: (fixed) =>
    `${fixed} sont fixes\u202f; pour descendre plus bas, il faut qu’un de ces prélèvements s’arrête.`,
  goal: (goal, then, now) =>
    then === null
      ? `${goal}\u202f: pas atteint de cette façon.`
      : now === null
        ? `${goal}\u202f: atteint le ${then}\u202f; au rythme actuel, jamais.`
        : then === now
          ? `${goal}\u202f: toujours le ${then}.`
          : `${goal}\u202f: le ${then} au lieu du ${now}.`,
};

const pt: AdviceWords = {
  usual: (total, months) =>
    `Estes orçamentos cabem no que você costuma gastar, segundo ${months} meses completos: ${total} por mês no total.`,
  roomy: (income, saving, left) =>
    `Dos ${income} que costumam entrar por mês, seus gastos habituais${saving === null ? '' : ` e ${saving} guardados`} deixam ${left} livres.`,
  tight: (income, saving, share) =>
    `${saving === null ? `Para viver com os ${income} que costumam entrar por mês` : `Para guardar ${saving} dos ${income} que costumam entrar por mês`}, o que não é fixo precisa cair ${share}. Estes orçamentos fazem isso.`,
  harsh: (income, saving, share) =>
    `${saving === null ? `Para viver com os ${income} que costumam entrar por mês` : `Para guardar ${saving} dos ${income} que costumam entrar por mês`}, o que não é fixo teria que cair ${share}. É difícil de manter; guardar menos, ou por mais tempo, é mais fácil.`,
  impossible: (income, fixed, saving, missing) =>
    `As despesas fixas de ${fixed}${saving === null ? '' : ` e ${saving} guardados`} passam em ${missing} os ${income} que costumam entrar por mês. Guardar menos, por mais tempo, ou encerrar uma cobrança abriria espaço.`,
  noIncome: 'Não conheço nenhuma renda regular, por isso não posso dizer quanto dá para guardar.',
  usually: (amount) => `em geral ${amount}`,
  recurring: (amount) => `${amount} fixos`,
  season: 'como neste mês em outros anos',
  rare: 'não todo mês',
  present: (amount) => `hoje ${amount}`,
  asItIs: 'como está',
  toSet: (command) => `Escreva “${command}” para definir.`,
  nowAndThen: (name, now, then) => `${name}: ${then} em vez de ${now} num mês típico.`,
  saves: (month, year) => `São ${month} a menos por mês, ${year} por ano.`,
  costs: (month, year) => `São ${month} a mais por mês, ${year} por ano.`,
  same: 'Isso não muda nada.',
  usualRange: (from, to) => `Metade dos meses fica entre ${from} e ${to}.`,
  belowFixed: (fixed) => `${fixed} são fixos; para ficar abaixo disso, uma dessas cobranças precisa acabar.`,
  goal: (goal, then, now) =>
    then === null
      ? `${goal}: assim não se alcança.`
      : now === null
        ? `${goal}: alcançada em ${then}; do jeito que está, não.`
        : then === now
          ? `${goal}: continua em ${then}.`
          : `${goal}: em ${then} em vez de ${now}.`,
};

const all: Readonly<Record<Language, AdviceWords>> = { en, es, de, fr, pt };

export function adviceWords(words: Words): AdviceWords {
  return all[words.locale.slice(0, 2) as Language];
}
