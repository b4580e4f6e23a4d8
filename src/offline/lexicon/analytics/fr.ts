/** French. */

import type { AnalyticsPatterns } from '../analytics-patterns.ts';

const some = '(?:\\S+ ){0,4}?';
const expense =
  '(?:depenses?|paiements?|achats?|operations?|transactions?|prelevements?|debits?|frais|charges?|couts?)';
const odd = '(?:inhabituel(?:le)?s?|etranges?|bizarres?|suspecte?s?|anormale?s?|anormaux|insolites?|surprenante?s?)';
const good = '(?:bon|normal|correct|en ordre|voulu|ok)';

export const french: AnalyticsPatterns = {
  commands: {
    spending_trends: 'tendance, tendances, évolution, tendance des dépenses',
    year_over_year: 'comparaison annuelle, année sur année, d’une année sur l’autre',
    monthly_report: 'rapport, rapport mensuel, bilan mensuel, rapport du mois',
    find_unusual: 'anomalies, doublons, dépenses inhabituelles',
    find_recurring: 'récurrent, récurrents, récurrentes',
    forecast_spending: 'prévision, prévisions, projection, pronostic',
    goals: 'objectifs, mes objectifs, objectifs d’épargne',
  },
  told: {
    spending_trends: `tendances?|evolution (?:de|des|du|d'\\p{L}+)|comment (?:evoluent?|ont evolue|a evolue|evoluaient)|comment ${some}(?:evoluent?|evolue|progressent|progresse)|(?:augmentent|baissent|diminuent|montent|grimpent)(?:-elles|-ils)?|depenses? ${some}(?:augmente|augmentent|baisse|baissent|monte|diminuent)|de (?:plus en plus|moins en moins)|au fil du temps`,
    year_over_year:
      "d'une annee (?:sur|a) l'autre|annee (?:sur|apres) annee|comparaison annuelle|par rapport a l'(?:annee|an) (?:derniere|dernier|passee|precedente)|meme periode (?:de )?l'(?:annee|an) (?:derniere|dernier|passee)",
    monthly_report: `(?:rapport|bilan) mensuel|rapport (?:du mois|de|du|pour|d'\\p{L}+)|(?:fais|donne|montre|prepare|genere)\\p{L}*(?:-moi)? (?:un |le |mon )?rapport`,
    find_unusual: `(?:quelque chose|rien|quoi que ce soit) ${some}(?:d'inhabituel|d'anormal|d'etrange|de bizarre|de suspect|d'insolite|${odd})|${expense} (?:\\p{L}+ )?${odd}|${expense} en double|anomalies?|doublons?|(?:paye|debite|facture|preleve) ${some}(?:deux fois|en double)`,
    find_recurring: `(?:quels|mes|tous mes|les|liste\\p{L}*|montre\\p{L}*(?:-moi)?) (?:\\S+ ){0,2}?abonnements|combien d'abonnements|(?:${expense}|revenus?) (?:\\p{L}+ )?(?:recurrente?s?|fixes?|regulie?rs?|regulieres?|repetitive?s?)|recurrente?s?|(?:qu'est-ce que je (?:paie|paye)|que (?:paie|paye)-je) (?:tous les|chaque) mois`,
    forecast_spending: `previsions?|prevoi[rst]|projections?|predi(?:s|re|ctions?)|pronostics?|combien ${some}(?:vais-je|je vais|allons-nous|nous allons|on va|va-t-on) ${some}(?:depenser|payer)|combien (?:depenserai-je|je depenserai|depenserons-nous)|combien (?:va|vont) ${some}couter|combien ${some}couter(?:a|ont)|vais-je ${some}(?:manquer d'argent|etre a decouvert|finir le mois|boucler le mois|depenser)|a court d'argent`,
    goals: "objectifs?(?: d'epargne)?|(?:economiser|epargner|mettre de cote) [$€£]?\\d\\S*",
  },
  elsewhere:
    'meteo|pluie|neige|temps qu.il|bourse|bitcoin|foot(?:ball)?|match|loterie|loto|taux de change|rappelle|mode|police|appareil photo',
  month:
    "(?:comment (?:etait|ca s'est passe|s'est passee?|s'est deroulee?|va|se passe)|qu'est-ce qui s'est passe|que s'est-il passe|(?:le )?rapport(?: mensuel)?)(?: le| la| en| de| du| d'| pour| au| s'il te plait| stp)*",
  income: 'revenus?|salaires?|rentrees?',
  joined: '',
  nextMonths: '(\\d{1,2}|\\p{L}+) prochains mois',
  restOfYear: "(?:reste|fin) de l'annee",
  fine: {
    that: `(?:c'est|c'etait|tout est) (?:bien |tout a fait )?${good}(?: (?:ignore-le|ignore-la|ignore|laisse))?|ignore-(?:le|la)|ignore ca`,
    named: `(?:le |la |les |l')?(\\S.*?) (?:est|etait) ${good}|ignore (?:le |la |les |l')?(\\S.*)`,
  },
  goals: {
    noun: "objectifs?(?: d'epargne)?",
    set: "(?:economiser|epargner|mettre de cote) [$€£]?\\d\\S*|(?:mon|nouvel|un|autre) objectif(?: d'epargne)?",
    by: "d'ici(?: a| le| la| au)?|avant|pour|jusqu'en|jusqu'a|au plus tard en",
    within: '(?:en|dans|sous) (\\d{1,3}|\\p{L}+) (mois|semaines?|ans?|annees?)',
    steady: '(?:par|chaque) (?:mois|semaine|an|annee)|mensuellement',
    purpose: 'pour',
    remove: "(?:supprime|efface|enleve|retire|abandonne|annule)\\p{L}* (?:\\S+ ){0,3}?(?:\\p{L}')?objectifs?",
    named: "objectif(?: d'epargne)? (?:(?:pour|de|du|la|le|les|un|une|ma|mon) |l'|d')*(\\p{L}+)",
    nameless:
      "objectif|objectifs|d'epargne|épargne|epargne|mon|ma|mes|la|le|les|l'|un|une|de|du|d'|pour|est|je|veux|économiser|economiser|épargner|epargner|nouvel|où|ou|en|sont|mois|par|atteindre",
  },
  changes: null,
};
