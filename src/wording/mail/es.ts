import type { Mailed, MailWords } from '../mail-words.ts';

const what: Readonly<Record<Mailed, string>> = {
  digests: 'Tus resúmenes llegan',
  everything: 'Todo lo que escribo por mi cuenta llega',
};

export const es: MailWords = {
  notSetUp: 'Quien lleva este Purser no ha configurado el correo.',
  notSetUpHint: 'Puedo escribirte aquí: «resumen semanal a las 8».',
  privately: 'Los correos tratan de tu propio dinero, así que eso lo acordamos entre nosotros dos.',
  privatelyHint: 'Escríbemelo en una conversación privada.',
  noAddress: 'Eso no es una dirección de correo.',
  noAddressHint: 'Escribe una así: «envía mis resúmenes a yo@example.org».',
  whichAddress: 'Todavía no conozco tu dirección.',
  whichAddressHint: 'Escribe «envía mis resúmenes a yo@example.org».',
  tooManyCodes: (count) => `Ya van ${count} códigos en un día.`,
  tooManyTo: (count) => `Esa dirección ya recibió ${count} códigos en un día.`,
  tooManyHint: 'Usa el último o inténtalo mañana.',
  codeSent: (address, minutes) =>
    `He enviado un código a ${address}. Escribe aquí «código de correo» y el código en los próximos ${minutes} minutos; hasta entonces no irá nada más a esa dirección.`,
  confirmed: (address, takes) =>
    `${address} queda confirmada. ${what[takes]} ahí a partir de ahora. «no más correos» lo termina.`,
  noDigestYet: 'Aún no tienes ningún resumen: «resumen semanal a las 8» activa uno.',
  goes: (address, takes) => `${what[takes]} a ${address}. «no más correos» lo termina.`,
  none: 'No te envío correos. «envía mis resúmenes a yo@example.org» los activa.',
  off: 'Ya no te envío correos, y he olvidado la dirección.',
  propose: (address, takes) =>
    `¿Envío ${takes === 'digests' ? 'tus resúmenes' : 'todo lo que escribo por mi cuenta'} a ${address}?`,
  proposeOff: '¿Dejo de enviarte correos y olvido la dirección?',
  refused: {
    malformed: 'Ese no es un código mío. Tienen 8 letras y cifras, como 7K2M-9QXD.',
    unknown: 'No conozco ese código. Míralo otra vez, letra por letra.',
    expired:
      'Ese código ya caducó. Escribe «envía mis resúmenes a yo@example.org» con tu dirección y te llegará uno nuevo.',
    used: 'Ese código ya no vale: se usó o se envió otro más nuevo.',
    tooMany: 'Hubo demasiados códigos erróneos. Espera media hora y vuelve a intentarlo.',
  },
  codeSubject: (code) => `Tu código para Purser: ${code}`,
  codeMail: (code, until) => [
    `Tu código es ${code}.`,
    `Escribe «código de correo ${code}» a Purser en tu chat antes de las ${until}; entonces podrá escribirte aquí.`,
    'Si no lo has pedido, no tienes que hacer nada: sin el código, Purser no envía nada a esta dirección.',
  ],
  codeFooter: 'Purser envía esto porque alguien dio esta dirección en un chat.',
  footer: 'Purser te envía esto porque lo pediste. Para terminarlo, escribe «no más correos» a Purser en tu chat.',
  day: 'Tu día',
  week: 'Tu semana',
  subject: (name, amount, change) =>
    `${name}: ${amount}${change ? `, un ${change.share} ${change.isLess ? 'menos' : 'más'}` : ''}`,
};
