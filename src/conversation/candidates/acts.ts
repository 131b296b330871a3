import { tellsOnlyValues } from '../decisions/other-matter.js';
import type { DialogueAct } from '../../content/types.js';
import { greet, help, showMenu } from '../actions/menu.js';
import { needsNotice } from '../consent.js';
import { menuChoice, personChoice, text } from '../replies.js';
import { answered, procedureOf, type Answered, type Turn } from '../turn.js';
import { inTurn, say } from '../wording/say.js';
import { askPerson, cancelRequest, howLongWait, requestStatus } from '../actions/requests.js';
import { cancelByWords, moveByWords } from '../actions/book-by-words.js';
import { appointmentWords } from '../reading/appointments.js';
import { mayBeEvasion } from '../reading/english-dangers.js';
import { foldedWords } from '../../shared/fold.js';
import { asksForFile } from '../reading/commands.js';
import { asksWhatNow } from '../reading/what-now.js';
import { askDeletion, restart, stop } from '../actions/switches.js';
import { mayCancel } from './bookings.js';
import { inContext, isNoEvasion } from './act-in-context.js';
import type { Candidate, CandidateKind } from './candidate.js';
import { asksForPapers, bringsStrangeLink, dangerFactor } from './danger-factor.js';
import { isNameOfEntry } from './shared-name.js';
import { isInDanger } from './topic-chance.js';
import { speaksOfOthers } from '../reading/strangers.js';
import { giveExample } from './example.js';
import { doubt, explain, inShort, repeat } from './last-answer.js';
import { asksWhatNext } from './navigation.js';

/** By how much an act counts when the message has so many topic words of its own: thanks with a question are a question. */
const COURTESY = [1, 0.95, 0.6, 0.3, 0.15];
const ABOUT_LAST = [1, 1, 0.95, 0.85, 0.75, 0.6];
const ANYWAY = [1, 1, 1, 0.95, 0.95, 0.9];
/** A longer message within a fraud may well be about another matter (words). */
const SHORT_REMARK = 8;
/** So long it may be where it speaks of those who try it, or of what they are after (words). */
const REMARK = 14;
const WHAT_THEY_ARE_AFTER =
  /\b(?:han|ong|ngan hang|cong an|dien thoai|may|app|ung dung|tai khoan|mat khau|link)\b/u;
/** "Giờ làm sao" among other words after a warning asks what to do now, not for the guide's first step. */
const WHAT_NOW =
  /\b(?:gio|bay gio|chu|bay chu|roi|vay|rua)(?: (?:em|chi|anh|tui|toi|minh|phai))? (?:lam|man|tinh) (?:sao|gi|chi|rang)\b/u;
const ASKED_NOW = 0.9;
const PART_ASKED = 0.4;
const MAX_PLAIN_WORDS = 6;
/** "Làm sao lấy, nói rõ hơn đi", "cách xin lại cụ thể": how to do something is asked, not what was meant. */
const ASKS_HOW =
  /\b(?:lam|lm) (?:sao|rang|the nao|cach nao)(?: (?:de|ma|moi|cho))? (?:lay|xin|nop|khai|doi|dang ky|nhan|gui|go|tra|dong|lam|mo|huy)\b|\b(?:lay|xin|nop|khai|doi|dang ky|nhan|lam)(?: lai)? (?:bang )?(?:cach nao|kieu (?:chi|gi|nao)|the nao|lam sao|rang)\b|\bcach (?:lay|xin|nop|khai|doi|dang ky|nhan|lam)\b/u;
/** How surely a message asks what became of a file: by a code in it, or in plain words. */
const FILE_CODE = 0.82;
const FILE_ASKED = 0.94;
const FEELING = [1, 1, 0.85, 0.6, 0.45, 0.35];

interface Way {
  fade: readonly number[];
  kind?: CandidateKind;
  answer: (turn: Turn, id: string) => Answered | Promise<Answered>;
  /** Only then is the act possible. */
  when?: (turn: Turn) => boolean;
}

/** How surely a strange link that was sent is a fraud, whatever the words around it are nearest to. */
const STRANGE_LINK = 0.8;

/** Given only where nothing else answers. */
export const LAST_RESORT = 0.3;

export const smallTalk = (turn: Turn, id: string): Answered => reply(turn, id, 'answered_small_talk');

const WAYS: Partial<Record<DialogueAct, Way>> = {
  danger: { fade: ANYWAY, kind: 'safety', answer: warn },
  danger_goes_on: {
    fade: ANYWAY,
    kind: 'safety',
    answer: warn,
    when: ({ state, content }) => isInDanger(state, content),
  },
  delete_data: { fade: ANYWAY, kind: 'command', answer: askDeletion },
  stop: { fade: COURTESY, kind: 'command', answer: stop },
  start_again: { fade: COURTESY, kind: 'command', answer: restart },
  person: { fade: FEELING, kind: 'command', answer: askPerson },
  request_status: { fade: FEELING, kind: 'command', answer: requestStatus },
  how_long_wait: { fade: COURTESY, answer: howLongWait, when: ({ state }) => state.request !== undefined },
  cancel_request: { fade: FEELING, kind: 'command', answer: cancelRequest },
  cancel_booking: { fade: FEELING, kind: 'command', answer: cancelOrMove, when: mayCancel },
  menu: { fade: COURTESY, kind: 'command', answer: showMenu },
  help: { fade: COURTESY, kind: 'command', answer: help },
  greet: {
    fade: COURTESY,
    answer: (turn, id) => (needsNotice(turn) ? greet(turn) : smallTalk(turn, id)),
  },
  thanks: { fade: COURTESY, answer: smallTalk },
  bye: { fade: COURTESY, answer: smallTalk },
  ok: { fade: COURTESY, answer: smallTalk },
  never_mind: { fade: COURTESY, answer: smallTalk },
  small_talk: { fade: FEELING, answer: smallTalk },
  complain: { fade: FEELING, answer: smallTalk },
  angry: { fade: FEELING, answer: smallTalk },
  insult: { fade: FEELING, answer: smallTalk },
  evasion: {
    fade: ANYWAY,
    kind: 'refusal',
    answer: inform,
    when: (turn) => mayBeEvasion(turn.reading) && !isNameOfEntry(turn) && !tellsOnlyValues(turn),
  },
  capabilities: { fade: ANYWAY, answer: inform },
  about_bot: { fade: ANYWAY, answer: inform },
  elsewhere: { fade: ANYWAY, answer: refer },
  sad_news: { fade: FEELING, answer: smallTalk },
  no_smartphone: { fade: FEELING, answer: inPerson },
  bot_or_human: {
    fade: ANYWAY,
    answer: (turn) =>
      answered('answered_small_talk', [
        text(say(turn, 'bot_or_human', { authority: turn.settings.authority }), [
          personChoice(turn),
          menuChoice(turn),
        ]),
      ]),
  },
  doubt: { fade: ABOUT_LAST, answer: doubt },
  explain: { fade: ABOUT_LAST, answer: explain },
  shorter: { fade: ABOUT_LAST, answer: inShort },
  example: { fade: ABOUT_LAST, answer: giveExample },
  repeat: { fade: FEELING, answer: repeat },
};

function cancelOrMove(turn: Turn): Promise<Answered> {
  const words = appointmentWords(turn.reading.said);
  return words.moves && !words.cancels ? moveByWords(turn, words) : cancelByWords(turn, words);
}

/** Ways to answer what a message does besides asking about a matter. */
export function proposeActs(turn: Turn): Candidate[] {
  // What asks nothing is no question, however many words it has.
  const words = turn.reading.asks
    ? turn.reading.topicWords.length
    : Math.min(1, turn.reading.topicWords.length);
  // "Giấy tờ cần gì vậy" asks, however it sounds.
  const isShort = turn.reading.folded.trim().split(/\s+/u).length <= MAX_PLAIN_WORDS;
  const ofDanger = dangerFactor(turn);
  const likeliest = bringsStrangeLink(turn) ? likeliestDanger(turn) : undefined;
  const acts = turn.reading.acts.flatMap(({ id, act, chance, isAllAsked }): Candidate[] => {
    const way = WAYS[act];
    if (way === undefined || way.when?.(turn) === false || isBareStop(turn, act)) return [];
    const danger = act === 'danger' || act === 'danger_goes_on' ? ofDanger : 1;
    const isPart = asksForPapers(turn) && (way.kind === 'command' || (act === 'angry' && isShort));
    const command = isPart || isNoEvasion(turn, act, words) ? PART_ASKED : 1;
    const how = act === 'explain' && ASKS_HOW.test(turn.reading.folded) ? PART_ASKED : 1;
    const ours = inContext(turn, act);
    const faded = way.fade[Math.min(isAllAsked ? 1 : words, way.fade.length - 1)] ?? 0;
    const weighed = Math.min(1, chance * danger * command * how * ours * faded);
    const score = id === likeliest ? Math.max(weighed, STRANGE_LINK) : weighed;
    return [{ kind: way.kind ?? 'act', about: id, score, answer: () => way.answer(turn, id) }];
  });
  return [...acts, ...stillInDanger(turn), ...fileNumber(turn)];
}

function likeliestDanger({ reading }: Turn): string | undefined {
  return reading.acts.filter(({ act }) => act === 'danger').sort((a, b) => b.chance - a.chance)[0]?.id;
}

/** Within a fraud what is not understood is no reason to leave anybody alone: what to do now is said once more. */
function stillInDanger(turn: Turn): Candidate[] {
  const { state, content, reading } = turn;
  const id = state.warned ?? content.dialogueActs.find(({ act }) => act === 'danger')?.id;
  const words = reading.folded.trim().split(/\s+/u).length;
  const limit =
    speaksOfOthers(reading.said) || WHAT_THEY_ARE_AFTER.test(reading.folded) ? REMARK : SHORT_REMARK;
  if (id === undefined || !isInDanger(state, content)) return [];
  const isAlone = state.warned !== undefined && asksWhatNow(foldedWords(reading.said)) && !asksWhatNext(turn);
  if (!isAlone && words > limit) return [];
  const isAsked = isAlone || (state.warned !== undefined && WHAT_NOW.test(reading.folded));
  const score = isAsked ? ASKED_NOW : LAST_RESORT;
  return [{ kind: 'safety', about: id, score, answer: () => warn(turn, id) }];
}

/** "Mã hồ sơ 000.00.15-…": a file's number and little else; what becomes of it the bot cannot see. */
const FILE_NUMBER = /(?<![\p{L}\d])(?:[a-z]?\d[\d.\-a-z]{7,}\d)(?![\p{L}\d])/u;
const CODE_WORDS = /\b(?:ma|so|hs|ho so|giao dich|code)\b/u;

function fileNumber(turn: Turn): Candidate[] {
  const about = turn.content.dialogueActs.find(({ act: one }) => one === 'capabilities');
  if (about !== undefined && asksForFile(turn.reading.said))
    return [fileCandidate(turn, about.id, FILE_ASKED)];
  const { folded, topicWords } = turn.reading;
  const masked = turn.event.masked?.some((kind) => kind !== 'link' && kind !== 'person_name') === true;
  const isCode = CODE_WORDS.test(folded) && (FILE_NUMBER.test(folded) || masked);
  if (!isCode || about === undefined || topicWords.length > 5 || turn.reading.match.decision === 'answer')
    return [];
  return [fileCandidate(turn, about.id, FILE_CODE)];
}

function fileCandidate(turn: Turn, about: string, score: number): Candidate {
  return { kind: 'act', about, score, answer: () => inform(turn, about) };
}

/** One word alone is a command only in its own letters ("đúng" and "dùng" fold like "dừng"): commands look at that. */
function isBareStop({ reading }: Turn, act: DialogueAct): boolean {
  return act === 'stop' && reading.folded.trim().split(/\s+/u).length < 2;
}

export function inform(turn: Turn, id: string): Answered {
  return reply(turn, id, 'answered_information');
}

/** The wording that staff wrote for this kind of message, in turn. */
function reply(turn: Turn, id: string, outcome: Answered['outcome']): Answered {
  const replies = turn.content.dialogueActs.find((one) => one.id === id)?.replies ?? [];
  const wording = inTurn(replies, turn.state.turns ?? 0) ?? say(turn, 'skip');
  const words = wording.replaceAll('{days}', String(turn.settings.retentionDays));
  return answered(outcome, [text(words, [menuChoice(turn), personChoice(turn)])]);
}

/** Another office's matter: that it was one is remembered for a while. */
function refer(turn: Turn, id: string): Answered {
  turn.state.elsewhere = turn.state.turns ?? 0;
  return reply(turn, id, 'answered_referral');
}

/** A fraud is under way: what to do now, and the matter stays the topic until another is named. */
function warn(turn: Turn, id: string): Answered {
  turn.state.danger = true;
  turn.state.warned = id;
  delete turn.state.waiting;
  const entry = turn.content.dialogueActs.find((one) => one.id === id)?.entry;
  if (entry !== undefined) turn.state.topic = entry;
  return { ...inform(turn, id), ...(entry === undefined ? {} : { procedure: entry }) };
}

function inPerson(turn: Turn): Answered {
  const procedure = procedureOf(turn, turn.state.topic);
  const where = procedure?.where ?? '';
  const replies = [
    text(say(turn, 'no_smartphone', { where }).trim(), [personChoice(turn), menuChoice(turn)]),
  ];
  if (procedure === undefined || where === '') return answered('answered_information', replies);
  return answered('answered_question', replies, { procedure: procedure.id });
}
