/** Spanish. */

import type { AnalyticsPatterns } from '../analytics-patterns.ts';

const some = '(?:\\S+ ){0,4}?';
const expense = '(?:gastos?|cargos?|pagos?|cobros?|recibos?|movimientos?|compras?|costes?|costos?)';
const odd =
  '(?:rar[oa]s?|extrañ[oa]s?|inusual(?:es)?|anormal(?:es)?|sospechos[oa]s?|atipic[oa]s?|fuera de lo (?:normal|comun|habitual)|llamativ[oa]s?)';
const good = '(?:bien|correcto|normal|en orden|a proposito)';

export const spanish: AnalyticsPatterns = {
  commands: {
    spending_trends: 'tendencia, tendencias, tendencia de gastos, evolución',
    year_over_year: 'interanual, comparación anual, año contra año, año tras año',
    monthly_report: 'informe, reporte, informe mensual, reporte mensual, informe del mes',
    find_unusual: 'anomalías, duplicados, gastos inusuales, gastos raros',
    find_recurring: 'recurrentes',
    forecast_spending: 'previsión, previsiones, pronóstico, proyección',
    goals: 'metas, mis metas, objetivos de ahorro, metas de ahorro',
  },
  told: {
    spending_trends: `tendencias?|evolucion (?:de|del)|como (?:ha|han|va|van|viene|vienen) ${some}(?:evolucionado|evolucionando|cambiado|variado|crecido|subido|bajado)|como evoluciona[n]?|(?:esta|estan|va|van|ha|han) ${some}(?:subiendo|bajando|aumentando|creciendo|disminuyendo|subido|bajado|aumentado|disminuido)|(?:suben?|bajan?|aumentan?|crecen?) (?:mis?|los|el) gastos?|gasto cada vez (?:mas|menos)|(?:a lo largo del|con el) tiempo`,
    year_over_year:
      'año (?:tras|a|contra|sobre) año|interanual|comparacion (?:anual|de años)|mismo (?:periodo|mes|tiempo) del año (?:pasado|anterior)',
    monthly_report:
      '(?:informe|reporte) (?:mensual|del mes|de|para|sobre)|(?:hazme|dame|muestrame|genera|prepara|quiero) (?:un |el |mi )?(?:informe|reporte)',
    find_unusual: `(?:algo|nada|hay|ha habido|hubo) ${some}${odd}|${expense} (?:\\p{L}+ )?${odd}|${expense} duplicad[oa]s?|duplicados|anomalias?|(?:pague|pagado|cobraron|cobrado|cargaron|cargado) ${some}(?:dos veces|doble|por duplicado)`,
    find_recurring: `(?:que|cuales|cuantas|mis|todas las|muestra\\p{L}*|lista|listar|ver) (?:\\S+ ){0,2}?suscripciones|suscripciones (?:tengo|pago)|(?:${expense}|ingresos?) (?:\\p{L}+ )?(?:recurrentes?|fij[oa]s?|periodic[oa]s?|regulares|habituales|repetid[oa]s)|recurrentes?|que (?:pago|gastos tengo) (?:todos los meses|cada mes)`,
    forecast_spending: `prevision(?:es)?|pronostic\\p{L}+|proyeccion(?:es)?|predic\\p{L}+|predecir|cuanto (?:dinero )?(?:voy|vamos) a (?:gastar|pagar|necesitar)|cuanto (?:dinero )?(?:gastare|gastaremos|pagare|necesitare)|cuanto (?:me )?(?:va|van) a costar|cuanto (?:me )?costara[n]?|(?:quedare|voy a quedar(?:me)?|quedarme) sin (?:dinero|plata|blanca)|(?:llegare|llego|voy a llegar) a fin(?:al)? de mes|(?:acabara|acaba) el dinero`,
    goals: 'metas?|objetivos? de ahorro|mis? objetivos?|el objetivo|ahorrar [$€£]?\\d\\S*',
  },
  elsewhere:
    'el clima|del clima|lluvia|que tiempo|tiempo (?:hara|hace)|la bolsa|acciones|bitcoin|futbol|partido|loteria|tipo de cambio|recuerdame|moda|policial',
  month:
    '(?:como (?:fue|me fue|nos fue|ha ido|ha sido|va|me va|estuvo)|que paso|que tal(?: fue)?|(?:el )?(?:informe|reporte)|informe mensual|reporte mensual)(?: el| en| de| del| para| por favor)*',
  income: 'ingresos?|sueldos?|salarios?|nomina|cobro',
  joined: '',
  nextMonths: '(?:proximos|siguientes) (\\d{1,2}|\\p{L}+) meses',
  restOfYear: '(?:resto|final|fin) (?:del|de este) año',
  fine: {
    that: `(?:eso |esto )?(?:esta|es|era|va) ${good}(?: (?:ignoralo|descartalo|olvidalo))?|todo ${good}|ignoralo|ignora eso|descartalo`,
    named: `(?:el |la |lo de )?(\\S.*?) (?:esta|es|era) ${good}|ignora (?:el |la |lo de )?(\\S.*)`,
  },
  goals: {
    noun: 'metas?(?: de ahorro)?|objetivos?(?: de ahorro)?',
    set: 'ahorrar [$€£]?\\d\\S*|(?:quiero|me gustaria|necesito|planeo|voy a) ahorrar|(?:nueva|otra|una|mi) meta|(?:nuevo|un|mi) objetivo(?: de ahorro)?',
    by: 'para|antes de|antes del|hasta|de aqui a|a mas tardar en',
    within: '(?:en|dentro de) (\\d{1,3}|\\p{L}+) (mes(?:es)?|semanas?|años?)',
    steady: '(?:al|por|a la|cada) (?:mes|semana|año)|mensual(?:es|mente)?|semanal(?:es|mente)?|anual(?:es|mente)?',
    purpose: 'para',
    remove: '(?:borra|elimina|quita|cancela|abandona|deja)\\p{L}* (?:\\S+ ){0,3}?(?:metas?|objetivos?)',
    named: '(?:meta|objetivo)(?: de ahorro)? (?:(?:de|del|para|el|la|los|las|un|una|mi) )*(\\p{L}+)',
    nameless:
      'meta|metas|objetivo|objetivos|ahorro|ahorrar|nueva|nuevo|mi|es|de|del|para|quiero|el|la|un|una|que|como|van|va|al|mes|todas?',
  },
  changes: null,
};
