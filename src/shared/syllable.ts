/**
 * The Vietnamese syllable: which onsets and rhymes there are. It decides whether keystrokes such as "ddawng" may be
 * read as Telex: only when the result is a syllable and what was typed is not. Loan rhymes (xoong, boóc) are left out,
 * because "khoong" is far more often an uncomposed "không".
 */

const ONSETS = ' b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x'.split(' ');

const RHYMES = (
  'a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây ' +
  'e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu ' +
  'o oc oi om on ong op ot oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet ' +
  'ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uc ui um un ung up ut uân uâng uât uây uê uêch uêch uênh uêu uơ ' +
  'uy uya uych uyn uynh uyp uyt uyu uyên uyêt uôc uôi uôm uôn uông uôt ' +
  'ư ưa ưc ưi ưm ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu y yêm yên yêng yêt yêu'
).split(' ');

/** After "qu" the rhyme lacks its u, which is the onset's: "quyên", "quan", "quốc". */
const AFTER_QU = (
  'a ac ach ai an ang anh ao at au ay ăc ăm ăn ăng ăp ăt ân âng ât ây ây âu e en eo et ê ên ênh êt ' +
  'i it y yên yêt yt ynh ych ơ ơn ơt ôc'
).split(' ');

const STOPS = /(?:c|ch|p|t)$/;
const FRONT = /^[eêiy]/;
const TONE_MARKS = /[\u0300\u0301\u0303\u0309\u0323]/g;

const QUALIFIED = new Set(allSyllables());
const FOLDED = new Set([...QUALIFIED].map(withoutMarks));

/** True for "đăng", "ký", "thuế": lower case, composed, diacritics complete; a stopped rhyme needs sắc or nặng. */
export function isSyllable(word: string): boolean {
  const decomposed = word.normalize('NFD');
  const tones = decomposed.match(TONE_MARKS) ?? [];
  const base = decomposed.replace(TONE_MARKS, '').normalize('NFC');
  if (tones.length > 1 || !QUALIFIED.has(base)) return false;
  return !STOPS.test(base) || tones[0] === '\u0301' || tones[0] === '\u0323';
}

/** True for "dang", "ky", "thue": letters that are some syllable once the diacritics are put back. */
export function isFoldedSyllable(word: string): boolean {
  return FOLDED.has(word);
}

function allSyllables(): string[] {
  return ONSETS.flatMap((onset) =>
    (onset === 'qu' ? AFTER_QU : RHYMES)
      .filter((rhyme) => mayFollow(onset, rhyme))
      .map((rhyme) => onset + rhyme),
  ).concat('gi', 'gin', 'gim', 'giêng', 'giêc', 'giêt', 'giêm', 'quôc');
}

/** Spelling rules: k, gh, ngh before e, ê, i, y; c, g, ng before the others; y-rhymes without an onset. */
function mayFollow(onset: string, rhyme: string): boolean {
  const front = FRONT.test(rhyme);
  if (onset === 'k' || onset === 'gh' || onset === 'ngh') return front;
  if (onset === 'c' || onset === 'g' || onset === 'ng') return !front;
  if (onset === 'gi') return !/^[iy]/.test(rhyme);
  if (rhyme.startsWith('yê')) return onset === '';
  return onset !== '' || !rhyme.startsWith('iê');
}

function withoutMarks(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd');
}
