import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

type Definitions = Readonly<Record<string, readonly [help: string, ...labels: string[]]>>;

/** Counted where it happens. Label values are few and never personal. */
const COUNTERS = {
  webhook_batches_total: ['Batches of events stored and acknowledged to Facebook.', 'repeated'],
  webhook_events_total: ['Events stored, by kind.', 'kind'],
  webhook_refused_total: ['Webhook requests refused.', 'reason'],
  webhook_not_stored_total: ['Batches that could not be stored; Facebook sends them again.'],
  webhook_handshakes_refused_total: ['Handshakes with a wrong verify token.'],
  web_messages_total: ['Messages stored from the web chat.', 'kind'],
  http_errors_total: ['Requests answered with an error.', 'code'],
  turns_total: ['Messages answered, by outcome.', 'outcome'],
  replies_dropped_total: ['Replies given up.'],
} as const satisfies Definitions;

/** Seconds, by the clock of the process. */
const HISTOGRAMS = {
  acknowledgement_seconds: ['From the request to its acknowledgement, storing included.', 'channel'],
  turn_seconds: ['Working out one answer.'],
  answer_seconds: ['From the arrival of a message to its answer being stored for sending.', 'channel'],
  delivery_seconds: ['One attempt to hand a reply to its channel.', 'channel', 'status'],
} as const satisfies Definitions;

/** Asked of the parts when the figures are read. */
const GAUGES = {
  queue_messages: ['Messages acknowledged and not answered yet.'],
  queue_replies: ['Conversations that are owed replies.'],
  queue_oldest_seconds: ['Age of the oldest of both.'],
  content_problems: ['Faults in the content files that keep a newer state from being used.'],
  content_watching: ['1: the content files could be looked at the last time.'],
  requests_waiting: ['Requests of citizens that are not closed.'],
  requests_overdue: ['Requests whose next term has passed.'],
  storage_writable: ['1: the storage took a write just now.'],
  intake_closed: ['1: nothing more is taken in for want of this.', 'short_of'],
  stored_conversations_share: ['Embedded storage: conversations held, as a share of what it is made for.'],
  page_problems: ['What is wrong with the subscription of the Page.'],
  bot_mode: ['1: how the bot serves everybody, as administrators set it.', 'mode'],
  sending_state: ['1: how sending to Messenger stands.', 'state'],
} as const satisfies Definitions;

type CounterName = keyof typeof COUNTERS;
type HistogramName = keyof typeof HISTOGRAMS;
export type GaugeName = keyof typeof GAUGES;
type Labels = Readonly<Record<string, string>>;

/** What the product measures of itself while it runs. */
export interface Metrics {
  increment(name: CounterName, labels?: Labels): void;
  observe(name: HistogramName, seconds: number, labels?: Labels): void;
  /** Replaces all that the gauge showed; an empty list: not known now. */
  show(name: GaugeName, values: readonly { value: number; labels?: Labels }[]): void;
  /** Prometheus text exposition, version 0.0.4; with the figures of the process (memory, event loop, processor time). */
  render(): Promise<string>;
}

/** Up to what is tolerable of each: an acknowledgement within 5 s, an answer before the citizen gives up. */
const BUCKETS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 10, 20, 60, 300, 900];

export function createMetrics(): Metrics {
  const registers = [new Registry()];
  const counters = made(COUNTERS, (options) => new Counter({ ...options, registers }));
  const histograms = made(
    HISTOGRAMS,
    (options) => new Histogram({ ...options, buckets: BUCKETS, registers }),
  );
  const gauges = made(GAUGES, (options) => new Gauge({ ...options, registers }));
  return {
    increment: (name, labels = {}) => counters[name].inc(labels),
    observe: (name, seconds, labels = {}) => histograms[name].observe(labels, seconds),
    show(name, values) {
      gauges[name].reset();
      // Without labels a reset gauge would show 0, which says something.
      if (GAUGES[name].length === 1) gauges[name].remove();
      for (const { value, labels = {} } of values) gauges[name].set(labels, value);
    },
    async render() {
      const texts = await Promise.all([ofProcess().metrics(), ...registers.map((own) => own.metrics())]);
      return texts.join('\n');
    },
  };
}

function made<Name extends string, Metric>(
  definitions: Readonly<Record<Name, readonly [string, ...string[]]>>,
  make: (options: { name: Name; help: string; labelNames: string[] }) => Metric,
): Record<Name, Metric> {
  const entries = Object.entries<readonly [string, ...string[]]>(definitions);
  return Object.fromEntries(
    entries.map(([name, [help, ...labelNames]]) => [name, make({ name: name as Name, help, labelNames })]),
  ) as Record<Name, Metric>;
}

let processFigures: Registry | undefined;

/** Once, however many apps a process holds: they watch the process and are never taken down. */
function ofProcess(): Registry {
  if (processFigures === undefined) {
    processFigures = new Registry();
    collectDefaultMetrics({ register: processFigures });
  }
  return processFigures;
}
