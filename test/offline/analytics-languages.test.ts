/** Spanish, German, French and Portuguese sentences about trends, reports, findings and goals, as a person reads them. */

import { describe, expect, test } from 'vitest';
import { calls } from './asking.ts';

type Sentence = readonly [tool: string, text: string, args?: Readonly<Record<string, unknown>>];

const thisMonth = { from: '2026-06-01', to: '2026-06-17' };
const expense = { kind: 'expense' };
const income = { kind: 'income' };

const spanish: readonly Sentence[] = [
  ['spending_trends', '¿están subiendo mis gastos?'],
  ['spending_trends', 'tendencia de gastos'],
  ['spending_trends', '¿cómo ha evolucionado el supermercado este año?', { category: 'groceries', count: 5 }],
  ['spending_trends', 'tendencia del supermercado por semana', { category: 'groceries', unit: 'week' }],
  ['spending_trends', 'evolución de mis gastos en los últimos 6 meses', { count: 6 }],
  ['year_over_year', 'compara este año con el año pasado'],
  ['year_over_year', 'restaurantes frente al año pasado', { category: 'dining' }],
  ['year_over_year', 'interanual'],
  ['year_over_year', '¿gasto más que el año pasado?'],
  ['year_over_year', 'comparación anual de transporte', { category: 'transport' }],
  ['monthly_report', 'informe mensual'],
  ['monthly_report', 'informe de octubre', { month: '2025-10' }],
  ['monthly_report', '¿cómo fue el mes pasado?', { month: '2026-05' }],
  ['monthly_report', '/informe'],
  ['monthly_report', 'dame el informe de mayo', { month: '2026-05' }],
  ['forecast_spending', '¿cuánto voy a gastar este mes?'],
  ['forecast_spending', 'previsión'],
  ['forecast_spending', '¿cuánto gastaré en diciembre?', { months: 6 }],
  ['forecast_spending', 'previsión de supermercado para los próximos 3 meses', { category: 'groceries', months: 3 }],
  ['forecast_spending', '¿me quedaré sin dinero este mes?'],
  ['find_recurring', '¿qué suscripciones tengo?', expense],
  ['find_recurring', 'mis gastos fijos', expense],
  ['find_recurring', 'gastos recurrentes', expense],
  ['find_recurring', 'ingresos regulares', income],
  ['find_recurring', '¿qué pago todos los meses?', expense],
  ['find_unusual', '¿hay algo raro?'],
  ['find_unusual', 'gastos inusuales este mes', thisMonth],
  ['find_unusual', '¿he pagado algo dos veces?'],
  ['goals', 'ahorrar 2000 para junio', { action: 'set', amount: '2000', by: '2027-06-30' }],
  [
    'goals',
    'quiero ahorrar 5000 para un coche antes de marzo de 2027',
    { action: 'set', name: 'coche', amount: '5000', by: '2027-03-31' },
  ],
  ['goals', '¿cómo van mis metas?', { action: 'list' }],
  ['goals', 'borra la meta del coche', { action: 'remove', name: 'coche' }],
];

const german: readonly Sentence[] = [
  ['spending_trends', 'steigen meine Ausgaben?'],
  ['spending_trends', 'Ausgabentrend'],
  [
    'spending_trends',
    'Wie haben sich meine Restaurantausgaben dieses Jahr entwickelt?',
    { category: 'dining', count: 5 },
  ],
  ['spending_trends', 'Trend Lebensmittel pro Woche', { category: 'groceries', unit: 'week' }],
  ['spending_trends', 'Entwicklung der Lebensmittel in den letzten 6 Monaten', { category: 'groceries', count: 6 }],
  ['year_over_year', 'Vergleiche dieses Jahr mit letztem Jahr'],
  ['year_over_year', 'Restaurants im Vergleich zum letzten Jahr', { category: 'dining' }],
  ['year_over_year', 'Jahresvergleich'],
  ['year_over_year', 'Gebe ich mehr aus als letztes Jahr?'],
  ['year_over_year', 'Transport verglichen mit dem Vorjahr', { category: 'transport' }],
  ['monthly_report', 'Monatsbericht'],
  ['monthly_report', 'Bericht für Oktober', { month: '2025-10' }],
  ['monthly_report', 'Wie war letzter Monat?', { month: '2026-05' }],
  ['monthly_report', '/bericht'],
  ['monthly_report', 'zeig mir den Bericht vom Mai', { month: '2026-05' }],
  ['forecast_spending', 'Wie viel werde ich diesen Monat ausgeben?'],
  ['forecast_spending', 'Prognose'],
  ['forecast_spending', 'Was wird der Dezember kosten?', { months: 6 }],
  ['forecast_spending', 'Prognose Lebensmittel für die nächsten 3 Monate', { category: 'groceries', months: 3 }],
  ['forecast_spending', 'Reicht mein Geld diesen Monat?'],
  ['find_recurring', 'Welche Abos habe ich?', expense],
  ['find_recurring', 'wiederkehrende Ausgaben', expense],
  ['find_recurring', 'Fixkosten', expense],
  ['find_recurring', 'regelmäßige Einnahmen', income],
  ['find_recurring', 'Was zahle ich jeden Monat?', expense],
  ['find_unusual', 'Gibt es etwas Ungewöhnliches?'],
  ['find_unusual', 'auffällige Ausgaben diesen Monat', thisMonth],
  ['find_unusual', 'Habe ich etwas doppelt bezahlt?'],
  ['goals', '2000 bis Juni sparen', { action: 'set', amount: '2000', by: '2027-06-30' }],
  [
    'goals',
    'Ich möchte 5000 für ein Auto bis März 2027 sparen',
    { action: 'set', name: 'Auto', amount: '5000', by: '2027-03-31' },
  ],
  ['goals', 'Wie stehen meine Sparziele?', { action: 'list' }],
  ['goals', 'lösche das Ziel Auto', { action: 'remove', name: 'Auto' }],
];

const french: readonly Sentence[] = [
  ['spending_trends', 'mes dépenses augmentent-elles ?'],
  ['spending_trends', 'tendance des dépenses'],
  ['spending_trends', 'comment ont évolué les restaurants cette année ?', { category: 'dining', count: 5 }],
  ['spending_trends', 'tendance des courses par semaine', { category: 'groceries', unit: 'week' }],
  ['spending_trends', 'évolution de mes dépenses sur les 6 derniers mois', { count: 6 }],
  ['year_over_year', "compare cette année à l'année dernière"],
  ['year_over_year', "restaurants par rapport à l'année dernière", { category: 'dining' }],
  ['year_over_year', 'comparaison annuelle'],
  ['year_over_year', "est-ce que je dépense plus que l'année dernière ?"],
  ['year_over_year', "d'une année sur l'autre"],
  ['monthly_report', 'rapport mensuel'],
  ['monthly_report', "rapport d'octobre", { month: '2025-10' }],
  ['monthly_report', 'comment était le mois dernier ?', { month: '2026-05' }],
  ['monthly_report', '/rapport'],
  ['monthly_report', 'fais-moi le rapport du mois dernier', { month: '2026-05' }],
  ['forecast_spending', 'combien vais-je dépenser ce mois-ci ?'],
  ['forecast_spending', 'prévisions'],
  ['forecast_spending', 'combien va coûter décembre ?', { months: 6 }],
  ['forecast_spending', 'prévision des courses pour les trois prochains mois', { category: 'groceries', months: 3 }],
  ['forecast_spending', "vais-je manquer d'argent ce mois-ci ?"],
  ['find_recurring', 'quels abonnements ai-je ?', expense],
  ['find_recurring', 'mes abonnements', expense],
  ['find_recurring', 'dépenses récurrentes', expense],
  ['find_recurring', 'revenus réguliers', income],
  ['find_recurring', "qu'est-ce que je paie tous les mois ?", expense],
  ['find_unusual', "y a-t-il quelque chose d'inhabituel ?"],
  ['find_unusual', 'dépenses bizarres ce mois-ci', thisMonth],
  ['find_unusual', 'ai-je payé quelque chose deux fois ?'],
  ['goals', "économiser 2000 d'ici juin", { action: 'set', amount: '2000', by: '2027-06-30' }],
  [
    'goals',
    'je veux économiser 5000 pour une voiture avant mars 2027',
    { action: 'set', name: 'voiture', amount: '5000', by: '2027-03-31' },
  ],
  ['goals', 'où en sont mes objectifs ?', { action: 'list' }],
  ['goals', "supprime l'objectif voiture", { action: 'remove', name: 'voiture' }],
];

const portuguese: readonly Sentence[] = [
  ['spending_trends', 'meus gastos estão subindo?'],
  ['spending_trends', 'tendência de gastos'],
  ['spending_trends', 'como evoluíram os restaurantes este ano?', { category: 'dining', count: 5 }],
  ['spending_trends', 'tendência do supermercado por semana', { category: 'groceries', unit: 'week' }],
  ['spending_trends', 'evolução das despesas nos últimos 6 meses', { count: 6 }],
  ['year_over_year', 'compare este ano com o ano passado'],
  ['year_over_year', 'restaurantes em relação ao ano passado', { category: 'dining' }],
  ['year_over_year', 'comparação anual'],
  ['year_over_year', 'estou gastando mais que no ano passado?'],
  ['year_over_year', 'transporte vs ano passado', { category: 'transport' }],
  ['monthly_report', 'relatório mensal'],
  ['monthly_report', 'relatório de outubro', { month: '2025-10' }],
  ['monthly_report', 'como foi o mês passado?', { month: '2026-05' }],
  ['monthly_report', '/relatório'],
  ['monthly_report', 'mostre o relatório de maio', { month: '2026-05' }],
  ['forecast_spending', 'quanto vou gastar este mês?'],
  ['forecast_spending', 'previsão'],
  ['forecast_spending', 'quanto vai custar dezembro?', { months: 6 }],
  ['forecast_spending', 'previsão do supermercado para os próximos 3 meses', { category: 'groceries', months: 3 }],
  ['forecast_spending', 'vou ficar sem dinheiro este mês?'],
  ['find_recurring', 'que assinaturas tenho?', expense],
  ['find_recurring', 'despesas fixas', expense],
  ['find_recurring', 'minhas assinaturas', expense],
  ['find_recurring', 'receitas regulares', income],
  ['find_recurring', 'o que pago todos os meses?', expense],
  ['find_unusual', 'há algo estranho?'],
  ['find_unusual', 'gastos incomuns este mês', thisMonth],
  ['find_unusual', 'paguei algo duas vezes?'],
  ['goals', 'poupar 2000 até junho', { action: 'set', amount: '2000', by: '2027-06-30' }],
  [
    'goals',
    'quero juntar 5000 para um carro até março de 2027',
    { action: 'set', name: 'carro', amount: '5000', by: '2027-03-31' },
  ],
  ['goals', 'como estão as minhas metas?', { action: 'list' }],
  ['goals', 'apague a meta do carro', { action: 'remove', name: 'carro' }],
];

describe.each([
  ['es', spanish],
  ['de', german],
  ['fr', french],
  ['pt', portuguese],
] as const)('%s', (language, sentences) => {
  test.each(sentences.map(([name, text, args = {}]) => ({ name, text, args })))(
    '$text',
    async ({ name, text, args }) => {
      expect(await calls(text, { language })).toEqual([{ name, args }]);
    },
  );
});

describe('what only sounds like them', () => {
  test.each([
    ['es', 'informe médico 45', 'record_entries'],
    ['es', '¿cuánto gasté en suscripciones el mes pasado?', 'spending_summary'],
    ['es', 'compara este mes con el mes pasado', 'spending_summary'],
    ['de', 'Abo Zeitung 12', 'record_entries'],
    ['de', 'Wie viel habe ich letzten Monat für Abos ausgegeben?', 'spending_summary'],
    ['de', 'Wie stehe ich?', 'budget_status'],
    ['fr', 'abonnement salle de sport 30', 'record_entries'],
    ['fr', 'dépenses par catégorie le mois dernier', 'spending_summary'],
    ['fr', 'où en est mon budget ?', 'budget_status'],
    ['pt', 'assinatura da revista 9,90', 'record_entries'],
    ['pt', 'compare este mês com o mês passado', 'spending_summary'],
    ['pt', 'como está o orçamento?', 'budget_status'],
  ] as const)('%s: %s', async (language, text, name) => {
    expect((await calls(text, { language })).map((call) => call.name)).toEqual([name]);
  });
});
