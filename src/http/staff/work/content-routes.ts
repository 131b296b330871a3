import { AppError } from '../../../shared/errors.js';
import type { ContentService } from '../../../staff-work/content/content-service.js';
import { page, redirect } from '../answers.js';
import type { StaffRoute } from '../route.js';
import { WORK_STYLE } from './review-routes.js';
import { CHANGE_WORDS } from './words.js';

/** What is wrong or due in the content, its versions, and going back to one. */
export function contentRoutes(service: ContentService): StaffRoute[] {
  return [
    {
      method: 'GET',
      path: '/noi-dung',
      roles: ['reviewer', 'editor', 'approver'],
      nav: { label: 'Nội dung', order: 40 },
      handle: async () => page('work/content', 'Nội dung', { ...(await service.health()) }, WORK_STYLE),
    },
    {
      method: 'GET',
      path: '/noi-dung/ban/:version',
      roles: ['reviewer', 'editor', 'approver'],
      handle: async ({ params }) => {
        const changes = await service.changes(params['version'] ?? '');
        if (changes === null) throw unknownVersion();
        return page('work/version', 'Một bản nội dung', { ...changes, words: CHANGE_WORDS }, WORK_STYLE);
      },
    },
    {
      method: 'POST',
      path: '/noi-dung/ban/:version/quay-lai',
      roles: ['approver'],
      handle: async ({ params, form, account, audit }) => {
        const version = params['version'] ?? '';
        if (form.get('sure') !== 'yes')
          throw new AppError('NOT_CONFIRMED', 'Chưa đánh dấu xác nhận quay lại.', {
            status: 422,
            remedy: 'Đọc danh sách tệp sẽ thay đổi, đánh dấu vào ô xác nhận rồi bấm lại.',
          });
        const files = await service.rollBack(version, account.id, form.get('told') === 'yes');
        await audit({ action: 'content.roll_back', subject: version.slice(0, 12), details: `${files} tệp` });
        return redirect('/noi-dung', {
          tone: 'good',
          text: `Đã ghi lại ${files} tệp theo bản ${version.slice(0, 8)}. Máy đang học lại.`,
        });
      },
    },
  ];
}

function unknownVersion(): AppError {
  return new AppError('NOT_FOUND', 'Không còn giữ bản này.', {
    status: 404,
    remedy: 'Mở mục Nội dung để chọn một bản trong danh sách.',
  });
}
