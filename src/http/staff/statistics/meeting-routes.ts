import { loadTypefaces } from '../../../posters/typeface.js';
import { reportToPdf } from '../../../posters/write-report.js';
import { AppError } from '../../../shared/errors.js';
import type { MeetingReport } from '../../../statistics/meeting-types.js';
import { readMeetingReport } from '../../../statistics/read-meeting-report.js';
import type { Statistics } from '../../../statistics/statistics.js';
import { file, page } from '../answers.js';
import type { GuardedRoute } from '../route.js';
import { PRESETS, questionOf, queryOf, type Question } from './question.js';

const MAX_MINUTES = 240;

/** The report for the monthly meeting, on the screen and as a PDF of two sheets. */
export function meetingRoutes(
  statistics: Statistics,
  authority: () => string,
  roles: GuardedRoute['roles'],
): GuardedRoute[] {
  return [pageRoute(statistics, authority, roles), pdfRoute(statistics, authority, roles)];
}

function pageRoute(
  statistics: Statistics,
  authority: () => string,
  roles: GuardedRoute['roles'],
): GuardedRoute {
  return {
    method: 'GET',
    path: '/thong-ke/bao-cao',
    roles,
    async handle({ query, now }) {
      const { question, minutes, report } = await reportOf(statistics, {
        query,
        now,
        authority: authority(),
      });
      const current = query.get('ky') ?? (query.has('tu') ? '' : 'thang-truoc');
      const presets = PRESETS.filter(({ id }) => id !== 'hom-nay').map(({ id, name }) => ({
        id,
        name,
        current: current === id,
      }));
      const data = {
        report,
        minutes,
        presets,
        query: withMinutes(question, minutes),
        period: question.period,
      };
      return page('statistics/meeting', report.title, data, {
        styles: ['/style/statistics.css', '/style/statistics-meeting.css'],
      });
    },
  };
}

function pdfRoute(
  statistics: Statistics,
  authority: () => string,
  roles: GuardedRoute['roles'],
): GuardedRoute {
  let faces: ReturnType<typeof loadTypefaces> | undefined;
  return {
    method: 'GET',
    path: '/thong-ke/bao-cao.pdf',
    roles,
    rate: { limit: 30, windowMinutes: 10 },
    async handle({ query, now, audit }) {
      const { question, report } = await reportOf(statistics, { query, now, authority: authority() });
      const name = `bao-cao-${question.period.from}-${question.period.to}.pdf`;
      faces ??= loadTypefaces();
      const bytes = await reportToPdf(faces, report);
      await audit({ action: 'statistics.export', subject: name });
      return file(name, 'application/pdf', bytes);
    },
  };
}

/** Last month's, unless another period is asked for. */
async function reportOf(
  statistics: Statistics,
  { query, now, authority }: { query: URLSearchParams; now: Date; authority: string },
): Promise<{ question: Question; minutes: number | undefined; report: MeetingReport }> {
  const asked = new URLSearchParams(query);
  if (!['tu', 'den', 'ky', 'from', 'to', 'period'].some((name) => asked.has(name)))
    asked.set('ky', 'thang-truoc');
  const question = questionOf(asked, now);
  const minutes = minutesOf(query.get('phut') ?? '');
  const { period, compared } = question;
  const report = await readMeetingReport(statistics, {
    ...{ period, authority, compared },
    ...(minutes === undefined ? {} : { minutesPerQuestion: minutes }),
  });
  return { question: { ...question, scope: {} }, minutes, report };
}

/** Minutes that a question costs an officer, as the office judges; nothing written, nothing told. */
function minutesOf(written: string): number | undefined {
  if (written.trim() === '') return undefined;
  const minutes = Number(written.replace(',', '.'));
  if (minutes > 0 && minutes <= MAX_MINUTES) return minutes;
  throw new AppError('BAD_MINUTES', 'Số phút cho mỗi câu hỏi chưa đúng.', {
    status: 400,
    remedy: `Ghi một số lớn hơn 0, không quá ${MAX_MINUTES}, ví dụ 5; hoặc để trống.`,
  });
}

function withMinutes(question: Question, minutes: number | undefined): string {
  return `${queryOf(question)}${minutes === undefined ? '' : `&phut=${minutes}`}`;
}
