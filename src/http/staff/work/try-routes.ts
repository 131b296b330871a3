import { TEXT_LIMIT } from '../../../privacy/cut-text.js';
import { maskText } from '../../../privacy/mask-text.js';
import { judge } from '../../../staff-work/review/judgement.js';
import { page, type StaffAnswer } from '../answers.js';
import type { StaffRoute } from '../route.js';
import { REVIEW_STYLE, type ReviewRouteParts } from './review-routes.js';
import { MATCH_WORDS } from './words.js';

/** Any text, and what the bot would make of it. It is posted, so that it stands in no address; nothing is kept. */
export function tryRoutes({ knowledge }: Pick<ReviewRouteParts, 'knowledge'>): StaffRoute[] {
  const show = (text: string): StaffAnswer => {
    const masked = maskText(text).text.trim();
    const result = masked === '' ? null : judge(knowledge.current(), masked, 5);
    const shown = result === null ? null : { ...result, decisionWords: MATCH_WORDS[result.decision] };
    return page('work/try', 'Thử câu', { text: masked, longest: TEXT_LIMIT, result: shown }, REVIEW_STYLE);
  };
  return [
    {
      method: 'GET',
      path: '/thu-cau',
      roles: ['reviewer', 'editor', 'approver'],
      nav: { label: 'Thử câu', order: 30 },
      handle: () => show(''),
    },
    {
      method: 'POST',
      path: '/thu-cau',
      roles: ['reviewer', 'editor', 'approver'],
      handle: ({ form }) => show(form.get('text') ?? ''),
    },
  ];
}
