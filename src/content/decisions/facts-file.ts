import { isMap, isScalar } from 'yaml';
import { fold } from '../../shared/fold.js';
import { list, object, optional, orElse } from '../shapes/collections.js';
import { described, fault, inside, nameOf, type Reader, type Location } from '../shapes/reader.js';
import { oneOf, stringIn, boundedText } from '../shapes/text.js';
import { number } from '../shapes/values.js';
import type { SumKind } from './sum-kind.js';
import type { Fact, FactButton } from './types.js';
import { valueFrom } from './values.js';

/** A name that formulas and placeholders use: lower case without marks, underscores between words. */
export const name: Reader<string> = described({ kind: 'id' }, (node, location) => {
  const value = stringIn(node, location);
  if (value !== '' && !/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(value))
    fault(
      location,
      `${nameOf(location)} ghi "${value}": tên chỉ gồm chữ thường không dấu, chữ số và dấu gạch dưới.`,
      'Viết như "gia_nha".',
    );
  return value;
});

const foldedText = (max: number): Reader<string> => {
  const read = boundedText({ max });
  return (node, location) => fold(read(node, location));
};

const lowerText = (max: number): Reader<string> => {
  const read = boundedText({ max });
  return (node, location) => read(node, location).normalize('NFC').toLowerCase();
};

const none = (): never[] => [];

const writtenFact = object({
  id: name,
  kind: oneOf(['money', 'number', 'days', 'date', 'choice']),
  label: boundedText({ max: 60 }),
  ask: boundedText({ max: 300 }),
  ask_en: optional(boundedText({ max: 200 })),
  unit: optional(oneOf(['người', 'căn', 'ngày', 'tháng', 'lần', 'tuổi'])),
  noun: optional(boundedText({ max: 40 })),
  none: optional(boundedText({ max: 60 })),
  period: optional(oneOf(['day', 'month', 'quarter', 'year'])),
  unsaid: optional(oneOf(['day', 'month', 'quarter', 'year'])),
  adds: orElse(yesOrNo, () => false),
  paid_off: orElse(yesOrNo, () => false),
  parts_by: optional(name),
  cues: orElse(list(foldedText(60)), none),
  not_after: orElse(list(foldedText(60)), none),
  whose: optional(oneOf(['own', 'other'])),
  only_with: orElse(list(foldedText(60)), none),
  not_with: orElse(list(foldedText(60)), none),
  resets: orElse(list(name), none),
  after: orElse(list(foldedText(60)), none),
  before: orElse(list(foldedText(60)), none),
  options: orElse(
    list(
      object({
        id: name,
        title: boundedText({ max: 20 }),
        label: boundedText({ max: 120 }),
        words: orElse(list(lowerText(80)), none),
        named: orElse(list(lowerText(80)), none),
        answers: orElse(list(lowerText(80)), none),
        before_sum: orElse(list(lowerText(40)), none),
        together: orElse(list(name), none),
        resets: orElse(list(name), none),
      }),
    ),
    none,
  ),
  buttons: orElse(
    list(object({ title: boundedText({ max: 20 }), value: raw, words: orElse(list(lowerText(80)), none) })),
    none,
  ),
  plausible: optional(object({ min: number({ min: 0, max: 1e15 }), max: number({ min: 0, max: 1e15 }) })),
  acknowledge: optional(boundedText({ max: 200 })),
  changed: optional(boundedText({ max: 120 })),
  find_out: optional(boundedText({ max: 200 })),
});

export function yesOrNo(node: unknown, location: Location): boolean {
  if (isScalar(node) && typeof node.value === 'boolean') return node.value;
  fault(
    location,
    `${nameOf(location)} chỉ nhận true (có) hoặc false (không).`,
    'Viết true hoặc false, không nháy.',
  );
  return false;
}

/** A bare number or word, made sense of once the fact is known. */
export function raw(node: unknown): unknown {
  return isScalar(node) ? node.value : undefined;
}

/** The same, or a sum by its parts: `{ san: 300000000, tu_ban: 900000000 }`. */
export function rawOrParts(node: unknown): unknown {
  return isMap(node) ? node.toJSON() : raw(node);
}

/** `procedures/decisions/facts.yml` */
export const factsFile: Reader<{ facts: Fact[]; sumKinds: SumKind[] }> = object({
  facts: list(fact),
  sum_kinds: orElse(
    list(
      object({
        id: name,
        label: boundedText({ max: 60 }),
        words: orElse(list(lowerText(40)), none),
        behind: orElse(list(lowerText(40)), none),
        facts: orElse(list(name), none),
      }),
    ),
    none,
  ),
});

function fact(node: unknown, location: Location): Fact {
  const { buttons, ...written } = writtenFact(node, location);
  const made: Fact = { ...written, buttons: [] };
  if (isMap(node) && made.kind === 'choice' && made.options.length < 2)
    fault(
      location,
      `"${made.id}" là lựa chọn (choice) nhưng có ít hơn 2 đáp án.`,
      'Thêm mục "options:" với từng đáp án.',
    );
  return {
    ...made,
    buttons: buttons.flatMap((button, index) =>
      valued(made, button, inside(inside(location, 'buttons'), index)),
    ),
  };
}

interface WrittenButton {
  title: string;
  value: unknown;
  words: string[];
}

function valued(made: Fact, button: WrittenButton, location: Location): FactButton[] {
  const value = valueFrom(made, button.value);
  if (value !== undefined) return [{ title: button.title, value, words: button.words }];
  fault(location, `Nút "${button.title}" có giá trị không hợp với "${made.id}".`, writtenHow(made));
  return [];
}

/** How a value of this fact is written in YAML. */
export function writtenHow(made: Fact): string {
  switch (made.kind) {
    case 'money':
      return made.partsBy === undefined
        ? 'Viết số đồng, không dấu chấm, không đơn vị, ví dụ 1200000000.'
        : 'Viết số đồng như 1200000000, hoặc từng phần theo đáp án như { san: 300000000, tu_ban: 900000000 }.';
    case 'number':
    case 'days':
      return 'Viết số trần, ví dụ 2.';
    case 'date':
      return 'Viết ngày 2026-07-15, tháng 2026-07 hoặc năm "2023".';
    case 'choice':
      return `Chọn một trong: ${made.options.map(({ id }) => id).join(', ')}.`;
  }
}
