import { isAlias, isMap, isScalar, isSeq, Scalar } from 'yaml';
import { nearest } from '../nearest.js';
import { described, fault, isEmptyNode, kindOf, nameOf, type Reader, type Location } from './reader.js';

/** What `content:new` writes where staff must fill something in. */
export const PLACEHOLDER = 'ĐIỀN:';

/** A sentence or name. `max` counts UTF-16 units, as Messenger's limits are taken to be counted. */
export function boundedText({ max }: { max: number }): Reader<string> {
  return described({ kind: 'text', max }, (node, location) => {
    const value = stringIn(node, location);
    if (value.length > max) {
      fault(
        location,
        `${nameOf(location)} dài ${value.length} ký tự, quá giới hạn ${max} ký tự để hiện gọn trên Messenger.`,
        `Rút bớt ít nhất ${value.length - max} ký tự${max > 100 ? ', hoặc tách thành nhiều câu, nhiều bước ngắn' : ''}.`,
      );
    }
    return value;
  });
}

/** One of a few fixed words. */
export function oneOf<const T extends string>(values: readonly [T, ...T[]]): Reader<T> {
  return described({ kind: 'choice', values }, (node, location) => {
    const value = stringIn(node, location);
    const found = values.find((allowed) => allowed === value);
    if (found === undefined && value !== '') {
      const near = nearest(value, values);
      fault(
        location,
        `${nameOf(location)} ghi "${value}" nhưng chỉ nhận: ${values.join(', ')}.`,
        near === undefined ? 'Chọn một trong các giá trị ấy.' : `Có lẽ là "${near}": sửa lại như thế.`,
      );
    }
    return found ?? values[0];
  });
}

/** An identifier: lower case without marks, hyphens between words. */
export const id: Reader<string> = described({ kind: 'id' }, (node, location) => {
  const value = stringIn(node, location);
  if (value !== '' && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(value)) {
    fault(
      location,
      `${nameOf(location)} ghi "${value}": mã chỉ gồm chữ thường không dấu, chữ số và dấu gạch ngang.`,
      'Viết như "dang-ky-thue-ca-nhan".',
    );
  }
  return value;
});

/** The text of a scalar, trimmed; '' with a reported problem when there is none. */
export function stringIn(node: unknown, location: Location): string {
  if (isScalar(node) && typeof node.value === 'string') {
    const value = node.value.trim();
    if (value.startsWith(PLACEHOLDER)) return placeholderFault(value, location);
    if (value === '') emptyFault(location);
    else checkPunctuation(node, value, location);
    return value;
  }
  if (isEmptyNode(node)) emptyFault(location);
  else wrongKind(node, location);
  return '';
}

function placeholderFault(value: string, location: Location): '' {
  fault(
    location,
    `${nameOf(location)} còn nguyên chữ mẫu "${value.slice(0, 60)}".`,
    'Thay bằng nội dung thật, hoặc xoá mục này nếu không bắt buộc.',
  );
  return '';
}

function emptyFault(location: Location): void {
  fault(
    location,
    `${nameOf(location)} để trống.`,
    'Viết nội dung vào, hoặc xoá hẳn dòng ấy nếu không bắt buộc.',
  );
}

function wrongKind(node: unknown, location: Location): void {
  if (isMap(node)) {
    fault(
      location,
      `${nameOf(location)} cần một câu chữ, nhưng dấu hai chấm ":" trong câu khiến máy hiểu thành mục con.`,
      'Đặt cả câu trong dấu nháy kép thẳng "…".',
    );
  } else if (isSeq(node)) {
    fault(
      location,
      `${nameOf(location)} cần một câu chữ, nhưng đang là một danh sách.`,
      'Viết thành một câu, bỏ gạch ngang hoặc dấu ngoặc [ ] ở đầu.',
    );
  } else if (isAlias(node)) {
    fault(
      location,
      `${nameOf(location)} bắt đầu bằng dấu *, YAML dành riêng dấu này.`,
      'Đặt cả câu trong dấu nháy kép thẳng "…".',
    );
  } else if (isScalar(node)) {
    const written = node.source ?? String(node.value);
    fault(
      location,
      `${nameOf(location)} cần chữ, nhưng ${written} bị hiểu là ${kindOf(node)}.`,
      `Đặt trong dấu nháy kép thẳng: "${written}".`,
    );
  }
}

function checkPunctuation(node: Scalar, value: string, location: Location): void {
  if (node.type === Scalar.PLAIN && hasCurlyQuotesAround(value)) {
    fault(
      location,
      `${nameOf(location)} dùng dấu nháy cong (“ ” ‘ ’) do Word hay điện thoại tự đổi; chúng sẽ hiện ra cho người dân.`,
      'Đổi thành dấu nháy kép thẳng " ở hai đầu, hoặc bỏ hẳn.',
    );
  }
  if (node.type === Scalar.PLAIN && typeof node.comment === 'string' && /^\S/.test(node.comment)) {
    fault(
      location,
      `${nameOf(location)} có dấu # giữa câu: từ "#${node.comment.slice(0, 20)}" trở đi bị coi là ghi chú và mất.`,
      'Nếu là nội dung, đặt cả câu trong dấu nháy kép thẳng; nếu là ghi chú, thêm dấu cách sau #.',
      'warning',
    );
  }
}

/** Also half of a pair: in `[“a, b”]` the comma has torn the sentence in two. A quoted word inside a sentence is fine. */
function hasCurlyQuotesAround(value: string): boolean {
  const opened = value.match(/[“„‘]/g)?.length ?? 0;
  const closed = value.match(/[”’]/g)?.length ?? 0;
  const starts = /^[“”„‘]/u.test(value);
  const ends = /[“”’]$/u.test(value);
  return (starts && ends) || (starts && closed === 0) || (ends && opened === 0 && !value.endsWith('’'));
}
