import { menuChoice, personChoice, text } from './replies.js';
import type { SentenceKey } from '../content/types.js';
import { answered, type Answered, type Turn } from './turn.js';
import { say } from './wording/say.js';
import type { AttachmentKind } from './types.js';

/** Beyond this a message is not read word for word: the bot asks for the question itself (characters). */
const TOO_LONG = 1500;

const SENTENCE_FOR = {
  image: 'unreadable_picture',
  file: 'unreadable_picture',
  video: 'unreadable_picture',
  audio: 'unreadable_voice',
  location: 'unreadable_location',
  sticker: 'sticker',
  like: 'like',
  link: 'unreadable_link',
  other: 'unreadable',
} as const satisfies Record<AttachmentKind, SentenceKey>;

/** Stickers, pictures, voice, files, likes and messages that hold nothing to read. */
export function answerUnreadable(turn: Turn): Answered | null {
  const { event } = turn;
  if (event.kind === 'attachment' && turn.reading.said === '') {
    const kind = event.attachments?.[0] ?? 'other';
    const friendly = kind === 'like' || kind === 'sticker';
    return answered(friendly ? 'answered_attachment' : 'declined_unreadable', [
      text(say(turn, SENTENCE_FOR[kind]), [menuChoice(turn), personChoice(turn)]),
    ]);
  }
  if (event.kind !== 'text' && event.kind !== 'attachment') return null;
  if (!/[\p{L}\d]/u.test(turn.reading.said)) return nothingToRead(turn);
  if (turn.reading.said.length <= TOO_LONG && turn.event.truncated !== true) return null;
  return answered('declined_unreadable', [
    text(say(turn, 'unreadable_long'), [menuChoice(turn), personChoice(turn)]),
  ]);
}

function nothingToRead(turn: Turn): Answered {
  const kinds = turn.event.masked ?? [];
  if (kinds.length > 0 && kinds.every((kind) => kind === 'link'))
    return answered('declined_unreadable', [
      text(say(turn, 'unreadable_link'), [menuChoice(turn), personChoice(turn)]),
    ]);
  const masked = kinds.length > 0;
  const words = say(turn, masked ? 'only_masked' : 'nothing_said');
  return answered(masked ? 'declined_unreadable' : 'answered_attachment', [
    text(words, [menuChoice(turn), personChoice(turn)]),
  ]);
}

/** Once a day, to the first message beyond what is taken from one citizen (`DailyAllowance`). */
export function answerOverAllowance(turn: Turn): Answered | null {
  if (turn.event.overAllowance !== true) return null;
  return answered('declined_unreadable', [text(say(turn, 'over_allowance'))]);
}
