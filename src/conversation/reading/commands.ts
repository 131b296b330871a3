import { classesIn, FILLER, wordClasses, type ClassesIn } from './word-classes.js';

/** What a message tells the bot to do, in free words. */
export type CommandSaid =
  | 'stop'
  | 'delete_data'
  | 'data_copy'
  | 'person'
  | 'menu'
  | 'start_again'
  | 'request_status'
  | 'how_long_wait'
  | 'cancel_request';

type WordClass = keyof typeof CLASSES;

const CLASSES = {
  phrase:
    'người ta / người dân / người phụ thuộc / người mua / người bán / người thuê / người nhận / người lao động / người nộp thuế / người nước ngoài / người thân / máy tính / máy tính tiền',
  quit: 'đừng / đừng có / khỏi / ngừng / ngưng / dừng / dừng lại / tắt / không cần / ko cần / k cần / hông cần / khỏi cần / thôi đừng / thôi khỏi / không muốn nhận / ko muốn nhận / hết nhận / chặn / stop',
  talking:
    'nhắn / nhắn tin / nhắn gửi / gửi tin / gởi tin / gửi tin nhắn / gửi nữa / gởi nữa / nhận tin / nhận tin nhắn / tin nhắn tự động / trả lời / rep / làm phiền / phiền / bot / con bot / chatbot / robot / tin',
  silence: 'im / im đi / im giùm / im miệng / câm',
  noBot:
    'không muốn nói với / không nói chuyện với / không muốn nói chuyện với / ko muốn nói với / hổng muốn nói với / không thích nói với',
  noMeet: 'không gặp / ko gặp / hông gặp / hổng gặp / không cần gặp / ko cần gặp',
  file: 'hồ sơ / bộ hồ sơ / hồ sơ đã nộp / giấy tờ đã nộp / đơn đã nộp',
  ownCode:
    'mã của em / mã của tui / mã của tôi / mã của chị / mã của anh / mã em / mã tui / mã là gì / mã gì / mã là mấy / mã mấy / mã số mấy',
  askBack: 'xin lại / cho xin lại / lấy lại',
  erase:
    'xoá / xoá sạch / xoá hết / xoá bỏ / xoá giùm / gỡ / gỡ bỏ / gỡ hết / huỷ / bỏ / quên hết / quên sạch / dọn sạch / delete',
  keep: 'bản sao / sao lưu / trích xuất / tải về / cho xem lại',
  data: 'dữ liệu / tin nhắn / thông tin / lịch sử / lịch sử chat / lịch sử trò chuyện / đoạn chat / cuộc trò chuyện / cuộc nói chuyện / hội thoại / dấu vết',
  things:
    'mấy thứ / mấy cái / mấy câu / mấy lời / mấy tin / mấy số / những gì / những thứ / những cái / những lời / tất cả / mọi thứ / toàn bộ / cái gì / số căn cước / số cccd / cccd / số điện thoại / tin',
  told: 'nói / gửi / gởi / gõ / nhắn / kể / viết / chat / khai ở đây / trao đổi / vừa gõ / lỡ gửi / lưu / giữ',
  server: 'máy chủ / hệ thống / server / bộ nhớ / ở đây / trong máy / cuộc này / nick này',
  meet: 'gặp / nối máy / nối / chuyển máy / chuyển / chuyển qua / chuyển cho / nói chuyện / nói chuyện trực tiếp / trao đổi / chat với / nói với / kêu / gọi / liên hệ / kết nối / cho gặp',
  person:
    'người / người thật / người thiệt / người trực / cán bộ / cán bộ thuế / nhân viên / tư vấn viên / chuyên viên / chị nào / anh nào / cô nào / ai đó / con người / quản lý / sếp / tổng đài viên',
  place:
    'bên thuế / cơ quan thuế / phòng thuế / chi cục / trực / phụ trách / trực tiếp / thật / máy / nói / mệt / nói hoài / hiểu / không hiểu / ko hiểu / chứ nói với máy / với máy / thuế',
  see: 'xem / mở / về / về lại / quay về / quay lại / trở về / trở lại / ra / hiện / đưa / gửi / cho xem / vào / vô',
  menu: 'menu / menu chính / bảng chính / mục lục / danh mục / bảng chọn / bảng chọn lĩnh vực / bảng danh mục / danh sách thủ tục / danh sách / nhóm thủ tục / các nhóm / các nhóm thủ tục / các thủ tục / mấy nhóm thủ tục / lĩnh vực / các lĩnh vực / trang chủ / trang đầu / màn hình chính / màn hình đầu / bảng đầu',
  anew: 'bắt đầu lại / làm mới / reset / restart / bắt đầu cuộc nói chuyện mới / bắt đầu cuộc trò chuyện mới / bắt đầu mới / làm cái mới',
  again: 'làm lại / nói lại / hỏi lại / đi lại / chơi lại / nói chuyện lại',
  fromStart: 'từ đầu / từ đầu tới cuối / từ con số không / từ số không',
  request:
    'yêu cầu / phiếu yêu cầu / phiếu / lời nhắn / đơn xin gặp / cuộc hẹn gọi / mã yc / mã yêu cầu / yc',
  state:
    'tới đâu / đến đâu / tới mô / sao rồi / sao / răng rồi / ra sao / xong chưa / có chưa / xử lý chưa / chưa / là gì / bao nhiêu',
  waiting:
    'alo / alô / có ai / có ai không / có ai chưa / ai chưa / chưa ai / chưa thấy ai / có người / đợi / chờ / chờ hoài / đợi hoài / lâu quá / lâu dữ / lẹ / lẹ lên / nhanh lên / mau / mau lên / sao chưa / trả lời chưa / trả lời đi / trả lời / rep đi / ra chưa / tới lượt / im re / im ru / lên tiếng',
  howLong:
    'bao lâu / mất bao lâu / lâu không / lâu ko / lâu hông / chừng nào / khi nào / lúc nào / bao giờ / chừng mô / khi mô / mấy giờ / mấy phút / mấy tiếng / mấy ngày / tới khi nào / tới bao giờ / đến bao giờ',
  filler: `${FILLER} / mấy / những / các / khỏi / trước / gì / chi / hả / đâu / mới / sạch / tiếp / từ nay / phiền quá / bực / không / ko / chưa / nghỉ / về / nhóm / tự động / bỏ hết / phút / lâu / nhanh / tự làm được / tự làm / tự giải quyết / đổi ý`,
} as const;

const read = wordClasses<WordClass>(CLASSES);
/** A command is short (words). */
const MAX_WORDS = 16;

interface Said extends ClassesIn<WordClass> {
  /** Words that no list knows. */
  others: number;
}

/** By what must be said together, in this order; few other words may stand beside it. */
const COMMANDS: readonly (readonly [CommandSaid, (said: Said) => boolean])[] = [
  [
    'cancel_request',
    ({ has, others }) =>
      others === 0 &&
      has('erase', 'quit', 'noMeet') &&
      !has('talking', 'data') &&
      (has('request') || (has('quit', 'noMeet') && has('meet', 'noMeet') && has('person'))),
  ],
  [
    'data_copy',
    ({ has, others }) =>
      others <= 1 &&
      ((has('keep') && has('data', 'things')) || (has('askBack') && has('data') && has('told'))),
  ],
  [
    'delete_data',
    ({ has, others }) =>
      others <= (has('told', 'server') ? 1 : 0) &&
      has('erase') &&
      (has('data') || (has('things') && has('told', 'talking'))) &&
      !has('phrase'),
  ],
  [
    'stop',
    ({ has, others }) =>
      (others <= 1 && has('quit') && has('talking') && !has('erase', 'phrase', 'request')) ||
      (others === 0 && has('silence')),
  ],
  [
    'person',
    ({ has, others, before }) =>
      (others <= 1 && before('meet', 'person') && !has('phrase', 'quit', 'noMeet', 'request')) ||
      (others === 0 && has('noBot') && has('talking', 'place')),
  ],
  ['request_status', ({ has, others }) => others === 0 && has('request') && has('state')],
  ['menu', ({ has, others }) => others === 0 && has('menu') && !has('erase', 'quit', 'state', 'phrase')],
  [
    'start_again',
    ({ has, others }) => others === 0 && !has('file') && (has('anew') || (has('again') && has('fromStart'))),
  ],
];

/** "Khỏi gửi tin cho tui", "xoá hết mấy thứ tui vừa gõ", "về lại mục lục"; nothing for "xoá đăng ký thuế", "tắt máy tính tiền". */
export function commandSaid(said: string): CommandSaid | undefined {
  const words = saidWords(said);
  return words === undefined ? undefined : COMMANDS.find(([, isSaid]) => isSaid(words))?.[0];
}

/** Speaks of nothing but that somebody waits: how it stands ("alo có ai chưa"), or how long it will take ("chờ bao lâu"). */
export function waitingSaid(said: string): 'request_status' | 'how_long_wait' | undefined {
  const words = saidWords(said);
  if (words?.others !== 0) return undefined;
  if (words.has('howLong')) return words.has('waiting', 'person', 'request') ? 'how_long_wait' : undefined;
  return words.has('waiting', 'ownCode') ? 'request_status' : undefined;
}

/** Asks what became of a file that was handed in: "hồ sơ em tới đâu rồi". */
export function asksForFile(said: string): boolean {
  const words = saidWords(said);
  return words?.others === 0 && words.has('file') && words.has('state');
}

/** Takes a request for a person back where there is one: "thôi huỷ, không cần gặp nữa". */
export function isTakingBack(said: string): boolean {
  const words = saidWords(said);
  if (words?.others !== 0 || words.has('data', 'things', 'talking')) return false;
  return words.has('erase', 'noMeet') || (words.has('quit') && words.has('meet', 'person', 'request'));
}

function saidWords(said: string): Said | undefined {
  const tokens = read(said);
  if (tokens.length === 0 || tokens.length > MAX_WORDS) return undefined;
  return { ...classesIn(tokens), others: tokens.filter((token) => token.class === undefined).length };
}
