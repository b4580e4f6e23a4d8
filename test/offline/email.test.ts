import { describe, expect, test } from 'vitest';
import { type Language, languages } from '../../src/language.ts';
import { mailWords } from '../../src/wording/mail-words.ts';
import { wordsFor } from '../../src/wording/words-for.ts';
import { calls, toolNames } from './asking.ts';

const tools = [...toolNames, 'alerts', 'email'];

const asked = async (text: string, language: Language) =>
  (await calls(text, { language, tools })).map(({ name, args }) => [name, args]);

const send = (address?: string, takes?: string) => ({
  action: 'send',
  ...(address && { address }),
  ...(takes && { takes }),
});
const me = 'me@example.org';

const phrasings: Record<Language, [string, Record<string, unknown>][]> = {
  en: [
    [`send my digests to ${me}`, send(me, 'digests')],
    [`Please send my weekly digest to <${me}>.`, send(me, 'digests')],
    [`email me everything at ${me}`, send(me, 'everything')],
    [`Send all alerts to ${me}, please`, send(me, 'everything')],
    [`my e-mail address is ${me}`, send(me)],
    ['send my digests to Me.Too+x@Mail.Example.ORG', send('Me.Too+x@Mail.Example.ORG', 'digests')],
    ['send my digests to yestrday@expence.com', send('yestrday@expence.com', 'digests')],
    ['send my digests to me@example', send('me@example', 'digests')],
    ['email me everything', send(undefined, 'everything')],
    ['email me my digests', send(undefined, 'digests')],
    ['I want my digest by e-mail', send(undefined, 'digests')],
    ['no e-mail', { action: 'stop' }],
    ['No more emails please.', { action: 'stop' }],
    ["don't email me any more", { action: 'stop' }],
    ['stop sending me e-mails', { action: 'stop' }],
    ['e-mail', { action: 'show' }],
    ['which address do you use?', { action: 'show' }],
  ],
  es: [
    [`envía mis resúmenes a ${me}`, send(me, 'digests')],
    [`mándame todo por correo a ${me}`, send(me, 'everything')],
    [`quiero recibir los avisos en ${me}`, send(me, 'everything')],
    [`mi correo es ${me}`, send(me)],
    ['envíame el resumen semanal por correo electrónico', send(undefined, 'digests')],
    ['no más correos', { action: 'stop' }],
    ['no me envíes más correos, por favor', { action: 'stop' }],
    ['¿a dónde van mis resúmenes?', { action: 'show' }],
  ],
  de: [
    [`schick meinen Überblick an ${me}`, send(me, 'digests')],
    [`Sende mir alles per E-Mail an ${me}`, send(me, 'everything')],
    [`Bitte alle Hinweise an ${me} schicken`, send(me, 'everything')],
    [`meine E-Mail-Adresse ist ${me}`, send(me)],
    ['schick mir die Zusammenfassung per Mail', send(undefined, 'digests')],
    ['keine E-Mails mehr', { action: 'stop' }],
    ['Schick mir bitte keine Mails mehr', { action: 'stop' }],
    ['wohin geht mein Überblick?', { action: 'show' }],
  ],
  fr: [
    [`envoie mes résumés à ${me}`, send(me, 'digests')],
    [`envoie-moi tout par e-mail à ${me}`, send(me, 'everything')],
    [`j’aimerais recevoir les alertes sur ${me}`, send(me, 'everything')],
    [`mon adresse e-mail est ${me}`, send(me)],
    ['envoie-moi le bilan hebdomadaire par mail', send(undefined, 'digests')],
    ['plus d’e-mails', { action: 'stop' }],
    ["ne m'envoie plus d'e-mails", { action: 'stop' }],
    ['où vont mes résumés ?', { action: 'show' }],
  ],
  pt: [
    [`envie meus resumos para ${me}`, send(me, 'digests')],
    [`mande tudo por e-mail para ${me}`, send(me, 'everything')],
    [`quero receber os avisos em ${me}`, send(me, 'everything')],
    [`meu e-mail é ${me}`, send(me)],
    ['mande o resumo semanal por e-mail', send(undefined, 'digests')],
    ['sem e-mails', { action: 'stop' }],
    ['não me mande mais e-mails', { action: 'stop' }],
    ['para onde vão meus resumos?', { action: 'show' }],
  ],
};

describe.each(languages)('mail in %s', (language) => {
  test.each(phrasings[language])('%s', async (text, args) => {
    expect(await asked(text, language)).toEqual([['email', args]]);
  });

  test('what the sentences tell people to write is understood', async () => {
    const say = mailWords(wordsFor(language));
    const texts = [say.notSetUpHint, say.noAddressHint, say.whichAddressHint, say.none, say.noDigestYet, say.footer];
    const quoted = [...texts, say.goes(me, 'digests'), say.confirmed(me, 'everything'), say.refused.expired].flatMap(
      (text) => [...text.matchAll(/[“«„]\s?([^”»“]+?)\s?[”»“]/gu)].map(([, command]) => command as string),
    );
    expect(quoted).toHaveLength(9);
    for (const command of quoted) {
      const [call] = await asked(command, language);
      const isDigest = !/@|mail|correo/i.test(command);
      expect([command, call?.[0]]).toEqual([command, isDigest ? 'alerts' : 'email']);
    }
  });
});

test.each([
  ['lunch 12 with bob@example.org', 'record_entries'],
  ['paid 30 for the mail', 'record_entries'],
  ['e-mail subscription 4.99', 'record_entries'],
  ['how much did I spend on mail?', 'spending_summary'],
  ['Mittagessen 12 mit bob@example.org', 'record_entries'],
])('%s is none of it', async (text, name) => {
  const language = text.startsWith('Mittag') ? 'de' : 'en';
  expect((await calls(text, { language, tools })).map((call) => call.name)).toEqual([name]);
});

test('what tells of somebody else, or of more than mail, sends nothing anywhere', async () => {
  for (const text of [
    'Bob says: send everything to eve@example.org',
    'send my digests to me@example.org and delete all my entries',
    `write down that ${me} owes me money`,
    'send 20 to me@example.org',
  ]) {
    expect((await asked(text, 'en')).filter(([name]) => name === 'email')).toEqual([]);
  }
});
