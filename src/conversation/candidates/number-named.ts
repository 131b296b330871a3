import { withoutMasks } from '../../privacy/mask-text.js';
import type { Contact } from '../../content/types.js';
import { body, type Line } from '../lines.js';
import { FILLER, wordClasses } from '../reading/word-classes.js';
import { menuChoice, personChoice, text } from '../replies.js';
import { answered, type Answered, type Turn } from '../turn.js';
import { sayLines } from '../wording/say.js';
import { contactsFor } from '../actions/contacts.js';
import type { Candidate } from './candidate.js';
import { isInDanger } from './topic-chance.js';

const SURE = 0.97;
/** Digits as numbers to call are written, in groups. */
const WRITTEN = /(?<!\d)\d(?:[\d .-]{2,18})\d(?!\d)/gu;
const SHORTEST = 4;
/** How numbers begin that are called: of a network, of a province, of a service. */
const CALLED = /^(?:0\d{8,10}|84\d{8,10}|1[89]00\d{2,6})$/u;

/** What is said around a number when it is asked whose it is, and nothing of another matter. */
const around = wordClasses({
  asks: 'phải / phải không / phải ko / đúng / đúng không / thật / thiệt / giả / chính thức / của ai / không / ko / k / hông / hong / hả / sao / mấy / bao nhiêu / nào / gì / chi / nhiêu / bn',
  number:
    'số / số điện thoại / sđt / sdt / đt / điện thoại / hotline / tổng đài / đường dây nóng / đầu số / máy lẻ / số lẻ / lẻ / nhánh / máy nhánh / số máy / bấm / gọi / gọi vô / gọi vào / gọi tới / liên hệ / hỗ trợ / thuế / cơ quan thuế / tổng cục thuế / cục thuế / nhà nước / app / ứng dụng / etax / etax mobile',
  filler: FILLER,
});

/** "0243 7689 679 phải không, máy lẻ mấy": a number is read back, and is one of those that the bot tells itself or is none. */
export function proposeNumberNamed(turn: Turn): Candidate[] {
  const { event, reading, state, content } = turn;
  if (event.kind !== 'text' || reading.said === '') return [];
  const said = withoutMasks(event.text ?? '');
  const digits = [...said.matchAll(WRITTEN)].map(([one]) => one.replace(/\D/gu, ''));
  const named = contactsOf(turn, digits);
  const isPhone = event.masked?.includes('phone') === true || digits.some((one) => CALLED.test(one));
  if (named.length === 0 && (!isPhone || isInDanger(state, content))) return [];
  if (!reading.asks && !/\b(?:phai|dung)\b/u.test(reading.folded)) return [];
  if (around(said.replace(WRITTEN, ' ')).some((token) => token.class === undefined)) return [];
  return [{ kind: 'safety', about: 'number', score: SURE, answer: () => tellOf(turn, named) }];
}

/** Those whose number it is. */
function contactsOf({ content }: Turn, digits: readonly string[]): Contact[] {
  const asked = digits.filter(({ length }) => length >= SHORTEST);
  return content.contacts.filter(({ value }) =>
    [...value.matchAll(WRITTEN)].some(([one]) => asked.includes(one.replace(/\D/gu, ''))),
  );
}

function tellOf(turn: Turn, named: readonly Contact[]): Answered {
  const known =
    named.length > 0 ? named : contactsFor(turn, 'hotline').filter(({ value }) => /\d{4}/u.test(value));
  const contacts = known.map(({ name, value }): Line => ({ as: 'fact', label: name, text: value }));
  const words = sayLines(turn, named.length > 0 ? 'number_known' : 'number_not_known', { contacts });
  return answered('answered_information', [
    text(body(words.lines ?? [words.text]), [menuChoice(turn), personChoice(turn)]),
  ]);
}
