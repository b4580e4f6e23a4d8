/**
 * What messages about mail are told by. Folded text, in which "e-mail" is written "email" and hyphens and apostrophes
 * are spaces.
 */

import type { Language } from '../../language.ts';
import type { Pattern } from './lexicon.ts';

export interface EmailPatterns {
  /** Every word of a message that asks for mail is one of these, or of the next four. */
  readonly filler: Pattern;
  readonly mail: Pattern;
  readonly digests: Pattern;
  /** Alerts and the like, which come with everything else. */
  readonly alerts: Pattern;
  readonly everything: Pattern;
  /** Whole messages. */
  readonly stop: Pattern;
  readonly show: Pattern;
}

const mail = 'e ?mails?|mails?';

export const emailPatterns: Readonly<Record<Language, EmailPatterns>> = {
  en: {
    filler:
      'send|forward|deliver|put|write|use|go|my|the|me|it|them|these|daily|weekly|monthly|to|at|via|by|as|into|in|an?|address|is|this|that|you|inbox|mailbox|should|from|now|on|instead|and|of|for|unasked|i|d|ll|want|get|would|like|please',
    mail: `${mail}|mailbox|inbox`,
    digests: 'digests?|summar(?:y|ies)|overviews?|reports?|recaps?|round ?ups?',
    alerts: 'alerts?|notifications?|warnings?|messages?',
    everything: 'everything|all|anything',
    stop: `(?:no|stop|end|cancel|turn off|switch off|disable)(?: (?:more|the|my|all|these|any|sending|me))* (?:${mail})(?: (?:to me|me|any ?more))*|stop (?:e ?mailing|mailing)(?: me)?(?: any ?more)?|(?:don t|dont|do not|never) (?:e ?mail|mail|send)(?: me)?(?: (?:e ?mails?|any|any ?more|again))*|(?:${mail}) off|unsubscribe|forget my (?:e ?mail |mail )?(?:address|e ?mail)`,
    show: `(?:my )?e ?mail(?: (?:settings|address|status))?|(?:which|what)(?: is)?(?: my)?(?: e ?mail)? address(?: (?:do you (?:use|have|know)|is it))?|where do my (?:digests|e ?mails|alerts) go|do you (?:send|write)(?: me)? e ?mails?`,
  },
  es: {
    filler:
      'envia|enviame|enviar|enviarme|manda|mandame|mandar|escribe|escribeme|quiero|recibir|pon|usa|mis?|el|la|los|las|lo|que|un|una|diarios?|semanal(?:es)?|mensual(?:es)?|a|al|por|en|de|para|tu|cuenta|propia|electronico|direccion|es|esta|este|favor|escribes|escribas|ahora|partir|me|y',
    mail: `correos?|${mail}`,
    digests: 'resumen(?:es)?|informes?|balances?',
    alerts: 'alertas?|avisos?|mensajes?|notificaciones',
    everything: 'todo|todos|todas',
    stop: `(?:ya )?(?:no|sin|basta de|deja de enviar(?:me)?|deja de mandar(?:me)?|no quiero|no mas|para|cancela|desactiva|quita)(?: (?:mas|los|mis|el|un|recibir|me|envies|mandes|escribas|por|enviar|enviarme|mandarme))* (?:correos?|${mail})(?: (?:electronicos?|mas))*|olvida mi (?:direccion|correo|e ?mail)|date de baja|darme de baja`,
    show: `(?:mi )?(?:correo|e ?mail)(?: electronico)?|(?:que|cual es mi) direccion(?: (?:usas|tienes|de correo))*|a donde (?:van|llegan) mis resumenes`,
  },
  de: {
    filler:
      'schicken?|schick|senden?|send|leite|schreibe?|mir|mich|meine?[nmr]?|den|die|das|dem|der|eine?n?|taglich(?:en|e)?|wochentlich(?:en|e)?|monatlich(?:en|e)?|an|per|als|in|auf|von|ab|jetzt|dir|aus|was|du|schreibst|adresse|mailadresse|e ?mail ?adresse|ist|lautet|bitte|ich|will|mochte|haben|bekommen|und|postfach|nimm',
    mail: `${mail}|maile|mailadresse|e ?mail ?adresse|postfach`,
    digests: 'uberblicke?|ubersicht(?:en)?|zusammenfassung(?:en)?|berichte?|digests?',
    alerts: 'hinweise?|warnung(?:en)?|meldung(?:en)?|benachrichtigung(?:en)?|nachrichten',
    everything: 'alles|alle',
    stop: `(?:bitte )?(?:keine?|nie|schluss mit|stopp?|beende|hor auf mit)(?: (?:mehr|weiteren?|den|die|meine))* (?:${mail})(?: (?:mehr|schicken|senden))*|(?:schicke?|sende?)(?: mir| bitte)* keine (?:${mail})(?: mehr)?|(?:${mail}) (?:aus|abschalten|abstellen|beenden)|vergiss meine (?:e ?mail |mail)?adresse|abmelden`,
    show: `(?:meine )?(?:e ?mail|mail)(?: ?(?:adresse|einstellungen))?|(?:welche|wie ist meine|was ist meine) (?:e ?mail |mail)?adresse(?: (?:hast du|kennst du|benutzt du))?|wohin (?:geht mein uberblick|gehen meine (?:${mail}))`,
  },
  fr: {
    filler:
      'envoie|envoies|envoyer|ecris|ecrire|ecrives|expedie|mets|utilise|moi|m|me|mes|mon|ma|ce|que|tu|j|je|les?|la|l|des?|d|un|une|du|quotidiens?|hebdomadaires?|mensuels?|a|au|par|sur|en|dans|et|adresse|boite|est|c|veux|voudrais|aimerais|recevoir|toi|meme|maintenant|s|il|te|plait|stp',
    mail: `${mail}|courriels?|boite`,
    digests: 'resumes?|bilans?|rapports?|recaps?|recapitulatifs?',
    alerts: 'alertes?|notifications?|messages?|avertissements?',
    everything: 'tout|tous|toutes',
    stop: `(?:plus|pas|stop|arrete|arreter|fini|sans)(?: (?:de|d|les|mes|des|aucuns?|m|envoyer|me|aux))* (?:${mail}|courriels?)|(?:ne )?m envoie(?:s)? (?:plus|pas) (?:d|de) (?:${mail}|courriels?)|arrete de m ecrire par (?:${mail}|courriel)|oublie mon (?:adresse|e ?mail)(?: e ?mail)?|desabonne moi|me desabonner`,
    show: `(?:mon )?(?:e ?mail|courriel)|(?:mon |l )?adresse e ?mail|(?:quelle|c est quoi|quelle est) (?:mon |l )?adresse(?: e ?mail)?(?: (?:as tu|utilises tu|tu utilises))?|ou (?:vont|arrivent) mes (?:resumes|e ?mails)`,
  },
  pt: {
    filler:
      'envie|envia|enviar|mande|manda|mandar|escreva|escreve|quero|receber|coloque|use|meus?|minhas?|me|os?|as?|ao|um|uma|que|voce|diarios?|semanal|semanais|mensal|mensais|para|pro|pra|por|no|na|em|de|do|conta|propria|endereco|caixa|e|esse|este|favor|agora|partir|eletronico',
    mail: `${mail}|correio`,
    digests: 'resumos?|relatorios?|balancos?',
    alerts: 'alertas?|avisos?|mensagens|notificacoes',
    everything: 'tudo|todos|todas',
    stop: `(?:sem|nao|chega de|pare de|pare com|cancele|desligue|desative)(?: (?:mais|os|meus|de|me|enviar|envie|mande|mandar|quero|receber))* (?:${mail})(?: mais)?|esqueca (?:o )?meu (?:endereco|e ?mail)`,
    show: `(?:meu )?e ?mail|(?:qual e (?:o )?meu|que|qual) endereco(?: de e ?mail)?(?: voce (?:usa|tem))?|para onde vao meus resumos`,
  },
};
