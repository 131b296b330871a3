import { fold } from '../../shared/fold.js';
import type { Draft } from '../files/draft.js';
import type { ReportProblem } from '../problem.js';

/** Every procedure stands in its group's menu, once, and can be told from the others by its button. */
export function checkMenu(draft: Draft, report: ReportProblem): void {
  const { source, value } = draft.groups;
  if (draft.unreadable.has(source.stem)) return;
  const groupOf = new Map(draft.procedures.map((entry) => [entry.value.id, entry.value.group]));
  const listed = new Map<string, string>();
  value.groups.forEach((group, index) => {
    group.procedures.forEach((id, position) => {
      const [own, other] = [groupOf.get(id), listed.get(id)];
      const path = ['groups', index, 'procedures', position];
      if (other !== undefined)
        report(
          source.problem(path, 'error', `"${id}" đã nằm trong nhóm "${other}".`, 'Xoá một trong hai dòng.'),
        );
      else if (own !== undefined && own !== '' && own !== group.id)
        report(
          source.problem(
            path,
            'error',
            `"${id}" nằm ở nhóm "${group.id}" nhưng tệp của nó ghi "group: ${own}".`,
            `Chuyển dòng này sang nhóm "${own}", hoặc sửa procedures/${id}.yml thành "group: ${group.id}".`,
          ),
        );
      listed.set(id, group.id);
    });
  });
  for (const entry of draft.procedures) {
    const { id, group } = entry.value;
    if (id !== '' && group !== '' && !listed.has(id))
      report(
        entry.source.problem(
          ['group'],
          'error',
          `Thủ tục này chưa có trong menu: nhóm "${group}" của ${source.path} chưa kể "${id}".`,
          `Thêm dòng "- ${id}" vào "procedures" của nhóm "${group}" trong ${source.path}.`,
        ),
      );
  }
  checkButtons(draft, report);
}

function checkButtons(draft: Draft, report: ReportProblem): void {
  const first = new Map<string, string>();
  for (const { source, value } of draft.procedures) {
    const key = fold(value.button);
    const other = first.get(key);
    if (value.button !== '' && other !== undefined)
      report(
        source.problem(
          ['button'],
          'warning',
          `Chữ trên nút "${value.button}" trùng với ${other}: khi bot hỏi lại, người dân không phân biệt được.`,
          'Đổi chữ trên một trong hai nút.',
        ),
      );
    else first.set(key, source.path);
  }
}
