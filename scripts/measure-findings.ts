/**
 * Measures what is found in made-up ledgers: how many planted anomalies (recall), how many findings about something
 * planted (precision), and how many about nothing at all in ledgers without any.
 *
 *     node scripts/measure-findings.ts --seed 1 --years 3 --ledgers 2 --planted 3 --verbose
 */

import { parseArgs } from 'node:util';
import { addMonths } from '../src/period.ts';
import { households } from '../test/insight/households.ts';
import { madeUpLedger } from '../test/insight/made-up-ledger.ts';
import { isAbout, isCaused, replay } from '../test/insight/measure.ts';
import { type AnomalyKind, plantAnomalies } from '../test/insight/plant-anomalies.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    years: { type: 'string', default: '3' },
    ledgers: { type: 'string', default: '2' },
    planted: { type: 'string', default: '3' },
    verbose: { type: 'boolean', default: false },
  },
});
const [seed, years, ledgers, ofEach] = [values.seed, values.years, values.ledgers, values.planted].map(Number) as [
  number,
  number,
  number,
  number,
];
const write = (line: string) => process.stdout.write(`${line}\n`);
const kinds: readonly AnomalyKind[] = ['ten-times', 'duplicate', 'price-rise', 'missing', 'large-first'];
const counts = new Map(kinds.map((kind) => [kind, { planted: 0, found: 0, visible: 0, visibleFound: 0 }]));
let [alarms, ordinary, caused, findings] = [0, 0, 0, 0];
const from = '2023-10-09';

for (const [index, household] of households.entries()) {
  for (let number = 0; number < ledgers; number++) {
    const own = seed * 10_000 + index * 1000 + number;
    const ledger = madeUpLedger(household, from, addMonths(from, years * 12), own);
    const quiet = replay(ledger);
    alarms += quiet.findings.length;
    ordinary += quiet.entries;
    const planted = plantAnomalies(ledger, own, ofEach);
    const played = replay(planted.entries);
    findings += played.findings.length;
    caused += played.findings.filter((finding) => isCaused(finding, planted.anomalies)).length;
    write(`${household.name} ${own}: ${quiet.entries} entries, ${quiet.findings.length} false alarms when quiet`);
    if (values.verbose) {
      for (const { key, day, merchant, amount, reason } of quiet.findings) {
        write(`    alarm ${day} ${merchant} ${amount} ${key} ${JSON.stringify(reason)}`);
      }
    }
    for (const anomaly of planted.anomalies) {
      const count = counts.get(anomaly.kind);
      if (!count) continue;
      const isFound = played.findings.some((finding) => isAbout(finding, anomaly));
      count.planted++;
      if (isFound) count.found++;
      if (anomaly.isVisible) count.visible++;
      if (anomaly.isVisible && isFound) count.visibleFound++;
      if (values.verbose && !isFound) {
        write(
          `    not found${anomaly.isVisible ? '' : ' (not visible)'}: ${anomaly.kind} ${anomaly.day} ${anomaly.merchant} ${anomaly.note}`,
        );
      }
    }
  }
}

write(`\nseed ${seed}, ${years} years, ${households.length * ledgers} ledgers`);
for (const [kind, { planted, found, visible, visibleFound }] of counts) {
  const share = (part: number, of: number) => (of === 0 ? '–' : `${((100 * part) / of).toFixed(1)} %`);
  write(
    `${kind}: recall ${share(visibleFound, visible)} of ${visible} visible, ${share(found, planted)} of all ${planted}`,
  );
}
write(`precision ${((100 * caused) / findings).toFixed(1)} % of ${findings} findings in planted ledgers`);
write(
  `${alarms} false alarms in ${ordinary} entries of quiet ledgers: ${((1000 * alarms) / ordinary).toFixed(2)} per 1,000`,
);
