import { entryOf } from '../../../content/entry-of-intent.js';
import { parse } from 'yaml';
import { formAt, formOfFile } from '../../../content/forms/file-form.js';
import { fieldsOf } from '../../../content/forms/form-fields.js';
import { plainAt, type Plain } from '../../../content/forms/plain.js';
import { AppError } from '../../../shared/errors.js';
import { contentPath } from '../../../staff-work/content/content-path.js';
import { LIBRARY_KINDS, partPath, searched } from '../../../staff-work/content/library.js';
import { judgeAnswer } from '../../../staff-work/review/judgement.js';
import { mayTake } from '../navigation.js';
import { page, type StaffAnswer } from '../answers.js';
import type { StaffContext, StaffRoute } from '../route.js';
import {
  CONTENT_STYLE,
  KIND_NAMES,
  READERS,
  WRITERS,
  type ContentRouteDependencies,
} from './content-pages.js';

const ON_A_PAGE = 50;

/** Everything the bot says, to be read and searched. */
export function readRoutes(parts: ContentRouteDependencies): StaffRoute[] {
  return [
    {
      method: 'GET',
      path: '/noi-dung/tra-cuu',
      roles: READERS,
      handle: (context) => search(parts, context),
    },
    {
      method: 'GET',
      path: '/noi-dung/tep',
      roles: READERS,
      handle: (context) => showFile(parts, context),
    },
  ];
}

async function search(
  parts: ContentRouteDependencies,
  { query, account }: StaffContext,
): Promise<StaffAnswer> {
  const { items } = await parts.library();
  const text = (query.get('q') ?? '').trim().slice(0, 300);
  const kind = LIBRARY_KINDS.find((known) => known === query.get('loai'));
  const found = searched(items, text, kind);
  const data = {
    text,
    kind: kind ?? '',
    kinds: LIBRARY_KINDS.map((id) => ({ id, name: KIND_NAMES[id] })),
    asked: text === '' ? [] : askedFor(parts, text),
    items: found.slice(0, ON_A_PAGE).map((item) => ({ ...item, kindName: KIND_NAMES[item.kind] })),
    total: found.length,
    mayWrite: mayTake({ roles: WRITERS }, account.roles),
  };
  return page('content/search', 'Tra cứu nội dung', data, CONTENT_STYLE);
}

/** What a citizen who types this is led to. */
function askedFor({ knowledge }: ContentRouteDependencies, text: string) {
  const { content } = knowledge.current();
  const { decision, candidates } = judgeAnswer(knowledge.current(), text);
  return candidates.map(({ intent, name, confidence }, place) => {
    const id = entryOf(content.intents.get(intent));
    const entry = id === undefined ? null : `procedures/${id}.yml`;
    return {
      name,
      confidence,
      entry,
      intent: `intents/${intent}.yml`,
      opens: place === 0 && decision === 'answer',
    };
  });
}

async function showFile(
  parts: ContentRouteDependencies,
  { query, account }: StaffContext,
): Promise<StaffAnswer> {
  const path = contentPath(query.get('tep') ?? '');
  const part = query.get('muc') ?? '';
  const [{ items, texts }, history] = await Promise.all([parts.library(), parts.versions.historyOf(path, 1)]);
  const text = texts[path];
  if (text === undefined) throw noFile();
  const shape = formAt(formOfFile(path), partPath(part));
  const value = shape === undefined ? undefined : plainAt(parse(text) as Plain, partPath(part));
  const own = items.filter((item) => item.path === path);
  const item = own.find((one) => one.part === part);
  const open = await parts.drafts.list(['draft', 'proposed', 'returned'], 200);
  const data = {
    path,
    part,
    title: item?.title ?? path,
    item: item ?? null,
    parts: part === '' ? own.filter((one) => one.part !== '') : [],
    fields: shape === undefined || value === undefined ? null : fieldsOf(shape, value),
    text,
    last: history[0] ?? null,
    drafts: open.filter(({ edits }) => edits.some((edit) => edit.path === path)),
    entryId: /^procedures\/([a-z0-9-]+)\.yml$/.exec(path)?.[1] ?? null,
    mayWrite: mayTake({ roles: WRITERS }, account.roles),
  };
  return page('content/file', data.title.slice(0, 80), data, CONTENT_STYLE);
}

export function noFile(): AppError {
  return new AppError('NOT_FOUND', 'Không có mục này.', {
    status: 404,
    remedy: 'Có thể mục đã ngừng dùng. Tìm lại ở trang Tra cứu nội dung.',
  });
}
