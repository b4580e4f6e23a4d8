/** A change to a record that is about to be carried out. */

import type { Entity, Image } from '../store/records.ts';

/** The record's images before and after; null where there is none. */
export interface PlannedChange {
  readonly entity: Entity;
  readonly id: string;
  readonly before: Image | null;
  readonly after: Image | null;
}
