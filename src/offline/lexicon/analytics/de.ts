/** German. */

import type { AnalyticsPatterns } from '../analytics-patterns.ts';

const some = '(?:\\S+ ){0,6}?';
const expense =
  '(?:ausgaben?|kosten|zahlung(?:en)?|abbuchung(?:en)?|buchung(?:en)?|rechnung(?:en)?|posten|eintrage?|belastung(?:en)?)';
const odd = '(?:ungewohnliche|auffallige|seltsame|komische|verdachtige|merkwurdige|unubliche)';
const good = '(?:in ordnung|ok|okay|richtig|korrekt|normal|so gewollt|gewollt)';

export const german: AnalyticsPatterns = {
  commands: {
    spending_trends: 'trend, trends, ausgabentrend, entwicklung',
    year_over_year: 'jahresvergleich, vorjahresvergleich',
    monthly_report: 'bericht, monatsbericht, report, monatsreport, monatsrückblick',
    find_unusual: 'auffälligkeiten, ausreißer, duplikate, ungewöhnliche ausgaben',
    find_recurring: 'wiederkehrende',
    forecast_spending: 'prognose, prognosen, vorhersage, hochrechnung',
    goals: 'ziele, sparziele, meine ziele, meine sparziele',
  },
  told: {
    spending_trends: `\\p{L}*trends?|entwicklung (?:der|von|meiner|des|bei|fur)|wie (?:hat|haben) ${some}entwickelt|wie entwickel[nt]\\p{L}* sich|(?:steigen|sinken|wachsen|fallen|steigt|sinkt|wachst) ${some}(?:ausgaben|kosten)|(?:ausgaben|kosten) ${some}(?:steigen|sinken|gestiegen|gesunken|gewachsen)|(?:ist|sind) ${some}(?:gestiegen|gesunken|teurer geworden)|(?:gebe|geben) (?:ich|wir) (?:\\S+ ){0,3}?(?:immer|zunehmend) (?:mehr|weniger)|im laufe? der zeit|uber die zeit|im zeitverlauf`,
    year_over_year: `jahresvergleich|vorjahr(?:es|en)?|jahr (?:fur|zu|gegenuber) jahr|vergleich\\p{L}* ${some}(?:mit|zu|und|zum) (?:dem )?letzten jahr`,
    monthly_report: `monats(?:bericht|report|ruckblick|auswertung|abschluss)\\p{L}*|bericht (?:fur|uber|vom|von|zum)|(?:zeig|gib|erstelle?|mach|schick)\\p{L}* (?:\\S+ ){0,2}?bericht`,
    find_unusual: `(?:etwas|irgendwas|irgendetwas|was|nichts) ${some}(?:ungewohnlich|auffallig|seltsam|komisch|verdachtig|merkwurdig)(?:es)?|${odd}[nrsm]? (?:\\p{L}+ )?${expense}|doppelte[nrs]? ${expense}|auffalligkeiten|ausrei\\S{1,2}er|duplikate|(?:doppelt|zweimal) ${some}(?:bezahlt|gezahlt|gebucht|abgebucht|eingetragen|berechnet)|fallt (?:dir |ihnen )?(?:\\S+ )?auf`,
    find_recurring: `(?:abos|abonnements)|(?:wiederkehrende|regelma\\S{1,2}ige|feste|fixe|laufende)[nrsm]? (?:\\p{L}+ )?(?:${expense}|einnahmen?|einkunfte|einkommen)|wiederkehrende[nrs]?|fixkosten|was (?:zahle|bezahle|zahlen) (?:ich|wir) (?:jeden monat|monatlich|regelma\\S{1,2}ig)`,
    forecast_spending: `\\p{L}*prognosen?|vorhersagen?|hochrechnung|vorausschau|prognostizier\\p{L}*|wie ?viel (?:geld )?(?:werde|werden) (?:ich|wir) ${some}(?:ausgeben|brauchen|zahlen|bezahlen|benotigen)|was (?:werde|werden) (?:ich|wir) ${some}ausgeben|(?:was|wie ?viel) (?:wird|werden) ${some}kosten|reicht ${some}geld|geht ${some}geld ${some}aus|komme ich (?:\\S+ ){0,4}?(?:hin|uber den monat)|voraussichtliche[nrs]? ${expense}`,
    goals: `sparziel(?:e|en|s)?|(?:mein|meine|meinen|das|dem|die|neues) ziel(?:e|en|s)?|[$€£]?\\d\\S*(?: \\p{L}+)? ${some}(?:sparen|ansparen|zurucklegen)|spare(?:n)? [$€£]?\\d\\S*`,
  },
  elsewhere:
    'wetter\\p{L}*|regen|schnee|aktien\\p{L}*|borse|bitcoin|fusball|fußball|lotto|reiseziel|wechselkurs|erinnere|erinner|mode|polizei|schufa',
  month:
    '(?:wie (?:war|lief|ist|lauft|verlief|sah)|was war(?: los)?|(?:der |den )?(?:monats)?bericht|report)(?: der| den| dem| mein| es| fur| vom| von| zum| im| bisher| aus| gelaufen| so| bitte)*',
  income: 'einnahmen?|einkunfte|einkommen|gehalt|gehalter|lohn',
  joined: 'ausgaben|kosten|trend|prognose|einkaufe|rechnungen|bericht',
  nextMonths: 'nachsten (\\d{1,2}|\\p{L}+) monaten?',
  restOfYear: '(?:rest des|restliche[ns]?|bis (?:zum )?(?:ende des )?)\\s?(?:jahr(?:es)?|jahresende)|jahresende',
  fine: {
    that: `(?:das |es )?(?:ist|passt|war|stimmt|geht)(?: schon| so| alles)*(?: ${good})?(?: ignorier\\p{L}*(?: es| das)?)?|alles ${good}|ignorier\\p{L}* (?:es|das)`,
    named: `(?:der |die |das )?(\\S.*?) (?:ist|war) (?:schon )?${good}|ignorier\\p{L}* (?:die |den |das )?(\\S.*)`,
  },
  goals: {
    noun: '(?:spar)?ziel(?:e|en|s)?',
    set: `[$€£]?\\d\\S*(?: \\p{L}+)? ${some}(?:sparen|ansparen|zurucklegen)|spare(?:n)? [$€£]?\\d\\S*|(?:mein|neues|ein|als) (?:\\p{L}+ )?(?:spar)?ziel|(?:spar)?ziel(?: ist|:| von| fur)`,
    by: 'bis(?: zum| zu| spatestens)?|spatestens(?: im| am)?|vor',
    within: '(?:in|binnen|innerhalb von) (\\d{1,3}|\\p{L}+) (monat(?:en)?|wochen?|jahr(?:en)?)',
    steady: '(?:pro|je|im|in der|jede[nrs]?) (?:monat|woche|jahr)|monatlich|wochentlich|jahrlich',
    purpose: 'fur|auf',
    remove: '(?:losche?|loschen|entferne?n?|streiche?n?|vergiss|verwirf)\\p{L}* (?:\\S+ ){0,3}?(?:spar)?ziel(?:e|en)?',
    named: '(?:spar)?ziel (?:(?:fur|das|die|den|ein|eine|einen|mein) )*(\\p{L}+)',
    nameless:
      'ziel|ziele|sparziel|mein|meine|das|dem|den|die|der|ein|eine|einen|ist|von|für|fur|auf|ich|will|möchte|mochte|sparen|spare|bis|steht|stehen|wie|monat|neues|löschen|loschen|erreichen',
  },
  changes: null,
};
