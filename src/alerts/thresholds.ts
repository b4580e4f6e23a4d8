/** Every threshold of what is said unasked, with its reason. Shares are of 1. */

/** Four fifths: late enough to mean something, early enough to still do something about it. */
export const BUDGET_NEAR = 0.8;
/** A pace that ends within a tenth of the limit may turn either way, so nobody is warned of it … */
export const COURSE_MARGIN = 0.1;
/** … nor before a fifth of the period is over: until then it is last month's pace, not this one's. */
export const COURSE_ELAPSED = 0.2;
/** Days whose entries are looked at for unusual ones: people write down a weekend on Monday, and machines stand still. */
export const UNUSUAL_DAYS = 4;
/** A new price is news for as long as the next charge at it is some time off. */
export const PRICE_RISE_DAYS = 10;
/** Three days let somebody move money in time, a weekend included. */
export const UPCOMING_DAYS = 3;
/** Every month's bill is no news unless it is a tenth of what a usual month costs; the same one each month even then only
 * comes along with other news. */
export const UPCOMING_MONTHLY_SHARE = 0.1;
/** What comes once a quarter or less often is forgotten more easily: a fiftieth of a usual month will do. */
export const UPCOMING_RARE_SHARE = 0.02;
/** Charges that come less surely than this are not announced: a bill that does not come is a false alarm. */
export const UPCOMING_CONFIDENCE = 0.65;
/** A goal is told of at each quarter of the way. */
export const GOAL_STEPS = [0.25, 0.5, 0.75] as const;
/** The first days of a month, in which the last one is looked back on: a weekend fits in. */
export const MONTH_END_DAYS = 3;
/** A month with fewer entries than this is no month to report on. */
export const MONTH_END_ENTRIES = 10;
/** … nor is one of which the ledger knows fewer days: what somebody wrote down in their first week is not “November”. */
export const MONTH_END_DAYS_KNOWN = 14;

/** A forecast's range that is wider than the amount itself helps nobody. */
export const WIDEST_RANGE = 1;

/** Whole months that tell what a usual one costs. */
export const USUAL_MONTHS = 12;

/** As many causes as one reads on a phone without scrolling; the others wait for the next message. */
export const MOST_IN_A_MESSAGE = 4;
/** The rolling week in which unasked messages are counted. */
export const DAYS_OF_A_WEEK = 7;
/** One a day on average, however much happens. */
export const WEEKLY_MOST = 7;
/** Four in a row without a sign of life are no accident any more. */
export const IGNORED_IN_A_ROW = 4;
/** How long a message may lie before it counts as ignored: who looks once a day has seen it. */
export const HOURS_TO_LOOK = 24;
/** What was held for longer than this is no news. */
export const MOST_DAYS_HELD = 14;

/** When the day's look at everything happens: the day has begun for most, and nothing is decided yet. */
export const DAILY_LOOK = '08:00';
/** Nobody wants a telephone to ring between these, unless they say otherwise. */
export const QUIET_HOURS = { from: '22:00', to: '07:00' } as const;
/** When a digest comes unless somebody names a time. */
export const DIGEST_TIME = '08:00';
/** From here on a digest of a day or a week is about the day itself too: what is bought later is in the next one. */
export const EVENING = '17:00';
/** How far each digest looks ahead, in days: a bit further than until the next one. */
export const DIGEST_DAYS_AHEAD = { daily: 3, weekly: 7, monthly: 14 } as const;
/** Bills that a digest names. */
export const MOST_COMING = 4;
/** What was too small for a message of its own comes along with a digest: so many lines of it. */
export const MOST_ALONG = 3;
/** A digest is read with the first coffee, or in the evening; after that the next one is near. */
export const DIGEST_USEFUL_HOURS = 12;
/** The day's look at everything may come late, until quiet hours begin: who opens a terminal in the evening hears of it. */
export const ALERTS_USEFUL_HOURS = 14;
