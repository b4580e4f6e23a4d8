/** French. */

import type { AlertPatterns } from '../alerts-patterns.ts';

const nouns = '(?:alertes|notifications|messages|avertissements|avis)';
const alerts = `(?:(?:les|mes|tes|ces|toutes les|tous les) )?${nouns}`;
const digest = '(?:resume|resumes|recap|recapitulatif|recapitulatifs)';
const that = "(?:c'est|tout est|tout va)(?: tout a fait)?";
const fine = "(?:bon|normal|ok|correct|bien|d'accord|voulu|en ordre)";
const ignore = '(?:ignore(?:-le| ca| cela)|oublie(?:-le| ca| cela)|laisse tomber)';

export const french: AlertPatterns = {
  polite:
    "s'il te plait|s'il vous plait|stp|svp|peux-tu|peux tu|pourrais-tu|tu peux|purser|bonjour|salut|ok|d'accord|merci|desormais|a partir de maintenant|maintenant",
  plain: {
    list: `(?:mes |les )?(?:alertes|notifications)|(?:montre|affiche|liste|donne|voir)(?:-moi| moi)? (?:mes |les |toutes les )?(?:alertes|notifications)|quelles (?:alertes|notifications)(?: sont (?:actives|activees)| ai-je| j'ai)?|(?:reglages|parametres) des (?:alertes|notifications)|pourquoi (?:ne |n')?(?:m'as-tu|m'as tu|tu m'as|tu ne m'as|je n'ai|n'ai-je|ai-je|m'avez-vous).*(?:prevenu|averti|dit|alerte|ecrit).*|de quoi me previens-tu`,
    on: `(?:active|activer|allume|remets|reactive) ${alerts}|${nouns} (?:on|oui|actives?|activees)|previens-moi a nouveau(?: de toi-meme)?`,
    off: `(?:desactive|desactiver|coupe|arrete|supprime|eteins|enleve) ${alerts}|(?:plus (?:d'|de |aucune? )|pas (?:d'|de )|aucune? )${nouns}|${nouns} (?:off|non)|arrete de (?:m'ecrire|me prevenir|m'avertir|me deranger|m'envoyer (?:des )?${nouns})|(?:ne )?m'ecris plus(?: jamais| de toi-meme)?|ne me (?:previens|deranges?|contacte) plus`,
    unmute: `(?:fin|arret|enleve|retire|arrete|termine|coupe)(?: d)?(?:e)? ?(?:la )?(?:mise en )?sourdine|(?:sors|enleve-toi) de sourdine|tu peux (?:m'ecrire|me parler|parler|me prevenir|ecrire) (?:a nouveau|de nouveau|maintenant)|plus de sourdine|(?:ecris|previens|parle)-moi (?:a nouveau|de nouveau)|reveille-toi`,
    quiet_off: `(?:plus|pas|sans) d'?(?:e )?(?:heures|plage|horaire) (?:de |du )?(?:silence|calmes?|tranquilles?)|plus de silence|(?:supprime|enleve|desactive|annule|arrete) (?:les |mes |la |l')?(?:heures|plage|horaire) (?:de )?(?:silence|calmes?)|heures de silence (?:off|non)|(?:ecris|previens)-moi a (?:toute heure|n'importe quelle heure)`,
    fewer: `moins (?:d'alertes|de (?:notifications|messages|ca|celles-ci|ces messages|ces alertes)|souvent)|moins d'avis|(?:envoie|ecris)(?:-m'en|-moi|-en|-m'en)? moins(?: souvent| d'alertes| de messages| de notifications)?|trop (?:d'alertes|de (?:notifications|messages))|pas autant (?:d'alertes|de messages|de notifications)`,
    urgent_passes: `(?:l'urgent|ce qui est urgent|les urgences|les alertes urgentes|les urgentes) (?:oui|toujours|peut (?:passer|arriver)(?: toujours| a toute heure)?|peuvent (?:passer|arriver)(?: toujours)?|passe(?:nt)?(?: toujours)?|arrive(?:nt)? (?:toujours|a toute heure))|laisse passer (?:l'urgent|ce qui est urgent|les urgences|les alertes urgentes)`,
    urgent_waits: `(?:l'urgent|ce qui est urgent|les urgences|les alertes urgentes|les urgentes) (?:non|attend(?:ent)?(?: aussi)?|peut (?:aussi )?attendre|peuvent (?:aussi )?attendre|aussi attend(?:ent)?|doit attendre|doivent attendre)`,
    send_here: `(?:envoie|ecris|previens|poste)(?:-moi|-les|-les-moi)?(?: ${alerts})? (?:ici|dans (?:ce|cette) (?:chat|conversation|discussion))|${nouns} ici`,
    fallback_on: `(?:utilise|essaie|tu peux utiliser) (?:aussi )?(?:mes autres (?:chats|conversations|discussions)|une autre (?:conversation|discussion)|un autre chat|mon autre chat)(?: (?:aussi|si (?:celui-ci|celle-ci|ca) (?:echoue|ne marche pas)))?`,
    fallback_off: `(?:n'utilise )(?:pas|plus) (?:mes |d')autres? (?:chats?|conversations?|discussions?)|(?:n'utilise )(?:pas|plus) (?:un autre chat|une autre conversation)|(?:seulement|uniquement) (?:ici|ce chat|cette conversation|dans (?:ce chat|cette conversation))|pas d'autre (?:chat|conversation)`,
    digest_off: `(?:plus|pas|sans) de ${digest}(?: (?:quotidien|hebdomadaire|mensuel))?|(?:arrete|supprime|desactive|enleve|annule) (?:le |les |mon |mes )${digest}(?: (?:quotidiens?|hebdomadaires?|mensuels?))?|${digest} (?:off|non)|(?:ne )?m'envoie plus (?:de |le |mon )${digest}(?: (?:quotidien|hebdomadaire|mensuel))?|arrete de m'envoyer (?:le |des |mon )${digest}(?: (?:quotidien|hebdomadaire|mensuel))?`,
  },
  mute: `(?:mets-toi |passe |mets |met |reste )?(?:en )?(?:sourdine|silence|muet)|(?:mets|passe) ${alerts} en (?:sourdine|pause|silence)|tais-toi|chut|silencieux|pause|(?:mets|fais) (?:une )?pause|(?:plus|pas|aucune?) ?(?:d'|de )?${nouns}|(?:ne )?m'ecris (?:plus|pas|rien)|ne me (?:previens|derange|deranges|contacte) (?:plus|pas)|ne m'(?:ecris|envoie) (?:plus|pas|rien)(?: de ${nouns}| d'${nouns})?|laisse-moi tranquille|(?:desactive|coupe) ${alerts}`,
  during: 'pendant|pour|durant|pendant les|les',
  until: "jusqu'a|jusqu'au|jusqu'en|jusque",
  units: { hours: 'heures?|h', days: 'jours?|j', weeks: 'semaines?', months: 'mois' },
  nextWeek: '(?:la )?semaine prochaine',
  nextMonth: '(?:le )?mois prochain',
  quiet: `(?:heures de |plage de )?silence|(?:mes |les )?heures (?:de silence|calmes)|silencieux|calme|(?:plus|pas|aucune?) ?(?:d'|de )?${nouns}|(?:ne )?m'ecris (?:pas|rien)|ne me (?:derange|deranges|previens) pas|ne m'ecris (?:pas|rien)|ne pas deranger|je dors|tais-toi`,
  from: 'de|des|entre|a partir de',
  to: "a|jusqu'a|et|-",
  digest: {
    noun: `${digest} automatique`,
    looseNoun: `${digest}|bilan|rapport|point|compte rendu|apercu|synthese`,
    filler:
      "envoie-moi|envoie|donne-moi|donne|montre-moi|ecris-moi|fais-moi|fais|je veux|je voudrais|j'aimerais|recevoir|avoir|un|une|le|la|les|mon|mes|de|des|du|d|avec|pour|a|en|me|moi|depenses?|budget|comptes?|finances|active|ici",
    cadences: {
      daily: {
        again:
          'chaque jour|tous les jours|quotidiennement|chaque (?:matin|soir|nuit)|tous les (?:matins|soirs)|une fois par jour|par jour',
        adjective: 'quotidien',
      },
      weekly: {
        again: 'chaque semaine|toutes les semaines|une fois par semaine|par semaine',
        adjective: 'hebdomadaire|hebdo',
      },
      monthly: { again: 'chaque mois|tous les mois|une fois par mois|par mois', adjective: 'mensuel' },
    },
    every: 'chaque|tous les|le',
  },
  times: {
    at: 'a|vers',
    oClock: 'heures?|h',
    noon: '(?:a )?midi',
    midnight: '(?:a )?minuit',
    morning: '(?:du |le |chaque |tous les )?matins?',
    evening: "(?:du |le |chaque |tous les |de l')?(?:soirs?|apres-midi)",
  },
  answers: {
    why: '(?:et )?pourquoi(?: (?:ca|cela|me dis-tu (?:ca|cela)|tu me dis (?:ca|cela)|cette alerte|ce message))?|comment ca',
    rows: "(?:montre|affiche|liste|donne)(?:-moi| moi)? (?:les |ces |ses )?(?:lignes|entrees|depenses|operations|achats)|quelles (?:depenses|entrees|operations)(?: sont-ce| c'est)?|voir les (?:lignes|entrees|depenses)",
    ignore: `${that} ${fine}(?:[ ,.]+${ignore})?|${fine}[ ,.]+${ignore}|${ignore}|je (?:le )?sais(?: deja)?`,
  },
};
