/** How much one message may cause. */

/** Model calls a turn: the longest useful chain (look up, correct, check, phrase) needs four; twice that is a loop. */
export const MAX_ROUNDS = 8;

/** Tool calls a turn: as many as `record_entries` takes items, for a model that records one by one. */
export const MAX_TOOL_CALLS = 25;

/** Wall-clock milliseconds a turn may spend on a model: people give up on a chat after a minute. */
export const MAX_MODEL_MILLISECONDS = 60_000;

/** Tokens a turn, in and out: eight rounds of a full prompt (4,000) with room for long lists. */
export const MAX_TOKENS = 60_000;

/** Characters of one message; the platforms themselves send at most 4,000 to 40,000. */
export const MAX_MESSAGE_LENGTH = 8_000;

/** Earlier turns that the model sees, and those of them with their tool calls. */
export const HISTORY_TURNS = 10;
export const HISTORY_TURNS_WITH_TOOLS = 3;

/** How long a worker may hold a turn without a sign of life. */
export const LEASE_MILLISECONDS = 30_000;

/** A proposal is a question about the moment; later, its person has forgotten what it was about. */
export const PROPOSAL_MINUTES = 10;

/** A turn that fails this often is answered with an apology. */
export const MAX_ATTEMPTS = 3;
