/** What a failed mail means. A server's own words name the recipient, so nothing of them but its codes is kept. */

import { DeliveryError } from '../channel.ts';

/** As the SMTP client throws it. */
export interface SmtpFailure {
  readonly code?: string;
  /** "CONN", "AUTH", "MAIL FROM", "RCPT TO", "DATA": at which step. */
  readonly command?: string;
  /** 550 */
  readonly responseCode?: number;
  readonly response?: string;
}

/** Codes by which a server wants a login, or is another than was meant. */
const WANTS_LOGIN = [502, 503, 530, 534, 535, 538];

/** Null for what no mail server has to do with. */
export function deliveryError(failure: SmtpFailure): DeliveryError | null {
  const { code, command = '', responseCode } = failure;
  if (code === undefined) return null;
  if (responseCode === undefined) {
    // Once its text was on the way, a mail that breaks every connection must not be tried for ever.
    const outcome = command === 'DATA' || command === 'API' ? 'later' : 'away';
    return new DeliveryError(`The mail server of PURSER_SMTP_URL can’t be reached (${code}).`, outcome);
  }
  const status = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(failure.response ?? '')?.[0];
  const answer = [responseCode, status].filter(Boolean).join(' ');
  if (responseCode < 500) return new DeliveryError(`The mail server put it off (${answer}).`, 'later');
  if (code === 'EAUTH' || WANTS_LOGIN.includes(responseCode)) {
    return new DeliveryError(`The mail server does not accept the login in PURSER_SMTP_URL (${answer}).`, 'away');
  }
  if (command === 'MAIL FROM') {
    return new DeliveryError(`The mail server does not let PURSER_MAIL_FROM send (${answer}).`, 'away');
  }
  if (command === 'RCPT TO' || command === 'DATA') {
    return new DeliveryError(`The mail server refused the mail or its recipient (${answer}).`, 'refused');
  }
  return new DeliveryError(`The mail server of PURSER_SMTP_URL refused to talk (${answer}).`, 'away');
}
