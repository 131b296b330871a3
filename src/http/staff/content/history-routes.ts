import { contentPath } from '../../../staff-work/content/content-path.js';
import { lineDifferences } from '../../../staff-work/content/line-differences.js';
import { page, redirect, type StaffAnswer } from '../answers.js';
import type { StaffContext, StaffRoute } from '../route.js';
import { CONTENT_STYLE, READERS, WRITERS, type ContentRouteDependencies } from './content-pages.js';
import { noFile } from './read-routes.js';

const CHANGES_SHOWN = 100;

/** Who changed a file, when, and what; an earlier text comes back as a draft that somebody approves. */
export function historyRoutes(parts: ContentRouteDependencies): StaffRoute[] {
  return [
    {
      method: 'GET',
      path: '/noi-dung/lich-su',
      roles: READERS,
      handle: async ({ query }) => {
        const path = contentPath(query.get('tep') ?? '');
        const changes = await parts.versions.historyOf(path, CHANGES_SHOWN);
        return page('content/history', 'Lịch sử sửa', { path, changes }, CONTENT_STYLE);
      },
    },
    {
      method: 'GET',
      path: '/noi-dung/lich-su/khac',
      roles: READERS,
      handle: (context) => differences(parts, context),
    },
    {
      method: 'POST',
      path: '/noi-dung/lich-su/quay-lai',
      roles: WRITERS,
      handle: (context) => goBack(parts, context),
    },
  ];
}

async function differences({ versions, drafts }: ContentRouteDependencies, { query }: StaffContext) {
  const path = contentPath(query.get('tep') ?? '');
  const stored = await versions.get(query.get('ban') ?? '');
  if (stored === null) throw noFile();
  const [earlier, now] = await Promise.all([versions.before(stored.savedAt), drafts.read(path)]);
  const [before, after] = [earlier?.files[path] ?? null, stored.files[path] ?? null];
  const data = {
    path,
    by: stored.by,
    savedAt: stored.savedAt,
    lines: lineDifferences(before, after),
    earlier: earlier === null || before === null || before === now ? null : earlier.version,
    version: after === null || after === now ? null : stored.version,
  };
  return page('content/change', 'Một lần sửa', data, CONTENT_STYLE);
}

async function goBack(
  { versions, drafts }: ContentRouteDependencies,
  context: StaffContext,
): Promise<StaffAnswer> {
  const { form, account } = context;
  const path = contentPath(form.get('tep') ?? '');
  const after = (await versions.get(form.get('ban') ?? ''))?.files[path];
  if (after === undefined) throw noFile();
  const edits = [{ path, before: await drafts.read(path), after }];
  const id = await drafts.begin(account, { title: `Lấy lại bản cũ: ${path}`, edits });
  return redirect(`/noi-dung/ban-thao/${id}`);
}
