import { sampleValues } from '../../content/decisions/engine/samples.js';
import { writtenMoney } from '../../content/decisions/engine/written.js';
import type { Decision, FactValues } from '../../content/decisions/types.js';
import {
  choicesOf,
  decide,
  type Decided,
  type DecisionContext,
  type FactChoice,
  type Reached,
} from './decide.js';

const UNKNOWN =
  /\b(?:khong|ko|k|kg|kh|hong|hok|hem|chua|chang|cha|dau co|dau)\s(?:the |co |con )?(?:biet|nho|ro|chac|ranh|de y|noi duoc|noi dc|muon noi|cho biet|tra loi)\b|\bchua (?:tinh|cong|dem|xem|co so)\b|\bquen (?:roi|mat|tieu|xu)\b|\b(?:biet|nho) (?:dau|sao duoc|sao dc|chet lien)\b|^(?:da )?(?:chiu|bo tay|thua)\b/u;
/** A longer message says more than that (words). */
const MAX_WORDS = 9;

/** Whether the answer to a question is that it is not known, or will not be told: "ko nhớ nữa", "em chưa rõ". Folded. */
export function saysUnknown(folded: string): boolean {
  return UNKNOWN.test(folded.trim()) && folded.trim().split(/\s+/u).length <= MAX_WORDS;
}

/** What an open question comes to: for its answers, those that come to the same together. */
export interface Outlook {
  /** What is said of each, where all of them come to one sum: "Thuế mỗi tháng". */
  sum?: string;
  ways: Way[];
}

/** `titles`: the answers as on their buttons; none where a rule names its own values ("từ 1 tỷ trở xuống …"). */
export type Way = { titles: string[] } & ({ comes: string } | { asks: string } | { sum: string });

type Choice = FactChoice & { decided: Decided };

/** Where each answer to the fact leads, as far as the rest is known. Empty where nothing can be told apart. */
export function outlook(
  decision: Decision,
  fact: string,
  known: FactValues,
  context: DecisionContext,
): Outlook {
  const about = context.content.facts.get(fact);
  const choices = (about === undefined ? [] : choicesOf(about)).map((choice): Choice => ({
    ...choice,
    decided: decide(decision, { ...known, [fact]: choice.value }, context),
  }));
  const sums = choices.map(({ decided }) =>
    decided.kind === 'result' ? mainSum(decision, decided) : undefined,
  );
  const [first] = sums;
  if (first !== undefined && sums.every((sum) => sum?.name === first.name)) {
    const ways = choices.map(({ title }, index): Way => ({
      titles: [title],
      sum: writtenMoney(sums[index]?.amount ?? 0),
    }));
    return { sum: first.label, ways: joined(ways) };
  }
  const ways = joined(
    about?.kind === 'choice' ? choices.flatMap(wayOf) : rulesFor(decision, fact, known, context),
  );
  return { ways: ways.length < 2 ? [] : ways };
}

function wayOf({ title, decided }: Choice): Way[] {
  if (decided.kind === 'result') return [{ titles: [title], comes: firstClause(decided.text) }];
  if (decided.kind !== 'ask') return [];
  return [
    {
      titles: [title],
      ...(decided.lead === undefined ? { asks: decided.fact } : { comes: firstClause(decided.lead) }),
    },
  ];
}

/** The rules that its values can lead to, each in its own sentence. */
function rulesFor(decision: Decision, fact: string, known: FactValues, context: DecisionContext): Way[] {
  const frame = { decision, values: {}, ...context };
  const ends = sampleValues(fact, frame).flatMap((value) =>
    reachedWith(decision, { ...known, [fact]: value }, context),
  );
  return ends.map(({ because }) => ({ titles: [], comes: because }));
}

/** What is reached, whatever is asked further on the way. */
function reachedWith(decision: Decision, facts: FactValues, context: DecisionContext): Reached[] {
  const decided = decide(decision, facts, context);
  if (decided.kind === 'result') return [decided];
  if (decided.kind !== 'ask') return [];
  const { fact } = decided;
  return sampleValues(fact, { decision, values: {}, ...context }).flatMap((value) => {
    const next = decide(decision, { ...facts, [fact]: value }, context);
    return next.kind === 'result' ? [next] : [];
  });
}

/** Answers that come to the same, in one line. */
function joined(ways: readonly Way[]): Way[] {
  const found = new Map<string, Way>();
  for (const way of ways) {
    const key = JSON.stringify({ ...way, titles: [] });
    const same = found.get(key);
    if (same === undefined) found.set(key, { ...way, titles: [...way.titles] });
    else same.titles.push(...way.titles);
  }
  return [...found.values()];
}

/** The sum of which the answer's sentence says "khoảng". */
function mainSum({ results, sums }: Decision, { id, sums: reached }: Reached) {
  const name = /khoảng \{([a-z0-9_]+)\}/u.exec(results.get(id)?.text ?? '')?.[1] ?? '';
  const [label, amount] = [sums.get(name)?.label, reached[name]];
  return label === undefined || amount === undefined ? undefined : { name, label, amount };
}

/** "không phải nộp thuế, chỉ gửi thông báo …" of "Dạ, … ạ. Khai theo quý …". */
function firstClause(said: string): string {
  const rest = said.replace(/^Dạ,?\s+/u, '');
  const end = /[.;](?=\s|$)/u.exec(rest)?.index ?? rest.length;
  return rest.slice(0, end).replace(/\s+ạ$/u, '');
}
