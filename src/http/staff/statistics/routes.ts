import { conversationsCsv, tablesCsv } from '../../../statistics/export/csv.js';
import { conversationsXlsx, tablesXlsx, XLSX_TYPE } from '../../../statistics/export/xlsx.js';
import type { StatisticsReport } from '../../../statistics/report.js';
import type { Statistics } from '../../../statistics/statistics.js';
import { tablesOf } from '../../../statistics/tables.js';
import { type Table } from '../../../statistics/table-types.js';
import { periodName } from '../../../statistics/wording.js';
import { file, json, page, type FileAnswer } from '../answers.js';
import type { GuardedRoute, StaffContext, StaffRoute } from '../route.js';
import { meetingRoutes } from './meeting-routes.js';
import { overviewData, tableOptions } from './overview.js';
import { questionOf, type Question } from './question.js';

/** Numbers are for everybody who signs in; what single conversations were about, for those who work with them. */
const READERS = ['viewer', 'reviewer', 'head'] as const;
const STYLES = ['/style/statistics.css', '/style/statistics-charts.css', '/style/statistics-print.css'];

export function statisticsRoutes(statistics: Statistics, authority: () => string): StaffRoute[] {
  return [
    overviewRoute(statistics),
    ...meetingRoutes(statistics, authority, READERS),
    ...exportRoutes(statistics),
    ...apiRoutes(statistics),
  ];
}

function overviewRoute(statistics: Statistics): GuardedRoute {
  return {
    method: 'GET',
    path: '/thong-ke',
    roles: READERS,
    nav: { label: 'Thống kê', order: 10 },
    async handle({ query, now }) {
      const question = questionOf(query, now);
      const report = await statistics.report(question.period, question.scope, question.compared);
      const title = `Thống kê ${periodName(question.period)}`;
      // Which procedure an answer was about is not kept with its judgement.
      const whole = report.procedures === undefined && !question.forPublication;
      const judged = whole ? await statistics.judged(question.period) : null;
      const data = { ...overviewData(report, question, statistics), judged };
      return page('statistics/overview', title, data, { styles: STYLES });
    },
  };
}

function exportRoutes(statistics: Statistics): GuardedRoute[] {
  const rows = ({ period }: Question) => statistics.conversations(period);
  const options = async () => ({
    demo: await statistics.isDemo(),
    nameOf: (id: string) => statistics.nameOf(id),
  });
  return [
    exportRoute('/thong-ke/so-lieu.csv', READERS, async (question) =>
      tablesFile(statistics, question, (tables, { demo }) => ({
        extension: 'csv',
        type: CSV_TYPE,
        body: tablesCsv(tables, { demo }),
      })),
    ),
    exportRoute('/thong-ke/so-lieu.xlsx', READERS, (question) =>
      tablesFile(statistics, question, async (tables, { demo }) => ({
        extension: 'xlsx',
        type: XLSX_TYPE,
        body: await tablesXlsx(tables, { demo, heading: headingOf(question) }),
      })),
    ),
    exportRoute('/thong-ke/cuoc-tro-chuyen.csv', ['reviewer'], async (question) =>
      file(
        nameOf('cuoc-tro-chuyen', question, 'csv'),
        CSV_TYPE,
        conversationsCsv(rows(question), await options()),
      ),
    ),
    exportRoute('/thong-ke/cuoc-tro-chuyen.xlsx', ['reviewer'], async (question) =>
      file(
        nameOf('cuoc-tro-chuyen', question, 'xlsx'),
        XLSX_TYPE,
        await conversationsXlsx(rows(question), await options()),
      ),
    ),
  ];
}

const CSV_TYPE = 'text/csv; charset=utf-8';

/** Who took what out is written down. */
function exportRoute(
  path: GuardedRoute['path'],
  roles: GuardedRoute['roles'],
  answer: (question: Question) => Promise<FileAnswer>,
): GuardedRoute {
  return {
    method: 'GET',
    path,
    roles,
    rate: { limit: 30, windowMinutes: 10 },
    async handle({ query, now, audit }: StaffContext) {
      const question = questionOf(query, now);
      const found = await answer(question);
      await audit({ action: 'statistics.export', subject: found.name });
      return found;
    },
  };
}

interface Made {
  extension: string;
  type: string;
  body: FileAnswer['body'];
}

async function tablesFile(
  statistics: Statistics,
  question: Question,
  make: (tables: Table[], report: StatisticsReport) => Made | Promise<Made>,
): Promise<FileAnswer> {
  const report = await statistics.report(question.period, question.scope, question.compared);
  const { forPublication } = question;
  const tables = tablesOf(report, tableOptions(statistics, forPublication));
  const { extension, type, body } = await make(tables, report);
  return file(nameOf(forPublication ? 'thong-ke-cong-bo' : 'thong-ke', question, extension), type, body);
}

function nameOf(what: string, { period }: Question, extension: string): string {
  return `${what}-${period.from}-${period.to}.${extension}`;
}

function headingOf({ period, forPublication }: Question): string {
  const edition = forPublication ? '. Bản công bố: số dưới 5 đã ẩn' : '';
  return `Từ ${periodName(period)}${edition}`;
}

function apiRoutes(statistics: Statistics): GuardedRoute[] {
  return [
    {
      method: 'GET',
      path: '/api/statistics',
      roles: READERS,
      async handle({ query, now }) {
        const { period, scope, compared, forPublication } = questionOf(query, now);
        const report = await statistics.report(period, scope, compared);
        const tables = tablesOf(report, tableOptions(statistics, forPublication));
        const { before, demo, until } = report;
        const edition = forPublication ? 'publication' : 'internal';
        const shown = { period, before, compared, until, scope, edition, demo, tables };
        // What is published goes through the tables alone, where small counts are hidden.
        return json(
          forPublication ? shown : { ...shown, values: report.values, valuesBefore: report.valuesBefore },
        );
      },
    },
    {
      method: 'GET',
      path: '/api/statistics/scopes',
      roles: READERS,
      handle: () => json({ groups: statistics.groups() }),
    },
  ];
}
