/** What a reader accepts, as a form on the web shows it. Made by the readers themselves: there is no second description. */
export type FormShape =
  | { kind: 'text'; max: number }
  | { kind: 'choice'; values: readonly string[] }
  | { kind: 'id' | 'date' | 'month_day' | 'time' | 'url' | 'day_or_last' }
  | { kind: 'number'; min: number; max: number }
  | { kind: 'list'; item: FormShape; min: number }
  | { kind: 'object'; fields: readonly FormField[] }
  | { kind: 'record'; value: FormShape }
  /** A sentence alone, or a group of items of which the sentence is `key`. */
  | { kind: 'plain_or_object'; key: string; object: ObjectShape }
  /** A sentence alone, or a list of groups of which the sentence is `key`. */
  | { kind: 'plain_or_list'; key: string; object: ObjectShape }
  /** One text, or several in a list. */
  | { kind: 'plain_or_lines'; max: number };

export type ObjectShape = Extract<FormShape, { kind: 'object' }>;

export interface FormField {
  key: string;
  shape: FormShape;
  required: boolean;
}
