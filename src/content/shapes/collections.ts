import { isMap, isScalar, isSeq, type YAMLMap } from 'yaml';
import { nearest } from '../nearest.js';
import type { ObjectShape } from './form-shape.js';
import {
  described,
  fault,
  inside,
  isEmptyNode,
  kindOf,
  nameOf,
  type Reader,
  type Location,
  type ValueOf,
} from './reader.js';

interface Field<T> {
  read: Reader<T>;
  /** `absent` gives the value when the key is not there; without it the key must be there. */
  absent?: () => T;
}
type Optional<T> = Field<T> & { optional: true };
type Fields = Record<string, Reader<unknown> | Field<unknown> | Optional<unknown>>;

/** The key may be left out; then the property is left out too. */
export function optional<T>(read: Reader<T>): Optional<T> {
  return { read, optional: true };
}

/** The key may be left out and then means `value()`. */
export function orElse<T>(read: Reader<T>, absent: () => T): Field<T> {
  return { read, absent };
}

type Camel<S> = S extends `${infer Head}_${infer Tail}` ? `${Head}${Capitalize<Camel<Tail>>}` : S;
type FieldValue<F> = F extends Field<infer T> ? T : ValueOf<F>;
type OptionalKeys<F> = { [K in keyof F]: F[K] extends { optional: true } ? K : never }[keyof F];

/** The object a map is read into: snake_case keys of the file become camelCase properties. */
export type Shape<F> = {
  [K in keyof F as K extends OptionalKeys<F> ? never : Camel<K>]: FieldValue<F[K]>;
} & {
  [K in OptionalKeys<F> as Camel<K> & string]?: FieldValue<F[K]>;
};

/** A group of named items. Unknown names are errors, told with the nearest right one. */
export function object<const F extends Fields>(fields: F): Reader<Shape<F>> {
  return described(objectForm(fields), (node, location) => {
    const map = mapIn(node, location);
    if (map !== undefined) reportUnknownKeys(map, Object.keys(fields), location);
    const value: Record<string, unknown> = {};
    for (const [key, field] of Object.entries(fields)) {
      const described = typeof field === 'function' ? { read: field } : field;
      const at = inside(location, key);
      if (map?.has(key) === true) value[camel(key)] = described.read(map.get(key, true), at);
      else if ('absent' in described) value[camel(key)] = described.absent();
      else if (!('optional' in described)) value[camel(key)] = missing(key, described.read, map, location);
    }
    // The loop above filled exactly the keys that `Shape` derives from `fields`.
    return value as Shape<F>;
  });
}

/** `undefined` where one of the fields can only be written in the file. */
function objectForm(fields: Fields): ObjectShape | undefined {
  const shown = Object.entries(fields).map(([key, field]) => {
    const shape = typeof field === 'function' ? field.form : field.read.form;
    const required = typeof field === 'function' || !('absent' in field || 'optional' in field);
    return shape === undefined ? undefined : { key, shape, required };
  });
  const known = shown.filter((field) => field !== undefined);
  return known.length === shown.length ? { kind: 'object', fields: known } : undefined;
}

function missing(key: string, read: Reader<unknown>, map: YAMLMap | undefined, location: Location): unknown {
  // An item that is no map has been reported as such: its missing keys are no news.
  if (map !== undefined)
    fault(location, `Thiếu mục bắt buộc "${key}".`, `Thêm một dòng "${key}: …" vào đây.`);
  return read(undefined, { ...location, report: () => undefined });
}

function mapIn(node: unknown, location: Location): YAMLMap | undefined {
  if (isMap(node)) return node;
  const found = isEmptyNode(node) ? 'đang trống' : `đang là ${kindOf(node)}`;
  fault(
    location,
    `${nameOf(location)} cần các mục con dạng "tên: nội dung", nhưng ${found}.`,
    'Viết mỗi mục con một dòng, thụt vào 2 dấu cách, ví dụ "name: …".',
  );
  return undefined;
}

function reportUnknownKeys(map: YAMLMap, known: readonly string[], location: Location): void {
  const unused = known.filter((key) => !map.has(key));
  for (const { key } of map.items) {
    const written = isScalar(key) ? String(key.value) : '';
    if (known.includes(written)) continue;
    const near = nearest(written, unused) ?? nearest(written, known);
    const remedy =
      near !== undefined
        ? `Có lẽ là "${near}": sửa lại như thế.`
        : /\s/.test(written)
          ? 'Nếu đây là một câu có dấu hai chấm, đặt cả câu trong dấu nháy kép thẳng "…".'
          : `Các mục dùng được ở đây: ${known.join(', ')}.`;
    fault(inside(location, written), `Không có mục nào tên "${written}".`, remedy);
  }
}

/** A list; `min` and `max` count its items. */
export function list<T>(item: Reader<T>, { min = 0, max = Infinity } = {}): Reader<T[]> {
  const form = item.form === undefined ? undefined : ({ kind: 'list', item: item.form, min } as const);
  return described(form, (node, location) => {
    if (!isSeq(node)) {
      if (node === undefined) return [];
      const found = isEmptyNode(node) ? 'đang trống' : `đang là ${kindOf(node)}`;
      fault(
        location,
        `${nameOf(location)} cần một danh sách, nhưng ${found}.`,
        isEmptyNode(node) && min === 0
          ? 'Viết mỗi ý một dòng bắt đầu bằng "- "; chưa có gì thì ghi [] hoặc xoá hẳn dòng này.'
          : 'Viết mỗi ý một dòng, bắt đầu bằng gạch ngang và dấu cách: "- …".',
      );
      return [];
    }
    if (node.items.length < min) {
      fault(
        location,
        `${nameOf(location)} có ${node.items.length} dòng, cần ít nhất ${min}.`,
        `Viết thêm ${min - node.items.length} dòng.`,
      );
    }
    if (node.items.length > max) {
      fault(
        location,
        `${nameOf(location)} có ${node.items.length} dòng, nhiều nhất là ${max}.`,
        `Bớt đi ${node.items.length - max} dòng.`,
      );
    }
    return node.items.map((child, index) => item(child, inside(location, index)));
  });
}

/** Named entries whose names staff choose. */
export function record<T>(value: Reader<T>): Reader<Map<string, T>> {
  const form = value.form === undefined ? undefined : ({ kind: 'record', value: value.form } as const);
  return described(form, (node, location) => {
    const entries = mapIn(node, location)?.items ?? [];
    return new Map(
      entries.map(({ key, value: child }) => {
        const name = isScalar(key) ? String(key.value) : '';
        return [name, value(child, inside(location, name))];
      }),
    );
  });
}

function camel(key: string): string {
  return key.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}
