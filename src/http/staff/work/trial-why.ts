import type { Content } from '../../../content/types.js';
import type { Candidate } from '../../../conversation/candidates/candidate.js';
import { ANSWER, type Judgement } from '../../../conversation/judge.js';
import type { AnsweredPart } from '../../../conversation/message-parts.js';
import type { Weighed } from '../../../conversation/weigh.js';
import { intentName } from '../../../staff-work/review/judgement.js';
import { ACT_LABELS, ASPECT_LABELS, NAVIGATION_LABELS, WAITING_LABELS, WAY_LABELS } from './trial-labels.js';
import { wholePercent } from './trial-read.js';

interface ProposedWay {
  way: string;
  about: string;
  /** "61%" */
  score: string;
  won: boolean;
}

export interface TrialWhy {
  /** The question that is answered by itself, where a message asks several. */
  question?: string;
  sentence: string;
  proposed: ProposedWay[];
  /** Proposed too, and too unlikely to be listed. */
  more: number;
}

const MAX_LISTED = 6;
const MIN_SCORE = 0.05;

/** Why a message is answered as it is: all ways that were proposed, and the rule by which one won. */
export function whyOf({ turn, weighed }: AnsweredPart, isPart: boolean, content: Content): TrialWhy {
  const { candidates, judgement } = weighed;
  const ranked = [...candidates].sort((a, b) => b.score - a.score);
  const winner = judgement.decision === 'answer' ? judgement.winner : undefined;
  const likely = ranked.filter((one) => one === winner || one.score >= MIN_SCORE);
  const top = likely.slice(0, MAX_LISTED);
  const listed = winner === undefined || top.includes(winner) ? top : [...top.slice(0, -1), winner];
  return {
    ...(isPart ? { question: turn.reading.said } : {}),
    sentence: sentenceOf(weighed, ranked, content),
    proposed: listed.map((one) => ({
      ...{ way: WAY_LABELS[one.kind], about: aboutLabel(one, content) },
      ...{ score: wholePercent(one.score), won: one === winner },
    })),
    more: ranked.length - listed.length,
  };
}

function sentenceOf({ judgement, topics }: Weighed, ranked: readonly Candidate[], content: Content): string {
  switch (judgement.decision) {
    case 'answer':
      return answerSentence(judgement, ranked, content);
    case 'ask_back': {
      const names = judgement.options.map(({ id }) => intentName(content, id));
      return `Mấy việc gần ngang nhau nên máy hỏi lại để người dân chọn: ${names.join('; ')}.`;
    }
    case 'decline': {
      const best = ranked[0]?.score ?? 0;
      const near = topics.find(({ entry }) => entry !== undefined);
      const matter =
        near?.entry === undefined
          ? ''
          : ` Việc gần nhất là “${content.procedures.get(near.entry)?.name ?? near.entry}” (${wholePercent(near.chance)}).`;
      return `Không cách nào đủ chắc: cao nhất ${wholePercent(best)}, cần ${wholePercent(ANSWER)}.${matter} Máy nói thật là chưa hiểu thay vì đoán.`;
    }
  }
}

function answerSentence(
  { rule, winner }: Extract<Judgement, { decision: 'answer' }>,
  ranked: readonly Candidate[],
  content: Content,
): string {
  const about = aboutLabel(winner, content);
  switch (rule) {
    case 'precedence':
      return precedenceSentence(winner, about);
    case 'never_asked_back':
      return 'Câu thuộc loại không đem ra cho chọn, nên trả lời luôn.';
    case 'far_ahead':
      return `Câu chưa rõ hẳn, nhưng “${about}” hơn xa việc đứng sau: trả lời luôn, kèm nút “không phải”.`;
    case 'matter_in_hand':
      return `Câu không nói sang việc khác, nên hiểu là hỏi tiếp việc đang nói; trong việc ấy, “${about}” hợp nhất.`;
    case 'no_matter_of_ours':
      return 'Câu không nói tới việc nào của cơ quan, nên chỉ đáp lại lời nói.';
    case 'only_near_matter':
      return `Chưa thật chắc, nhưng chỉ có một việc gần: trả lời việc ấy (“${about}”), kèm nút “không phải”.`;
    case 'last_resort':
      return 'Câu chưa rõ, mà trước đó đã nói tới lừa đảo: nhắc lại việc phải làm ngay.';
    default:
      return likeliestSentence(winner, about, ranked, content);
  }
}

function precedenceSentence({ kind, score }: Candidate, about: string): string {
  if (kind === 'safety')
    return `Có dấu hiệu lừa đảo (${wholePercent(score)}): cảnh báo đi trước mọi câu trả lời khác.`;
  if (kind === 'awaited')
    return `Máy vừa hỏi và tin này trả lời đúng điều đó (${about}), nên hiểu như vậy trước.`;
  if (kind === 'refusal')
    return `Người dân hỏi cách nộp ít hơn mức phải nộp (${about}): máy từ chối trước, không tính tiền theo đó.`;
  return `Người dân bảo máy làm một việc (${about}), nên làm trước khi xét các việc khác.`;
}

function likeliestSentence(
  winner: Candidate,
  about: string,
  ranked: readonly Candidate[],
  content: Content,
): string {
  const next = ranked.find((one) => one !== winner && aboutLabel(one, content) !== about);
  const behind =
    next === undefined ? '' : ` Đứng sau: “${aboutLabel(next, content)}” (${wholePercent(next.score)}).`;
  return `“${about}” chắc nhất: ${wholePercent(winner.score)}, quá mức ${wholePercent(ANSWER)} để trả lời ngay.${behind}`;
}

/** What a proposed answer is about, as staff call it. */
function aboutLabel({ kind, about, entry }: Candidate, content: Content): string {
  const name = (id: string | undefined) => content.procedures.get(id ?? '')?.name ?? id ?? '';
  const act = content.dialogueActs.find(({ id }) => id === about)?.act;
  if (act !== undefined) return ACT_LABELS[act];
  switch (kind) {
    case 'decision':
      return content.decisions.get(about)?.title ?? about;
    case 'question':
      return questionLabel(about, content);
    case 'facet': {
      const [id, part = ''] = about.split('/');
      const known = Object.entries(ASPECT_LABELS).find(([aspect]) => aspect === part)?.[1];
      return `${name(id)}: ${known ?? part}`;
    }
    case 'navigation':
      return [labelOf({ ...ACT_LABELS, ...NAVIGATION_LABELS }, about), name(entry)]
        .filter(Boolean)
        .join(', ');
    case 'awaited':
      return labelOf(WAITING_LABELS, about);
    case 'action': {
      const intents = [...content.intents.values()];
      const intent = intents.find(({ target }) => 'action' in target && target.action === about);
      return intent === undefined ? about : intentName(content, intent.id);
    }
    default:
      return kind === 'guide' || entry !== undefined
        ? name(entry ?? about)
        : labelOf({ sum: WAITING_LABELS.sum }, about);
  }
}

function questionLabel(about: string, content: Content): string {
  const [id = '', number = ''] = about.split('#');
  const procedure = content.procedures.get(id);
  const asked = procedure?.questions[Number(number) - 1];
  const words = asked?.title ?? asked?.ask[0];
  return words === undefined ? (procedure?.name ?? about) : words;
}

function labelOf(labels: Readonly<Record<string, string>>, id: string): string {
  return Object.entries(labels).find(([key]) => key === id)?.[1] ?? id;
}
