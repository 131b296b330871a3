import { AppError } from '../../../shared/errors.js';
import { lineDifferences } from '../../../staff-work/content/line-differences.js';
import { mayTake } from '../navigation.js';
import { page, redirect, type Flash, type StaffAnswer } from '../answers.js';
import type { StaffContext, StaffRoute } from '../route.js';
import { shownEffect } from './effect-shown.js';
import { shownNearCopies } from './near-copies-shown.js';
import {
  addressOf,
  APPROVERS,
  CONTENT_STYLE,
  READERS,
  STATE_WORDS,
  WRITERS,
  type ContentRouteDependencies,
} from './content-pages.js';

const LONGEST_NOTE = 500;

/** Drafts: who wrote what, what it changes line by line, and whether it goes live. */
export function draftRoutes(parts: ContentRouteDependencies): StaffRoute[] {
  return [
    { method: 'GET', path: '/noi-dung/ban-thao', roles: READERS, handle: () => list(parts) },
    {
      method: 'GET',
      path: '/noi-dung/ban-thao/:id',
      roles: READERS,
      handle: (context) => show(parts, context),
    },
    ...actions(parts),
  ];
}

function actions({ drafts, effects }: ContentRouteDependencies): StaffRoute[] {
  const action = actionOf(drafts);
  return [
    {
      method: 'POST',
      path: '/noi-dung/ban-thao/:id/do',
      roles: WRITERS,
      handle: async ({ params }) => {
        const { draft, edits } = await drafts.view(params['id'] ?? '');
        effects.start(edits);
        return redirect(`/noi-dung/ban-thao/${draft.id}`);
      },
    },
    action('gui', WRITERS, async ({ account, form }, id) => {
      await drafts.propose(id, account, noteOf(form, 'note'));
      return 'Đã gửi duyệt.';
    }),
    action('duyet', APPROVERS, async ({ account, form }, id) => {
      const committed = await drafts.approve(id, account, form.get('sure') === 'yes');
      const live = 'Đã duyệt và ghi vào tệp. Người dân nhận câu mới sau ít giây.';
      return committed === 'failed' ? { tone: 'bad', text: `${live} ${NOT_COMMITTED}` } : live;
    }),
    action('tra-lai', APPROVERS, async ({ account, form }, id) => {
      const reason = noteOf(form, 'reason');
      if (reason === '') throw noReason();
      await drafts.giveBack(id, account, reason);
      return 'Đã trả lại cho người soạn.';
    }),
    action('bo', WRITERS, async ({ account }, id) => {
      await drafts.drop(id, account);
      return 'Đã bỏ bản thảo.';
    }),
  ];
}

const NOT_COMMITTED =
  'Nhưng git không lưu được lần sửa này (kho đang bị khoá hoặc hết chỗ): báo người vận hành chạy git status trong thư mục nội dung.';

function actionOf(drafts: ContentRouteDependencies['drafts']) {
  return (
    name: string,
    roles: StaffRoute['roles'] & object,
    perform: (context: StaffContext, id: string) => Promise<string | Flash>,
  ): StaffRoute => ({
    method: 'POST',
    path: `/noi-dung/ban-thao/:id/${name}`,
    roles,
    handle: async (context) => {
      const id = context.params['id'] ?? '';
      const told = await perform(context, id);
      const { title } = await drafts.get(id);
      await context.audit({ action: `content.${ACTIONS[name] ?? name}`, subject: title.slice(0, 80) });
      const to = name === 'bo' ? '/noi-dung/ban-thao' : `/noi-dung/ban-thao/${id}`;
      return redirect(to, typeof told === 'string' ? { tone: 'good', text: told } : told);
    },
  });
}

const ACTIONS: Readonly<Record<string, string>> = {
  gui: 'propose',
  duyet: 'approve',
  'tra-lai': 'return',
  bo: 'drop',
};

async function list({ drafts }: ContentRouteDependencies): Promise<StaffAnswer> {
  const [open, settled] = await Promise.all([
    drafts.list(['draft', 'proposed', 'returned'], 100),
    drafts.list(['live', 'dropped'], 50),
  ]);
  return page('content/drafts', 'Bản thảo', { open, settled, states: STATE_WORDS }, CONTENT_STYLE);
}

async function show(
  { drafts, effects, knowledge }: ContentRouteDependencies,
  { params, account }: StaffContext,
): Promise<StaffAnswer> {
  const { draft, edits, problems, nearCopies, lost } = await drafts.view(params['id'] ?? '');
  const { content } = knowledge.current();
  const open = ['draft', 'proposed', 'returned'].includes(draft.state);
  const paths = new Set(edits.map(({ path }) => path));
  const data = {
    draft,
    state: STATE_WORDS[draft.state],
    open,
    near: shownNearCopies(nearCopies, content),
    effect: open ? shownEffect(effects.state(edits), content) : null,
    teaches: [...paths].some((path) => /^(intents|procedures)\//.test(path)),
    edits: edits.map((edit) => ({
      ...edit,
      lines: lineDifferences(edit.before, edit.after),
      meanwhile: edit.changedMeanwhile ? lineDifferences(edit.before, edit.now) : [],
      address: addressOf('/quan-tri/noi-dung/tep', edit.path),
      edit: addressOf(`/quan-tri/noi-dung/ban-thao/${draft.id}/sua`, edit.path),
    })),
    errors: problems.filter(({ severity }) => severity === 'error'),
    warnings: problems.filter(({ severity, file }) => severity !== 'error' && paths.has(file)),
    lost,
    own: draft.by === account.id,
    mayWrite: mayTake({ roles: WRITERS }, account.roles),
    mayApprove: drafts.mayApprove(draft, account) && mayTake({ roles: APPROVERS }, account.roles),
  };
  return page('content/draft', 'Một bản thảo', data, {
    ...CONTENT_STYLE,
    scripts: ['/staff/refresh.js'],
  });
}

function noteOf(form: URLSearchParams, field: string): string {
  return (form.get(field) ?? '').normalize('NFC').trim().slice(0, LONGEST_NOTE);
}

function noReason(): AppError {
  return new AppError('FORM_INCOMPLETE', 'Chưa ghi lý do trả lại.', {
    status: 422,
    remedy: 'Quay lại, ghi một câu cho người soạn biết cần sửa gì.',
  });
}
