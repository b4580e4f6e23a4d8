/** Row ids: UUID version 7, which sort by age and need no counter that several databases would have to share. */

import { v7 } from 'uuid';

export function newId(): string {
  return v7();
}
