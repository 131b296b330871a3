import type { FactValue } from '../state/told-facts.js';
import type { Turn } from '../turn.js';
import { inform } from './acts.js';
import type { Candidate } from './candidate.js';

/** "Ghi 10 triệu được không", "khai 300tr thôi có sao không": a sum that is to be written, not the one that is. */
const TO_BE_WRITTEN =
  /\b(?:ghi|khai|ke|de gia|lam hop dong|lam gia)\b.*\b(?:(?:duoc|dc|dk|on|co sao) (?:khong|ko|k|hong|hok|kh|ha)|cho (?:nhe|it|bot|do|re|thap))\b/u;
const REFUSED = 0.9;

/** A lower sum than the one that was told is to be declared: no tax is worked out on it. */
export function proposeDeclaresLess(turn: Turn): Candidate[] {
  const { reading, content } = turn;
  const sums = reading.entities.flatMap((one) => (one.kind === 'money' ? [one.amount] : []));
  const [sum] = sums;
  if (sum === undefined || sums.length > 1 || !TO_BE_WRITTEN.test(reading.folded)) return [];
  if (!pricesTold(turn).some((told) => told > sum)) return [];
  const acts = content.dialogueActs.filter(({ act, entry }) => act === 'evasion' && entry === undefined);
  const nearest = reading.acts.find(({ id }) => acts.some((one) => one.id === id))?.id ?? acts[0]?.id;
  if (nearest === undefined) return [];
  return [{ kind: 'refusal', about: nearest, score: REFUSED, answer: () => inform(turn, nearest) }];
}

/** The sums of what was worked out last; what is earned over a time is no price. */
function pricesTold({ state, content }: Turn): number[] {
  const last = content.decisions.get(state.decided?.at(-1) ?? '');
  const values: (FactValue | undefined)[] = (last?.facts ?? []).map(({ fact }) => state.facts?.[fact]?.value);
  return values.flatMap((value) =>
    value?.kind === 'money' && value.period === undefined ? [value.amount] : [],
  );
}
