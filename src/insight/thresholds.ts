/** Every threshold of the statistics, with its reason. Shares are of 1; days are calendar days. */

/** 1 / Φ⁻¹(3/4): makes the median absolute deviation of normal values their standard deviation. */
export const MAD_TO_SIGMA = 1.4826;

// Units of time

/** A ledger begun on the 4th at the latest knows its first month well enough; later, that month is incomplete. */
export const FIRST_UNIT_GRACE_DAYS = 3;

// Trends

/** Fewer than six values leave the exact Mann–Kendall test next to no chance to see anything below 5 %. */
export const UNITS_FOR_A_TREND = 6;
/** The customary one in twenty. */
export const TREND_P = 0.05;
/** A rise of less than this over all the units together is true perhaps, but nothing to tell anybody. */
export const LEAST_TREND_SHARE = 0.05;
/** Kendall's tau above which four of five pairs agree. */
export const STRONG_TAU = 0.6;
/** A quarter: long enough to calm a month, short enough to follow a change. */
export const MOVING_AVERAGE_UNITS = 3;
/** Three percentage points: less is not felt in a budget. */
export const LEAST_SHARE_DRIFT = 0.03;

// Changes

/** Two months never come out alike: within two per cent they are about the same. */
export const LEAST_CHANGE = 0.02;
/** What made less than a quarter of a change is none of its main reasons … */
export const LEAST_REASON = 0.25;
/** … which are told until they make up two thirds of it … */
export const REASONS_COVER = 2 / 3;
/** … and as many as a sentence holds. */
export const MOST_REASONS = 2;

// Patterns

/** Stricter than a trend, because nobody asked for one weekday in particular. */
export const HABIT_P = 0.01;
/** Eight weeks let the normal approximation of Friedman's rank sums hold. */
export const WEEKS_FOR_HABITS = 8;
/** Two of each calendar month: what happened once is no season. */
export const MONTHS_FOR_SEASONS = 24;
/** Fifteen per cent: less than the ordinary difference between two months. */
export const LEAST_SEASON = 0.15;
/** Beyond one robust standard deviation of all months, in every year. */
export const SEASON_SIGMAS = 1;
/** A payday reaches about a week. */
export const DAYS_AFTER_PAYDAY = 7;
/** The sign test needs eight cycles that all agree to come below {@link HABIT_P}. */
export const PAYDAYS_FOR_AN_EFFECT = 8;
/** As many as for a trend. */
export const MONTHS_FOR_MONTH_DAYS = 6;

// Recurring charges

/** A due day on a weekend or holiday moves a payment by up to four days (Good Friday to Tuesday). */
export const DUE_TOLERANCE = { weekly: 1, fortnightly: 2, fourWeekly: 2, monthly: 4, quarterly: 6, yearly: 8 } as const;
/** Gaps that look like a rhythm at first sight: the median gap within a quarter of it. */
export const GAP_TOLERANCE = 0.25;
/** Charges that make a rhythm: the shorter it is, the easier chance imitates it. */
export const LEAST_CHARGES = { weekly: 5, fortnightly: 5, fourWeekly: 4, monthly: 3, quarterly: 3, yearly: 2 } as const;
/** A charge off its due day by less than a third of its rhythm is late; by more it is another purchase. */
export const MOST_LATENESS = 1 / 3;
/** Of the due days since the first charge, so many were charged: a break or two is forgiven. */
export const LEAST_COVERAGE = 0.8;
/** Of the charges, so many fell on a due day of their own: a duplicate or an extra is forgiven. */
export const LEAST_ON_TIME = 0.85;
/** A pause longer than this many rhythms is an end and a new beginning. */
export const PAUSE_RHYTHMS = 2.6;
/** Where only some purchases at a merchant, alike to the cent, are taken, chance has more to choose from: one more. */
export const EXTRA_CHARGES_OF_A_PART = 1;
/** And twice as many where they come every week or two, like one dish of a canteen's four. */
export const TIMES_CHARGES_OF_A_SHORT_PART = 2;
/** And half of all purchases at that price at the least, or a price list gets its rhythms by choosing. */
export const LEAST_SHARE_OF_A_PRICE = 0.5;
/** A bill that varies (electricity) must be on time more often than a fixed charge, or any monthly visit is one … */
export const CHARGES_OF_A_VARYING_BILL = 5;
/** … on average within this many days of its due day … */
export const VARYING_DUE_DEVIATION = 1.75;
/** … and vary by no more than a heating bill does between summer and winter (robust sigma of the logarithms). */
export const VARYING_SIGMA = 0.6;
/** Visits every week or two with varying amounts are a habit (the Saturday market), not a charge. */
export const LEAST_DAYS_OF_A_VARYING_BILL = 27;
/** Cents of rounding are no new price. */
export const LEAST_LEVEL_STEP = 0.01;
/** A price in another currency moves this much from month to month without having changed. */
export const MOST_LEVEL_NOISE = 0.06;
/** A price that moves by itself takes twice as many charges to have changed, and two to show it. */
export const NOISY_CHARGES_A_LEVEL = 6;
/** A charge beyond this factor is odd, not a new price, until a second one confirms it. */
export const MOST_PRICE_FACTOR = 2;
/** A new price at most every third charge, or the amount varies. */
export const LEAST_CHARGES_A_LEVEL = 3;
/** Two yearly charges make a rhythm only when they are nearly alike. */
export const PAIR_STEP = 0.1;
/** An overdue charge counts as missing for one more rhythm, 45 days at most; then it has ended. */
export const MISSING_DAYS = 45;
/** What a varying bill comes to is taken from the last half year. */
export const CHARGES_OF_THE_USUAL = 6;

// Findings

/** Below this, "usual" means nothing in any category yet. */
export const ENTRIES_FOR_FINDINGS = 20;
/** Two years: long enough for a second December, short enough that prices are still alike. */
export const HISTORY_DAYS = 731;
/** The latest of them are enough for a median, and keep a company's ledger quick. */
export const HISTORY_ENTRIES = 400;
/** Eight visits tell a merchant's usual amounts; before that its category is asked. */
export const ENTRIES_OF_A_MERCHANT = 8;
/** A category mixes merchants, so it takes more entries to know it. */
export const ENTRIES_OF_A_CATEGORY = 20;
/** Iglewicz & Hoaglin (1993) ask for a modified z-score of 3.5; less will do, since it must pass all seen as well. */
export const OUTLIER_Z = 2.75;
/** Amounts alike to the cent have no spread; a quarter up or down surprises nobody even then. */
export const LEAST_SIGMA = 0.2;
/** Whatever the spread: less than three times the usual is no finding. */
export const LEAST_FACTOR = 3;
/** Tails are heavy: a finding also exceeds by half what was seen before … */
export const BEYOND_SEEN = 1.5;
/** … save about the highest of a hundred, so that one odd amount does not hide the next. */
export const SEEN_QUANTILE = 0.99;
/** Merchants with two kinds of visits have a wide spread: there, two and a half times all that was seen will do. */
export const FAR_BEYOND_SEEN = 2.5;
/** Widens the spread of short histories: by half for eight amounts, by a tenth for forty. */
export const YOUNG_SPREAD = 4;
/** So many entries of the same calendar month in earlier years tell its season. */
export const ENTRIES_OF_A_SEASON = 5;
/** Two records of one purchase come within three days: by hand at once, by a second person later. */
export const DUPLICATE_DAYS = 3;
/** How likely an innocent pair may be, at most, before it is called a duplicate. */
export const DUPLICATE_P = 0.002;
/** Two imagined visits that keep a short history from being certain … */
export const IMAGINED_VISITS = 2;
/** … one in twenty of them followed by another on the same day, and as much for each day more … */
export const IMAGINED_RETURN = 0.05;
/** … at the very same amount: rare to the cent, common for a round one. */
export const IMAGINED_SAME_AMOUNT = { round: 0.1, other: 0.01 } as const;
/** Before this many days every merchant is new to the ledger. */
export const DAYS_BEFORE_FIRSTS = 60;
/** Other merchants' first amounts that a large one is held against. */
export const FIRSTS_TO_COMPARE = 15;
/** First amounts are few and differ widely: one in ten may have been large before. */
export const SEEN_FIRSTS_QUANTILE = 0.9;
/** Large for a newcomer: a quarter of what a usual month comes to. */
export const LARGE_FIRST = 0.25;
/** Less than this is rounding or an exchange rate, not a new price. */
export const LEAST_PRICE_CHANGE = 0.03;
/** Only what surely recurs can be missing. */
export const MISSING_CONFIDENCE = 0.65;
/** Half a hundredth of a usual month: less is not worth a message … */
export const LEAST_STAKE = 0.005;
/** … and three times that for an amount that is merely odd: it was spent, and nothing can be claimed back. */
export const LEAST_ODD_STAKE = 0.015;
/** Parts of a usual month at stake from which a finding is high, or medium. */
export const SEVERITY = { high: 0.1, medium: 0.02 } as const;
/** A dismissed finding comes back once its amount has changed by about a quarter. */
export const FACT_BUCKET = 1.25;

// Budgets and goals

/** One month is an anecdote. */
export const MONTHS_FOR_BUDGETS = 2;
/** A year: every season once, and no prices of long ago. */
export const MONTHS_OF_THE_TYPICAL = 12;
/** A month is budgeted for its season when two earlier years agree. */
export const YEARS_FOR_A_SEASONAL_BUDGET = 2;
/** Nobody halves what they spend from one month to the next. */
export const HARSH_CUT = 0.5;
/** Half a month holds a payday or not: before that a pace is a guess. */
export const DAYS_FOR_A_PACE = 14;
/** A pace of half a year ago is no longer the present one. */
export const MONTHS_OF_A_PACE = 6;
/** One period is no record. */
export const PERIODS_FOR_A_RECORD = 2;
/** Without any earlier weeks, three days are the least that make a pace. */
export const DAYS_FOR_A_BUDGET_PACE = 3;
/** The usual pace weighs as much as a week of the running period. */
export const USUAL_DAYS_WEIGHT = 7;
/** A day that costs six times the median one is no pace: the first rent of a young ledger does not come each week … */
export const ONCE_TIMES = 6;
/** … which five days with spending are the least to tell. */
export const SPENDING_DAYS_FOR_ONCE = 5;
/** Within five per cent of the limit, a warning is fair although it may hold. */
export const CLOSE_TO_LIMIT = 0.05;
/** Days dearer than nine of ten count only as much as those in the weights of weekdays. */
export const DEAREST_DAYS = 0.9;
