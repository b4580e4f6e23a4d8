/** The scheduler's own numbers, in milliseconds where nothing else is said. */

/** How long a claimed schedule is a worker's before others may take it. It is renewed while the worker lives. */
export const LEASE = 30_000;

/** How soon it is looked at again whether another worker that has schedules is gone. */
export const LOOK_AFTER_OTHERS = 5_000;

/** Schedules claimed at once: few statements, and little to hand back. */
export const BATCH = 100;

/** Runs side by side in one process; below the ten connections of its pool, so that people are still answered. */
export const SIDE_BY_SIDE = 6;

/** How long a run may prepare before it counts as failed; a language model's own limit is 30 s, with two more tries. */
export const LONGEST_PREPARATION = 120_000;

/** The pauses before another try; after the last one the occurrence is given up, and the schedule goes on with the next. */
export const BACKOFF = [15_000, 60_000, 300_000, 900_000, 3_600_000];

/** Within this long a stop has finished or handed back what was claimed … */
export const STOP_WITHIN = 10_000;
/** … of which running work gets this much. */
export const FINISH_WITHIN = 8_000;

/** The minute tick finds what other processes added; a timer of our own finds what is due before the next one. */
export const TICK = '* * * * *';
/** Once a day, while few people are awake anywhere near the server. */
export const HOUSEKEEPING = '23 3 * * *';

/** How long a role is a process's. With the pause between two tries, another has it within 30 s of its holder's end. */
export const ROLE_LEASE = 20_000;
/** How often a role is renewed, and tried for. */
export const ROLE_PAUSE = 4_000;
/** A holder that could not renew for this long stops before its lease ends. */
export const ROLE_DOUBT = 14_000;
