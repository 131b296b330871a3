import { momentField, momentIn, writtenMoment } from '../../../shared/days.js';
import {
  heldAt,
  SERVICE_MODES,
  type ServiceSwitch,
  type ServiceSwitches,
} from '../../../conversation/service-switch.js';
import type { MaskedText } from '../../../privacy/types.js';
import { page, redirect, type PageAnswer, type StaffAnswer } from '../answers.js';
import type { StaffContext, StaffRoute } from '../route.js';
import { WORK_STYLE } from './review-routes.js';
import { MODE_WORDS } from './words.js';

export interface SwitchRouteDependencies {
  service: ServiceSwitches;
  mask: (text: string) => MaskedText;
}

const MAX_NOTICE = 200;
const MAX_REASON = 300;
/** A switch that is forgotten is a bot that helps nobody. */
const MAX_DAYS = 31;
const DAY_MS = 86_400_000;

/** What each setting does, for whoever chooses. */
const EXPLAINED: Readonly<Record<ServiceSwitch['mode'], string>> = {
  on: 'Trả lời mọi câu hỏi.',
  notice: 'Vẫn trả lời; trước câu trả lời đầu trong ngày, mỗi người nghe thông báo một lần.',
  person_only: 'Không trả lời câu hỏi; chỉ ghi lại ai muốn gặp cán bộ.',
  off: 'Không trả lời; mỗi người nghe một lần trong ngày rằng trợ lý tạm nghỉ và liên hệ ai.',
};

/** Switches the whole bot, for administrators alone. */
export function switchRoutes(parts: SwitchRouteDependencies): StaffRoute[] {
  return [
    {
      method: 'GET',
      path: '/bat-tat',
      roles: [],
      nav: { label: 'Bật, tắt trợ lý', order: 85 },
      handle: (context) => show(parts, context),
    },
    { method: 'POST', path: '/bat-tat', roles: [], handle: (context) => setSwitch(parts, context) },
  ];
}

async function setSwitch(parts: SwitchRouteDependencies, context: StaffContext): Promise<StaffAnswer> {
  const wanted = readForm(context);
  const complaint = complaintOf(wanted, context.now, parts.mask);
  if (complaint !== null || wanted.mode === undefined) return show(parts, context, complaint ?? '');
  const { mode, notice, reason } = wanted;
  const until = mode === 'on' ? undefined : wanted.until;
  await parts.service.set({
    ...{ mode, since: context.now, by: context.account.id },
    ...(until === undefined ? {} : { until }),
    ...(notice === '' || mode === 'on' ? {} : { notice }),
    ...(reason === '' ? {} : { reason }),
  });
  const ends = until === undefined ? '' : `, tới ${writtenMoment(until)}`;
  const why = reason === '' ? '' : `; lý do: ${reason}`;
  await context.audit({ action: 'bot.switch', details: `${MODE_WORDS[mode]}${ends}${why}` });
  return redirect('/bat-tat', { tone: 'good', text: `${MODE_WORDS[mode]}${ends}.` });
}

function readForm({ form }: StaffContext) {
  const field = (name: string) => (form.get(name) ?? '').normalize('NFC').trim();
  const until = field('until');
  return {
    mode: SERVICE_MODES.find((known) => known === field('mode')),
    notice: field('notice').replace(/\s+/gu, ' '),
    reason: field('reason').replace(/\s+/gu, ' '),
    until: momentIn(until),
    untilGiven: until !== '',
  };
}

/** What is wrong with the form, with its remedy; `null` when nothing is. */
function complaintOf(
  { mode, notice, reason, until, untilGiven }: ReturnType<typeof readForm>,
  now: Date,
  mask: SwitchRouteDependencies['mask'],
): string | null {
  if (mode === undefined) return 'Chưa chọn trợ lý làm việc thế nào.';
  if (mode === 'on') return null;
  if (mode === 'notice' && notice === '') return 'Chưa viết lời báo cho người dân.';
  if (notice.length > MAX_NOTICE) return `Lời báo dài quá ${MAX_NOTICE} ký tự.`;
  if (reason === '') return 'Chưa ghi lý do (chỉ cơ quan xem, ghi vào nhật ký).';
  if (reason.length > MAX_REASON) return `Lý do dài quá ${MAX_REASON} ký tự.`;
  if (mask(notice).text !== notice || mask(reason).text !== reason)
    return 'Lời báo hoặc lý do có số giấy tờ, số điện thoại hay tên riêng của ai đó; viết lại không có phần ấy.';
  if (until === undefined)
    return untilGiven ? 'Giờ kết thúc không đọc được, ví dụ đúng: 27/11/2026 14:00.' : null;
  if (until <= now) return 'Giờ kết thúc đã qua; chọn một giờ sắp tới, hoặc bỏ trống.';
  return until.getTime() > now.getTime() + MAX_DAYS * DAY_MS
    ? `Giờ kết thúc xa quá ${MAX_DAYS} ngày; chọn gần hơn, khi ấy đặt lại nếu cần.`
    : null;
}

async function show(
  { service }: SwitchRouteDependencies,
  context: StaffContext,
  complaint?: string,
): Promise<PageAnswer> {
  const { now } = context;
  const held = heldAt(await service.read(), now);
  const { mode, notice, reason, until } = complaint === undefined ? shownOf(held) : readForm(context);
  const data = {
    held,
    modes: SERVICE_MODES.map((id) => ({ id, words: MODE_WORDS[id], does: EXPLAINED[id] })),
    chosen: mode ?? 'on',
    notice,
    reason,
    until: until === undefined ? '' : momentField(until),
    earliest: momentField(now),
    limits: { notice: MAX_NOTICE, reason: MAX_REASON },
    complaint: complaint ?? null,
  };
  return page('work/switch', 'Bật, tắt trợ lý', data, {
    ...WORK_STYLE,
    ...(complaint === undefined ? {} : { status: 422 }),
  });
}

function shownOf(held: ServiceSwitch | null) {
  return { mode: held?.mode, notice: held?.notice ?? '', reason: held?.reason ?? '', until: held?.until };
}
