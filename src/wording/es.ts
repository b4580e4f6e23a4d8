/** Spanish. */

import type { Words } from './words.ts';

const entries = (count: number) => (count === 1 ? '1 movimiento' : `${count} movimientos`);
const on = (subject: string | null) => (subject === null ? '' : ` en ${subject}`);
const every = { weekly: 'a la semana', monthly: 'al mes', yearly: 'al año' } as const;

const categories: Readonly<Record<string, string>> = {
  groceries: 'supermercado',
  dining: 'restaurantes',
  transport: 'transporte',
  housing: 'vivienda',
  utilities: 'servicios',
  health: 'salud',
  entertainment: 'ocio',
  shopping: 'compras',
  travel: 'viajes',
  education: 'educación',
  subscriptions: 'suscripciones',
  insurance: 'seguros',
  'personal care': 'cuidado personal',
  gifts: 'regalos',
  pets: 'mascotas',
  family: 'familia',
  fees: 'comisiones',
  taxes: 'impuestos',
  other: 'otros',
  salary: 'sueldo',
  interest: 'intereses',
  refund: 'reembolso',
  'other income': 'otros ingresos',
};

const orders = { newest: 'últimos', oldest: 'primeros', largest: 'mayores', smallest: 'menores' } as const;

export const es: Words = {
  locale: 'es',
  periods: {
    today: 'hoy',
    yesterday: 'ayer',
    'this week': 'esta semana',
    'last week': 'la semana pasada',
    'this month': 'este mes',
    'last month': 'el mes pasado',
    'this quarter': 'este trimestre',
    'last quarter': 'el trimestre pasado',
    'this year': 'este año',
    'last year': 'el año pasado',
    'all time': 'en total',
  },
  dated: {
    day: (date) => `el ${date}`,
    month: (date) => `en ${date}`,
    year: (date) => `en ${date}`,
    range: (date) => `del ${date.replace(/\s*[–—-]\s*/u, ' al ')}`,
  },
  category: (name) => (Object.hasOwn(categories, name) ? (categories[name] as string) : name),

  recorded: (what, count) => (count === 1 ? ended(`Anotado: ${what}`) : `${entries(count)} anotados:\n${what}`),
  income: 'ingreso',
  refund: 'reembolso',
  monthSoFar: (category, amount) => `${capital(category)}, este mes: ${amount}.`,
  budgetLeft: (category, spent, budget, left, period) =>
    `${capital(category)}, ${period}: ${spent} de ${budget}, quedan ${left}.`,
  budgetPassed: (category, spent, budget, over, period) =>
    `${capital(category)}, ${period}: ${spent} de ${budget}, ${over} por encima.`,
  changed: (before, after) => `Cambiado: ${before} → ${after}`,
  deleted: (what, count) => (count === 1 ? ended(`Borrado: ${what}`) : `${entries(count)} borrados:\n${what}`),
  undone: (what) => `Deshecho: ${what}`,
  redone: (what) => `Rehecho: ${what}`,
  budgetChange: (name) => `el presupuesto para ${name}`,
  categoryChange: (name) => `la categoría «${name}»`,
  preferencesChange: 'tus ajustes',
  ledgerCurrency: (currency) => `Este libro suma en ${currency}.`,
  entryRemoved: (entry) => `${entry} ya no está`,
  entryBack: (entry) => `${entry} está de vuelta`,

  spent: (amounts, subject, period, count) => `Gastaste ${amounts}${on(subject)} ${period} (${entries(count)}).`,
  received: (amounts, subject, period, count) =>
    `Recibiste ${amounts}${subject === null ? '' : ` de ${subject}`} ${period} (${entries(count)}).`,
  refunded: (amounts, subject, period, count) =>
    `Te devolvieron ${amounts}${on(subject)} ${period} (${entries(count)}).`,
  gotBack: (amount, subject, period, count) =>
    `Has recuperado ${amount} más de lo que gastaste${on(subject)}, ${period} (${entries(count)}).`,
  nothing: (subject, period) => `${capital(period)} no hay nada anotado${on(subject)}.`,
  more: (count) => `… y ${count} más`,
  entriesHeading: (count, subject, period) =>
    `${entries(count)}${subject === null ? '' : ` de ${subject}`}, ${period}:`,
  someEntriesHeading: (count, order, subject, period) =>
    `Tus ${count} movimientos ${orders[order]}${on(subject)}, ${period}:`,
  noEntries: 'Todavía no hay movimientos. Escribe algo como «almuerzo 12,50».',

  everySpending: 'todos los gastos',
  budgetSet: (name, amount, period) => `Presupuesto fijado: ${amount} ${every[period]} para ${name}.`,
  budgetRemoved: (name) => `He quitado el presupuesto para ${name}.`,
  noBudgets: 'Todavía no hay presupuestos. Para fijar uno, escribe «presupuesto de 300 al mes para restaurantes».',
  budgetUncounted: (amounts) => `Sin contar, en otras monedas: ${amounts}.`,
  perDay: (amount, days) => (days === 1 ? 'Es lo que queda para hoy.' : `Son ${amount} al día durante ${days} días.`),
  monthWithoutBudget: (spent, lastMonth) =>
    `Este mes llevas ${spent} de gastos${lastMonth === null ? '' : `; el mes pasado, a estas alturas, eran ${lastMonth}`}.`,

  categories: (expense, income) => `Para gastos: ${expense}.\nPara ingresos: ${income}.`,
  categoryAdded: (name) => `He añadido la categoría «${name}».`,
  categoryRenamed: (from, to) => `La categoría «${from}» ahora se llama «${to}».`,
  categoriesMerged: (from, into, count) =>
    `He fusionado «${from}» con «${into}»: ${entries(count)} ${count === 1 ? 'trasladado' : 'trasladados'}.`,
  exported: (count) => `Aquí tienes ${entries(count)} en un archivo.`,
  arrangedFollows: 'Tus resúmenes, recordatorios y anotaciones periódicas siguen esa hora.',
  preferences: (currency, timezone, language, weekday) =>
    `Tus ajustes: ${currency}, ${timezone}, ${language}, la semana empieza el ${weekday}.`,
  languageName: 'español',
  rateNoted: (rate, day) => `Anotado: ${rate}${day === null ? '' : ` (fecha: ${day})`}.`,

  proposeRecording: (what) => `¿Anoto ${what}?`,
  proposeChange: (before, after) => `¿Cambio ${before} → ${after}?`,
  proposeDeletion: (what, count) => (count === 1 ? `¿Borro ${what}?` : `¿Borro estos ${entries(count)}?\n${what}`),
  proposeBudget: (name, amount, period) => `¿Fijo un presupuesto de ${amount} ${every[period]} para ${name}?`,
  proposeBudgetRemoval: (name) => `¿Quito el presupuesto para ${name}?`,
  proposeMerge: (from, into, count) =>
    `¿Fusiono «${from}» con «${into}»? ${count === 1 ? 'Se trasladaría' : 'Se trasladarían'} ${entries(count)}.`,
  proposeRename: (from, to) => `¿Cambio el nombre de «${from}» a «${to}»?`,
  proposeCategory: (name) => `¿Añado la categoría ${name}?`,
  proposeRate: (rate) => `¿Anoto ${rate}?`,
  proposeOther: '¿Lo hago?',
  confirmHint: 'Responde sí o no en los próximos 10 minutos.',
  cancelled: 'Queda como estaba.',
  expired: 'Esa pregunta tiene más de 10 minutos, así que no he cambiado nada. Vuelve a pedirlo y confirma.',
  overtaken: 'Algo ha cambiado desde que pregunté, así que no he hecho nada. Vuelve a pedirlo y confirma.',
  settledAlready: 'Eso ya está resuelto.',

  buttons: {
    edit: 'Editar',
    undo: 'Deshacer',
    redo: 'Rehacer',
    rows: 'Ver movimientos',
    confirm: 'Confirmar',
    cancel: 'Cancelar',
    unlink: 'Desvincular',
  },
  formTitle: 'Editar movimiento',
  formSubmit: 'Guardar',
  formLabels: {
    amount: 'Importe',
    merchant: 'Lugar',
    note: 'Para qué',
    category: 'Categoría',
    date: 'Día (AAAA-MM-DD)',
  },
  editPrompt: (entry) => `¿Qué debe cambiar en ${entry}? Responde a este mensaje, por ejemplo «13,50» o «ayer».`,
  messageDeleted: 'Has borrado tu mensaje.',
  welcome: (currency, timezone) =>
    `Supongo ${currency} y la zona horaria ${timezone}. Para cambiarlo, escribe «mi moneda es USD» o «mi zona horaria es America/Mexico_City».\nTe aviso cuando un presupuesto se agota o algo parece raro; escribe «avisos» para verlo y cambiarlo.`,
  greeting: (name) =>
    `Hola, soy Purser y llevo las cuentas de este grupo. Solo escucho cuando me hablan: «${name} ¿cuánto gastamos este mes?» o «${name} almuerzo 12,50».`,
  linkCode: (code, minutes) =>
    `Tu código es ${code}. En los próximos ${minutes} minutos, envíame «link ${code}» desde tu otra cuenta; las dos compartirán un mismo libro.`,
  linked: (count) =>
    `Vinculado: esta cuenta y la otra comparten ahora un mismo libro. ${entries(count)} se han sumado. Escribe «unlink» para deshacerlo.`,
  unlinked: (count) => `Desvinculado: esta cuenta vuelve a tener su propio libro. ${entries(count)} han vuelto.`,
  entriesStaying: (count) =>
    `${count === 1 ? 'Se queda' : 'Se quedan'} en el otro libro ${entries(count)} desde la vinculación.`,
  accountJoined: (platform, count) =>
    `Una cuenta de ${platform} se ha vinculado a esta${count === 0 ? '' : `, con ${entries(count)}`}. ¿No has sido tú? Escribe «unlink».`,
  otherUnlinked: (platforms, count) =>
    `Desvinculado: la otra cuenta (${platforms}) vuelve a tener su propio libro. ${count === 1 ? 'Se ha ido' : 'Se han ido'} con ella ${entries(count)}.`,
  entriesStayingHere: (count) =>
    `${count === 1 ? 'Se queda' : 'Se quedan'} aquí ${entries(count)} desde la vinculación.`,
  linkPrivately: 'Hazlo en un mensaje directo conmigo, para que nadie más vea el código.',

  emptyMessage: 'El mensaje llegó vacío. Escribe algo como «almuerzo 12,50» o «¿cómo voy este mes?».',
  tooLong: (limit) =>
    `Ese mensaje es demasiado largo para mí. Envía hasta ${limit} caracteres cada vez; no he anotado nada.`,
  failed: 'Algo ha fallado por mi parte y este mensaje no ha cambiado nada. Envíalo otra vez más tarde, por favor.',
  stoppedEarly: 'Eso llevó más pasos de los que me permito por mensaje; esto es lo que tengo por ahora.',
  figuresWithheld:
    'No he podido respaldar esa respuesta con tus movimientos, así que la he dejado fuera. Pregunta por un periodo o una categoría.',
  modelAway: '(El modelo de lenguaje no respondió, así que he trabajado sin conexión.)',
  costReached: '(El límite de este mes para el modelo de lenguaje se ha alcanzado, así que he trabajado sin conexión.)',
  nothingToCorrect: 'Ahí no he encontrado nada tuyo que corregir.',
  chartTitle: (subject, period) => (subject === null ? `Gastos, ${period}` : `${capital(subject)}, ${period}`),
  budgetsTitle: 'Presupuestos',
};

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** With a full stop, where an abbreviated month has not brought one. */
function ended(text: string): string {
  return text.endsWith('.') ? text : `${text}.`;
}
