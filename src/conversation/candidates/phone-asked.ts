import { act } from '../actions/act.js';
import { classesIn, FILLER, wordClasses } from '../reading/word-classes.js';
import type { Turn } from '../turn.js';
import type { Candidate } from './candidate.js';
import { isInDanger } from './topic-chance.js';

const read = wordClasses({
  phone:
    'số điện thoại / sđt / sdt / số máy / số đt / đt / điện thoại / hotline / đường dây nóng / tổng đài / số liên hệ / số bàn / gọi / gọi điện / alo / liên hệ / liên lạc',
  which:
    'nào / mô / gì / chi / mấy / bao nhiêu / bn / nhiêu / đâu / ở đâu / ở mô / ai / số nào / số mấy / số mô / số chi / cho ai / cho số nào / được ai / không / ko / k / hông / hong / hả',
  wants: 'xin / xin luôn / cho xin / cho em xin / xin cái / cho số / cần',
  whose:
    'thuế / cơ quan thuế / bên thuế / chi cục / chi cục thuế / thuế cơ sở / cán bộ / người phụ trách / để hỏi / hỏi / hỏi thêm / số',
  filler: `${FILLER} / rồi / vậy thì / thế / mới / bắt máy / nghe máy / trực tiếp / thẳng`,
});
const ALONE = 0.9;
const MAX_WORDS = 10;
const WHO_CALLED = /\bai (?:goi|lien he|lien lac|alo)\b/u;

/** "Gọi ai", "số điện thoại mô": the numbers to call, whatever matter is in hand. */
export function proposePhoneAsked(turn: Turn): Candidate[] {
  const { reading, state, content } = turn;
  if (isInDanger(state, content) || reading.entities.length > 0) return [];
  const tokens = read(reading.said);
  const { has } = classesIn(tokens);
  const isAll = tokens.length <= MAX_WORDS && tokens.every((token) => token.class !== undefined);
  // "Ai gọi cho em" asks who it was.
  if (!isAll || !has('phone') || !has('which', 'wants') || WHO_CALLED.test(reading.folded)) return [];
  return [{ kind: 'action', about: 'hotline', score: ALONE, answer: () => act(turn, 'hotline') }];
}
