/** How to connect to a mail server, by its address. */

/** For the SMTP client. A login goes over the wire encrypted only, except within this machine. */
export function connectionTo(smtpUrl: string) {
  const { protocol, hostname, port, username, password } = new URL(smtpUrl);
  const secure = protocol === 'smtps:';
  const host = hostname.replace(/^\[|\]$/g, '');
  const isLocal = host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);
  const auth = username === '' ? undefined : { user: decodeURIComponent(username), pass: decodeURIComponent(password) };
  return {
    ...{ host, secure, requireTLS: !secure && auth !== undefined && !isLocal },
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    ...(auth ? { auth } : {}),
  };
}
