/** How good and how fast forecasts are on series of which the end is known. `npm run bench -- forecast FILE [--json] [--limit N]`. */

import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { type Forecast, forecast } from '../src/forecast/forecast.ts';
import {
  averages,
  coverage,
  type Judged,
  meanAbsoluteError,
  meanWidth,
  owa,
  seasonalScale,
} from '../src/forecast/metrics.ts';
import { naive2, seasonalNaive } from '../src/forecast/naive.ts';
import { seasonalTheta } from '../src/forecast/theta.ts';

interface Item {
  readonly id: string;
  readonly seasonLength: number;
  readonly train: number[];
  readonly test: number[];
}

interface Answer extends Item {
  readonly shown: Forecast;
}

/** Reads a JSON object a line: `{"id","seasonLength","train":[…],"test":[…]}`. `--json` ends with one line of figures. */
export async function benchForecast(print: (line: string) => void, args: readonly string[]): Promise<void> {
  const limitAt = args.indexOf('--limit');
  const limit = limitAt < 0 ? Number.POSITIVE_INFINITY : Number(args[limitAt + 1]);
  const file = args.find((arg, index) => !arg.startsWith('--') && !(limitAt >= 0 && index === limitAt + 1));
  if (!file) throw new Error('Name a file of series: npm run bench -- forecast FILE [--json] [--limit N]');
  const items = (await readItems(file)).slice(0, limit);
  if (items.length === 0) throw new Error(`There is no series in ${file}.`);

  // WebAssembly is compiled on first use; that is not the cost of a forecast.
  answer(items[0] as Item);
  const [wallBefore, cpuBefore] = [performance.now(), process.cpuUsage()];
  const answers = items.map(answer);
  const { user, system } = process.cpuUsage(cpuBefore);
  const wall = (performance.now() - wallBefore) / items.length;
  const cpu = (user + system) / 1000 / items.length;

  const points = ({ shown }: Answer) => shown.steps.map(({ point }) => point);
  const methods: Record<string, Judged[]> = {
    ensemble: answers.map((each) => judge(each, points(each))),
    theta: answers.map((each) => judge(each, seasonalTheta(each.train, each.test.length, each.seasonLength))),
    naive2: answers.map((each) => judge(each, naive2(each.train, each.test.length, each.seasonLength))),
    'seasonal naive': answers.map((each) =>
      judge(each, seasonalNaive(each.train, each.test.length, each.seasonLength)),
    ),
  };
  const [ensemble, , yardstick] = Object.values(methods) as [Judged[], Judged[], Judged[]];

  print(`${items.length} series`);
  print('method            sMAPE    MASE     OWA');
  for (const [name, judged] of Object.entries(methods)) {
    const { smape, mase } = averages(judged);
    print(`${name.padEnd(15)} ${fixed(smape, 3, 7)} ${fixed(mase, 4, 7)} ${fixed(owa(judged, yardstick), 4, 7)}`);
  }
  const bands = { 80: band(answers, 'interval80'), 95: band(answers, 'interval95') };
  for (const [level, { covered, width }] of Object.entries(bands)) {
    print(`${level} % intervals: ${fixed(100 * covered, 1)} % covered, mean width ${fixed(width, 2)} seasonal changes`);
  }
  const beats = answers.filter((each, index) => {
    const theirs = (methods['seasonal naive'] as Judged[])[index] as Judged;
    return meanAbsoluteError(each.test, points(each)) < meanAbsoluteError(each.test, theirs.forecast);
  });
  const fellBack = answers.filter(({ shown }) => shown.method !== 'ensemble').length;
  print(`beats seasonal naive on ${fixed((100 * beats.length) / items.length, 1)} % of the series`);
  print(`shows seasonal naive itself on ${fixed((100 * fellBack) / items.length, 1)} %`);
  print(
    `${fixed(wall, 1)} ms a series (${fixed(cpu, 1)} ms of processor), ${fixed((wall * items.length) / 1000, 1)} s`,
  );
  if (!args.includes('--json')) return;
  const { smape, mase } = averages(ensemble);
  const figures = {
    series: items.length,
    smape,
    mase,
    owa: owa(ensemble, yardstick),
    coverage80: bands[80].covered,
    coverage95: bands[95].covered,
    msPerSeries: wall,
  };
  print(JSON.stringify(figures));
}

function answer(item: Item): Answer {
  return { ...item, shown: forecast(item.train, item.test.length, { seasonLength: item.seasonLength }) };
}

function judge({ train, test, seasonLength }: Item, points: readonly number[]): Judged {
  return { train, test, seasonLength, forecast: points };
}

/** Averages over series: the share of values in the interval, and its width against the mean change over a season. */
function band(answers: readonly Answer[], name: 'interval80' | 'interval95') {
  let [covered, width, scaled] = [0, 0, 0];
  for (const { shown, train, test, seasonLength } of answers) {
    const low = shown.steps.map((step) => step[name].low);
    const high = shown.steps.map((step) => step[name].high);
    covered += coverage(test, low, high) / answers.length;
    const scale = seasonalScale(train, seasonLength);
    if (!(scale > 0)) continue;
    width += meanWidth(low, high) / scale;
    scaled += 1;
  }
  return { covered, width: width / scaled };
}

async function readItems(file: string): Promise<Item[]> {
  const items: Item[] = [];
  for await (const line of createInterface({ input: createReadStream(file) })) {
    if (line.trim() !== '') items.push(JSON.parse(line) as Item);
  }
  return items;
}

function fixed(value: number, decimals: number, width = 0): string {
  return value.toFixed(decimals).padStart(width);
}
