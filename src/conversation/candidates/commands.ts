import type { Act } from '../actions/act.js';
import { help, showMenu } from '../actions/menu.js';
import { askData, askPerson, cancelRequest, howLongWait, requestStatus } from '../actions/requests.js';
import { askDeletion, recordConsent, restart, showPrivacy, start, stop } from '../actions/switches.js';
import { foldedWords } from '../../shared/fold.js';
import { isPhrase } from '../phrases.js';
import { commandSaid, isTakingBack, waitingSaid, type CommandSaid } from '../reading/commands.js';
import type { Turn } from '../turn.js';
import type { Candidate } from './candidate.js';

interface Command {
  phrases: readonly string[];
  answer: Act;
  /** Works while the bot is switched off as well. */
  whileStopped?: true;
}

/** Phrases that mean one thing at any moment. Only whole messages count. */
const COMMANDS: readonly Command[] = [
  {
    phrases: [
      'xoá dữ liệu của tôi',
      'xoá dữ liệu',
      'xoá hết dữ liệu',
      'xoá tin nhắn của tôi',
      'xoá thông tin của tôi',
      'xoá dữ liệu tôi',
    ],
    answer: askDeletion,
    whileStopped: true,
  },
  {
    phrases: ['bản sao dữ liệu của tôi', 'bản sao dữ liệu', 'xem dữ liệu của tôi', 'lấy dữ liệu của tôi'],
    answer: (turn) => askData(turn, 'data_copy'),
    whileStopped: true,
  },
  {
    phrases: ['sửa dữ liệu của tôi', 'sửa dữ liệu', 'đính chính dữ liệu'],
    answer: (turn) => askData(turn, 'data_correction'),
    whileStopped: true,
  },
  {
    phrases: [
      'gặp cán bộ',
      'gặp người thật',
      'gặp nhân viên',
      'nói chuyện với người',
      'chat với người',
      'gặp người',
    ],
    answer: askPerson,
    whileStopped: true,
  },
  { phrases: ['quyền riêng tư', 'dữ liệu của tôi', 'đổi đồng ý'], answer: showPrivacy, whileStopped: true },
  {
    phrases: ['không đồng ý', 'rút đồng ý', 'huỷ đồng ý', 'ko đồng ý', 'k đồng ý'],
    answer: (turn) => recordConsent(turn, 'no'),
    whileStopped: true,
  },
  {
    phrases: ['đồng ý', 'tôi đồng ý', 'dong y nha'],
    answer: (turn) => recordConsent(turn, 'yes'),
    whileStopped: true,
  },
  {
    phrases: ['bắt đầu lại', 'làm lại từ đầu', 'hỏi lại từ đầu', 'restart'],
    answer: restart,
    whileStopped: true,
  },
  { phrases: ['bắt đầu', 'start', 'get started'], answer: start, whileStopped: true },
  {
    phrases: ['dừng', 'dừng lại', 'dừng bot', 'tắt bot', 'stop', 'ngừng trả lời', 'đừng trả lời nữa'],
    answer: stop,
  },
  {
    phrases: ['menu', 'xem menu', 'danh mục', 'danh sách thủ tục', 'menu chính', 'các thủ tục'],
    answer: showMenu,
  },
  {
    phrases: ['trợ giúp', 'help', 'hướng dẫn sử dụng', 'cách dùng', 'bot làm được gì', 'giúp'],
    answer: help,
  },
];

const askCopy: Act = (turn) => askData(turn, 'data_copy');

/** The same in free words, by what must be said together; what neither knows may still be a learned dialogue act. */
const IN_FREE_WORDS: Readonly<Record<CommandSaid, Omit<Command, 'phrases'>>> = {
  delete_data: { answer: askDeletion, whileStopped: true },
  data_copy: { answer: askCopy, whileStopped: true },
  person: { answer: askPerson, whileStopped: true },
  cancel_request: { answer: cancelRequest, whileStopped: true },
  request_status: { answer: requestStatus, whileStopped: true },
  how_long_wait: { answer: howLongWait },
  start_again: { answer: restart, whileStopped: true },
  stop: { answer: stop },
  menu: { answer: showMenu },
};
const IN_WORDS = 0.93;

const AGREEMENT = 'đồng ý';

/** Which command the whole message is, by its first phrase. */
export function commandIn(said: string): string | undefined {
  if (said === '') return undefined;
  return COMMANDS.find(({ phrases }) => isPhrase(said, phrases))?.phrases[0];
}

/** The command that the whole message is; certain, so that nothing else is weighed against it. */
export function proposeCommands(turn: Turn): Candidate[] {
  const { said } = turn.reading;
  const found = COMMANDS.find(
    ({ phrases, whileStopped }) =>
      (whileStopped === true || !turn.state.stopped) &&
      isPhrase(said, phrases) &&
      !isOtherAgreement(turn, phrases),
  );
  if (found === undefined) return inFreeWords(turn);
  const [about = ''] = found.phrases;
  return [{ kind: 'command', about, score: 1, answer: () => found.answer(turn) }];
}

function inFreeWords(turn: Turn): Candidate[] {
  const { reading, state, event } = turn;
  if (event.kind !== 'text' || reading.said === '') return [];
  const about = commandMeant(turn);
  const command = about === undefined ? undefined : IN_FREE_WORDS[about];
  if (about === undefined || command === undefined || (state.stopped && command.whileStopped !== true))
    return [];
  return [{ kind: 'command', about, score: IN_WORDS, answer: () => command.answer(turn) }];
}

/** "Thôi không cần nữa": nothing else is said, so it is the person who was asked for. */
const NO_NEED =
  /^(?:thoi )?(?:khoi|khoi can|(?:khong|ko|k|hong|hok) can)(?: (?:nua|dau|em|anh|chi|nhe|nha|a|roi|oi))*$/u;

/** While a person is waited for, "thôi khỏi" and "alo có ai chưa" are about that. */
function commandMeant({ reading: { said }, state }: Turn): CommandSaid | undefined {
  const waits = state.request !== undefined && !state.stopped;
  if (waits && (isTakingBack(said) || NO_NEED.test(foldedWords(said).join(' ')))) return 'cancel_request';
  return commandSaid(said) ?? (waits ? waitingSaid(said) : undefined);
}

/** "Đồng ý" before the notice was shown, or to another question of the bot's, is no consent; "không đồng ý" to whether an officer may read is none of it. */
function isOtherAgreement({ state }: Turn, phrases: readonly string[]): boolean {
  if (phrases[0] === 'không đồng ý') return state.waiting?.for === 'talk';
  return phrases[0] === AGREEMENT && (state.consent.choice === 'unasked' || state.waiting !== undefined);
}
