/** `npm run bench`: what a turn, a start, a chart and a platform's message cost. `npm run bench -- turns` (or start, charts, channels, sql, analytics, alerts, forecast FILE) measures one. */

import { benchStart } from './start.ts';
import { benchTurns } from './turns.ts';

const wanted = process.argv.slice(2);
const wants = (name: string) => wanted.length === 0 || wanted.includes(name);

if (wants('turns')) {
  const costs = await benchTurns();
  const [bare] = costs;
  for (const { name, wall, cpu } of costs) {
    const ratios = bare ? ` (${(wall / bare.wall).toFixed(1)}x wall, ${(cpu / bare.cpu).toFixed(1)}x cpu)` : '';
    print(`a turn, ${name.padEnd(18)} ${wall.toFixed(2)} ms wall, ${cpu.toFixed(2)} ms cpu${ratios}`);
  }
}
if (wants('start')) {
  const { milliseconds, mebibytes } = await benchStart();
  print(`start to first answer: ${Math.round(milliseconds)} ms, ${mebibytes} MiB resident`);
}
if (wants('charts')) await import('./charts.ts');
// Takes minutes, so it runs only when it is asked for.
if (wanted.includes('channels')) {
  const { printChannels } = await import('./channels.ts');
  const memory = wanted.indexOf('--memory');
  await printChannels(print, memory < 0 ? {} : { memoryTo: Number(wanted[memory + 1]) });
}

if (wanted.includes('sql')) await (await import('./sql.ts')).benchSql(print);
// A count of entries may follow: analytics 100000.
if (wanted.includes('analytics')) {
  const { benchAnalytics } = await import('./analytics.ts');
  const sizes = wanted.map(Number).filter(Number.isInteger);
  await benchAnalytics(print, sizes.length > 0 ? sizes : undefined);
}

// Its arguments are its own: counts of people, --due, --db, --json.
if (wanted[0] === 'alerts') await (await import('./alerts.ts')).benchAlerts(print, wanted.slice(1));

// Its arguments are its own: a file of series, --json, --limit.
if (wanted[0] === 'forecast') {
  const { benchForecast } = await import('./forecast.ts');
  await benchForecast(print, wanted.slice(1));
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
