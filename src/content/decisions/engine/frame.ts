import type { Content } from '../../types.js';
import type { Decision, Fact, FactValues } from '../types.js';

/** What of the content a decision needs besides itself. */
export type DecisionContent = Pick<Content, 'rates' | 'deadlines' | 'holidays' | 'facts'>;

/** One evaluation: a decision, the values known, and the day (YYYY-MM-DD) it is for. */
export interface Frame {
  decision: Decision;
  values: FactValues;
  content: DecisionContent;
  today: string;
}

export function factOf({ content }: Frame, id: string): Fact | undefined {
  return content.facts.get(id);
}

export function withValue(frame: Frame, fact: string, value: FactValues[string]): Frame {
  return { ...frame, values: { ...frame.values, [fact]: value } };
}
