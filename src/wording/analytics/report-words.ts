/** The monthly report, in each language. Amounts and names arrive formatted. */

import type { Language } from '../../language.ts';
import type { Words } from '../words.ts';

export interface ReportWords {
  /** What came in, and what is left of it. */
  incomeLeft(income: string, left: string): string;
  /** More went out than came in. */
  incomeShort(income: string, over: string): string;
  /** Nothing came in, yet or at all. */
  noIncome(isRunning: boolean): string;
  /** Budgets of a month that is over; `list` names those that were passed, and by how much. */
  budgetsKept(kept: number, passed: number, list: string): string;
  /** Budgets of the running month. */
  budgetsSoFar(within: number, passed: number, list: string): string;
  /** Nothing was spent, or as much came back as went out. */
  nothingSpent(period: string): string;
}

const all = (count: number) => (count === 2 ? 'Both budgets' : `All ${count} budgets`);
const en: ReportWords = {
  incomeLeft: (income, left) => `Income ${income}; ${left} is left of it.`,
  incomeShort: (income, over) => `Income ${income}; ${over} more went out than came in.`,
  noIncome: (isRunning) => (isRunning ? 'No income so far.' : 'No income recorded.'),
  budgetsKept: (kept, passed, list) =>
    passed === 0
      ? kept === 1
        ? 'The budget was kept.'
        : `${all(kept)} were kept.`
      : kept === 0
        ? `${passed === 1 ? 'The budget was' : `${all(passed)} were`} exceeded: ${list}.`
        : `Budgets: ${kept} kept, ${passed} exceeded: ${list}.`,
  budgetsSoFar: (within, passed, list) =>
    passed === 0
      ? within === 1
        ? 'The budget still has room.'
        : `${all(within)} still have room.`
      : within === 0
        ? `${passed === 1 ? 'The budget is' : `${all(passed)} are`} exceeded: ${list}.`
        : `Budgets: ${within} with room, ${passed} exceeded: ${list}.`,
  nothingSpent: (period) => `Nothing spent ${period}.`,
};

const es: ReportWords = {
  incomeLeft: (income, left) => `Ingresos: ${income}; quedan ${left}.`,
  incomeShort: (income, over) => `Ingresos: ${income}; salieron ${over} más de lo que entró.`,
  noIncome: (isRunning) => (isRunning ? 'Todavía no hay ingresos.' : 'No hay ingresos anotados.'),
  budgetsKept: (kept, passed, list) =>
    passed === 0
      ? kept === 1
        ? 'El presupuesto se ha cumplido.'
        : `Se han cumplido los ${kept} presupuestos.`
      : kept === 0
        ? `${passed === 1 ? 'El presupuesto se superó' : `Los ${passed} presupuestos se superaron`}: ${list}.`
        : `Presupuestos: ${kept} ${kept === 1 ? 'cumplido' : 'cumplidos'}, ${passed} ${passed === 1 ? 'superado' : 'superados'}: ${list}.`,
  budgetsSoFar: (within, passed, list) =>
    passed === 0
      ? within === 1
        ? 'El presupuesto todavía tiene margen.'
        : `Los ${within} presupuestos todavía tienen margen.`
      : within === 0
        ? `${passed === 1 ? 'El presupuesto está superado' : `Los ${passed} presupuestos están superados`}: ${list}.`
        : `Presupuestos: ${within} con margen, ${passed} ${passed === 1 ? 'superado' : 'superados'}: ${list}.`,
  nothingSpent: (period) => `Ningún gasto ${period}.`,
};

const alle = (count: number) => (count === 2 ? 'Beide Budgets' : `Alle ${count} Budgets`);
const de: ReportWords = {
  incomeLeft: (income, left) => `Einnahmen ${income}; davon bleiben ${left}.`,
  incomeShort: (income, over) => `Einnahmen ${income}; es ging ${over} mehr hinaus, als hereinkam.`,
  noIncome: (isRunning) => (isRunning ? 'Bisher keine Einnahmen.' : 'Keine Einnahmen eingetragen.'),
  budgetsKept: (kept, passed, list) =>
    passed === 0
      ? kept === 1
        ? 'Das Budget wurde eingehalten.'
        : `${alle(kept)} wurden eingehalten.`
      : kept === 0
        ? `${passed === 1 ? 'Das Budget wurde' : `${alle(passed)} wurden`} überschritten: ${list}.`
        : `Budgets: ${kept} eingehalten, ${passed} überschritten: ${list}.`,
  budgetsSoFar: (within, passed, list) =>
    passed === 0
      ? within === 1
        ? 'Im Budget ist noch Luft.'
        : `In ${within === 2 ? 'beiden' : `allen ${within}`} Budgets ist noch Luft.`
      : within === 0
        ? `${passed === 1 ? 'Das Budget ist' : `${alle(passed)} sind`} überschritten: ${list}.`
        : `Budgets: ${within} mit Luft, ${passed} überschritten: ${list}.`,
  nothingSpent: (period) => `Keine Ausgaben ${period}.`,
};

const fr: ReportWords = {
  incomeLeft: (income, left) => `Revenus\u202f: ${income}\u202f; il en reste ${left}.`,
  incomeShort: (income, over) => `Revenus\u202f: ${income}\u202f; il est sorti ${over} de plus qu’il n’est entré.`,
  noIncome: (isRunning) => (isRunning ? 'Aucun revenu jusqu’ici.' : 'Aucun revenu noté.'),
  budgetsKept: (kept, passed, list) =>
    passed === 0
      ? kept === 1
        ? 'Le budget a été tenu.'
        : `Les ${kept} budgets ont été tenus.`
      : kept === 0
        ? `${passed === 1 ? 'Le budget a été dépassé' : `Les ${passed} budgets ont été dépassés`}\u202f: ${list}.`
        : `Budgets\u202f: ${kept} ${kept === 1 ? 'tenu' : 'tenus'}, ${passed} ${passed === 1 ? 'dépassé' : 'dépassés'}\u202f: ${list}.`,
  budgetsSoFar: (within, passed, list) =>
    passed === 0
      ? within === 1
        ? 'Le budget a encore de la marge.'
        : `Les ${within} budgets ont encore de la marge.`
      : within === 0
        ? `${passed === 1 ? 'Le budget est dépassé' : `Les ${passed} budgets sont dépassés`}\u202f: ${list}.`
        : `Budgets\u202f: ${within} avec de la marge, ${passed} ${passed === 1 ? 'dépassé' : 'dépassés'}\u202f: ${list}.`,
  nothingSpent: (period) => `Aucune dépense ${period}.`,
};

const pt: ReportWords = {
  incomeLeft: (income, left) => `Receitas: ${income}; sobram ${left}.`,
  incomeShort: (income, over) => `Receitas: ${income}; saíram ${over} a mais do que entrou.`,
  noIncome: (isRunning) => (isRunning ? 'Nenhuma receita até agora.' : 'Nenhuma receita anotada.'),
  budgetsKept: (kept, passed, list) =>
    passed === 0
      ? kept === 1
        ? 'O orçamento foi cumprido.'
        : `Os ${kept} orçamentos foram cumpridos.`
      : kept === 0
        ? `${passed === 1 ? 'O orçamento foi ultrapassado' : `Os ${passed} orçamentos foram ultrapassados`}: ${list}.`
        : `Orçamentos: ${kept} ${kept === 1 ? 'cumprido' : 'cumpridos'}, ${passed} ${passed === 1 ? 'ultrapassado' : 'ultrapassados'}: ${list}.`,
  budgetsSoFar: (within, passed, list) =>
    passed === 0
      ? within === 1
        ? 'O orçamento ainda tem folga.'
        : `Os ${within} orçamentos ainda têm folga.`
      : within === 0
        ? `${passed === 1 ? 'O orçamento está ultrapassado' : `Os ${passed} orçamentos estão ultrapassados`}: ${list}.`
        : `Orçamentos: ${within} com folga, ${passed} ${passed === 1 ? 'ultrapassado' : 'ultrapassados'}: ${list}.`,
  nothingSpent: (period) => `Nenhum gasto ${period}.`,
};

const byLanguage: Readonly<Record<Language, ReportWords>> = { en, es, de, fr, pt };

export function reportWords(words: Words): ReportWords {
  return byLanguage[words.locale.slice(0, 2) as Language];
}
