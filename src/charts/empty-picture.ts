/** The picture for a spec with nothing in it: it says so. */

import type { Chart, Plugin } from 'chart.js';
import { baseOptions, type Frame, fontFamily, groundPlugin, type Picture, pictureWidth } from './chart-frame.ts';
import { header } from './header.ts';
import { quietTextColor } from './palette.ts';

interface Message {
  readonly text: string;
  readonly font: string;
  readonly color: string;
}

/** Title, subtitle and one line that there is nothing to show. */
export function emptyPicture(subject: { title: string; subtitle?: string }, frame: Frame): Picture {
  const { plugin, height } = header(subject, frame);
  const message: Plugin & Message = {
    id: 'message',
    text: frame.words.noData,
    font: `26px ${fontFamily}`,
    color: quietTextColor,
    afterDraw(this: Message, chart: Chart) {
      chart.ctx.font = this.font;
      chart.ctx.fillStyle = this.color;
      chart.ctx.textAlign = 'center';
      chart.ctx.textBaseline = 'middle';
      chart.ctx.fillText(this.text, chart.width / 2, (chart.chartArea.top + chart.chartArea.bottom) / 2);
    },
  };
  return {
    width: pictureWidth,
    height: height + 220,
    config: {
      type: 'bar',
      data: { labels: [], datasets: [] },
      options: { ...baseOptions(frame, height), scales: { x: { display: false }, y: { display: false } } },
      plugins: [groundPlugin(frame.locale), plugin, message],
    },
  };
}
