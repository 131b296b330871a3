import type { Outcome } from '../../conversation/outcome.js';
import { count, metric } from './metric.js';

export interface CommentCounts {
  answered: number;
  invited: number;
  leftAlone: number;
}

/** Counted beside conversations (`day-counts.ts`): a comment is no message to the bot. */
export const COMMENT_KEYS: Partial<Record<Outcome, string>> = {
  ignored_comment_answered: 'comment:answered',
  ignored_comment_invited: 'comment:invited',
  ignored_comment: 'comment:left',
};

export const comments = metric<CommentCounts>({
  id: 'comments',
  name: 'Bình luận dưới bài viết',
  definition:
    'Số bình luận dưới bài viết của Trang: bot chắc là hỏi một thủ tục nên đã trả lời riêng; có thông tin riêng nên chỉ mời nhắn riêng; còn lại để yên. Tính vào ngày bình luận đến, mỗi bình luận một lần, kể cả khi Facebook sau đó không nhận câu trả lời riêng. Chỉ có khi cơ quan bật. Không tính vào lượt nhắn hay cuộc trò chuyện: ai nhắn lại thì tính từ lúc đó.',
  byProcedure: true,
  value: (reading) => ({
    answered: count(reading, 'comment:answered'),
    invited: count(reading, 'comment:invited'),
    leftAlone: count(reading, 'comment:left'),
  }),
  examples: [
    {
      when: 'hai bình luận được trả lời riêng, một được mời nhắn riêng, một lời khen, rồi một người nhắn lại',
      given: [
        { who: 1, outcome: 'ignored_comment_answered', procedure: 'dang-ky-mst' },
        { who: 2, outcome: 'ignored_comment_answered', procedure: 'dang-ky-mst' },
        { who: 3, outcome: 'ignored_comment_invited' },
        { who: 4, outcome: 'ignored_comment' },
        { who: 5, outcome: 'answered_procedure', procedure: 'dang-ky-mst' },
      ],
      value: { answered: 2, invited: 1, leftAlone: 1 },
    },
  ],
});
