import { writtenDate } from '../../shared/days.js';
import type { Procedure } from '../../content/types.js';
import { inMessages } from '../messages.js';
import { body, rows, type Body, type FactLine, type Line } from '../lines.js';
import {
  basisLines,
  button,
  buttons,
  choice,
  documentNumber,
  linkButton,
  menuChoice,
  overdueLine,
  text,
  textWithButtons,
} from '../replies.js';
import type { ToldFacts } from '../state/told-facts.js';
import type { Choice, OpenGuide, Reply } from '../types.js';
import { say } from '../wording/say.js';
import { fittingPapers } from './papers.js';
import { lawLines, type Guided, keyFacts, shownQuestion, whomToAsk } from './key-facts.js';
import { guideChoices, linkButtons, partButtons, stepButtons } from './navigation.js';

/** What a guide part is drawn from. */
export interface GuideView extends Guided {
  state: { suspended: readonly OpenGuide[]; turns?: number; facts?: ToldFacts };
}

/** The conclusion with the official pages under it, then as many facts as a phone shows, with the ways on. */
export function overview(view: GuideView, offer?: Offer): Reply[] {
  const { procedure, today } = view;
  const conclusion = body([{ as: 'title', text: procedure.name }, procedure.summary]);
  const closing = [...(offer?.lines ?? []), ...unsureLine(view), ...basisLines(view, procedure, today)];
  const most = offer === undefined ? MAX_OVERVIEW : MAX_WITH_OFFER;
  const room = Math.min(MAX_FACTS, most - conclusion.text.length - body(closing).text.length);
  const facts = within(keyFacts(view), room);
  return [
    ...textWithButtons(conclusion, say(view, 'guide_links'), linkButtons(procedure)),
    buttons(body([...facts, ...closing]), partButtons(view, procedure, 'overview'), [
      ...(offer?.choices ?? []),
      ...choicesOf(view),
    ]),
  ];
}

/** Common questions that may have been meant, shown with an overview. */
export interface Offer {
  lines: readonly Line[];
  choices: readonly Choice[];
}

/** What a phone shows without much scrolling (characters); what does not fit is asked for with a word or a button. */
const MAX_OVERVIEW = 780;
/** What is left for an offer's way out, which may follow it. */
const MAX_WITH_OFFER = 690;
const MAX_FACTS = 420;

function within(facts: readonly FactLine[], room: number): FactLine[] {
  let left = room;
  return facts.filter(({ label, text: value }) => {
    const length = label.length + value.length + 5;
    if (length > left) return false;
    left -= length;
    return true;
  });
}

/** Whoever reads no further must know that something is unsure; what it is stands at the end of the guide. */
function unsureLine(view: GuideView): string[] {
  const { length } = view.procedure.unsure;
  return length === 0
    ? []
    : [say(view, 'guide_unsure', { count: String(length), part: say(view, 'button_guide_basis') })];
}

export function papers(view: GuideView): Reply[] {
  const { procedure, content, today } = view;
  const { lines: fitting, isShort } = fittingPapers(view);
  const more = isShort ? [say(view, 'papers_by_number')] : [];
  const lines: Line[] =
    procedure.papers.length > 0
      ? [...fitting, ...more]
      : [procedure.noPapers ?? say(view, 'guide_no_papers', { whom: whomToAsk(procedure, content) })];
  const title: Line = { as: 'title', text: say(view, 'label_papers') };
  return goingOn(view, inMessages([title, ...lines, ...basisLines(view, procedure, today)]), 'papers');
}

export function singleStep(view: GuideView, index: number): Reply[] {
  const { procedure } = view;
  const shown = procedure.steps[index];
  if (shown === undefined) return [];
  const number = { number: String(index + 1), count: String(procedure.steps.length) };
  return textWithButtons(
    body([{ as: 'title', text: say(view, 'label_step', number), about: procedure.button }, shown.text]),
    say(view, 'guide_step_done'),
    stepButtons(view, procedure, index),
    choicesOf(view),
  );
}

export function allSteps(view: GuideView): Reply[] {
  const { procedure, today } = view;
  const title: Line = { as: 'title', text: say(view, 'label_steps'), about: procedure.name };
  const lines = [title, ...stepLines(procedure), ...basisLines(view, procedure, today)];
  return goingOn(view, inMessages(lines, '\n\n'), 'steps');
}

export function stepLines(procedure: Procedure): Line[] {
  return procedure.steps.map(({ text: line, link }, index) => ({
    as: 'item',
    number: index + 1,
    text: `${line}${link === undefined ? '' : ` (${link.url})`}`,
  }));
}

/** The end of a guide: on what it rests, when it was checked, what is unsure, whom to ask; then whether it helped. */
export function basis(view: GuideView): Reply[] {
  const { procedure, content, today } = view;
  const laws = lawLines(view);
  const basisOf: Line[] =
    laws.length > 0
      ? [{ as: 'title', text: say(view, 'label_basis') }, ...laws]
      : [say(view, 'guide_no_basis')];
  const lines: Line[] = [
    ...basisOf,
    '',
    say(view, 'guide_checked', { day: writtenDate(procedure.checkedOn) }),
    ...(procedure.reviewBy < today ? ['', overdueLine(view, procedure)] : []),
    ...procedure.unsure.flatMap((sentence) => ['', `⚠ ${sentence}`]),
    '',
    say(view, 'guide_ask_whom', { whom: whomToAsk(procedure, content) }),
  ];
  const documents = procedure.legalBasis
    .flatMap(({ document, url }) =>
      url === undefined ? [] : [linkButton(documentNumber(view, document), url)],
    )
    .slice(0, 3);
  return [
    ...inMessages(lines).map((message) => text(message)),
    ...(documents.length > 0 ? [buttons(say(view, 'guide_documents'), documents)] : []),
    helpedQuestion(view),
  ];
}

/** Privacy facts, section 10: did it help, yes or not yet. Anything else the citizen writes is simply the next question. */
function helpedQuestion(view: GuideView): Reply {
  const { procedure, content } = view;
  const related = procedure.related.flatMap((id) => {
    const other = content.procedures.get(id);
    return other === undefined ? [] : [choice(other.button, { kind: 'open', procedure: id })];
  });
  return buttons(
    say(view, 'guide_helped'),
    [
      button(say(view, 'button_helped'), { kind: 'helped', procedure: procedure.id, helped: true }),
      button(say(view, 'button_not_helped'), { kind: 'helped', procedure: procedure.id, helped: false }),
    ],
    [...related.slice(0, 5), menuChoice(view)],
  );
}

/** Common questions as a numbered list with a button for each. */
export function commonQuestions(view: GuideView): Reply[] {
  const { procedure } = view;
  const asked = procedure.questions.slice(0, 8);
  const numbers = asked.map((_, index) =>
    choice(say(view, 'button_question', { number: String(index + 1) }), {
      kind: 'question',
      procedure: procedure.id,
      index,
    }),
  );
  const title: Line = { as: 'title', text: say(view, 'label_questions'), about: procedure.name };
  return [
    text(body([title, ...rows(asked.map(shownQuestion), numbers), say(view, 'guide_pick_question')]), [
      ...numbers,
      ...choicesOf(view).slice(1),
    ]),
  ];
}

/** A part in as many messages as it needs, the ways on under the last. */
function goingOn(view: GuideView, shown: readonly Body[], part: OpenGuide['part']): Reply[] {
  const prompt = say(view, 'guide_go_on');
  return [
    ...shown.slice(0, -1).map((message) => text(message)),
    ...textWithButtons(
      shown.at(-1) ?? prompt,
      prompt,
      partButtons(view, view.procedure, part),
      choicesOf(view),
    ),
  ];
}

function choicesOf(view: GuideView): Choice[] {
  return guideChoices(view, view.procedure, view.state.suspended);
}
