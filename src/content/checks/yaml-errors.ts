import { visit, type ErrorCode, type YAMLError } from 'yaml';
import type { Problem } from '../problem.js';
import type { SourceFile } from '../source-file.js';

/** More than this many in one file follow from the first ones. */
const MAX_PER_FILE = 5;

type Explanation = readonly [message: string, remedy: string];

const COLON: Explanation = [
  'Câu này có dấu hai chấm ":" nên máy tưởng bắt đầu một mục mới, hoặc dòng thụt vào sai bậc.',
  'Đặt cả câu trong dấu nháy kép thẳng, ví dụ: summary: "Nơi nộp: Thuế cơ sở". Nếu là một mục riêng, cho nó thẳng hàng với các mục cùng bậc.',
];
const UNFINISHED: Explanation = [
  'Dòng này thiếu dấu hai chấm và dấu cách sau tên mục (đúng là "name: …"), hoặc là phần nối của câu trên mà không thụt vào.',
  'Viết "tên_mục: nội dung" với một dấu cách sau dấu hai chấm; câu dài nhiều dòng thì dùng ">-" rồi thụt vào 2 dấu cách ở mỗi dòng sau; mỗi dòng trong danh sách bắt đầu bằng "- " (gạch ngang, dấu cách).',
];

const BY_CODE: Partial<Record<ErrorCode, Explanation>> = {
  BLOCK_AS_IMPLICIT_KEY: COLON,
  MULTILINE_IMPLICIT_KEY: UNFINISHED,
  MISSING_CHAR: UNFINISHED,
  TAB_AS_INDENT: [
    'Có phím Tab ở đầu dòng. YAML chỉ nhận dấu cách.',
    'Xoá Tab, gõ 2 dấu cách cho mỗi bậc thụt vào.',
  ],
  BAD_INDENT: [
    'Dòng này thụt vào sai bậc, hoặc dấu ngoặc "[" ở trên chưa đóng.',
    'Cho dòng thẳng hàng với các mục cùng bậc (mỗi bậc 2 dấu cách); danh sách trong ngoặc phải kết thúc bằng "]".',
  ],
  BAD_SCALAR_START: [
    'Câu bắt đầu bằng ký tự mà YAML dành riêng (như % @ `).',
    'Đặt cả câu trong dấu nháy kép thẳng, ví dụ: - "@ có trong email thì ghi thế này".',
  ],
  DUPLICATE_KEY: [
    'Mục này được viết hai lần trong cùng một chỗ.',
    'Giữ lại một, xoá cái kia; nếu cả hai đều cần, gộp nội dung vào một mục.',
  ],
  MULTIPLE_DOCS: ['Trong tệp có dòng "---" nên phần sau bị coi là tài liệu khác.', 'Xoá dòng "---".'],
  BAD_DQ_ESCAPE: [
    'Trong dấu nháy kép có dấu gạch chéo ngược "\\" mà máy không hiểu.',
    'Bỏ dấu "\\", hoặc dùng dấu nháy đơn thẳng \'…\' bao quanh câu.',
  ],
  TAG_RESOLVE_FAILED: [
    'Câu bắt đầu bằng dấu chấm than "!", YAML dành riêng dấu này.',
    'Đặt cả câu trong dấu nháy kép thẳng "…".',
  ],
  BAD_ALIAS: [
    'Câu bắt đầu bằng "*" hoặc "&", YAML dành riêng các dấu này.',
    'Đặt cả câu trong dấu nháy kép thẳng "…".',
  ],
  UNEXPECTED_TOKEN: [
    'Có chữ thừa mà máy không hiểu ở đây (thường là sau dấu nháy đóng, sau ">-", hoặc câu bắt đầu bằng "*").',
    'Nếu là một câu, đặt cả câu trong một cặp dấu nháy kép thẳng "…"; nội dung của ">-" viết từ dòng dưới.',
  ],
};

const FALLBACK: Explanation = [
  'Máy không đọc được chỗ này theo quy tắc YAML.',
  'So với tệp mẫu cùng thư mục: "tên_mục: nội dung", thụt vào bằng 2 dấu cách, câu có ký tự lạ thì đặt trong dấu nháy kép thẳng "…".',
];

/** The parser's complaints in plain Vietnamese, at most one per line. */
export function yamlErrors(source: SourceFile): Problem[] {
  const seen = new Set<number>();
  return [...source.document.errors, ...source.document.warnings]
    .map((error) => explained(error, source))
    .filter(({ line }) => !seen.has(line) && seen.add(line))
    .slice(0, MAX_PER_FILE);
}

function explained(error: YAMLError, source: SourceFile): Problem {
  const found = source.lineOf(openedAt(error, source) ?? error.pos[0]);
  const lines = source.file.text.split(/\r?\n/);
  const unclosed = unclosedQuote(lines, found.line);
  const place = unclosed === undefined ? found : { line: unclosed, column: 1 };
  const line = lines[place.line - 1] ?? '';
  const [message, remedy] =
    unclosed === undefined ? (specialCase(error, line) ?? BY_CODE[error.code] ?? FALLBACK) : QUOTE_OPEN;
  const shown = line.trim().slice(0, 60);
  return {
    file: source.path,
    ...place,
    field: '',
    severity: 'error',
    message: shown === '' ? message : `${message} Dòng ấy là: ${shown}`,
    remedy,
  };
}

const QUOTE_OPEN: Explanation = [
  'Dấu nháy mở ra ở dòng này mà không được đóng lại.',
  'Thêm dấu nháy cùng loại ở cuối câu, hoặc bỏ dấu nháy ở đầu câu.',
];

/**
 * The line, at or before the one where the parser gave up, on which a double quote is opened and not closed: the next
 * quote of the file closes it, and what is read as a fault comes far behind it.
 */
function unclosedQuote(lines: readonly string[], upTo: number): number | undefined {
  const index = lines.slice(0, upTo).findIndex((line) => {
    if (!/^\s*(?:- +)?(?:\w+: +)?\[?"/.test(line)) return false;
    const quotes = line.replace(/\\./g, '').match(/"/g)?.length ?? 0;
    return quotes % 2 === 1;
  });
  return index < 0 ? undefined : index + 1;
}

/** A quote that is never closed is noticed at the end of the file; it has to be mended where it was opened. */
function openedAt({ code, message }: YAMLError, { document }: SourceFile): number | undefined {
  if (code !== 'MISSING_CHAR' || !message.includes('Missing closing')) return undefined;
  let opened: number | undefined;
  visit(document, {
    Scalar(_, { type, range }) {
      if (range != null && (type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE')) opened = range[0];
    },
  });
  return opened;
}

function specialCase({ code, message }: YAMLError, line: string): Explanation | undefined {
  if (code === 'MISSING_CHAR' && /Missing closing/.test(message)) {
    return QUOTE_OPEN;
  }
  if (code === 'MISSING_CHAR' && /flow (sequence|map)/i.test(message)) {
    return [
      'Trong ngoặc thiếu dấu phẩy giữa hai câu.',
      'Viết ["câu một", "câu hai"], hoặc mỗi câu một dòng bắt đầu bằng "- ".',
    ];
  }
  if (/^\s*-[^\s-]/.test(line)) {
    return [
      'Dòng này bắt đầu bằng gạch ngang "-" mà thiếu dấu cách phía sau.',
      'Viết "- " (gạch ngang, một dấu cách) rồi mới đến nội dung.',
    ];
  }
  if (/[“”‘’]/.test(line)) {
    return [
      'Dòng này có dấu nháy cong (“ ” ‘ ’) do Word hay điện thoại tự đổi; máy không coi là dấu nháy.',
      'Đổi thành dấu nháy kép thẳng " ở hai đầu câu.',
    ];
  }
  if (code === 'UNEXPECTED_TOKEN' && /'[^']*'[^',\]]/.test(line)) {
    return [
      "Trong câu có dấu nháy đơn ' trùng với dấu nháy bao quanh.",
      'Bao câu bằng dấu nháy kép thẳng "…" thay cho nháy đơn.',
    ];
  }
  return undefined;
}
