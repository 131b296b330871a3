import { writtenMoment } from '../shared/days.js';
import type { Alert } from './types.js';

/** Whose bot tells, and where its pages are, as far as that is known. */
export interface Teller {
  authority: () => string;
  /** The service's address without a stroke at its end. */
  publicUrl?: string;
}

/** What a person reads. Nothing in it was written by a citizen. */
export function messageOf(
  alerts: readonly Alert[],
  { authority, publicUrl }: Teller,
): { subject: string; text: string } {
  const [first] = alerts;
  const what = alerts.length === 1 && first !== undefined ? first.line : `${alerts.length} việc cần xem`;
  const lines = alerts.map(({ line, at, path }) =>
    [`• ${line} (${writtenMoment(at)})`, ...(publicUrl === undefined ? [] : [`  ${publicUrl}${path}`])].join(
      '\n',
    ),
  );
  const end =
    'Thư này tự động gửi; không trả lời vào đây. Không có lời hay thông tin riêng của người dân trong thư.';
  return { subject: `[Đồng Hành] ${what}`, text: [authority(), '', ...lines, '', end, ''].join('\n') };
}
