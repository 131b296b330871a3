import { wordingLists } from '../../../content/entry-types.js';
import { decisionsOf } from '../../../content/decisions/of-entry.js';
import type { Content, Procedure } from '../../../content/types.js';
import type { IntentMatcher } from '../../../intent-matching/types.js';
import { supposedIn } from '../suppositions.js';
import { chancesFrom, type Chances } from './chances.js';
import { evidenceOf, prepareEntry, type Evidence, type PreparedEntry } from './evidence.js';
import {
  sumOf,
  usageAbout,
  usageInExamples,
  usageInTexts,
  weighing,
  type ReadWords,
  type Usage,
} from './word-weights.js';

/** Whose chance is this high is answered: 2 in 100 wordings, left out, then get a neighbour's answer. */
const SURE = 0.7;
/** When it is likelier than not that one of the pairs is asked, those worth offering are offered. */
const LIKELY = 0.5;
const WORTH_OFFERING = 0.1;
const MAX_OFFERED = 3;

/** Words around the name of a matter that ask for nothing but its guide, folded. */
const IN_GENERAL = new Set(
  (
    'thu tuc huong dan quy trinh cac buoc cach lam sao the nao nhu rang hoi ve viec cho xin muon can biet giup ' +
    'em anh chi toi minh ad bot a oi da nhe nha voi dang dinh'
  ).split(' '),
);

/** As the matcher reads numbers: "<number>", "<date>". */
const NUMBER_CLASS = /^<.+>$/;

/** What a message asks of an entry's common questions; `index` and `offered`: places in `procedure.questions`. */
export type QuestionReading =
  /** `likeness`: to the nearest of its wordings, 1 for the same words. */
  | { asks: 'one'; index: number; chance: number; likeness?: number }
  | { asks: 'one_of'; offered: number[]; chance: number }
  | { asks: 'none'; chance: number };

/** How likely each common question is meant, and that none of them is. */
export interface QuestionChances {
  pairs: { chance: number; likeness: number }[];
  none: number;
  /** The message names the matter and asks nothing of it. */
  inGeneral: boolean;
}

/**
 * Tells which question–answer pair of a procedure a message asks, by the wordings and the answers. An entry that
 * `prepare` has not seen is prepared when first asked; one index serves a version of content and matcher.
 */
export class QuestionIndex {
  /** With the entry's decisions, and its common questions alone. */
  private readonly entries = new Map<string, PreparedEntry>();
  private readonly pairs = new Map<string, PreparedEntry>();
  private readonly all: Usage;
  /** An entry is asked for several times while one message is weighed: for its questions and for each decision. */
  private newest = { typed: '', said: '', chances: new Map<string, QuestionChances>() };
  private newestRead: { said: string; words: readonly string[] } = { said: '', words: [] };
  /** The words of each entry's own name, by its id. */
  private readonly names = new Map<string, ReadonlySet<string>>();

  constructor(
    private readonly content: Content,
    private readonly read: ReadWords,
  ) {
    const wordings = [...content.procedures.values()].flatMap(({ questions }) =>
      questions.flatMap(wordingLists).map((texts) => usageInTexts(texts, read)),
    );
    this.all = sumOf([...wordings, usageInExamples(content.intents, read).all]);
  }

  /** Prepares the entry before it is asked for. */
  prepare(procedure: Procedure): void {
    this.entryOf(procedure);
    this.namesOf(procedure);
  }

  find(said: string, procedure: Procedure): QuestionReading {
    if (this.asksInGeneral(said, procedure)) return { asks: 'none', chance: 0 };
    const evidence = evidenceOf(
      this.wordsOf(said),
      this.prepared(procedure.id, this.pairs, () => procedure),
    );
    const reading = decided(chancesFrom(evidence));
    return reading.asks === 'one'
      ? { ...reading, likeness: evidence.pairs[reading.index]?.nearest ?? 0 }
      : reading;
  }

  chances(typed: string, procedure: Procedure): QuestionChances {
    if (this.newest.typed !== typed)
      this.newest = { typed, said: supposedIn(typed) ?? withoutCorrection(typed), chances: new Map() };
    const { said, chances } = this.newest;
    const known = chances.get(procedure.id) ?? this.chancesOf(said, procedure);
    chances.set(procedure.id, known);
    return known;
  }

  private chancesOf(said: string, procedure: Procedure): QuestionChances {
    if (this.asksInGeneral(said, procedure)) return { pairs: [], none: 1, inGeneral: true };
    const evidence = this.evidence(said, procedure);
    const { pairs, none } = chancesFrom(evidence);
    const likeness = (index: number) => evidence.pairs[index]?.nearest ?? 0;
    return {
      pairs: pairs.map((chance, index) => ({ chance, likeness: likeness(index) })),
      none,
      inGeneral: false,
    };
  }

  /** How likely a message is worded as one that asks for the decision, among the questions of this entry. */
  decisionChance(said: string, procedure: Procedure, decision: string): number {
    const at = decisionsOf(this.content, procedure.id).findIndex(({ id }) => id === decision);
    if (at < 0) return 0;
    return this.chances(said, procedure).pairs[procedure.questions.length + at]?.chance ?? 0;
  }

  evidence(said: string, procedure: Procedure): Evidence {
    return evidenceOf(this.wordsOf(said), this.entryOf(procedure));
  }

  private wordsOf(said: string): readonly string[] {
    if (this.newestRead.said !== said) this.newestRead = { said, words: this.read(said) };
    return this.newestRead.words;
  }

  /** "hướng dẫn em đăng ký người phụ thuộc": names the matter, and no more. Nor does a bare number ask anything. */
  private asksInGeneral(said: string, procedure: Procedure): boolean {
    const named = this.namesOf(procedure);
    return this.wordsOf(said).every(
      (word) => named.has(word) || IN_GENERAL.has(word) || NUMBER_CLASS.test(word),
    );
  }

  private namesOf({ id, name, button }: Procedure): ReadonlySet<string> {
    const known = this.names.get(id) ?? new Set(this.read(`${name} ${button}`));
    this.names.set(id, known);
    return known;
  }

  private entryOf(procedure: Procedure): PreparedEntry {
    return this.prepared(procedure.id, this.entries, () => withDecisions(this.content, procedure));
  }

  private prepared(id: string, entries: Map<string, PreparedEntry>, asked: () => Procedure): PreparedEntry {
    const known = entries.get(id);
    if (known !== undefined) return known;
    const procedure = asked();
    const weightOf = weighing(usageAbout(this.content, procedure, this.read), this.all);
    const prepared = prepareEntry(procedure, weightOf, this.read);
    entries.set(id, prepared);
    return prepared;
  }
}

/** Decisions of an entry are asked for as its common questions are, and stand behind them. */
function withDecisions(content: Content, procedure: Procedure): Procedure {
  const asked = decisionsOf(content, procedure.id).map(({ asks, title, results }) => ({
    ask: asks,
    answer: [title, ...[...results.values()].map(({ because }) => because)].join('\n'),
  }));
  return asked.length === 0 ? procedure : { ...procedure, questions: [...procedure.questions, ...asked] };
}

/** "À không, sai số tiền cơ" asks about a wrong sum: that it takes back what was said before is no part of the question. */
function withoutCorrection(said: string): string {
  const rest = said.replace(TAKEN_BACK, '').replace(/\s+(?:cơ|lận)\s*$/iu, '');
  return rest.trim() === '' ? said : rest;
}

const TAKEN_BACK =
  /^\s*(?:à|a|ủa|ua)?\s*(?:không|khong|ko|nhầm|nham|quên|quen)(?:\s+(?:phải|phai|rồi|roi))?\s*[,.…]\s*/iu;

/** Answer, offer or neither: what the chances come to. */
export function decided({ pairs, none }: Chances): QuestionReading {
  const ranked = pairs.map((chance, index) => ({ chance, index })).sort((a, b) => b.chance - a.chance);
  const [best] = ranked;
  if (best === undefined) return { asks: 'none', chance: 0 };
  if (best.chance >= SURE) return { asks: 'one', ...best };
  if (1 - none < LIKELY) return { asks: 'none', chance: best.chance };
  const offered = ranked.filter(({ chance }) => chance >= WORTH_OFFERING).slice(0, MAX_OFFERED);
  return { asks: 'one_of', offered: offered.map(({ index }) => index), chance: best.chance };
}

const readers = new WeakMap<IntentMatcher, ReadWords>();

/** Reads words as the matcher does; one reader for one matcher, so that what was read with it is known again. */
export function readerOf(matcher: IntentMatcher): ReadWords {
  const known = readers.get(matcher);
  if (known !== undefined) return known;
  const read: ReadWords = (text) => matcher.read(text).flatMap((token) => token.read.split(' '));
  readers.set(matcher, read);
  return read;
}

const indexes = new WeakMap<Content, { matcher: IntentMatcher; index: QuestionIndex }>();

export function questionIndexOf(content: Content, matcher: IntentMatcher): QuestionIndex {
  const known = indexes.get(content);
  if (known?.matcher === matcher) return known.index;
  const index = new QuestionIndex(content, readerOf(matcher));
  indexes.set(content, { matcher, index });
  return index;
}
