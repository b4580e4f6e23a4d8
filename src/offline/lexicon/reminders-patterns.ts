/** How people ask to be reminded, and of what came of it, in each language. */

import type { Language } from '../../language.ts';
import type { Pattern } from './lexicon.ts';

export interface ReminderPatterns {
  /** Asks to be reminded, at the beginning of what is left when its times are taken out. */
  readonly remind: Pattern;
  /** Between that and what it is about. */
  readonly of: Pattern;
  /** A whole message that asks for the list. */
  readonly list: Pattern;
  /** Orders to end one, to leave its next time out, or to change its times; what is left behind says which one. */
  readonly stop: Pattern;
  readonly skip: Pattern;
  readonly change: Pattern;
  /** Says that something comes again, rather than what days are like: "every". */
  readonly each: Pattern;
}

export const reminderPatterns: Readonly<Record<Language, ReminderPatterns>> = {
  en: {
    remind: `remind (?:me|us)(?: again| please)?|(?:set|add|create|make|give me|put)(?: me| us)? (?:an? |the )?(?:new )?reminder|(?:new )?reminder|(?:please )?do(?:n't| not) let me forget`,
    of: `to|that|about|of|for|i (?:have|need) to|i must|saying`,
    list: `(?:(?:show|list|see)(?: me)?(?: all)?(?: of)?(?: my| the)? |all my |my |what |which |what are my |do i have (?:any )?|any )?(?:active )?reminders(?: (?:do i have|have i set|are (?:there|set|on|active)|list))?`,
    stop: `(?:stop|end|delete|remove|cancel|drop|clear|turn off|switch off|disable)(?: with)? (?:the |my |this |that )?reminders?(?: number)?|stop reminding (?:me|us)|do(?:n't| not) remind (?:me|us)(?: any ?more)?|no more reminders?`,
    skip: `(?:skip|leave out)(?: the| my)?(?: next)? reminder(?: number)?`,
    change: `(?:change|move|reschedule|shift|set)(?: the| my| that| this)? reminder(?: number)?`,
    each: `every|each`,
  },
  es: {
    remind: `recu[eé]rda(?:me|nos)|recordar?me|recordadme|acu[eé]rdame|hazme acordar|(?:pon|crea|a[nñ]ade|programa)(?:me)? un (?:nuevo )?recordatorio|(?:nuevo )?recordatorio|que no se me olvide`,
    of: `que (?:tengo que|debo)|que|de que|de|para|sobre|tengo que`,
    list: `(?:(?:muestra(?:me)?|ver|lista|dime|ens[eé][nñ]ame)(?: todos)?(?: mis| los)? |mis |qu[eé] |cu[aá]les son mis |tengo )?recordatorios(?: (?:tengo|hay))?`,
    stop: `(?:quita|borra|elimina|cancela|para|det[eé]n|desactiva|anula)(?: el| mi| este| ese)? recordatorios?(?: n[uú]mero)?|(?:deja de recordarme|no me recuerdes(?: m[aá]s)?|no m[aá]s recordatorios)`,
    skip: `(?:salta|s[aá]ltate|omite)(?: el| mi)?(?: pr[oó]ximo)? recordatorio(?: n[uú]mero)?`,
    change: `(?:cambia|mueve|pasa|modifica)(?: el| mi| este| ese)? recordatorio(?: n[uú]mero)?`,
    each: `cada|todos los|todas las`,
  },
  de: {
    remind: `erinner[e]? (?:mich|uns)(?: bitte| daran| noch mal)*|(?:stell|setz|mach|leg)e?(?: mir)?(?: bitte)? eine(?: neue)? erinnerung(?: an)?|(?:neue )?erinnerung|lass mich nicht vergessen`,
    of: `dass ich|dass|daran,? dass ich|daran|an das|an die|an den|an|zu|f[uü]r|ich muss`,
    list: `(?:(?:zeig(?:e)?(?: mir)?|liste)(?: alle)?(?: meine| die)? |alle |meine |welche )?erinnerungen(?: (?:habe ich|gibt es|sind an))?(?: an)?`,
    stop: `(?:l[oö]sch|beend|stopp|entfern|streich)e?(?: bitte)?(?: die| meine| diese)? erinnerung(?:en)?(?: nummer)?(?: an)?|erinnerung(?:en)?(?: an)?(?= .*(?:l[oö]schen|beenden|aus)$)|h[oö]r auf,? mich (?:daran )?zu erinnern|erinnere? mich nicht mehr(?: daran)?|keine erinnerung(?:en)? mehr`,
    skip: `(?:[uü]berspring|lass)e?(?: die)?(?: n[aä]chste)? erinnerung(?: nummer)?(?: an)?(?: aus)?`,
    change: `(?:[aä]nder|verschieb|verleg)e?(?: die| meine| diese)? erinnerung(?: nummer)?(?: an)?`,
    each: `jede[nrsm]?|alle|immer`,
  },
  fr: {
    remind: `(?:rappelle|rappelez|rappeler)[- ]?(?:moi|nous)|fais[- ]moi penser|(?:mets|cr[eé]e|ajoute|programme)(?:[- ]moi)? un (?:nouveau )?rappel|(?:nouveau )?rappel|ne me laisse pas oublier`,
    of: `que je dois|qu'il faut|que|de|d'|à|pour|il faut|je dois`,
    list: `(?:(?:montre(?:[- ]moi)?|affiche|liste|voir)(?: tous)?(?: mes| les)? |mes |quels sont mes |quels |j'ai des )?rappels(?: (?:ai-je|j'ai|actifs))?`,
    stop: `(?:supprime|arr[eê]te|annule|enl[eè]ve|efface|d[eé]sactive)(?: le| mon| ce| les| mes)? rappels?(?: num[eé]ro)?|arr[eê]te de me (?:le )?rappeler|ne me rappelle plus|plus de rappels?`,
    skip: `(?:saute|passe|ignore)(?: le| mon)?(?: prochain)? rappel(?: num[eé]ro)?`,
    change: `(?:change|d[eé]place|modifie|d[eé]cale|mets)(?: le| mon| ce) rappel(?: num[eé]ro)?`,
    each: `chaque|tous les|toutes les`,
  },
  pt: {
    remind: `(?:me )?lembr[ea](?:[- ](?:me|nos))?|(?:cri[ea]|coloca|coloque|p[oõ]e|adicion[ea])(?: um)?(?: novo)? lembrete|(?:novo )?lembrete|n[aã]o (?:me )?deix[ea](?: eu)? esquecer`,
    of: `que (?:eu )?(?:tenho que|preciso|devo)|de que|que|de|para|pra|sobre|tenho que`,
    list: `(?:(?:mostr[ea](?:[- ]me)?|ver|list[ea])(?: todos)?(?: os)?(?: meus)? |(?:os )?meus |quais (?:s[aã]o (?:os )?meus )?|que |tenho )?lembretes(?: (?:eu tenho|tenho|h[aá]))?`,
    stop: `(?:apag[ue]+|apaga|remov[ea]|exclu[ai]|cancel[ea]|par[ea]|tir[ea]|desativ[ea])(?: com)?(?: o| meu| este| esse| os| meus)* lembretes?(?: n[uú]mero)?|par[ea] de me lembrar|n[aã]o me lembre mais|chega de lembretes?`,
    skip: `(?:pul[ea]|salt[ea])(?: o| meu)?(?: pr[oó]ximo)? lembrete(?: n[uú]mero)?`,
    change: `(?:mud[ea]|alter[ea]|troc[ae]|troque|pass[ea])(?: o| meu| este| esse)* lembrete(?: n[uú]mero)?`,
    each: `tod[oa]s?|cada`,
  },
};
