import type { Action } from '../../content/types.js';
import { MENU_CHOICE, PERSON_CHOICE, text } from '../replies.js';
import { greet } from '../steps/menu.js';
import { askPerson } from '../steps/requests.js';
import { askDeletion } from '../steps/switches.js';
import { answered, type Answered, type Turn } from '../turn.js';
import { calculate } from './calculators.js';
import { hotline } from './contacts.js';
import { answerDeadline } from './deadlines.js';
import { officeHours } from './hours.js';
import { askOffice } from './office.js';
import { saturday } from './saturday.js';

type Act = (turn: Turn, intentId: string | undefined) => Answered | Promise<Answered>;

/** What each cross-cutting intent does. */
const ACTS: Record<Action, Act> = {
  greeting: greet,
  thanks: (turn, intent) => say(turn, intent, 'Dạ không có chi ạ. Anh/chị cần gì cứ hỏi em tiếp nhé.'),
  small_talk: (turn, intent) =>
    say(turn, intent, 'Dạ, em chỉ rành chuyện thủ tục thuế thôi ạ. Anh/chị cần hỏi việc gì ạ?'),
  bot_or_human: (turn, intent) =>
    say(turn, intent, `Dạ, em là máy trả lời tự động của ${turn.settings.authority}, không phải người ạ.`),
  talk_to_person: askPerson,
  delete_data: askDeletion,
  office_lookup: askOffice,
  office_hours: officeHours,
  saturday,
  deadlines: answerDeadline,
  hotline,
  request_status: askCode,
  late_interest: (turn) => calculate(turn, 'late_interest'),
  house_transfer_cost: (turn) => calculate(turn, 'house_transfer_cost'),
  salary_tax: (turn) => calculate(turn, 'salary_tax'),
};

export function act(turn: Turn, action: Action, intentId?: string): Answered | Promise<Answered> {
  return ACTS[action](turn, intentId);
}

function askCode(): Answered {
  return answered('asked_back_detail', [
    text('Dạ, anh/chị gõ mã yêu cầu (dạng YC-…) để em xem tới đâu ạ.', [MENU_CHOICE]),
  ]);
}

/** One of the wordings that staff wrote, by the minute, so that a repeated "cảm ơn" does not always read alike. */
function say(turn: Turn, intentId: string | undefined, otherwise: string): Answered {
  const replies = intentId === undefined ? [] : (turn.content.intents.get(intentId)?.replies ?? []);
  const words = replies[turn.now.getUTCMinutes() % Math.max(1, replies.length)] ?? otherwise;
  return answered('answered_small_talk', [text(words, [MENU_CHOICE, PERSON_CHOICE])]);
}
