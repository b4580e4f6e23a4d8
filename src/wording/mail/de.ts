import type { Mailed, MailWords } from '../mail-words.ts';

const what: Readonly<Record<Mailed, string>> = {
  digests: 'Dein Überblick geht',
  everything: 'Alles, was ich von mir aus schreibe, geht',
};

export const de: MailWords = {
  notSetUp: 'Wer diesen Purser betreibt, hat keine E-Mail eingerichtet.',
  notSetUpHint: 'Ich kann dir hier schreiben: „wöchentlicher Überblick um 8“.',
  privately: 'E-Mails handeln von deinem eigenen Geld, das machen wir unter uns aus.',
  privatelyHint: 'Schreib mir das in einem privaten Gespräch.',
  noAddress: 'Das ist keine E-Mail-Adresse.',
  noAddressHint: 'Schreib zum Beispiel „schick meinen Überblick an ich@example.org“.',
  whichAddress: 'Ich kenne deine Adresse noch nicht.',
  whichAddressHint: 'Schreib „schick meinen Überblick an ich@example.org“.',
  tooManyCodes: (count) => `Das waren ${count} Codes an einem Tag.`,
  tooManyTo: (count) => `An diese Adresse gingen schon ${count} Codes an einem Tag.`,
  tooManyHint: 'Nimm den letzten, oder versuch es morgen wieder.',
  codeSent: (address, minutes) =>
    `Ich habe einen Code an ${address} geschickt. Schreib hier innerhalb von ${minutes} Minuten „E-Mail-Code“ und den Code; vorher geht nichts anderes dorthin.`,
  confirmed: (address, takes) =>
    `${address} ist bestätigt. ${what[takes]} ab jetzt dorthin. „keine E-Mails mehr“ beendet das.`,
  noDigestYet: 'Es ist noch kein Überblick an: „wöchentlicher Überblick um 8“ schaltet einen ein.',
  goes: (address, takes) => `${what[takes]} an ${address}. „keine E-Mails mehr“ beendet das.`,
  none: 'Ich schicke dir keine E-Mails. „schick meinen Überblick an ich@example.org“ schaltet sie ein.',
  off: 'Keine E-Mails mehr; die Adresse habe ich vergessen.',
  propose: (address, takes) =>
    `Soll ich ${takes === 'digests' ? 'deinen Überblick' : 'alles, was ich von mir aus schreibe,'} an ${address} schicken?`,
  proposeOff: 'Soll ich dir keine E-Mails mehr schicken und die Adresse vergessen?',
  refused: {
    malformed: 'Das ist keiner meiner Codes. Sie haben 8 Buchstaben und Ziffern, etwa 7K2M-9QXD.',
    unknown: 'Diesen Code kenne ich nicht. Sieh ihn dir noch einmal an, Zeichen für Zeichen.',
    expired:
      'Dieser Code ist zu alt. Schreib „schick meinen Überblick an ich@example.org“ mit deiner Adresse, dann kommt ein neuer.',
    used: 'Dieser Code gilt nicht mehr: Er wurde benutzt, oder es kam schon ein neuerer.',
    tooMany: 'Es waren zu viele falsche Codes. Warte eine halbe Stunde und versuch es noch einmal.',
  },
  codeSubject: (code) => `Dein Code für Purser: ${code}`,
  codeMail: (code, until) => [
    `Dein Code ist ${code}.`,
    `Schreib Purser in deinem Chat bis ${until} Uhr „E-Mail-Code ${code}“; dann darf er dir hierher schreiben.`,
    'Wenn du nicht darum gebeten hast, musst du nichts tun: Ohne den Code schickt Purser nichts an diese Adresse.',
  ],
  codeFooter: 'Purser schickt das, weil jemand diese Adresse in einem Chat angegeben hat.',
  footer:
    'Purser schickt dir das, weil du darum gebeten hast. Um es zu beenden, schreib Purser in deinem Chat „keine E-Mails mehr“.',
  day: 'Dein Tag',
  week: 'Deine Woche',
  subject: (name, amount, change) =>
    `${name}: ${amount}${change ? `, ${change.share} ${change.isLess ? 'weniger' : 'mehr'}` : ''}`,
};
