/** Refusals as Discord words them: { message, code, errors }. */

export class ApiError extends Error {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;

  constructor(status: number, code: number, message: string, errors?: Record<string, unknown>) {
    super(message);
    this.status = status;
    this.body = { message, code, ...(errors ? { errors } : {}) };
  }
}

const refusals = {
  general: [404, 0, '404: Not Found'],
  unauthorized: [401, 0, '401: Unauthorized'],
  unknownChannel: [404, 10003, 'Unknown Channel'],
  unknownGuild: [404, 10004, 'Unknown Guild'],
  unknownMessage: [404, 10008, 'Unknown Message'],
  unknownUser: [404, 10013, 'Unknown User'],
  unknownWebhook: [404, 10015, 'Unknown Webhook'],
  unknownInteraction: [404, 10062, 'Unknown interaction'],
  unknownCommand: [404, 10063, 'Unknown application command'],
  dailyCommandCreates: [400, 30034, 'Max number of daily application command creates has been reached (200)'],
  tooLarge: [413, 40005, 'Request entity too large'],
  alreadyAcknowledged: [400, 40060, 'Interaction has already been acknowledged.'],
  missingAccess: [403, 50001, 'Missing Access'],
  notTheAuthor: [403, 50005, 'Cannot edit a message authored by another user'],
  emptyMessage: [400, 50006, 'Cannot send an empty message'],
  cannotDm: [403, 50007, 'Cannot send messages to this user'],
  missingPermissions: [403, 50013, 'Missing Permissions'],
  invalidToken: [401, 50027, 'Invalid Webhook Token'],
  badJson: [400, 50109, 'The request body contains invalid JSON.'],
} as const satisfies Record<string, readonly [number, number, string]>;

/** One of the refusals that carry no details. */
export function refusal(what: keyof typeof refusals): ApiError {
  const [status, code, message] = refusals[what];
  return new ApiError(status, code, message);
}

/** Something wrong with one field of a body. */
export interface Fault {
  readonly path: readonly (string | number)[];
  readonly code: string;
  readonly message: string;
}

/** 50035 with each fault at its place. */
export function invalidForm(faults: readonly Fault[]): ApiError {
  const errors: Record<string, unknown> = {};
  for (const { path, code, message } of faults) {
    let place = errors;
    for (const step of path) {
      place[step] ??= {};
      place = place[step] as Record<string, unknown>;
    }
    place._errors = [...((place._errors as unknown[]) ?? []), { code, message }];
  }
  return new ApiError(400, 50035, 'Invalid Form Body', errors);
}

/** Collects the faults of a body, and throws them all at once. */
export class FormCheck {
  readonly faults: Fault[] = [];

  fault(path: Fault['path'], code: string, message: string): void {
    this.faults.push({ path, code, message });
  }

  /** A text of `min` to `max` characters. */
  text(path: Fault['path'], value: unknown, max: number, min = 0): value is string {
    if (typeof value !== 'string') {
      this.fault(path, 'STRING_TYPE_CONVERT', 'Could not interpret value as string.');
      return false;
    }
    const length = [...value].length;
    if (length > max) this.fault(path, 'BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`);
    else if (length < min && length === 0) this.fault(path, 'BASE_TYPE_REQUIRED', 'This field is required');
    else if (length < min) this.fault(path, 'BASE_TYPE_MIN_LENGTH', `Must be ${min} or more in length.`);
    return true;
  }

  /** A list of `min` to `max` items. */
  list(path: Fault['path'], value: unknown, max: number, min = 0): value is unknown[] {
    if (!Array.isArray(value)) {
      this.fault(path, 'LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType');
      return false;
    }
    if (value.length > max || value.length < min) {
      this.fault(path, 'BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`);
    }
    return true;
  }

  choice(path: Fault['path'], value: unknown, choices: readonly unknown[]): void {
    if (!choices.includes(value)) {
      this.fault(path, 'BASE_TYPE_CHOICES', `Value must be one of {${choices.join(', ')}}.`);
    }
  }

  finish(): void {
    if (this.faults.length > 0) throw invalidForm(this.faults);
  }
}
