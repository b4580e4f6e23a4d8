/**
 * What Purser counts, as Prometheus reads it. A registry is made at the start and handed to whoever counts.
 *
 * | name                             | type      | labels            |                                                 |
 * |----------------------------------|-----------|-------------------|-------------------------------------------------|
 * | purser_turns_total               | counter   | platform, outcome | turns that ended: answered, failed, given_up    |
 * | purser_turn_duration_seconds     | histogram | platform          | from taking a turn up to its committed reply    |
 * | purser_model_calls_total         | counter   | model, outcome    | calls of a connected model: answered, failed    |
 * | purser_model_tokens_total        | counter   | model, kind       | input (cached ones too), cached_input, output   |
 * | purser_model_cost_dollars_total  | counter   | model             | US dollars, where the model's prices are set    |
 * | purser_deliveries_total          | counter   | platform, outcome | sent, later, away, unsure, gone, refused        |
 * | purser_outbox_replies            | gauge     |                   | replies that have not left yet                  |
 * | purser_inbox_unfinished_turns    | gauge     |                   | messages that have no committed answer yet      |
 * | purser_webhook_requests_total    | counter   | path, status      | requests to a channel's path, by HTTP status    |
 *
 * Labels have few values each: no person, conversation or message is ever one.
 */

import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export interface Metrics {
  turnEnded(platform: string, outcome: 'answered' | 'failed' | 'given_up', seconds: number): void;
  /** `costMicros` is in millionths of a US dollar; null where no price is known. */
  modelCalled(model: string, outcome: 'answered' | 'failed', usage: ModelCallUsage | null): void;
  delivered(platform: string, outcome: 'sent' | 'later' | 'away' | 'unsure' | 'gone' | 'refused'): void;
  webHookAnswered(path: string, status: number): void;
  readonly contentType: string;
  /** All of it in Prometheus' text format. A gauge whose count can't be had is left out; it never throws for that. */
  text(): Promise<string>;
}

export interface ModelCallUsage {
  readonly inputTokens: number;
  readonly cachedInputTokens: number;
  readonly outputTokens: number;
  readonly costMicros: bigint | null;
}

export interface MetricsOptions {
  /** Asked at each scrape; left out where it takes over two seconds. */
  readonly outboxDepth?: () => Promise<number>;
  readonly inboxUnfinished?: () => Promise<number>;
  /** Adds Node's own: memory, CPU, event loop lag, garbage collection. */
  readonly withProcess?: boolean;
}

/** From an offline answer on SQLite (5 ms) to a model that thinks for a minute. */
const TURN_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 30, 60];
const GAUGE_TIMEOUT_MS = 2_000;

export function createMetrics(options: MetricsOptions = {}): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const counter = <Label extends string>(name: string, help: string, labelNames: readonly Label[]) =>
    new Counter({ name, help, labelNames, registers });

  const turns = counter('purser_turns_total', 'Turns that ended.', ['platform', 'outcome']);
  const turnSeconds = new Histogram({
    name: 'purser_turn_duration_seconds',
    help: 'From taking a turn up to its committed reply.',
    labelNames: ['platform'],
    buckets: TURN_BUCKETS,
    registers,
  });
  const modelCalls = counter('purser_model_calls_total', 'Calls of a connected model.', ['model', 'outcome']);
  const tokens = counter('purser_model_tokens_total', 'Tokens of model calls; cached ones are input too.', [
    'model',
    'kind',
  ]);
  const cost = counter('purser_model_cost_dollars_total', 'What model calls cost in US dollars.', ['model']);
  const deliveries = counter('purser_deliveries_total', 'Tries at sending a reply.', ['platform', 'outcome']);
  const webHooks = counter('purser_webhook_requests_total', "Requests to a channel's path.", ['path', 'status']);
  gauge('purser_outbox_replies', 'Replies that have not left yet.', options.outboxDepth);
  gauge('purser_inbox_unfinished_turns', 'Messages that have no committed answer yet.', options.inboxUnfinished);
  if (options.withProcess) collectDefaultMetrics({ register: registry });

  function gauge(name: string, help: string, count: (() => Promise<number>) | undefined): void {
    if (!count) return;
    new Gauge({
      name,
      help,
      registers,
      async collect() {
        const value = await inTime(count);
        // An old number would be a lie, and an error would take all the other metrics along.
        if (value === null) this.remove();
        else this.set(value);
      },
    });
  }

  return {
    contentType: registry.contentType,
    turnEnded(platform, outcome, seconds) {
      turns.inc({ platform, outcome });
      turnSeconds.observe({ platform }, seconds);
    },
    modelCalled(model, outcome, usage) {
      modelCalls.inc({ model, outcome });
      if (!usage) return;
      tokens.inc({ model, kind: 'input' }, usage.inputTokens);
      tokens.inc({ model, kind: 'cached_input' }, usage.cachedInputTokens);
      tokens.inc({ model, kind: 'output' }, usage.outputTokens);
      if (usage.costMicros !== null) cost.inc({ model }, Number(usage.costMicros) / 1e6);
    },
    delivered: (platform, outcome) => deliveries.inc({ platform, outcome }),
    webHookAnswered: (path, status) => webHooks.inc({ path, status: String(status) }),
    text: () => registry.metrics(),
  };
}

/** The count, or null when it fails or is late. */
async function inTime(count: () => Promise<number>): Promise<number | null> {
  const late = Promise.withResolvers<null>();
  const timer = setTimeout(() => late.resolve(null), GAUGE_TIMEOUT_MS);
  try {
    return await Promise.race([count(), late.promise]);
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}
