import { expect } from 'chai';
import { readContentFiles } from '../../../src/content/content-files.js';
import { checkContent } from '../../../src/content/load.js';
import type { Problem } from '../../../src/content/problem.js';
import type { ContentFile } from '../../../src/content/source-file.js';
import { FIXTURE_ROOT, TODAY } from './fixture-root.js';

const REGISTRATION = 'procedures/dang-ky-thue-ca-nhan.yml';
const WHO = 'who: Người có thu nhập phải nộp thuế mà chưa có thông tin đăng ký thuế.';
const ASK = '  - ask: [đổi căn cước có phải làm lại mã số thuế không, doi cccd co phai lam lai mst ko]';
const ANSWER =
  'answer: Dạ không, số định danh không đổi. Anh/chị chỉ cần báo thay đổi thông tin nếu giấy tờ khác đi.';

describe('How an entry speaks to citizens', () => {
  let valid: ContentFile[] = [];
  before(async () => {
    valid = (await readContentFiles(FIXTURE_ROOT)).files;
  });

  const problemsWith = (...replaced: readonly (readonly [right: string, wrong: string])[]): Problem[] => {
    const files = valid.map((file) => {
      if (file.path !== REGISTRATION) return file;
      return replaced.reduce((one, [right, wrong]) => {
        expect(one.text, 'the fixture').to.include(right);
        return { ...one, text: one.text.replace(right, () => wrong) };
      }, file);
    });
    return checkContent(files, 'thử', TODAY).problems.filter(({ message }) =>
      /Chữ tắt|mở đầu bằng/.test(message),
    );
  };
  const abbreviated = (who: string) => problemsWith([WHO, `who: ${who}`]);

  it('is told of an abbreviation that the sentence does not spell out, with its line and its meaning', () => {
    const [problem, ...others] = abbreviated('Người chưa có MST.');
    expect(others).to.deep.equal([]);
    expect(problem).to.include({ file: REGISTRATION, severity: 'warning', line: 10 });
    expect(problem?.message).to.include('"MST"');
    expect(problem?.remedy).to.include('"mã số thuế (MST)"');
  });

  for (const spelled of [
    'Người chưa có mã số thuế (MST).',
    'Người chưa nộp mẫu 08-MST.',
    'Người chưa nộp mẫu 02/MST-TNCN.',
    'Người ở xa UBND xã.',
  ])
    it(`lets “${spelled}” pass`, () => {
      expect(abbreviated(spelled)).to.deep.equal([]);
    });

  it('looks at papers, steps, links and the titles of questions too', () => {
    const found = problemsWith(
      ['title: Cổng DVC quốc gia', 'title: Tra MST'],
      ['- Tra xem mình đã có thông tin thuế chưa.', '- Tra MST của mình.'],
      ['case: Nếu tự nộp', 'case: Nếu chưa có MST'],
      [ASK, `${ASK}\n    title: Đổi căn cước có phải đổi MST không?`],
    );
    expect(found.map(({ field }) => field)).to.have.length(4);
  });

  const opened = (title: string, answer: string) =>
    problemsWith([ASK, `${ASK}\n    title: ${title}`], [ANSWER, `answer: "${answer}"`]);

  for (const [title, answer] of [
    ['Đổi căn cước mất bao lâu?', 'Dạ không. Mất 03 ngày làm việc.'],
    ['Đang được giảm thuế gì?', 'Dạ, có: giảm 30% thuế thu nhập.'],
    ['Nộp ở đâu?', 'Dạ có ạ. Nộp ở Thuế cơ sở.'],
  ] as const)
    it(`is told of “${answer}” after “${title}”`, () => {
      const [problem] = opened(title, answer);
      expect(problem).to.include({ severity: 'warning' });
      expect(problem?.message).to.include(title);
    });

  for (const [title, answer] of [
    ['Đổi căn cước có phải làm lại mã số thuế không?', 'Dạ không. Số định danh không đổi.'],
    ['Đã có thông báo chưa ạ?', 'Dạ, có: xem trên eTax Mobile.'],
    ['Đổi căn cước mất bao lâu?', 'Dạ, không quá 03 ngày làm việc.'],
    ['Nộp ở đâu?', 'Dạ, có thể nộp ở Thuế cơ sở.'],
  ] as const)
    it(`lets “${answer}” pass after “${title}”`, () => {
      expect(opened(title, answer)).to.deep.equal([]);
    });
});
