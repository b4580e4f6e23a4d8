import type { Mailed, MailWords } from '../mail-words.ts';

const what: Readonly<Record<Mailed, string>> = {
  digests: 'Your digests go',
  everything: 'All that I write unasked goes',
};

export const en: MailWords = {
  notSetUp: 'Whoever runs this Purser has not set up e-mail.',
  notSetUpHint: 'I can write to you here: “weekly digest at 8”.',
  privately: 'E-mails are about your own money, so that is arranged between us two.',
  privatelyHint: 'Write it to me in a private conversation.',
  noAddress: 'That is no e-mail address.',
  noAddressHint: 'Write one like “send my digests to me@example.org”.',
  whichAddress: 'I don’t know your address yet.',
  whichAddressHint: 'Write “send my digests to me@example.org”.',
  tooManyCodes: (count) => `That was ${count} codes within a day.`,
  tooManyTo: (count) => `That address has got ${count} codes within a day.`,
  tooManyHint: 'Use the latest one, or try again tomorrow.',
  codeSent: (address, minutes) =>
    `I have sent a code to ${address}. Write “email code” and the code here within ${minutes} minutes; before that nothing else goes there.`,
  confirmed: (address, takes) => `${address} is confirmed. ${what[takes]} there from now on. “no e-mail” ends that.`,
  noDigestYet: 'No digest is on yet: “weekly digest at 8” switches one on.',
  goes: (address, takes) => `${what[takes]} to ${address}. “no e-mail” ends that.`,
  none: 'I send you no e-mail. “send my digests to me@example.org” begins it.',
  off: 'No e-mail any more; I have forgotten the address.',
  propose: (address, takes) =>
    `Shall I send ${takes === 'digests' ? 'your digests' : 'all that I write unasked'} to ${address}?`,
  proposeOff: 'Shall I send you no e-mail any more, and forget the address?',
  refused: {
    malformed: 'That is no code of mine. One has 8 letters and digits, such as 7K2M-9QXD.',
    unknown: 'I don’t know that code. Look at it again, letter by letter.',
    expired: 'That code is too old. Write “send my digests to me@example.org” with your address, and a new one comes.',
    used: 'That code does not count any more: it was used, or a newer one was sent.',
    tooMany: 'There were too many wrong codes. Wait half an hour and try again.',
  },
  codeSubject: (code) => `Your code for Purser: ${code}`,
  codeMail: (code, until) => [
    `Your code is ${code}.`,
    `Write “email code ${code}” to Purser in your chat by ${until}; then it may write to you here.`,
    'If you did not ask for this, you need not do anything: without the code, Purser sends nothing to this address.',
  ],
  codeFooter: 'Purser sends this because somebody gave this address in a chat.',
  footer: 'Purser sends you this because you asked for it. To end it, write “no e-mail” to Purser in your chat.',
  day: 'Your day',
  week: 'Your week',
  subject: (name, amount, change) =>
    `${name}: ${amount}${change ? `, ${change.share} ${change.isLess ? 'less' : 'more'}` : ''}`,
};
