/** German. */

import type { AlertPatterns } from '../alerts-patterns.ts';

const nouns = '(?:meldungen|benachrichtigungen|hinweise|warnungen|nachrichten|alarme|mitteilungen)';
const alerts = `(?:(?:die|deine|meine|alle|solche|diese) )?${nouns}`;
const digest = '(?:uberblick|digest|zusammenfassung|zusammenfassungen|kurzbericht)';
const again = '(?:jeden|jede|jedes)';
const that = '(?:das|alles|es) (?:ist|passt|geht|stimmt)(?: schon)?';
const fine = '(?:so |schon )?(?:gut|ok|okay|in ordnung|normal|richtig|so|beabsichtigt|gewollt|schon|passt|passt so)';
const ignore = '(?:ignoriere?|vergiss) (?:es|das|dies)';

export const german: AlertPatterns = {
  polite:
    'bitte|kannst du|konntest du|wurdest du|ich mochte,? dass du|purser|hallo|hey|ok|okay|danke|ab jetzt|ab sofort|von nun an|jetzt|mal|doch',
  plain: {
    list: `(?:meine |die )?(?:meldungen|benachrichtigungen|hinweise)|(?:zeig|zeige|liste)(?: mir)?(?: die| meine| alle)? ${nouns}(?: an| auf)?|welche ${nouns}(?: sind an| habe ich| gibt es| bekomme ich)?|(?:einstellungen fur )${nouns}|wieso wurde ich nicht .*|warum (?:wurde|bin|hast|habe) (?:ich|du) (?:mir |mich )?(?:das |davon |daruber )?(?:nicht )?(?:erfahren|gewarnt|benachrichtigt|informiert|gesagt|gemeldet|geschrieben|nichts .*|nicht .*).*|warum hast du (?:mir|mich) .*|was hast du zuruckgehalten|was meldest du(?: mir)?`,
    on: `${alerts} (?:wieder )?(?:an|ein)|(?:schalte|schalt|mach|mache) ${alerts} (?:wieder )?(?:an|ein)|(?:aktiviere|starte) ${alerts}|${alerts} (?:wieder )?(?:anschalten|einschalten|aktivieren|anmachen)|melde dich wieder von dir aus`,
    off: `${alerts} (?:aus|ab)|(?:schalte|schalt|mach|mache|stell|stelle) ${alerts} (?:aus|ab)|(?:deaktiviere|stoppe|beende) ${alerts}|${alerts} (?:ausschalten|abschalten|abstellen|deaktivieren|stoppen|beenden)|keine ${nouns} mehr|(?:hor|hore) auf,? mir zu schreiben|(?:schreib|schreibe) mir nicht mehr(?: von dir aus| ungefragt)?|(?:melde|meld) dich nicht mehr(?: von dir aus)?`,
    unmute: `(?:nicht mehr stumm|stumm(?:schaltung)? (?:aus|aufheben|beenden)|(?:schalte|schalt) (?:die )?stumm(?:schaltung)? (?:aus|ab)|(?:hebe|heb) die stummschaltung auf|du (?:darfst|kannst) (?:wieder|dich wieder) (?:schreiben|reden|melden|sprechen)|(?:melde|meld) dich wieder|stummschaltung aufheben|wieder laut)`,
    quiet_off: `keine (?:ruhezeit|ruhezeiten|ruhestunden|nachtruhe)(?: mehr)?|(?:ruhezeit|ruhezeiten|nachtruhe) (?:aus|weg|beenden|aufheben|loschen)|(?:beende|losche|entferne) (?:die |meine )?(?:ruhezeit|ruhezeiten|nachtruhe)|(?:schalte|schalt) (?:die |meine )?(?:ruhezeit|nachtruhe) (?:aus|ab)|(?:schreib|schreibe) mir (?:zu )?jeder ?zeit`,
    fewer: `weniger(?: davon| von (?:denen|diesen|solchen)| ${nouns}| oft| haufig)?|(?:schick|schicke|schreib|schreibe|melde|meld)(?: mir| dich)? (?:weniger|seltener)(?: davon| ${nouns}| oft)?|seltener|zu viele ${nouns}|nicht so (?:viele|oft)(?: ${nouns})?`,
    urgent_passes: `(?:dringendes|dringende ${nouns}|dringende|was dringend ist) (?:an|immer|darf (?:immer )?(?:durch|kommen)|durfen (?:immer )?(?:durch|kommen)|kommt (?:immer|durch|trotzdem|jederzeit)|kommen (?:immer|durch|trotzdem|jederzeit)|durchlassen|durch)|(?:lass|lasse) dringendes (?:immer )?(?:durch|kommen)`,
    urgent_waits: `(?:auch )?(?:dringendes|dringende ${nouns}|dringende|was dringend ist),? (?:aus|wartet|warten|wartet auch|warten auch|soll (?:auch )?warten|sollen (?:auch )?warten|kann (?:auch )?warten|darf (?:auch )?warten)`,
    send_here: `(?:schick|schicke|sende|schreib|schreibe|melde|meld)(?: mir| dich)?(?: ${alerts}| sie| alles)? (?:hier(?:her|hin)?|in diesen chat)|${alerts} hier(?:her|hin)?`,
    fallback_on: `(?:nutze|nutz|verwende|nimm|probier|probiere|du (?:darfst|kannst))(?: auch| notfalls)? (?:meine anderen chats|einen anderen chat|meinen anderen chat|andere chats|ein anderes gesprach)(?: (?:nutzen|verwenden|nehmen|wenn (?:dieser|es hier) nicht (?:geht|klappt)))?|(?:ausweichchat|ausweichen) (?:an|ein)`,
    fallback_off: `(?:nutze|nutz|verwende|nimm) (?:keinen anderen chat|keine anderen chats)|kein(?:e)? andere[nr]? chats?|nur (?:in )?diese[nmr] chat|nur hier|(?:ausweichchat|ausweichen) aus`,
    digest_off: `kein(?:e|en)? (?:(?:taglichen?|wochentlichen?|monatlichen?) )?${digest}(?: mehr)?|(?:schalte|schalt|stell|stelle|mach|mache) (?:den|die|meinen|meine) (?:(?:taglichen?|wochentlichen?|monatlichen?) )?${digest} (?:aus|ab)|(?:(?:den|die|meinen|meine) )?${digest} (?:aus|ab|beenden|abstellen|ausschalten|stoppen)|(?:beende|stoppe|deaktiviere) (?:den|die|meinen|meine) ${digest}`,
  },
  mute: `(?:(?:schalte|schalt|stell|stelle|mach|mache) (?:dich|mich|alles|${alerts})(?: auf)? )?(?:stumm|lautlos)(?:schalten)?|(?:sei|bleib|bleibe) (?:still|ruhig|stumm|leise)|ruhe|stille|schweig|pause|pausiere(?: ${alerts})?|keine ${nouns}(?: mehr)?|(?:schreib|schreibe) mir (?:nicht|nichts)(?: mehr)?|(?:melde|meld) dich nicht(?: mehr)?|(?:stor|store) mich nicht(?: mehr)?|lass mich in ruhe|(?:schalte|schalt|mach|mache|stell|stelle) ${alerts} (?:aus|ab)|${alerts} aus`,
  during: 'fur(?: die nachsten)?|die nachsten',
  until: 'bis(?: zum| zur| nachsten| kommenden)?',
  units: { hours: 'stunden?|std|h', days: 'tagen?|tage|tag', weeks: 'wochen?', months: 'monate?n?' },
  nextWeek: '(?:nachste|nachster|kommende|kommender) woche',
  nextMonth: '(?:nachsten|kommenden) monat',
  quiet: `ruhe(?:zeit|zeiten|stunden)?|nachtruhe|(?:meine )?(?:ruhezeit|nachtruhe)(?: ist)?|(?:setze|stell|stelle) (?:die |meine )?(?:ruhezeit|nachtruhe)(?: auf| ein)?|(?:sei|bleib) (?:still|ruhig|leise)|still|leise|keine ${nouns}|(?:schreib|schreibe) mir (?:nicht|nichts)|(?:melde|meld) dich nicht|(?:stor|store) mich nicht|nicht storen|ich schlafe`,
  from: 'von|zwischen|ab',
  to: 'bis|und|-',
  digest: {
    noun: '(?:tages|wochen|monats)(?:uberblick|digest|zusammenfassung)|uberblick|digest',
    looseNoun: 'zusammenfassung|ubersicht|bericht|kurzbericht|bilanz|zusammenfassen',
    filler:
      'schick|schicke|sende|gib|zeig|zeige|schreib|schreibe|mir|uns|ich|will|mochte|hatte|gern|gerne|bekommen|haben|ein|eine|einen|einer|den|die|das|der|dem|meinen|meine|mein|von|fur|am|um|im|uber|mit|zu|in|kommt|einrichten|einschalten|an|ausgaben|finanzen|geld|budgets?|hier',
    cadences: {
      daily: {
        again: `${again} tag|taglich|tagtaglich|${again} (?:morgen|abend|nacht|mittag)|einmal (?:am|pro) tag`,
        adjective: 'taglich(?:e[nrs]?)|tages(?=uberblick|digest|zusammenfassung)',
      },
      weekly: {
        again: `${again} woche|wochentlich|einmal (?:die|in der|pro) woche`,
        adjective: 'wochentlich(?:e[nrs]?)|wochen(?=uberblick|digest|zusammenfassung)',
      },
      monthly: {
        again: `${again} monat|monatlich|einmal (?:im|pro) monat`,
        adjective: 'monatlich(?:e[nrs]?)|monats(?=uberblick|digest|zusammenfassung)',
      },
    },
    every: 'jeden|jeder|immer|am|immer am',
  },
  times: {
    at: 'um|gegen',
    oClock: 'uhr|h',
    noon: '(?:um |am |zu )?mittags?|zwolf uhr mittags',
    midnight: '(?:um )?mitternachts?',
    morning: '(?:am |jeden |in der )?(?:morgens?|fruh|vormittags?)',
    evening: '(?:am |jeden |in der )?(?:abends?|nachmittags?|nachts?)',
  },
  answers: {
    why: '(?:und )?(?:warum|wieso|weshalb|weswegen)(?: (?:das|denn|sagst du (?:mir )?das|meldest du (?:mir )?das|schreibst du (?:mir )?das|ist das so))?',
    rows: '(?:zeig|zeige|liste)(?: mir)?(?: die| diese| alle)? (?:zeilen|eintrage|ausgaben|buchungen|posten|kaufe)(?: dazu| dahinter)?(?: an| auf)?|welche (?:eintrage|ausgaben|buchungen)(?: sind das| waren das)?',
    ignore: `${that} ${fine}(?:[ ,.]+${ignore})?|${fine}[ ,.]+${ignore}|${ignore}|passt (?:so|schon)|(?:das )?(?:weiß|weiss) ich(?: schon)?|stimmt so`,
  },
};
