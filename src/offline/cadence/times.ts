/** The time of day that people mean. */

import type { PartOfDay } from './cadence-words.ts';
import type { Piece } from './pieces.ts';

/** When a part of the day is meant that has no hour with it. */
const usual: Readonly<Record<PartOfDay, string>> = {
  morning: '08:00',
  noon: '12:00',
  afternoon: '15:00',
  evening: '20:00',
  night: '21:00',
};

/**
 * HH:MM; a time that does not exist (25:00) stays as it was said, for whoever checks it. Without a part of the day, and
 * where hours are said in halves (`saysHalves`), one to six are those of the afternoon: at 6 nobody is up.
 */
export function timeMeant(time: Piece['time'], part: PartOfDay | undefined, saysHalves: boolean): string | undefined {
  if (time === undefined) return part && usual[part];
  const { hour, minute, half } = time;
  const pm = () => (hour < 12 ? hour + 12 : hour);
  const meant =
    half === 'am'
      ? hour % 12
      : half === 'pm'
        ? pm()
        : part !== undefined
          ? inPart(hour, part)
          : saysHalves && hour >= 1 && hour <= 6
            ? pm()
            : hour;
  const isHalf = half === undefined || (hour >= 1 && hour <= 12);
  return `${String(isHalf ? meant : hour + 24).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

function inPart(hour: number, part: PartOfDay): number {
  if (part === 'morning' || hour > 12) return hour;
  if (hour === 12) return part === 'night' || part === 'evening' ? 0 : 12;
  // At night, one to five are before dawn.
  if (part === 'night' && hour < 6) return hour;
  return part === 'noon' && hour > 10 ? hour : hour + 12;
}
