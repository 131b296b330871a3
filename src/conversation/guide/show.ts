import type { Procedure } from '../../content/types.js';
import { openGuide } from '../state/conversation-state.js';
import { answered, type Answered, type Turn } from '../turn.js';
import type { Outcome } from '../outcome.js';
import type { OpenGuide, Reply } from '../types.js';
import {
  allSteps,
  basis,
  commonQuestions,
  overview,
  papers,
  singleStep,
  type GuideView,
  type Offer,
} from './guide-replies.js';

export const OPENED: Record<Procedure['kind'], Outcome> = {
  procedure: 'answered_procedure',
  information: 'answered_information',
  referral: 'answered_referral',
};

export function viewOf(turn: Turn, procedure: Procedure): GuideView {
  return { procedure, content: turn.content, today: turn.today, state: turn.state };
}

/** Marks the guide open at a part; the turn's state remembers it for the next question. */
export function standAt(turn: Turn, procedure: Procedure, part: OpenGuide['part'], index = 0): void {
  const openedAt = turn.state.guide?.procedure === procedure.id ? turn.state.guide.openedAt : turn.now;
  openGuide(turn.state, {
    procedure: procedure.id,
    contentVersion: turn.content.version,
    part,
    step: index,
    openedAt,
  });
}

export function showOverview(turn: Turn, procedure: Procedure, offer?: Offer): Answered {
  standAt(turn, procedure, 'overview');
  const replies = ofGuide(overview(viewOf(turn, procedure), offer), procedure);
  return answered(OPENED[procedure.kind], replies, { procedure: procedure.id });
}

export function showStep(turn: Turn, procedure: Procedure, index: number): Answered {
  if (procedure.steps.length === 0) return showOverview(turn, procedure);
  const within = Math.min(Math.max(Math.trunc(index), 0), procedure.steps.length - 1);
  standAt(turn, procedure, 'steps', within);
  return answered('answered_step', singleStep(viewOf(turn, procedure), within), { procedure: procedure.id });
}

export function showPart(turn: Turn, procedure: Procedure, part: string): Answered {
  const view = () => viewOf(turn, procedure);
  switch (part) {
    case 'papers':
      standAt(turn, procedure, 'papers');
      turn.state.last = { kind: 'facet', entry: procedure.id, part: 'papers' };
      return answered('answered_step', ofGuide(papers(view()), procedure), { procedure: procedure.id });
    case 'steps':
      return showStep(turn, procedure, 0);
    case 'all_steps':
      if (procedure.steps.length === 0) return showOverview(turn, procedure);
      standAt(turn, procedure, 'steps', procedure.steps.length - 1);
      return answered('answered_step', ofGuide(allSteps(view()), procedure), { procedure: procedure.id });
    case 'questions':
      standAt(
        turn,
        procedure,
        turn.state.guide?.procedure === procedure.id ? turn.state.guide.part : 'overview',
      );
      if (procedure.questions.length === 0) return showOverview(turn, procedure);
      turn.state.waiting = {
        for: 'question',
        procedure: procedure.id,
        options: [...procedure.questions.keys()],
      };
      return answered('answered_step', commonQuestions(view()), { procedure: procedure.id });
    case 'basis':
      standAt(turn, procedure, 'basis');
      turn.state.ratingAsked = { procedure: procedure.id, at: turn.now };
      return answered('answered_guide_finished', ofGuide(basis(view()), procedure), {
        procedure: procedure.id,
      });
    default:
      return showOverview(turn, procedure);
  }
}

/** Marks where the whole guide can be had: at its first reply. */
function ofGuide([first, ...others]: Reply[], { id }: Procedure): Reply[] {
  return first === undefined ? [] : [{ ...first, guide: id }, ...others];
}

/** The guide as it stood when it was left. */
export function showAgain(turn: Turn, procedure: Procedure, guide: OpenGuide): Answered {
  return guide.part === 'steps'
    ? showStep(turn, procedure, guide.step)
    : showPart(turn, procedure, guide.part);
}
