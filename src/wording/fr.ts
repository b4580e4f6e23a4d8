/** French. The narrow no-break space (U+202F) goes before : ; ? ! and inside « ». */

import type { Words } from './words.ts';

const entries = (count: number) => (count < 2 ? `${count} opération` : `${count} opérations`);
const every = { weekly: 'par semaine', monthly: 'par mois', yearly: 'par an' } as const;

const categories: Readonly<Record<string, string>> = {
  groceries: 'courses',
  dining: 'restaurants',
  transport: 'transports',
  housing: 'logement',
  utilities: 'factures',
  health: 'santé',
  entertainment: 'loisirs',
  shopping: 'achats',
  travel: 'voyages',
  education: 'éducation',
  subscriptions: 'abonnements',
  insurance: 'assurances',
  'personal care': 'soins personnels',
  gifts: 'cadeaux',
  pets: 'animaux',
  family: 'famille',
  fees: 'frais',
  taxes: 'impôts',
  other: 'divers',
  salary: 'salaire',
  interest: 'intérêts',
  refund: 'remboursement',
  'other income': 'autres revenus',
};

const orders = { newest: 'dernières', oldest: 'premières', largest: 'plus grosses', smallest: 'plus petites' } as const;

export const fr: Words = {
  locale: 'fr',
  periods: {
    today: 'aujourd’hui',
    yesterday: 'hier',
    'this week': 'cette semaine',
    'last week': 'la semaine dernière',
    'this month': 'ce mois-ci',
    'last month': 'le mois dernier',
    'this quarter': 'ce trimestre',
    'last quarter': 'le trimestre dernier',
    'this year': 'cette année',
    'last year': 'l’année dernière',
    'all time': 'au total',
  },
  dated: {
    day: (date) => `le ${ordinal(date)}`,
    month: (date) => `en ${date}`,
    year: (date) => `en ${date}`,
    range: (date) =>
      `du ${date
        .split(/\s*[–—-]\s*/u)
        .map(ordinal)
        .join(' au ')}`,
  },
  category: (name) => (Object.hasOwn(categories, name) ? (categories[name] as string) : name),

  recorded: (what, count) =>
    count === 1 ? ended(`C’est noté\u202f: ${what}`) : `${entries(count)} notées\u202f:\n${what}`,
  income: 'revenu',
  refund: 'remboursement',
  monthSoFar: (category, amount) => `${capital(category)}, ce mois-ci\u202f: ${amount}.`,
  budgetLeft: (category, spent, budget, left, period) =>
    `${capital(category)}, ${period}\u202f: ${spent} sur ${budget}, il reste ${left}.`,
  budgetPassed: (category, spent, budget, over, period) =>
    `${capital(category)}, ${period}\u202f: ${spent} sur ${budget}, soit ${over} de plus.`,
  changed: (before, after) => `Modifié\u202f: ${before} → ${after}`,
  deleted: (what, count) =>
    count === 1 ? ended(`Supprimé\u202f: ${what}`) : `${entries(count)} supprimées\u202f:\n${what}`,
  undone: (what) => `Annulé\u202f: ${what}`,
  redone: (what) => `Rétabli\u202f: ${what}`,
  budgetChange: (name) => `le budget ${quoted(name)}`,
  categoryChange: (name) => `la catégorie ${quoted(name)}`,
  preferencesChange: 'tes réglages',
  ledgerCurrency: (currency) => `Ce livre fait ses totaux en ${currency}.`,
  entryRemoved: (entry) => `${entry} n’est plus là`,
  entryBack: (entry) => `${entry} est de retour`,

  spent: (amounts, subject, period, count) =>
    `${subject === null ? 'Tu' : `${capital(subject)}\u202f: tu`} as dépensé ${amounts} ${period} (${entries(count)}).`,
  received: (amounts, subject, period, count) =>
    `${subject === null ? 'Tu' : `${capital(subject)}\u202f: tu`} as reçu ${amounts} ${period} (${entries(count)}).`,
  refunded: (amounts, subject, period, count) =>
    `${subject === null ? 'On' : `${capital(subject)}\u202f: on`} t’a remboursé ${amounts} ${period} (${entries(count)}).`,
  gotBack: (amount, subject, period, count) =>
    `${subject === null ? '' : `${capital(subject)}\u202f: `}tu as récupéré ${amount} de plus que tu n’as dépensé, ${period} (${entries(count)}).`,
  nothing: (subject, period) =>
    ended(`${subject === null ? 'Rien' : `${capital(subject)}\u202f: rien`} de noté ${period}`),
  more: (count) => `… et ${count} de plus`,
  entriesHeading: (count, subject, period) =>
    `${entries(count)}${subject === null ? '' : ` (${subject})`}, ${period}\u202f:`,
  someEntriesHeading: (count, order, subject, period) =>
    `Tes ${count} ${orders[order]} opérations${subject === null ? '' : ` (${subject})`}, ${period}\u202f:`,
  noEntries: 'Aucune opération pour l’instant. Écris par exemple «\u202fdéjeuner 12,50\u202f».',

  everySpending: 'toutes les dépenses',
  budgetSet: (name, amount, period) => `Budget ${quoted(name)} fixé\u202f: ${amount} ${every[period]}.`,
  budgetRemoved: (name) => `Le budget ${quoted(name)} est supprimé.`,
  noBudgets:
    'Aucun budget pour l’instant. Pour en fixer un, écris «\u202fbudget de 300 par mois pour les restaurants\u202f».',
  budgetUncounted: (amounts) => `Non compté, dans d’autres monnaies\u202f: ${amounts}.`,
  perDay: (amount, days) => (days === 1 ? 'C’est pour aujourd’hui.' : `Soit ${amount} par jour pendant ${days} jours.`),
  monthWithoutBudget: (spent, lastMonth) =>
    `Tu as dépensé ${spent} ce mois-ci${lastMonth === null ? '' : `\u202f; le mois dernier à la même date, c’était ${lastMonth}`}.`,

  categories: (expense, income) => `Pour les dépenses\u202f: ${expense}.\nPour les revenus\u202f: ${income}.`,
  categoryAdded: (name) => `J’ai ajouté la catégorie ${quoted(name)}.`,
  categoryRenamed: (from, to) => `La catégorie ${quoted(from)} s’appelle maintenant ${quoted(to)}.`,
  categoriesMerged: (from, into, count) =>
    `J’ai fusionné ${quoted(from)} avec ${quoted(into)}\u202f: ${entries(count)} ${count < 2 ? 'déplacée' : 'déplacées'}.`,
  exported: (count) => `Voici ${entries(count)} dans un fichier.`,
  arrangedFollows: 'Tes résumés, tes rappels et tes opérations récurrentes suivent cette heure.',
  preferences: (currency, timezone, language, weekday) =>
    `Tes réglages\u202f: ${currency}, ${timezone}, ${language}, la semaine commence le ${weekday}.`,
  languageName: 'français',
  rateNoted: (rate, day) => `Noté\u202f: ${rate}${day === null ? '' : ` (date\u202f: ${day})`}.`,

  proposeRecording: (what) => `Je note ${what}\u202f?`,
  proposeChange: (before, after) => `Je modifie ${before} → ${after}\u202f?`,
  proposeDeletion: (what, count) =>
    count === 1 ? `Je supprime ${what}\u202f?` : `Je supprime ces ${entries(count)}\u202f?\n${what}`,
  proposeBudget: (name, amount, period) => `Je fixe le budget ${quoted(name)} à ${amount} ${every[period]}\u202f?`,
  proposeBudgetRemoval: (name) => `Je supprime le budget ${quoted(name)}\u202f?`,
  proposeMerge: (from, into, count) =>
    `Je fusionne ${quoted(from)} avec ${quoted(into)}\u202f? ${entries(count)} ${count < 2 ? 'serait déplacée' : 'seraient déplacées'}.`,
  proposeRename: (from, to) => `Je renomme ${quoted(from)} en ${quoted(to)}\u202f?`,
  proposeCategory: (name) => `J’ajoute la catégorie ${name}\u202f?`,
  proposeRate: (rate) => `Je note ${rate}\u202f?`,
  proposeOther: 'Je le fais\u202f?',
  confirmHint: 'Réponds oui ou non dans les 10 minutes.',
  cancelled: 'Rien n’a changé.',
  expired: 'Cette question a plus de 10 minutes, je n’ai donc rien changé. Redemande-le et confirme.',
  overtaken: 'Quelque chose a changé depuis ma question, je n’ai donc rien fait. Redemande-le et confirme.',
  settledAlready: 'C’est déjà réglé.',

  // "Annuler" is both undo and cancel in French; under a question it could be read either way.
  buttons: {
    edit: 'Modifier',
    undo: 'Annuler',
    redo: 'Rétablir',
    rows: 'Voir les opérations',
    confirm: 'Confirmer',
    cancel: 'Ne rien changer',
    unlink: 'Séparer',
  },
  formTitle: 'Modifier l’opération',
  formSubmit: 'Enregistrer',
  formLabels: {
    amount: 'Montant',
    merchant: 'Lieu',
    note: 'Pour quoi',
    category: 'Catégorie',
    date: 'Jour (AAAA-MM-JJ)',
  },
  editPrompt: (entry) =>
    `Que faut-il changer à ${entry}\u202f? Réponds à ce message, par exemple «\u202f13,50\u202f» ou «\u202fhier\u202f».`,
  messageDeleted: 'Tu as supprimé ton message.',
  welcome: (currency, timezone) =>
    `Je pars de ${currency} et du fuseau horaire ${timezone}. Pour changer, écris «\u202fma monnaie est CHF\u202f» ou «\u202fmon fuseau horaire est Europe/Zurich\u202f».\nJe te préviens quand un budget s’épuise ou que quelque chose sort de l’ordinaire\u202f; écris «\u202falertes\u202f» pour voir et changer cela.`,
  greeting: (name) =>
    `Bonjour, je suis Purser et je tiens le budget de ce groupe. Je n’écoute que si l’on me parle\u202f: «\u202f${name} combien avons-nous dépensé ce mois-ci\u202f?\u202f» ou «\u202f${name} déjeuner 12,50\u202f».`,
  linkCode: (code, minutes) =>
    `Ton code est ${code}. Dans les ${minutes} minutes, envoie-moi «\u202flink ${code}\u202f» depuis ton autre compte\u202f; les deux partageront un même livre.`,
  linked: (count) =>
    `Comptes liés\u202f: ils partagent maintenant un même livre. ${entries(count)} en plus. Écris «\u202funlink\u202f» pour revenir en arrière.`,
  unlinked: (count) => `Comptes séparés\u202f: celui-ci retrouve son propre livre. ${entries(count)} de retour.`,
  entriesStaying: (count) =>
    `${entries(count)} depuis la liaison ${count === 1 ? 'reste' : 'restent'} dans l’autre livre.`,
  accountJoined: (platform, count) =>
    `Un compte ${platform} a été lié à celui-ci${count === 0 ? '' : `, avec ${entries(count)}`}. Ce n’était pas toi\u202f? Écris «\u202funlink\u202f».`,
  otherUnlinked: (platforms, count) =>
    `Comptes séparés\u202f: l’autre (${platforms}) retrouve son propre livre, avec ${entries(count)}.`,
  entriesStayingHere: (count) => `${entries(count)} depuis la liaison ${count === 1 ? 'reste' : 'restent'} ici.`,
  linkPrivately: 'Fais-le dans un message direct avec moi, pour que personne d’autre ne voie le code.',

  emptyMessage:
    'Le message était vide. Écris par exemple «\u202fdéjeuner 12,50\u202f» ou «\u202foù j’en suis ce mois-ci\u202f?\u202f».',
  tooLong: (limit) =>
    `Ce message est trop long pour moi. Envoie jusqu’à ${limit} caractères à la fois\u202f; je n’ai rien noté.`,
  failed:
    'Quelque chose a mal tourné de mon côté, et ce message n’a rien changé. Renvoie-le un peu plus tard, s’il te plaît.',
  stoppedEarly: 'Il aurait fallu plus d’étapes que je n’en fais par message\u202f; voici ce que j’ai pour l’instant.',
  figuresWithheld:
    'Je n’ai pas pu appuyer cette réponse sur tes opérations, je l’ai donc laissée de côté. Demande une période ou une catégorie.',
  modelAway: '(Le modèle de langage n’a pas répondu, j’ai donc travaillé hors ligne.)',
  costReached: '(La limite de ce mois pour le modèle de langage est atteinte, j’ai donc travaillé hors ligne.)',
  nothingToCorrect: 'Je n’ai rien trouvé de toi à corriger ici.',
  chartTitle: (subject, period) => `${subject === null ? 'Dépenses' : capital(subject)}, ${period}`,
  budgetsTitle: 'Budgets',
};

function quoted(name: string): string {
  return `«\u202f${name}\u202f»`;
}

/** The first of a month is the only day with an ordinal: "1er oct." */
function ordinal(date: string): string {
  return date.replace(/^1(?!\d)/, '1er');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** With a full stop, where an abbreviated month has not brought one. */
function ended(text: string): string {
  return text.endsWith('.') ? text : `${text}.`;
}
