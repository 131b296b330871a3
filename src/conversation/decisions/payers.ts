import { numberedSourcesIn } from '../reading/entities/numbered-sources.js';
import type { Entity } from '../reading/entities/types.js';

/** "Cty 1 là 18tr, cty 2 là 7tr": sums of one kind that different payers pay, to be counted together. */
export function areOfSeveralPayers(sums: readonly Entity[], folded: string): boolean {
  const labels = numberedSourcesIn(folded);
  const names = sums.map((sum) => labels.find(({ valueAt }) => valueAt === sum.start)?.words);
  return names.length > 1 && !names.includes(undefined) && new Set(names).size === names.length;
}
