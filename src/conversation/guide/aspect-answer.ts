import type { Procedure, QuestionAnswer } from '../../content/types.js';
import { fold } from '../../shared/fold.js';
import { inMessages } from '../messages.js';
import { after, plain, type Line } from '../lines.js';
import { basisLines, text, textWithButtons } from '../replies.js';
import { rememberSaid, wasSaid } from '../state/said-once.js';
import { answered, type Answered, type Turn } from '../turn.js';
import type { OpenGuide, Reply } from '../types.js';
import { partsInEnglish } from '../wording/english-parts.js';
import { say, type LabelKey } from '../wording/say.js';
import { deadlinesOf } from '../actions/deadlines.js';
import { officeHere } from '../actions/office.js';
import { papers } from './guide-replies.js';
import { lawLines, timeLimit, whomToAsk, type Aspect } from './key-facts.js';
import { guideChoices, linkButtons, partButtons, stepButtons } from './navigation.js';
import { OPENED, showStep, standAt, viewOf } from './show.js';

const LABELS: Record<Aspect, LabelKey> = {
  who: 'label_who',
  when: 'label_when',
  papers: 'label_papers',
  where: 'label_where_to_file',
  how_long: 'label_how_long',
  cost: 'label_cost',
  result: 'label_result',
  steps: 'label_how',
  basis: 'label_basis',
};

/** Answers one question about a procedure from its entry; a part that the entry lacks is said to be unknown, with whom to ask. */
export function answerAspect(turn: Turn, procedure: Procedure, aspect: Aspect): Answered {
  if (aspect === 'steps') return { ...showStep(turn, procedure, 0), outcome: 'answered_question' };
  if (aspect === 'papers' && procedure.papers.length > 0) {
    stay(turn, procedure, 'papers');
    return answered('answered_question', papers(viewOf(turn, procedure)), { procedure: procedure.id });
  }
  const unknown = () => say(turn, 'guide_facet_unknown', { whom: whomToAsk(procedure, turn.content) });
  const title: Line = { as: 'title', text: say(turn, LABELS[aspect]), about: procedure.button };
  const laws = aspect === 'basis' ? lawLines(viewOf(turn, procedure)) : [];
  const words = laws.length > 0 ? laws : [valueOf(turn, procedure, aspect) ?? unknown()];
  if (aspect === 'where' && asksIfOnline(turn) && canBeDoneOnline(procedure))
    return respond(turn, procedure, [say(turn, 'where_online'), ...words]);
  return respond(turn, procedure, [title, ...words]);
}

/** "Nộp online được không" asks for a yes before the place. */
function asksIfOnline({ reading: { folded, asks } }: Turn): boolean {
  return asks && ONLINE.test(folded);
}

function canBeDoneOnline({ where = '' }: Procedure): boolean {
  return ONLINE.test(fold(where)) || ONLINE_SITE.test(where);
}

const ONLINE = /\b(?:online|qua mang|tren mang|truc tuyen)\b/u;
/** How the entries name the places on the net. */
const ONLINE_SITE = /Cổng Dịch vụ công|eTax|\bgov\.vn/iu;

/** Two parts asked for in one message are answered together: the shorter in a line in front. */
export function answerAspects(turn: Turn, procedure: Procedure, asked: readonly Aspect[]): Answered {
  return { ...allParts(turn, procedure, asked), ...partsInEnglish(turn, procedure, asked) };
}

function allParts(turn: Turn, procedure: Procedure, asked: readonly Aspect[]): Answered {
  const main = asked.find((one) => one === 'papers' || one === 'steps') ?? asked.at(-1) ?? 'steps';
  const answer = answerAspect(turn, procedure, main);
  const [first, ...others] = answer.replies;
  const lines = asked.flatMap((one) => {
    const value = one === main || one === 'steps' ? undefined : valueOf(turn, procedure, one);
    return value === undefined || one === 'steps' ? [] : [`${say(turn, LABELS[one])}: ${value}`];
  });
  if (first === undefined || lines.length === 0) return answer;
  return { ...answer, replies: [after(lines.join('\n'), first), ...others] };
}

/** Asked once more just after it was told: its first sentence, where there is more than one. */
export function answerInShort(turn: Turn, procedure: Procedure, aspect: Aspect): Answered {
  const value = aspect === 'steps' || aspect === 'papers' ? undefined : valueOf(turn, procedure, aspect);
  const first = /^[^\n.!]{1,240}[.!](?=\s)/u.exec(value ?? '')?.[0];
  if (first === undefined) return answerAspects(turn, procedure, [aspect]);
  const shortly = respond(turn, procedure, [`${say(turn, 'in_short')} ${first}`]);
  return { ...shortly, ...partsInEnglish(turn, procedure, [aspect]) };
}

/** Whether the entry has something to say about it; if not, a first question is better answered by the overview. */
export function hasAspect(turn: Turn, procedure: Procedure, aspect: Exclude<Aspect, 'steps'>): boolean {
  if (aspect === 'papers' && procedure.papers.length > 0) return true;
  return valueOf(turn, procedure, aspect) !== undefined;
}

export function answerPair(turn: Turn, procedure: Procedure, pair: QuestionAnswer): Answered {
  const index = procedure.questions.indexOf(pair);
  if (index >= 0) rememberSaid(turn, keyOf(procedure, index));
  const { answer, answerEn } = pair;
  const english = answerEn === undefined ? {} : { english: answerEn };
  return { ...respond(turn, procedure, [answer]), ...english };
}

/** Whether this common question was answered in full in the conversation. */
export function wasAnswered(turn: Turn, procedure: Procedure, index: number): boolean {
  return wasSaid(turn, keyOf(procedure, index));
}

function keyOf({ id }: Procedure, index: number): string {
  return `${id}#${index + 1}`;
}

/** What the guide says first, in one message: beside other answers there is no room for more. */
export function answerShortly(turn: Turn, procedure: Procedure): Answered {
  const title: Line = { as: 'title', text: procedure.name };
  return { ...respond(turn, procedure, [title, procedure.summary]), outcome: OPENED[procedure.kind] };
}

/**
 * A question asked on the way does not move the citizen from where they stand; one about another entry leaves the steps
 * that are being followed open, so that "tiếp" goes on with them.
 */
function stay(turn: Turn, procedure: Procedure, otherwise: OpenGuide['part']): OpenGuide | undefined {
  const { guide } = turn.state;
  if (guide?.part === 'steps' && guide.procedure !== procedure.id) {
    turn.state.topic = procedure.id;
    return undefined;
  }
  const open = guide?.procedure === procedure.id ? guide : undefined;
  standAt(turn, procedure, open?.part ?? otherwise, open?.step ?? 0);
  return open;
}

/** Guides to come back to: those left for another, and the one whose steps stayed open. */
function waitingGuides({ state }: Turn, procedure: Procedure): OpenGuide[] {
  const open = state.guide;
  return open === undefined || open.procedure === procedure.id ? state.suspended : [...state.suspended, open];
}

function respond(turn: Turn, procedure: Procedure, lines: readonly Line[]): Answered {
  const open = stay(turn, procedure, 'overview');
  const onward =
    open?.part === 'steps'
      ? stepButtons(turn, procedure, open.step)
      : partButtons(turn, procedure, open?.part ?? 'overview');
  const shown = inMessages([...lines, ...basisLines(turn, procedure, turn.today)]);
  const prompt = say(turn, 'guide_more', { entry: procedure.name });
  const choices = guideChoices(turn, procedure, waitingGuides(turn, procedure));
  const last = textWithButtons(shown.at(-1) ?? prompt, prompt, onward, choices);
  const replies: Reply[] = [...shown.slice(0, -1).map((message) => text(message)), ...last];
  return answered('answered_question', replies, { procedure: procedure.id });
}

function valueOf(turn: Turn, procedure: Procedure, aspect: Exclude<Aspect, 'steps'>): string | undefined {
  switch (aspect) {
    case 'who':
      return procedure.who;
    case 'when': {
      const due = deadlinesOf(turn, procedure.id);
      return due.length === 0
        ? procedure.when
        : [...due, procedure.when].filter((line) => line !== undefined).join('\n');
    }
    case 'papers':
      return procedure.noPapers;
    case 'where': {
      // Another agency's matter is not done at the tax office of the place.
      const here = procedure.kind === 'referral' ? undefined : officeHere(turn);
      const online = linkButtons(procedure).flatMap((link) =>
        link.type === 'link' ? [`${link.title}: ${link.url}`] : [],
      );
      return procedure.where === undefined
        ? here
        : [here, procedure.where, ...online].filter((line) => line !== undefined).join('\n');
    }
    case 'how_long':
      return timeLimit(viewOf(turn, procedure));
    case 'cost':
      return procedure.fee;
    case 'result':
      return procedure.result;
    case 'basis':
      return procedure.legalBasis.length > 0
        ? lawLines(viewOf(turn, procedure)).map(plain).join('\n')
        : undefined;
  }
}
