/** What thresholds that people set themselves are told by: "tell me when I spend over 100". As in the lexicons, folded text. */

import type { Language } from '../../language.ts';
import type { Pattern } from './lexicon.ts';

export interface WatchPatterns {
  /** Begins a message that asks to be told of something: "tell me when". */
  readonly when: Pattern;
  /** Something is spent there, or is more than an amount. */
  readonly spending: Pattern;
  /** "in one go": no place and nothing bought. */
  readonly once: Pattern;
  readonly per: Readonly<Record<'day' | 'week' | 'month', Pattern>>;
  /** Before a shop, and before a category. */
  readonly at: Pattern;
  readonly on: Pattern;
  /** Ends a shop's or category's name. */
  readonly stop: Pattern;
  /** A whole message. */
  readonly list: Pattern;
  /** Begins a message that takes one back; a number, an amount or a name may follow. */
  readonly remove: Pattern;
  /** Before the number in the list. */
  readonly number: Pattern;
}

export const watchPatterns: Readonly<Record<Language, WatchPatterns>> = {
  en: {
    when: '(?:please )?(?:can you |could you )?(?:tell|warn|alert|notify|inform|ping|message|text)(?: me| us)? (?:when(?:ever)?|if|as soon as|once|every time|each time|any ?time|about (?:any|every|all)(?:thing)?|of (?:any|every|all)(?:thing)?)|let (?:me|us) know (?:when(?:ever)?|if|as soon as|once|every time|any ?time|about (?:any|every)(?:thing)?)|(?:add|set|make)(?: up)? an? (?:threshold|watch|alert)|watch (?:for|out for)|(?:alert|warn|notify) me (?:at|above|over|from)',
    spending:
      'spen[dt]|spending|pay|paid|buy|bought|cost|costs|expenses?|purchases?|payments?|transactions?|charges?|over|more than|above|exceeds?|exceeding|bigger than|larger than|goes|go|is|are|threshold',
    once: 'in one go|at once|in a single (?:purchase|payment|expense|transaction|go)|in one (?:purchase|payment|transaction|expense)|on one (?:thing|purchase)|at a time|in one|in total|in all|altogether|on a single (?:purchase|thing)',
    per: {
      day: 'a day|per day|each day|every day|daily|in (?:a|one) (?:single )?day|in a day',
      week: 'a week|per week|each week|every week|weekly|in (?:a|one) (?:single )?week|this week',
      month: 'a month|per month|each month|every month|monthly|in (?:a|one) (?:single )?month|this month',
    },
    at: 'at|in|from|with',
    on: 'on|for',
    stop: 'a|per|each|every|in|at|on|for|this|more|over|than|above|is|are|and|when|if|i|we|exceeds?|goes?|go|costs?|daily|weekly|monthly|please|again|anymore|any more|spending|expenses?|purchases?',
    list: '(?:show |list )?(?:me )?(?:my |the )?(?:watches|thresholds|spending (?:alerts|watches|thresholds))|(?:what|which) (?:thresholds|watches)(?: do i have| have i set| are there| are set)?|what do you watch(?: for)?(?: for me)?',
    remove:
      "(?:remove|delete|drop|cancel|forget|stop|end|clear)(?: the| my)? (?:threshold|watch|spending (?:alert|watch))|stop (?:watching|telling me (?:when|if)|warning me (?:when|if|about)|alerting me (?:when|if|about)|notifying me (?:when|if|about))|(?:don't|do not|no longer|never) (?:tell|warn|alert|notify) me (?:any ?more )?(?:when|if|about)|no longer watch",
    number: '(?:threshold|watch|number|no\\.?|#) ?',
  },
  es: {
    when: '(?:avisame|avisa|dime|alertame|notificame|informame|mandame un aviso|escribeme|adviertem?e|quiero (?:que me avises|saber)) (?:cuando|si|cada vez que|en cuanto|siempre que|de (?:todo|cualquier)(?: gasto| compra)?)|(?:pon|fija|anade) un (?:limite vigilado|aviso|umbral)',
    spending:
      'gast[eoa]s?|gastar|gaste|gastemos|pag[ueo]+s?|pague|compre|compro|cuest[ae]|gastos?|compras?|pagos?|mas de|supere|supera|pase|pasa|sea|sean|por encima de|mayor(?:es)? (?:de|que|a)',
    once: 'de una vez|de golpe|de una sola vez|en una (?:sola )?(?:compra|vez)|en un solo (?:gasto|pago)|en un gasto|en total',
    per: {
      day: 'al dia|por dia|cada dia|diarios?|en un (?:solo )?dia',
      week: 'a la semana|por semana|cada semana|semanal(?:es)?|en una (?:sola )?semana|esta semana',
      month: 'al mes|por mes|cada mes|mensual(?:es)?|en un (?:solo )?mes|este mes',
    },
    at: 'en|con|a',
    on: 'en|para|por',
    stop: 'al|a|por|cada|en|de|mas|supere|supera|sea|y|cuando|si|esta|este|para|con|que',
    list: '(?:muestra |muestrame |ver |lista )?(?:mis |los )?(?:limites vigilados|umbrales|limites propios)|que (?:limites|umbrales) (?:vigilas|tengo)|que vigilas',
    remove:
      '(?:quita|elimina|borra|cancela)(?: el| mi)? (?:limite vigilado|umbral|limite propio|aviso de)|deja de (?:vigilar|avisarme (?:cuando|si))|(?:ya )?no me avises (?:mas )?(?:cuando|si)|no vigiles mas',
    number: '(?:limite(?: vigilado| propio)?|umbral|numero|n\\.?º?|#) ?',
  },
  de: {
    when: '(?:sag|sage|melde|meld|schreib|schreibe|warn|warne|alarmiere|benachrichtige|informiere|gib)(?: mir| mich| dich| bitte| bescheid| mir bescheid| dich bei mir)*,? (?:wenn|falls|sobald|immer wenn|jedes ?mal,? wenn|bei (?:jeder|allen) (?:ausgaben?|kaufen|kauf))|(?:setz|setze|stell|stelle) eine schwelle|ich (?:will|mochte) (?:wissen|erfahren|horen),? (?:wenn|falls|sobald)',
    spending:
      'ausgebe|ausgeben|ausgegeben|zahle|bezahle|kaufe|kostet|koste|ausgaben?|kaufe|kauf|mehr als|uber|ubersteig(?:t|en)|uberschreit(?:e|et|en)|schwelle',
    once: 'auf einmal|auf einen schlag|in einem (?:kauf|zug|rutsch)|bei einem (?:einzigen )?(?:kauf|einkauf)|mit einer (?:einzigen )?(?:zahlung|ausgabe)|insgesamt|am stuck',
    per: {
      day: 'am tag|pro tag|jeden tag|taglich|an einem tag|je tag',
      week: 'in der woche|pro woche|jede woche|wochentlich|die woche|in einer woche|je woche|diese woche',
      month: 'im monat|pro monat|jeden monat|monatlich|den monat|in einem monat|je monat|diesen monat',
    },
    at: 'bei|beim|in|im',
    on: 'fur|an|beim|im',
    stop: 'am|pro|jeden?|in|im|bei|fur|mehr|uber|als|ausgebe|ausgeben|zahle|kaufe|und|wenn|die|der|taglich|wochentlich|monatlich|diese[nr]?|auf|ausgegeben|habe|kostet|nicht',
    list: '(?:zeig |zeige |liste )?(?:mir )?(?:meine |die )?(?:eigenen )?schwellen(?: an)?|welche schwellen (?:habe ich|gibt es)|worauf achtest du',
    remove:
      '(?:losch|losche|entfern|entferne|streich|streiche|beende|vergiss)(?: die| meine)? schwelle|(?:sag|sage|melde|meld|schreib|schreibe)(?: mir| dich)* nicht mehr,? (?:wenn|falls)|(?:achte|acht) nicht mehr auf',
    number: '(?:schwelle|nummer|nr\\.?|#) ?',
  },
  fr: {
    when: '(?:previens|avertis|alerte|previens|dis|signale|informe|notifie|ecris)(?:-moi|-le-moi| moi|-le)?(?: le)? (?:quand|si|des que|lorsque|chaque fois que|a chaque fois que|de toute)|(?:dis-le-moi|fais-moi savoir) (?:quand|si|des que|lorsque)|(?:mets|fixe|ajoute) un seuil|je veux (?:savoir|etre prevenue?) (?:quand|si)',
    spending:
      'depens(?:e|es|ais|ons|er)|paie|paye|achete|coute|depenses?|achats?|paiements?|plus de|depasse|superieure?s? a|au-dessus de|au dela de|au-dela de|seuil',
    once: "d'un coup|d'un seul coup|en une (?:seule )?fois|en un (?:seul )?(?:achat|paiement)|d'un trait|au total|en tout",
    per: {
      day: 'par jour|chaque jour|en une (?:seule )?journee|dans la journee|en un jour',
      week: 'par semaine|chaque semaine|en une (?:seule )?semaine|dans la semaine|cette semaine|hebdomadaires?',
      month: 'par mois|chaque mois|en un (?:seul )?mois|dans le mois|ce mois-ci|ce mois|mensuel(?:le)?s?',
    },
    at: 'chez|au|a la|a',
    on: 'en|pour|dans|sur|de',
    stop: "par|chaque|en|chez|plus|depasse|au|a|pour|et|quand|si|ce|cette|d'un|je|de",
    list: '(?:montre |affiche |liste )?(?:-moi )?(?:mes|les) seuils|quels seuils(?: ai-je| y a-t-il| sont fixes)?|que surveilles-tu',
    remove:
      '(?:supprime|enleve|retire|efface|annule|oublie)(?: le| mon)? seuil|(?:ne )?me previens plus (?:quand|si)|arrete de me prevenir (?:quand|si)|ne surveille plus',
    number: '(?:seuil|numero|n°|#) ?',
  },
  pt: {
    when: '(?:me avis[ea]|avis[ea](?:-me)?|me dig[ao]|dig[ao]|me alert[ea]|alert[ea](?:-me)?|me notifi(?:que|ca)|me inform[ea]|me fal[ea]|quero (?:saber|ser avisad[oa])|quero que me avise) (?:quando|se|sempre que|toda vez que|assim que|caso|de (?:todo|qualquer) (?:gasto|compra))|(?:defina|coloque|ponha) um limite vigiado',
    spending:
      'gast[aeou]r?|gastei|pag(?:o|ar|ue|uei)|compr(?:o|ar|e|ei)|cust[ae]r?|gastos?|compras?|pagamentos?|mais de|mais que|acima de|passar de|ultrapass(?:ar|e|a)|super(?:ar|e|a)|for|maior(?:es)? que',
    once: 'de uma vez|de uma so vez|de uma tacada|em uma (?:unica )?(?:compra|vez)|numa (?:unica )?(?:compra|vez)|num so gasto|no total|ao todo',
    per: {
      day: 'por dia|ao dia|cada dia|todo dia|em um (?:so |unico )?dia|num (?:so |unico )?dia|diarios?',
      week: 'por semana|na semana|cada semana|toda semana|em uma (?:so |unica )?semana|numa semana|semana(?:l|is)|esta semana',
      month: 'por mes|ao mes|cada mes|todo mes|em um (?:so |unico )?mes|num mes|mensa(?:l|is)|este mes|no mes',
    },
    at: 'na|no|em|nas|nos|com',
    on: 'em|com|para|no|na',
    stop: 'por|ao|cada|em|mais|for|passar|ultrapassar|e|quando|se|na|no|de|este|esta|todo|toda|com|que',
    list: '(?:mostre |mostra |liste |ver )?(?:os |meus )?(?:limites vigiados|limites proprios)|(?:quais|que) limites (?:eu tenho|voce acompanha|tenho)|o que voce (?:acompanha|vigia)',
    remove:
      '(?:tire|tira|remova|remove|apague|apaga|cancele|exclua)(?: o| meu)? limite(?: vigiado| proprio)?|(?:nao me avise|pare de (?:me )?avisar|nao avise) (?:mais )?(?:quando|se)|nao (?:vigie|acompanhe) mais',
    number: '(?:limite(?: vigiado| proprio)?|numero|n\\.?º?|#) ?',
  },
};
