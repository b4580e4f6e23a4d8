/** All methods of the Bot API that the server knows. */

import type { Call } from './read-request.ts';

/** Throws ApiError; `gone` aborts when the caller hangs up. */
export type Method = (call: Call, gone: AbortSignal) => unknown;
export type Methods = Readonly<Record<string, Method>>;
