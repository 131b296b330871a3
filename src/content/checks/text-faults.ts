import { hasHiddenCharacters, withoutHiddenCharacters } from '../../shared/hidden-characters.js';
import type { Problem } from '../problem.js';
import type { ContentFile } from '../source-file.js';

interface Fault {
  found: RegExp | ((line: string) => boolean);
  message: (lines: string) => string;
  remedy: string;
}

const FIX = 'chạy `npm run content:check -- --fix` để máy tự sửa';

/** What git leaves where two people changed the same lines. */
const CONFLICT = /^(?:<{7}|={7}|>{7}|\|{7})(?: |$)/m;

export function hasConflict({ text }: ContentFile): boolean {
  return CONFLICT.test(text);
}

const FAULTS: readonly Fault[] = [
  {
    found: /[\uFFFD\u0000]/,
    message: (lines) => `Tệp không được lưu bằng bảng mã UTF-8 nên chữ bị hỏng (${lines}).`,
    remedy:
      'Mở lại bản gốc trong Notepad, chọn Save As → Encoding: UTF-8, rồi lưu đè; gõ lại những chữ đã hỏng.',
  },
  {
    found: CONFLICT,
    message: (lines) => `Hai người cùng sửa tệp này mà hai bản chưa được hoà làm một (${lines}).`,
    remedy:
      'Giữa dòng "<<<<<<<" và dòng ">>>>>>>" là hai cách viết: giữ một (hoặc gộp lại), rồi xoá các dòng "<<<<<<<", "=======", ">>>>>>>".',
  },
  {
    found: /^\s*\t|^\s*- *\t/,
    message: (lines) => `Có phím Tab ở đầu dòng (${lines}). YAML chỉ nhận dấu cách.`,
    remedy: `Xoá Tab và gõ 2 dấu cách cho mỗi bậc thụt vào, hoặc ${FIX}.`,
  },
  {
    found: /^\s*[\u00A0\u3000\u2002\u2003]/,
    message: (lines) => `Đầu dòng có dấu cách đặc biệt chép từ Word hay trang web (${lines}).`,
    remedy: `Xoá chỗ thụt vào và gõ lại bằng phím cách, hoặc ${FIX}.`,
  },
  {
    found: hasHiddenCharacters,
    message: (lines) => `Có ký tự ẩn, không nhìn thấy được, thường do chép từ trang web (${lines}).`,
    remedy: `Xoá câu ấy và gõ tay lại, hoặc ${FIX}.`,
  },
  {
    found: (line) => line !== line.normalize('NFC'),
    message: (lines) => `Dấu tiếng Việt ở dạng tổ hợp (NFD), máy đọc thành chữ khác (${lines}).`,
    remedy: `Gõ lại bằng Unikey hoặc EVKey với bảng mã "Unicode" (dựng sẵn, không phải "Unicode tổ hợp"), hoặc ${FIX}.`,
  },
];

/** Faults of the text itself, found before YAML is read. One problem per kind, naming all its lines. */
export function textFaults({ path, text }: ContentFile): Problem[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  return FAULTS.flatMap(({ found, message, remedy }) => {
    const test = typeof found === 'function' ? found : (line: string) => found.test(line);
    const at = lines.flatMap((line, index) => (test(line) ? [index + 1] : []));
    const first = at[0];
    if (first === undefined) return [];
    return [
      { file: path, line: first, field: '', severity: 'error' as const, message: message(named(at)), remedy },
    ];
  });
}

function named(lines: readonly number[]): string {
  const shown = lines.slice(0, 8).join(', ');
  return lines.length > 8 ? `dòng ${shown} và ${lines.length - 8} dòng nữa` : `dòng ${shown}`;
}

/** The same text with the faults mended that a machine can mend safely: NFC, hidden characters, tabs and odd spaces in front. */
export function mended(text: string): string {
  return withoutHiddenCharacters(text)
    .replace(/^[ \t\u00A0\u3000\u2002\u2003]+/gm, (indent) =>
      indent.replace(/\t/g, '  ').replace(/[^ ]/g, ' '),
    )
    .replace(/^( *-)[ \t]+/gm, (whole, dash: string) => (whole.includes('\t') ? `${dash} ` : whole));
}
