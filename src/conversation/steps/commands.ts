import { resumeGuide } from '../state/conversation-state.js';
import { isPhrase } from '../phrases.js';
import { showAgain, showPart, showStep, showOverview } from '../guide/show.js';
import { partsOf } from '../guide/navigation.js';
import { procedureOf, type Answered, type Step, type Turn } from '../turn.js';
import { help, showMenu } from './menu.js';
import { askData, askPerson } from './requests.js';
import { askDeletion, consent, restart, showPrivacy, start, stop } from './switches.js';

/** Phrases that mean one thing at any moment, even while the bot is switched off. Only whole messages count. */
const ALWAYS: readonly (readonly [readonly string[], Step])[] = [
  [
    [
      'xoá dữ liệu của tôi',
      'xoá dữ liệu',
      'xoá hết dữ liệu',
      'xoá tin nhắn của tôi',
      'xoá thông tin của tôi',
      'xoá dữ liệu tôi',
    ],
    askDeletion,
  ],
  [
    ['bản sao dữ liệu của tôi', 'bản sao dữ liệu', 'xem dữ liệu của tôi', 'lấy dữ liệu của tôi'],
    (turn) => askData(turn, 'data_copy'),
  ],
  [['sửa dữ liệu của tôi', 'sửa dữ liệu', 'đính chính dữ liệu'], (turn) => askData(turn, 'data_correction')],
  [
    ['gặp cán bộ', 'gặp người thật', 'gặp nhân viên', 'nói chuyện với người', 'chat với người', 'gặp người'],
    askPerson,
  ],
  [['quyền riêng tư', 'dữ liệu của tôi', 'đổi đồng ý'], showPrivacy],
  [['không đồng ý', 'rút đồng ý', 'huỷ đồng ý', 'ko đồng ý', 'k đồng ý'], (turn) => consent(turn, 'no')],
  [
    ['đồng ý', 'tôi đồng ý', 'dong y nha'],
    (turn) => (turn.state.consent.choice === 'unasked' ? null : consent(turn, 'yes')),
  ],
  [['bắt đầu lại', 'làm lại từ đầu', 'hỏi lại từ đầu', 'restart'], restart],
  [['bắt đầu', 'start', 'get started'], start],
];

const WHILE_ON: readonly (readonly [readonly string[], Step])[] = [
  [['dừng', 'dừng lại', 'dừng bot', 'tắt bot', 'stop', 'ngừng trả lời', 'đừng trả lời nữa'], stop],
  [['menu', 'xem menu', 'danh mục', 'danh sách thủ tục', 'menu chính', 'các thủ tục'], showMenu],
  [['trợ giúp', 'help', 'hướng dẫn sử dụng', 'cách dùng', 'bot làm được gì', 'giúp'], help],
];

const IN_GUIDE: readonly (readonly [readonly string[], Step])[] = [
  [
    [
      'tiếp',
      'tiếp tục',
      'tiếp theo',
      'bước tiếp',
      'bước tiếp theo',
      'next',
      'bước sau',
      'rồi tiếp',
      'xong rồi',
    ],
    forward,
  ],
  [['quay lại', 'lùi lại', 'bước trước', 'trở lại', 'back', 'trước'], backward],
  [
    [
      'quay lại thủ tục trước',
      'thủ tục trước',
      'quay lại việc trước',
      'quay lại cái trước',
      'về thủ tục trước',
    ],
    toSuspended,
  ],
  [
    ['tất cả', 'tất cả các bước', 'xem hết', 'xem tất cả', 'xem tất cả các bước', 'các bước'],
    (turn) => inGuide(turn, 'all_steps'),
  ],
  [['căn cứ', 'căn cứ pháp lý', 'kết thúc'], (turn) => inGuide(turn, 'basis')],
  [['câu hỏi hay gặp', 'câu hỏi thường gặp'], (turn) => inGuide(turn, 'questions')],
];

export function answerCommand(turn: Turn): ReturnType<Step> {
  return dispatch(turn, ALWAYS);
}

export function answerCommandWhileOn(turn: Turn): ReturnType<Step> {
  return dispatch(turn, [...WHILE_ON, ...(turn.state.guide === undefined ? [] : IN_GUIDE)]);
}

function dispatch(turn: Turn, commands: typeof ALWAYS): ReturnType<Step> {
  if (turn.said === '') return null;
  const found = commands.find(([phrases]) => isPhrase(turn.said, phrases));
  return found === undefined ? null : found[1](turn);
}

function inGuide(turn: Turn, part: string): Answered | null {
  const procedure = procedureOf(turn, turn.state.guide?.procedure);
  return procedure === undefined ? null : showPart(turn, procedure, part);
}

/** The next part, or the next step within the steps. */
function forward(turn: Turn): Answered | null {
  const { guide } = turn.state;
  const procedure = procedureOf(turn, guide?.procedure);
  if (guide === undefined || procedure === undefined) return null;
  if (guide.part === 'steps' && guide.step < procedure.steps.length - 1)
    return showStep(turn, procedure, guide.step + 1);
  const parts = partsOf(procedure);
  return showPart(turn, procedure, parts[parts.indexOf(guide.part) + 1] ?? 'basis');
}

function backward(turn: Turn): Answered | null {
  const { guide } = turn.state;
  const procedure = procedureOf(turn, guide?.procedure);
  if (guide === undefined || procedure === undefined) return null;
  if (guide.part === 'steps' && guide.step > 0) return showStep(turn, procedure, guide.step - 1);
  if (guide.part === 'overview') return toSuspended(turn) ?? showOverview(turn, procedure);
  const parts = partsOf(procedure);
  const before = parts[parts.indexOf(guide.part) - 1] ?? 'overview';
  return before === 'steps'
    ? showStep(turn, procedure, procedure.steps.length - 1)
    : showPart(turn, procedure, before);
}

function toSuspended(turn: Turn): Answered | null {
  const guide = resumeGuide(turn.state);
  const procedure = procedureOf(turn, guide?.procedure);
  return guide === undefined || procedure === undefined ? null : showAgain(turn, procedure, guide);
}
