import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { runInNewContext } from 'node:vm';
import { afterEach, describe, expect, test } from 'vitest';
import type { Picture } from '../../src/charts/chart-frame.ts';
import type { ChartSpec } from '../../src/charts/chart-spec.ts';
import { drawChart, drawPicture } from '../../src/charts/draw-chart.ts';
import { createQuickChartRenderer } from '../../src/charts/quickchart.ts';
import { bar, everyKind } from './chart-samples.ts';

let stop: () => Promise<void> = async () => {};
afterEach(() => stop());

async function serve(
  answer: (body: string, request: IncomingMessage, response: ServerResponse) => void,
): Promise<string> {
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    answer(body, request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  stop = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Does what a QuickChart server does: evaluates the chart's source text where none of our code is in reach, and draws it. */
function drawAsServer(body: string): Uint8Array {
  const { chart, width, height, backgroundColor } = JSON.parse(body);
  const config = runInNewContext(`(${chart})`, {}) as Picture['config'];
  // After all other plugins, as its lib/charts.js does it.
  config.plugins?.push({
    id: 'background',
    beforeDraw({ ctx, width, height }) {
      ctx.fillStyle = backgroundColor;
      ctx.fillRect(0, 0, width, height);
    },
  });
  return drawPicture({ config, width, height });
}

test.each(everyKind)('%s: the server draws the very picture that is drawn here', async (_, spec) => {
  const requests: { method?: string; url?: string; body: Record<string, unknown> }[] = [];
  const url = await serve((body, request, response) => {
    requests.push({ method: request.method, url: request.url, body: JSON.parse(body) });
    response.setHeader('content-type', 'image/png').end(drawAsServer(body));
  });
  const png = await createQuickChartRenderer({ url: `${url}/` }).render(spec);
  expect(requests).toMatchObject([
    {
      method: 'POST',
      url: '/chart',
      body: { version: '4', format: 'png', devicePixelRatio: 2, width: 800, backgroundColor: 'transparent' },
    },
  ]);
  expect(Buffer.from(png)).toEqual(Buffer.from(drawChart(spec)));
  // The server's canvas (node-canvas 2.9) has none.
  expect(requests[0]?.body.chart).not.toContain('roundRect');
});

test.each<[string, ChartSpec]>([
  [
    'high',
    {
      ...bar,
      labels: Array.from({ length: 48 }, (_, at) => `A name that takes two lines ${at}`),
      values: Array(48).fill(1),
    },
  ],
  ['large', { ...bar, labels: Array.from({ length: 4000 }, (_, at) => String(at)), values: Array(4000).fill(1) }],
])('what is too %s for a server is drawn here', async (_, spec) => {
  let asked = 0;
  const url = await serve((_body, _request, response) => {
    asked++;
    response.end();
  });
  const renderer = createQuickChartRenderer({ url });
  const png = await renderer.render(spec);
  await renderer.close();
  expect(Buffer.from(png)).toEqual(Buffer.from(drawChart(spec)));
  expect(asked).toBe(0);
  await expect(renderer.render(spec)).rejects.toMatchObject({ name: 'PlatformError' });
});

describe('becomes a PlatformError:', () => {
  test.each<[string, RegExp, (body: string, request: IncomingMessage, response: ServerResponse) => void]>([
    [
      'a 500',
      /500: the chart is odd/,
      (_, __, response) => response.writeHead(500, { 'x-quickchart-error': 'the chart is odd' }).end('no'),
    ],
    [
      'an HTML page',
      /other than a PNG/,
      (_, __, response) => response.setHeader('content-type', 'text/html').end('<html>log in</html>'),
    ],
    ['an empty answer', /other than a PNG/, (_, __, response) => response.end()],
    ['a redirect', /could not be used/, (_, __, response) => response.writeHead(302, { location: '/elsewhere' }).end()],
    ['no answer', /no answer within 200 ms/, () => {}],
    [
      'a picture that never ends',
      /no answer within 200 ms/,
      (_, __, response) => response.write(Buffer.from([0x89, 0x50])),
    ],
    ['a closed connection', /could not be used/, (_, request) => request.socket.destroy()],
  ])('%s', async (_, message, answer) => {
    const url = await serve(answer);
    const rendering = createQuickChartRenderer({
      url,
      timeoutMs: message.source.includes('200 ms') ? 200 : 10_000,
    }).render(bar);
    await expect(rendering).rejects.toMatchObject({ name: 'PlatformError', message: expect.stringMatching(message) });
  });

  test('a renderer closed meanwhile', async () => {
    const renderer = createQuickChartRenderer({ url: await serve(() => {}) });
    const rendering = renderer.render(bar);
    await renderer.close();
    await expect(rendering).rejects.toMatchObject({
      name: 'PlatformError',
      message: expect.stringContaining('closed'),
    });
  });
});
