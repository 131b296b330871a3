import type { Decision, Fact, FactValue, FactValues, Result, ResultButton } from '../types.js';
import { factsIn, nameValue, rateInForce, rateRef } from './evaluate.js';
import type { DecisionContent, Frame } from './frame.js';
import { inEnglishFigures } from './english-figures.js';
import { decides, deciding, holdsAsKnown, inOrder, reachable, walk } from './walk.js';
import { filledIn, placeholdersIn, requiredPart } from './written.js';

export interface FactChoice {
  /** At most 20 characters. */
  title: string;
  value: FactValue;
}

/** The one fact to ask for. */
export interface Asked {
  kind: 'ask';
  fact: string;
  question: string;
  choices: FactChoice[];
  /** What holds whatever the answer: said before the question. */
  lead?: string;
}

export interface Reached {
  kind: 'result';
  id: string;
  text: string;
  /** In English, where staff wrote it so and all its values are known. */
  textEn?: string;
  details: string[];
  /** Every sum that can be worked out, in đồng, unrounded. */
  sums: Record<string, number>;
  because: string;
  basis: string[];
  /** The oldest day on which the result or one of its rates was checked. */
  checkedOn: string;
  unsure?: Result['unsure'];
  next: string[];
  buttons: ResultButton[];
  /** The facts told that it rests on, in the decision's order. */
  used: string[];
  /** Facts taken as usual, which would change it: with the sentence that says so. */
  assumed: { fact: string; value: FactValue; say?: string }[];
}

/** A rate is not in force on the day: nothing is computed. `what` names it for the log. */
interface Unavailable {
  kind: 'unavailable';
  what: string;
}

export type Decided = Reached | Asked | Unavailable;

/**
 * The answer for this case as far as the facts go: the result, or the one fact to ask for. Nothing is asked that changes
 * neither the result nor what its text says. `today` is YYYY-MM-DD in Vietnam.
 */
export function decide(
  decision: Decision,
  facts: FactValues,
  { content, today }: { content: DecisionContent; today: string },
): Decided {
  const frame: Frame = { decision, values: withAssumed(decision, facts), content, today };
  const walked = walk(frame);
  if (walked.at === 'unavailable') return { kind: 'unavailable', what: walked.what };
  if (walked.at === 'end') return { kind: 'unavailable', what: decision.id };
  if (walked.at === 'rule') return resultOf(walked.rule.result, frame, facts);
  const results = [...reachable(frame, 2)];
  const [only] = results;
  if (results.length === 1 && only !== undefined && only !== '') return resultOf(only, frame, facts);
  const fact = deciding(walked.missing, frame);
  return fact === undefined
    ? { kind: 'unavailable', what: decision.id }
    : asked(fact, frame, leadOf(frame, facts));
}

/** What is sure already; what was only taken as usual is not told as known. */
function leadOf(frame: Frame, told: FactValues): string | undefined {
  const known: Frame = { ...frame, values: told };
  const lead = frame.decision.leads.find((one) => holdsAsKnown(one, known));
  return lead === undefined ? undefined : lines([lead.text], known)[0];
}

function withAssumed(decision: Decision, facts: FactValues): FactValues {
  const assumed = decision.facts.flatMap(({ fact, assume }) =>
    assume === undefined ? [] : [[fact, assume.value] as const],
  );
  return { ...Object.fromEntries(assumed), ...facts, ...toDayBefore(decision, facts) };
}

/** Late interest runs "to the day before the money is paid": of days told as a date the last is not counted. */
function toDayBefore(decision: Decision, facts: FactValues): FactValues {
  const counted = decision.facts.flatMap(({ fact, toDayBefore }) => {
    const value = facts[fact];
    return toDayBefore && value?.kind === 'days' && value.since !== undefined
      ? [[fact, { ...value, value: Math.max(0, value.value - 1) }] as const]
      : [];
  });
  return Object.fromEntries(counted);
}

function asked(id: string, frame: Frame, lead?: string): Decided {
  const fact = frame.content.facts.get(id);
  const use = frame.decision.facts.find((used) => used.fact === id);
  if (fact === undefined) return { kind: 'unavailable', what: id };
  return {
    kind: 'ask',
    fact: id,
    question: use?.ask ?? fact.ask,
    choices: choicesOf(fact),
    ...(lead === undefined ? {} : { lead }),
  };
}

/** What can be tapped to tell a fact. */
export function choicesOf(fact: Fact): FactChoice[] {
  return fact.kind === 'choice'
    ? fact.options.map(({ id, title }) => ({ title, value: { kind: 'choice', value: id } }))
    : fact.buttons;
}

function resultOf(id: string, frame: Frame, told: FactValues): Decided {
  const result = frame.decision.results.get(id);
  if (result === undefined) return { kind: 'unavailable', what: id };
  const text = filledIn(result.text, frame);
  if ('unavailable' in text) return { kind: 'unavailable', what: text.unavailable };
  if ('missing' in text) return askedFor(result, text.missing, frame);
  const { because, checkedOn, unsure, buttons } = result;
  const [textEn] = result.textEn === undefined ? [] : lines([result.textEn], frame);
  const rates = ratesOf(result, frame);
  return {
    kind: 'result',
    id,
    text: text.value,
    ...(textEn === undefined ? {} : { textEn: inEnglishFigures(textEn) }),
    details: lines(result.details, frame),
    sums: sumsOf(frame),
    because: lines([because], frame)[0] ?? because,
    basis: basisOf(result, rates),
    checkedOn: [checkedOn, ...rates.map((rate) => rate.checkedOn)].sort()[0] ?? checkedOn,
    ...(unsure === undefined ? {} : { unsure: filledUnsure(unsure, frame) }),
    next: lines(result.next, frame),
    buttons,
    used: usedBy(result, frame).filter((fact) => told[fact] !== undefined),
    assumed: assumedBy(result, frame, told),
  };
}

function askedFor(result: Result, missing: readonly string[], frame: Frame): Decided {
  const [fact] = inOrder(missing, frame);
  if (fact === undefined) return { kind: 'unavailable', what: result.id };
  return asked(fact, frame, result.lead === undefined ? undefined : lines([result.lead], frame)[0]);
}

/** Filled in; a line whose values are not all known is left out. */
function filledUnsure(unsure: NonNullable<Result['unsure']>, frame: Frame): NonNullable<Result['unsure']> {
  const [text = unsure.text] = lines([unsure.text], frame);
  const again = unsure.again === undefined ? [] : lines([unsure.again], frame);
  return { ...unsure, text, ...(again[0] === undefined ? {} : { again: again[0] }) };
}

function lines(texts: readonly string[], frame: Frame): string[] {
  return texts.flatMap((text) => {
    const filled = filledIn(text, frame);
    return 'value' in filled ? [filled.value] : [];
  });
}

function sumsOf(frame: Frame): Record<string, number> {
  const found: Record<string, number> = {};
  for (const name of frame.decision.sums.keys()) {
    const sum = nameValue(name, frame);
    if ('value' in sum) found[name] = Number(sum.value);
  }
  return found;
}

/** Rates in force on the day that the result's texts or formulas rest on. */
function ratesOf(result: Result, frame: Frame) {
  const names = placeholdersIn([result.text, ...result.details].join(' '));
  const ids = [...frame.decision.rates.keys()].filter(
    (rate) => names.includes(rate) || names.some((name) => restsOn(name, rate, frame)),
  );
  return ids.flatMap((name) => {
    const ref = rateRef(name, frame);
    const rate = 'value' in ref ? rateInForce(frame.content, ref.value.id, frame.today) : undefined;
    return rate === undefined ? [] : [rate];
  });
}

/** The result's own basis, and of its rates' what names a document that is not there yet. */
function basisOf({ basis }: Result, rates: readonly { basis: string }[]): string[] {
  const named = new Set(basis.flatMap(documentsIn));
  const further = rates.filter((rate) => {
    const documents = documentsIn(rate.basis);
    return documents.length === 0 || documents.some((document) => !named.has(document));
  });
  return [...new Set([...basis, ...further.map((rate) => rate.basis)])];
}

/** Numbers of laws, decrees and circulars: "68/2026/NĐ-CP", "109/2025/QH15". */
function documentsIn(basis: string): string[] {
  return basis.match(/\d{1,4}\/\d{4}\/[\p{Lu}\d-]{2,20}/gu) ?? [];
}

function restsOn(name: string, rate: string, frame: Frame): boolean {
  return frame.decision.sums.get(name)?.written.split(/\W+/).includes(rate) === true
    ? true
    : (frame.decision.sums.get(name)?.written.split(/\W+/) ?? []).some(
        (inner) => inner !== name && frame.decision.sums.has(inner) && restsOn(inner, rate, frame),
      );
}

/** Facts in the conditions of the rules looked at, and in what the text and details say. */
function usedBy(result: Result, frame: Frame): string[] {
  const walked = walk(frame);
  const until = walked.at === 'rule' ? walked.index : frame.decision.rules.length;
  const conditions = frame.decision.rules.slice(0, until + 1).flatMap(({ when }) => when.map(({ on }) => on));
  const names = placeholdersIn([result.text, ...result.details].join(' '));
  return inOrder([...factsIn([...conditions, ...names], frame)], frame);
}

/** Of the facts taken as usual, those that matter here: another value would lead elsewhere or to another sum. */
function assumedBy(result: Result, frame: Frame, told: FactValues): Reached['assumed'] {
  const names = factsIn(placeholdersIn(requiredPart(result.text)), frame);
  return frame.decision.facts.flatMap(({ fact, assume }) => {
    if (assume === undefined || told[fact] !== undefined) return [];
    const matters = names.has(fact) || decides(fact, frame);
    return matters ? [{ fact, ...assume }] : [];
  });
}
