/** What questions of a certain shape are told by, for the languages that have them. As in the lexicons, folded text. */

import type { Language } from '../../language.ts';
import type { Pattern } from './lexicon.ts';

export interface QuestionPatterns {
  /** "days without spending". */
  readonly quietDays: Pattern;
  /** Before a count and a group: "top 3 days", "my most expensive month". */
  readonly top: Pattern;
  /** Before a group that is ranked by what stands later: "which three days … most". */
  readonly which: Pattern;
  readonly most: Pattern;
  readonly least: Pattern;
  readonly groups: Readonly<Record<'day' | 'month' | 'merchant' | 'category', Pattern>>;
  /** What a group ends in when several are asked for. */
  readonly several: Pattern;
  /** Empty, as all below, in a language without questions of the shape. */
  readonly average: Pattern;
  readonly per: Readonly<Record<'day' | 'week' | 'month', Pattern>>;
  /** One of what an average without a unit is of. */
  readonly purchase: Pattern;
  readonly howManyTimes: Pattern;
  /** "How many euros": a sum, no count. */
  readonly howMuchMoney: Pattern;
  /** Entries of any kind are counted. */
  readonly anyEntry: Pattern;
  /** Before what a question is about, where no preposition leads to it: "buy", "average". */
  readonly object: Pattern;
  /** Words that end it. */
  readonly stop: Pattern;
  /** Tells of money that came in: "get paid", "my paycheck". */
  readonly paidToMe: Pattern;
  readonly when: Pattern;
  readonly first: Pattern;
  readonly last: Pattern;
  /** One of all: "what was my largest expense". */
  readonly oneLargest: Pattern;
  readonly oneSmallest: Pattern;
}

const thing = 'expense|purchase|payment|entry|transaction|charge|bill';

const en: QuestionPatterns = {
  quietDays:
    '(?:how many )?days? (?:with ?out|with no|with zero) (?:any )?(?:spending|expenses?|purchases?|buying)|no[- ]spend(?:ing)? days?|days? (?:that )?i (?:did not|didn.?t) spend(?: anything| any money| money)?',
  top: '(?:the |my )?(?:top|most expensive|priciest|cheapest|costliest|least expensive|biggest spending|highest spending)',
  which: 'which|what',
  most: 'the most|most|highest|most expensive|priciest|costliest|biggest',
  least: 'least|least expensive|cheapest|lowest|smallest',
  groups: {
    day: 'spending days?|days?',
    month: 'spending months?|months?',
    merchant: 'merchants?|shops?|stores?|places?|vendors?',
    category: 'categories|category',
  },
  several: 's|ies',
  average: 'average|on average|avg|mean',
  per: {
    day: '(?:per|a|each|every) day|daily',
    week: '(?:per|a|each|every) week|weekly',
    month: '(?:per|a|each|every) month|monthly',
  },
  purchase: thing,
  howManyTimes:
    'how many times (?:did|have|do|was|were)|how often (?:did|have)|how many (?:coffees|lunches|dinners|taxis|rides|meals|trips|purchases|payments|expenses|entries|transactions)',
  howMuchMoney: 'how many (?:euros|dollars|pounds|yen)|(?:per|a|each|every) (?:day|week|month|year)',
  anyEntry: 'entries|transactions',
  object:
    'buy|bought|order|ordered|have|had|get|eat|drink|take|took|pay for|paid for|go to|visit|average|avg|mean|how many|first|last',
  stop: `a|an|the|my|i|do|did|is|was|per|each|every|in|on|at|for|of|to|this|last|so|ever|(?:${thing})s?|entries|times|spending|spend|cost|price|day|week|month|year`,
  paidToMe:
    'i (?:last )?(?:get |got )?paid|was i (?:last |first )?paid|get paid|got paid|pay ?che(?:ck|que)s?|salary|wages?|pay ?day|income',
  when: 'when (?:did|was)|what day did|on what day|which day did',
  first: 'first|first time',
  last: 'last|last time|most recently',
  oneLargest: `(?:what is|what was|whats|what s|show|show me|which was) (?:my |the )?(?:single )?(?:largest|biggest|highest|most expensive|priciest) (?:single )?(?:\\p{L}+ )?(?:${thing})`,
  oneSmallest: `(?:what is|what was|whats|what s|show|show me|which was) (?:my |the )?(?:single )?(?:smallest|lowest|cheapest|least expensive) (?:single )?(?:\\p{L}+ )?(?:${thing})`,
};

/** What the other languages have of them: rankings, and days without spending. */
const nothing = {
  average: '',
  per: { day: '', week: '', month: '' },
  purchase: '',
  howManyTimes: '',
  howMuchMoney: '',
  anyEntry: '',
  object: '',
  stop: '',
  paidToMe: '',
  when: '',
  first: '',
  last: '',
  oneLargest: '',
  oneSmallest: '',
};

const es: QuestionPatterns = {
  ...nothing,
  quietDays:
    '(?:cuantos )?días? (?:sin (?:ningun )?(?:gastos?|gastar(?: nada| dinero)?|compras?|comprar(?: nada)?)|(?:en )?que no (?:he gastado|gaste|gasto)(?: nada)?)',
  top: 'top(?: de)?',
  which: '(?:cuales (?:son|fueron) )?(?:los|las|mis)|(?:en )?que(?= (?:\\d|dos|tres|cuatro|cinco|diez))',
  most: 'mas car[oa]s|con (?:mas|mayor) gasto|(?:gaste|gasto|he gastado) (?:mas|el mas)|mas (?:gaste|gasto|he gastado)',
  least: 'mas barat[oa]s|menos car[oa]s|con menos gasto|(?:gaste|gasto|he gastado) menos|menos (?:gaste|gasto)',
  groups: {
    day: 'días?',
    month: 'mes(?:es)?',
    merchant: 'comercios?|tiendas?|establecimientos?|sitios?',
    category: 'categorías?',
  },
  several: 's',
};

const deMost = '(?:teuerste|größte|groesste|ausgabenstärkste|kostspieligste|hochste|höchste|wichtigste)[nrs]?';
const deLeast = '(?:billigste|günstigste|guenstigste|kleinste)[nrs]?';
const de: QuestionPatterns = {
  ...nothing,
  quietDays:
    '(?:wie ?viele )?tagen? (?:ohne (?:ausgaben?|einkaufe?|kosten|geld auszugeben|etwas auszugeben)|an denen ich nichts ausgegeben habe)',
  top: `top|(?:die|meine|der|mein) (?:${deMost}|${deLeast})|(?:die|meine)(?= (?:\\d{1,2}|zwei|drei|vier|fünf|zehn) (?:${deMost}|${deLeast}) )`,
  which: 'welche[nrs]?(?= (?:\\d|zwei|drei|vier|fünf|zehn))',
  most: 'am meisten',
  least: `am wenigsten|${deLeast}`,
  groups: {
    day: `(?:(?:${deMost}|${deLeast}) )?tag(?:en?)?`,
    month: `(?:(?:${deMost}|${deLeast}) )?monat(?:en?)?`,
    merchant: `(?:(?:${deMost}|${deLeast}) )?(?:händlern?|geschäften?|läden|laden)`,
    category: `(?:(?:${deMost}|${deLeast}) )?kategorien?`,
  },
  several: '(?:tag|monat|geschaft)e[n]?|kategorien|haendlern?|handlern?|laden',
};

const fr: QuestionPatterns = {
  ...nothing,
  quietDays:
    '(?:combien de )?jours? (?:sans (?:aucune? )?(?:depenses?|depenser|achats?|rien (?:depenser|acheter))|ou je n.ai rien depense)',
  top: 'top',
  which: '(?:quels|quelles) (?:sont|ont ete|etaient) (?:les|mes)|les|mes|quels(?= (?:\\d|deux|trois|quatre|cinq|dix))',
  most: 'les plus (?:chers?|cheres?|couteux|couteuses|depensiers)|(?:depense|depenses) le plus|le plus (?:depense|d.argent)',
  least: 'les moins (?:chers?|cheres?|couteux|couteuses)|le moins (?:depense|d.argent)|depense le moins',
  groups: {
    day: '(?:des )?jours?',
    month: '(?:des )?mois',
    merchant: '(?:des )?(?:commerçants?|commerces?|magasins?|marchands?)',
    category: '(?:des )?catégories?',
  },
  several: 's',
};

const pt: QuestionPatterns = {
  ...nothing,
  quietDays:
    '(?:quantos )?dias? (?:sem (?:nenhum )?(?:gastos?|despesas?|gastar(?: nada| dinheiro)?|compras?|comprar(?: nada)?)|em que nao gastei(?: nada)?)',
  top: 'top(?: de)?',
  which:
    '(?:quais (?:sao|foram) )?(?:os|as|meus|minhas)(?: meus| minhas)?|(?:em )?(?:que|quais)(?= (?:\\d|dois|duas|tres|quatro|cinco|dez))',
  most: 'mais car[oa]s|com mais gastos?|com mais despesas?|(?:gastei|gasto) mais|mais (?:gastei|gasto)',
  least: 'mais barat[oa]s|menos car[oa]s|com menos gastos?|(?:gastei|gasto) menos|menos (?:gastei|gasto)',
  groups: {
    day: 'dias?',
    month: 'mes(?:es)?',
    merchant: 'lojas?|comerciantes?|estabelecimentos?|lugares',
    category: 'categorias?',
  },
  several: 's',
};

export const questionPatterns: Readonly<Record<Language, QuestionPatterns>> = { en, es, de, fr, pt };
