import { expect } from 'chai';
import { fold, readText } from '../../../src/shared/vietnamese-text.js';

const read = (typed: string) => readText(typed).text;

describe('Vietnamese text is read in one form', () => {
  const letters: [what: string, typed: string, text: string][] = [
    ['decomposed letters', 'thuế đất'.normalize('NFD'), 'thuế đất'],
    ['marks in the wrong order', 'a\u0301\u0302n u\u0323\u031b', 'ấn ự'],
    ['a tone typed after a composed letter', 'ê\u0301', 'ế'],
    ['full-width letters', 'ｔｈｕế　ｄａｔ', 'thuế dat'],
    ['mathematical letters with marks', '𝓓𝓾̛𝓷𝓰', 'Dưng'],
    ['circled, boxed and small capital letters', 'ⓣⓗⓤⓔ 🅃🄷🅄🄴 🅳🅰🆃 ᴛʜᴜᴇ', 'thue thue dat thue'],
    ['the Icelandic Ð', 'Ðăng ký', 'Đăng ký'],
    ['a zero-width space within a word', 'dừ\u200bng', 'dừng'],
    ['a hidden character between a letter and its mark', 'u\u200b\u031bng', 'ưng'],
    ['direction marks and soft hyphens', '\u202edừng\u202c lạ\u00adi\u2069', 'dừng lại'],
    ['odd spaces and tabs', 'a\u00a0b\u2009c\u202fd\u3000e\tf', 'a b c d e f'],
    ['line separators', 'a\u2028b\u2029c', 'a\nb\nc'],
    ['dashes and quotes', '“a”–‘b’—c−d', '"a"-\'b\'-c-d'],
    ['Roman numerals and ligatures', 'quý Ⅲ ﬁle', 'quý III file'],
  ];
  for (const [what, typed, text] of letters)
    it(`brings ${what} to plain characters`, () => expect(read(typed)).to.equal(text));

  const digits: [script: string, typed: string][] = [
    ['full-width', '０９０５'],
    ['mathematical bold', '𝟎𝟗𝟎𝟓'],
    ['mathematical monospace', '𝟶𝟿𝟶𝟻'],
    ['Arabic-Indic', '٠٩٠٥'],
    ['Persian', '۰۹۰۵'],
    ['Devanagari', '०९०५'],
    ['Thai', '๐๙๐๕'],
    ['Khmer', '០៩០៥'],
    ['Lao', '໐໙໐໕'],
    ['Myanmar', '၀၉၀၅'],
    ['Osmanya, beyond the basic plane', '𐒠𐒩𐒠𐒥'],
    ['circled', '⓪⑨⓪⑤'],
    ['black circled', '⓿❾⓿❺'],
    ['superscript', '⁰⁹⁰⁵'],
    ['keycap emoji', '0\ufe0f\u20e39\ufe0f\u20e30\ufe0f\u20e35\ufe0f\u20e3'],
  ];
  for (const [script, typed] of digits)
    it(`reads ${script} digits`, () => expect(read(typed)).to.equal('0905'));

  const keys: [typed: string, text: string][] = [
    ['duwngf', 'dừng'],
    ['DUWNGF laij', 'DỪNG lại'],
    ['khoong ddoongf ys', 'không đồng ý'],
    ['xoas duwx lieeuj', 'xóa dữ liệu'],
    ['Trowj giups', 'Trợ giúp'],
    ['max soos thuees', 'mã số thuế'],
    ['du7ng2', 'dừng'],
    ['d9o6ng2 y1', 'đồng ý'],
    ['xoa1 du74 lie65u', 'xoá dữ liệu'.replace('xoá', 'xóa')],
  ];
  for (const [typed, text] of keys)
    it(`undoes keys that no input method composed: ${typed}`, () => expect(read(typed)).to.equal(text));

  for (const typed of [
    'hoan thue tai nha',
    'dùng tax, pos và app',
    'quy3 nam2 buoc1 thu7',
    'max min',
    'as is',
    'so1234567',
    'https://as.example/duwngf',
    'duwngf@example.com',
    'mk: duwngf_1',
    'H17.12.34-250101-0001',
    '05-ĐKT, 02/QTT-TNCN',
  ])
    it(`leaves alone what is meant as it is typed: ${typed}`, () => expect(read(typed)).to.equal(typed));

  for (const typed of [
    'I owe tax and must pay today',
    'my wife has no job',
    'does this cost money if I was late',
  ])
    it(`leaves English words alone that keys would make Vietnamese: ${typed}`, () =>
      expect(read(typed)).to.equal(typed));

  it('undoes a word that could be meant as typed only beside others of the same keys', () => {
    expect(read('ma4 max')).to.equal('mã max');
    expect(read('noopj thuees quy3 max soos')).to.equal('nộp thuế quy3 mã số');
  });

  it('leaves the code of a request as it is, whatever its letters would compose to', () => {
    for (const code of ['YC-DDAAJ', 'yc-ddaaj', '(YC-DDOOS)', 'YC-AWNF', 'HS-DDAAJC'])
      expect(read(`xem giúp mã ${code} tới đâu`)).to.equal(`xem giúp mã ${code} tới đâu`);
    expect(read('ddaats-ddai')).to.equal('đất-đai');
  });

  it('knows where in the typed text each part stands', () => {
    const typed = '\u200bDuwngf, ｌạ\u00adi'.normalize('NFD') + ' 0️⃣9';
    const { text, typedSpan } = readText(typed);
    expect(text).to.equal('Dừng, lại 09');
    const at = (part: string) => {
      const start = text.indexOf(part);
      const span = typedSpan(start, start + part.length);
      return typed.slice(span.start, span.end);
    };
    expect(at('Dừng')).to.equal('Duwngf');
    expect(at('lại')).to.equal('ｌạ\u00adi'.normalize('NFD'));
    expect(at('09')).to.equal('0️⃣9');
  });

  it('folds to as many units as it reads, whatever is typed', () => {
    for (const typed of ['Đăng Ký', 'İstanbul ǅ ẞ', '𝐀𝐁 ﬀ', '한국 ไทย', '👨‍👩‍👧 ½ №', 'ƠƯơư'.normalize('NFD')])
      expect(readText(typed).folded, typed).to.have.length(readText(typed).text.length);
    expect(fold('Đăng ＫÝ'.normalize('NFD'))).to.equal('dang ky');
  });
});
