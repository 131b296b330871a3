import type { Procedure, QuestionAnswer } from '../../content/types.js';
import { fold } from '../../shared/fold.js';
import { answerPair, wasAnswered } from '../guide/aspect-answer.js';
import { whomToAsk } from '../guide/key-facts.js';
import { menuChoice, personChoice, text } from '../replies.js';
import { rememberSaid, wasSaid } from '../state/said-once.js';
import { answered, procedureOf, type Answered, type Turn } from '../turn.js';
import { say } from '../wording/say.js';
import type { Candidate } from './candidate.js';
import { chancesFor, chancesOf, surelyNamed } from './known-questions.js';
import { isInDanger } from './topic-chance.js';

/** That nothing has changed: "vẫn vậy", "vẫn báo nợ", "chưa thấy gì", "đang xử lý hoài", folded. */
const STILL =
  /\b(?:(?:van|cung) (?:vay|the|rua|y|nhu|chua|khong|ko|k|hong|bao|ghi|hien|thay|con|loi|bi|dang)|y (?:nhu cu|chang|nguyen)|hoai|mai|im re|im ru|chua (?:thay|duoc|dc|co|xong|ra|cap nhat|het|ai)|(?:khong|ko|k|hong|hok|chang|deo) (?:dc|duoc|an thua|xong|ra|vo|vao|len|het|thay))\b/u;
/** That it was done, or waited for: "đợi 3 ngày rồi", "làm theo rồi", "3 lần". */
const TRIED =
  /\b(?:doi|cho|lam|thu|tra|nop|dong|hoi|goi|gui|goi dien|dang nhap|cai|xoa|di|toi|ra|bam|nhap|coi|xem|kiem tra|cap nhat|tat|khoi dong)(?: \p{L}+){0,3} (?:roi|r|\d+|may|ca|het)\b|\b(?:\d+|may|hai|ba|nhieu|vai) (?:lan|ngay|bua|tuan|thang|hom)\b/u;
const MAX_WORDS = 13;
/** What the entry knows of such a case is better than sending the citizen on; unless it was said already. */
const NEXT = 0.62;
const AFTER_SAID = 0.9;
const KNOWN = { chance: 0.5, likeness: 0.3 };
const WITHOUT_MATTER = 0.7;
const MAX_TOPIC_WORDS = 1;

/** "Đợi 3 ngày rồi vẫn vậy": what was answered did not help, so the next step is told and not the same again. */
export function proposeStillSo(turn: Turn): Candidate[] {
  const { state, reading, content } = turn;
  const words = reading.folded.trim().split(/\s+/u).length;
  if (words > MAX_WORDS || !STILL.test(reading.folded) || !TRIED.test(reading.folded)) return [];
  const procedure = procedureOf(turn, state.topic);
  if (procedure === undefined) return withoutMatter(turn);
  const isAnswered = state.last !== undefined && state.last.kind !== 'decision';
  if (!isAnswered || isInDanger(state, content) || namesAnother(turn, procedure)) return [];
  const asked = askedItself(turn, procedure);
  if (asked === 'unsaid') return [];
  const next = nextQuestion(turn, procedure);
  const base = { entry: procedure.id, score: asked === 'said' ? AFTER_SAID : NEXT };
  if (next === undefined)
    return [{ ...base, kind: 'act', about: 'still_so', answer: () => goOn(turn, procedure) }];
  const answer = () => {
    state.last = { kind: 'question', entry: procedure.id, index: next.index };
    return answerPair(turn, procedure, next.pair);
  };
  return [{ ...base, kind: 'question', about: `${procedure.id}#${next.index + 1}`, answer }];
}

/** How such a case is worded in the entries that know it; one of these words stands in its title. */
const WORDED = 'cho may ngay roi ma van chua duoc thi lam gi tiep';
const GOES_ON = /\b(?:van|qua ngay hen|tre hen|chua co ket qua|lam gi tiep)\b/u;
const NEAR = 0.2;

/** What the entry tells to those who have waited, where it was not said yet. */
function nextQuestion(turn: Turn, procedure: Procedure): { index: number; pair: QuestionAnswer } | undefined {
  const { pairs } = chancesFor(turn, procedure, WORDED);
  return procedure.questions
    .map((pair, index) => ({ pair, index, chance: pairs[index]?.chance ?? 0 }))
    .filter(({ pair: { title = '' }, index, chance }) => {
      return chance >= NEAR && GOES_ON.test(fold(title)) && !wasAnswered(turn, procedure, index);
    })
    .sort((one, other) => other.chance - one.chance)[0];
}

/** Whether the entry knows the case as a common question, and has answered it. */
function askedItself(turn: Turn, procedure: Procedure): 'said' | 'unsaid' | undefined {
  const { pairs } = chancesOf(turn, procedure);
  const [first] = pairs
    .slice(0, procedure.questions.length)
    .map(({ chance, likeness }, index) => ({ chance, likeness, index }))
    .filter(({ chance, likeness }) => chance >= KNOWN.chance && likeness >= KNOWN.likeness)
    .sort((a, b) => b.chance - a.chance);
  if (first === undefined) return undefined;
  return wasAnswered(turn, procedure, first.index) ? 'said' : 'unsaid';
}

function namesAnother(turn: Turn, { id }: Procedure): boolean {
  return (surelyNamed(turn)?.entry ?? id) !== id;
}

/** First whom to ask with what in hand; said already, other ways to be heard. */
function goOn(turn: Turn, procedure: Procedure): Answered {
  const said = `still:${procedure.id}`;
  const words = wasSaid(turn, said)
    ? say(turn, 'still_so_last')
    : say(turn, 'still_so_next', { whom: whomToAsk(procedure, turn.content) });
  rememberSaid(turn, said);
  return answered('answered_question', [text(words, [personChoice(turn), menuChoice(turn)])], {
    procedure: procedure.id,
  });
}

/** Nothing says yet what it is that does not work. */
function withoutMatter(turn: Turn): Candidate[] {
  if (turn.reading.topicWords.length > MAX_TOPIC_WORDS || turn.state.last !== undefined) return [];
  const answer = () =>
    answered('asked_back_detail', [text(say(turn, 'upset_which'), [personChoice(turn), menuChoice(turn)])]);
  return [{ kind: 'act', about: 'still_so', score: WITHOUT_MATTER, answer }];
}
