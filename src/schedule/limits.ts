/** What a schedule may ask for at most. */

/**
 * The shortest time between two occurrences, in minutes. A message more often than four times an hour is no news to
 * anybody, and the platforms' own limits for bots are near; money never moves by itself that often.
 */
export const SHORTEST_INTERVAL_MINUTES = 15;

/** The largest N in "every N days, weeks or months": ten years of months, for a warranty or a passport. */
export const LARGEST_COUNT = 120;

/** Days that one schedule may leave out ahead of time: more than a year of a weekly one. */
export const MOST_SKIPS = 60;

/** What one person may have on or paused: far more than anybody reads, and few enough to be listed. */
export const MOST_SCHEDULES = 200;
