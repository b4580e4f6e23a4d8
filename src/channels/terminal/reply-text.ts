/** A reply as text for a terminal. */

import type { ChartSpec } from '../../charts/chart-spec.ts';
import type { Reply } from '../../conversation/message.ts';
import type { Log } from '../../log.ts';
import type { Attachments } from '../channel.ts';
import { buttonCaptions } from './buttons.ts';
import * as sentences from './sentences.ts';
import { fillLines, wrapText } from './wrap-text.ts';

/** How text may be set off: nothing where colours are not wanted. */
export type Paint = (style: 'dim' | 'cyan' | 'yellow', text: string) => string;

export interface Paper {
  /** Infinity where nothing is to be wrapped. */
  readonly columns: number;
  readonly paint: Paint;
}

/** Charts grow harder to read beyond this. */
const MAX_CHART_COLUMNS = 72;

/** Text, charts with the paths of their pictures, files' paths, buttons. */
export async function renderReply(
  reply: Reply,
  { columns, paint }: Paper,
  { attachments, log }: { attachments: Attachments; log: Log },
): Promise<string> {
  const drawn = async (chart: ChartSpec): Promise<string[]> => {
    try {
      // Loaded with the first chart, not while somebody waits for the prompt.
      const { renderTextChart } = await import('../../charts/bars-in-text.ts');
      const bars = renderTextChart(chart, Math.min(columns, MAX_CHART_COLUMNS));
      return ['', bars, paint('dim', sentences.chartFile(await attachments.saveChart(chart)))];
    } catch (error) {
      // The answer stands without its picture.
      log.error({ err: error }, 'a chart could not be drawn');
      return [];
    }
  };
  const charts = await Promise.all(reply.charts.map(drawn));
  const files = await Promise.all(reply.files.map((file) => attachments.saveFile(file)));
  const buttons = buttonCaptions(reply.buttons).map((caption) => `[${harmless(caption)}]`);
  return [
    ...(reply.text === '' ? [] : [wrapText(harmless(reply.text), columns)]),
    ...charts.flat(),
    ...files.map((path) => paint('dim', sentences.file(path))),
    ...fillLines(buttons, columns).map((line) => paint('cyan', line)),
  ].join('\n');
}

/** Without control characters: an escape sequence in somebody's note must not reach the terminal. */
export function harmless(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]/gu, '');
}
