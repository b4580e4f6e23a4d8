/** English. */

import type { Words } from './words.ts';

const entries = (count: number) => (count === 1 ? '1 entry' : `${count} entries`);
const on = (subject: string | null) => (subject === null ? '' : ` on ${subject}`);
const every = { weekly: 'a week', monthly: 'a month', yearly: 'a year' } as const;

export const en: Words = {
  locale: 'en',
  periods: {
    today: 'today',
    yesterday: 'yesterday',
    'this week': 'this week',
    'last week': 'last week',
    'this month': 'this month',
    'last month': 'last month',
    'this quarter': 'this quarter',
    'last quarter': 'last quarter',
    'this year': 'this year',
    'last year': 'last year',
    'all time': 'in all',
  },
  dated: {
    day: (date) => `on ${date}`,
    month: (date) => `in ${date}`,
    year: (date) => `in ${date}`,
    range: (date) => `from ${date.replace(/\s*[–—-]\s*/u, ' to ')}`,
  },
  category: (name) => name,

  recorded: (what, count) => (count === 1 ? `Recorded ${what}.` : `Recorded ${entries(count)}:\n${what}`),
  income: 'income',
  refund: 'refund',
  monthSoFar: (category, amount) => `${capital(category)} this month: ${amount}.`,
  budgetLeft: (category, spent, budget, left, period) =>
    `${capital(category)} ${period}: ${spent} of ${budget}, ${left} left.`,
  budgetPassed: (category, spent, budget, over, period) =>
    `${capital(category)} ${period}: ${spent} of ${budget}, ${over} over.`,
  changed: (before, after) => `Changed: ${before} → ${after}`,
  deleted: (what, count) => (count === 1 ? `Deleted ${what}.` : `Deleted ${entries(count)}:\n${what}`),
  undone: (what) => `Undone: ${what}`,
  redone: (what) => `Done again: ${what}`,
  budgetChange: (name) => `the budget for ${name}`,
  categoryChange: (name) => `the category ${name}`,
  preferencesChange: 'your settings',
  ledgerCurrency: (currency) => `This ledger adds up in ${currency}.`,
  entryRemoved: (entry) => `${entry} is gone`,
  entryBack: (entry) => `${entry} is back`,

  spent: (amounts, subject, period, count) => `You spent ${amounts}${on(subject)} ${period} (${entries(count)}).`,
  received: (amounts, subject, period, count) =>
    `You received ${amounts}${subject === null ? '' : ` (${subject})`} ${period} (${entries(count)}).`,
  refunded: (amounts, subject, period, count) => `You got back ${amounts}${on(subject)} ${period} (${entries(count)}).`,
  gotBack: (amount, subject, period, count) =>
    `You got back ${amount} more than you spent${on(subject)} ${period} (${entries(count)}).`,
  nothing: (subject, period) => `Nothing recorded${on(subject)} ${period}.`,
  more: (count) => `… and ${count} more`,
  entriesHeading: (count, subject, period) => `${capital(entries(count))}${on(subject)}, ${period}:`,
  someEntriesHeading: (count, order, subject, period) =>
    `Your ${count === 1 ? order : `${count} ${order}`}${on(subject)}, ${period}:`,
  noEntries: 'No entries yet. Write something like “lunch 12.50”.',

  everySpending: 'all spending',
  budgetSet: (name, amount, period) => `Budget set: ${amount} for ${name} ${every[period]}.`,
  budgetRemoved: (name) => `The budget for ${name} is removed.`,
  noBudgets: 'No budgets yet. Write “budget 300 for dining a month” to set one.',
  budgetUncounted: (amounts) => `Not counted, in other currencies: ${amounts}.`,
  perDay: (amount, days) => (days === 1 ? `That is for today.` : `That is ${amount} a day for ${days} days.`),
  monthWithoutBudget: (spent, lastMonth) =>
    `You have spent ${spent} this month${lastMonth === null ? '' : `; by this day last month it was ${lastMonth}`}.`,

  categories: (expense, income) => `For spending: ${expense}.\nFor income: ${income}.`,
  categoryAdded: (name) => `Added the category ${name}.`,
  categoryRenamed: (from, to) => `${capital(from)} is called ${to} now.`,
  categoriesMerged: (from, into, count) => `Merged ${from} into ${into}: ${entries(count)} moved.`,
  exported: (count) => `Here are ${entries(count)} as a file.`,
  arrangedFollows: 'Your digests, reminders and recurring entries follow that clock.',
  preferences: (currency, timezone, language, weekday) =>
    `Your settings: ${currency}, ${timezone}, ${language}, weeks begin on ${weekday}.`,
  languageName: 'English',
  rateNoted: (rate, day) => `Noted: ${rate}${day === null ? '' : ` (as of ${day})`}.`,

  proposeRecording: (what) => `Shall I record ${what}?`,
  proposeChange: (before, after) => `Shall I change ${before} → ${after}?`,
  proposeDeletion: (what, count) =>
    count === 1 ? `Shall I delete ${what}?` : `Shall I delete these ${entries(count)}?\n${what}`,
  proposeBudget: (name, amount, period) => `Shall I set a budget of ${amount} for ${name} ${every[period]}?`,
  proposeBudgetRemoval: (name) => `Shall I remove the budget for ${name}?`,
  proposeMerge: (from, into, count) => `Shall I merge ${from} into ${into}? ${capital(entries(count))} would move.`,
  proposeRename: (from, to) => `Shall I rename ${from} to ${to}?`,
  proposeCategory: (name) => `Shall I add the category ${name}?`,
  proposeRate: (rate) => `Shall I note ${rate}?`,
  proposeOther: 'Shall I do that?',
  confirmHint: 'Answer yes or no within 10 minutes.',
  cancelled: 'Left as it was.',
  expired: 'That question is over 10 minutes old, so nothing was changed. Ask again and confirm.',
  overtaken: 'Things have changed since I asked, so nothing was done. Ask again and confirm.',
  settledAlready: 'That is settled already.',

  buttons: {
    edit: 'Edit',
    undo: 'Undo',
    redo: 'Redo',
    rows: 'Show rows',
    confirm: 'Confirm',
    cancel: 'Cancel',
    unlink: 'Unlink',
  },
  formTitle: 'Edit entry',
  formSubmit: 'Save',
  formLabels: { amount: 'Amount', merchant: 'Place', note: 'What for', category: 'Category', date: 'Day (YYYY-MM-DD)' },
  editPrompt: (entry) => `What should be different about ${entry}? Answer this message, like “13.50” or “yesterday”.`,
  messageDeleted: 'You deleted your message.',
  welcome: (currency, timezone) =>
    `I assume ${currency} and the time zone ${timezone}. To change that, write “my currency is USD” or “my time zone is America/New_York”.\nI’ll tell you when a budget runs out or something looks odd; write “alerts” to see and change that.`,
  greeting: (name) =>
    `Hello, I am Purser, and I keep this group’s budget. I listen only when spoken to: “${name} what did we spend this month?” or “${name} lunch 12.50”.`,
  linkCode: (code, minutes) =>
    `Your code is ${code}. Within ${minutes} minutes, send me “link ${code}” from your other account; both then share one ledger.`,
  linked: (count) =>
    `Linked: this account and your other one share one ledger now. ${entries(count)} came along. Write “unlink” to undo it.`,
  unlinked: (count) => `Unlinked: this account has its own ledger again. ${entries(count)} came back.`,
  entriesStaying: (count) =>
    `${capital(entries(count))} recorded since the link ${count === 1 ? 'stays' : 'stay'} in the other ledger.`,
  accountJoined: (platform, count) =>
    `A ${platform} account was linked to this one${count === 0 ? '' : `, and ${entries(count)} came along`}. Not you? Write “unlink”.`,
  otherUnlinked: (platforms, count) =>
    `Unlinked: the other account (${platforms}) has its own ledger again. ${entries(count)} went back with it.`,
  entriesStayingHere: (count) =>
    `${capital(entries(count))} that it recorded since ${count === 1 ? 'stays' : 'stay'} here.`,
  linkPrivately: 'Please do that in a direct message with me, so that nobody else sees the code.',

  emptyMessage: 'That message was empty. Write something like “lunch 12.50” or “how am I doing this month?”.',
  tooLong: (limit) =>
    `That message is too long for me. Send up to ${limit} characters at a time; nothing was recorded.`,
  failed: 'Something went wrong on my side, and nothing was changed by this message. Please send it again later.',
  stoppedEarly: 'That took more steps than I allow for one message; here is what I have so far.',
  figuresWithheld:
    'I could not back that answer up with your own entries, so I left it out. Ask about a period or category.',
  modelAway: '(The language model did not answer, so I worked offline.)',
  costReached: '(This month’s limit for the language model is reached, so I worked offline.)',
  nothingToCorrect: 'I found nothing of yours to correct there.',
  chartTitle: (subject, period) => (subject === null ? `Spending, ${period}` : `${capital(subject)}, ${period}`),
  budgetsTitle: 'Budgets',
};

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
