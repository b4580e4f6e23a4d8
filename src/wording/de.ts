/** German. */

import type { Words } from './words.ts';

const entries = (count: number) => (count === 1 ? '1 Eintrag' : `${count} Einträge`);
const on = (subject: string | null) => (subject === null ? '' : ` für ${subject}`);
const every = { weekly: 'pro Woche', monthly: 'pro Monat', yearly: 'pro Jahr' } as const;

const categories: Readonly<Record<string, string>> = {
  groceries: 'Lebensmittel',
  dining: 'Restaurants',
  transport: 'Mobilität',
  housing: 'Wohnen',
  utilities: 'Nebenkosten',
  health: 'Gesundheit',
  entertainment: 'Freizeit',
  shopping: 'Shopping',
  travel: 'Reisen',
  education: 'Bildung',
  subscriptions: 'Abos',
  insurance: 'Versicherungen',
  'personal care': 'Körperpflege',
  gifts: 'Geschenke',
  pets: 'Haustiere',
  family: 'Familie',
  fees: 'Gebühren',
  taxes: 'Steuern',
  other: 'Sonstiges',
  salary: 'Gehalt',
  interest: 'Zinsen',
  refund: 'Erstattung',
  'other income': 'sonstige Einnahmen',
};

const orders = { newest: 'neuesten', oldest: 'ältesten', largest: 'größten', smallest: 'kleinsten' } as const;

export const de: Words = {
  locale: 'de',
  periods: {
    today: 'heute',
    yesterday: 'gestern',
    'this week': 'diese Woche',
    'last week': 'letzte Woche',
    'this month': 'diesen Monat',
    'last month': 'letzten Monat',
    'this quarter': 'dieses Quartal',
    'last quarter': 'letztes Quartal',
    'this year': 'dieses Jahr',
    'last year': 'letztes Jahr',
    'all time': 'insgesamt',
  },
  dated: {
    day: (date) => `am ${date}`,
    month: (date) => `im ${date}`,
    year: (date) => `im Jahr ${date}`,
    range: (date) => `vom ${date.replace(/\s*[–—-]\s*/u, ' bis ')}`,
  },
  category: (name) => (Object.hasOwn(categories, name) ? (categories[name] as string) : name),

  recorded: (what, count) => (count === 1 ? ended(`Eingetragen: ${what}`) : `${entries(count)} eingetragen:\n${what}`),
  income: 'Einnahme',
  refund: 'Erstattung',
  monthSoFar: (category, amount) => `${capital(category)} diesen Monat: ${amount}.`,
  budgetLeft: (category, spent, budget, left, period) =>
    `${capital(category)} ${period}: ${spent} von ${budget}, noch ${left} übrig.`,
  budgetPassed: (category, spent, budget, over, period) =>
    `${capital(category)} ${period}: ${spent} von ${budget}, ${over} darüber.`,
  changed: (before, after) => `Geändert: ${before} → ${after}`,
  deleted: (what, count) => (count === 1 ? ended(`Gelöscht: ${what}`) : `${entries(count)} gelöscht:\n${what}`),
  undone: (what) => `Rückgängig gemacht: ${what}`,
  redone: (what) => `Wiederhergestellt: ${what}`,
  budgetChange: (name) => `das Budget für ${name}`,
  categoryChange: (name) => `die Kategorie „${name}“`,
  preferencesChange: 'deine Einstellungen',
  ledgerCurrency: (currency) => `Dieses Buch rechnet in ${currency} zusammen.`,
  entryRemoved: (entry) => `${entry} ist nicht mehr da`,
  entryBack: (entry) => `${entry} ist wieder da`,

  // The period comes first: "im Jahr 2024 12,50 €" would run two figures together.
  spent: (amounts, subject, period, count) =>
    `${capital(period)} hast du ${amounts}${on(subject)} ausgegeben (${entries(count)}).`,
  received: (amounts, subject, period, count) =>
    `${capital(period)} hast du ${amounts} eingenommen (${subject === null ? '' : `${subject}, `}${entries(count)}).`,
  refunded: (amounts, subject, period, count) =>
    `${capital(period)} hast du ${amounts}${on(subject)} zurückbekommen (${entries(count)}).`,
  gotBack: (amount, subject, period, count) =>
    `Es kam ${amount} mehr zurück, als du${on(subject)} ausgegeben hast: ${period} (${entries(count)}).`,
  nothing: (subject, period) => `${capital(period)} ist nichts${on(subject)} eingetragen.`,
  more: (count) => `… und noch ${count}`,
  entriesHeading: (count, subject, period) =>
    `${entries(count)}${subject === null ? '' : ` zu ${subject}`}, ${period}:`,
  someEntriesHeading: (count, order, subject, period) =>
    `Deine ${count} ${orders[order]} Einträge${on(subject)}, ${period}:`,
  noEntries: 'Noch keine Einträge. Schreib zum Beispiel „Mittagessen 12,50“.',

  everySpending: 'alle Ausgaben',
  budgetSet: (name, amount, period) => `Budget gesetzt: ${amount} ${every[period]} für ${name}.`,
  budgetRemoved: (name) => `Das Budget für ${name} ist gelöscht.`,
  noBudgets: 'Noch keine Budgets. Schreib „Budget 300 für Restaurants im Monat“, um eins zu setzen.',
  budgetUncounted: (amounts) => `Nicht mitgezählt, in anderen Währungen: ${amounts}.`,
  perDay: (amount, days) => (days === 1 ? 'Das ist für heute.' : `Das sind ${amount} am Tag, ${days} Tage lang.`),
  monthWithoutBudget: (spent, lastMonth) =>
    `Du hast diesen Monat bisher ${spent} ausgegeben${lastMonth === null ? '' : `; letzten Monat waren es bis zu diesem Tag ${lastMonth}`}.`,

  categories: (expense, income) => `Für Ausgaben: ${expense}.\nFür Einnahmen: ${income}.`,
  categoryAdded: (name) => `Kategorie „${name}“ hinzugefügt.`,
  categoryRenamed: (from, to) => `Die Kategorie „${from}“ heißt jetzt „${to}“.`,
  categoriesMerged: (from, into, count) => `„${from}“ mit „${into}“ zusammengelegt: ${entries(count)} verschoben.`,
  exported: (count) => `Hier ${count === 1 ? 'ist' : 'sind'} ${entries(count)} als Datei.`,
  arrangedFollows: 'Deine Überblicke, Erinnerungen und wiederkehrenden Einträge richten sich danach.',
  preferences: (currency, timezone, language, weekday) =>
    `Deine Einstellungen: ${currency}, ${timezone}, ${language}, die Woche beginnt am ${weekday}.`,
  languageName: 'Deutsch',
  rateNoted: (rate, day) => `Notiert: ${rate}${day === null ? '' : ` (ab ${day})`}.`,

  proposeRecording: (what) => `Soll ich ${what} eintragen?`,
  proposeChange: (before, after) => `Soll ich das ändern: ${before} → ${after}?`,
  proposeDeletion: (what, count) =>
    count === 1 ? `Soll ich ${what} löschen?` : `Soll ich diese ${entries(count)} löschen?\n${what}`,
  proposeBudget: (name, amount, period) => `Soll ich ein Budget von ${amount} ${every[period]} für ${name} setzen?`,
  proposeBudgetRemoval: (name) => `Soll ich das Budget für ${name} löschen?`,
  proposeMerge: (from, into, count) =>
    `Soll ich „${from}“ mit „${into}“ zusammenlegen? ${entries(count)} ${count === 1 ? 'würde' : 'würden'} verschoben.`,
  proposeRename: (from, to) => `Soll ich „${from}“ in „${to}“ umbenennen?`,
  proposeCategory: (name) => `Soll ich die Kategorie ${name} anlegen?`,
  proposeRate: (rate) => `Soll ich ${rate} notieren?`,
  proposeOther: 'Soll ich das machen?',
  confirmHint: 'Antworte innerhalb von 10 Minuten mit Ja oder Nein.',
  cancelled: 'Es bleibt, wie es war.',
  expired: 'Diese Frage ist über 10 Minuten alt, darum ist nichts geändert. Frag noch einmal und bestätige dann.',
  overtaken:
    'Seit meiner Frage hat sich etwas geändert, darum ist nichts passiert. Frag noch einmal und bestätige dann.',
  settledAlready: 'Das ist schon erledigt.',

  buttons: {
    edit: 'Bearbeiten',
    undo: 'Rückgängig',
    redo: 'Wiederherstellen',
    rows: 'Einträge zeigen',
    confirm: 'Bestätigen',
    cancel: 'Abbrechen',
    unlink: 'Trennen',
  },
  formTitle: 'Eintrag bearbeiten',
  formSubmit: 'Speichern',
  formLabels: { amount: 'Betrag', merchant: 'Ort', note: 'Wofür', category: 'Kategorie', date: 'Tag (JJJJ-MM-TT)' },
  editPrompt: (entry) =>
    `Was soll bei ${entry} anders sein? Antworte auf diese Nachricht, etwa „13,50“ oder „gestern“.`,
  messageDeleted: 'Du hast deine Nachricht gelöscht.',
  welcome: (currency, timezone) =>
    `Ich rechne mit ${currency} und der Zeitzone ${timezone}. Zum Ändern schreib „meine Währung ist CHF“ oder „meine Zeitzone ist Europe/Zurich“.\nIch sage dir Bescheid, wenn ein Budget zur Neige geht oder etwas ungewöhnlich aussieht; mit „Meldungen“ siehst und änderst du das.`,
  greeting: (name) =>
    `Hallo, ich bin Purser und führe das Haushaltsbuch dieser Gruppe. Ich höre nur zu, wenn ihr mich ansprecht: „${name} was haben wir diesen Monat ausgegeben?“ oder „${name} Mittagessen 12,50“.`,
  linkCode: (code, minutes) =>
    `Dein Code ist ${code}. Schick mir innerhalb von ${minutes} Minuten „link ${code}“ von deinem anderen Konto; beide teilen dann ein Buch.`,
  linked: (count) =>
    `Verbunden: Dieses Konto und dein anderes teilen jetzt ein Buch. ${entries(count)} kamen mit. Mit „unlink“ machst du es rückgängig.`,
  unlinked: (count) => `Getrennt: Dieses Konto hat wieder sein eigenes Buch. ${entries(count)} kamen zurück.`,
  entriesStaying: (count) =>
    `${entries(count)} seit der Verbindung ${count === 1 ? 'bleibt' : 'bleiben'} im anderen Buch.`,
  accountJoined: (platform, count) =>
    `Ein ${platform}-Konto wurde mit diesem verbunden${count === 0 ? '' : `, ${entries(count)} ${count === 1 ? 'kam' : 'kamen'} mit`}. Warst du das nicht? Schreib „unlink“.`,
  otherUnlinked: (platforms, count) =>
    `Getrennt: Das andere Konto (${platforms}) hat wieder sein eigenes Buch. ${entries(count)} ${count === 1 ? 'ging' : 'gingen'} mit ihm zurück.`,
  entriesStayingHere: (count) => `${entries(count)} seit der Verbindung ${count === 1 ? 'bleibt' : 'bleiben'} hier.`,
  linkPrivately: 'Mach das bitte in einer Direktnachricht mit mir, damit sonst niemand den Code sieht.',

  emptyMessage:
    'Die Nachricht war leer. Schreib zum Beispiel „Mittagessen 12,50“ oder „Wie stehe ich diesen Monat da?“.',
  tooLong: (limit) =>
    `Diese Nachricht ist mir zu lang. Schick bis zu ${limit} Zeichen auf einmal; eingetragen ist nichts.`,
  failed:
    'Bei mir ist etwas schiefgegangen, und diese Nachricht hat nichts geändert. Bitte schick sie später noch einmal.',
  stoppedEarly: 'Das hat mehr Schritte gebraucht, als ich mir pro Nachricht erlaube; das habe ich bis jetzt.',
  figuresWithheld:
    'Diese Antwort konnte ich nicht mit deinen Einträgen belegen, darum habe ich sie weggelassen. Frag nach einem Zeitraum oder einer Kategorie.',
  modelAway: '(Das Sprachmodell hat nicht geantwortet, darum habe ich offline gearbeitet.)',
  costReached: '(Das Limit dieses Monats für das Sprachmodell ist erreicht, darum habe ich offline gearbeitet.)',
  nothingToCorrect: 'Da habe ich nichts von dir gefunden, was sich korrigieren lässt.',
  chartTitle: (subject, period) => `${subject === null ? 'Ausgaben' : capital(subject)} ${period}`,
  budgetsTitle: 'Budgets',
};

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** With a full stop, where an abbreviated month has not brought one. */
function ended(text: string): string {
  return text.endsWith('.') ? text : `${text}.`;
}
