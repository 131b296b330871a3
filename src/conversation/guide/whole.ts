import { writtenDate } from '../../content/days.js';
import type { Content, Procedure } from '../../content/types.js';
import { body, type Body, type Line } from '../lines.js';
import { overdueLine } from '../replies.js';
import { keyFacts, lawLines, paperLines, whomToAsk } from './facts.js';
import { stepLines } from './parts.js';

/** A whole guide on one page, for whoever takes it along: copied or printed. */
export interface WholeGuide extends Body {
  name: string;
  /** YYYY-MM-DD */
  checkedOn: string;
}

/** By the procedure's id; `undefined` when there is no such procedure. `today`: YYYY-MM-DD */
export function wholeGuideOf(
  id: string,
  { content, today }: { content: Content; today: string },
): WholeGuide | undefined {
  const procedure = content.procedures.get(id);
  return procedure && wholeGuide(procedure, content, today);
}

/** @param today YYYY-MM-DD */
export function wholeGuide(procedure: Procedure, content: Content, today: string): WholeGuide {
  const { name, summary, checkedOn, papers, steps, legalBasis, unsure } = procedure;
  const lines: Line[] = [
    { as: 'title', text: name },
    summary,
    ...keyFacts(procedure, content, today),
    ...part('Giấy tờ cần có', papers.length > 0 ? paperLines(procedure) : []),
    ...part('Các bước làm', steps.length > 0 ? stepLines(procedure) : []),
    ...part('Căn cứ', legalBasis.length > 0 ? lawLines(procedure) : []),
    ...part(
      'Trang chính thức',
      procedure.links.map(({ title, url }): Line => ({ as: 'fact', label: title, text: url })),
    ),
    '',
    ...unsure.map((sentence) => `⚠ ${sentence}`),
    ...(procedure.reviewBy < today ? [overdueLine(procedure)] : []),
    `Còn vướng, anh/chị hỏi ${whomToAsk(procedure, content)}`,
    `Kiểm tra ngày ${writtenDate(checkedOn)}. Nội dung để tham khảo, không thay văn bản của cơ quan thuế.`,
  ];
  return { name, checkedOn, ...body(lines) };
}

function part(title: string, lines: readonly Line[]): Line[] {
  return lines.length === 0 ? [] : ['', { as: 'title', text: title }, ...lines];
}
