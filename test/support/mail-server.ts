/** A real SMTP server on this machine, which keeps what it is sent and fails as a test says. */

import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export interface ReceivedMail {
  readonly to: readonly string[];
  readonly raw: string;
  readonly parsed: Email;
  /** Who logged in. */
  readonly user: string | null;
  readonly isEncrypted: boolean;
}

/** An answer instead of the next "250" at a step, or a connection that ends there. */
export interface MailFault {
  readonly at: 'MAIL' | 'RCPT' | 'DATA';
  readonly code?: number;
  readonly text?: string;
  /** Once the mail is kept, nothing is answered any more. */
  readonly isSilent?: boolean;
}

export async function startMailServer(options: Partial<SMTPServerOptions> = {}, port = 0) {
  const mails: ReceivedMail[] = [];
  const faults: MailFault[] = [];
  /** The next fault, where it is one of this step. */
  const faultAt = (at: MailFault['at']): MailFault | undefined => (faults[0]?.at === at ? faults.shift() : undefined);
  const failure = ({ code = 451, text = 'not now' }: MailFault) =>
    Object.assign(new Error(text), { responseCode: code });
  const pass = (at: MailFault['at'], done: (error?: Error) => void) => {
    const fault = faultAt(at);
    if (fault) done(failure(fault));
    else done();
  };
  const server = new SMTPServer({
    ...{
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      logger: false,
      disableReverseLookup: true,
      closeTimeout: 100,
    },
    onMailFrom: (_address, _session, done) => pass('MAIL', done),
    onRcptTo: (_address, _session, done) => pass('RCPT', done),
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', async () => {
        const fault = faultAt('DATA');
        if (fault && !fault.isSilent) return done(failure(fault));
        const raw = Buffer.concat(chunks).toString('latin1');
        const to = session.envelope.rcptTo.map(({ address }) => address);
        const user = typeof session.user === 'string' ? session.user : null;
        mails.push({
          to,
          raw,
          parsed: await PostalMime.parse(Buffer.concat(chunks)),
          user,
          isEncrypted: session.secure,
        });
        if (!fault) done();
      });
    },
    ...options,
  });
  server.on('error', () => {});
  server.listen(port, '127.0.0.1');
  await once(server.server, 'listening');
  const { port: taken } = server.server.address() as AddressInfo;
  return {
    mails,
    faults,
    port: taken,
    url: `smtp://127.0.0.1:${taken}`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
