/** Chart spec → Chart.js configuration: the one place that both ways of drawing start from. */

import { barPicture, stackedBarPicture } from './bar-picture.ts';
import { budgetPicture } from './budget-picture.ts';
import { calendarPicture } from './calendar-picture.ts';
import { frameOf, type Picture, type PictureOptions } from './chart-frame.ts';
import type { ChartSpec } from './chart-spec.ts';
import { doughnutPicture } from './doughnut-picture.ts';
import { linePicture } from './line-picture.ts';
import { usualRangePicture } from './usual-range-picture.ts';
import { waterfallPicture } from './waterfall-picture.ts';

/**
 * The configuration and size that show `spec`. All texts in it are worked out, and its functions use nothing from
 * outside themselves, so it can be drawn here or sent to a server as source text. Use it for one drawing only:
 * Chart.js writes into it.
 */
export function chartPicture(spec: ChartSpec, options: PictureOptions = {}): Picture {
  const frame = frameOf(spec, options);
  switch (spec.kind) {
    case 'bar':
      return barPicture(spec, frame);
    case 'stacked-bar':
      return stackedBarPicture(spec, frame);
    case 'line':
      return linePicture(spec, frame);
    case 'doughnut':
      return doughnutPicture(spec, frame);
    case 'budget':
      return budgetPicture(spec, frame);
    case 'calendar':
      return calendarPicture(spec, frame);
    case 'waterfall':
      return waterfallPicture(spec, frame);
    case 'usual-range':
      return usualRangePicture(spec, frame);
  }
}
