import { parse } from 'yaml';
import { formAt, formOfFile } from '../../../content/forms/file-form.js';
import { fieldsOf } from '../../../content/forms/form-fields.js';
import { plainAt, withEmptyLists, withPlain, type Plain } from '../../../content/forms/plain.js';
import { pressedItem } from '../../../content/forms/pressed-item.js';
import { valueOfForm } from '../../../content/forms/form-value.js';
import { editedYaml } from '../../../content/forms/yaml-edit.js';
import type { Problem } from '../../../content/problem.js';
import type { FormShape } from '../../../content/shapes/form-shape.js';
import { AppError } from '../../../shared/errors.js';
import { contentPath } from '../../../staff-work/content/content-path.js';
import { partPath } from '../../../staff-work/content/library.js';
import type { ContentDraft } from '../../../staff-work/ports.js';
import { page, redirect, type StaffAnswer } from '../answers.js';
import type { StaffContext, StaffRoute } from '../route.js';
import { shownNearCopies, type ShownNearCopy } from './near-copies-shown.js';
import { previewOf } from './preview.js';
import {
  addressOf,
  CONTENT_STYLE,
  LONG_FORM,
  WRITERS,
  type ContentRouteDependencies,
} from './content-pages.js';
import { noFile } from './read-routes.js';

/** Writing: a draft of one's own, and the form of each of its files. */
export function editRoutes(parts: ContentRouteDependencies): StaffRoute[] {
  return [
    { method: 'POST', path: '/noi-dung/sua', roles: WRITERS, handle: (context) => begin(parts, context) },
    {
      method: 'GET',
      path: '/noi-dung/ban-thao/:id/sua',
      roles: WRITERS,
      handle: async (context) => {
        const form = await openForm(parts, context);
        const checked = context.query.get('kiem') === '1';
        const found = checked ? await parts.drafts.check(form.draft, form.path, form.text) : undefined;
        const near = shownNearCopies(found?.nearCopies ?? [], parts.knowledge.current().content, form.path);
        return showForm(form, { value: form.value, problems: found?.problems ?? [], near, checked });
      },
    },
    {
      method: 'POST',
      path: '/noi-dung/ban-thao/:id/sua',
      roles: WRITERS,
      formLimit: LONG_FORM,
      handle: (context) => save(parts, context),
    },
  ];
}

async function begin({ drafts, library }: ContentRouteDependencies, { form, account }: StaffContext) {
  const path = contentPath(form.get('tep') ?? '');
  const part = form.get('muc') ?? '';
  const text = await drafts.read(path);
  if (text === null) throw noFile();
  const { items } = await library();
  const item = items.find((one) => one.path === path && one.part === part);
  const title = `Sửa: ${(item?.title ?? path).slice(0, 100)}`;
  const id = await drafts.begin(account, { title, edits: [{ path, before: text, after: text }] });
  return redirect(addressOf(`/noi-dung/ban-thao/${id}/sua`, path, part));
}

interface OpenForm {
  draft: ContentDraft;
  path: string;
  part: string;
  text: string;
  /** `undefined`: the file is written as text. */
  shape: FormShape | undefined;
  whole: Plain;
  value: Plain | undefined;
}

async function openForm(
  { drafts }: ContentRouteDependencies,
  { params, query }: StaffContext,
): Promise<OpenForm> {
  const draft = await drafts.get(params['id'] ?? '');
  const path = contentPath(query.get('tep') ?? draft.edits[0]?.path ?? '');
  const part = query.get('muc') ?? '';
  const text = draft.edits.find((edit) => edit.path === path)?.after ?? null;
  if (text === null) throw noFile();
  const whole = parse(text) as Plain;
  const value = plainAt(whole, partPath(part));
  const shape = value === undefined ? undefined : formAt(formOfFile(path), partPath(part));
  return { draft, path, part, text, shape, whole, value };
}

interface Shown {
  value: Plain | undefined;
  problems?: readonly Problem[];
  near?: readonly ShownNearCopy[];
  checked?: boolean;
  blank?: ReadonlySet<string>;
  /** As it was sent, of a file that is written as text. */
  text?: string;
}

function showForm(
  form: OpenForm,
  { value, problems = [], near = [], checked = false, blank, text }: Shown,
): StaffAnswer {
  const { draft, path, part, shape } = form;
  const own = problems.filter(({ file }) => file === path);
  const options = { path: partPath(part), problems: own, ...(blank === undefined ? {} : { blank }) };
  const data = {
    draft,
    path,
    part,
    fields: shape === undefined ? null : fieldsOf(shape, value, options),
    text: text ?? form.text,
    checked,
    near,
    errors: problems.filter(({ severity }) => severity === 'error'),
    warnings: own.filter(({ severity }) => severity !== 'error'),
    preview: previewOf(path, value),
    action: addressOf(`/quan-tri/noi-dung/ban-thao/${draft.id}/sua`, path, part),
  };
  const style = { ...CONTENT_STYLE, scripts: ['/staff/long-form.js'] };
  return page('content/edit', `Sửa: ${draft.title.replace(/^Sửa: /, '')}`.slice(0, 80), data, style);
}

async function save(parts: ContentRouteDependencies, context: StaffContext): Promise<StaffAnswer> {
  const { drafts } = parts;
  const opened = await openForm(parts, context);
  const { draft, path, part, shape, whole, value: before } = opened;
  requireFields(context.form, shape);
  const pressed = context.form.get('do') ?? '';
  const form = pressedItem(context.form, pressed);
  if (shape === undefined) {
    const text = `${(form.get('text') ?? '').normalize('NFC').replace(/\r\n?/g, '\n').trimEnd()}\n`;
    await drafts.write(draft.id, context.account, path, text);
    return written(parts, draft, path, part, pressed);
  }
  const value = withEmptyLists(before, valueOfForm(shape, form));
  if (/^(add|remove|up):/.test(pressed)) {
    const blank = pressed.startsWith('add:') ? new Set([pressed.slice('add:'.length)]) : undefined;
    return showForm(opened, { value, ...(blank === undefined ? {} : { blank }) });
  }
  const text = editedYaml(opened.text, withPlain(whole, partPath(part), value) ?? null);
  await drafts.write(draft.id, context.account, path, text);
  return written(parts, draft, path, part, pressed);
}

/** A form that came without its fields would empty the whole part. */
function requireFields(form: URLSearchParams, shape: FormShape | undefined): void {
  const expected = (name: string): boolean =>
    shape === undefined ? name === 'text' : name === 'v' || name.startsWith('v.');
  if ([...form.keys()].some(expected)) return;
  throw new AppError('FORM_INCOMPLETE', 'Biểu mẫu gửi lên không có nội dung nào.', {
    status: 422,
    remedy: 'Quay lại trang trước, tải lại rồi gửi lại.',
  });
}

/** Whoever is done writing looks at what it changes next: what it does to the matcher is measured meanwhile. */
async function written(
  { drafts, effects }: ContentRouteDependencies,
  draft: ContentDraft,
  path: string,
  part: string,
  pressed: string,
): Promise<StaffAnswer> {
  if (pressed === 'done') {
    const { edits, problems } = await drafts.view(draft.id);
    if (!problems.some(({ severity }) => severity === 'error')) effects.start(edits);
    return redirect(`/noi-dung/ban-thao/${draft.id}`);
  }
  const again = addressOf(`/noi-dung/ban-thao/${draft.id}/sua`, path, part);
  return redirect(`${again}&kiem=1`, { tone: 'good', text: 'Đã lưu bản thảo. Người dân chưa thấy.' });
}
