/** The settings: environment variables, checked once at start. The only reader of process.env. */

import { z } from 'zod';
import { InputError } from './errors.ts';
import { isSmtpUrl, readSender, type Sender } from './mail-address.ts';
import { isCurrency } from './money.ts';
import { isTimeZone } from './period.ts';

const decimal = z.string().regex(/^\d+(\.\d+)?$/, 'a number such as 0.40');

const address = z.url({ protocol: /^https?$/, error: 'an http or https address' });

const roleNames = ['http', 'gateway', 'scheduler'] as const;

/** What a process does: "http" is the port with its web hooks, "gateway" the channels that go and fetch. */
export type ProcessRole = (typeof roleNames)[number];

const settings = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^(file:|mysql:\/\/|mariadb:\/\/)./, 'file:PATH, or mysql://USER:PASSWORD@HOST:PORT/NAME')
    .default('file:./data/purser.db'),
  PURSER_READER_URL: z
    .string()
    .regex(
      /^\s*(mysql|mariadb):\/\/\S+(\s+(mysql|mariadb):\/\/\S+)*\s*$/,
      'mysql://USER:PASSWORD@HOST:PORT/NAME, or several of them parted by spaces',
    )
    .optional(),
  PURSER_DATA_DIR: z.string().min(1).default('./data'),
  PURSER_ROLES: z
    .string()
    .regex(
      /^\s*(http|gateway|scheduler)(\s*,\s*(http|gateway|scheduler))*\s*$/,
      'one or more of http, gateway, scheduler',
    )
    .default(roleNames.join(',')),
  PURSER_CURRENCY: z.string().refine(isCurrency, 'an ISO 4217 code such as EUR').optional(),
  PURSER_TIMEZONE: z.string().refine(isTimeZone, 'an IANA time zone such as Europe/Berlin').optional(),
  PURSER_LANGUAGE: z.enum(['en', 'es', 'de', 'fr', 'pt'], 'one of en, es, de, fr, pt').optional(),
  PURSER_FIRST_DAY_OF_WEEK: z
    .string()
    .regex(/^[1-7]$/, '1 (Monday) to 7 (Sunday)')
    .default('1'),
  OPENAI_API_KEY: z.string().min(1).optional(),
  OPENAI_BASE_URL: z.url({ protocol: /^https?$/, error: 'an http or https address' }).optional(),
  PURSER_MODEL: z.string().min(1).default('gpt-4.1-mini'),
  PURSER_MODEL_PRICE_INPUT: decimal.optional(),
  PURSER_MODEL_PRICE_CACHED_INPUT: decimal.optional(),
  PURSER_MODEL_PRICE_OUTPUT: decimal.optional(),
  PURSER_MONTHLY_COST_LIMIT: decimal.optional(),
  CHART_RENDERER: z.enum(['local', 'quickchart'], 'local or quickchart').default('local'),
  QUICKCHART_URL: z.url({ protocol: /^https?$/, error: 'an http or https address' }).optional(),
  SLACK_BOT_TOKEN: z.string().startsWith('xoxb-', 'a bot token, xoxb-…').optional(),
  SLACK_SIGNING_SECRET: z.string().min(1).optional(),
  SLACK_APP_TOKEN: z.string().startsWith('xapp-', 'an app-level token, xapp-…').optional(),
  SLACK_API_URL: address.optional(),
  DISCORD_TOKEN: z.string().min(1).optional(),
  DISCORD_API_URL: address.optional(),
  TELEGRAM_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]+$/, 'the token that BotFather gave you, 123456:ABC…')
    .optional(),
  TELEGRAM_WEBHOOK_URL: address.optional(),
  TELEGRAM_WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{1,256}$/, '1 to 256 letters, digits, _ and -')
    .optional(),
  TELEGRAM_API_ROOT: address.optional(),
  PURSER_SMTP_URL: z
    .string()
    .refine(isSmtpUrl, 'smtp://USER:PASSWORD@HOST:PORT, or smtps://…; @ : / % in them are written %40 %3A %2F %25')
    .optional(),
  PURSER_MAIL_FROM: z
    .string()
    .refine(readSender, 'an address such as purser@example.org, or Purser <purser@example.org>')
    .optional(),
  PURSER_HTTP_HOST: z.string().min(1).default('127.0.0.1'),
  PURSER_HTTP_PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'a port number, or 0 for any that is free')
    .optional(),
  LOG_LEVEL: z
    .enum(['silent', 'error', 'warn', 'info', 'debug'], 'one of silent, error, warn, info, debug')
    .default('warn'),
  LANG: z.string().optional(),
  NODE_ENV: z.string().optional(),
});

export type Environment = Readonly<Record<string, string | undefined>>;

export interface Config {
  /** `file:PATH` or `mysql://…`. */
  readonly databaseUrl: string;
  /** The accounts that queries read with on MySQL, parted by spaces; null for Purser's own. */
  readonly readerUrls: string | null;
  /** Where charts and exported files are written. */
  readonly dataFolder: string;
  readonly roles: readonly ProcessRole[];
  /** Preferences of people who chose none. */
  readonly defaults: {
    readonly currency: string;
    readonly timezone: string;
    readonly language: 'en' | 'es' | 'de' | 'fr' | 'pt';
    readonly firstDayOfWeek: 1 | 2 | 3 | 4 | 5 | 6 | 7;
  };
  /** Null when no model is connected. */
  readonly model: {
    readonly name: string;
    readonly apiKey: string;
    readonly baseUrl: string | null;
    /** US dollars per million tokens, as decimal strings; null when not set. */
    readonly prices: { readonly input: string; readonly cachedInput: string; readonly output: string } | null;
    /** US dollars a person and month, as a decimal string; null for no limit. */
    readonly monthlyCostLimit: string | null;
  } | null;
  readonly charts: { readonly renderer: 'local' | 'quickchart'; readonly quickchartUrl: string | null };
  readonly logLevel: string;
  /** Some switches are for tests alone. */
  readonly isTest: boolean;
  /** Null for each channel that is not configured. */
  readonly channels: {
    readonly slack: {
      readonly botToken: string;
      readonly signingSecret: string | null;
      readonly appToken: string | null;
      readonly apiUrl: string | null;
    } | null;
    readonly discord: { readonly token: string; readonly apiUrl: string | null } | null;
    readonly telegram: {
      readonly token: string;
      readonly webhook: { readonly url: string; readonly secret: string } | null;
      readonly apiRoot: string | null;
    } | null;
  };
  /** How mail leaves; null where nobody has set that up. */
  readonly mail: { readonly smtpUrl: string; readonly from: Sender } | null;
  /** The HTTP port; null when none is asked for (one is opened all the same for a channel with web hooks). */
  readonly http: { readonly host: string; readonly port: number | null };
}

/**
 * Reads the settings, with `overrides` (a command line's) in front of the environment's. Throws an InputError that
 * names the first wrong one and its legal values, and never a value, which may be a secret.
 */
export function readConfig(overrides: Environment = {}, environment: Environment = process.env): Config {
  const isGiven = ([, value]: [string, string | undefined]) => value !== undefined;
  const given = { ...environment, ...Object.fromEntries(Object.entries(overrides).filter(isGiven)) };
  const filled = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
  const parsed = settings.safeParse(filled);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new InputError(`The setting ${issue?.path.join('.')} is wrong.`, `It takes ${issue?.message}.`);
  }
  const s = parsed.data;
  if (s.CHART_RENDERER === 'quickchart' && !s.QUICKCHART_URL) {
    throw new InputError('CHART_RENDERER=quickchart needs QUICKCHART_URL.', 'Set it to the address of the server.');
  }
  requirePrices(s);
  requireChannels(s);
  requireMail(s);
  const region = /^[a-z]{2}[_-]([A-Z]{2})/.exec(s.LANG ?? '')?.[1];
  const from = readSender(s.PURSER_MAIL_FROM ?? '');
  const language = s.LANG?.slice(0, 2) as Config['defaults']['language'];
  return deepFreeze({
    databaseUrl: s.DATABASE_URL,
    readerUrls: s.PURSER_READER_URL ?? null,
    dataFolder: s.PURSER_DATA_DIR,
    roles: roleNames.filter((role) => s.PURSER_ROLES.split(',').some((each) => each.trim() === role)),
    defaults: {
      currency: s.PURSER_CURRENCY ?? currencyOfRegion[region ?? ''] ?? 'EUR',
      timezone: s.PURSER_TIMEZONE ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
      language: s.PURSER_LANGUAGE ?? (['en', 'es', 'de', 'fr', 'pt'].includes(language) ? language : 'en'),
      firstDayOfWeek: Number(s.PURSER_FIRST_DAY_OF_WEEK) as Config['defaults']['firstDayOfWeek'],
    },
    model:
      s.OPENAI_API_KEY || s.OPENAI_BASE_URL
        ? {
            name: s.PURSER_MODEL,
            // Local servers want no key, but the client insists on one.
            apiKey: s.OPENAI_API_KEY ?? 'none',
            baseUrl: s.OPENAI_BASE_URL ?? null,
            prices:
              s.PURSER_MODEL_PRICE_INPUT && s.PURSER_MODEL_PRICE_OUTPUT
                ? {
                    input: s.PURSER_MODEL_PRICE_INPUT,
                    cachedInput: s.PURSER_MODEL_PRICE_CACHED_INPUT ?? s.PURSER_MODEL_PRICE_INPUT,
                    output: s.PURSER_MODEL_PRICE_OUTPUT,
                  }
                : null,
            monthlyCostLimit: s.PURSER_MONTHLY_COST_LIMIT ?? null,
          }
        : null,
    charts: { renderer: s.CHART_RENDERER, quickchartUrl: s.QUICKCHART_URL ?? null },
    logLevel: s.LOG_LEVEL,
    isTest: s.NODE_ENV === 'test',
    channels: {
      slack: s.SLACK_BOT_TOKEN
        ? {
            botToken: s.SLACK_BOT_TOKEN,
            signingSecret: s.SLACK_SIGNING_SECRET ?? null,
            appToken: s.SLACK_APP_TOKEN ?? null,
            apiUrl: s.SLACK_API_URL ?? null,
          }
        : null,
      discord: s.DISCORD_TOKEN ? { token: s.DISCORD_TOKEN, apiUrl: s.DISCORD_API_URL ?? null } : null,
      telegram: s.TELEGRAM_TOKEN
        ? {
            token: s.TELEGRAM_TOKEN,
            webhook:
              s.TELEGRAM_WEBHOOK_URL && s.TELEGRAM_WEBHOOK_SECRET
                ? { url: s.TELEGRAM_WEBHOOK_URL, secret: s.TELEGRAM_WEBHOOK_SECRET }
                : null,
            apiRoot: s.TELEGRAM_API_ROOT ?? null,
          }
        : null,
    },
    mail: from && s.PURSER_SMTP_URL ? { smtpUrl: s.PURSER_SMTP_URL, from } : null,
    http: { host: s.PURSER_HTTP_HOST, port: s.PURSER_HTTP_PORT === undefined ? null : Number(s.PURSER_HTTP_PORT) },
  });
}

/** Costs are counted only where both prices are known; a limit that could never be reached would be a false comfort. */
function requirePrices(s: z.output<typeof settings>): void {
  const isPriced = s.PURSER_MODEL_PRICE_INPUT !== undefined && s.PURSER_MODEL_PRICE_OUTPUT !== undefined;
  const needing = [
    'PURSER_MODEL_PRICE_INPUT',
    'PURSER_MODEL_PRICE_OUTPUT',
    'PURSER_MODEL_PRICE_CACHED_INPUT',
    'PURSER_MONTHLY_COST_LIMIT',
  ] as const;
  const alone = needing.find((name) => s[name] !== undefined);
  if (alone === undefined || isPriced) return;
  throw new InputError(
    `${alone} needs both PURSER_MODEL_PRICE_INPUT and PURSER_MODEL_PRICE_OUTPUT.`,
    'Set them to US dollars per million tokens, such as 0.40.',
  );
}

/** A channel that is half configured would stay silent; better to hear of it at the start. */
function requireChannels(s: z.output<typeof settings>): void {
  const hasSlack = s.SLACK_SIGNING_SECRET !== undefined || s.SLACK_APP_TOKEN !== undefined;
  if (s.SLACK_BOT_TOKEN && !hasSlack) {
    throw new InputError(
      'SLACK_BOT_TOKEN needs SLACK_APP_TOKEN or SLACK_SIGNING_SECRET.',
      'Set the app-level token (xapp-…) for Socket Mode, or the signing secret for requests over HTTP.',
    );
  }
  if (hasSlack && !s.SLACK_BOT_TOKEN) throw new InputError('Slack needs SLACK_BOT_TOKEN.', 'Set it to xoxb-….');
  if ((s.TELEGRAM_WEBHOOK_URL === undefined) !== (s.TELEGRAM_WEBHOOK_SECRET === undefined)) {
    throw new InputError(
      'TELEGRAM_WEBHOOK_URL and TELEGRAM_WEBHOOK_SECRET go together.',
      'Set both, or neither to have Telegram asked for messages.',
    );
  }
}

function requireMail(s: z.output<typeof settings>): void {
  if ((s.PURSER_SMTP_URL === undefined) === (s.PURSER_MAIL_FROM === undefined)) return;
  throw new InputError(
    'PURSER_SMTP_URL and PURSER_MAIL_FROM go together.',
    'Set both to have digests and alerts sent by mail, or neither.',
  );
}

function deepFreeze<T extends object>(value: T): T {
  for (const each of Object.values(value)) if (typeof each === 'object' && each !== null) deepFreeze(each);
  return Object.freeze(value);
}

/** The currencies of the regions that a locale most often names; elsewhere the euro is assumed until somebody says. */
const currencyOfRegion: Record<string, string> = {
  US: 'USD',
  GB: 'GBP',
  CA: 'CAD',
  AU: 'AUD',
  NZ: 'NZD',
  CH: 'CHF',
  SE: 'SEK',
  NO: 'NOK',
  DK: 'DKK',
  PL: 'PLN',
  CZ: 'CZK',
  HU: 'HUF',
  BR: 'BRL',
  MX: 'MXN',
  AR: 'ARS',
  CL: 'CLP',
  CO: 'COP',
  IN: 'INR',
  JP: 'JPY',
  CN: 'CNY',
  SG: 'SGD',
  ZA: 'ZAR',
};
