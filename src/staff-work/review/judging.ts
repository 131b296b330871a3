import { randomUUID } from 'node:crypto';
import { AppError } from '../../shared/errors.js';
import type { Review, SampledAnswer } from '../ports.js';
import type { ReviewServiceDependencies } from './review-service.js';
import { fileable } from './example-rules.js';
import { keepTest } from './filing.js';

interface Judgement {
  by: string;
  right: boolean;
  /** To be kept to measure with, with the intent it belongs to (`null`: out of scope); somebody has read that it gives nobody away. */
  keep?: { text: string; intent: string | null };
}

export interface JudgingService {
  next(): Promise<{ answer: SampledAnswer; left: number } | null>;
  /** An answer that still can be judged. */
  get(id: string): Promise<SampledAnswer | null>;
  /** Throws `REVIEW_TAKEN` when somebody else was first, or what is wrong with what is to be kept. */
  judge(id: string, judgement: Judgement): Promise<Review>;
  /** Leaves one out that nobody can judge. */
  skip(id: string): Promise<void>;
}

/** Whether answers were right, by people, on a random sample; what is kept of it is measured with and never learnt. */
export function createJudgingService(
  parts: Pick<ReviewServiceDependencies, 'sample' | 'reviews' | 'files' | 'edit' | 'clock'>,
): JudgingService {
  const { sample, reviews, files, edit, clock } = parts;
  const claimed = async (id: string): Promise<SampledAnswer> => {
    const answer = await sample.get(id);
    if (answer === null || !(await sample.claim(id))) throw judgedAlready();
    return answer;
  };
  return {
    async next() {
      const [answer, left] = await Promise.all([sample.next(), sample.count()]);
      return answer === null ? null : { answer, left };
    },
    get: (id) => sample.get(id),
    async judge(id, { by, right, keep }) {
      const text = keep === undefined ? undefined : fileable(keep.text);
      const answer = await claimed(id);
      if (keep !== undefined && text !== undefined)
        try {
          await edit(by, () => keepTest(files, keep.intent, text));
        } catch (error) {
          await sample.putBack([id]);
          throw error;
        }
      const review: Review = {
        id: randomUUID(),
        decision: right ? 'judged_right' : 'judged_wrong',
        ...{ by, at: clock.now(), messages: [id], citizens: 1, wordings: [], answeredAt: answer.at },
        ...(text === undefined ? {} : { text }),
        ...(keep === undefined || keep.intent === null ? {} : { intent: keep.intent }),
      };
      await reviews.add(review);
      return review;
    },
    async skip(id) {
      await claimed(id);
    },
  };
}

function judgedAlready(): AppError {
  return new AppError('REVIEW_TAKEN', 'Câu này vừa được người khác chấm, hoặc người gửi đã rút lại.', {
    status: 409,
    remedy: 'Mở lại mục “Chấm câu trả lời” để chấm câu khác.',
  });
}
