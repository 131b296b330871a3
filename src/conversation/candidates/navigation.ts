import type { DialogueAct, Paper, Procedure } from '../../content/types.js';
import { whomToAsk } from '../guide/key-facts.js';
import { fullLine } from '../guide/papers.js';
import { papersOfCase } from '../guide/papers-of-case.js';
import { guideParts } from '../guide/navigation.js';
import { showAgain, showOverview, showPart, showStep } from '../guide/show.js';
import { after } from '../lines.js';
import { foldedWords } from '../../shared/fold.js';
import { isPhrase } from '../phrases.js';
import { chanceOf } from '../reading/reading.js';
import { choice, menuChoice, text } from '../replies.js';
import { resumeGuide } from '../state/conversation-state.js';
import { answered, procedureOf, type Answered, type Turn } from '../turn.js';
import { say } from '../wording/say.js';
import type { Candidate } from './candidate.js';

const SURE = 0.9;
/** The parts of the guide in hand, by the words on their buttons and what citizens call them. */
const PARTS: readonly (readonly [string, readonly string[]])[] = [
  ['papers', ['giấy tờ', 'giấy tờ cần có', 'hồ sơ']],
  ['steps', ['các bước làm', 'xem các bước', 'hướng dẫn từng bước']],
  ['questions', ['câu hỏi thường gặp', 'câu hỏi hay gặp', 'các câu hỏi hay gặp']],
  ['all_steps', ['tất cả', 'tất cả các bước', 'xem hết', 'xem tất cả', 'xem tất cả các bước', 'các bước']],
  ['basis', ['căn cứ', 'căn cứ pháp lý', 'căn cứ, kết thúc', 'cơ sở pháp lý']],
];
/** Word for word one of an act's examples: other words do not lessen it. */
const IN_SO_MANY_WORDS = 0.95;
const NAMED_PART = 0.96;
const BARE_NUMBER = 0.85;
const FORWARD = [
  'tiếp',
  'tiếp tục',
  'tiếp theo',
  'bước tiếp',
  'bước tiếp theo',
  'bước sau',
  'next',
  'tiếp đi',
];
/** Said of what comes next, whether a guide lies open or not. */
const WHAT_NEXT =
  /^(?:(?:ok|oke|okie|u|uh|um|da|vang|roi|r|a|vay|the|rua|biet|hieu|xong|do|duoc|thi) )*(?:sao nua|gi nua|chi nua|lam gi nua|lam chi nua|toi gi|toi chi|sao tiep|lam gi tiep|lam sao tiep|tiep theo (?:la )?(?:sao|gi|lam gi)|sau do (?:sao|gi|lam gi|lam sao))(?: (?:nua|a|em|vay|ha|day|do|ta|hi|e|z|rua))*$/u;
const BACKWARD = ['quay lại', 'lùi lại', 'bước trước', 'trở lại', 'back', 'trước', 'quay lại bước trước'];

const OF_THE_MATTER = [
  ['first_step', firstStep],
  ['all_steps', allSteps],
  ['how_many_steps', stepCount],
] as const;

/** Moving about in the guide in hand: "bước 3", "tiếp", "quay lại", "hết chưa". */
export function proposeNavigation(turn: Turn): Candidate[] {
  const procedure = procedureOf(turn, turn.state.guide?.procedure ?? turn.state.topic);
  if (procedure === undefined) return backOnly(turn);
  // A matter spoken of since the guide was left: its papers and steps are meant, while "tiếp" goes on in the guide.
  const spokenOf = procedureOf(turn, turn.state.topic) ?? procedure;
  const list: Candidate[] = [];
  const add = (about: string, score: number, answer: () => Answered, { id } = procedure): void => {
    if (score > 0.1) list.push({ kind: 'navigation', about, score, entry: id, answer });
  };
  const { reference } = turn.reading;
  const words = turn.reading.topicWords.length;
  const alone = words <= 1 ? 1 : words <= 3 ? 0.75 : 0.3;
  const ofGuide = (act: DialogueAct): number => {
    const chance = chanceOf(turn.reading, act);
    return chance >= IN_SO_MANY_WORDS ? chance : chance * alone;
  };
  if (reference?.to === 'step')
    add('step', words <= 2 ? SURE : 0.3, () => toStep(turn, spokenOf, reference.number), spokenOf);
  const paper = paperMeant(turn);
  if (reference?.to === 'option' && reference.bare && turn.state.guide !== undefined)
    if (typeof reference.number === 'number' && turn.state.waiting === undefined && paper === undefined) {
      const { number } = reference;
      add('step', BARE_NUMBER, () => toStep(turn, procedure, number));
    }
  if (paper !== undefined) add('paper', words <= 2 ? SURE : 0.3, () => sayPaper(turn, paper));
  const part = PARTS.find(([, names]) => isPhrase(turn.reading.said, names))?.[0];
  if (part !== undefined && turn.state.guide !== undefined)
    add(part, NAMED_PART, () => showPart(turn, spokenOf, part), spokenOf);
  if (turn.state.guide !== undefined) {
    if (isPhrase(turn.reading.said, FORWARD)) add('next', NAMED_PART, () => forward(turn, procedure));
    if (isPhrase(turn.reading.said, BACKWARD)) add('back', NAMED_PART, () => backward(turn, procedure));
    add('next', ofGuide('next'), () => forward(turn, procedure));
    add('how_many_left', ofGuide('how_many_left'), () => stepsLeft(turn, procedure));
  }
  if (asksWhatNext(turn)) add('next', NAMED_PART, () => forward(turn, procedure));
  add('back', ofGuide('back'), () => backward(turn, procedure));
  for (const [act, show] of OF_THE_MATTER) add(act, ofGuide(act), () => show(turn, spokenOf), spokenOf);
  return list;
}

/** Whether a value was asked for or not. */
export function asksWhatNext({ state: { waiting }, reading }: Turn): boolean {
  return (waiting?.for ?? 'fact') === 'fact' && WHAT_NEXT.test(foldedWords(reading.said).join(' '));
}

/** "Cái thứ hai", "2" after a list of papers: one of them. */
function paperMeant({ reading: { reference }, state, content }: Turn): PaperMeant | undefined {
  const { last } = state;
  if (reference?.to !== 'option' || last?.kind !== 'facet' || last.part !== 'papers') return undefined;
  const procedure = content.procedures.get(last.entry);
  const papers = procedure === undefined ? [] : papersOfCase(procedure, { content, state }).papers;
  const number = reference.number === 'last' ? papers.length : reference.number;
  const paper = papers[number - 1];
  return procedure === undefined || paper === undefined ? undefined : { procedure, paper, number };
}

interface PaperMeant {
  procedure: Procedure;
  paper: Paper;
  number: number;
}

function sayPaper(turn: Turn, { procedure, paper, number }: PaperMeant): Answered {
  const words = say(turn, 'paper_of_list', { number: String(number), paper: fullLine(turn, paper) });
  const whom = say(turn, 'paper_whom', { whom: whomToAsk(procedure, turn.content) });
  const lines = paper.note === undefined ? [words, whom] : [words];
  const list = choice(say(turn, 'button_guide_papers'), {
    kind: 'part',
    procedure: procedure.id,
    part: 'papers',
  });
  return answered('answered_question', [text(lines.join('\n'), [list, menuChoice(turn)])], {
    procedure: procedure.id,
  });
}

function backOnly(turn: Turn): Candidate[] {
  const chance = chanceOf(turn.reading, 'back');
  if (chance <= 0.1) return [];
  return [
    {
      kind: 'navigation',
      about: 'back',
      score: chance,
      answer: () =>
        toSuspended(turn) ??
        answered('answered_command', [text(say(turn, 'nothing_to_go_back'), [menuChoice(turn)])]),
    },
  ];
}

function toStep(turn: Turn, procedure: Procedure, asked: number | 'last'): Answered {
  const count = procedure.steps.length;
  const number = asked === 'last' ? count : asked;
  if (count === 0) return noSteps(turn, procedure);
  const shown = showStep(turn, procedure, number - 1);
  return number <= count ? shown : prefixed(shown, say(turn, 'no_such_step', { count: String(count) }));
}

function firstStep(turn: Turn, procedure: Procedure): Answered {
  return procedure.steps.length === 0 ? noSteps(turn, procedure) : showStep(turn, procedure, 0);
}

function allSteps(turn: Turn, procedure: Procedure): Answered {
  return procedure.steps.length === 0 ? noSteps(turn, procedure) : showPart(turn, procedure, 'all_steps');
}

function stepCount(turn: Turn, procedure: Procedure): Answered {
  const { length } = procedure.steps;
  if (length === 0) return noSteps(turn, procedure);
  const count = say(turn, 'step_count', { entry: procedure.name, count: String(length) });
  return prefixed(showPart(turn, procedure, 'all_steps'), count);
}

function stepsLeft(turn: Turn, procedure: Procedure): Answered {
  const count = procedure.steps.length;
  if (count === 0) return noSteps(turn, procedure);
  const { guide, last } = turn.state;
  // Asked after an answer, not while walking through the steps.
  if (guide?.part !== 'steps' && last !== undefined && last.kind !== 'guide') return allSaid(turn, procedure);
  const left = guide?.part === 'steps' ? count - 1 - guide.step : count;
  if (guide?.part === 'basis' || left === 0)
    return answered('answered_step', [
      text(say(turn, 'steps_done', { entry: procedure.button }), [
        choice(say(turn, 'button_guide_basis'), { kind: 'part', procedure: procedure.id, part: 'basis' }),
        menuChoice(turn),
      ]),
    ]);
  const words = say(turn, 'steps_left', { left: String(left), count: String(count) });
  return answered(
    'answered_step',
    [
      text(words, [
        choice(say(turn, 'button_next_step'), { kind: 'step', procedure: procedure.id, step: count - left }),
        choice(say(turn, 'button_see_all'), { kind: 'part', procedure: procedure.id, part: 'all_steps' }),
      ]),
    ],
    { procedure: procedure.id },
  );
}

function allSaid(turn: Turn, topicOrGuide: Procedure): Answered {
  const procedure = procedureOf(turn, turn.state.topic) ?? topicOrGuide;
  const { id: entry, button, papers, questions } = procedure;
  const parts = [
    ...(papers.length > 0
      ? [choice(say(turn, 'button_guide_papers'), { kind: 'part', procedure: entry, part: 'papers' })]
      : []),
    ...(procedure.steps.length > 0
      ? [choice(say(turn, 'button_guide_steps'), { kind: 'part', procedure: entry, part: 'steps' })]
      : []),
    ...(questions.length > 0
      ? [choice(say(turn, 'button_questions'), { kind: 'part', procedure: entry, part: 'questions' })]
      : []),
  ];
  const words = say(turn, 'all_said', { entry: button });
  return answered('answered_question', [text(words, [...parts, menuChoice(turn)])], { procedure: entry });
}

function noSteps(turn: Turn, procedure: Procedure): Answered {
  const shown = showOverview(turn, procedure);
  return prefixed(shown, say(turn, 'no_steps', { entry: procedure.button }));
}

export function prefixed(answer: Answered, line: string): Answered {
  const [first, ...others] = answer.replies;
  if (first === undefined) return { ...answer, replies: [text(line)] };
  return { ...answer, replies: [after(line, first), ...others] };
}

/** The next part, or the next step within the steps. */
function forward(turn: Turn, procedure: Procedure): Answered {
  const { guide } = turn.state;
  if (guide?.procedure !== procedure.id) return showStep(turn, procedure, 0);
  if (guide.part === 'steps' && guide.step < procedure.steps.length - 1)
    return showStep(turn, procedure, guide.step + 1);
  const parts = guideParts(procedure);
  return showPart(turn, procedure, parts[parts.indexOf(guide.part) + 1] ?? 'basis');
}

function backward(turn: Turn, procedure: Procedure): Answered {
  const { guide } = turn.state;
  if (guide?.procedure !== procedure.id) return toSuspended(turn) ?? showOverview(turn, procedure);
  // A question about another matter was answered meanwhile: back to where the guide was left.
  if (turn.state.topic !== procedure.id) return showAgain(turn, procedure, guide);
  if (guide.part === 'steps' && guide.step > 0) return showStep(turn, procedure, guide.step - 1);
  if (guide.part === 'overview') return toSuspended(turn) ?? showOverview(turn, procedure);
  const parts = guideParts(procedure);
  const before = parts[parts.indexOf(guide.part) - 1] ?? 'overview';
  return before === 'steps'
    ? showStep(turn, procedure, procedure.steps.length - 1)
    : showPart(turn, procedure, before);
}

function toSuspended(turn: Turn): Answered | null {
  const guide = resumeGuide(turn.state);
  const procedure = procedureOf(turn, guide?.procedure);
  return guide === undefined || procedure === undefined ? null : showAgain(turn, procedure, guide);
}
