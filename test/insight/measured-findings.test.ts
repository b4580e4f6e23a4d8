import { describe, expect, test } from 'vitest';
import { households } from './households.ts';
import { madeUpLedger } from './made-up-ledger.ts';
import { isAbout, isCaused, replay } from './measure.ts';
import { plantAnomalies } from './plant-anomalies.ts';

// The long measurement, over more ledgers and years: node scripts/measure-findings.ts
const seed = 41;
const ledgers = households
  .filter(({ name }) => ['family', 'pensioner', 'student'].includes(name))
  .map((household) => madeUpLedger(household, '2024-10-09', '2026-10-09', seed));

describe('in two made-up years of three households', () => {
  test('where nothing is wrong next to nothing is found', () => {
    const played = ledgers.map((ledger) => replay(ledger, 28));
    const entries = played.reduce((sum, each) => sum + each.entries, 0);
    const alarms = played.reduce((sum, each) => sum + each.findings.length, 0);
    expect(entries).toBeGreaterThan(2500);
    expect((1000 * alarms) / entries).toBeLessThanOrEqual(1.5);
  });

  test('nine of ten of what was planted are found, and most of what is found was planted', () => {
    const planted = ledgers.map((ledger, index) => plantAnomalies(ledger, seed + index, 2));
    const played = planted.map(({ entries }) => replay(entries, 14).findings);
    const visible = planted.flatMap(({ anomalies }, index) =>
      anomalies.filter(({ isVisible }) => isVisible).map((anomaly) => ({ anomaly, findings: played[index] ?? [] })),
    );
    const missed = visible.filter(({ anomaly, findings }) => !findings.some((finding) => isAbout(finding, anomaly)));
    expect(visible.length).toBeGreaterThan(18);
    expect(missed.length / visible.length).toBeLessThanOrEqual(0.1);
    const caused = planted.map(({ anomalies }, index) =>
      (played[index] ?? []).filter((each) => isCaused(each, anomalies)),
    );
    expect(caused.flat().length / played.flat().length).toBeGreaterThan(0.75);
  });
});
