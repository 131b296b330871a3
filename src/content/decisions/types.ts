import type { Expression } from './expression.js';

/** What a sum is counted over: "4 triệu một ngày". */
export type Period = 'day' | 'month' | 'quarter' | 'year';

type FactKind = 'money' | 'number' | 'days' | 'date' | 'choice';

/**
 * One sum as it was told: 80 triệu a month, for 3 of its months; 6 triệu a month, 3 times ("3 căn"). Kept beside the
 * total, so that "330 ngày" or "từ tháng 10" told later counts it anew. `off`: days closed besides.
 */
export interface MoneyPart {
  amount: number;
  period?: Period;
  times?: number;
  days?: number;
  months?: number;
  off?: number;
  /** The option of the fact's `partsBy` that it is of: sold on a platform, or by oneself. */
  of?: string;
}

/** A typed value of a fact; never a sentence. Sums in đồng, dates as YYYY-MM-DD (a month told is its first and last day). */
export type FactValue =
  /** `amount`: in the fact's own period, the total of `parts` where there are any. */
  | {
      kind: 'money';
      amount: number;
      period?: Period;
      parts?: readonly MoneyPart[];
      /** How much of `amount` is of which option, where that is known of every part. */
      shares?: Readonly<Record<string, number>>;
    }
  | { kind: 'number'; value: number }
  /** `since`: the day the time ran out, where a date was told in place of a number of days. */
  | { kind: 'days'; value: number; since?: string }
  | { kind: 'date'; from: string; to: string }
  /** `value`: the id of one of the fact's options. */
  | { kind: 'choice'; value: string };

/** Values by the id of the fact. */
export type FactValues = Readonly<Record<string, FactValue>>;

/** One entry of the register `procedures/decisions/facts.yml`: what a citizen can tell, whatever the decision. */
export interface Fact {
  id: string;
  kind: FactKind;
  /** Within a sentence: "giá bán". */
  label: string;
  /** The question that asks for it; the same in English. */
  ask: string;
  askEn?: string;
  /** Of a number: what is counted ("người", "căn"), for the units of formulas. */
  unit?: string;
  /** Of a number: how it is written, "2 người phụ thuộc", and what stands for 0, "chưa có người phụ thuộc". */
  noun?: string;
  none?: string;
  /** Of a sum: the period it is counted over; a sum told over another is converted. */
  period?: Period;
  /** The period of a sum told without one ("cho thuê 15 triệu" is a month's rent); without it, `period`. */
  unsaid?: Period;
  /** A second sum told is a further one ("thêm", "còn … nữa"), not a new value. */
  adds: boolean;
  /** A part of it may be paid before the rest: "đóng trước một nửa" leaves the other half of what was told. */
  paidOff: boolean;
  /** Of a sum that adds up: the choice by which its parts are told apart ("Shopee 300tr, Facebook 900tr"). */
  partsBy?: string;
  /** Folded words near which a sum, count, duration or date is taken for this fact. */
  cues: string[];
  /** Folded words right before a sum that say it is something else: "đóng khoán 500 ngàn" is no turnover. */
  notAfter: string[];
  /** Whose it is: `own`, the one's it is computed for; `other`, somebody else's ("lương hưu của mẹ"). Absent: no matter. */
  whose?: 'own' | 'other';
  /** Folded words one of which must be in the message: "chồng", "vợ" for the other's salary. Empty: none need. */
  onlyWith: string[];
  /** Folded words with which a message tells something else: "bán" for who gives a present. */
  notWith: string[];
  /** Facts that were told of another thing once this one changes: a new vehicle is not the used one spoken of before. */
  resets: string[];
  /**
   * Of a choice: folded words after or before which an option's `named` counts; `…`: up to 30 characters ("bán … cho").
   */
  after: string[];
  before: string[];
  options: FactOption[]; // of a choice
  /** Of the others: answers to tap. */
  buttons: FactButton[];
  /** Outside of it the value is asked again instead of taken. */
  plausible?: { min: number; max: number };
  /** Said when the value was converted: "{told} là khoảng {value} một năm". */
  acknowledge?: string;
  /** Where it can be looked up, for whoever does not know it. */
  findOut?: string;
  /** How an answer begins after this fact has changed: "Vậy với giá {value}". */
  changed?: string;
}

interface FactOption {
  id: string;
  /** At most 20 characters: a button. */
  title: string;
  /** Within a sentence: "con ruột". */
  label: string;
  /** Wordings that tell it, in lower case with their marks. */
  words: string[];
  /** Wordings that tell it where the fact's `after` or `before` stands beside them, or as its answer. */
  named: string[];
  /** Wordings that tell it only as the answer to this fact's question: "có", "không". */
  answers: string[];
  /** Wordings that tell it where a sum follows: "cho em" in front of "500 triệu" gives money. */
  beforeSum: string[];
  /** Options that make this one when both are told: "shopee", then "bán thêm facebook nữa". */
  together: string[];
  /** Facts that were told of another thing once the choice changes to this option or from it: a motorbike has not a car's price. */
  resets: string[];
}

export interface FactButton {
  title: string;
  value: FactValue;
  /** Wordings that tell this value: "chưa có con" is 0 dependants. */
  words: string[];
}

/** A smart answer: facts → rules → a result with its sums, basis and date. */
export interface Decision {
  id: string;
  title: string;
  entry: string;
  /** Further entries whose matter it is. */
  also: string[];
  /** Wordings that ask for it, as citizens write. */
  asks: string[];
  /** In the order they are asked. */
  facts: UsedFact[];
  rates: ReadonlyMap<string, RateUse>;
  sums: ReadonlyMap<string, Sum>;
  dates: ReadonlyMap<string, DateUse>;
  /** The first that applies wins. Unless `ordered`, no two with different results may apply to the same facts. */
  ordered: boolean;
  rules: Rule[];
  /** What is sure of a case before its result is; of those that apply to what was told, the first is said before a question. */
  leads: Lead[];
  results: ReadonlyMap<string, Result>;
  cases: Case[];
}

export interface UsedFact {
  fact: string;
  /** In place of the register's question. */
  ask?: string;
  /** Days told as a date are counted to the day before today: late interest ends the day before it is paid. */
  toDayBefore: boolean;
  /** Taken when it was not told; `say` tells the citizen so. */
  assume?: { value: FactValue; say?: string };
}

/** A named rate: an id of rates.yml, or one per option of a choice. `otherwise`: the value on days it is not in force. */
export type RateUse = RateRef | { by: string; each: ReadonlyMap<string, RateRef> };

export interface RateRef {
  id: string;
  otherwise?: number;
}

interface Sum {
  label: string;
  formula: Expression;
  /** As staff wrote it. */
  written: string;
}

/** A recurring deadline; a fact's date plus days, moved off days off unless `exact`; or the days since a fact's date. */
export type DateUse =
  { deadline: string } | { from: string; days: Expression; exact: boolean } | { since: string };

export interface Rule {
  when: Condition[];
  result: string;
}

interface Lead {
  when: Condition[];
  text: string;
}

export type Condition =
  | { on: string; test: 'in'; options: string[]; not: boolean }
  | { on: string; test: 'compare'; comparisons: Comparison[] }
  /** Days from the date to today: certainly that many, certainly fewer, or open because only a month is known. */
  | { on: string; test: 'age'; state: 'reached' | 'short' | 'open'; days: Expression };

export interface Comparison {
  operator: '<' | '<=' | '>' | '>=' | '=';
  right: Expression;
}

export interface Result {
  id: string;
  /**
   * The answer; placeholders are facts, sums, rates and dates, and `[[ ]]` is left out while its values are not known. At
   * most 450 characters when filled in.
   */
  text: string;
  /** The same in English, with the same placeholders; figures are written the English way. */
  textEn?: string;
  /** The general answer while a fact that `text` needs is missing; said before the question. */
  lead?: string;
  /** How it was worked out; a line whose values are missing is left out. */
  details: string[];
  /** The rule in a sentence: the answer to "vì sao". */
  because: string;
  basis: string[];
  checkedOn: string;
  /** `again`: in place of `text` once that was said in the conversation. */
  unsure?: { text: string; askWhom: string; again?: string };
  next: string[];
  buttons: ResultButton[];
}

/** Changes one fact and decides again; without a value it asks for it. */
export interface ResultButton {
  title: string;
  fact: string;
  value?: FactValue;
}

export interface Case {
  name: string;
  /** The day it is decided on; without one any day must give the same. */
  today?: string;
  facts: FactValues;
  result: string;
  sums: ReadonlyMap<string, number>;
  /** Strings that the text holds. */
  says: string[];
  /** Told to whoever asks for an example. */
  isExample: boolean;
}
