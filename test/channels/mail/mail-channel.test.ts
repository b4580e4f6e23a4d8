import { describe, expect, onTestFinished, test } from 'vitest';
import { type Delivery, DeliveryError } from '../../../src/channels/channel.ts';
import { connectionTo } from '../../../src/channels/mail/connection.ts';
import { createMailChannel, type MailSettings } from '../../../src/channels/mail/mail-channel.ts';
import type { ChartSpec } from '../../../src/charts/chart-spec.ts';
import { plainReply, type Reply } from '../../../src/conversation/message.ts';
import { createLog } from '../../../src/log.ts';
import { startMailServer } from '../../support/mail-server.ts';
import { noAttachments } from '../../support/scripted-channel.ts';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
/** Frozen, as settings are. */
const from = Object.freeze({ name: 'Purser', address: 'purser@example.org' });
const chart: ChartSpec = {
  kind: 'bar',
  title: 'Spending',
  alt: 'Last week you spent “€12.00” <on> dining.',
  locale: 'en',
  currency: 'EUR',
  labels: ['2026-06-08'],
  values: [1_200],
};

const digest: Reply = {
  ...plainReply('Last week you spent €12.00.\nNo bills are coming up.'),
  buttons: [{ id: 'notice-fine:1', label: 'That’s fine' }],
  charts: [chart],
  mail: {
    subject: 'Your week: €12.00',
    footer: 'Write “no e-mail” to Purser in your chat to end these mails.',
    language: 'en',
  },
};

async function open(settings: Partial<MailSettings> = {}, server?: Awaited<ReturnType<typeof startMailServer>>) {
  const smtp = server ?? (await startMailServer());
  const logged: string[] = [];
  const log = createLog('debug', { write: (line) => void logged.push(line) });
  let clock = Date.parse('2026-06-15T10:00:00Z');
  const channel = createMailChannel({ smtpUrl: smtp.url, from, log, now: () => clock, ...settings });
  onTestFinished(async () => {
    await channel.stop();
    await smtp.close();
  });
  const parts: string[] = [];
  const send = async (more: Partial<Delivery> = {}) =>
    await channel.send({
      ...{ conversation: 'mail:me@example.org', address: {}, note: '0198-row', audience: 'everyone', reply: digest },
      ...{ attachments: { ...noAttachments, drawChart: async () => png }, sent: [] },
      onSent: async (part, key) => void parts.push(`${part} ${key}`),
      ...more,
    });
  const outcomeOf = async (sending: Promise<void>) =>
    await sending.then(
      () => 'sent',
      (error: DeliveryError) => {
        expect(error).toBeInstanceOf(DeliveryError);
        expect(error.message).not.toMatch(/me@|12\.00/);
        return error.outcome;
      },
    );
  return { smtp, channel, send, parts, logged, outcomeOf, skip: (ms: number) => (clock += ms) };
}

describe('a mail', () => {
  test('is plain text and the same as HTML, with the picture within it and nothing fetched', async () => {
    const { smtp, send, parts } = await open();
    await send();
    expect(parts).toEqual(['mail mail:0198-row']);
    const [{ to, parsed, raw }] = smtp.mails as [(typeof smtp.mails)[number]];
    expect(to).toEqual(['me@example.org']);
    expect(parsed).toMatchObject({
      ...{ subject: 'Your week: €12.00', messageId: '<0198-row@example.org>', date: '2026-06-15T10:00:00.000Z' },
      ...{ from: { name: 'Purser', address: 'purser@example.org' }, to: [{ address: 'me@example.org' }] },
    });
    const headers = new Map(parsed.headers.map(({ key, value }) => [key, value]));
    expect(headers.get('auto-submitted')).toBe('auto-generated');
    expect(headers.has('list-unsubscribe')).toBe(false);
    const [footer, ...lines] = [digest.mail?.footer, ...digest.text.split('\n')];
    expect(parsed.text?.trim()).toBe(`${lines.join('\n\n')}\n\n-- \n${footer}`);
    for (const line of [...lines, footer as string]) expect(parsed.html).toContain(line);
    expect(parsed.html).not.toMatch(/https?:|<script|url\(/);
    expect(raw).not.toContain('That’s fine');
    const [picture, ...more] = parsed.attachments;
    expect(more).toEqual([]);
    expect(picture).toMatchObject({ mimeType: 'image/png', disposition: 'inline' });
    expect(Buffer.from(picture?.content as ArrayBuffer).equals(png)).toBe(true);
    const shown = /<img src="cid:([^"]+)" alt="([^"]+)"/.exec(parsed.html ?? '');
    expect(`<${shown?.[1]}>`).toBe(picture?.contentId);
    expect(shown?.[2]).toBe('Last week you spent “€12.00” &lt;on&gt; dining.');
  });

  test('with anything in its texts gets no header and no tag more, and goes to nobody else', async () => {
    const { smtp, send } = await open();
    const text = 'Bar <script>alert(1)</script>\r\nBcc: all@example.org\u2028 & "co"\u0000: €5.00\nsecond';
    const mail = {
      subject: 'Hi\r\nBcc: eve@example.org\r\n\r\n<b>body</b>',
      footer: '<a href="x">y</a>',
      language: '"><i',
    };
    await send({ reply: { ...digest, text, mail, charts: [{ ...chart, alt: '" onerror="x\r\nBcc: a@b.c' }] } });
    const [{ to, parsed }] = smtp.mails as [(typeof smtp.mails)[number]];
    expect(to).toEqual(['me@example.org']);
    expect(parsed.bcc).toBeUndefined();
    expect(parsed.headers.map(({ key }) => key)).not.toContain('bcc');
    expect(parsed.subject).toBe('Hi Bcc: eve@example.org <b>body</b>');
    const tags = [...(parsed.html ?? '').matchAll(/<\/?([a-z]+)/g)].map(([, name]) => name);
    expect(new Set(tags)).toEqual(new Set(['html', 'head', 'meta', 'title', 'style', 'body', 'div', 'p', 'img']));
    expect(parsed.html).not.toMatch(/ onerror="| href="/);
    expect(parsed.html).toContain('Bcc: all@example.org &amp; &quot;co&quot; : €5.00');
  });

  test('has a subject of its first line where it has none, cut between words', async () => {
    const { smtp, send } = await open();
    await send({ reply: plainReply(`${'word '.repeat(40)}\nmore`) });
    expect(smtp.mails[0]?.parsed.subject).toMatch(/^(?:word )+word…$/);
    expect(smtp.mails[0]?.parsed.subject?.length).toBeLessThanOrEqual(111);
  });

  test('that a killed process has sent already is not sent again', async () => {
    const { smtp, send, parts } = await open();
    await send({ sent: ['mail'] });
    expect([smtp.mails.length, parts]).toEqual([0, []]);
  });
});

describe('a server', () => {
  test('that puts a mail off gets it again under the same name', async () => {
    const { smtp, send, outcomeOf } = await open();
    smtp.faults.push({ at: 'RCPT', code: 451 }, { at: 'DATA', code: 452 });
    expect([await outcomeOf(send()), await outcomeOf(send()), await outcomeOf(send())]).toEqual([
      'later',
      'later',
      'sent',
    ]);
    expect(smtp.mails.map(({ parsed }) => parsed.messageId)).toEqual(['<0198-row@example.org>']);
  });

  test.each([
    ['RCPT', 550, '5.1.1 <me@example.org>: no such user', 'refused'],
    ['DATA', 554, '5.7.1 me@example.org does not want it', 'refused'],
    ['MAIL', 553, '5.7.1 not your address', 'away'],
    ['MAIL', 530, '5.7.0 log in first', 'away'],
    ['RCPT', 530, '5.7.0 log in first', 'away'],
  ] as const)('that answers %s with %i %s: %s', async (at, code, text, outcome) => {
    const { smtp, send, outcomeOf, logged, channel, skip } = await open();
    smtp.faults.push({ at, code, text });
    expect(await outcomeOf(send())).toBe(outcome);
    expect(logged.join()).not.toContain('me@');
    expect(channel.trouble?.() !== null).toBe(outcome === 'away');
    skip(20_000);
    expect(await outcomeOf(send())).toBe('sent');
    expect(channel.trouble?.()).toBeNull();
  });

  test('that is not there is not asked all the time, and is written of once', async () => {
    const gone = await startMailServer();
    await gone.close();
    const { send, outcomeOf, logged, skip } = await open({ smtpUrl: gone.url });
    expect([await outcomeOf(send()), await outcomeOf(send())]).toEqual(['away', 'away']);
    const started = performance.now();
    for (let count = 0; count < 100; count++) expect(await outcomeOf(send())).toBe('away');
    expect(performance.now() - started).toBeLessThan(200);
    skip(20_000);
    expect(await outcomeOf(send())).toBe('away');
    expect(logged).toHaveLength(1);
    const back = await startMailServer({}, gone.port);
    onTestFinished(back.close);
    skip(20_000);
    expect(await outcomeOf(send())).toBe('sent');
  });

  test('that falls silent is not waited for as long as its lease lasts', async () => {
    const { smtp, send, outcomeOf } = await open({ timing: { send: 300 } });
    smtp.faults.push({ at: 'DATA', isSilent: true });
    expect(['away', 'later']).toContain(await outcomeOf(send()));
  });

  test('that wants a login gets it; a wrong one is told at the start', async () => {
    const onAuth = ((auth, _session, done) => {
      if (auth.password === 'p@ss') done(null, { user: auth.username });
      else done(new Error('no'));
    }) as NonNullable<Parameters<typeof startMailServer>[0]>['onAuth'];
    const smtp = await startMailServer({ authOptional: false, allowInsecureAuth: true, ...(onAuth ? { onAuth } : {}) });
    const good = await open({ smtpUrl: smtp.url.replace('//', '//me:p%40ss@') }, smtp);
    expect(await good.outcomeOf(good.send())).toBe('sent');
    expect(smtp.mails[0]?.user).toBe('me');

    const wrong = await open({ smtpUrl: smtp.url.replace('//', '//me:wrong@') }, smtp);
    await wrong.channel.start({} as never);
    await expect.poll(() => wrong.channel.trouble?.()).toContain('does not accept the login in PURSER_SMTP_URL (535');
    expect(wrong.logged.join()).not.toContain('wrong');
  });

  test.each([
    ['smtp://mail.example.org', { host: 'mail.example.org', port: 587, secure: false, requireTLS: false }],
    ['smtps://u:p@mail.example.org', { port: 465, secure: true, auth: { user: 'u', pass: 'p' } }],
    ['smtp://u%40x:p%2F@mail.example.org:25', { port: 25, requireTLS: true, auth: { user: 'u@x', pass: 'p/' } }],
    ['smtp://u:p@127.0.0.1', { host: '127.0.0.1', requireTLS: false }],
    ['smtp://u:p@[::1]:2525', { host: '::1', port: 2525, requireTLS: false }],
    // Not this machine, whatever it is called.
    ['smtp://u:p@localhost.example.org', { requireTLS: true }],
    ['smtp://u:p@127.example.org', { requireTLS: true }],
  ])('%s: a login goes over the wire encrypted only, except within this machine', (url, expected) => {
    expect(connectionTo(url)).toMatchObject(expected);
  });

  test('that has a mail half-way when Purser leaves gets all of it', async () => {
    const { smtp, send, channel, outcomeOf } = await open();
    const sending = outcomeOf(send());
    await channel.stop();
    expect([await sending, smtp.mails.length]).toEqual(['sent', 1]);
    expect(await outcomeOf(send())).toBe('away');
  });
});
