import type { Group } from '../../content/types.js';
import { disclosure } from '../consent.js';
import { button, buttons, choice, PERSON_CHOICE, text } from '../replies.js';
import { answered, type Answered, type Turn } from '../turn.js';
import type { Choice, Reply } from '../types.js';

/** Procedures on one page of a group: with "Trang sau", "Xem menu" and a person this stays under 13 quick replies. */
const PAGE = 9;

/** The first words: a bot, whose, what it can do, and the ways in. */
export function greet(turn: Turn): Answered {
  const hello = [
    `Dạ em chào anh/chị! Em là trợ lý tự động (máy trả lời) của ${turn.settings.authority}.`,
    'Em hướng dẫn từng bước thủ tục thuế: giấy tờ, nộp ở đâu, bao lâu, mất bao nhiêu, theo quy định nào. Điều gì chưa chắc em sẽ nói là chưa chắc.',
    'Anh/chị cứ gõ như nói chuyện, không dấu cũng được, ví dụ: “dang ky ma so thue ca nhan”.',
  ].join('\n');
  turn.state.lastDisclosedAt = turn.now;
  return answered('answered_menu', [text(hello), menuReply(turn)]);
}

export function showMenu(turn: Turn): Answered {
  return answered('answered_menu', [menuReply(turn)]);
}

function menuReply(turn: Turn): Reply {
  const groups = turn.content.groups.filter((group) => entriesOf(turn, group).length > 0);
  return text('Anh/chị cần việc nào dưới đây ạ?', [
    ...groups.map(({ id, name }) => choice(name, { kind: 'group', group: id, page: 0 })),
    PERSON_CHOICE,
  ]);
}

export function showGroup(turn: Turn, groupId: string, page: number): Answered {
  const group = turn.content.groups.find(({ id }) => id === groupId);
  if (group === undefined) return showMenu(turn);
  const entries = entriesOf(turn, group);
  const pages = Math.ceil(entries.length / PAGE);
  const shown = Number.isInteger(page) && page >= 0 && page < pages ? page : 0;
  const part = entries.slice(shown * PAGE, shown * PAGE + PAGE);
  const names = part.map(({ name }) => `• ${name}`).join('\n');
  const more: Choice[] =
    pages > 1
      ? [
          choice(`Trang ${((shown + 1) % pages) + 1}/${pages}`, {
            kind: 'group',
            group: groupId,
            page: (shown + 1) % pages,
          }),
        ]
      : [];
  return answered('answered_menu', [
    text(`${group.name.toUpperCase()}\n${names}\nAnh/chị chọn một việc, hoặc gõ câu hỏi ạ.`, [
      ...part.map(({ id, button: title }) => choice(title, { kind: 'open', procedure: id })),
      ...more,
      choice('Xem menu', { kind: 'menu' }),
    ]),
  ]);
}

export function help(turn: Turn): Answered {
  const lines = [
    disclosure(turn.settings),
    'Anh/chị gõ câu hỏi như nói chuyện. Lúc nào cũng gõ được:',
    '• “menu”: xem các việc em biết',
    '• “tiếp”, “quay lại”: đi trong hướng dẫn',
    '• “gặp cán bộ”: nhờ người thật',
    '• “bắt đầu lại”: quên việc đang hỏi',
    '• “dừng”: em thôi trả lời; “bắt đầu”: trả lời lại',
    '• “quyền riêng tư”: em giữ gì, đổi lựa chọn đồng ý',
    '• “xoá dữ liệu của tôi”',
  ];
  turn.state.lastDisclosedAt = turn.now;
  return answered('answered_command', [
    buttons(lines.join('\n'), [
      button('Xem menu', { kind: 'menu' }),
      button('Gặp cán bộ', { kind: 'person' }),
      button('Quyền riêng tư', { kind: 'privacy' }),
    ]),
  ]);
}

function entriesOf(turn: Turn, group: Group): { id: string; name: string; button: string }[] {
  return group.procedures.flatMap((id) => turn.content.procedures.get(id) ?? []);
}
