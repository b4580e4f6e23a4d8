/** Portuguese, as written in Brazil. */

import type { Words } from './words.ts';

const entries = (count: number) => (count === 1 ? '1 lançamento' : `${count} lançamentos`);
const on = (subject: string | null) => (subject === null ? '' : ` com ${subject}`);
const every = { weekly: 'por semana', monthly: 'por mês', yearly: 'por ano' } as const;

const categories: Readonly<Record<string, string>> = {
  groceries: 'supermercado',
  dining: 'restaurantes',
  transport: 'transporte',
  housing: 'moradia',
  utilities: 'contas da casa',
  health: 'saúde',
  entertainment: 'lazer',
  shopping: 'compras',
  travel: 'viagens',
  education: 'educação',
  subscriptions: 'assinaturas',
  insurance: 'seguros',
  'personal care': 'cuidados pessoais',
  gifts: 'presentes',
  pets: 'animais de estimação',
  family: 'família',
  fees: 'tarifas',
  taxes: 'impostos',
  other: 'outros',
  salary: 'salário',
  interest: 'juros',
  refund: 'reembolso',
  'other income': 'outras receitas',
};

const orders = { newest: 'últimos', oldest: 'primeiros', largest: 'maiores', smallest: 'menores' } as const;

export const pt: Words = {
  locale: 'pt',
  periods: {
    today: 'hoje',
    yesterday: 'ontem',
    'this week': 'esta semana',
    'last week': 'na semana passada',
    'this month': 'este mês',
    'last month': 'no mês passado',
    'this quarter': 'este trimestre',
    'last quarter': 'no trimestre passado',
    'this year': 'este ano',
    'last year': 'no ano passado',
    'all time': 'no total',
  },
  dated: {
    day: (date) => `em ${ordinal(date)}`,
    month: (date) => `em ${date}`,
    year: (date) => `em ${date}`,
    range: (date) =>
      `de ${date
        .split(/\s*[–—-]\s*/u)
        .map(ordinal)
        .join(' a ')}`,
  },
  category: (name) => (Object.hasOwn(categories, name) ? (categories[name] as string) : name),

  recorded: (what, count) => (count === 1 ? ended(`Anotado: ${what}`) : `${entries(count)} anotados:\n${what}`),
  income: 'receita',
  refund: 'reembolso',
  monthSoFar: (category, amount) => `${capital(category)}, este mês: ${amount}.`,
  budgetLeft: (category, spent, budget, left, period) =>
    `${capital(category)}, ${period}: ${spent} de ${budget}, ainda restam ${left}.`,
  budgetPassed: (category, spent, budget, over, period) =>
    `${capital(category)}, ${period}: ${spent} de ${budget}, ${over} acima.`,
  changed: (before, after) => `Alterado: ${before} → ${after}`,
  deleted: (what, count) => (count === 1 ? ended(`Apagado: ${what}`) : `${entries(count)} apagados:\n${what}`),
  undone: (what) => `Desfeito: ${what}`,
  redone: (what) => `Refeito: ${what}`,
  budgetChange: (name) => `o orçamento para ${name}`,
  categoryChange: (name) => `a categoria “${name}”`,
  preferencesChange: 'suas configurações',
  ledgerCurrency: (currency) => `Este livro soma em ${currency}.`,
  entryRemoved: (entry) => `${entry} não está mais aqui`,
  entryBack: (entry) => `${entry} está de volta`,

  spent: (amounts, subject, period, count) => `Você gastou ${amounts}${on(subject)} ${period} (${entries(count)}).`,
  received: (amounts, subject, period, count) =>
    `Você recebeu ${amounts}${subject === null ? '' : ` de ${subject}`} ${period} (${entries(count)}).`,
  refunded: (amounts, subject, period, count) =>
    `Você recebeu de volta ${amounts}${on(subject)} ${period} (${entries(count)}).`,
  gotBack: (amount, subject, period, count) =>
    `Você recebeu de volta ${amount} a mais do que gastou${on(subject)}, ${period} (${entries(count)}).`,
  nothing: (subject, period) => ended(`Nada anotado${on(subject)} ${period}`),
  more: (count) => `… e mais ${count}`,
  entriesHeading: (count, subject, period) =>
    `${entries(count)}${subject === null ? '' : ` de ${subject}`}, ${period}:`,
  someEntriesHeading: (count, order, subject, period) =>
    `Seus ${count} ${orders[order]} lançamentos${on(subject)}, ${period}:`,
  noEntries: 'Ainda não há lançamentos. Escreva algo como “almoço 12,50”.',

  everySpending: 'todos os gastos',
  budgetSet: (name, amount, period) => `Orçamento definido: ${amount} ${every[period]} para ${name}.`,
  budgetRemoved: (name) => `O orçamento para ${name} foi removido.`,
  noBudgets: 'Ainda não há orçamentos. Para definir um, escreva “orçamento de 300 por mês para restaurantes”.',
  budgetUncounted: (amounts) => `Fora da conta, em outras moedas: ${amounts}.`,
  perDay: (amount, days) => (days === 1 ? 'É o que resta para hoje.' : `São ${amount} por dia durante ${days} dias.`),
  monthWithoutBudget: (spent, lastMonth) =>
    `Você gastou ${spent} este mês${lastMonth === null ? '' : `; no mês passado, até este dia, eram ${lastMonth}`}.`,

  categories: (expense, income) => `Para gastos: ${expense}.\nPara receitas: ${income}.`,
  categoryAdded: (name) => `Adicionei a categoria “${name}”.`,
  categoryRenamed: (from, to) => `A categoria “${from}” agora se chama “${to}”.`,
  categoriesMerged: (from, into, count) =>
    `Juntei “${from}” com “${into}”: ${entries(count)} ${count === 1 ? 'movido' : 'movidos'}.`,
  exported: (count) => `Aqui ${count === 1 ? 'está' : 'estão'} ${entries(count)} em um arquivo.`,
  arrangedFollows: 'Seus resumos, lembretes e lançamentos recorrentes seguem esse horário.',
  preferences: (currency, timezone, language, weekday) =>
    // The weekdays that end in "-feira" are feminine; sábado and domingo are not.
    `Suas configurações: ${currency}, ${timezone}, ${language}, a semana começa ${weekday.endsWith('feira') ? 'na' : 'no'} ${weekday}.`,
  languageName: 'português',
  rateNoted: (rate, day) => `Anotado: ${rate}${day === null ? '' : ` (data: ${day})`}.`,

  proposeRecording: (what) => `Posso anotar ${what}?`,
  proposeChange: (before, after) => `Posso alterar ${before} → ${after}?`,
  proposeDeletion: (what, count) =>
    count === 1 ? `Posso apagar ${what}?` : `Posso apagar estes ${entries(count)}?\n${what}`,
  proposeBudget: (name, amount, period) => `Posso definir um orçamento de ${amount} ${every[period]} para ${name}?`,
  proposeBudgetRemoval: (name) => `Posso remover o orçamento para ${name}?`,
  proposeMerge: (from, into, count) =>
    `Posso juntar “${from}” com “${into}”? ${entries(count)} ${count === 1 ? 'seria movido' : 'seriam movidos'}.`,
  proposeRename: (from, to) => `Posso mudar o nome de “${from}” para “${to}”?`,
  proposeCategory: (name) => `Crio a categoria ${name}?`,
  proposeRate: (rate) => `Anoto ${rate}?`,
  proposeOther: 'Posso fazer isso?',
  confirmHint: 'Responda sim ou não em até 10 minutos.',
  cancelled: 'Ficou como estava.',
  expired: 'Essa pergunta tem mais de 10 minutos, então não mudei nada. Peça de novo e confirme.',
  overtaken: 'Algo mudou desde a minha pergunta, então não fiz nada. Peça de novo e confirme.',
  settledAlready: 'Isso já está resolvido.',

  buttons: {
    edit: 'Editar',
    undo: 'Desfazer',
    redo: 'Refazer',
    rows: 'Ver lançamentos',
    confirm: 'Confirmar',
    cancel: 'Cancelar',
    unlink: 'Desvincular',
  },
  formTitle: 'Editar lançamento',
  formSubmit: 'Salvar',
  formLabels: { amount: 'Valor', merchant: 'Lugar', note: 'Para quê', category: 'Categoria', date: 'Dia (AAAA-MM-DD)' },
  editPrompt: (entry) => `O que deve mudar em ${entry}? Responda a esta mensagem, por exemplo “13,50” ou “ontem”.`,
  messageDeleted: 'Você apagou sua mensagem.',
  welcome: (currency, timezone) =>
    `Considero ${currency} e o fuso horário ${timezone}. Para mudar, escreva “minha moeda é USD” ou “meu fuso horário é America/Sao_Paulo”.\nAviso quando um orçamento está acabando ou algo parece estranho; escreva “avisos” para ver e mudar isso.`,
  greeting: (name) =>
    `Olá, sou o Purser e cuido do orçamento deste grupo. Só escuto quando falam comigo: “${name} quanto gastamos este mês?” ou “${name} almoço 12,50”.`,
  linkCode: (code, minutes) =>
    `Seu código é ${code}. Em ${minutes} minutos, envie “link ${code}” da sua outra conta; as duas vão compartilhar um só livro.`,
  linked: (count) =>
    `Contas vinculadas: agora as duas compartilham um só livro. ${entries(count)} vieram junto. Escreva “unlink” para desfazer.`,
  unlinked: (count) => `Contas separadas: esta tem de novo o próprio livro. ${entries(count)} voltaram.`,
  entriesStaying: (count) => `${count === 1 ? 'Fica' : 'Ficam'} no outro livro ${entries(count)} desde a vinculação.`,
  accountJoined: (platform, count) =>
    `Uma conta do ${platform} foi vinculada a esta${count === 0 ? '' : `, com ${entries(count)}`}. Não foi você? Escreva “unlink”.`,
  otherUnlinked: (platforms, count) =>
    `Contas separadas: a outra (${platforms}) tem de novo o próprio livro. ${count === 1 ? 'Foi' : 'Foram'} com ela ${entries(count)}.`,
  entriesStayingHere: (count) => `${count === 1 ? 'Fica' : 'Ficam'} aqui ${entries(count)} desde a vinculação.`,
  linkPrivately: 'Faça isso em uma mensagem direta comigo, para que ninguém mais veja o código.',

  emptyMessage: 'A mensagem veio vazia. Escreva algo como “almoço 12,50” ou “como estou este mês?”.',
  tooLong: (limit) => `Essa mensagem é longa demais para mim. Envie até ${limit} caracteres por vez; não anotei nada.`,
  failed: 'Algo deu errado do meu lado, e esta mensagem não mudou nada. Envie de novo mais tarde, por favor.',
  stoppedEarly: 'Isso levou mais passos do que eu me permito por mensagem; aqui está o que tenho até agora.',
  figuresWithheld:
    'Não consegui apoiar essa resposta nos seus lançamentos, então deixei de fora. Pergunte por um período ou uma categoria.',
  modelAway: '(O modelo de linguagem não respondeu, então trabalhei offline.)',
  costReached: '(O limite deste mês para o modelo de linguagem foi atingido, então trabalhei offline.)',
  nothingToCorrect: 'Não encontrei nada seu para corrigir aí.',
  chartTitle: (subject, period) => `${subject === null ? 'Gastos' : capital(subject)}, ${period}`,
  budgetsTitle: 'Orçamentos',
};

/** The first of a month is the only day with an ordinal: "1º de out." */
function ordinal(date: string): string {
  return date.replace(/^1(?!\d)/, '1º');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** With a full stop, where an abbreviated month has not brought one. */
function ended(text: string): string {
  return text.endsWith('.') ? text : `${text}.`;
}
