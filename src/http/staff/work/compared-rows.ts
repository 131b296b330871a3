import type { Evaluation } from '../../../staff-work/ports.js';
import { isMoreThanChance } from '../../../staff-work/review/chance.js';

const MEASURED = [
  ['Hiểu đúng việc', 'accuracy'],
  ['Trả lời ngay và đúng', 'answeredRight'],
  ['Trả lời ngay nhưng sai', 'answeredWrong'],
  ['Phải hỏi lại', 'askedBack'],
  ['Nhận ra đúng việc này', 'recall'],
] as const;

/** Each figure without and with a change of what is learnt, and whether the difference says anything. */
export function comparedRows({ before, after }: Pick<Evaluation, 'before' | 'after'>) {
  return MEASURED.flatMap(([words, field]) => {
    const [was, is] = [before[field], after[field]];
    if (was === null && is === null) return [];
    const rows = field === 'recall' ? (before.ofIntent ?? 0) : before.examples;
    return [{ words, before: was, after: is, verdict: verdictOf(was, is, rows) }];
  });
}

function verdictOf(before: number | null, after: number | null, rows: number): string {
  if (before === null || after === null) return '–';
  if (before === after) return 'như cũ';
  if (!isMoreThanChance(before, after, rows)) return 'chênh do ngẫu nhiên';
  return after > before ? 'tăng rõ' : 'giảm rõ';
}
