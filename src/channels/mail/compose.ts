/** A reply as a mail: plain text, the same as HTML, and its pictures within it. */

import type { SendMailOptions } from 'nodemailer';
import type { Reply } from '../../conversation/message.ts';
import type { Sender } from '../../mail-address.ts';
import { htmlBody } from './html-body.ts';

export interface Picture {
  readonly alt: string;
  readonly png: Uint8Array;
}

export interface Envelope {
  readonly from: Sender;
  readonly to: string;
  /** The same at every try: by it a mailbox knows a mail that came twice. */
  readonly id: string;
  readonly pictures: readonly Picture[];
  readonly date: Date;
}

/** Longer subjects are cut off by every mail program. */
const LONGEST_SUBJECT = 110;

export function composeMail(
  { text, mail }: Pick<Reply, 'text' | 'mail'>,
  { from, to, id, pictures, date }: Envelope,
): SendMailOptions {
  const lines = text.split('\n').map(oneLine).filter(Boolean);
  const subject = cut(oneLine(mail?.subject ?? lines[0] ?? ''));
  const footer = oneLine(mail?.footer ?? '');
  const domain = from.address.slice(from.address.lastIndexOf('@') + 1);
  const shown = pictures.map(({ alt, png }, index) => ({
    alt: oneLine(alt),
    png,
    cid: `picture-${index + 1}.${id}@${domain}`,
  }));
  return {
    // A copy: the mail client rewrites what it is handed, and settings are frozen.
    ...{ from: { ...from }, to: { name: '', address: to }, subject, date, messageId: `<${id}@${domain}>` },
    // So that no program answers it, and none sends its owner's "out of office".
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    text: [...lines, ...(footer ? [`-- \n${footer}`] : [])].join('\n\n'),
    html: htmlBody({ subject, lines, footer, pictures: shown, language: mail?.language ?? 'en' }),
    attachments: shown.map(({ png, cid }, index) => ({
      ...{ filename: `picture-${index + 1}.png`, cid, content: Buffer.from(png) },
      ...{ contentType: 'image/png', contentDisposition: 'inline' as const },
    })),
  };
}

/** Names that people wrote may hold anything. */
function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}

function cut(text: string): string {
  if (text.length <= LONGEST_SUBJECT) return text;
  const whole = text.slice(0, LONGEST_SUBJECT);
  return `${whole.slice(0, whole.lastIndexOf(' ') + 1 || LONGEST_SUBJECT).trimEnd()}…`;
}
