import type { DataCopy, TranscriptTurn } from './ports.js';

export interface CopyWords {
  authority: string;
  at: string;
  dateTime: (at: Date) => string;
  kind: (kind: DataCopy['requests'][number]['kind']) => string;
}

/** The copy of what is kept about one conversation, as plain text to be handed over. */
export function dataCopyText({ turns, consents, requests, bookings }: DataCopy, words: CopyWords): string {
  const section = (title: string, lines: string[]) =>
    [`== ${title} ==`, ...(lines.length === 0 ? ['Không có.'] : lines), ''].join('\n');
  return [
    `BẢN SAO DỮ LIỆU – ${words.authority}`,
    `Lập lúc ${words.at}. Số giấy tờ, số điện thoại… đã được che trước khi lưu nên ở đây cũng chỉ còn dấu che.`,
    '',
    section(
      'Lựa chọn về việc lưu tin nhắn',
      consents.map(
        ({ choice, noticeVersion, at }) =>
          `${words.dateTime(at)}: ${choice === 'yes' ? 'Đồng ý' : 'Không đồng ý'}${noticeVersion === undefined ? '' : ` (thông báo bản ${noticeVersion})`}`,
      ),
    ),
    section(
      'Yêu cầu đã gửi cán bộ',
      requests.map(
        ({ code, kind, filedAt, context }) =>
          `${words.dateTime(filedAt)}: ${code} – ${words.kind(kind)}${context === undefined ? '' : ` – ${context}`}`,
      ),
    ),
    section(
      'Lịch hẹn thứ Bảy',
      bookings.map(({ code, date, start, end, place }) => `${code}: ${date}, ${start}–${end}, ${place}`),
    ),
    section(
      'Cuộc trò chuyện',
      turns.flatMap((turn) => turnLines(turn, words)),
    ),
  ].join('\n');
}

function turnLines({ at, text, replyTexts = [], rating }: TranscriptTurn, words: CopyWords): string[] {
  const said = text ?? '(lời nhắn không được lưu)';
  const stars = rating?.degree === undefined ? [] : [`  Mức hài lòng: ${rating.degree}/5`];
  return [
    words.dateTime(at),
    `  Người dân: ${said.replaceAll('\n', '\n    ')}`,
    ...replyTexts.map((reply) => `  Đồng Hành: ${reply.replaceAll('\n', '\n    ')}`),
    ...stars,
  ];
}
