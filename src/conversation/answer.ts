import { contentOn } from '../content/dated.js';
import { vietnameseDay } from '../shared/days.js';
import { OTHER_PLACE, placeSlug, posterPlaces } from '../content/poster-places.js';
import { withoutMasks } from '../privacy/mask-text.js';
import type { Clock } from '../shared/clock.js';
import { answerComment } from './comment.js';
import { leaveToColleague } from './colleague.js';
import { leaveToOfficer, officerActs } from './officer.js';
import { decideAnswer, type Watch } from './decide-answer.js';
import { decodePayload } from './payloads.js';
import type { Bookings, Knowledge, Requests } from './ports.js';
import { answerPressed, referralOf } from './pressed.js';
import { readMessage } from './reading/reading.js';
import { newConversation } from './state/conversation-state.js';
import { forgetInSilence } from './state/memory.js';
import { answerOverAllowance, answerUnreadable } from './unreadable.js';
import { heldAt, type ServiceSwitches } from './service-switch.js';
import { answerSwitched, withServiceNotice } from './switched.js';
import { showOverview, standAt } from './guide/show.js';
import { procedureOf, type Answered, type ConversationSettings, type Turn } from './turn.js';
import type { CitizenEvent, ConversationState, TurnResult } from './types.js';
import { leaveToThread, threadTold } from './thread.js';
import { text } from './replies.js';
import { finish } from './wording/finish.js';
import { pressedInEnglish } from './wording/in-english.js';

/** After this much silence the citizen is told again that it is a bot. */
const SILENCE_MS = 24 * 60 * 60 * 1000;
const WITH_WORDS: readonly CitizenEvent['kind'][] = ['text', 'attachment', 'comment'];
const SILENT_KINDS: readonly CitizenEvent['kind'][] = ['unsend', 'edit', 'reaction'];

export interface AnswerDependencies {
  knowledge: Knowledge;
  requests: Requests;
  bookings: Bookings;
  clock: Clock;
  settings: ConversationSettings;
  /** The switch for everybody; the bot serves as always where there is none. */
  service?: Pick<ServiceSwitches, 'read'>;
  /** Looks on while a message is answered: staff try the bot and see why an answer won. */
  watch?: Watch;
}

export type Answer = (event: CitizenEvent, state?: ConversationState) => Promise<TurnResult>;

/** One event in, the new state and what to say out. Never changes the state it was given. */
export function createAnswer(parts: AnswerDependencies): Answer {
  return async (event, state = newConversation()) => {
    const turn = turnFor(asSaid(event), structuredClone(state), parts);
    if (event.officer !== undefined) return finished(turn, officerActs(turn, event.officer));
    if (event.kind === 'comment') return commented(turn, parts);
    if (isSilent(turn.event)) return finished(turn, { outcome: 'ignored_notice', replies: [] });
    const left =
      event.notice === undefined ? await leaveToPerson(turn) : await threadTold(turn, event.notice);
    if (event.notice === undefined || event.notice === 'standby') opensWindow(turn);
    if (left !== null) return finished(turn, left);
    turn.state.turns = (turn.state.turns ?? 0) + 1;
    const service = heldAt((await parts.service?.read()) ?? null, turn.now);
    const switched = await answerSwitched(turn, service);
    if (switched !== null)
      return finished(turn, switched.replies.length > 0 ? withBack(turn, switched) : switched);
    // Buttons and what cannot be read need no reading of words; everything else is read, weighed and judged.
    const answer =
      answerOverAllowance(turn) ??
      pressedInEnglish(turn, await answerPressed(turn)) ??
      answerUnreadable(turn) ??
      (await answerReferred(turn, parts.watch)) ??
      (await decideAnswer(turn, parts.watch));
    const said = finish(turn, answer);
    said.replies = withServiceNotice(turn, service, said.replies);
    return finished(turn, withBack(turn, said));
  };
}

async function commented(turn: Turn, { service }: AnswerDependencies): Promise<TurnResult> {
  const { sentAt } = turn.event;
  const said = answerComment(turn, heldAt((await service?.read()) ?? null, turn.now));
  return {
    ...said,
    state: { ...newConversation(), lastEventAt: sentAt },
    contentVersion: turn.content.version,
  };
}

/** Who answers here instead of the bot, if somebody does. */
async function leaveToPerson(turn: Turn): Promise<Answered | null> {
  return (await leaveToThread(turn)) ?? leaveToOfficer(turn) ?? leaveToColleague(turn);
}

/** Events may come out of order; the window for answers is open since the newest. */
function opensWindow({ state, event: { sentAt } }: Turn): void {
  const { lastEventAt } = state;
  state.lastEventAt = lastEventAt !== undefined && lastEventAt > sentAt ? lastEventAt : sentAt;
}

/** What a citizen says while another has the conversation is read like anything they say. */
function asSaid(event: CitizenEvent): CitizenEvent {
  if (event.notice !== 'standby') return event;
  return { ...event, kind: event.attachments === undefined ? 'text' : 'attachment' };
}

/** The bot speaks again after a person: it says so first, and takes the conversation back if it was not given. */
function withBack({ back, event }: Turn, answer: Answered): Answered {
  if (back === undefined) return answer;
  const handover = event.notice === 'standby' ? ({ handover: { act: 'take' } } as const) : {};
  return { ...answer, ...handover, replies: [text(back), ...answer.replies] };
}

function turnFor(event: CitizenEvent, state: ConversationState, parts: AnswerDependencies): Turn {
  const { content: loaded, matcher, acts } = parts.knowledge.current();
  const now = parts.clock.now();
  const today = vietnameseDay(now);
  const content = contentOn(loaded, today);
  const payload = event.kind === 'button' ? decodePayload(event.payload) : null;
  const typed = WITH_WORDS.includes(event.kind) ? withoutLabels(event) : '';
  const said = payload?.kind === 'say' ? payload.text : typed;
  const { lastEventAt } = state;
  if (event.officer === undefined) forgetInSilence(state, event.sentAt);
  return {
    event,
    state,
    content,
    matcher,
    acts,
    now,
    today,
    reading: readMessage(said, { content, matcher, acts, today }),
    payload,
    returning: lastEventAt === undefined || event.sentAt.getTime() - lastEventAt.getTime() > SILENCE_MS,
    settings: parts.settings,
    requests: parts.requests,
    bookings: parts.bookings,
    inboxSteps: [],
  };
}

/** Words that come through a link naming an entry ask about it, or about another matter they name; else it is opened. */
async function answerReferred(turn: Turn, watch?: Watch): Promise<Answered | null> {
  const procedure = procedureOf(turn, referralOf(turn.event.ref)?.procedure);
  if (turn.event.kind !== 'text' || procedure === undefined) return null;
  delete turn.state.waiting;
  standAt(turn, procedure, 'overview');
  const said = await decideAnswer(turn, watch);
  const vague =
    said.procedure === undefined && !/^(?:handed_over|answered_command|answered_consent)/u.test(said.outcome);
  return vague ? showOverview(turn, procedure) : said;
}

/** What stands where a number was masked ("mst của em …,") says no more than that there was one. */
const LABEL =
  /(?<=^|[\s,;])(?:mst|mã số thuế|ma so thue|cccd|cmnd|số căn cước|so can cuoc|căn cước|can cuoc)(?:\s+(?:của|cua)\s+\p{L}{1,6})?\s{0,4}[:,;]/giu;

function withoutLabels({ text = '', masked = [] }: CitizenEvent): string {
  const words = withoutMasks(text);
  return masked.length === 0 ? words : words.replace(LABEL, ' ');
}

/** A text whose words are gone was taken back by its writer before it could be answered. */
function isSilent({ kind, text: words, notice }: CitizenEvent): boolean {
  const isTakenBack = kind === 'text' && words === undefined;
  return SILENT_KINDS.includes(kind) || (kind === 'notice' && notice === undefined) || isTakenBack;
}

function finished(turn: Turn, said: Answered): TurnResult {
  const answer = { ...said };
  // What an English reader would be told in its place is no part of the result.
  delete answer.english;
  const entryPoint = entryPointOf(turn);
  const { request } = turn.state;
  const toldPlace = answer.outcome.startsWith('ignored_') ? undefined : placeTold(turn);
  const isKept = request?.talk === true && turn.state.thread === undefined;
  const talk = turn.event.officer?.code ?? (isKept ? request.code : undefined);
  return {
    ...answer,
    ...(turn.inboxSteps.length === 0 ? {} : { inboxSteps: turn.inboxSteps }),
    ...(talk === undefined || answer.deleteData === true ? {} : { talk }),
    state: turn.state,
    contentVersion: turn.content.version,
    ...(entryPoint === undefined ? {} : { entryPoint }),
    ...(toldPlace === undefined ? {} : { toldPlace }),
  };
}

/** For the statistics by place: a former district, which many communes came from, names no ward. */
function placeTold({ state: { place }, content: { offices } }: Turn): TurnResult['toldPlace'] {
  if (place === undefined) return undefined;
  const isWard = offices.places.some(({ unit, name }) => `${unit} ${name}` === place.name);
  return { office: place.office, ...(isWard ? { ward: placeSlug(place.name) } : {}) };
}

/** Which way this turn came in, for the statistics: QR by place, ice breaker, menu, button, typed. */
function entryPointOf(turn: Turn): string | undefined {
  const { event, payload } = turn;
  const place = referralOf(event.ref)?.place;
  if (event.ref !== undefined) return place === undefined ? 'link' : `qr:${knownPlace(turn, place)}`;
  if (event.kind === 'text') return 'typed';
  if (payload === null) return undefined;
  if (payload.kind === 'get_started') return 'get_started';
  if (payload.kind === 'open' && payload.entryPoint === 'ice_breaker') return 'ice_breaker';
  return payload.kind === 'menu' || payload.kind === 'group' || payload.kind === 'open' ? 'menu' : 'button';
}

/** A link may say anything; only places that staff know of come into the records. */
function knownPlace({ content }: Turn, place: string): string {
  return posterPlaces(content).has(place) ? place : OTHER_PLACE;
}
