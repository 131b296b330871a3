import { writtenDate } from '../../shared/days.js';
import type { Content, Procedure } from '../../content/types.js';
import { body, type Body, type Line } from '../lines.js';
import { overdueLine } from '../replies.js';
import { say } from '../wording/say.js';
import { keyFacts, lawLines, whomToAsk, type Guided } from './key-facts.js';
import { paperLines } from './papers.js';
import { stepLines } from './guide-replies.js';

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
  const { name, summary, checkedOn, papers, noPapers, steps, legalBasis, unsure, links } = procedure;
  const view: Guided = { procedure, content, today };
  const lines: Line[] = [
    { as: 'title', text: name },
    summary,
    ...keyFacts(view),
    ...part(
      say(view, 'label_papers'),
      papers.length > 0 ? paperLines(view) : noPapers === undefined ? [] : [noPapers],
    ),
    ...part(say(view, 'label_steps_to_do'), steps.length > 0 ? stepLines(procedure) : []),
    ...part(say(view, 'label_basis'), legalBasis.length > 0 ? lawLines(view) : []),
    ...part(
      say(view, 'label_links'),
      links.map(({ title, url }): Line => ({ as: 'fact', label: title, text: url })),
    ),
    '',
    ...unsure.map((sentence) => `⚠ ${sentence}`),
    ...(procedure.reviewBy < today ? [overdueLine(view, procedure)] : []),
    say(view, 'guide_ask_whom', { whom: whomToAsk(procedure, content) }),
    say(view, 'guide_checked', { day: writtenDate(checkedOn) }),
  ];
  return { name, checkedOn, ...body(lines) };
}

function part(title: string, lines: readonly Line[]): Line[] {
  return lines.length === 0 ? [] : ['', { as: 'title', text: title }, ...lines];
}
