/** The few sentences that the offline model says itself. */

import type { Language } from '../language.ts';

export interface Phrases {
  readonly notUnderstood: string;
  /** A question that the records can't answer. */
  readonly cantAnswer: string;
  /** Something that did not happen yet: nothing is recorded. */
  readonly notRecorded: string;
  readonly tooLong: string;
  /** An amount of zero or below, with what to write: `what` is what was bought, perhaps empty. */
  readonly notAboveZero: (amount: string, what: string) => string;
  /** A number that means two things to two people. */
  readonly twoReadings: (written: string, small: string, large: string) => string;
  /** More entries than one word can mean are to be deleted. */
  readonly deleteMany: string;
  readonly notFound: string;
  readonly cantHere: string;
  readonly help: string;
  readonly greeting: string;
  readonly thanks: string;
}

export const phrases: Readonly<Record<Language, Phrases>> = {
  en: {
    notUnderstood:
      'I did not get that, and recorded nothing. Try “lunch 12.50” or “what did I spend on groceries last month?”.',
    cantAnswer:
      'I only know what you record here. Try “how much did I spend this month?” or “show my last five entries”.',
    notRecorded:
      'I recorded nothing, since that does not read like something already paid. Try “taxi 8 yesterday” or “how am I doing this month?”.',
    tooLong:
      'That is too long for me to read at once, so nothing was recorded. Send up to 25 entries a message, like “lunch 12.50, taxi 8”.',
    notAboveZero: (amount, what) =>
      `An amount has to be above zero, so nothing was recorded. Write “${what || 'coffee'} ${positive(amount)}”; for money you got back, “refund ${positive(amount)} ${what || 'coffee'}”.`,
    twoReadings: (written, small, large) =>
      `${written} can be read in two ways, so nothing was recorded. Write ${small} or ${large}.`,
    deleteMany:
      'I never delete everything at one word, so nothing was deleted. Say “show my last 5 entries”, then “delete the last 5”, or reply “delete” to my message about an entry.',
    notFound: 'I could not tell which entry you mean. Reply to my message about it, or say “change the last one to 9”.',
    cantHere: 'That can’t be done here. Try “help” to see what can.',
    help: 'No language model is connected, so I read messages by fixed rules.\nRecord: “lunch 12.50, taxi 8 yesterday”, “got paid 2500”.\nCorrect: “no, it was 15”, “make that groceries”, “undo”, “delete the last one”.\nAsk: “what did I spend on groceries in October?”, “show my last five entries”, “chart it”.\nBudgets: “budget 300 for dining a month”, “how am I doing?”.\nReminders: “remind me to log cash every evening at 9”, “every Friday at 6 how much did I spend this week?”.\nAlso: “export csv”, “my currency is EUR”.',
    greeting: 'Hello! Tell me what you spent, like “lunch 12.50”, or ask “how much this month?”.',
    thanks: 'You are welcome!',
  },
  es: {
    notUnderstood:
      'No lo he entendido y no he anotado nada. Prueba con «almuerzo 12,50» o «¿cuánto gasté en supermercado el mes pasado?».',
    cantAnswer:
      'Solo sé lo que anotas aquí. Prueba con «¿cuánto gasté este mes?» o «muestra mis últimos cinco gastos».',
    notRecorded:
      'No he anotado nada, porque no parece algo ya pagado. Prueba con «taxi 8 ayer» o «¿cómo voy este mes?».',
    tooLong:
      'Es demasiado largo para leerlo de una vez; no he anotado nada. Envía hasta 25 gastos por mensaje, como «almuerzo 12,50, taxi 8».',
    notAboveZero: (amount, what) =>
      `El importe tiene que ser mayor que cero; no he anotado nada. Escribe «${what || 'café'} ${positive(amount)}»; si te han devuelto dinero, «reembolso ${positive(amount)} ${what || 'café'}».`,
    twoReadings: (written, small, large) =>
      `${written} se puede leer de dos maneras; no he anotado nada. Escribe ${small} o ${large}.`,
    deleteMany:
      'No borro todo con una sola palabra; no he borrado nada. Di «muestra mis últimos 5 gastos» y luego «borra los últimos 5».',
    notFound: 'No sé a qué apunte te refieres. Responde a mi mensaje sobre él o di «cambia el último a 9».',
    cantHere: 'Eso no se puede hacer aquí. Escribe «ayuda» para ver qué se puede.',
    help: 'No hay ningún modelo de lenguaje conectado: leo los mensajes con reglas fijas.\nAnotar: «almuerzo 12,50, taxi 8 ayer», «cobré 2500 de sueldo».\nCorregir: «no, eran 15», «ponlo en supermercado», «deshacer», «borra el último».\nPreguntar: «¿cuánto gasté en supermercado en octubre?», «muestra mis últimos cinco gastos», «en un gráfico».\nPresupuestos: «presupuesto de 300 al mes para restaurantes», «¿cómo voy?».\nRecordatorios: «recuérdame cada noche a las 9 anotar el efectivo», «cada viernes a las 18 ¿cuánto gasté esta semana?».\nTambién: «exporta csv», «mi moneda es EUR».',
    greeting: '¡Hola! Dime qué has gastado, por ejemplo «almuerzo 12,50», o pregunta «¿cuánto llevo este mes?».',
    thanks: '¡De nada!',
  },
  de: {
    notUnderstood:
      'Das habe ich nicht verstanden und nichts notiert. Versuch „Mittagessen 12,50“ oder „Wie viel habe ich letzten Monat für Lebensmittel ausgegeben?“.',
    cantAnswer:
      'Ich weiß nur, was du hier notierst. Versuch „Wie viel habe ich diesen Monat ausgegeben?“ oder „Zeig die letzten fünf Ausgaben“.',
    notRecorded:
      'Ich habe nichts notiert, denn das klingt nicht nach etwas schon Bezahltem. Versuch „Taxi 8 gestern“ oder „Wie stehe ich diesen Monat?“.',
    tooLong:
      'Das ist zu lang auf einmal, ich habe nichts notiert. Schick bis zu 25 Einträge pro Nachricht, etwa „Mittagessen 12,50, Taxi 8“.',
    notAboveZero: (amount, what) =>
      `Ein Betrag muss über null liegen, ich habe nichts notiert. Schreib „${what || 'Kaffee'} ${positive(amount)}“; für zurückbekommenes Geld „Erstattung ${positive(amount)} ${what || 'Kaffee'}“.`,
    twoReadings: (written, small, large) =>
      `${written} kann man auf zwei Arten lesen, ich habe nichts notiert. Schreib ${small} oder ${large}.`,
    deleteMany:
      'Ich lösche nicht alles auf ein Wort hin, es wurde nichts gelöscht. Schreib „Zeig die letzten 5 Ausgaben“, dann „lösche die letzten 5“.',
    notFound:
      'Ich weiß nicht, welchen Eintrag du meinst. Antworte auf meine Nachricht dazu oder schreib „ändere den letzten auf 9“.',
    cantHere: 'Das geht hier nicht. Mit „Hilfe“ siehst du, was geht.',
    help: 'Es ist kein Sprachmodell verbunden, ich lese Nachrichten nach festen Regeln.\nNotieren: „Mittagessen 12,50, Taxi 8 gestern“, „Gehalt 2500 bekommen“.\nKorrigieren: „nein, es waren 15“, „mach das zu Lebensmittel“, „rückgängig“, „lösche den letzten“.\nFragen: „Wie viel habe ich im Oktober für Lebensmittel ausgegeben?“, „Zeig die letzten fünf Ausgaben“, „als Diagramm“.\nBudgets: „Budget 300 für Restaurants im Monat“, „Wie stehe ich?“.\nErinnerungen: „erinnere mich jeden Abend um 9, Bargeld zu notieren“, „jeden Freitag um 18 Uhr wie viel habe ich diese Woche ausgegeben?“.\nAußerdem: „exportiere csv“, „meine Währung ist EUR“.',
    greeting: 'Hallo! Sag mir, was du ausgegeben hast, etwa „Mittagessen 12,50“, oder frag „Wie viel diesen Monat?“.',
    thanks: 'Gern geschehen!',
  },
  fr: {
    notUnderstood:
      'Je n’ai pas compris et n’ai rien noté. Essayez « déjeuner 12,50 » ou « combien ai-je dépensé en courses le mois dernier ? ».',
    cantAnswer:
      'Je ne connais que ce que vous notez ici. Essayez « combien ai-je dépensé ce mois-ci ? » ou « affiche mes cinq dernières dépenses ».',
    notRecorded:
      'Je n’ai rien noté, car cela ne ressemble pas à une dépense déjà faite. Essayez « taxi 8 hier » ou « où en suis-je ce mois-ci ? ».',
    tooLong:
      'C’est trop long à lire d’un coup ; je n’ai rien noté. Envoyez jusqu’à 25 dépenses par message, comme « déjeuner 12,50, taxi 8 ».',
    notAboveZero: (amount, what) =>
      `Un montant doit être supérieur à zéro ; je n’ai rien noté. Écrivez « ${what || 'café'} ${positive(amount)} » ; pour de l’argent rendu, « remboursement ${positive(amount)} ${what || 'café'} ».`,
    twoReadings: (written, small, large) =>
      `${written} peut se lire de deux façons ; je n’ai rien noté. Écrivez ${small} ou ${large}.`,
    deleteMany:
      'Je ne supprime pas tout d’un mot ; rien n’a été supprimé. Dites « affiche mes 5 dernières dépenses », puis « supprime les 5 dernières ».',
    notFound:
      'Je ne sais pas de quelle entrée il s’agit. Répondez à mon message à son sujet ou dites « change la dernière à 9 ».',
    cantHere: 'Cela ne peut pas se faire ici. Tapez « aide » pour voir ce qui est possible.',
    help: 'Aucun modèle de langage n’est connecté : je lis les messages selon des règles fixes.\nNoter : « déjeuner 12,50, taxi 8 hier », « reçu 2500 de salaire ».\nCorriger : « non, c’était 15 », « mets ça en courses », « annuler », « supprime la dernière ».\nDemander : « combien ai-je dépensé en courses en octobre ? », « affiche mes cinq dernières dépenses », « en graphique ».\nBudgets : « budget de 300 par mois pour les restaurants », « où en suis-je ? ».\nRappels : « rappelle-moi chaque soir à 21h de noter les espèces », « chaque vendredi à 18h combien ai-je dépensé cette semaine ? ».\nAussi : « exporte csv », « ma devise est EUR ».',
    greeting:
      'Bonjour ! Dites-moi ce que vous avez dépensé, comme « déjeuner 12,50 », ou demandez « combien ce mois-ci ? ».',
    thanks: 'Avec plaisir !',
  },
  pt: {
    notUnderstood:
      'Não entendi e não anotei nada. Tente “almoço 12,50” ou “quanto gastei em supermercado no mês passado?”.',
    cantAnswer: 'Só sei o que você anota aqui. Tente “quanto gastei este mês?” ou “mostre os últimos cinco gastos”.',
    notRecorded: 'Não anotei nada, pois não parece algo já pago. Tente “táxi 8 ontem” ou “como estou este mês?”.',
    tooLong:
      'É longo demais para ler de uma vez; não anotei nada. Envie até 25 gastos por mensagem, como “almoço 12,50, táxi 8”.',
    notAboveZero: (amount, what) =>
      `O valor tem de ser maior que zero; não anotei nada. Escreva “${what || 'café'} ${positive(amount)}”; para dinheiro devolvido, “reembolso ${positive(amount)} ${what || 'café'}”.`,
    twoReadings: (written, small, large) =>
      `${written} pode ser lido de duas maneiras; não anotei nada. Escreva ${small} ou ${large}.`,
    deleteMany:
      'Não apago tudo com uma só palavra; nada foi apagado. Diga “mostre os últimos 5 gastos” e depois “apaga os últimos 5”.',
    notFound:
      'Não sei a que lançamento você se refere. Responda à minha mensagem sobre ele ou diga “muda o último para 9”.',
    cantHere: 'Isso não pode ser feito aqui. Escreva “ajuda” para ver o que pode.',
    help: 'Nenhum modelo de linguagem está conectado: leio as mensagens por regras fixas.\nAnotar: “almoço 12,50, táxi 8 ontem”, “recebi 2500 de salário”.\nCorrigir: “não, foram 15”, “coloca em supermercado”, “desfazer”, “apaga o último”.\nPerguntar: “quanto gastei em supermercado em outubro?”, “mostre os últimos cinco gastos”, “em gráfico”.\nOrçamentos: “orçamento de 300 por mês para restaurantes”, “como estou?”.\nLembretes: “me lembre toda noite às 21h de anotar o dinheiro”, “toda sexta às 18h quanto gastei esta semana?”.\nTambém: “exporta csv”, “minha moeda é EUR”.',
    greeting: 'Olá! Diga o que gastou, como “almoço 12,50”, ou pergunte “quanto este mês?”.',
    thanks: 'De nada!',
  },
};

/** The amount without its sign, or an example of one where it is zero. */
function positive(amount: string): string {
  const size = amount.replace(/^-/, '');
  return /[1-9]/.test(size) ? size : '5';
}
