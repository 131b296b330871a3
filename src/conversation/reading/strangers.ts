import { classesIn, wordClasses } from './word-classes.js';

/**
 * Those who try a fraud are spoken of without a name. Without diacritics "nợ" and "hộ" are written as "nó" and "họ", so
 * what a tax payer owes and whose business it is comes first.
 */
const read = wordClasses({
  matter:
    'nợ thuế / nợ thêm / nợ trễ / nợ quá / nợ lại / nợ khoảng / nợ tiền / nợ ngân hàng / nợ lương / nợ lãi / nợ xấu / nợ môn bài / nợ nhà / nợ cũ / nợ đọng / nợ đất / nợ lâu / nợ bao nhiêu / còn nợ / đang nợ / bị nợ / hết nợ / hộ kinh doanh / hộ kd / hộ gia đình / hộ khẩu / hộ cá thể / nông hộ / chủ hộ / đăng ký hộ / giùm hộ',
  they: 'nó / họ / bọn nó / tụi nó / người ta / thằng đó / con đó / kẻ đó / bên đó',
});
const NUMBER = /^\d/u;
/** Only in their own letters: "hạn" and "ba" fold like them. */
const AS_TYPED = /(?<!\p{L})(?:hắn|ổng|bả|chúng|tụi kia|bọn kia)(?!\p{L})/iu;

/** Whether a message speaks of people who are not named ("nó gọi hoài"). */
export function speaksOfOthers(said: string): boolean {
  if (AS_TYPED.test(said)) return true;
  const tokens = read(said);
  const isSum = (at: number): boolean => NUMBER.test(tokens[at + 1]?.words ?? '');
  return classesIn(tokens.filter((token, at) => token.words !== 'no' || !isSum(at))).has('they');
}
