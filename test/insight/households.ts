/** Kinds of households (and a firm): what they pay again and again, and what they do week by week. */

export interface StandingCharge {
  readonly merchant: string;
  readonly category: string;
  readonly kind?: 'income';
  readonly amount: number;
  /** Months from one to the next; or days. */
  readonly months?: number;
  readonly days?: number;
  /** Day of the month; 31 is the last. */
  readonly on?: number;
  /** Weekends move it. */
  readonly weekend?: 'before' | 'after';
  /** Sigma of its logarithm, for bills that vary. */
  readonly varies?: number;
  /** Up to so many days late, at random. */
  readonly late?: number;
}

export interface Habit {
  readonly merchants: readonly string[];
  readonly category: string;
  readonly visitsAWeek: number;
  /** Weekdays it happens on; all when left out. */
  readonly weekdays?: readonly number[];
  /** A price list; else amounts around `median`. */
  readonly prices?: readonly number[];
  readonly median?: number;
  readonly sigma?: number;
  /** How much more often, and dearer, in December. */
  readonly december?: number;
  /** Whether it is a new merchant nearly every time. */
  readonly isWandering?: boolean;
}

export interface Household {
  readonly name: string;
  readonly charges: readonly StandingCharge[];
  readonly habits: readonly Habit[];
  readonly tripsAYear: number;
  readonly growthAYear: number;
}

const odds = (visitsAWeek: number, median: number, sigma = 0.9): Habit => ({
  merchants: ['shop'],
  category: 'shopping',
  visitsAWeek,
  median,
  sigma,
  december: 1.8,
  isWandering: true,
});

const single: Household = {
  name: 'single',
  tripsAYear: 2,
  growthAYear: 0.03,
  charges: [
    { merchant: 'employer', category: 'salary', kind: 'income', amount: 265_000, months: 1, on: 25, weekend: 'before' },
    { merchant: 'landlord', category: 'housing', amount: 92_000, months: 1, on: 1, weekend: 'after' },
    { merchant: 'netflix', category: 'subscriptions', amount: 1299, months: 1, on: 14 },
    { merchant: 'spotify', category: 'subscriptions', amount: 1099, months: 1, on: 30 },
    { merchant: 'gym', category: 'health', amount: 3490, days: 28 },
    { merchant: 'power', category: 'utilities', amount: 5800, months: 1, on: 5, weekend: 'after', varies: 0.18 },
    { merchant: 'phone', category: 'utilities', amount: 2499, months: 1, on: 18, weekend: 'after' },
    { merchant: 'liability insurer', category: 'insurance', amount: 6850, months: 12, on: 3 },
  ],
  habits: [
    {
      merchants: ['coffee bar'],
      category: 'dining',
      visitsAWeek: 5,
      weekdays: [1, 2, 3, 4, 5],
      prices: [320, 320, 320, 410],
    },
    { merchants: ['bus'], category: 'transport', visitsAWeek: 8, prices: [290] },
    { merchants: ['market hall', 'discounter'], category: 'groceries', visitsAWeek: 2.5, median: 2350, sigma: 0.5 },
    {
      merchants: ['thai', 'pizzeria', 'burger place', 'bistro'],
      category: 'dining',
      visitsAWeek: 1.6,
      median: 2100,
      sigma: 0.4,
    },
    { merchants: ['cinema', 'club', 'theatre'], category: 'entertainment', visitsAWeek: 0.5, median: 1800, sigma: 0.5 },
    odds(0.8, 3200),
  ],
};

const family: Household = {
  name: 'family',
  tripsAYear: 2,
  growthAYear: 0.04,
  charges: [
    { merchant: 'works', category: 'salary', kind: 'income', amount: 341_000, months: 1, on: 31, weekend: 'before' },
    {
      merchant: 'school office',
      category: 'salary',
      kind: 'income',
      amount: 188_000,
      months: 1,
      on: 15,
      weekend: 'before',
    },
    { merchant: 'bank', category: 'housing', amount: 148_500, months: 1, on: 3, weekend: 'after' },
    { merchant: 'nursery', category: 'family', amount: 31_000, months: 1, on: 1, weekend: 'after' },
    {
      merchant: 'gas',
      category: 'utilities',
      amount: 14_200,
      months: 1,
      on: 12,
      weekend: 'after',
      varies: 0.3,
      late: 2,
    },
    { merchant: 'water', category: 'utilities', amount: 16_400, months: 3, on: 15, weekend: 'after', varies: 0.1 },
    { merchant: 'internet', category: 'utilities', amount: 4495, months: 1, on: 28, weekend: 'after' },
    { merchant: 'disney', category: 'subscriptions', amount: 1199, months: 1, on: 9 },
    { merchant: 'newspaper', category: 'subscriptions', amount: 3990, months: 1, on: 2, late: 1 },
    { merchant: 'car insurer', category: 'insurance', amount: 41_800, months: 6, on: 2, weekend: 'after' },
    { merchant: 'swimming', category: 'family', amount: 1400, days: 7 },
    { merchant: 'pocket money', category: 'family', amount: 2000, days: 14 },
  ],
  habits: [
    { merchants: ['supermarket'], category: 'groceries', visitsAWeek: 1, weekdays: [6], median: 13_500, sigma: 0.25 },
    {
      merchants: ['supermarket', 'bakery', 'organic shop'],
      category: 'groceries',
      visitsAWeek: 4,
      median: 1900,
      sigma: 0.6,
    },
    {
      merchants: ['filling station', 'motorway station'],
      category: 'transport',
      visitsAWeek: 1.2,
      median: 6200,
      sigma: 0.25,
    },
    { merchants: ['chemist'], category: 'health', visitsAWeek: 0.8, median: 1650, sigma: 0.6 },
    {
      merchants: ['clothes store', 'shoe store'],
      category: 'shopping',
      visitsAWeek: 0.6,
      median: 5400,
      sigma: 0.6,
      december: 1.6,
    },
    {
      merchants: ['toy store', 'bookshop'],
      category: 'gifts',
      visitsAWeek: 0.4,
      median: 2800,
      sigma: 0.5,
      december: 3,
    },
    { merchants: ['canteen'], category: 'dining', visitsAWeek: 3, weekdays: [1, 2, 3, 4], prices: [590, 640, 720] },
    odds(1.2, 3900),
  ],
};

const pensioner: Household = {
  name: 'pensioner',
  tripsAYear: 1,
  growthAYear: 0.02,
  charges: [
    {
      merchant: 'pension fund',
      category: 'other income',
      kind: 'income',
      amount: 172_000,
      months: 1,
      on: 31,
      weekend: 'before',
    },
    { merchant: 'housing association', category: 'housing', amount: 61_500, months: 1, on: 3 },
    { merchant: 'telephone', category: 'utilities', amount: 2995, months: 1, on: 20, weekend: 'after' },
    { merchant: 'town works', category: 'utilities', amount: 8800, months: 1, on: 15, weekend: 'after' },
    { merchant: 'broadcast fee', category: 'fees', amount: 5508, months: 3, on: 15 },
    { merchant: 'club', category: 'entertainment', amount: 8000, months: 12, on: 15 },
  ],
  habits: [
    { merchants: ['corner shop', 'supermarket'], category: 'groceries', visitsAWeek: 3, median: 1700, sigma: 0.45 },
    { merchants: ['bakery'], category: 'groceries', visitsAWeek: 3, prices: [240, 380, 520, 610] },
    { merchants: ['pharmacy'], category: 'health', visitsAWeek: 0.5, median: 1450, sigma: 0.7 },
    { merchants: ['café'], category: 'dining', visitsAWeek: 1, weekdays: [3, 7], median: 1150, sigma: 0.3 },
    { merchants: ['toy store'], category: 'gifts', visitsAWeek: 0.2, median: 3500, sigma: 0.5, december: 4 },
    odds(0.3, 2900, 0.8),
  ],
};

const freelancer: Household = {
  name: 'freelancer',
  tripsAYear: 3,
  growthAYear: 0.05,
  charges: [
    { merchant: 'shared office', category: 'fees', amount: 24_000, months: 1, on: 1, weekend: 'after' },
    { merchant: 'flat', category: 'housing', amount: 78_000, months: 1, on: 4, weekend: 'after' },
    { merchant: 'health fund', category: 'insurance', amount: 41_200, months: 1, on: 15, weekend: 'after' },
    { merchant: 'cloud storage', category: 'subscriptions', amount: 999, months: 1, on: 7 },
    { merchant: 'drawing program', category: 'subscriptions', amount: 6149, months: 1, on: 23 },
    { merchant: 'mobile', category: 'utilities', amount: 1999, days: 28 },
    { merchant: 'tax office', category: 'taxes', amount: 120_000, months: 3, on: 10 },
    { merchant: 'domain host', category: 'fees', amount: 4740, months: 12, on: 19 },
  ],
  habits: [
    {
      merchants: ['deli', 'noodle bar', 'salad bar', 'canteen'],
      category: 'dining',
      visitsAWeek: 4,
      median: 1290,
      sigma: 0.3,
    },
    { merchants: ['express', 'city market'], category: 'groceries', visitsAWeek: 3, median: 2100, sigma: 0.6 },
    { merchants: ['railway', 'taxi'], category: 'transport', visitsAWeek: 1.5, median: 2600, sigma: 0.8 },
    { merchants: ['electronics', 'stationer'], category: 'shopping', visitsAWeek: 0.4, median: 5200, sigma: 1 },
    odds(1, 3600, 1),
  ],
};

const student: Household = {
  name: 'student',
  tripsAYear: 1,
  growthAYear: 0.02,
  charges: [
    { merchant: 'parents', category: 'other income', kind: 'income', amount: 60_000, months: 1, on: 1 },
    { merchant: 'shared flat', category: 'housing', amount: 39_000, months: 1, on: 2, late: 2 },
    { merchant: 'music', category: 'subscriptions', amount: 599, months: 1, on: 11 },
    { merchant: 'term fee', category: 'education', amount: 31_200, months: 6, on: 20 },
    { merchant: 'phone card', category: 'utilities', amount: 1499, days: 28 },
  ],
  habits: [
    {
      merchants: ['canteen'],
      category: 'dining',
      visitsAWeek: 6,
      weekdays: [1, 2, 3, 4, 5],
      prices: [270, 310, 345, 390],
    },
    { merchants: ['discounter'], category: 'groceries', visitsAWeek: 2.5, median: 1350, sigma: 0.5 },
    { merchants: ['bar', 'kiosk'], category: 'dining', visitsAWeek: 2, median: 1100, sigma: 0.6 },
    odds(0.4, 1900, 0.8),
  ],
};

const firm: Household = {
  name: 'firm',
  tripsAYear: 0,
  growthAYear: 0.06,
  charges: [
    { merchant: 'payroll', category: 'salaries', amount: 1_420_000, months: 1, on: 28, weekend: 'before' },
    { merchant: 'premises', category: 'housing', amount: 310_000, months: 1, on: 1, weekend: 'after' },
    { merchant: 'crm', category: 'software', amount: 24_900, months: 1, on: 6 },
    { merchant: 'chat', category: 'software', amount: 8750, months: 1, on: 17 },
    { merchant: 'cleaners', category: 'services', amount: 18_000, days: 7 },
    { merchant: 'cloud', category: 'software', amount: 62_000, months: 1, on: 2, varies: 0.12, late: 1 },
    { merchant: 'insurer', category: 'insurance', amount: 284_000, months: 12, on: 2 },
  ],
  habits: [
    {
      merchants: ['wholesaler', 'mill', 'packaging'],
      category: 'goods',
      visitsAWeek: 9,
      weekdays: [1, 2, 3, 4, 5],
      median: 24_000,
      sigma: 0.6,
      december: 1.5,
    },
    {
      merchants: ['courier'],
      category: 'transport',
      visitsAWeek: 12,
      weekdays: [1, 2, 3, 4, 5],
      prices: [690, 690, 990, 1490],
    },
    {
      merchants: ['office supplies', 'hardware store'],
      category: 'supplies',
      visitsAWeek: 2,
      median: 6400,
      sigma: 0.8,
    },
    { merchants: ['bistro', 'caterer'], category: 'hospitality', visitsAWeek: 1, median: 7800, sigma: 0.6 },
    { ...odds(1, 14_000, 1), category: 'services' },
  ],
};

export const households: readonly Household[] = [single, family, pensioner, freelancer, student, firm];
