import type { Problem } from '../problem.js';
import type { FormShape, ObjectShape } from '../shapes/form-shape.js';
import { choiceLabel, labelOf } from './field-labels.js';
import { isLine } from './form-value.js';
import { isObject, type Plain } from './plain.js';

/** One field of a form, or a group of fields, as a page shows it. */
export interface Field {
  /** As `valueOfForm` reads it. */
  name: string;
  label: string;
  help: string;
  /** `lines`: one item a line. `paragraphs`: a blank line between items. `group` and `list` have `fields`. */
  control: 'line' | 'area' | 'lines' | 'paragraphs' | 'choice' | 'date' | 'group' | 'list';
  value: string;
  required: boolean;
  /** Seldom needed and empty: out of the way until it is asked for. */
  folded: boolean;
  max?: number;
  options?: readonly { value: string; label: string }[];
  fields: Field[];
  problems: Pick<Problem, 'severity' | 'message' | 'remedy'>[];
}

export interface FieldOptions {
  /** Where the shown part stands in its file. */
  path?: readonly (string | number)[];
  problems?: readonly Problem[];
  /** Lists, by name, that get an empty item at their end. */
  blank?: ReadonlySet<string>;
}

/** What is longer is written in a field of several lines. */
const MAX_LINE = 90;

/** The fields of a part of a file that says `value`. */
export function fieldsOf(shape: FormShape, value: Plain | undefined, options: FieldOptions = {}): Field[] {
  const path = (options.path ?? []).map((part) => (typeof part === 'number' ? String(part + 1) : part));
  const key = options.path?.findLast((part) => typeof part === 'string') ?? '';
  const field = fieldOf(shape, value, { name: 'v', key, path, required: true, options });
  return field.control === 'group' ? field.fields : [field];
}

/** Names and values as a browser would send them. */
export function writtenFields(fields: readonly Field[]): [name: string, value: string][] {
  return fields.flatMap((field) =>
    field.control === 'group' || field.control === 'list'
      ? writtenFields(field.fields)
      : [[field.name, field.value] as [string, string]],
  );
}

interface Place {
  name: string;
  key: string;
  path: readonly string[];
  required: boolean;
  options: FieldOptions;
}

function fieldOf(shape: FormShape, value: Plain | undefined, place: Place): Field {
  switch (shape.kind) {
    case 'object':
      return groupField(shape, value, place);
    case 'record':
      return recordField(shape.value, value, place);
    case 'list':
      return isLine(shape.item) && !arrayOf(value).some(hasLines)
        ? linesField(value, place)
        : listField(shape.item, arrayOf(value), place);
    case 'plain_or_object':
      return groupField(shape.object, wrapped(value, shape.key), place, shape.key);
    case 'plain_or_list':
      return listField(
        { kind: 'plain_or_object', key: shape.key, object: shape.object },
        value === undefined ? [] : Array.isArray(value) ? value : [value],
        place,
        value === undefined,
      );
    case 'plain_or_lines':
      return {
        ...bare(place),
        control: 'paragraphs',
        value: arrayOf(value).map(textOf).join('\n\n'),
        max: shape.max,
      };
    default:
      return leafField(shape, value, place);
  }
}

function leafField(shape: FormShape, value: Plain | undefined, place: Place): Field {
  const text = textOf(value);
  const field = { ...bare(place), value: text };
  if (shape.kind === 'choice') return { ...field, control: 'choice', options: shape.values.map(asOption) };
  if (shape.kind === 'date') return { ...field, control: 'date' };
  if (shape.kind === 'text') {
    const long = shape.max > MAX_LINE || text.includes('\n');
    return { ...field, control: long ? 'area' : 'line', max: shape.max };
  }
  return field;
}

const asOption = (value: string) => ({ value, label: choiceLabel(value) });

function linesField(value: Plain | undefined, place: Place): Field {
  return { ...bare(place), control: 'lines', value: arrayOf(value).map(textOf).join('\n') };
}

function groupField(shape: ObjectShape, value: Plain | undefined, place: Place, main?: string): Field {
  const group = isObject(value) ? value : {};
  const fields = shape.fields.map(({ key, shape: inner, required }) => {
    const field = fieldOf(inner, group[key], {
      ...place,
      name: `${place.name}.${key}`,
      key,
      path: [...place.path, key],
      required,
    });
    const folded = main !== undefined && key !== main && isEmpty(field);
    return { ...field, folded };
  });
  const told = bare(place, true);
  const first = fields.find((field) => field.name === `${place.name}.${main ?? ''}`);
  // What is told of a sentence that stands alone belongs beside its field.
  if (first !== undefined) first.problems.push(...told.problems);
  return { ...told, control: 'group', fields, ...(first === undefined ? {} : { problems: [] }) };
}

function recordField(shape: FormShape, value: Plain | undefined, place: Place): Field {
  const fields = Object.entries(isObject(value) ? value : {}).map(([key, one]) =>
    fieldOf(shape, one, { ...place, name: `${place.name}.${key}`, key, path: [...place.path, key] }),
  );
  return { ...bare(place, true), control: 'group', fields };
}

function listField(item: FormShape, items: readonly Plain[], place: Place, blank = false): Field {
  const withBlank = blank || place.options.blank?.has(place.name) === true;
  const all: (Plain | undefined)[] = withBlank ? [...items, undefined] : [...items];
  const fields = all.map((one, index) => ({
    ...fieldOf(item, one, {
      ...place,
      name: `${place.name}.${index}`,
      path: [...place.path, String(index + 1)],
    }),
    label:
      all.length === 1 && item.kind === 'plain_or_object' ? '' : `${labelOf(place.key).item} ${index + 1}`,
  }));
  return { ...bare(place, true), control: 'list', fields };
}

/** `alone`: what is told of things within it stands beside those. */
function bare({ name, key, path, required, options }: Place, alone = false): Field {
  const written = path.join(' › ');
  const here = (options.problems ?? []).filter(
    ({ field }) => field === written || (!alone && field.startsWith(`${written} › `)),
  );
  const { label, help } = labelOf(key);
  return {
    name,
    label,
    help,
    control: 'line',
    value: '',
    required,
    folded: false,
    fields: [],
    problems: here.map(({ severity, message, remedy }) => ({ severity, message, remedy })),
  };
}

function isEmpty(field: Field): boolean {
  return field.value === '' && field.fields.every(isEmpty) && field.problems.length === 0;
}

function wrapped(value: Plain | undefined, key: string): Plain | undefined {
  return value === undefined || isObject(value) ? value : { [key]: value };
}

function textOf(value: Plain | undefined): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' ? value.trim() : '';
}

const hasLines = (value: Plain): boolean => typeof value === 'string' && value.trim().includes('\n');

function arrayOf(value: Plain | undefined): readonly Plain[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}
