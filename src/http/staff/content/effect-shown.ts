import type { Content } from '../../../content/types.js';
import {
  gain,
  type ChangedAnswer,
  type DraftEffect,
  type EffectState,
} from '../../../staff-work/content/draft-effects.js';
import { isMoreThanChance } from '../../../staff-work/review/chance.js';
import { intentName } from '../../../staff-work/review/judgement.js';
import { comparedRows } from '../work/compared-rows.js';

const MAX_SHOWN = 25;

const OF_WORDS: Readonly<Record<ChangedAnswer['of'], string>> = {
  own: 'Câu của mục đang sửa',
  other: 'Câu của mục khác',
  test: 'Câu kiểm tra',
};

/** What a draft does to how messages are understood, in words; `null` where it was not measured. */
export function shownEffect(state: EffectState | null, content: Content) {
  if (state === null) return null;
  return state.state === 'measured' ? { state: state.state, ...measuredWords(state.effect, content) } : state;
}

function measuredWords(effect: DraftEffect, content: Content) {
  const { changed, moved } = effect;
  const count = (of: (one: ChangedAnswer) => boolean) => changed.filter(of).length;
  return {
    rows: comparedRows(effect),
    moved: moved.map((one) => ({ ...one, name: intentName(content, one.intent) })),
    better: count((one) => gain(one) > 0),
    worse: count((one) => gain(one) < 0),
    added: count(({ isNew }) => isNew),
    withinChance: isWithinChance(effect),
    changed: changed.slice(0, MAX_SHOWN).map((one) => ({
      ...{ of: OF_WORDS[one.of], text: one.text, isNew: one.isNew },
      about: one.intent === null ? 'ngoài phạm vi' : intentName(content, one.intent),
      ...{ before: answerWords(one.before, content), after: answerWords(one.after, content) },
      verdict: verdictWords(one),
    })),
    more: Math.max(0, changed.length - MAX_SHOWN),
  };
}

/** Neither the shares of all examples nor those of any matter moved by more than chance explains. */
function isWithinChance({ before, after, moved }: DraftEffect): boolean {
  const shares = [
    [before.accuracy, after.accuracy],
    [before.answeredRight, after.answeredRight],
    [before.answeredWrong, after.answeredWrong],
  ] as const;
  return moved.length === 0 && !shares.some(([was, is]) => isMoreThanChance(was, is, before.examples));
}

function answerWords({ decision, likeliest }: ChangedAnswer['before'], content: Content): string {
  const name = likeliest === null ? '' : intentName(content, likeliest);
  if (decision === 'answer') return `trả lời: ${name}`;
  return decision === 'ask_back' ? `hỏi lại (gần nhất: ${name})` : 'nói là chưa biết';
}

function verdictWords(one: ChangedAnswer): string {
  const change = gain(one);
  if (change === 0) return one.isNew ? 'câu mới, như cũ' : 'khác, không tốt hơn cũng không xấu hơn';
  return change > 0 ? 'tốt hơn' : 'xấu đi';
}
