/** Spanish. */

import type { AlertPatterns } from '../alerts-patterns.ts';

const alerts =
  '(?:(?:los|las|mis|tus|mas|todos los|todas las|estos|estas) )?(?:avisos|alertas|notificaciones|mensajes)';
const write =
  '(?:avis(?:es|ar)|escrib(?:as|ir)|molest(?:es|ar)|notifiqu?(?:es|ar)|mand(?:es|ar)|envi(?:es|ar)|alert(?:es|ar))';
const notMe = `no me ${write}(?: (?:nada|avisos|alertas|mensajes|notificaciones))?`;
const digest = '(?:resumen|resumenes)';
const that = '(?:eso esta|esto esta|esta|eso es|esto es|es|todo)';
const fine = '(?:todo )?(?:bien|normal|correcto|ok|vale|en orden|asi)';
const ignore = '(?:ignoralo|ignora (?:eso|esto)|olvidalo|olvida (?:eso|esto))';

export const spanish: AlertPatterns = {
  polite: 'por favor|porfa|puedes|podrias|quiero que|purser|hola|oye|vale|gracias|ahora|a partir de ahora|desde ahora',
  plain: {
    list: `(?:mis |los |las )?(?:avisos|alertas|notificaciones)|(?:muestra|muestrame|ver|ensename|lista|dime) (?:los |las |mis )?(?:avisos|alertas|notificaciones)|(?:que|cuales) (?:avisos|alertas)(?: tengo| hay| estan (?:activos|activas|activados|activadas))?|(?:ajustes|configuracion) de (?:los |las )?(?:avisos|alertas)|por ?que no me (?:avisaste|has avisado|dijiste|has dicho).*|por ?que me (?:avisaste|has avisado|dijiste|escribiste|has escrito).*|de que me avisas`,
    on: `(?:activa|activar|enciende|conecta|reactiva|quiero) (?:los |las |mis )?(?:avisos|alertas|notificaciones)(?: otra vez| de nuevo)?|(?:avisos|alertas|notificaciones) (?:si|on|activados|activadas)`,
    off: `(?:desactiva|desactivar|apaga|quita|cancela|para|deten|elimina) ${alerts}|no (?:quiero|mas) (?:mas )?(?:avisos|alertas|notificaciones)|(?:avisos|alertas|notificaciones) (?:no|off)|sin (?:avisos|alertas|notificaciones)|deja de (?:escribirme|avisarme|molestarme|enviarme ${alerts}|mandarme ${alerts})|no me (?:avises|escribas|molestes)(?: mas| nunca mas| nunca)?|basta de (?:avisos|alertas|mensajes)`,
    unmute: `(?:vuelve a|puedes) (?:avisarme|escribirme|hablar)(?: otra vez| de nuevo| ya)?|(?:quita|termina|fin d)(?:el|e el)? (?:modo )?silencio(?: ya)?|ya puedes (?:avisarme|escribirme|hablar)|avisame (?:otra vez|de nuevo)|reactiva(?:te)?|deja el silencio`,
    quiet_off: `sin (?:horas|horario) de (?:silencio|descanso)|(?:quita|elimina|borra|desactiva|cancela) (?:las |el |mis |mi )?(?:horas|horario) de (?:silencio|descanso)|(?:horas|horario) de silencio (?:no|off)|no (?:quiero )?(?:mas )?horas de silencio|(?:escribe|escribeme|avisame) a cualquier hora`,
    fewer: `menos (?:avisos|alertas|mensajes|notificaciones|de (?:estos|estas|esto))|(?:enviame|mandame|escribeme|avisame|envia|manda) menos(?: avisos| alertas| mensajes| de estos| de estas| veces)?|demasiad[oa]s (?:avisos|alertas|mensajes|notificaciones)|no tantos (?:avisos|mensajes)|no tantas (?:alertas|notificaciones)|con menos frecuencia`,
    urgent_passes: `(?:lo urgente|los urgentes|los avisos urgentes|las alertas urgentes) (?:si|siempre|puede[n]? (?:pasar|llegar)(?: siempre| a cualquier hora)?|pasa[n]?|llega[n]?(?: siempre| a cualquier hora)?)|(?:deja|que) (?:pasar|pase|llegue|pasen|lleguen) (?:lo urgente|los urgentes|las urgentes)`,
    urgent_waits: `(?:lo urgente|los urgentes|los avisos urgentes|las alertas urgentes) (?:no|tambien espera[n]?|espera[n]?(?: tambien)?|puede[n]? esperar|que espere[n]?)`,
    send_here: `(?:envia(?:me)?|manda(?:me)?|escribe(?:me)?|avisame|pon)(?: ${alerts})? (?:aqui|aca|a este chat|en este chat|por aqui|por aca)|(?:avisos|alertas|notificaciones) (?:aqui|aca|por aqui)`,
    fallback_on: `(?:usa|prueba|puedes usar) (?:tambien )?(?:mis otros chats|otro chat|mi otro chat|otro de mis chats)(?: (?:tambien|si (?:este|ese) falla))?|si (?:este|ese)(?: chat)? falla,? (?:usa|prueba) (?:otro|mi otro chat|otro chat)`,
    fallback_off: `no uses (?:mis )?otros? chats?|no uses (?:mi |ningun )?otro chat|solo (?:en )?este chat|solo aqui|ningun otro chat`,
    digest_off: `(?:sin|no mas|quita|cancela|desactiva|elimina|para|no quiero)(?: mas| el| los| mi)? ?(?:mas )?(?:${digest})(?: (?:diario|semanal|mensual))?(?: mas)?|${digest} (?:off|no)|(?:no me (?:envies|mandes)|deja de (?:enviarme|mandarme)) (?:el |mas |un )?(?:${digest})(?: (?:diario|semanal|mensual))?(?: mas)?|basta de resumenes`,
  },
  mute: `(?:silencia(?:te|me)?|silenciar|calla(?:te)?|callado|en silencio|silencio|pausa|mudo|ponte en silencio|estate (?:callado|en silencio))(?: (?:los |las |mis )?(?:avisos|alertas|notificaciones))?|pausa ${alerts}|${notMe}|(?:sin|no quiero|ningun|nada de) (?:avisos|alertas|mensajes|notificaciones|aviso|alerta)|deja de (?:escribirme|avisarme|molestarme)|dejame (?:en paz|tranquil[oa])|(?:desactiva|apaga|quita) ${alerts}`,
  during: 'por|durante|en|los proximos|las proximas|durante los proximos|durante las proximas',
  until: 'hasta(?: el| la)?',
  units: { hours: 'horas?|h', days: 'dias?|d', weeks: 'semanas?', months: 'mes(?:es)?' },
  nextWeek: '(?:la )?(?:semana que viene|proxima semana|semana proxima)',
  nextMonth: '(?:el )?(?:mes que viene|proximo mes|mes proximo)',
  quiet: `silencio|(?:en )?silencio|(?:pon )?(?:mis |las )?(?:horas|horario) de (?:silencio|descanso)|(?:no molestar|no molestes)|${notMe}|(?:sin|no quiero|ningun) (?:avisos|alertas|mensajes|notificaciones)|(?:callado|calla|callate)|duermo`,
  from: 'de las|desde las|entre las|de la|desde la|entre la|de|desde|entre',
  to: 'a las|hasta las|y las|a la|hasta la|y la|a|hasta|y|-',
  digest: {
    noun: `${digest} (?:automatico|periodico)`,
    looseNoun: `${digest}|informe|balance|repaso`,
    filler:
      'enviame|mandame|envia|manda|dame|quiero|quisiera|me gustaria|hazme|muestrame|escribeme|pon|activa|recibir|un|una|el|la|los|las|mi|mis|de|del|con|por|en|a|al|me|gastos?|finanzas|cuentas|presupuesto|aqui',
    cadences: {
      daily: {
        again:
          'cada dia|todos los dias|a diario|diariamente|cada manana|cada noche|cada tarde|todas las mananas|todas las noches|todas las tardes|una vez al dia',
        adjective: 'diario',
      },
      weekly: { again: 'cada semana|todas las semanas|semanalmente|una vez (?:a la|por) semana', adjective: 'semanal' },
      monthly: { again: 'cada mes|todos los meses|mensualmente|una vez al mes', adjective: 'mensual' },
    },
    every: 'cada|todos los|los|el',
  },
  times: {
    at: 'a las|a la|sobre las|hacia las',
    oClock: 'horas?|en punto|hs?',
    noon: '(?:al |a )?mediodia',
    midnight: '(?:a )?medianoche|media noche',
    morning: '(?:de|por|en) la manana|cada manana|todas las mananas',
    evening: '(?:de|por|en) la (?:tarde|noche)|cada (?:tarde|noche)|todas las (?:tardes|noches)',
  },
  answers: {
    why: '(?:y )?(?:por que|porque)(?: (?:eso|esto|es eso|me lo dices|me avisas|me dices eso|lo dices))?|y eso|como asi',
    rows: '(?:muestra|muestrame|ver|ensename|lista|dame) (?:las |los |esas |esos |estos |estas )?(?:filas|apuntes|gastos|movimientos|entradas|compras)|(?:que|cuales) (?:gastos|apuntes|compras)(?: son| fueron)?',
    ignore: `${that} ${fine}(?:[ ,.]+${ignore})?|${fine}[ ,.]+${ignore}|${ignore}|ya lo (?:se|sabia)`,
  },
};
