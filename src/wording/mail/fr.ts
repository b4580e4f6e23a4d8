import type { Mailed, MailWords } from '../mail-words.ts';

const what: Readonly<Record<Mailed, string>> = {
  digests: 'Tes résumés arrivent',
  everything: 'Tout ce que j’écris de moi-même arrive',
};

export const fr: MailWords = {
  notSetUp: 'La personne qui s’occupe de ce Purser n’a pas configuré l’e-mail.',
  notSetUpHint: 'Je peux t’écrire ici\u202f: «\u202frésumé hebdomadaire à 8\u202fh\u202f».',
  privately: 'Les e-mails parlent de ton propre argent, cela se règle donc entre nous deux.',
  privatelyHint: 'Écris-le-moi dans une conversation privée.',
  noAddress: 'Ce n’est pas une adresse e-mail.',
  noAddressHint: 'Écris par exemple «\u202fenvoie mes résumés à moi@example.org\u202f».',
  whichAddress: 'Je ne connais pas encore ton adresse.',
  whichAddressHint: 'Écris «\u202fenvoie mes résumés à moi@example.org\u202f».',
  tooManyCodes: (count) => `Cela fait ${count} codes en un jour.`,
  tooManyTo: (count) => `Cette adresse a déjà reçu ${count} codes en un jour.`,
  tooManyHint: 'Utilise le dernier, ou réessaie demain.',
  codeSent: (address, minutes) =>
    `J’ai envoyé un code à ${address}. Écris ici «\u202fcode e-mail\u202f» suivi du code dans les ${minutes} minutes\u202f; d’ici là, rien d’autre n’y est envoyé.`,
  confirmed: (address, takes) =>
    `${address} est confirmée. ${what[takes]} désormais à cette adresse. «\u202fplus d’e-mails\u202f» y met fin.`,
  noDigestYet: 'Aucun résumé n’est encore activé\u202f: «\u202frésumé hebdomadaire à 8\u202fh\u202f» en active un.',
  goes: (address, takes) => `${what[takes]} à ${address}. «\u202fplus d’e-mails\u202f» y met fin.`,
  none: 'Je ne t’envoie pas d’e-mails. «\u202fenvoie mes résumés à moi@example.org\u202f» les active.',
  off: 'Plus d’e-mails\u202f; j’ai oublié l’adresse.',
  propose: (address, takes) =>
    `J’envoie ${takes === 'digests' ? 'tes résumés' : 'tout ce que j’écris de moi-même'} à ${address}\u202f?`,
  proposeOff: 'J’arrête de t’envoyer des e-mails et j’oublie l’adresse\u202f?',
  refused: {
    malformed: 'Ce n’est pas un de mes codes. Ils ont 8 lettres et chiffres, comme 7K2M-9QXD.',
    unknown: 'Je ne connais pas ce code. Relis-le, caractère par caractère.',
    expired:
      'Ce code est trop ancien. Écris «\u202fenvoie mes résumés à moi@example.org\u202f» avec ton adresse, et un nouveau arrive.',
    used: 'Ce code ne compte plus\u202f: il a servi, ou un plus récent a été envoyé.',
    tooMany: 'Il y a eu trop de codes erronés. Attends une demi-heure et réessaie.',
  },
  codeSubject: (code) => `Ton code pour Purser\u202f: ${code}`,
  codeMail: (code, until) => [
    `Ton code est ${code}.`,
    `Écris «\u202fcode e-mail ${code}\u202f» à Purser dans ton chat avant ${until}\u202f; il pourra alors t’écrire ici.`,
    'Si tu n’as rien demandé, tu n’as rien à faire\u202f: sans le code, Purser n’envoie rien à cette adresse.',
  ],
  codeFooter: 'Purser envoie ceci parce que quelqu’un a donné cette adresse dans un chat.',
  footer:
    'Purser t’envoie ceci parce que tu l’as demandé. Pour y mettre fin, écris «\u202fplus d’e-mails\u202f» à Purser dans ton chat.',
  day: 'Ta journée',
  week: 'Ta semaine',
  subject: (name, amount, change) =>
    `${name}\u202f: ${amount}${change ? `, ${change.share} de ${change.isLess ? 'moins' : 'plus'}` : ''}`,
};
