/** What the product counts about itself while it runs, in the text format that Prometheus reads. */
export interface Counters {
  /** `name`: lower case with underscores, ending in `_total`. Label values are few and never personal. */
  increment(name: string, labels?: Readonly<Record<string, string>>): void;
  /** Prometheus text exposition, version 0.0.4; names and label sets in alphabetical order. */
  render(): string;
}

const NAME = /^[a-z][a-z0-9_]*$/;

export function createCounters(): Counters {
  const values = new Map<string, Map<string, number>>();
  return {
    increment(name, labels = {}) {
      const series = values.get(name) ?? new Map<string, number>();
      const key = labelText(labels);
      if (![name, ...Object.keys(labels)].every((written) => NAME.test(written)))
        throw new TypeError(`not a counter name: ${name}`);
      series.set(key, (series.get(key) ?? 0) + 1);
      values.set(name, series);
    },
    render: () =>
      sorted(values)
        .map(([name, series]) => {
          const lines = sorted(series).map(([labels, value]) => `${name}${labels} ${value}\n`);
          return `# TYPE ${name} counter\n${lines.join('')}`;
        })
        .join(''),
  };
}

function labelText(labels: Readonly<Record<string, string>>): string {
  const written = Object.entries(labels)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([label, value]) => `${label}="${escaped(value)}"`);
  return written.length > 0 ? `{${written.join(',')}}` : '';
}

function escaped(value: string): string {
  return value.replace(/\\/g, '\\\\').replace(/"/g, '\\"').replace(/\n/g, '\\n');
}

function sorted<T>(map: ReadonlyMap<string, T>): [string, T][] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1));
}
