import { AppError } from '../../../shared/errors.js';
import { CLOSINGS, type StaffRequest } from '../../../staff-work/ports.js';
import { MAX_ANSWER } from '../../../staff-work/requests/talk-service.js';
import { dataCopyText } from '../../../staff-work/data-copy-text.js';
import { file, json, redirect, type StaffAnswer } from '../answers.js';
import { format } from '../format.js';
import type { StaffContext, StaffRoute } from '../route.js';
import { showRequest } from './request-page.js';
import { DELETABLE, knownRequest, type RequestRouteDependencies } from './request-dependencies.js';
import { KIND_WORDS } from './words.js';

type Action = (
  parts: RequestRouteDependencies,
  context: StaffContext,
  request: StaffRequest,
) => Promise<StaffAnswer>;

const LONGEST_NOTE = 1000;
/** Windows shows Vietnamese letters of a plain text file only with this in front. */
const BYTE_ORDER_MARK = '\ufeff';

const POSTED: Readonly<Record<string, Action>> = {
  nhan: async ({ talks }, { account, audit }, { code }) => {
    await talks.take(code, account.id);
    await audit({ action: 'request.take', subject: code });
    return back(code, 'Anh/chị đã nhận yêu cầu này. Người dân được báo là đã có cán bộ nhận.');
  },
  'tra-lai': async ({ talks }, { account, audit }, { code }) => {
    await talks.giveBack(code, account.id);
    await audit({ action: 'request.give_back', subject: code });
    return back(code, 'Đã trả yêu cầu về hàng chờ.');
  },
  noi: async (parts, context, request) => {
    const { form, account, audit } = context;
    const { code } = request;
    const text = written(form, 'text', 'câu trả lời', MAX_ANSWER);
    const masked = parts.talks.mask(text).text;
    // What is sent is what was seen: masks are looked at first.
    if (masked !== text) return showRequest(parts, context, request, masked);
    await parts.talks.say(request, account.id, written(form, 'id', 'mã tin'), text);
    await audit({ action: 'request.answer', subject: code });
    return redirect(`/yeu-cau/${code}#cuoi`);
  },
  'xem-truoc': ({ talks }, { form }) => {
    const text = form.get('text') ?? '';
    const masked = talks.mask(text.trim().normalize('NFC')).text;
    return Promise.resolve(json({ text: masked, masked: masked !== text.trim().normalize('NFC') }));
  },
  'gia-han': async ({ requests, talks }, { form, now, audit }, { code }) => {
    const reason = talks.mask(written(form, 'reason', 'lý do gia hạn')).text;
    if (!(await requests.extend(code, reason, now))) throw meanwhile();
    await audit({ action: 'request.extend', subject: code });
    return back(code, 'Đã gia hạn. Nhớ báo người dân lý do và hạn mới.');
  },
  dong: async ({ talks }, { form, account, audit }, request) => {
    const { code } = request;
    const how = CLOSINGS.find((known) => known === form.get('how'));
    if (how === undefined) throw missing('cách xử lý');
    const note = written(form, 'note', 'ghi chú đã xử lý thế nào');
    await talks.close(request, account.id, { how, note });
    await audit({ action: 'request.close', subject: code, details: how });
    return redirect('/yeu-cau', { tone: 'good', text: `Đã đóng yêu cầu ${code}.` });
  },
  'xoa-du-lieu': async ({ requests, deleteAll }, { form, account, now, audit }, request) => {
    const { code, conversationId, kind, status } = request;
    if (!DELETABLE.includes(kind) || status === 'closed') throw meanwhile();
    if (form.get('sure') !== 'yes') throw missing('dấu xác nhận xoá');
    // An officer's action is closed under the officer's name, also when the citizen asked for it in the chat.
    await requests.take(code, account.id, now);
    await deleteAll(conversationId);
    await audit({ action: 'request.delete_data', subject: code });
    const closing = { how: 'done', note: 'Đã xoá dữ liệu của cuộc trò chuyện.', by: account.id } as const;
    await requests.close(code, closing, now);
    return redirect('/yeu-cau', { tone: 'good', text: `Đã xoá dữ liệu và đóng yêu cầu ${code}.` });
  },
};

export function requestActions(parts: RequestRouteDependencies): StaffRoute[] {
  const posted = Object.entries(POSTED).map(([action, perform]): StaffRoute => ({
    method: 'POST',
    path: `/yeu-cau/:code/${action}`,
    roles: ['answerer'],
    handle: async (context) =>
      perform(parts, context, await knownRequest(parts.requests, context.params['code'] ?? '')),
  }));
  return [
    ...posted,
    {
      method: 'POST',
      path: '/yeu-cau/:code/ban-sao',
      roles: ['answerer'],
      handle: async ({ params, now, audit }) => {
        const { code, conversationId } = await knownRequest(parts.requests, params['code'] ?? '');
        const copy = await parts.dataCopies.of(conversationId);
        await audit({ action: 'request.data_copy', subject: code });
        const words = {
          authority: parts.authority(),
          at: format.dateTime(now),
          dateTime: format.dateTime,
          kind: (kind: StaffRequest['kind']) => KIND_WORDS[kind],
        };
        const text = BYTE_ORDER_MARK + dataCopyText(copy, words);
        return file(`ban-sao-du-lieu-${code}.txt`, 'text/plain; charset=utf-8', text);
      },
    },
  ];
}

function back(code: string, text: string): StaffAnswer {
  return redirect(`/yeu-cau/${code}`, { tone: 'good', text });
}

function written(form: URLSearchParams, field: string, what: string, limit = LONGEST_NOTE): string {
  const text = (form.get(field) ?? '').normalize('NFC').trim();
  if (text === '' || text.length > limit) throw missing(what, limit);
  return text;
}

function missing(what: string, limit = LONGEST_NOTE): AppError {
  return new AppError('FORM_INCOMPLETE', `Còn thiếu ${what}.`, {
    status: 422,
    remedy: `Quay lại trang trước, điền ${what} (không quá ${limit} ký tự) rồi gửi lại.`,
  });
}

function meanwhile(): AppError {
  return new AppError(
    'REQUEST_CHANGED',
    'Yêu cầu này vừa có người khác xử lý, hoặc không làm việc này được nữa.',
    {
      status: 409,
      remedy: 'Mở lại yêu cầu để xem tình trạng mới nhất.',
    },
  );
}
