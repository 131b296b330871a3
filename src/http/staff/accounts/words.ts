import type { Role, TokenRole } from '../../../accounts/types.js';
import { CLOSING_WORDS } from '../work/words.js';

export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  viewer: 'Xem thống kê',
  reviewer: 'Duyệt tin chưa hiểu',
  answerer: 'Trả lời người dân',
  editor: 'Soạn nội dung',
  approver: 'Duyệt nội dung',
  head: 'Lãnh đạo',
  admin: 'Quản trị',
};

/** What an account with the role may do, for whoever gives it. */
export const ROLE_TASKS: Readonly<Record<Role, string>> = {
  viewer: 'xem và tải số liệu thống kê',
  reviewer: 'dạy máy những câu chưa hiểu, đọc các cuộc trò chuyện, xem thống kê',
  answerer: 'nhận và trả lời yêu cầu của người dân, xem lịch hẹn thứ Bảy',
  editor: 'soạn, sửa câu trả lời của máy; người khác duyệt rồi mới dùng',
  approver: 'duyệt nội dung do người khác soạn, quay lại bản cũ',
  head: 'xem thống kê, kể cả theo từng cán bộ',
  admin: 'làm được mọi việc, thêm quản lý tài khoản và xem nhật ký',
};

export const rolesInWords = (roles: readonly Role[]) => roles.map((role) => ROLE_WORDS[role]).join(', ');

export const TOKEN_ROLE_WORDS: Readonly<Record<TokenRole, string>> = {
  viewer: 'Đọc thống kê',
  reviewer: 'Đọc thống kê và phần duyệt tin chưa hiểu',
  metrics: 'Đọc số đo vận hành (/metrics)',
};

/** What an entry of the audit trail says; a action that is not here shows by its code. */
const ACTION_WORDS: Readonly<Record<string, string>> = {
  'session.start': 'Đăng nhập',
  'session.end': 'Đăng xuất',
  'session.refuse': 'Đăng nhập không thành công',
  'session.lock': 'Tên đăng nhập bị tạm khoá do nhập sai nhiều lần',
  'account.add': 'Tạo tài khoản',
  'account.role': 'Đổi vai trò',
  'account.full_name': 'Đổi họ tên',
  'account.external_id': 'Đổi định danh OpenID Connect',
  'account.password_change': 'Đổi mật khẩu của mình',
  'account.password_reset': 'Đặt lại mật khẩu',
  'account.disable': 'Vô hiệu hoá tài khoản',
  'account.enable': 'Mở lại tài khoản',
  'account.sessions_end': 'Kết thúc các phiên',
  'account.unlock': 'Gỡ tạm khoá đăng nhập',
  'token.add': 'Tạo mã API',
  'token.revoke': 'Thu hồi mã API',
  'bot.switch': 'Bật, tắt trợ lý tự động',
  'review.filed': 'Xếp câu mẫu vào một việc',
  'review.out_of_scope': 'Xếp câu ngoài phạm vi',
  'review.judged_right': 'Chấm một câu trả lời: đúng',
  'review.judged_wrong': 'Chấm một câu trả lời: sai',
  'review.dismissed': 'Bỏ qua câu chờ duyệt',
  'review.undo': 'Hoàn tác một quyết định duyệt',
  'content.propose': 'Gửi duyệt bản thảo nội dung',
  'content.approve': 'Duyệt bản thảo nội dung',
  'content.return': 'Trả lại bản thảo nội dung',
  'content.drop': 'Bỏ bản thảo nội dung',
  'content.roll_back': 'Quay lại bản nội dung cũ',
  'conversation.read': 'Đọc một cuộc trò chuyện',
  'request.take': 'Nhận yêu cầu',
  'request.answer': 'Trả lời người dân',
  'request.give_back': 'Trả yêu cầu về hàng chờ',
  'request.extend': 'Gia hạn yêu cầu',
  'request.close': 'Đóng yêu cầu',
  'request.delete_data': 'Xoá dữ liệu theo yêu cầu',
  'request.data_copy': 'Lập bản sao dữ liệu',
  'statistics.export': 'Tải số liệu về',
};

const ACTOR_WORDS: Readonly<Record<string, string>> = {
  server: 'Lệnh trên máy chủ',
  visitor: 'Người chưa đăng nhập',
};

/** Codes that stand in entries as details, by action. */
const DETAIL_WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'request.close': CLOSING_WORDS,
  'account.add': ROLE_WORDS,
  'account.role': ROLE_WORDS,
};

export const actorInWords = (actor: string) => ACTOR_WORDS[actor] ?? actor;
/** Of several codes each is said. */
export const detailsInWords = (action: string, details: string) =>
  details
    .split(', ')
    .map((one) => DETAIL_WORDS[action]?.[one] ?? one)
    .join(', ');
export const actionInWords = (action: string) => ACTION_WORDS[action] ?? action;
