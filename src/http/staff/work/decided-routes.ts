import { AppError } from '../../../shared/errors.js';
import type { Review, Reviews } from '../../../staff-work/ports.js';
import { isJudgement, type ReviewService } from '../../../staff-work/review/review-service.js';
import type { EvaluationJobs } from '../../../staff-work/review/evaluation-jobs.js';
import { intentName, judgeAnswer } from '../../../staff-work/review/judgement.js';
import { page, redirect } from '../answers.js';
import type { StaffContext, StaffRoute } from '../route.js';
import { comparedRows } from './compared-rows.js';
import { REVIEW_STYLE, WORK_STYLE, type ReviewRouteDependencies } from './review-routes.js';
import { DECISION_WORDS, MATCH_WORDS } from './words.js';

export interface DecidedRouteDependencies {
  reviewService: Pick<ReviewService, 'undo'>;
  reviews: Pick<Reviews, 'get' | 'list'>;
  jobs: Pick<EvaluationJobs, 'start' | 'state'>;
  knowledge: ReviewRouteDependencies['knowledge'];
}

const SHOWN = 50;

/** What was decided, with its figures, and taking it back. */
export function decidedRoutes(parts: DecidedRouteDependencies): StaffRoute[] {
  const { reviewService, reviews, jobs } = parts;
  const one = (path: `/${string}`) => `/duyet/da-xu-ly/:id${path === '/' ? '' : path}` as const;
  return [
    { method: 'GET', path: '/duyet/da-xu-ly', roles: ['reviewer'], handle: () => showDecided(parts) },
    {
      method: 'GET',
      path: one('/'),
      roles: ['reviewer'],
      handle: async (context) => showOne(parts, await known(reviews, context), context.now),
    },
    {
      method: 'POST',
      path: one('/hoan-tac'),
      roles: ['reviewer'],
      handle: async (context) => {
        const review = await reviewService.undo((await known(reviews, context)).id, context.account.id);
        await context.audit({ action: 'review.undo', subject: review.intent ?? review.id });
        return redirect('/duyet', {
          tone: 'good',
          text: 'Đã hoàn tác: câu mẫu (nếu có) đã được lấy khỏi tệp, các tin trở lại danh sách chờ.',
        });
      },
    },
    {
      method: 'POST',
      path: one('/do-lai'),
      roles: ['reviewer'],
      handle: async (context) => {
        const review = await known(reviews, context);
        if (!isMeasuring(jobs, review)) jobs.start(review);
        return redirect(`/duyet/da-xu-ly/${review.id}`);
      },
    },
  ];
}

async function known(reviews: Pick<Reviews, 'get'>, { params }: StaffContext): Promise<Review> {
  const review = await reviews.get(params['id'] ?? '');
  if (review !== null) return review;
  throw new AppError('NOT_FOUND', 'Không thấy quyết định này.', {
    status: 404,
    remedy: 'Mở mục “Đã xử lý” để chọn lại.',
  });
}

async function showDecided({ reviews, knowledge }: DecidedRouteDependencies) {
  const { content } = knowledge.current();
  const list = (await reviews.list(SHOWN)).map((review) => ({
    ...review,
    words: DECISION_WORDS[review.decision],
    name: review.intent === undefined ? null : intentName(content, review.intent),
  }));
  return page('work/decided', 'Câu đã xử lý', { list, shown: SHOWN }, WORK_STYLE);
}

function showOne({ jobs, knowledge }: DecidedRouteDependencies, review: Review, at: Date) {
  const { content, matcher } = knowledge.current();
  const job = jobs.state(review.id);
  const now = review.text === undefined ? null : judgeAnswer({ content, matcher }, review.text, 1);
  const judged = isJudgement(review);
  const learnt =
    review.intent === undefined
      ? content.outOfScope.includes(review.text ?? '')
      : content.intents.get(review.intent)?.examples.includes(review.text ?? '') === true;
  const data = {
    review,
    words: DECISION_WORDS[review.decision],
    name: review.intent === undefined ? null : intentName(content, review.intent),
    file: review.intent === undefined ? 'intents/shared/out-of-scope.yml' : `intents/${review.intent}.yml`,
    now: now === null ? null : { ...now, decisionWords: MATCH_WORDS[now.decision] },
    learnt,
    judged,
    job,
    seconds: Math.max(0, Math.round((at.getTime() - review.at.getTime()) / 1000)),
    rows: review.evaluation === undefined ? [] : comparedRows(review.evaluation),
    // The page asks again by itself as long as something is to come.
    waiting:
      !judged &&
      review.undoneAt === undefined &&
      review.text !== undefined &&
      (!learnt || isMeasuring(jobs, review)),
    moved: (review.evaluation?.moved ?? []).map((one) => ({ ...one, name: intentName(content, one.intent) })),
  };
  return page('work/decision', 'Kết quả xử lý', data, { ...REVIEW_STYLE, scripts: ['/staff/refresh.js'] });
}

function isMeasuring(jobs: Pick<EvaluationJobs, 'state'>, { id }: Review): boolean {
  const state = jobs.state(id)?.state;
  return state === 'waiting' || state === 'running';
}
