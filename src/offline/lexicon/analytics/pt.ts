/** Portuguese. */

import type { AnalyticsPatterns } from '../analytics-patterns.ts';

const some = '(?:\\S+ ){0,4}?';
const expense =
  '(?:gastos?|despesas?|custos?|pagamentos?|compras?|cobrancas?|debitos?|lancamentos?|transacoes|contas|encargos)';
const odd =
  '(?:estranh[oa]s?|incomu(?:m|ns)|invulgar(?:es)?|anormal|anormais|suspeit[oa]s?|atipic[oa]s?|esquisit[oa]s?|fora do (?:normal|comum|habitual))';
const good = '(?:bem|certo|correto|normal|ok|em ordem|de proposito)';

export const portuguese: AnalyticsPatterns = {
  commands: {
    spending_trends: 'tendência, tendências, evolução, tendência de gastos',
    year_over_year: 'comparação anual, ano a ano, ano contra ano',
    monthly_report: 'relatório, relatório mensal, relatório do mês',
    find_unusual: 'anomalias, duplicados, gastos incomuns, gastos estranhos',
    find_recurring: 'recorrentes',
    forecast_spending: 'previsão, previsões, projeção',
    goals: 'metas, minhas metas, as minhas metas, objetivos de poupança',
  },
  told: {
    spending_trends: `tendencias?|evolucao (?:de|do|da|dos|das)|como (?:evoluiu|evoluiram|evoluem|evolui|mudou|mudaram|variaram)|como (?:tem|têm|vem|vêm) ${some}(?:evoluido|evoluindo|mudado)|(?:estao|esta|tem|vem) ${some}(?:subindo|a subir|aumentando|a aumentar|baixando|a descer|a baixar|crescendo|caindo|diminuindo|evoluido)|(?:subiram|aumentaram|baixaram|cresceram|diminuiram) ${some}(?:gastos|despesas)|gasto cada vez (?:mais|menos)|ao longo do tempo`,
    year_over_year:
      'ano (?:a|contra|sobre|apos) ano|comparacao anual|mesmo (?:periodo|mes) do ano (?:passado|anterior)|periodo homologo',
    monthly_report:
      'relatorio (?:mensal|do mes|de|do|para|sobre)|(?:mostr|ger|cri|faz|faç|da|quero)\\p{L}*(?:-me)? (?:um |o |meu |o meu )?relatorio',
    find_unusual: `(?:algo|alguma coisa|nada|ha|houve|tem) ${some}${odd}|${expense} (?:\\p{L}+ )?${odd}|${expense} duplicad[oa]s?|duplicad[oa]s|anomalias?|(?:paguei|pago|cobraram|cobrado) ${some}(?:duas vezes|em duplicado|em dobro)`,
    find_recurring: `(?:que|quais|quantas|minhas|todas as|mostr\\p{L}*|lista\\p{L}*|ver) (?:\\S+ ){0,2}?(?:assinaturas|subscricoes)|(?:assinaturas|subscricoes) (?:eu )?(?:tenho|pago)|(?:${expense}|receitas?|rendimentos?) (?:\\p{L}+ )?(?:recorrentes?|fix[oa]s?|regulares|habituais|repetid[oa]s|periodic[oa]s)|recorrentes?|o que (?:eu )?pago (?:todo|todos os|cada) (?:o )?mes(?:es)?`,
    forecast_spending: `previs(?:ao|oes)|prever|projec?c(?:ao|oes)|prognostico|quanto (?:\\p{L}+ )?(?:vou|vamos|irei) (?:gastar|pagar|precisar)|quanto (?:gastarei|gastaremos|pagarei)|quanto (?:me )?(?:vai|vao) custar|quanto custara|(?:vou|posso) (?:\\p{L}+ )?ficar sem dinheiro|dinheiro (?:\\S+ ){0,2}?(?:chega|chegar|acabar)|chego ao fim do mes|vou chegar ao fim do mes`,
    goals:
      'metas?(?: de poupanca)?|objetivos?(?: de poupanca)?|(?:poupar|economizar|juntar|guardar) (?:[$€£]|r\\$)?\\s?\\d\\S*',
  },
  elsewhere:
    'clima|chuva|tempo (?:vai|faz)|previsao do tempo|bolsa de valores|acoes|bitcoin|futebol|jogo de|loteria|lotaria|cambio|lembra\\p{L}*|lembre\\p{L}*|moda|policia',
  month:
    '(?:como (?:foi|correu|esta|vai|esteve|anda)|o que aconteceu|(?:o )?relatorio(?: mensal)?)(?: o| a| meu| em| de| do| para| por favor)*',
  income: 'receitas?|rendimentos?|salarios?|ordenados?|rendas?',
  joined: '',
  nextMonths: 'proximos (\\d{1,2}|\\p{L}+) meses',
  restOfYear: '(?:resto|fim|final) (?:do|deste) ano',
  fine: {
    that: `(?:isso |isto )?(?:esta|e|era|foi) (?:tudo )?${good}(?: (?:ignora|ignore)(?: isso)?)?|tudo ${good}|(?:ignora|ignore)(?: isso| isto|-o)`,
    named: `(?:o |a |os |as )?(\\S.*?) (?:esta|e|era) ${good}|ignor[ae] (?:o |a )?(\\S.*)`,
  },
  goals: {
    noun: 'metas?(?: de poupanca)?|objetivos?(?: de poupanca)?',
    set: '(?:poupar|economizar|juntar|guardar) (?:[$€£]|r\\$)?\\s?\\d\\S*|(?:nova|outra|uma|minha) meta|(?:novo|um|meu) objetivo(?: de poupanca)?',
    by: 'ate(?: ao| a| o)?|antes de|para',
    within: '(?:em|dentro de) (\\d{1,3}|\\p{L}+) (mes(?:es)?|semanas?|anos?)',
    steady: '(?:por|ao|cada|a cada) (?:mes|semana|ano)|mensa(?:l|is|lmente)|semana(?:l|is|lmente)|anua(?:l|is|lmente)',
    purpose: 'para(?: comprar)?|pra',
    remove: '(?:apag|exclu|elimin|remov|tir|cancel|abandon)\\p{L}* (?:\\S+ ){0,3}?(?:metas?|objetivos?)',
    named: '(?:meta|objetivo)(?: de poupanca)? (?:(?:de|do|da|para|o|a|os|as|um|uma|meu|minha) )*(\\p{L}+)',
    nameless:
      'meta|metas|objetivo|objetivos|poupança|poupanca|poupar|economizar|juntar|guardar|nova|novo|minha|meu|é|e|de|do|da|para|quero|o|a|um|uma|como|estão|estao|vão|vao|mês|mes|por',
  },
  changes: null,
};
