import { fold, withTonesLast } from '../../shared/vietnamese-text.js';

/**
 * Words of questions and wishes that other words fold to ("mở" to "mô", "đầu" to "đâu", "chị" to "chi"), with their own spellings beside the
 * bare letters.
 */
const SPELT = new Map<string, readonly string[]>(
  Object.entries({
    chi: [],
    mo: ['mô'],
    dau: ['đâu'],
    may: ['mấy'],
    ha: ['hả', 'há'],
    hen: ['hén'],
    rang: ['răng'],
    nao: ['nào'],
    gi: ['gì'],
    hong: ['hông', 'hổng'],
    nhieu: ['nhiêu'],
    nho: ['nhờ'],
    can: ['cần'],
    dinh: ['định'],
    muon: ['muốn'],
  }).map(([word, spelt]) => [word, spelt.map((one) => withTonesLast(one))]),
);
const WORD = /\p{L}+/gu;
/** "Anh chi", "cho chi hoi": the citizen or the bot, typed without diacritics. */
const ADDRESS = /\b(?:anh|chao|cua|cho|voi) chi\b|^chi(?= \p{L})/gu;
/** "Chưa báo gì hết", "không nợ ai cả": says that there is none. */
const NOTHING = /\b(?:gi|chi|ai|dau|mo) (?:het|ca|sat)\b/gu;
/** "Có góp vốn đồng nào đâu", "đâu có hoá đơn chi": denies what it names. */
const DENIED =
  /\bco\b[^.,;?!\n]{0,30}?\b(?:nao|gi|chi|ai|mo) dau\b|\bdau co\b(?:[^.,;?!\n]{0,30}?\b(?:nao|gi|chi|ai|mo)\b)?/gu;

/** "Công ty may": written so among words with their marks it is no "mấy". */
const BARE = /(?<!\p{L})may(?!\p{L})/gu;
const MARKS = /[^\p{ASCII}]/u;

/** Folded, without the words that only their letters make question words; what is asked may be looked for in it. */
export function foldedToAsk(said: string): string {
  const typed = said.normalize('NFC').toLowerCase();
  const words = MARKS.test(typed) ? typed.replace(BARE, '_') : typed;
  return fold(words.replace(WORD, spelt)).replace(ADDRESS, ' ').replace(NOTHING, ' ').replace(DENIED, ' ');
}

function spelt(word: string): string {
  const folded = fold(word);
  const known = word === folded ? undefined : SPELT.get(folded);
  return known === undefined || known.includes(withTonesLast(word)) ? word : '_';
}
