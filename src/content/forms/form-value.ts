import type { FormShape, ObjectShape } from '../shapes/form-shape.js';
import type { Plain, PlainObject } from './plain.js';

/** Kinds that are a single line: lists of them are written one a line in one field. */
export function isLine({ kind }: FormShape): boolean {
  return ['text', 'id', 'choice', 'number', 'date', 'url', 'month_day', 'time'].includes(kind);
}

/**
 * What a form says, as the file would: names are `v` and the place within the part, with points (`v.questions.0.answer`).
 * What was left empty is left out where it may be. Wrong kinds stay as they were written, for the check to tell.
 */
export function valueOfForm(shape: FormShape, form: URLSearchParams, name = 'v'): Plain | undefined {
  switch (shape.kind) {
    case 'list':
      return isLine(shape.item) && form.has(name)
        ? linesOf(form, name).map((line) => asKind(shape.item, line))
        : indexes(form, name).flatMap((index) => valueOfForm(shape.item, form, `${name}.${index}`) ?? []);
    case 'object':
      return objectOf(shape, form, name);
    case 'record':
      return recordOf(shape.value, form, name);
    case 'plain_or_object':
      return plainIfAlone(objectOf(shape.object, form, name), shape.key);
    case 'plain_or_list': {
      const items = indexes(form, name).flatMap((index): PlainObject[] => {
        const one = objectOf(shape.object, form, `${name}.${index}`);
        return one === undefined ? [] : [one];
      });
      const [only, ...more] = items;
      if (only === undefined) return undefined;
      return more.length === 0 ? plainOrList(only, shape.key) : items;
    }
    case 'plain_or_lines': {
      const lines = paragraphsOf(form, name);
      return lines.length > 1 ? lines : lines[0];
    }
    default: {
      const written = textOf(form, name);
      return written === '' ? undefined : asKind(shape, written);
    }
  }
}

function objectOf(shape: ObjectShape, form: URLSearchParams, name: string): PlainObject | undefined {
  const value: PlainObject = {};
  for (const { key, shape: inner, required } of shape.fields) {
    const one = valueOfForm(inner, form, `${name}.${key}`);
    if (one !== undefined && (required || !isNothing(one))) value[key] = one;
  }
  if (Object.values(value).every(isNothing)) return undefined;
  // What must be there stands empty, so that the check tells so beside its field.
  for (const { key, shape: inner, required } of shape.fields)
    if (required && value[key] === undefined && isLine(inner)) value[key] = '';
  return inOrder(value, shape);
}

function inOrder(value: PlainObject, shape: ObjectShape): PlainObject {
  return Object.fromEntries(
    shape.fields.flatMap(({ key }) => (value[key] === undefined ? [] : [[key, value[key]] as const])),
  );
}

function recordOf(shape: FormShape, form: URLSearchParams, name: string): Plain | undefined {
  const keys = new Set(
    [...form.keys()].flatMap((key) =>
      key.startsWith(`${name}.`) ? [key.slice(name.length + 1).split('.')[0] ?? ''] : [],
    ),
  );
  const entries = [...keys].flatMap((key) => {
    const value = valueOfForm(shape, form, `${name}.${key}`);
    return value === undefined ? [] : [[key, value] as const];
  });
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

function isNothing(value: Plain): boolean {
  return value === '' || (Array.isArray(value) && value.length === 0);
}

function plainIfAlone(value: PlainObject | undefined, key: string): Plain | undefined {
  const alone = value?.[key];
  return value !== undefined && alone !== undefined && Object.keys(value).length === 1 ? alone : value;
}

function plainOrList(value: PlainObject, key: string): Plain {
  const alone = plainIfAlone(value, key);
  return typeof alone === 'string' ? alone : [value];
}

function asKind({ kind }: FormShape, written: string): Plain {
  if (kind === 'day_or_last' && written === 'last') return written;
  if (kind === 'number' || kind === 'day_or_last')
    return /^-?\d+(\.\d+)?$/.test(written) ? Number(written) : written;
  return written;
}

function textOf(form: URLSearchParams, name: string): string {
  return (form.get(name) ?? '').normalize('NFC').replace(/\r\n?/g, '\n').trim();
}

function linesOf(form: URLSearchParams, name: string): string[] {
  return textOf(form, name)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Texts with a blank line between them. */
function paragraphsOf(form: URLSearchParams, name: string): string[] {
  return textOf(form, name)
    .split(/\n\s*\n/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

/** The places of a list's items that are in the form, in their order. */
export function indexes(form: URLSearchParams, name: string): number[] {
  const found = new Set<number>();
  for (const key of form.keys()) {
    const part = key.startsWith(`${name}.`) ? key.slice(name.length + 1).split('.')[0] : undefined;
    if (part !== undefined && /^\d+$/.test(part)) found.add(Number(part));
  }
  return [...found].sort((a, b) => a - b);
}
