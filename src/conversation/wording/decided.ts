import { writtenDate } from '../../shared/days.js';
import type { Fact } from '../../content/decisions/types.js';
import type { Decision } from '../../content/types.js';
import { decideForPersons, type Asked, type Decided, type Reached } from '../decisions/decide.js';
import { changed, opened, why } from '../decisions/explain.js';
import type { Told } from '../decisions/facts-told.js';
import { areOfSeveralPayers } from '../decisions/payers.js';
import { body, plain, type Line } from '../lines.js';
import { basisLine, choice, menuChoice, personChoice, text } from '../replies.js';
import { rememberSaid, wasSaid } from '../state/said-once.js';
import type { FactValue } from '../state/told-facts.js';
import { answered, procedureOf, type Answered, type Turn } from '../turn.js';
import type { Choice } from '../types.js';
import { startingLower } from '../../shared/starting-lower.js';
import { sayConverted } from './converted.js';
import { say } from './say.js';

/** An answer on a phone (characters); details beyond it wait behind "Cách tính". */
const MAX_ANSWER = 620;
/** The same of how it came about, which is asked for. */
const MAX_EXPLAINED = 760;
const MAX_CHOICES = 6;
/** Further lines under a first answer. */
const MAX_DETAILS = 2;
/** Answers to a question; with the menu they stay under Messenger's 13 quick replies. */
const MAX_ANSWERS = 10;

/** What a decision came to: first the answer, then what was assumed, what to do, and on what it rests. */
export function sayDecided(turn: Turn, decision: Decision, decided: Decided, told: Told): Answered {
  if (decided.kind === 'unavailable') return unavailable(turn, decision);
  if (decided.kind === 'ask') return sayQuestion(turn, decision, decided, told);
  const openers = told.facts.length === 0 ? [] : changed(told.before, told.after, turn.content);
  const first = [
    ...acknowledgements(turn, told),
    forPerson(turn, told, opened(turn, decided.text, openers)),
  ].join('\n');
  const basis = basisOf(turn, decided);
  const lines = within(
    [first],
    [
      // What may make the sum another one comes before how it was worked out.
      ...decided.assumed.flatMap(({ say: words }) => words ?? []),
      ...doubtOf(turn, decision, decided),
      ...decided.next,
      ...decided.details.filter((line) => !isCalculation(line)).slice(0, MAX_DETAILS),
    ],
    MAX_ANSWER - plain(basis).length,
  );
  rememberDoubt(turn, decision, decided, lines);
  return answered(
    'answered_calculation',
    [text(body([...lines, basis]), choicesAfter(turn, decision, decided))],
    { procedure: decision.entry, ...inEnglishOf(decided) },
  );
}

function inEnglishOf({ textEn }: Reached): Pick<Answered, 'english'> {
  return textEn === undefined ? {} : { english: textEn };
}

/** In full the first time; later only that it still holds, where staff wrote it so. */
function doubtOf(turn: Turn, decision: Decision, { id, unsure }: Reached): string[] {
  if (unsure === undefined) return [];
  const isKnown = wasSaid(turn, doubtKey(decision, id));
  return [`⚠ ${isKnown ? (unsure.again ?? unsure.text) : unsure.text}`];
}

function rememberDoubt(turn: Turn, decision: Decision, { id, unsure }: Reached, shown: readonly string[]) {
  if (unsure !== undefined && shown.includes(`⚠ ${unsure.text}`)) rememberSaid(turn, doubtKey(decision, id));
}

function doubtKey({ id }: Decision, result: string): string {
  return `unsure:${id}:${result}`;
}

/** "2,5 tỷ × 2% = 50 triệu" says the answer once more. */
function isCalculation(line: string): boolean {
  return / = /u.test(line);
}

/** For each of the persons whose case was told, in a line. */
export function sayForPersons(turn: Turn, decision: Decision, told: Told): Answered {
  const results = decideForPersons(decision, told.persons, told.before, turn);
  const lines = results.flatMap(({ who, decided }): Line[] =>
    decided.kind === 'result'
      ? [{ as: 'fact', label: say(turn, `label_person_${who}`), text: withoutDa(decided.text) }]
      : [],
  );
  const reached = results.map(({ decided }) => decided).find((one): one is Reached => one.kind === 'result');
  if (reached === undefined) {
    const asked = results.map(({ decided }) => decided).find((one): one is Asked => one.kind === 'ask');
    return asked === undefined ? unavailable(turn, decision) : sayQuestion(turn, decision, asked, told);
  }
  return answered(
    'answered_calculation',
    [
      text(
        body([say(turn, 'for_each'), ...lines, basisOf(turn, reached)]),
        [aboutEntry(turn, decision), menuChoice(turn)].flat(),
      ),
    ],
    { procedure: decision.entry },
  );
}

/** "Vì sao", "cách tính": the rule, the facts used, how it was worked out; `opener` in front. */
export function sayDetails(
  turn: Turn,
  decision: Decision,
  decided: Reached,
  values: Readonly<Record<string, FactValue>>,
  opener = say(turn, 'explain_again'),
): Answered {
  const { facts, rule } = why(decided, values, turn.content);
  const known = turn.content.contacts.find(({ id }) => id === procedureOf(turn, decision.entry)?.askWhom);
  const whom = known === undefined ? [] : [say(turn, 'confirm_with', { whom: known.name })];
  const basis = basisOf(turn, decided);
  const lines = within(
    [opener, rule],
    [
      ...doubtOf(turn, decision, decided),
      ...decided.details,
      ...(facts.length === 0 ? [] : [`${say(turn, 'from_facts')} ${facts.join('; ')}.`]),
      ...decided.next,
    ],
    MAX_EXPLAINED - [...whom, plain(basis)].join('\n').length,
  );
  rememberDoubt(turn, decision, decided, lines);
  return answered(
    'answered_calculation',
    [text(body([...lines, ...whom, basis]), choicesAfter(turn, decision, decided))],
    { procedure: decision.entry, ...inEnglishOf(decided) },
  );
}

function sayQuestion(
  turn: Turn,
  decision: Decision,
  { fact, question, choices, lead }: Asked,
  told: Told,
): Answered {
  const openers = told.facts.length === 0 ? [] : changed(told.before, told.after, turn.content);
  const before = lead === undefined ? introduction(turn, decision) : [opened(turn, lead, openers)];
  const buttons = choices
    .slice(0, MAX_ANSWERS)
    .map(({ title, value }) =>
      choice(title, { kind: 'fact', decision: decision.id, fact, value: JSON.stringify(value) }),
    );
  const whose = forPerson(turn, told, question);
  const asked = before.length === 0 ? whose : goingOn(whose);
  const words = [...acknowledgements(turn, told), ...before, asked];
  return answered('asked_back_detail', [text(words.join('\n'), [...buttons, menuChoice(turn)])], {
    procedure: decision.entry,
  });
}

/** A question behind a sentence that began with "Dạ" already. */
export function goingOn(question: string): string {
  const rest = withoutDa(question);
  return `${rest.charAt(0).toLocaleUpperCase('vi')}${rest.slice(1)}`;
}

/** Who asks about a matter for the first time is told its gist before being asked for a fact. */
const MAX_GIST = 330;

function introduction(turn: Turn, { entry }: Decision): string[] {
  const id = turn.state.topic ?? entry;
  const summary = procedureOf(turn, id)?.summary;
  if (summary === undefined || turn.state.topics?.includes(id) === true) return [];
  const sentences = summary.match(/[^.!?]+(?:[.!?](?=\s|$)|[.!?](?=\S)[^.!?]*)*[.!?]?\s*/gu) ?? [];
  const gist = sentences.reduce(
    (said, one) => (said.length + one.length <= MAX_GIST ? said + one : said),
    '',
  );
  return gist === '' ? [] : [gist.trim()];
}

/** Whose case it is, where it is not the asker's: "Dạ, em tính cho chồng của anh/chị: lương 45 triệu …". */
function forPerson(turn: Turn, { who }: Told, words: string): string {
  return who === undefined
    ? words
    : say(turn, 'for_person', {
        who: say(turn, `label_person_${who}`),
        answer: startingLower(withoutDa(words)),
      });
}

function acknowledgements(turn: Turn, { facts }: Told): string[] {
  return facts.flatMap(({ fact: id, value, converted = false }) => {
    const fact = turn.content.facts.get(id);
    if (!converted || fact === undefined) return [];
    const together = isPaidBySeveral(turn, fact) ? [say(turn, 'several_payers')] : [];
    return [sayConverted(turn, fact, value) ?? [], together].flat();
  });
}

/** A pay that several pay; rents and takings are one sum whoever pays them. */
function isPaidBySeveral({ reading: { entities, folded } }: Turn, { adds, period }: Fact): boolean {
  const sums = entities.filter(({ kind }) => kind === 'money');
  return !adds && period === 'month' && areOfSeveralPayers(sums, folded);
}

export function withoutDa(words: string): string {
  return words.replace(/^Dạ,?\s+/u, '');
}

function within(must: readonly string[], rest: readonly string[], room: number): string[] {
  const lines = [...must];
  let left = room - must.join('\n').length;
  for (const line of rest) {
    if (line.length + 1 > left) continue;
    lines.push(line);
    left -= line.length + 1;
  }
  return lines;
}

function basisOf(turn: Turn, { basis, checkedOn }: Reached): Line {
  return basisLine(turn, basis.slice(0, 2), writtenDate(checkedOn));
}

function choicesAfter(turn: Turn, decision: Decision, { buttons }: Reached): Choice[] {
  const changing = buttons.map(({ title, fact, value }) =>
    choice(title, {
      kind: 'fact',
      decision: decision.id,
      fact,
      ...(value === undefined ? {} : { value: JSON.stringify(value) }),
    }),
  );
  return [
    ...changing.slice(0, MAX_CHOICES),
    choice(say(turn, 'button_how_calculated'), { kind: 'why', decision: decision.id }),
    ...aboutEntry(turn, decision),
    menuChoice(turn),
  ];
}

function aboutEntry(turn: Turn, { entry }: Decision): Choice[] {
  const about = procedureOf(turn, entry);
  return about === undefined ? [] : [choice(about.button, { kind: 'open', procedure: about.id })];
}

function unavailable(turn: Turn, decision: Decision): Answered {
  return answered('declined_unknown', [
    text(say(turn, 'no_rate'), [...aboutEntry(turn, decision), menuChoice(turn), personChoice(turn)]),
  ]);
}
