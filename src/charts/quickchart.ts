/** Draws charts on a QuickChart server. Off by default: the figures leave this machine. */

import QuickChart from 'quickchart-js';
import { PlatformError } from '../errors.ts';
import { devicePixelRatio } from './chart-frame.ts';
import { chartPicture } from './chart-picture.ts';
import type { ChartRenderer, ChartSpec } from './chart-spec.ts';
import { checkSpec } from './check-spec.ts';
import { createChartRenderer } from './renderer.ts';

interface QuickChartOptions {
  /** The server's address, such as "https://quickchart.io" or "http://localhost:3400". */
  readonly url: string;
  /** Milliseconds for one chart, the picture's download included. */
  readonly timeoutMs?: number;
}

// The package's types describe its CommonJS form, whose class is one step deeper than the ES module's.
const ChartRequest = QuickChart as unknown as typeof QuickChart.default;
const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/**
 * What a server refuses unless its owner allowed more: pictures higher than this many CSS pixels (CHART_MAX_HEIGHT in its
 * lib/charts.js), requests of more bytes than this (EXPRESS_JSON_LIMIT in its index.js).
 */
const maxHeight = 3000;
const maxBytes = 100 * 1024;

/**
 * A renderer that sends the same Chart.js configuration as is drawn here. What a server would refuse for its size is
 * drawn here. Whatever is not a picture becomes a PlatformError.
 */
export function createQuickChartRenderer({ url, timeoutMs = 15_000 }: QuickChartOptions): ChartRenderer {
  const endpoint = `${url.replace(/\/+$/, '')}/chart`;
  const closing = new AbortController();
  let local: ChartRenderer | undefined;
  return {
    async render(spec) {
      checkSpec(spec);
      const body = requestBody(spec);
      if (!body) {
        if (closing.signal.aborted) throw new PlatformError('The chart renderer is closed.');
        local ??= createChartRenderer();
        return local.render(spec);
      }
      const signal = AbortSignal.any([closing.signal, AbortSignal.timeout(timeoutMs)]);
      try {
        // The library's own request can be neither timed out nor stopped, so only its wording of the chart is used.
        const response = await fetch(endpoint, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body,
          redirect: 'error',
          signal,
        });
        if (!response.ok) throw new PlatformError(await refusal(response));
        const png = new Uint8Array(await response.arrayBuffer());
        if (!pngSignature.equals(png.subarray(0, pngSignature.length))) {
          throw new PlatformError('The QuickChart server answered with something other than a PNG picture.');
        }
        return png;
      } catch (error) {
        if (error instanceof PlatformError) throw error;
        const reason = closing.signal.aborted
          ? 'the renderer was closed'
          : signal.aborted
            ? `no answer within ${timeoutMs} ms`
            : String((error as Error).message);
        throw new PlatformError(`The QuickChart server could not be used: ${reason}.`, { cause: error });
      }
    },
    async close() {
      closing.abort();
      await local?.close();
    },
  };
}

/** The chart as source text (functions travel as their own text), with its size; null when that is too much for a server. */
function requestBody(spec: ChartSpec): string | null {
  const { config, width, height } = chartPicture(spec, { emoji: true });
  const chart = new ChartRequest();
  chart.setConfig(config).setVersion('4').setFormat('png');
  // The server paints its ground after our header, and so over it; ours is painted before.
  chart.setBackgroundColor('transparent');
  chart.setWidth(width).setHeight(height).setDevicePixelRatio(devicePixelRatio);
  const body = JSON.stringify(chart.getPostData());
  return height > maxHeight || Buffer.byteLength(body) > maxBytes ? null : body;
}

async function refusal(response: Response): Promise<string> {
  // Leaving the body unread would hold the connection.
  await response.body?.cancel();
  const detail = response.headers.get('x-quickchart-error')?.slice(0, 200);
  return `The QuickChart server answered ${response.status}${detail ? `: ${detail}` : ''}.`;
}
