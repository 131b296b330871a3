import type { Rule } from '../types.js';
import { applies } from './conditions.js';
import { withValue, type Frame } from './frame.js';
import { sampleValues } from './samples.js';

/** Where the rules lead, from the first down. */
export type Walked =
  | { at: 'rule'; rule: Rule; index: number }
  /** The first rule that may apply, and the facts on which that depends. */
  | { at: 'open'; index: number; missing: readonly string[] }
  | { at: 'end' }
  | { at: 'unavailable'; what: string };

/** Whether all conditions hold, as far as is known: what is missing says no. */
export function holdsAsKnown(rule: Pick<Rule, 'when'>, frame: Frame): boolean {
  const result = applies(rule, frame);
  return 'value' in result && result.value;
}

export function walk(frame: Frame): Walked {
  for (const [index, rule] of frame.decision.rules.entries()) {
    const result = applies(rule, frame);
    if ('unavailable' in result) return { at: 'unavailable', what: result.unavailable };
    if ('missing' in result) return { at: 'open', index, missing: inOrder(result.missing, frame) };
    if (result.value) return { at: 'rule', rule, index };
  }
  return { at: 'end' };
}

/** More branches than this are not followed: the question is asked. */
const MAX_WALKS = 20_000;

/** The ids of all results that can still come, or of the first `enough` found; '' stands for none. */
export function reachable(frame: Frame, enough = Infinity, budget = { walks: MAX_WALKS }): Set<string> {
  const walked = walk(frame);
  budget.walks -= 1;
  if (walked.at === 'rule') return new Set([walked.rule.result]);
  const [first] = walked.at === 'open' ? walked.missing : [];
  if (first === undefined) return new Set(['']);
  const found = new Set<string>();
  for (const value of sampleValues(first, frame)) {
    if (budget.walks <= 0 || found.size >= enough) break;
    for (const id of reachable(withValue(frame, first, value), enough, budget)) found.add(id);
  }
  return found;
}

/** The fact to ask for: of those on which the rules are open, the first whose value changes what can come. */
export function deciding(missing: readonly string[], frame: Frame): string | undefined {
  return missing.find((id) => decides(id, frame)) ?? missing[0];
}

/** Whether the results that can come differ with the fact's value, all others staying as they are. */
export function decides(id: string, frame: Frame): boolean {
  let first: string | undefined;
  for (const value of sampleValues(id, frame)) {
    const outcome = [...reachable(withValue(frame, id, value))].sort().join(' ');
    first ??= outcome;
    if (outcome !== first) return true;
  }
  return false;
}

/** As the decision lists them: the order in which they are asked. */
export function inOrder(ids: readonly string[], { decision }: Frame): string[] {
  return decision.facts.map(({ fact }) => fact).filter((fact) => ids.includes(fact));
}
