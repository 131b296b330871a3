import { sendMail, type MailSettings } from './mail.js';
import type { Teller } from './message.js';
import { reportMonth, type ReportMonth } from './monthly-report.js';
import type { SendAlerts } from './types.js';

export interface AttachedFile {
  filename: string;
  content: Buffer;
  contentType: string;
}

/** Reports that are due, as attachments of one mail. */
export function mailReports(
  settings: MailSettings,
  { authority, publicUrl }: Teller,
  fileOf: (month: ReportMonth) => Promise<AttachedFile>,
): SendAlerts {
  return async (alerts, now) => {
    const attachments: AttachedFile[] = [];
    for (const { about } of alerts) attachments.push(await fileOf(reportMonth(about)));
    const months = alerts.map(({ about }) => reportMonth(about).written).join(', ');
    const pages =
      publicUrl === undefined ? [] : ['', 'Xem trên trang:', ...alerts.map(({ path }) => publicUrl + path)];
    const text = [
      authority(),
      '',
      `Gửi kèm báo cáo sử dụng trợ lý tự động Đồng Hành tháng ${months}: tệp PDF hai trang A4, có chỗ ký.`,
      'Số liệu giống trang Thống kê, mục Báo cáo.',
      ...pages,
      '',
      'Thư này tự động gửi; không trả lời vào đây. Không có lời hay thông tin riêng của người dân trong thư.',
      '',
    ].join('\n');
    const subject = `[Đồng Hành] Báo cáo tháng ${months}`;
    const names = alerts.map(({ id }) => id);
    await sendMail(settings, { subject, text, names, attachments }, now);
  };
}
