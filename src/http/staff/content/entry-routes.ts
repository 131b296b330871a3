import { vietnameseDay } from '../../../shared/days.js';
import { AppError } from '../../../shared/errors.js';
import { newEntryEdits, retireEdits } from '../../../staff-work/content/entry-edits.js';
import { page, redirect, type StaffAnswer } from '../answers.js';
import type { StaffContext, StaffRoute } from '../route.js';
import { addressOf, CONTENT_STYLE, WRITERS, type ContentRouteDependencies } from './content-pages.js';

/** A new entry from the template, and one that is no longer used: both as drafts. */
export function entryRoutes(parts: ContentRouteDependencies): StaffRoute[] {
  return [
    {
      method: 'GET',
      path: '/noi-dung/moi',
      roles: WRITERS,
      handle: () => newForm(parts, { id: '', name: '', group: '' }),
    },
    { method: 'POST', path: '/noi-dung/moi', roles: WRITERS, handle: (context) => create(parts, context) },
    {
      method: 'GET',
      path: '/noi-dung/ngung',
      roles: WRITERS,
      handle: async ({ query }) => {
        const id = query.get('ma') ?? '';
        const retirement = retireEdits((await parts.library()).texts, id);
        const name = parts.knowledge.current().content.procedures.get(id)?.name ?? id;
        return page('content/retire', 'Ngừng dùng một mục', { id, name, ...retirement }, CONTENT_STYLE);
      },
    },
    {
      method: 'POST',
      path: '/noi-dung/ngung',
      roles: WRITERS,
      handle: async ({ form, account }) => {
        const wanted = form.get('ma') ?? '';
        const { edits } = retireEdits((await parts.library()).texts, wanted);
        const id = await parts.drafts.begin(account, { title: `Ngừng dùng: ${wanted}`, edits });
        return redirect(`/noi-dung/ban-thao/${id}`);
      },
    },
  ];
}

interface Wanted {
  id: string;
  name: string;
  group: string;
}

function newForm({ knowledge }: ContentRouteDependencies, wanted: Wanted, error?: AppError): StaffAnswer {
  const groups = knowledge.current().content.groups.map(({ id, name }) => ({ id, name }));
  const complaint = error === undefined ? null : { message: error.message, remedy: error.remedy ?? '' };
  const status = error?.status ?? 200;
  return page('content/new', 'Mục mới', { groups, wanted, complaint }, { ...CONTENT_STYLE, status });
}

async function create(
  parts: ContentRouteDependencies,
  { form, account }: StaffContext,
): Promise<StaffAnswer> {
  const wanted = {
    id: (form.get('id') ?? '').trim(),
    name: (form.get('name') ?? '').trim().slice(0, 80),
    group: form.get('group') ?? '',
  };
  try {
    const today = vietnameseDay(parts.clock.now());
    const edits = newEntryEdits((await parts.library()).texts, { ...wanted, today });
    const id = await parts.drafts.begin(account, { title: `Mục mới: ${wanted.name}`, edits });
    return redirect(addressOf(`/noi-dung/ban-thao/${id}/sua`, `procedures/${wanted.id}.yml`));
  } catch (error) {
    if (error instanceof AppError && error.status < 500) return newForm(parts, wanted, error);
    throw error;
  }
}
