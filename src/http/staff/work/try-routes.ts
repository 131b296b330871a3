import { TEXT_LIMIT } from '../../../privacy/cut-text.js';
import { maskText, withoutMasks } from '../../../privacy/mask-text.js';
import { AppError } from '../../../shared/errors.js';
import type { ReviewDesk } from '../../../staff-work/review/desk.js';
import { intentChoices, judge } from '../../../staff-work/review/judgement.js';
import { complaintOf, page, redirect, type StaffAnswer } from '../answers.js';
import type { StaffContext, StaffRoute } from '../route.js';
import { draftOf, orderIn, type FileDraft } from './file-order.js';
import { REVIEW_STYLE, type ReviewRouteParts } from './review-routes.js';
import { MATCH_WORDS } from './words.js';

export interface TryRouteParts {
  knowledge: ReviewRouteParts['knowledge'];
  desk: Pick<ReviewDesk, 'file'>;
}

/** Any text, and what the bot would make of it. It is posted, so that it stands in no address; nothing is kept until it is filed. */
export function tryRoutes(parts: TryRouteParts): StaffRoute[] {
  return [
    {
      method: 'GET',
      path: '/thu-cau',
      roles: ['reviewer', 'editor', 'approver'],
      nav: { label: 'Thử câu', order: 30 },
      handle: () => show(parts, ''),
    },
    {
      method: 'POST',
      path: '/thu-cau',
      roles: ['reviewer', 'editor', 'approver'],
      handle: ({ form }) => show(parts, form.get('text') ?? ''),
    },
    { method: 'POST', path: '/thu-cau/xep', roles: ['reviewer'], handle: (context) => file(parts, context) },
  ];
}

function show(
  { knowledge }: TryRouteParts,
  text: string,
  {
    complaint,
    draft,
    judgedAnew = false,
  }: { complaint?: AppError; draft?: FileDraft; judgedAnew?: boolean } = {},
): StaffAnswer {
  const masked = maskText(text).text.trim();
  const result = masked === '' ? null : judge(knowledge.current(), masked, 5);
  const now = result === null ? null : { ...result, decisionWords: MATCH_WORDS[result.decision] };
  const data = {
    text: masked,
    longest: TEXT_LIMIT,
    result: now,
    judgedAnew,
    complaint: complaintOf(complaint),
    choices: intentChoices(knowledge.current().content),
    group: {
      ...{ text: masked, now, chosen: [], conversationId: '' },
      draft: draft ?? { text: withoutMasks(masked), intent: '', nobody: false },
    },
  };
  return page('work/try', 'Thử câu', data, { ...REVIEW_STYLE, status: complaint?.status ?? 200 });
}

/** Files what was tried as an example, under the same rules as a message of a citizen. */
async function file(parts: TryRouteParts, context: StaffContext): Promise<StaffAnswer> {
  const { form, account, audit } = context;
  const draft = draftOf(form);
  try {
    const { edited, ...wanted } = orderIn(parts.knowledge.current().content, form, '');
    if (edited) return show(parts, draft.text, { draft, judgedAnew: true });
    if (wanted.decision === 'dismissed') return redirect('/thu-cau');
    const review = await parts.desk.file({ ...wanted, by: account.id, text: draft.text });
    await audit({ action: `review.${review.decision}`, subject: review.intent ?? review.id });
    return redirect(`/duyet/da-xu-ly/${review.id}`, {
      tone: 'good',
      text: 'Đã ghi câu mẫu. Máy đang học lại.',
    });
  } catch (error) {
    if (error instanceof AppError && error.status < 500)
      return show(parts, draft.text, { complaint: error, draft });
    throw error;
  }
}
