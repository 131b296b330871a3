import type { Knowledge } from '../../conversation/ports.js';
import { randomUUID } from 'node:crypto';
import type { Edit, LiveContent } from '../../content/live-content.js';
import { AppError } from '../../shared/errors.js';
import type { Clock } from '../../shared/clock.js';
import type { AnswerSample, ReviewDecision, Review, ReviewItem, ReviewQueue, Reviews } from '../ports.js';
import type { EvaluationJobs } from './evaluation-jobs.js';
import { fileable } from './example-rules.js';
import { fileExample, type ExampleFiles } from './filing.js';
import type { ReviewGroup } from './groups.js';
import { waitingGroups } from './review-list.js';
import { wordingKey } from './wording-key.js';

export interface ReviewServiceDependencies {
  queue: ReviewQueue;
  sample: AnswerSample;
  reviews: Reviews;
  files: ExampleFiles;
  jobs: EvaluationJobs;
  knowledge: Knowledge;
  edit: LiveContent['edit'];
  clock: Clock;
}

interface ReviewOrder {
  decision: ReviewDecision;
  by: string;
  /** For `filed`. */
  intent?: string;
  /** For `filed` and `out_of_scope`: the wording as it is to stand in the file. */
  text?: string;
}

export interface ReviewService {
  groups(): Promise<ReviewGroup[]>;
  /** The group that the message is in; `null` when it waits no more. */
  group(messageId: string): Promise<ReviewGroup | null>;
  /** Throws `REVIEW_TAKEN` when somebody else decided first, or what is wrong with the example. */
  decide(messageId: string, order: ReviewOrder): Promise<Review>;
  /**
   * Files a wording that somebody typed or read; a group that waits with the same wording is settled by it. `order.text`
   * is needed. Throws what is wrong with the example.
   */
  file(order: ReviewOrder): Promise<Review>;
  /** Takes the example out of the file and puts the messages back. Throws `REVIEW_UNDONE`. */
  undo(reviewId: string, by: string): Promise<Review>;
}

export function createReviewService(parts: ReviewServiceDependencies): ReviewService {
  const groups = () => waitingGroups(parts, parts.knowledge.current().content);
  const group = async (messageId: string) =>
    (await groups()).find(({ items }) => items.some(({ id }) => id === messageId)) ?? null;
  return {
    groups,
    group,
    async decide(messageId, order) {
      const text = order.decision === 'dismissed' ? undefined : fileable(order.text ?? '');
      const found = await group(messageId);
      // One of several who come at once gets the group, by its oldest message.
      if (found === null || !(await parts.queue.claim(found.id))) throw taken();
      const edit = await written(parts, found, order, text);
      return settle(parts, found, order, text, edit);
    },
    async file(order) {
      const text = fileable(order.text ?? '');
      const same = (await groups()).find(({ items }) => items.some((item) => isSameWording(item, text)));
      if (same !== undefined && (await parts.queue.claim(same.id)))
        return settle(parts, same, order, text, await written(parts, same, order, text));
      return settle(parts, NOBODY, order, text, await written(parts, NOBODY, order, text));
    },
    undo: (reviewId, by) => undo(parts, reviewId, by),
  };
}

/** Of a wording that no waiting message has. */
const NOBODY: Pick<ReviewGroup, 'id' | 'items' | 'citizens'> = { id: '', items: [], citizens: 0 };

function isSameWording(item: ReviewItem, text: string): boolean {
  return item.text !== undefined && wordingKey(item) === wordingKey({ text });
}

/** Resolves to the warnings that the example brought; `null` when nothing is written. */
async function written(
  { files, queue, edit }: ReviewServiceDependencies,
  group: Pick<ReviewGroup, 'id'>,
  { decision, intent, by }: ReviewOrder,
  text: string | undefined,
): Promise<Edit<string[]> | null> {
  if (text === undefined) return null;
  try {
    return await edit(by, () => fileExample(files, decision === 'filed' ? (intent ?? '') : null, text));
  } catch (error) {
    if (group.id !== '') await queue.putBack([group.id]);
    throw error;
  }
}

async function settle(
  { queue, reviews, jobs, clock }: ReviewServiceDependencies,
  group: Pick<ReviewGroup, 'items' | 'citizens'>,
  { decision, by, intent }: ReviewOrder,
  text: string | undefined,
  edit: Edit<string[]> | null,
): Promise<Review> {
  const warnings = edit?.done ?? [];
  const messages = group.items.map(({ id }) => id);
  const review: Review = {
    id: randomUUID(),
    decision,
    by,
    at: clock.now(),
    messages,
    citizens: group.citizens,
    // A rating has no wording: the next bad one about the same procedure is news.
    wordings: [...new Set(group.items.filter(({ text }) => text !== undefined).map(wordingKey))],
    ...(text === undefined ? {} : { text }),
    ...(decision === 'filed' && intent !== undefined ? { intent } : {}),
    ...(warnings.length === 0 ? {} : { warnings }),
  };
  await reviews.add(review);
  await queue.settle(messages);
  // Training first, then measuring: the citizen's answer is worth more than the figure.
  void edit?.inUse.finally(() => jobs.start(review));
  return review;
}

async function undo(
  { queue, sample, reviews, files, edit, clock }: ReviewServiceDependencies,
  reviewId: string,
  by: string,
): Promise<Review> {
  const review = await reviews.get(reviewId);
  if (review === null || !(await reviews.undo(reviewId, by, clock.now()))) throw undone();
  const judged = isJudgement(review);
  if (review.text !== undefined) {
    try {
      await edit(by, () => takeOut(files, review));
    } catch (error) {
      await reviews.redo(reviewId);
      throw error;
    }
  }
  await (judged ? sample : queue).putBack(review.messages);
  return review;
}

/** Somebody may have taken it out of the file by hand: then nothing is left to undo there. */
async function takeOut(files: ExampleFiles, review: Review): Promise<void> {
  const { intent = null, text = '' } = review;
  const out = isJudgement(review) ? files.removeTest(intent, text) : files.remove(intent, text);
  await out.catch((error: unknown) => {
    if (!(error instanceof AppError && error.code === 'EXAMPLE_NOT_FOUND')) throw error;
  });
}

export const isJudgement = ({ decision }: Pick<Review, 'decision'>): boolean =>
  decision === 'judged_right' || decision === 'judged_wrong';

function taken(): AppError {
  return new AppError('REVIEW_TAKEN', 'Câu này vừa được người khác xử lý, hoặc người gửi đã rút lại.', {
    status: 409,
    remedy: 'Xem mục “Đã xử lý” để biết ai đã quyết định gì.',
  });
}

function undone(): AppError {
  return new AppError('REVIEW_UNDONE', 'Quyết định này đã được hoàn tác rồi.', {
    status: 409,
    remedy: 'Tải lại trang để xem tình trạng mới nhất.',
  });
}
