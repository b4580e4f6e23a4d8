import { describe, expect, test, vi } from 'vitest';
import { createMetrics } from '../../src/http/metrics.ts';

const linesOf = async (metrics: { text(): Promise<string> }, part: string) =>
  (await metrics.text()).split('\n').filter((line) => line.includes(part) && !line.startsWith('#'));

describe('metrics', () => {
  test('count turns, model calls and deliveries', async () => {
    const metrics = createMetrics();
    metrics.turnEnded('slack', 'answered', 0.02);
    metrics.turnEnded('slack', 'failed', 3);
    const usage = { inputTokens: 100, cachedInputTokens: 60, outputTokens: 7, costMicros: 1_500n };
    metrics.modelCalled('gpt', 'answered', usage);
    metrics.modelCalled('gpt', 'answered', { ...usage, costMicros: null });
    metrics.modelCalled('gpt', 'failed', null);
    metrics.delivered('telegram', 'sent');
    metrics.delivered('telegram', 'later');
    expect(await linesOf(metrics, '_total')).toEqual([
      'purser_turns_total{platform="slack",outcome="answered"} 1',
      'purser_turns_total{platform="slack",outcome="failed"} 1',
      'purser_model_calls_total{model="gpt",outcome="answered"} 2',
      'purser_model_calls_total{model="gpt",outcome="failed"} 1',
      'purser_model_tokens_total{model="gpt",kind="input"} 200',
      'purser_model_tokens_total{model="gpt",kind="cached_input"} 120',
      'purser_model_tokens_total{model="gpt",kind="output"} 14',
      'purser_model_cost_dollars_total{model="gpt"} 0.0015',
      'purser_deliveries_total{platform="telegram",outcome="sent"} 1',
      'purser_deliveries_total{platform="telegram",outcome="later"} 1',
    ]);
    const buckets = await linesOf(metrics, 'duration_seconds_bucket');
    expect(buckets[0]).toBe('purser_turn_duration_seconds_bucket{le="0.005",platform="slack"} 0');
    expect(buckets).toContain('purser_turn_duration_seconds_bucket{le="0.025",platform="slack"} 1');
    expect(buckets.at(-2)).toBe('purser_turn_duration_seconds_bucket{le="60",platform="slack"} 2');
  });

  test('ask for what waits at each scrape, and leave out what they can not have', async () => {
    let depth = 3;
    const metrics = createMetrics({
      outboxDepth: async () => depth++,
      inboxUnfinished: () => Promise.reject(new Error('the database is away')),
    });
    expect(await linesOf(metrics, 'purser_outbox_replies')).toEqual(['purser_outbox_replies 3']);
    expect(await linesOf(metrics, 'purser_outbox_replies')).toEqual(['purser_outbox_replies 4']);
    expect(await linesOf(metrics, 'purser_inbox')).toEqual([]);
  });

  test('do not wait for a count that never comes', async () => {
    vi.useFakeTimers();
    try {
      const metrics = createMetrics({ outboxDepth: () => new Promise(() => {}) });
      const text = metrics.text();
      await vi.advanceTimersByTimeAsync(2_000);
      expect(await text).toContain('purser_turns_total');
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });

  test('of two registries are two, and keep to the conventions for names', async () => {
    const [one, two] = [createMetrics({ withProcess: true }), createMetrics()];
    one.delivered('slack', 'sent');
    expect(await linesOf(two, 'purser_deliveries')).toEqual([]);
    expect(await linesOf(one, 'process_resident_memory_bytes')).toHaveLength(1);
    const types = [...(await two.text()).matchAll(/^# TYPE (\S+) (\S+)$/gm)].map(([, name = '', type]) => ({
      name,
      type,
    }));
    expect(types.length).toBeGreaterThan(6);
    for (const { name, type } of types) {
      expect(name).toMatch(type === 'counter' ? /^purser_[a-z_]+_total$/ : /^purser_[a-z_]+_seconds$/);
    }
    for (const line of (await two.text()).split('\n')) expect(line).toMatch(/^(#.*|[a-z_]+(\{.*\})? \S+|)$/);
  });
});
