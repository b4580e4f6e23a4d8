import type { Mailed, MailWords } from '../mail-words.ts';

const what: Readonly<Record<Mailed, string>> = {
  digests: 'Seus resumos vão',
  everything: 'Tudo o que escrevo por conta própria vai',
};

export const pt: MailWords = {
  notSetUp: 'Quem cuida deste Purser não configurou o e-mail.',
  notSetUpHint: 'Posso escrever para você aqui: “resumo semanal às 8”.',
  privately: 'Os e-mails tratam do seu próprio dinheiro, então isso a gente combina a sós.',
  privatelyHint: 'Escreva isso para mim em uma conversa privada.',
  noAddress: 'Isso não é um endereço de e-mail.',
  noAddressHint: 'Escreva um assim: “envie meus resumos para eu@example.org”.',
  whichAddress: 'Ainda não sei o seu endereço.',
  whichAddressHint: 'Escreva “envie meus resumos para eu@example.org”.',
  tooManyCodes: (count) => `Já foram ${count} códigos em um dia.`,
  tooManyTo: (count) => `Esse endereço já recebeu ${count} códigos em um dia.`,
  tooManyHint: 'Use o último ou tente de novo amanhã.',
  codeSent: (address, minutes) =>
    `Enviei um código para ${address}. Escreva aqui “código de e-mail” e o código em até ${minutes} minutos; antes disso, nada mais vai para lá.`,
  confirmed: (address, takes) =>
    `${address} está confirmado. ${what[takes]} para lá a partir de agora. “sem e-mails” encerra isso.`,
  noDigestYet: 'Ainda não há nenhum resumo ligado: “resumo semanal às 8” liga um.',
  goes: (address, takes) => `${what[takes]} para ${address}. “sem e-mails” encerra isso.`,
  none: 'Não envio e-mails para você. “envie meus resumos para eu@example.org” liga isso.',
  off: 'Sem e-mails a partir de agora; esqueci o endereço.',
  propose: (address, takes) =>
    `Devo enviar ${takes === 'digests' ? 'seus resumos' : 'tudo o que escrevo por conta própria'} para ${address}?`,
  proposeOff: 'Devo parar de enviar e-mails para você e esquecer o endereço?',
  refused: {
    malformed: 'Esse não é um código meu. Eles têm 8 letras e números, como 7K2M-9QXD.',
    unknown: 'Não conheço esse código. Confira de novo, letra por letra.',
    expired:
      'Esse código já venceu. Escreva “envie meus resumos para eu@example.org” com o seu endereço, e um novo chega.',
    used: 'Esse código não vale mais: já foi usado ou um mais novo foi enviado.',
    tooMany: 'Foram códigos errados demais. Espere meia hora e tente de novo.',
  },
  codeSubject: (code) => `Seu código para o Purser: ${code}`,
  codeMail: (code, until) => [
    `Seu código é ${code}.`,
    `Escreva “código de e-mail ${code}” para o Purser no seu chat até as ${until}; então ele poderá escrever para você aqui.`,
    'Se você não pediu isso, não precisa fazer nada: sem o código, o Purser não envia nada para este endereço.',
  ],
  codeFooter: 'O Purser envia isto porque alguém informou este endereço em um chat.',
  footer: 'O Purser envia isto porque você pediu. Para encerrar, escreva “sem e-mails” para o Purser no seu chat.',
  day: 'Seu dia',
  week: 'Sua semana',
  subject: (name, amount, change) =>
    `${name}: ${amount}${change ? `, ${change.share} a ${change.isLess ? 'menos' : 'mais'}` : ''}`,
};
