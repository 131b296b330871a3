import type { CitizenEvent, OfficerAct } from '../../conversation/types.js';
import type { TalkLine } from '../../conversation/talk-line.js';
import type { FactValue } from '../../content/decisions/types.js';
import { officerLineId } from '../../conversation/talk-line.js';
import type { MaskedText } from '../../privacy/types.js';
import type { Clock } from '../../shared/clock.js';
import { AppError } from '../../shared/errors.js';
import type { Closing, RequestQueue, StaffRequest, StaffTalk } from '../ports.js';

/** Shorter than Messenger's 2000 characters, however those are counted. */
export const MAX_ANSWER = 1900;
const LINES_SHOWN = 500;
const DAY_MS = 24 * 60 * 60 * 1000;
/** Messenger takes a person's words this long after the citizen's last message, where the Page has the permission. */
const HUMAN_AGENT_DAYS = 7;

export interface TalkDependencies {
  requests: RequestQueue;
  talk: StaffTalk;
  /** Keeps what an officer did among the conversation's events: it is carried out in order, like everything else there. */
  store: (events: CitizenEvent[]) => Promise<number>;
  stored: (conversationIds: readonly string[]) => void;
  /** When the citizen wrote last and what lies open; `null` when nothing is known of the conversation. */
  standing: (conversationId: string) => Promise<Standing | null>;
  mask: (text: string) => MaskedText;
  clock: Clock;
  settings: TalkSettings;
}

interface TalkSettings {
  /** The name under which citizens see officers. */
  officerName: () => string;
  /** How long the bot keeps out after an officer's last word, milliseconds. */
  silenceMs: number;
  /** Whether the Page may send a person's words up to 7 days after the citizen's last message. */
  humanAgent: boolean;
}

interface Standing {
  lastEventAt?: Date;
  /** Ids of the entry in hand and of the guide that lies open. */
  topic?: string;
  guide?: { procedure: string; step: number };
  /** What the citizen told, by the id of the fact. */
  facts?: Readonly<Record<string, { value: FactValue; turn: number }>>;
  /** The turn from which on officers may read along. */
  request?: { code: string; fromTurn?: number };
  /** Until when an officer has the conversation. */
  officerUntil?: Date;
}

/** `open`: anything may be written; `tagged`: only a person's own words; `shut`: nothing until the citizen writes again. */
export type TalkWindow = 'open' | 'tagged' | 'shut';

export interface Talk {
  lines: TalkLine[];
  standing: Standing | null;
  window: TalkWindow;
}

/** The staff's side of a request's conversation. All of it throws `REQUEST_CHANGED` when somebody else was faster. */
export interface TalkService {
  of(request: StaffRequest): Promise<Talk>;
  take(code: string, officer: string): Promise<void>;
  giveBack(code: string, officer: string): Promise<void>;
  /** Sends `text`, masked; `id`: made anew for each message, so that a form sent twice says it once. */
  say(request: StaffRequest, officer: string, id: string, text: string): Promise<void>;
  close(request: StaffRequest, officer: string, closing: { how: Closing; note: string }): Promise<void>;
  /** As it will be kept and sent. */
  mask(text: string): MaskedText;
}

export function createTalkService(dependencies: TalkDependencies): TalkService {
  const { requests, talk, mask, clock, standing } = dependencies;
  const act = actor(dependencies);
  return {
    mask,
    async of(request) {
      const [lines, now] = [await talk.lines(request.code, LINES_SHOWN), clock.now()];
      const known = await standing(request.conversationId);
      return { lines, standing: known, window: windowOf(request, known, now, dependencies.settings) };
    },
    async take(code, officer) {
      const at = clock.now();
      if (!(await requests.take(code, officer, at))) throw changed();
      await act(code, 'take', String(at.getTime()));
    },
    async giveBack(code, officer) {
      if (!(await requests.giveBack(code, officer))) throw changed();
      await act(code, 'leave', String(clock.now().getTime()));
    },
    async say({ code, status, takenBy }, officer, id, text) {
      if (status !== 'taken' || takenBy !== officer) throw changed();
      const at = clock.now();
      const words = mask(text).text;
      const event = await act(code, 'say', id, words);
      if (event === null) throw noTalk();
      const { conversationId } = event;
      const line = { id: officerLineId(event.key), code, conversationId, text: words, at } as const;
      await talk.add({ ...line, from: 'officer', delivery: 'waiting' });
      await requests.answered(code, officer, at);
    },
    async close({ code, status }, officer, { how, note }) {
      if (status === 'closed') throw changed();
      // Told first: after a crash in between the request is still there to be closed, and the citizen is told once.
      await act(code, 'end', 'end');
      const closing = { how, note: mask(note).text, by: officer };
      if (!(await requests.close(code, closing, clock.now()))) throw changed();
    },
  };
}

/** Puts one action of an officer into the conversation; `null` where the citizen has not agreed to it. */
function actor({ requests, store, stored, clock, settings }: TalkDependencies) {
  let sequence = 0;
  return async (
    code: string,
    act: OfficerAct['act'],
    id: string,
    text?: string,
  ): Promise<CitizenEvent | null> => {
    const where = await requests.answerAddress(code);
    if (where === null) return null;
    const at = clock.now();
    sequence += 1;
    const until = new Date(at.getTime() + settings.silenceMs);
    const event: CitizenEvent = {
      ...where,
      ...{ key: `officer|${code}|${act}|${id}`, kind: 'officer', sentAt: at, receivedAt: at, sequence },
      officer: { act, code, by: settings.officerName(), until },
      ...(text === undefined ? {} : { text }),
    };
    await store([event]);
    stored([where.conversationId]);
    return event;
  };
}

function windowOf(
  { channel }: StaffRequest,
  standing: Standing | null,
  now: Date,
  { humanAgent }: TalkSettings,
): TalkWindow {
  if (channel !== 'messenger' || standing?.lastEventAt === undefined) return 'open';
  const age = now.getTime() - standing.lastEventAt.getTime();
  if (age < DAY_MS) return 'open';
  return humanAgent && age < HUMAN_AGENT_DAYS * DAY_MS ? 'tagged' : 'shut';
}

function changed(): AppError {
  return new AppError(
    'REQUEST_CHANGED',
    'Yêu cầu này vừa có người khác xử lý, hoặc không làm việc này được nữa.',
    {
      status: 409,
      remedy: 'Mở lại yêu cầu để xem tình trạng mới nhất.',
    },
  );
}

function noTalk(): AppError {
  return new AppError('NO_TALK', 'Người dân chưa đồng ý, hoặc không muốn nhận tin của cán bộ nữa.', {
    status: 409,
    remedy: 'Không gửi được tin trong yêu cầu này; anh/chị vẫn đóng được yêu cầu.',
  });
}
