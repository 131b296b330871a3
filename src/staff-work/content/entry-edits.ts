import { parse } from 'yaml';
import { editedYaml } from '../../content/forms/yaml-edit.js';
import { isObject, samePlain, type Plain, type PlainObject } from '../../content/forms/plain.js';
import { intentTemplate, procedureTemplate } from '../../content/templates.js';
import { AppError } from '../../shared/errors.js';
import type { FileEdit } from '../ports.js';

export type Texts = Readonly<Record<string, string>>;

const GROUPS = 'procedures/shared/groups.yml';

/** A new entry with the questions that lead to it, in a group of the menu; to be filled in. */
export function newEntryEdits(
  texts: Texts,
  { id, name, group, today }: { id: string; name: string; group: string; today: string },
): FileEdit[] {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) || name.trim() === '')
    throw new AppError('ENTRY_NAME', 'Mã hoặc tên chưa đúng.', {
      status: 422,
      remedy: 'Mã viết thường, không dấu, nối bằng gạch ngang, ví dụ dang-ky-thue; tên không để trống.',
    });
  const [entry, intent] = [`procedures/${id}.yml`, `intents/${id}.yml`];
  if (texts[entry] !== undefined || texts[intent] !== undefined)
    throw new AppError('CONTENT_EXISTS', `Mã "${id}" đã có mục dùng.`, {
      status: 409,
      remedy: 'Chọn mã khác, hoặc sửa mục đang có.',
    });
  const template = procedureTemplate(id, name.normalize('NFC').trim(), today);
  const inGroup = template.replace(/^group: .*$/m, `group: ${group}`);
  return [
    { path: entry, before: null, after: inGroup },
    { path: intent, before: null, after: intentTemplate(id, id) },
    ...changedFile(texts, GROUPS, (value) => inEveryGroup(value, (one) => withMember(one, group, id))),
  ];
}

function withMember(one: PlainObject, group: string, id: string): PlainObject {
  if (one['id'] !== group || !Array.isArray(one['procedures'])) return one;
  return { ...one, procedures: [...one['procedures'], id] };
}

export interface Retirement {
  edits: FileEdit[];
  /** The questions that lead to it and go with it. */
  examples: number;
  /** Files in which it is named otherwise and that somebody has to mend. */
  named: string[];
}

/** What goes when an entry goes: its file, the questions that lead to it, its places in menu and links. */
export function retireEdits(texts: Texts, id: string): Retirement {
  const entry = `procedures/${id}.yml`;
  const before = texts[entry];
  if (before === undefined)
    throw new AppError('NOT_FOUND', 'Không có mục này.', {
      status: 404,
      remedy: 'Chọn một mục trong danh sách.',
    });
  const intents = Object.keys(texts).filter(
    (path) => /^intents\/[^/]+\.yml$/.test(path) && leadsTo(texts[path], id),
  );
  const gone = [entry, ...intents].map((path) => ({ path, before: texts[path] ?? '', after: null }));
  const goneNames = new Set(gone.map(({ path }) => path));
  const others = Object.keys(texts).filter((path) => path.startsWith('procedures/') && !goneNames.has(path));
  const links = others.flatMap((path) =>
    mentions(texts[path], id) ? changedFile(texts, path, (value) => withoutEntry(value, id)) : [],
  );
  const mended = new Map(links.map(({ path, after }) => [path, after]));
  return {
    edits: [...gone, ...links],
    examples: intents.reduce((sum, path) => sum + examplesIn(texts[path]), 0),
    named: others.filter((path) => mentions(mended.get(path) ?? texts[path], id)),
  };
}

/** Lists of entries lose it; items that are about it alone go. */
function withoutEntry(value: Plain, id: string): Plain {
  if (Array.isArray(value))
    return value
      .filter(
        (one) => !isObject(one) || (one['entry'] !== id && !(one['procedure'] === id && 'promise' in one)),
      )
      .map((one) => withoutEntry(one, id));
  if (!isObject(value)) return value;
  const kept = Object.entries(value).flatMap(([key, one]): [string, Plain][] => {
    if ((key === 'related' || key === 'procedures') && Array.isArray(one))
      return [[key, one.filter((item) => item !== id)]];
    return key === 'procedure' && one === id ? [] : [[key, withoutEntry(one, id)]];
  });
  return Object.fromEntries(kept);
}

function inEveryGroup(value: Plain, change: (one: PlainObject) => PlainObject): Plain {
  if (!isObject(value) || !Array.isArray(value['groups'])) return value;
  return { ...value, groups: value['groups'].map((one) => (isObject(one) ? change(one) : one)) };
}

function changedFile(texts: Texts, path: string, change: (value: Plain) => Plain): FileEdit[] {
  const before = texts[path];
  if (before === undefined) return [];
  const value = parse(before) as Plain;
  const wanted = change(value);
  return samePlain(value, wanted) ? [] : [{ path, before, after: editedYaml(before, wanted) }];
}

function leadsTo(text: string | undefined, id: string): boolean {
  return new RegExp(`^procedure: *["']?${id}["']? *(#.*)?$`, 'm').test(text ?? '');
}

function mentions(text: string | undefined, id: string): boolean {
  return new RegExp(`(^|[^a-z0-9-])${id}([^a-z0-9-]|$)`, 'm').test(text ?? '');
}

function examplesIn(text: string | undefined): number {
  const value = parse(text ?? '') as Plain;
  return isObject(value) && Array.isArray(value['examples']) ? value['examples'].length : 0;
}
