import type { Knowledge } from '../../../conversation/ports.js';
import type { Content } from '../../../content/types.js';
import type { IntentMatcher } from '../../../intent-matching/types.js';
import { withoutMasks } from '../../../privacy/mask-text.js';
import { AppError } from '../../../shared/errors.js';
import { REVIEW_CAUSES } from '../../../staff-work/ports.js';
import type { ReviewService } from '../../../staff-work/review/review-service.js';
import type { ReviewGroup } from '../../../staff-work/review/groups.js';
import { intentChoices, intentFor, intentName, judgeAnswer } from '../../../staff-work/review/judgement.js';
import { LOOKED_AT, ordered, type ReviewSearch } from '../../../staff-work/review/review-list.js';
import { complaintOf, page, redirect, type StaffAnswer } from '../answers.js';
import type { StaffContext, StaffRoute } from '../route.js';
import { draftOf, orderIn, type FileDraft } from './file-order.js';
import { CAUSE_WORDS, MATCH_WORDS } from './words.js';

export interface ReviewRouteDependencies {
  reviewService: ReviewService;
  knowledge: Knowledge;
}

const ON_A_PAGE = 20;
export const WORK_STYLE = { styles: ['/style/staff-work.css'] };
export const REVIEW_STYLE = { styles: [...WORK_STYLE.styles, '/style/staff-review.css'] };

export function reviewRoutes(parts: ReviewRouteDependencies): StaffRoute[] {
  return [
    {
      method: 'GET',
      path: '/duyet',
      roles: ['reviewer'],
      nav: { label: 'Duyệt câu hỏi', order: 25 },
      handle: (context) => showList(parts, context),
    },
    {
      method: 'GET',
      path: '/duyet/cau/:id',
      roles: ['reviewer'],
      handle: async ({ params }) => {
        const group = await parts.reviewService.group(params['id'] ?? '');
        if (group === null) throw gone();
        return showGroup(parts, group);
      },
    },
    {
      method: 'POST',
      path: '/duyet/cau/:id',
      roles: ['reviewer'],
      handle: (context) => decide(parts, context),
    },
  ];
}

function searchOf(query: URLSearchParams): ReviewSearch {
  const cause = REVIEW_CAUSES.find((known) => known === query.get('vi-sao'));
  return {
    order: query.get('xep') === 'nhieu' ? 'frequent' : 'newest',
    ...(cause === undefined ? {} : { cause }),
  };
}

async function showList({ reviewService, knowledge }: ReviewRouteDependencies, { query }: StaffContext) {
  const search = searchOf(query);
  const groups = await reviewService.groups();
  const found = ordered(groups, search);
  const pages = Math.max(1, Math.ceil(found.length / ON_A_PAGE));
  const number = Math.min(pages, Math.max(1, Number.parseInt(query.get('trang') ?? '1', 10) || 1));
  const shown = found.slice((number - 1) * ON_A_PAGE, number * ON_A_PAGE);
  const { content } = knowledge.current();
  const data = {
    groups: shown.map((group) => view(group, knowledge.current())),
    choices: intentChoices(content),
    search,
    causes: REVIEW_CAUSES.map((id) => ({ id, words: CAUSE_WORDS[id] })),
    number,
    pages,
    total: found.length,
    messages: groups.reduce((sum, { items }) => sum + items.length, 0),
    lookedAt: LOOKED_AT,
  };
  return page('work/review', 'Duyệt câu hỏi', data, REVIEW_STYLE);
}

function showGroup(
  { knowledge }: ReviewRouteDependencies,
  group: ReviewGroup,
  {
    complaint,
    draft,
    judgedAnew = false,
  }: { complaint?: AppError; draft?: FileDraft; judgedAnew?: boolean } = {},
): StaffAnswer {
  const { content } = knowledge.current();
  const data = {
    group: view(group, knowledge.current(), draft),
    judgedAnew,
    items: group.items.slice(0, 50),
    choices: intentChoices(content),
    complaint: complaintOf(complaint),
  };
  return page('work/review-group', 'Một câu cần duyệt', data, {
    ...REVIEW_STYLE,
    status: complaint?.status ?? 200,
  });
}

function view(
  group: ReviewGroup,
  known: { content: Content; matcher: IntentMatcher },
  draft: FileDraft = { text: withoutMasks(group.text ?? ''), intent: '', nobody: false },
) {
  const { text, items, causes } = group;
  // What is edited is judged as it stands in the form: that is what would be learnt.
  const now = text === undefined ? null : judgeAnswer(known, draft.text);
  const [newest] = items;
  return {
    ...group,
    causeWords: causes.map((cause) => CAUSE_WORDS[cause]),
    procedureName:
      newest?.procedure === undefined
        ? null
        : (known.content.procedures.get(newest.procedure)?.name ?? newest.procedure),
    then: (newest?.alternatives ?? []).slice(0, 2).map(({ intent, confidence }) => ({
      name: intentName(known.content, intent),
      confidence,
    })),
    now: now === null ? null : { ...now, decisionWords: MATCH_WORDS[now.decision] },
    draft,
    chosen: choicesIn(group, known.content),
    others: new Set(items.map((item) => item.text)).size - 1,
    conversationId: newest?.conversationId ?? '',
  };
}

/** What citizens chose when the bot asked back, as intents to file under. */
function choicesIn({ chosen }: ReviewGroup, content: Content) {
  return chosen.flatMap(({ procedure, times }) => {
    const intent = intentFor(content, procedure);
    return intent === null ? [] : [{ intent, name: intentName(content, intent), times }];
  });
}

async function decide(parts: ReviewRouteDependencies, context: StaffContext): Promise<StaffAnswer> {
  const { params, form, account } = context;
  const id = params['id'] ?? '';
  const draft = draftOf(form);
  try {
    const shown = await parts.reviewService.group(id);
    const { edited, ...wanted } = orderIn(parts.knowledge.current().content, form, shown?.text ?? '');
    if (edited && shown !== null) return showGroup(parts, shown, { draft, judgedAnew: true });
    const review = await parts.reviewService.decide(id, { ...wanted, by: account.id, text: draft.text });
    const { decision } = review;
    await context.audit({
      action: `review.${decision}`,
      subject: review.intent ?? review.id,
      details: `${review.messages.length} tin`,
    });
    if (decision === 'dismissed')
      return redirect('/duyet', { tone: 'good', text: 'Đã bỏ qua. Hoàn tác được ở mục “Đã xử lý”.' });
    return redirect(`/duyet/da-xu-ly/${review.id}`, {
      tone: 'good',
      text: 'Đã ghi câu mẫu. Máy đang học lại.',
    });
  } catch (error) {
    const group =
      error instanceof AppError && error.status < 500 ? await parts.reviewService.group(id) : null;
    // What was written is shown again, with what is wrong with it.
    if (group !== null && error instanceof AppError)
      return showGroup(parts, group, { complaint: error, draft });
    throw error;
  }
}

function gone(): AppError {
  return new AppError('REVIEW_TAKEN', 'Câu này không còn chờ duyệt.', {
    status: 404,
    remedy: 'Có thể người khác vừa xử lý, hoặc người gửi đã rút lại. Xem mục “Đã xử lý”.',
  });
}
