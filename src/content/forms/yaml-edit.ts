import { isMap, parseDocument } from 'yaml';
import { AppError } from '../../shared/errors.js';
import { samePlain, type Plain } from './plain.js';
import { changesOf, writtenPair, type Splice } from './yaml-changes.js';

/**
 * The text of a YAML file that says `wanted`: what did not change keeps every byte, with its comments and its order.
 * Where the layout of the file does not allow that, the `yaml` library writes the changed parts; in either case what comes
 * out must read back as exactly what was meant. Throws `CONTENT_LAYOUT` otherwise.
 */
export function editedYaml(text: string, wanted: Plain): string {
  const document = parseDocument(text);
  if (document.errors.length > 0) throw unreadable();
  if (samePlain(document.toJS() as Plain, wanted)) return text;
  const changes = isMap(document.contents) ? changesOf(text, document.contents, wanted) : null;
  const spliced = changes === null ? null : withSplices(text, changes);
  if (spliced !== null && says(spliced, wanted)) return spliced;
  const rewritten = rewrittenYaml(text, wanted);
  if (says(rewritten, wanted)) return rewritten;
  throw new AppError('CONTENT_LAYOUT', 'Cách trình bày của tệp này không cho phép ghi tự động.', {
    status: 409,
    remedy: 'Nhờ người quản trị sửa thẳng trong tệp.',
  });
}

function says(text: string, wanted: Plain): boolean {
  const document = parseDocument(text);
  return document.errors.length === 0 && samePlain(document.toJS() as Plain, wanted);
}

function withSplices(text: string, splices: readonly Splice[]): string {
  const fromTheEnd = [...splices].sort((a, b) => b.from - a.from || b.to - a.to);
  return fromTheEnd.reduce((now, { from, to, put }) => now.slice(0, from) + put + now.slice(to), text);
}

/** Top-level items that changed are written anew; comments before and between them stay. */
function rewrittenYaml(text: string, wanted: Plain): string {
  const document = parseDocument(text);
  const before = document.toJS() as Plain;
  if (typeof before !== 'object' || before === null || Array.isArray(before)) return writtenPair('', wanted);
  if (typeof wanted !== 'object' || wanted === null || Array.isArray(wanted)) return text;
  for (const key of Object.keys(before)) if (!Object.hasOwn(wanted, key)) document.delete(key);
  for (const [key, value] of Object.entries(wanted))
    if (!samePlain(before[key], value)) document.set(key, document.createNode(value));
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

function unreadable(): AppError {
  return new AppError('CONTENT_INVALID', 'Tệp đang có lỗi trình bày nên chưa sửa được trên web.', {
    status: 409,
    remedy: 'Xem lỗi ở mục Nội dung, nhờ người quản trị sửa trong tệp rồi thử lại.',
  });
}
