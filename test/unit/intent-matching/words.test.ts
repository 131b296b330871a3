import { expect } from 'chai';
import { Lexicon } from '../../../src/intent-matching/text/lexicon.js';
import { hashOf } from '../../../src/intent-matching/hash.js';
import { PairCounter } from '../../../src/intent-matching/text/word-pairs.js';
import { slipOf } from '../../../src/intent-matching/text/slips.js';
import { Normaliser } from '../../../src/intent-matching/text/normaliser.js';

const vocabulary = {
  abbreviations: [
    { written: 'mst', means: 'mã số thuế' },
    { written: 'npt', means: 'người phụ thuộc' },
    { written: 'ko', means: 'không' },
    { written: 'k', means: 'không' },
    { written: 'đk', means: 'đăng ký', near: ['mst', 'npt', 'thue'] },
    { written: 'đk', means: 'được' },
    { written: 'mô', means: 'đâu', near: ['o', 'di'] },
    { written: 'răng', means: 'sao' },
    { written: 'hong', means: 'không' },
  ],
};

/** How a message reads for a matcher that learned these texts. */
function readAfter(learned: string[], text: string, ordinary: string[] = []): string {
  const counts = new Map<string, number>();
  const pairs = new PairCounter();
  for (const words of learned.map((one) => ['', ...one.split(' '), '']))
    for (const [at, word] of words.entries()) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
      if (at > 0) pairs.add(hashOf(words[at - 1] ?? ''), hashOf(word));
    }
  const reader = new Normaliser(vocabulary, new Set(ordinary), new Lexicon(counts, pairs.finish()));
  return reader
    .tokens(text)
    .map(({ folded }) => folded)
    .join(' ');
}

/** How a message reads once it is brought to plain folded words. */
function read(text: string, known: string[] = [], ordinary: string[] = []): string {
  const lexicon = new Lexicon(new Map(known.map((word) => [word, 1])));
  const reader = new Normaliser(vocabulary, new Set(ordinary), lexicon);
  return reader
    .tokens(text)
    .map(({ folded }) => folded)
    .join(' ');
}

describe('a message is brought to the words it means', () => {
  it('reads the same whether diacritics are composed, decomposed, half typed or left out', () => {
    const plain = 'dang ky thue';
    for (const text of [
      'đăng ký thuế',
      'đăng ký thuế'.normalize('NFD'),
      'đang ki thuê'.replace('ki', 'ky'),
      plain,
    ])
      expect(read(text), text).to.equal(plain);
  });

  it('reads capitals, full-width, mathematical, circled and boxed letters as plain ones', () => {
    for (const text of ['THUẾ ĐẤT', 'ｔｈｕｅ ｄａｔ', '𝐭𝐡𝐮𝐞 𝕕𝕒𝕥', 'ⓣⓗⓤⓔ ⓓⓐⓣ', '🅃🄷🅄🄴 🅳🅰🆃', 'ᴛʜᴜᴇ ᴅᴀᴛ'])
      expect(read(text), text).to.equal('thue dat');
  });

  it('takes the Icelandic Ð of some keyboards for Đ', () => {
    expect(read('Ðăng ký')).to.equal('dang ky');
  });

  it('leaves out emoji, invisible characters and stretched letters', () => {
    expect(read('ơiiii cho hỏiiii 😂😂 th\u200buế')).to.equal('oi cho hoi thue');
  });

  it('finds no word in a message of signs only', () => {
    expect(read('??? 😂 !!! …')).to.equal('');
  });
});

describe('keystrokes that no input method composed', () => {
  it('reads Telex', () => {
    expect(read('ddawng kys max soos thues thuees khoong dduowcj nuwowcs giaays')).to.equal(
      'dang ky ma so thues thue khong duoc nuoc giay',
    );
  });

  it('reads VNI', () => {
    expect(read('d9a8ng ky1 thue61 d9uo7c5 nguo7i2')).to.equal('dang ky thue duoc nguoi');
  });

  it('reads Telex with a mark missing when the training examples know the word', () => {
    expect(read('soos thues', ['so', 'thue'])).to.equal('so thue');
  });

  it('leaves alone what is a Vietnamese syllable or a known word as typed', () => {
    expect(read('hoan thue tai nha')).to.equal('hoan thue tai nha');
    expect(read('tax', ['tax'])).to.equal('tax');
    expect(read('tax')).to.equal('ta');
  });
});

describe('abbreviations', () => {
  it('stand for their words', () => {
    expect(read('mst cua npt ko co')).to.equal('ma so thue cua nguoi phu thuoc khong co');
  });

  it('are decided by the neighbours when they have several meanings', () => {
    expect(read('đk mst')).to.equal('dang ky ma so thue');
    expect(read('co dk khong')).to.equal('co duoc khong');
  });

  it('with diacritics are only those written so: "mô" is not "mở"', () => {
    expect(read('nop o mô')).to.equal('nop o dau');
    expect(read('co mở lai')).to.equal('co mo lai');
  });

  it('never replace a word that the examples use with diacritics: "hồng" typed without them', () => {
    expect(read('so hong', [], ['hong'])).to.equal('so hong');
    expect(read('co hong', [])).to.equal('co khong');
  });

  it('are no units: "20 k" is a sum of money', () => {
    expect(read('nop 20 k')).to.equal('nop <money> k');
  });
});

describe('numbers are compared by kind', () => {
  const cases: Record<string, string> = {
    'lương 15tr5': 'luong <money>',
    'luong 20 triệu': 'luong <money> trieu',
    'giá 1.500.000đ': 'gia <money>',
    'hạn 30/4': 'han <date>',
    'ngày 15/03/2026': 'ngay <date>',
    'quý 3': 'quy <quarter>',
    'tháng 7': 'thang <month>',
    'năm 2026': 'nam <year>',
    'đóng 2%': 'dong <percent>',
    '8 giờ': '<time> gio',
    'mẫu 05': 'mau <number>',
    'nộp 05-ĐKT hay 24/ĐKT': 'nop 05 dkt hay 24 dkt',
  };
  for (const [text, expected] of Object.entries(cases))
    it(`“${text}” reads as ${expected}`, () => expect(read(text)).to.equal(expected));
});

describe('slips of the pen', () => {
  const known = ['dang', 'quyet', 'toan', 'thue', 'nguoi', 'masothue'.slice(0, 2), 'so', 'truoc'];

  it('are brought to the nearest known word', () => {
    expect(read('quyyet tona thuee nguoj', known)).to.equal('quyet toan thue nguoi');
  });

  it('never turn a known word into another', () => {
    expect(read('toan', ['toan', 'toat'])).to.equal('toan');
  });

  it('never touch a Vietnamese syllable, known or not', () => {
    expect(read('thui dan', known)).to.equal('thui dan');
  });

  it('glued words are taken apart', () => {
    expect(read('masothue', known)).to.equal('ma so thue');
  });
});

describe('slips that are words themselves', () => {
  const learned = [
    ...Array.from({ length: 200 }, () => 'thue thu nhap ca nhan'),
    ...Array.from({ length: 200 }, () => 'hoan thue nop thua'),
    ...Array.from({ length: 5 }, () => 'the can cuoc'),
    ...Array.from({ length: 5 }, () => 'dan so xa'),
  ];

  it('are read by the words beside them', () => {
    expect(readAfter(learned, 'nop the thu nhap')).to.equal('nop thue thu nhap');
    expect(readAfter(learned, 'the can cuoc')).to.equal('the can cuoc');
    expect(readAfter(learned, 'hoa thue')).to.equal('hoan thue');
  });

  it('of two letters are read by them as well', () => {
    expect(readAfter(learned, 'thue th nhap')).to.equal('thue thu nhap');
  });

  it('are left alone where no word beside them speaks for another', () => {
    expect(readAfter(learned, 'co hoa dep')).to.equal('co hoa dep');
    expect(readAfter(learned, 'dan ca')).to.equal('dan ca');
  });

  it('with every mark in place are taken as they stand', () => {
    expect(readAfter(learned, 'thẻ xe')).to.equal('the xe');
  });

  it('say that they were mended', () => {
    const reader = new Normaliser(vocabulary, new Set(), new Lexicon(new Map([['thue', 3]])));
    expect(reader.tokens('htue dat').map(({ isRepaired }) => isRepaired)).to.deep.equal([true, false]);
  });
});

describe('an abbreviation of several meanings', () => {
  it('is read by the word pairs of the examples where staff named no neighbour', () => {
    const learned = ['dang ky ho kinh doanh', 'dang ky ho kinh doanh', 'lam duoc khong', 'co duoc khong'];
    expect(readAfter(learned, 'đk ho kinh doanh')).to.equal('dang ky ho kinh doanh');
    expect(readAfter(learned, 'lam đk khong')).to.equal('lam duoc khong');
  });
});

describe('the slip between two words', () => {
  it('is one letter left out, too many, wrong, or two swapped', () => {
    expect(slipOf('thu', 'thue')).to.equal('likely');
    expect(slipOf('thuue', 'thue')).to.equal('likely');
    expect(slipOf('tuhe', 'thue')).to.equal('likely');
    expect(slipOf('rhue', 'thue')).to.equal('likely');
    expect(slipOf('bhue', 'thue')).to.equal('unlikely');
    expect(slipOf('thuxe', 'thue')).to.equal('unlikely');
  });

  it('is none for the word itself and for two slips', () => {
    for (const written of ['thue', 'the2', 'hteu', 'th', 'thuxxe'])
      expect(slipOf(written, 'thue')).to.equal(null);
  });
});
