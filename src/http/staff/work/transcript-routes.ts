import type { Knowledge } from '../../../conversation/ports.js';
import { familyOf } from '../../../conversation/outcome.js';
import { AppError } from '../../../shared/errors.js';
import type { Transcripts } from '../../../staff-work/ports.js';
import { page } from '../answers.js';
import type { StaffRoute } from '../route.js';
import { WORK_STYLE } from './review-routes.js';
import { outcomeWords } from './words.js';

const MAX_TURNS = 300;
/** An address as `conversationId` is written; anything else is nobody's. */
const ID = /^[\w-]{1,100}$/;

/** A conversation as it was recorded, masked. That somebody read it is written down. */
export function transcriptRoutes(transcripts: Transcripts, knowledge: Knowledge): StaffRoute[] {
  return [
    {
      method: 'GET',
      path: '/hoi-thoai/:id',
      roles: ['reviewer', 'answerer'],
      handle: async ({ params, audit }) => {
        const id = params['id'] ?? '';
        const turns = ID.test(id) ? await transcripts.of(id, MAX_TURNS) : [];
        if (turns.length === 0) throw nothingKept();
        await audit({ action: 'conversation.read', subject: id.slice(0, 16) });
        const { procedures } = knowledge.current().content;
        const data = {
          turns: turns.map((turn) => ({
            ...turn,
            words: outcomeWords(turn.outcome, familyOf(turn.outcome)),
            family: familyOf(turn.outcome),
            isQuestion:
              turn.text !== undefined && turn.entryPoint === 'typed' && turn.outcome !== 'answered_rating',
            about:
              turn.procedure === undefined ? null : (procedures.get(turn.procedure)?.name ?? turn.procedure),
          })),
          channel: turns[0]?.channel,
          kept: turns.filter(({ text }) => text !== undefined).length,
          most: MAX_TURNS,
        };
        return page('work/transcript', 'Cuộc trò chuyện', data, {
          styles: [...WORK_STYLE.styles, '/style/staff-transcript.css'],
        });
      },
    },
  ];
}

function nothingKept(): AppError {
  return new AppError('NOT_FOUND', 'Không còn giữ gì về cuộc trò chuyện này.', {
    status: 404,
    remedy: 'Quá hạn lưu, hoặc người dân đã xoá dữ liệu của mình.',
  });
}
