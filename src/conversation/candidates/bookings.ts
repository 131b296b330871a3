import { bareNumber, tellsTime } from '../actions/slot-words.js';
import {
  askWhatToCancel,
  askWhenAway,
  cancelByWords,
  chooseByWords,
  chosenBooking,
  listAgain,
  moveByWords,
  takeMore,
} from '../actions/book-by-words.js';
import { tellOfTheDay, tellOwn, tellWhatToBring } from '../actions/bookings.js';
import { skip } from '../actions/rating.js';
import { answerSaturday } from '../actions/saturday.js';
import { appointmentWords, type AppointmentWords } from '../reading/appointments.js';
import type { Turn } from '../turn.js';
import type { Candidate, CandidateKind } from './candidate.js';

/** A longer message tells of more than an appointment (words). */
const MAX_WORDS = 16;
const CERTAIN = 0.99;
const SURE = 0.92;
const LIKELY = 0.75;
/** Only then is a message read for appointments where none is in hand. */
const NAMES_ONE = /\b(?:hen|lich|suat|xuat|giu cho|dat cho|khung gio|thu bay|thu 7|t7)\b/u;
/** "Lùi lại 1 tiếng": to another time, whatever it is. */
const PUTS_OFF = /\b(?:doi|lui|hoan)\b/u;
const MAX_REASON = 3;
const SURE_MATTER = 0.8;
const CODE = /\blh-?[a-z0-9]+\b/u;
const ABOUT = 'appointment';

type Way = Candidate['answer'];

/** What is said of Saturday appointments, by what lies open: a list of times, the question which one, or a booking. */
export function proposeBookings(turn: Turn): Candidate[] {
  const { reading, state, today, event } = turn;
  const { waiting } = state;
  const has = (state.booked ?? []).some(({ date }) => date >= today);
  const isOpen = waiting?.for === 'slot' || waiting?.for === 'booking';
  if (event.kind !== 'text' || reading.said === '') return [];
  if (!isOpen && !has && !NAMES_ONE.test(reading.folded)) return [];
  if (reading.folded.split(/\s+/u).length > MAX_WORDS) return [];
  const words = appointmentWords(reading.said);
  return [
    ...(isOpen ? ofWhatIsAsked(turn, words) : []),
    ...changes(turn, words, has),
    ...(has ? aboutOwn(turn, words) : []),
    ...wish(turn, words, has),
  ];
}

function candidate(kind: CandidateKind, score: number, answer: Way): Candidate[] {
  return [{ kind, about: ABOUT, score, answer }];
}

/** An answer to the list of times, or to which booking is meant. */
function ofWhatIsAsked(turn: Turn, words: AppointmentWords): Candidate[] {
  const { waiting } = turn.state;
  const points =
    words.ordinal !== undefined || words.number !== undefined || turn.reading.reference?.to === 'option';
  const tells = points || tellsTime(turn, words) || bareNumber(turn.reading.folded) !== undefined;
  if (waiting?.for === 'booking' && CODE.test(turn.reading.folded))
    return candidate('awaited', CERTAIN, () => chosenBooking(turn, words, waiting));
  if (words.others > (words.times.length > 0 || words.named ? 1 : 0)) return [];
  if (waiting?.for === 'booking')
    return tells || (words.named && waiting.codes.length === 1)
      ? candidate('awaited', CERTAIN, () => chosenBooking(turn, words, waiting))
      : [];
  if (waiting?.for !== 'slot') return [];
  if ((words.isAway || words.cancels) && !words.takes)
    return waiting.moves === undefined ? candidate('act', LIKELY, () => skip(turn)) : [];
  if (tells) return candidate('awaited', CERTAIN, () => chooseByWords(turn, words, waiting));
  return words.asksWhen || words.named ? candidate('action', LIKELY, () => listAgain(turn, waiting)) : [];
}

/** Cancelling and moving: what is meant is plain where an appointment is named, or where there is one and nothing else is. */
function changes(turn: Turn, words: AppointmentWords, has: boolean): Candidate[] {
  const { cancels, moves, isAway, named, pointed, takes, more, others } = words;
  const isAbout = named || (has && (pointed || words.times.length > 0));
  const isMore = more && !cancels && !isAway;
  if (isAway && has && !moves && !(cancels && isAbout) && others <= MAX_REASON && !isSureMatter(turn))
    return candidate('command', SURE, () => askWhenAway(turn));
  if (others > (has && named ? 2 : has ? 1 : 0) || isMore) return [];
  if (moves && (isAbout || (has && (words.saturday || tellsTime(turn, words)))))
    return candidate('command', SURE, () => moveByWords(turn, words));
  if (cancels && !takes && isAbout) return candidate('command', SURE, () => cancelByWords(turn, words));
  if (has && moves && others === 0 && PUTS_OFF.test(turn.reading.folded))
    return candidate('command', SURE, () => moveByWords(turn, words));
  if (!cancels || !has || !/\bhuy\b/u.test(turn.reading.folded)) return [];
  // With a request for a person open as well, "huỷ" alone may be of either.
  return turn.state.request === undefined
    ? candidate('command', SURE, () => cancelByWords(turn, words))
    : candidate('command', CERTAIN, () => askWhatToCancel(turn));
}

/** Why somebody cannot come may be told in words of its own; a matter that is clearly asked about is that. */
function isSureMatter({ reading: { match } }: Turn): boolean {
  return match.decision === 'answer' && match.confidence >= SURE_MATTER;
}

/** Its hour, place and code, what to bring, one more. */
function aboutOwn(turn: Turn, words: AppointmentWords): Candidate[] {
  const { named, pointed, code, asksWhen, asksWhere, others } = words;
  const { questionType, folded } = turn.reading;
  if (words.more && (words.takes || named) && others <= 1 && !words.cancels && !words.isAway)
    return candidate('command', SURE, () => takeMore(turn, words));
  if (words.cancels || words.moves) return [];
  if (code && others === 0 && !/\bma so\b|\byeu cau\b/u.test(folded))
    return candidate('command', SURE, () => tellOwn(turn));
  if (others === 0 && (asksWhen || (asksWhere && (named || pointed))) && (named || pointed || asksWhen))
    return candidate('action', SURE, () => tellOwn(turn));
  if (questionType === 'papers' && turn.state.topic === undefined && others === 0)
    return candidate('action', SURE, () => tellWhatToBring(turn));
  return pointed && others <= 2 ? candidate('action', LIKELY, () => tellOfTheDay(turn)) : [];
}

/** "Cho em đặt lịch thứ bảy": the open times, or what there is already. */
function wish(turn: Turn, words: AppointmentWords, has: boolean): Candidate[] {
  const { takes, named, cancels, moves, isAway, otherDay, others } = words;
  const isOther = cancels || moves || isAway || otherDay || others > 1 || (has && words.more);
  if (isOther || !takes || !(words.saturday || (named && /\b(?:hen|lich|suat)\b/u.test(turn.reading.folded))))
    return [];
  return candidate('action', words.saturday ? SURE : LIKELY, () => answerSaturday(turn));
}

/** Chooses from what lies open or asks for its own code, in no other words: no call of a stranger who wants a password. */
export function isOnlyAppointment({ reading, state: { booked = [], waiting } }: Turn): boolean {
  const isOpen = waiting?.for === 'slot' || waiting?.for === 'booking';
  if (!isOpen && booked.length === 0) return false;
  const { code, asksWhen, others } = appointmentWords(reading.said);
  return others === 0 && (isOpen || code || asksWhen);
}

/** A learned cancellation is none where the words take a seat ("cho em đặt lịch thứ bảy"). */
export function mayCancel({ reading }: Turn): boolean {
  const { cancels, moves, isAway, takes } = appointmentWords(reading.said);
  return cancels || moves || isAway || !takes;
}
