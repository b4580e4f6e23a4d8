/** The one family of errors. Anything else that is thrown is a bug. */

/** Somebody asked for what can't be done; `message` says what is wrong, `hint` what to write instead. */
export class InputError extends Error {
  readonly hint: string;

  constructor(message: string, hint = '') {
    super(message);
    this.name = 'InputError';
    this.hint = hint;
  }
}

/** Something outside (a model, a platform, a database) failed; the same may work later. */
export class PlatformError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'PlatformError';
  }
}
