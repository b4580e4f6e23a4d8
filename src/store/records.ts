/**
 * Records that people change and may take back: each is read and written as an image, a plain JSON object of its
 * row, so that the change log can put any earlier image back.
 */

import type { AlertSettingsRow } from './alert-settings.ts';
import type { Queries } from './database.ts';

export type Entity =
  | 'entry'
  | 'budget'
  | 'category'
  | 'merchantCategory'
  | 'preferences'
  | 'ledger'
  | 'rate'
  | 'goal'
  | 'dismissal'
  | 'schedule'
  | 'alertSettings'
  | 'watch';

/** A row as JSON: bigints as decimal strings, instants as ISO 8601. */
export type Image = Readonly<Record<string, string | number | null>>;

/**
 * The record as it is now, or null when there is none. A merchant's id is "ledger/merchantKey", a rate's
 * "ledger/base/quote/day", a dismissal's "ledger/key".
 */
export async function readRecord(db: Queries, entity: Entity, id: string): Promise<Image | null> {
  switch (entity) {
    case 'entry':
      // What the amount is worth in the ledger's currency follows from the rest, and changes with the rates.
      return toImage(await db.entry.findUnique({ where: { id }, omit: { homeMinor: true } }));
    case 'budget':
      return toImage(await db.budget.findUnique({ where: { id } }));
    case 'category':
      return toImage(await db.category.findUnique({ where: { id } }));
    case 'merchantCategory':
      return toImage(await db.merchantCategory.findUnique({ where: merchantId(id) }));
    case 'preferences':
      return toImage(await db.person.findUnique({ where: { id }, select: preferenceFields }));
    case 'ledger':
      return toImage(await db.ledger.findUnique({ where: { id }, select: { currency: true } }));
    case 'rate':
      return toImage(await db.rate.findUnique({ where: rateId(id) }));
    case 'goal':
      return toImage(await db.goal.findUnique({ where: { id } }));
    case 'dismissal':
      return toImage(await db.dismissal.findUnique({ where: dismissalId(id) }));
    case 'schedule':
      // What people arrange; when it comes next is running's. One that has ended keeps its row.
      return toImage(
        await db.schedule.findUnique({ where: { id, state: { not: 'ended' } }, select: arrangementFields }),
      );
    case 'alertSettings':
      return toImage(await db.alertSettings.findUnique({ where: { id }, select: chosenSettings }));
    case 'watch':
      return toImage(await db.watch.findUnique({ where: { id } }));
  }
}

/**
 * Makes the record equal to the image; null removes it. Entries have `writeEntries`, for they are counted; schedules have
 * `domain/write-schedule.ts`, for they have a next time.
 */
export async function writeRecord(
  db: Queries,
  entity: Exclude<Entity, 'entry' | 'schedule'>,
  id: string,
  image: Image | null,
): Promise<void> {
  switch (entity) {
    case 'budget': {
      const data = fromImage(image, ['createdAt', 'updatedAt'], ['amountMinor']) as never;
      if (image) await db.budget.upsert({ where: { id }, create: data, update: data });
      else await db.budget.delete({ where: { id } });
      return;
    }
    case 'category': {
      const data = fromImage(image, ['createdAt'], []) as never;
      if (image) await db.category.upsert({ where: { id }, create: data, update: data });
      else await db.category.delete({ where: { id } });
      return;
    }
    case 'merchantCategory': {
      const data = fromImage(image, ['updatedAt'], []) as never;
      if (image) await db.merchantCategory.upsert({ where: merchantId(id), create: data, update: data });
      else await db.merchantCategory.delete({ where: merchantId(id) });
      return;
    }
    case 'preferences':
      await db.person.update({ where: { id }, data: fromImage(image, [], []) as never });
      return;
    case 'ledger':
      await db.ledger.update({ where: { id }, data: fromImage(image, [], []) as never });
      return;
    case 'rate': {
      const data = fromImage(image, [], []) as never;
      if (image) await db.rate.upsert({ where: rateId(id), create: data, update: data });
      else await db.rate.delete({ where: rateId(id) });
      return;
    }
    case 'goal': {
      const data = fromImage(image, ['createdAt', 'updatedAt'], ['amountMinor']) as never;
      if (image) await db.goal.upsert({ where: { id }, create: data, update: data });
      else await db.goal.delete({ where: { id } });
      return;
    }
    case 'dismissal': {
      const data = fromImage(image, ['createdAt'], []) as never;
      if (image) await db.dismissal.upsert({ where: dismissalId(id), create: data, update: data });
      else await db.dismissal.delete({ where: dismissalId(id) });
      return;
    }
    case 'alertSettings': {
      const data = fromImage(image, ['mutedUntil', 'updatedAt'], []) as never;
      if (image) await db.alertSettings.upsert({ where: { id }, create: data, update: data });
      else await db.alertSettings.delete({ where: { id } });
      return;
    }
    case 'watch': {
      const data = fromImage(image, ['createdAt'], ['amountMinor']) as never;
      if (image) await db.watch.upsert({ where: { id }, create: data, update: data });
      else await db.watch.delete({ where: { id } });
      return;
    }
  }
}

/** An entry's image, with what it is worth in the ledger's currency. */
export interface EntryImage {
  readonly image: Image;
  readonly isNew: boolean;
  readonly homeMinor: bigint | null;
}

/** Makes the entries equal to their images. What they change in the sums is for the caller to count. */
export async function writeEntries(db: Queries, entries: readonly EntryImage[]): Promise<void> {
  const rows = entries.map(({ image, isNew, homeMinor }) => ({
    isNew,
    data: { ...fromImage(image, ['createdAt', 'updatedAt', 'deletedAt'], ['amountMinor']), homeMinor } as never,
    id: image.id as string,
  }));
  const added = rows.filter((row) => row.isNew);
  if (added.length > 0) await db.entry.createMany({ data: added.map((row) => row.data) });
  for (const { id, data } of rows.filter((row) => !row.isNew)) await db.entry.update({ where: { id }, data });
}

const arrangementFields = {
  id: true,
  personId: true,
  ledgerId: true,
  kind: true,
  cadence: true,
  payload: true,
  timeZone: true,
  state: true,
  createdAt: true,
} as const;

/** What people choose of how they are spoken to; the rest of a row tells what became of messages. */
const chosenSettings = {
  id: true,
  personId: true,
  alerts: true,
  digest: true,
  digestTime: true,
  quietFrom: true,
  quietTo: true,
  mutedUntil: true,
  weeklyMost: true,
  urgent: true,
  turnId: true,
  email: true,
  emailTakes: true,
  fallback: true,
  updatedAt: true,
} as const;

/** The image of settings that are to be written. */
export function alertSettingsImage(row: AlertSettingsRow): Image {
  return toImage(Object.fromEntries(Object.entries(row).filter(([field]) => field in chosenSettings))) as Image;
}

const preferenceFields = { currency: true, timezone: true, language: true, firstDayOfWeek: true } as const;

function merchantId(id: string) {
  const slash = id.indexOf('/');
  return { ledgerId_merchantKey: { ledgerId: id.slice(0, slash), merchantKey: id.slice(slash + 1) } };
}

function dismissalId(id: string) {
  const slash = id.indexOf('/');
  return { ledgerId_key: { ledgerId: id.slice(0, slash), key: id.slice(slash + 1) } };
}

function rateId(id: string) {
  const [ledgerId = '', base = '', quote = '', day = ''] = id.split('/');
  return { ledgerId_base_quote_day: { ledgerId, base, quote, day } };
}

function toImage(row: Record<string, unknown> | null): Image | null {
  if (!row) return null;
  const entries = Object.entries(row).map(([field, value]) => {
    if (typeof value === 'bigint') return [field, value.toString()];
    return [field, value instanceof Date ? value.toISOString() : value];
  });
  return Object.fromEntries(entries);
}

function fromImage(image: Image | null, instants: string[], bigints: string[]): Record<string, unknown> {
  const row: Record<string, unknown> = { ...image };
  for (const field of instants) if (row[field] != null) row[field] = new Date(row[field] as string);
  for (const field of bigints) if (row[field] != null) row[field] = BigInt(row[field] as string);
  return row;
}
