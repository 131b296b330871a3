import { isMap } from 'yaml';
import { nearest } from '../nearest.js';
import { list, object, optional, orElse, record } from '../shapes/collections.js';
import { fault, inside, type Reader, type Location } from '../shapes/reader.js';
import { id, boundedText } from '../shapes/text.js';
import { date, number } from '../shapes/values.js';
import { conditions, formula } from './conditions-file.js';
import { name, raw, rawOrParts, writtenHow, yesOrNo } from './facts-file.js';
import type {
  Case,
  DateUse,
  Decision,
  Fact,
  FactValue,
  RateRef,
  RateUse,
  Result,
  UsedFact,
} from './types.js';
import { valueFrom } from './values.js';

const none = (): never[] => [];
const noMap = <T>(): Map<string, T> => new Map<string, T>();

const rateObject = object({ id, otherwise: optional(number({ min: 0, max: 1e15 })) });
const rateRef: Reader<RateRef> = (node, location) =>
  isMap(node) ? rateObject(node, location) : { id: id(node, location) };
const rateByChoice = object({ by: name, each: record(rateRef) });
const rateUse: Reader<RateUse> = (node, location) =>
  isMap(node) && node.has('by') ? rateByChoice(node, location) : rateRef(node, location);

const deadlineUse = object({ deadline: id });
const sinceUse = object({ since: name });
const dayUse = object({
  from: name,
  days: formula,
  exact: orElse(
    (node) => raw(node) === true,
    () => false,
  ),
});
const dateUse: Reader<DateUse> = (node, location) => {
  if (isMap(node) && node.has('deadline')) return deadlineUse(node, location);
  if (isMap(node) && node.has('since')) return sinceUse(node, location);
  const { from, days, exact } = dayUse(node, location);
  return { from, days: days.formula, exact };
};

const sum: Reader<{ label: string; formula: ReturnType<typeof formula> }> = object({
  label: boundedText({ max: 80 }),
  formula,
});

const basisText = boundedText({ max: 200 });
const line = boundedText({ max: 300 });

/** `procedures/decisions/ID.yml`; the register of facts says what values of each are. */
export function decisionFile(facts: ReadonlyMap<string, Fact>): Reader<Decision> {
  const written = object({
    id,
    title: boundedText({ max: 80 }),
    entry: id,
    also: orElse(list(id), none),
    asks: list(boundedText({ max: 200 }), { min: 10 }),
    facts: list(usedFact(facts), { min: 1 }),
    rates: orElse(record(rateUse), noMap<RateUse>),
    sums: orElse(record(sum), noMap<ReturnType<typeof sum>>),
    dates: orElse(record(dateUse), noMap<DateUse>),
    ordered: orElse(yesOrNo, () => false),
    rules: list(object({ when: orElse(conditions(facts), none), result: id }), { min: 1 }),
    leads: orElse(list(object({ when: conditions(facts), text: boundedText({ max: 450 }) })), none),
    results: record(resultReader(facts)),
    cases: list(caseReader(facts), { min: 1 }),
  });
  return (node, location) => {
    const { sums, results, ...decision } = written(node, location);
    return {
      ...decision,
      sums: new Map([...sums].map(([key, { label, formula: made }]) => [key, { label, ...made }])),
      results: new Map([...results].map(([key, result]) => [key, { id: key, ...result }])),
    };
  };
}

function resultReader(facts: ReadonlyMap<string, Fact>): Reader<Omit<Result, 'id'>> {
  return object({
    text: boundedText({ max: 450 }),
    text_en: optional(boundedText({ max: 450 })),
    lead: optional(boundedText({ max: 450 })),
    details: orElse(list(line), none),
    because: boundedText({ max: 400 }),
    basis: list(basisText, { min: 1 }),
    checked_on: date,
    unsure: optional(
      object({
        text: boundedText({ max: 400 }),
        ask_whom: boundedText({ max: 200 }),
        again: optional(boundedText({ max: 120 })),
      }),
    ),
    next: orElse(list(line), none),
    buttons: orElse(list(buttonReader(facts), { max: 3 }), none),
  });
}

function caseReader(facts: ReadonlyMap<string, Fact>): Reader<Case> {
  const written = object({
    name: boundedText({ max: 120 }),
    today: optional(date),
    facts: valuesReader(facts),
    result: id,
    sums: orElse(record(number({ min: -1e15, max: 1e15 })), noMap<number>),
    says: orElse(list(boundedText({ max: 200 })), none),
    example: orElse(yesOrNo, () => false),
  });
  return (node, location) => {
    const { example, ...rest } = written(node, location);
    return { ...rest, isExample: example };
  };
}

function usedFact(facts: ReadonlyMap<string, Fact>): Reader<UsedFact> {
  const read = object({
    fact: name,
    ask: optional(boundedText({ max: 300 })),
    assume: optional(raw),
    say: optional(boundedText({ max: 200 })),
    to_day_before: orElse(yesOrNo, () => false),
  });
  return (node, location) => {
    const { fact, ask, assume, say, toDayBefore } = read(node, location);
    const value = assume === undefined ? undefined : valued(facts, fact, assume, inside(location, 'assume'));
    if (assume === undefined) known(facts, fact, inside(location, 'fact'));
    return {
      fact,
      toDayBefore,
      ...(ask === undefined ? {} : { ask }),
      ...(value === undefined ? {} : { assume: { value, ...(say === undefined ? {} : { say }) } }),
    };
  };
}

function valuesReader(facts: ReadonlyMap<string, Fact>): Reader<Record<string, FactValue>> {
  const read = record(rawOrParts);
  return (node, location) =>
    Object.fromEntries(
      [...read(node, location)].flatMap(([fact, written]) => {
        const value = valued(facts, fact, written, inside(location, fact));
        return value === undefined ? [] : [[fact, value]];
      }),
    );
}

function buttonReader(facts: ReadonlyMap<string, Fact>) {
  const read = object({ title: boundedText({ max: 20 }), fact: name, value: optional(raw) });
  return (node: unknown, location: Location) => {
    const { title, fact, value: written } = read(node, location);
    const value = written === undefined ? undefined : valued(facts, fact, written, inside(location, 'value'));
    if (written === undefined) known(facts, fact, inside(location, 'fact'));
    return { title, fact, ...(value === undefined ? {} : { value }) };
  };
}

function valued(
  facts: ReadonlyMap<string, Fact>,
  id: string,
  written: unknown,
  location: Location,
): FactValue | undefined {
  const fact = known(facts, id, location);
  if (fact === undefined) return undefined;
  const value = valueFrom(fact, written);
  if (value === undefined)
    fault(location, `"${String(written)}" không phải giá trị của "${id}".`, writtenHow(fact));
  return value;
}

function known(facts: ReadonlyMap<string, Fact>, id: string, location: Location): Fact | undefined {
  const fact = facts.get(id);
  if (fact !== undefined || id === '') return fact;
  const near = nearest(id, facts.keys());
  fault(
    location,
    `Không có dữ kiện "${id}" trong procedures/decisions/facts.yml.`,
    near === undefined ? 'Thêm nó vào facts.yml, hoặc sửa tên.' : `Có lẽ là "${near}": sửa lại như thế.`,
  );
  return undefined;
}
