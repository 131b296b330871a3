import { writtenDate } from '../../content/days.js';
import type { Content, Procedure } from '../../content/types.js';
import { bubbles } from '../bubbles.js';
import { body, rows, type Body, type Line } from '../lines.js';
import {
  basisLines,
  button,
  buttons,
  choice,
  documentNumber,
  linkButton,
  MENU_CHOICE,
  overdueLine,
  text,
  textWithButtons,
  type Words,
} from '../replies.js';
import type { Choice, OpenGuide, Reply } from '../types.js';
import { lawLines, type Fact, keyFacts, paperLines, shownQuestion, whomToAsk } from './facts.js';
import { guideChoices, linkButtons, PART_TITLES, partButtons, stepButtons } from './navigation.js';

/** What a guide part is drawn from. */
export interface GuideView {
  procedure: Procedure;
  content: Content;
  today: string;
  suspended: readonly OpenGuide[];
}

/** The conclusion with the official pages under it, then as many facts as a phone shows, with the ways on. */
export function overview({ procedure, content, today, suspended }: GuideView, offer?: Offer): Reply[] {
  const conclusion = body([{ as: 'title', text: procedure.name }, procedure.summary]);
  const closing = [...(offer?.lines ?? []), ...unsureLine(procedure), ...basisLines(procedure, today)];
  const most = offer === undefined ? MAX_OVERVIEW : MAX_WITH_OFFER;
  const room = Math.min(MAX_FACTS, most - conclusion.text.length - body(closing).text.length);
  const facts = within(keyFacts(procedure, content, today), room);
  return [
    ...textWithButtons(conclusion, 'Trang chính thức để làm hoặc tra cứu:', linkButtons(procedure)),
    buttons(body([...facts, ...closing]), partButtons(procedure, 'overview'), [
      ...(offer?.choices ?? []),
      ...choicesOf(procedure, content, suspended),
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

function within(facts: readonly Fact[], room: number): Fact[] {
  let left = room;
  return facts.filter(({ label, text: value }) => {
    const length = label.length + value.length + 5;
    if (length > left) return false;
    left -= length;
    return true;
  });
}

/** Whoever reads no further must know that something is unsure; what it is stands at the end of the guide. */
function unsureLine({ unsure }: Procedure): string[] {
  return unsure.length === 0
    ? []
    : [`⚠ Có ${unsure.length} điểm em chưa chắc, anh/chị xem ở phần “${PART_TITLES.basis}”.`];
}

export function papers({ procedure, content, today, suspended }: GuideView): Reply[] {
  const lines: Line[] =
    procedure.papers.length > 0
      ? paperLines(procedure)
      : [
          `Dạ, em chưa có danh sách giấy tờ chắc chắn cho việc này. Anh/chị hỏi ${whomToAsk(procedure, content)}`,
        ];
  return closing(
    bubbles([{ as: 'title', text: 'Giấy tờ cần có' }, ...lines, ...basisLines(procedure, today)]),
    'Anh/chị xem tiếp nhé?',
    (shown) =>
      textWithButtons(
        shown,
        'Anh/chị xem tiếp nhé?',
        partButtons(procedure, 'papers'),
        choicesOf(procedure, content, suspended),
      ),
  );
}

export function step({ procedure, content, suspended }: GuideView, index: number): Reply[] {
  const shown = procedure.steps[index];
  if (shown === undefined) return [];
  const title = `Bước ${index + 1}/${procedure.steps.length}`;
  return textWithButtons(
    body([{ as: 'title', text: title, about: procedure.button }, shown.text]),
    'Anh/chị làm xong bước này thì bấm tiếp ạ.',
    stepButtons(procedure, index),
    choicesOf(procedure, content, suspended),
  );
}

export function allSteps({ procedure, content, today, suspended }: GuideView): Reply[] {
  const title: Line = { as: 'title', text: 'Các bước', about: procedure.name };
  return closing(
    bubbles([title, ...stepLines(procedure), ...basisLines(procedure, today)], '\n\n'),
    'Anh/chị xem tiếp nhé?',
    (shown) =>
      textWithButtons(
        shown,
        'Anh/chị xem tiếp nhé?',
        partButtons(procedure, 'steps'),
        choicesOf(procedure, content, suspended),
      ),
  );
}

export function stepLines(procedure: Procedure): Line[] {
  return procedure.steps.map(({ text: line, link }, index) => ({
    as: 'item',
    number: index + 1,
    text: `${line}${link === undefined ? '' : ` (${link.url})`}`,
  }));
}

/** The end of a guide: on what it rests, when it was checked, what is unsure, whom to ask; then whether it helped. */
export function basis({ procedure, content, today }: GuideView): Reply[] {
  const laws = lawLines(procedure);
  const basisOf: Line[] =
    laws.length > 0
      ? [{ as: 'title', text: 'Căn cứ' }, ...laws]
      : ['Em chưa có căn cứ pháp lý chắc chắn cho mục này.'];
  const lines: Line[] = [
    ...basisOf,
    '',
    `Kiểm tra ngày ${writtenDate(procedure.checkedOn)}. Nội dung để tham khảo, không thay văn bản của cơ quan thuế.`,
    ...(procedure.reviewBy < today ? ['', overdueLine(procedure)] : []),
    ...procedure.unsure.flatMap((sentence) => ['', `⚠ ${sentence}`]),
    '',
    `Còn vướng, anh/chị hỏi ${whomToAsk(procedure, content)}`,
  ];
  const documents = procedure.legalBasis
    .flatMap(({ document, url }) => (url === undefined ? [] : [linkButton(documentNumber(document), url)]))
    .slice(0, 3);
  return [
    ...bubbles(lines).map((bubble) => text(bubble)),
    ...(documents.length > 0 ? [buttons('Văn bản gốc:', documents)] : []),
    helpedQuestion(procedure, content),
  ];
}

/** Privacy facts, section 10: did it help, yes or not yet. Anything else the citizen writes is simply the next question. */
function helpedQuestion(procedure: Procedure, content: Content): Reply {
  const related = procedure.related.flatMap((id) => {
    const other = content.procedures.get(id);
    return other === undefined ? [] : [choice(other.button, { kind: 'open', procedure: id })];
  });
  return buttons(
    'Câu trả lời có giúp được anh/chị không ạ? (Không bắt buộc, anh/chị cứ hỏi tiếp.)',
    [
      button('Có', { kind: 'helped', procedure: procedure.id, helped: true }),
      button('Chưa', { kind: 'helped', procedure: procedure.id, helped: false }),
    ],
    [...related.slice(0, 5), MENU_CHOICE],
  );
}

/** Common questions as a numbered list with a button for each. */
export function commonQuestions({ procedure, content, suspended }: GuideView): Reply[] {
  const asked = procedure.questions.slice(0, 8);
  const numbers = asked.map((_, index) =>
    choice(`Câu ${index + 1}`, { kind: 'question', procedure: procedure.id, index }),
  );
  const title: Line = { as: 'title', text: 'Câu hỏi hay gặp', about: procedure.name };
  return [
    text(
      body([
        title,
        ...rows(asked.map(shownQuestion), numbers),
        'Anh/chị bấm số câu, hoặc cứ gõ câu hỏi của mình.',
      ]),
      [...numbers, ...guideChoices(procedure, suspended, nameIn(content)).slice(1)],
    ),
  ];
}

function closing(shown: Body[], fallback: string, last: (bubble: Words) => Reply[]): Reply[] {
  return [...shown.slice(0, -1).map((bubble) => text(bubble)), ...last(shown.at(-1) ?? fallback)];
}

function choicesOf(procedure: Procedure, content: Content, suspended: readonly OpenGuide[]): Choice[] {
  return guideChoices(procedure, suspended, nameIn(content));
}

function nameIn(content: Content): (id: string) => string | undefined {
  return (id) => content.procedures.get(id)?.button;
}
