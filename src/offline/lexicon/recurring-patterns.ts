/** What messages about entries that come by themselves are told by. As in the lexicons, folded text. */

import type { Language } from '../../language.ts';
import type { Pattern } from './lexicon.ts';

export interface RecurringPatterns {
  /** Each is a whole message; `which` is what it is called, `to` an amount or days. */
  readonly list: Pattern;
  readonly stop: Pattern;
  readonly skip: Pattern;
  readonly change: Pattern;
  /** "It", "that": the only one, or one that is asked for. */
  readonly it: Pattern;
  /** It was paid, so it is a record, however often it was. Not folded, for accents tell. */
  readonly past: RegExp;
  /** Budgets, goals, reminders: something else that comes every month. */
  readonly other: Pattern;
  /** At the beginning: "I pay", "we get paid". They are no part of what it is called. */
  readonly pays: Pattern;
  readonly earns: Pattern;
}

const en: RecurringPatterns = {
  list: `(?:(?:show|list|see)(?: me)? )?(?:my |the |all )?(?:recurring|automatic|scheduled) entries|what comes (?:in )?(?:by itself|automatically)|what (?:do you|are you) record(?:ing)? (?:by yourself|automatically|by itself)|what is (?:recorded|entered|posted) (?:automatically|by itself)`,
  stop: `(?:stop|cancel|end|remove|delete|drop) (?:the |my )?(?:recurring|automatic) (?:entry |expense |income |payment )?(?:for |of )?(?<which>.+)|stop (?:recording|posting|adding|entering) (?:the |my )?(?<which>.+?)(?: by (?:itself|yourself)| automatically| (?:every|each) \\p{L}+)?|stop (?:the |my )?(?<which>\\p{L}+(?: \\p{L}+)?)(?: by itself)?|(?:the |my )?(?<which>.+?) (?:no longer comes|does not come|doesn't come)(?: by itself)?(?: any ?more)?`,
  skip: `(?:skip|leave out) (?:the |my )?(?:next )?(?:recurring )?(?<which>\\p{L}+(?: \\p{L}+){0,3}?)(?: (?:this|next) (?:month|week|time|year)| once| the next time)?|(?:skip|leave out) (?:the )?next(?: one)?`,
  change: `(?:change|set|raise|lower|increase|reduce|update|move) (?:the |my )?(?:recurring|automatic) (?<which>.+?) to (?<to>.+)|from now on,? (?:the |my )?(?<which>.+?) (?:is|costs|comes to) (?<to>.+)|(?:the |my )?(?<which>.+?) (?:is|costs|comes to) (?<to>.+) from now on`,
  it: 'it|that|this|them',
  past: /(?<![\p{L}\p{N}])(?:spent|(?<!gets? |being |be )paid|payed|bought|ordered|cost|was charged|charged|received|earned|had|ate|drank|got(?! paid))(?![\p{L}\p{N}])/u,
  other: `remind(?:er)?|alert|notify|warn|tell me|let me know|save|saving|savings|goal|budget|limit|cap|allowance|at most|no more than|up to|under|below|if|alarm|timer`,
  pays: `(?:i|we) (?:have to )?(?:pay|spend|transfer|give)(?: out)?(?: for)?`,
  earns: `(?:i|we) (?:get|am|are) paid|(?:i|we) (?:earn|receive|get|make)|(?:they|my (?:boss|company|employer)|it) pays? (?:me|us)`,
};

const es: RecurringPatterns = {
  list: `(?:(?:muestra(?:me)?|ver|lista) )?(?:mis |los )?(?:movimientos|gastos|apuntes|pagos|ingresos) (?:automaticos|programados)|que (?:se )?(?:anotas?|apuntas?) (?:automaticamente|solo)|que tengo programado|que viene solo`,
  stop: `(?:deja|para) de (?:anotar|apuntar) (?:el |la |los |las |mi )?(?<which>.+?)(?: automaticamente)?|(?:para|cancela|quita|elimina|deten) (?:el |la |los |las |mi )?(?<which>.+?) (?:automatic[oa]|programad[oa])`,
  skip: `(?:salta(?:te)?|omite) (?:el |la |mi )?(?:proxim[oa] )?(?<which>\\p{L}+(?: \\p{L}+){0,3}?)(?: (?:(?:de )?este mes|(?:de )?esta (?:semana|vez)|una vez|la proxima vez|el mes que viene))?`,
  change: `(?:cambia|pon|sube|baja) (?:el |la |mi )?(?<which>.+?) (?:automatic[oa]|programad[oa]) (?:a|al) (?<to>.+)|(?:a partir de ahora|desde ahora),? (?:el |la |mi )?(?<which>.+?) (?:es de|es|son|cuesta) (?<to>.+)|(?:el |la |mi )?(?<which>.+?) (?:es de|es|son|cuesta) (?<to>.+) (?:a partir de|desde) ahora`,
  it: 'eso|esto|lo',
  past: /(?<![\p{L}\p{N}])(?:gast[éeó]|gastamos|gastado|pagu[ée]|pagamos|pagó|pagado|compr[éeó]|compramos|cobr[ée]|cobramos|gan[éó]|ganamos|recib[ií]|recibimos|cost[óo])(?![\p{L}\p{N}])/u,
  other: `recuerda(?:me)?|recordatorio|avisa(?:me)?|alerta|ahorr\\p{L}+|meta|presupuesto|limite|maximo|como mucho|no mas de|hasta \\d\\S*|si|alarma`,
  pays: `(?:yo |nosotros )?(?:pago|pagamos|gasto|gastamos|doy|transfiero)`,
  earns: `(?:yo |nosotros )?(?:cobro|cobramos|gano|ganamos|recibo|recibimos|me pagan|nos pagan|me ingresan)`,
};

const de: RecurringPatterns = {
  list: `(?:zeige?(?: mir)? )?(?:meine |die |alle )?automatischen? eintrage|was kommt (?:alles )?(?:von selbst|automatisch)|was (?:notierst|buchst|erfasst) du (?:von selbst|automatisch)|was tragst du (?:von selbst|automatisch) ein|was wird (?:von selbst|automatisch) (?:notiert|gebucht|eingetragen)`,
  stop: `(?:stoppe?|beende|losche|streiche) (?:die |den |das |meine[nr]? )?(?:automatische|wiederkehrende)[nrs]? (?<which>.+)|(?:notiere?|buche?|erfasse?) (?:die |den |das |meine[nr]? )?(?<which>.+?) nicht mehr(?: von selbst| automatisch)?|stoppe? (?:die |den |das |meine[nr]? )?(?<which>\\p{L}+(?: \\p{L}+)?)|(?:die |der |das |meine? )?(?<which>.+?) kommt nicht mehr(?: von selbst| automatisch)?`,
  skip: `uberspringe? (?:die |den |das |meine[nr]? )?(?:nachste[nrs]? )?(?<which>\\p{L}+(?: \\p{L}+){0,3}?)(?: (?:diesmal|diesen monat|diese woche|nachstes mal|einmal))?|lass (?:die |den |das |meine[nr]? )?(?:nachste[nrs]? )?(?<which>.+?)(?: (?:diesmal|diesen monat|diese woche|nachstes mal|einmal))? (?:ausfallen|aus|weg)`,
  change: `(?:andere?|setze?|erhohe?|senke?|verschiebe?) (?:die |den |das |meine[nr]? )?(?:automatische|wiederkehrende)[nrs]? (?<which>.+?) (?:auf|zu) (?<to>.+)|(?:ab jetzt|kunftig|von jetzt an) (?:ist|kostet|betragt|kosten) (?:die |der |das |meine? )?(?<which>.+?) (?<to>[$€£]?\\d.*)|(?:die |der |das |meine? )?(?<which>.+?) (?:ist|kostet|betragt|kosten) (?:ab jetzt|kunftig|von jetzt an) (?<to>.+)`,
  it: 'das|es|dies',
  past: /(?<![\p{L}\p{N}])(?:ausgegeben|bezahlt|gezahlt|gekauft|bestellt|gekostet|kostete|zahlte|bezahlte|kaufte|gab|bekommen|erhalten|verdient|überwiesen|ueberwiesen|eingegangen|bekam|erhielt)(?![\p{L}\p{N}])/u,
  other: `erinner\\p{L}*|warn\\p{L}*|benachrichtige|melde?|sag|spar\\p{L}*|ziel|budget|limit|hochstens|maximal|nicht mehr als|bis zu|unter|wenn|falls|wecker`,
  pays: `(?:ich|wir) (?:be)?zahlen?|(?:be)?zahlen? (?:ich|wir)|(?:ich|wir) uberweisen?|uberweisen? (?:ich|wir)`,
  earns: `(?:ich|wir) (?:bekommen?|kriegen?|verdienen?|erhalten?)|(?:bekommen?|kriegen?|verdienen?|erhalten?) (?:ich|wir)`,
};

const fr: RecurringPatterns = {
  list: `(?:(?:montre(?:-moi)?|liste) )?(?:mes |les )?(?:operations|depenses|ecritures|entrees) (?:automatiques|programmees)|qu'est-ce qui (?:est note|vient) (?:automatiquement|tout seul)|que notes-tu automatiquement|qu'est-ce que tu notes automatiquement`,
  stop: `(?:arrete|cesse) de noter (?:le |la |l'|les |mon |ma )?(?<which>.+?)(?: automatiquement)?|(?:arrete|supprime|annule) (?:le |la |l'|les |mon |ma )?(?<which>.+?) (?:automatique|programmee?)|ne note plus (?:le |la |l'|les |mon |ma )?(?<which>.+?)(?: automatiquement)?`,
  skip: `saute (?:le |la |l'|mon |ma )?(?:prochaine? )?(?<which>\\p{L}+(?: \\p{L}+){0,3}?)(?: (?:(?:de )?ce mois-ci|(?:de )?cette (?:semaine|fois)|la prochaine fois|une fois))?`,
  change: `(?:change|mets|passe|augmente|baisse) (?:le |la |l'|mon |ma )?(?<which>.+?) (?:automatique|programmee?) a (?<to>.+)|(?:desormais|a partir de maintenant|dorenavant),? (?:le |la |l'|mon |ma )?(?<which>.+?) (?:est|coute|passe|sera) (?:a |de )?(?<to>.+)|(?:le |la |l'|mon |ma )?(?<which>.+?) (?:est|coute|passe) (?:a |de )?(?<to>.+?) (?:desormais|a partir de maintenant|dorenavant)`,
  it: 'ca|cela',
  past: /(?<![\p{L}\p{N}])(?:dépensée?s?|payée?s?|achetée?s?|reçue?s?|touchée?s?|gagnée?s?|coûté|réglée?s?|versée?s?|(?:ai|as|a|avons|ont) (?:depense|paye|achete|recu|touche|gagne|coute|regle|verse))(?![\p{L}\p{N}])/u,
  other: `rappel\\p{L}*|previens|previens-moi|alerte\\p{L}*|avertis\\p{L}*|dis-moi|epargn\\p{L}+|economis\\p{L}+|objectif|budget|limite|plafond|maximum|au plus|pas plus de|jusqu'a \\d\\S*|si|reveil`,
  pays: `(?:je|on|nous) (?:paie|paye|payons|verse|versons|depense|depensons|donne)`,
  earns: `(?:je|on|nous) (?:touche|touchons|gagne|gagnons|recois|recoit|recevons)`,
};

const pt: RecurringPatterns = {
  list: `(?:(?:mostr[ae](?:-me)?|list[ae]|ver) )?(?:meus |minhas |os |as )?(?:lancamentos|gastos|pagamentos|despesas) (?:automatic[oa]s|programad[oa]s)|o que (?:voce )?anota automaticamente|o que e anotado (?:automaticamente|sozinho)|o que esta programado`,
  stop: `(?:para|pare|deixe?) de anotar (?:o |a |os |as |meu |minha )?(?<which>.+?)(?: automaticamente)?|(?:cancel[ae]|remov[ae]|para|pare) (?:o |a |meu |minha )?(?<which>.+?) (?:automatic[oa]|programad[oa])|nao anote? mais (?:o |a |meu |minha )?(?<which>.+)`,
  skip: `(?:pul[ae]|salt[ae]) (?:o |a |meu |minha )?(?:proxim[oa] )?(?<which>\\p{L}+(?: \\p{L}+){0,3}?)(?: (?:(?:d|n)?este mes|(?:d|n)?est?sa (?:semana|vez)|(?:d|n)?esta (?:semana|vez)|uma vez|da proxima vez))?`,
  change: `(?:mud[ae]|alter[ae]|aument[ae]|baix[ae]) (?:o |a |meu |minha )?(?<which>.+?) (?:automatic[oa]|programad[oa]) para (?:o )?(?<to>.+)|a partir de agora,? (?:o |a |meu |minha )?(?<which>.+?) (?:e|sao|custa) (?:de )?(?<to>.+)|(?:o |a |meu |minha )?(?<which>.+?) (?:e|sao|custa) (?:de )?(?<to>.+) a partir de agora`,
  it: 'isso|isto',
  past: /(?<![\p{L}\p{N}])(?:gastei|gastamos|gastou|paguei|pagamos|pagou|comprei|compramos|recebi|recebemos|ganhei|ganhamos|custou|entrou)(?![\p{L}\p{N}])/u,
  other: `lembr\\p{L}+|avis[ae]|alert[ae]|me diga|poup\\p{L}+|economiz\\p{L}+|guardar|juntar|meta|orcamento|limite|maximo|no maximo|nao mais (?:de|que)|ate \\d\\S*|se|alarme|despertador`,
  pays: `(?:eu |nos )?(?:pago|gasto|transfiro|dou)`,
  earns: `(?:eu |nos )?(?:recebo|ganho)|me pagam|nos pagam`,
};

export const recurringPatterns: Readonly<Record<Language, RecurringPatterns>> = { en, es, de, fr, pt };
