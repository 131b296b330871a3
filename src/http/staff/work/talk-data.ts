import { writtenFacts } from '../../../content/decisions/describe.js';
import type { FactValues } from '../../../content/decisions/types.js';
import type { StaffRequest } from '../../../staff-work/ports.js';
import { MAX_ANSWER, type Talk } from '../../../staff-work/requests/talk-service.js';
import type { TalkLine } from '../../../conversation/talk-line.js';
import type { RequestRouteDependencies } from './request-dependencies.js';
import { span } from './words.js';

const DELIVERY_WORDS: Readonly<Record<NonNullable<TalkLine['delivery']>, string>> = {
  waiting: 'đang gửi',
  sent: 'đã gửi',
  closed: 'chưa gửi được: đã quá thời gian Facebook cho phép, hoặc người dân chặn tin',
  refused: 'chưa gửi được: Facebook từ chối tin này',
  not_sent: 'không gửi: người dân đã dừng, xoá dữ liệu hoặc rút yêu cầu',
};

const SPEAKERS: Readonly<Record<TalkLine['from'], string>> = {
  citizen: 'Người dân',
  bot: 'Trợ lý tự động',
  officer: 'Cán bộ',
};

/** Longest text that is offered to be put into an answer. */
const MAX_INSERT = 1200;

/** What the page of a request shows of its conversation. */
export function talkData(
  { knowledge, sentences }: RequestRouteDependencies,
  request: StaffRequest,
  { lines, standing, window }: Talk,
  now: Date,
) {
  const { content } = knowledge.current();
  const { procedures } = content;
  const topic = procedures.get(standing?.guide?.procedure ?? standing?.topic ?? '');
  const insertions = [
    ...sentences().map((text) => ({ label: text, text })),
    ...(topic === undefined
      ? []
      : topic.questions.map(({ title, ask, answer }) => ({
          label: `${topic.button}: ${title ?? ask[0] ?? ''}`,
          text: answer,
        }))),
  ];
  return {
    talking: request.talkSince !== undefined,
    lines: lines.map((line) => ({
      ...line,
      speaker: SPEAKERS[line.from],
      deliveryWords: line.delivery === undefined ? null : DELIVERY_WORDS[line.delivery],
      failed: line.delivery !== undefined && !['waiting', 'sent'].includes(line.delivery),
    })),
    window,
    lastEvent: standing?.lastEventAt === undefined ? null : span(standing.lastEventAt, now),
    officerUntil: standing?.officerUntil ?? null,
    open: topic === undefined ? null : topic.name,
    told: writtenFacts(toldTo(request, standing), content),
    insertions: insertions.filter(({ text }) => text.length <= MAX_INSERT),
    maxAnswer: MAX_ANSWER,
  };
}

/** Only what was told since officers were let in, in this very request. */
function toldTo({ code }: StaffRequest, standing: Talk['standing']): FactValues {
  const from = standing?.request?.code === code ? standing.request.fromTurn : undefined;
  if (from === undefined) return {};
  const told = Object.entries(standing?.facts ?? {}).filter(([, { turn }]) => turn > from);
  return Object.fromEntries(told.map(([id, { value }]) => [id, value]));
}
