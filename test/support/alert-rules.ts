import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

export interface AlertRule {
  alert: string;
  expr: string;
  annotations: { summary: string; runbook: string };
}

const RULES_FILE = 'deploy/prometheus/alerts.yml';

export function alertRules(): AlertRule[] {
  const { groups } = parse(readFileSync(RULES_FILE, 'utf8')) as { groups: { rules: AlertRule[] }[] };
  return groups.flatMap(({ rules }) => rules);
}

interface Sample {
  name: string;
  labels: Record<string, string>;
  value: number;
}

/** One reading of `/metrics` as Prometheus keeps it; `null`: nobody answered. */
export function scraped(text: string | null): Sample[] {
  const up: Sample = { name: 'up', labels: { job: 'dong-hanh' }, value: text === null ? 0 : 1 };
  const lines = (text ?? '').split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return [up, ...lines.map(sampleOf)];
}

function sampleOf(line: string): Sample {
  const [, name = '', labels = '', value = ''] = /^(\w+)(?:\{(.*)\})? (\S+)$/.exec(line) ?? [];
  if (name === '') throw new Error(`not a sample: ${line}`);
  return { name, labels: labelsOf(labels), value: Number(value) };
}

function labelsOf(written: string): Record<string, string> {
  return Object.fromEntries(
    [...written.matchAll(/(\w+)="([^"]*)"/g)].map(([, label = '', value = '']) => [label, value]),
  );
}

/**
 * Whether the rule's condition holds, given two readings with what happened between them. Knows the part of PromQL that
 * the rules use, and throws on anything else; how long a condition must hold (`for`) is Prometheus' own.
 */
export function holds({ expr }: AlertRule, before: Sample[], after: Sample[]): boolean {
  const [, left = '', compare = '', right = ''] = /^(.*) (>|==) (\S+)$/.exec(expr) ?? [];
  const value = valueOf(left, before, after);
  if (value === undefined) return false;
  return compare === '>' ? value > Number(right) : value === Number(right);
}

function valueOf(left: string, before: Sample[], after: Sample[]): number | undefined {
  const most = /^(max|min)\((.*)\)$/.exec(left);
  if (most?.[2] !== undefined) {
    const values = select(most[2], after).map(({ value }) => value);
    return values.length === 0 ? undefined : Math[most[1] as 'max' | 'min'](...values);
  }
  const sum = /^sum\(increase\((.*)\[\d+[mh]\]\)\)$/.exec(left)?.[1];
  if (sum !== undefined) return total(select(sum, after)) - total(select(sum, before));
  const [, share, buckets] =
    /^histogram_quantile\((\S+), sum by \(le\) \(rate\((.*)\[\d+m\]\)\)\)$/.exec(left) ?? [];
  if (buckets !== undefined) return quantile(Number(share), select(buckets, before), select(buckets, after));
  const [one] = select(left, after);
  return one?.value;
}

function select(selector: string, samples: Sample[]): Sample[] {
  const [, name, written = ''] = /^(\w+)(?:\{(.*)\})?$/.exec(selector) ?? [];
  if (name === undefined) throw new Error(`this part of PromQL is not known here: ${selector}`);
  const wanted = Object.entries(labelsOf(written));
  return samples.filter(
    (sample) => sample.name === name && wanted.every(([label, value]) => sample.labels[label] === value),
  );
}

const total = (samples: Sample[]) => samples.reduce((sum, { value }) => sum + value, 0);

/** As Prometheus does it: linear within the bucket; the highest finite bound where it lies beyond. */
function quantile(share: number, before: Sample[], after: Sample[]): number | undefined {
  const bounds = [...new Set(after.map(({ labels }) => Number(labels['le']?.replace('+Inf', 'Infinity'))))];
  bounds.sort((a, b) => a - b);
  const at = (samples: Sample[], bound: number) =>
    total(samples.filter(({ labels }) => Number(labels['le']?.replace('+Inf', 'Infinity')) === bound));
  const counts = bounds.map((bound) => at(after, bound) - at(before, bound));
  const rank = share * (counts.at(-1) ?? 0);
  if (rank === 0) return undefined;
  const index = counts.findIndex((count) => count >= rank);
  const bound = bounds[index] ?? Infinity;
  const [low, below] = index === 0 ? [0, 0] : [bounds[index - 1] ?? 0, counts[index - 1] ?? 0];
  if (bound === Infinity) return low;
  return low + ((bound - low) * (rank - below)) / ((counts[index] ?? 0) - below);
}
