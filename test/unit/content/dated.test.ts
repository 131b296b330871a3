import { expect } from 'chai';
import { readContentFiles } from '../../../src/content/content-files.js';
import { contentOn, inSeason } from '../../../src/content/dated.js';
import { dueForReview } from '../../../src/content/freshness.js';
import { checkContent } from '../../../src/content/load.js';
import type { ContentFile } from '../../../src/content/source-file.js';
import type { Content } from '../../../src/content/types.js';
import { FIXTURE_ROOT, TODAY } from './fixture-root.js';

const REGISTRATION = 'procedures/dang-ky-thue-ca-nhan.yml';

describe('A statement that holds for a time', () => {
  let valid: ContentFile[] = [];
  before(async () => {
    valid = (await readContentFiles(FIXTURE_ROOT)).files;
  });

  const withFee = (fee: string): ContentFile[] =>
    valid.map((file) =>
      file.path === REGISTRATION ? { ...file, text: file.text.replace(/^fee: .*$/m, () => fee) } : file,
    );
  const loaded = (files: readonly ContentFile[]): Content => {
    const { content, problems } = checkContent(files, 'thử', TODAY);
    if (content === null) throw new Error(problems.map(({ message }) => message).join('\n'));
    return content;
  };
  const feeOn = (content: Content, day: string) =>
    contentOn(content, day).procedures.get('dang-ky-thue-ca-nhan')?.fee;
  const TWO = [
    'fee:',
    '  - text: Dạ, mức 8%.',
    '    until: 2026-12-31',
    '  - text: Dạ, mức 10%.',
    '    from: 2027-01-01',
  ].join('\n');

  it('is told up to its last day, and what follows it from the next', () => {
    const content = loaded(withFee(TWO));
    expect(feeOn(content, TODAY)).to.equal('Dạ, mức 8%.');
    expect(feeOn(content, '2026-12-31')).to.equal('Dạ, mức 8%.');
    expect(feeOn(content, '2027-01-01')).to.equal('Dạ, mức 10%.');
  });

  it('is left out where nothing follows it', () => {
    const content = loaded(withFee('fee:\n  - text: Dạ, miễn phí đến hết năm.\n    until: 2026-12-31'));
    expect(feeOn(content, '2026-12-31')).to.equal('Dạ, miễn phí đến hết năm.');
    expect(feeOn(content, '2027-01-01')).to.equal(undefined);
  });

  it('leaves the content the same object between two changes, so that nothing is prepared twice', () => {
    const content = loaded(withFee(TWO));
    expect(contentOn(content, '2026-11-25')).to.equal(contentOn(content, '2026-12-30'));
    const undated = loaded(valid);
    expect(contentOn(undated, '2030-01-01')).to.equal(undated);
  });

  it('is listed for review before it ends, and no more afterwards', () => {
    const content = loaded(withFee(TWO));
    const listed = (day: string) =>
      dueForReview(content, day, 30).filter(({ what }) => what.includes('hết hiệu lực'));
    expect(listed('2026-12-10').map(({ dueOn }) => dueOn)).to.deep.equal(['2026-12-31']);
    expect(listed('2026-11-24')).to.deep.equal([]);
    expect(listed('2027-01-05')).to.deep.equal([]);
  });

  const problemsWith = (files: readonly ContentFile[], day = TODAY) =>
    checkContent(files, 'thử', day).problems.map(({ message }) => message);

  it('is refused when two hold on the same day', () => {
    expect(problemsWith(withFee(TWO.replace('2027-01-01', '2026-12-31')))).to.include(
      'Hai câu nối nhau trùng ngày: bot không biết nói câu nào.',
    );
  });

  it('is refused when something must always be said and there is a day without', () => {
    const files = valid.map((file) =>
      file.path === REGISTRATION
        ? {
            ...file,
            text: file.text.replace(
              /^summary: >-\n.*$/m,
              'summary:\n  - text: Dạ, xong.\n    until: 2026-12-31',
            ),
          }
        : file,
    );
    expect(problemsWith(files).join('\n')).to.match(/lúc nào cũng phải có câu để nói, nhưng sau 2026-12-31/);
  });

  it('is asked for when a text names a day as an end and would go on doing so', () => {
    const named = withFee('fee: Dạ, mức 8% áp dụng đến hết 31/12/2026.');
    expect(problemsWith(named).join('\n')).to.match(/nói tới ngày 31\/12\/2026/);
    const begins = withFee('fee: Dạ, mức 10% áp dụng từ 01/01/2027.');
    expect(problemsWith(begins).join('\n')).to.not.match(/nói tới ngày/);
  });

  it('is told of once it is over, so that it can be removed', () => {
    expect(problemsWith(withFee(TWO), '2027-01-02').join('\n')).to.match(
      /hết hiệu lực từ sau ngày 31\/12\/2026/,
    );
  });
});

describe('What the season asks', () => {
  let valid: ContentFile[] = [];
  before(async () => {
    valid = (await readContentFiles(FIXTURE_ROOT)).files;
  });
  const withSeason = (text: string) => [...valid, { path: 'procedures/shared/season.yml', text }];
  const SEASON = [
    'season:',
    '  - { entry: quyet-toan-tncn-tu-lam, from: 2027-01-01, until: 2027-05-15 }',
    '  - { entry: dang-ky-thue-ca-nhan, from: 2026-11-01, until: 2027-01-31 }',
  ].join('\n');

  it('is in the menu from its first day to its last, in the order of the file', () => {
    const { content } = checkContent(withSeason(SEASON), 'thử', TODAY);
    if (content === null) throw new Error('the season is refused');
    const on = (day: string) => inSeason(content, day).map(({ id }) => id);
    expect(on('2026-12-31')).to.deep.equal(['dang-ky-thue-ca-nhan']);
    expect(on('2027-01-31')).to.deep.equal(['quyet-toan-tncn-tu-lam', 'dang-ky-thue-ca-nhan']);
    expect(on('2027-05-15')).to.deep.equal(['quyet-toan-tncn-tu-lam']);
    expect(on('2027-05-16')).to.deep.equal([]);
  });

  it('names entries that there are, and is told when its time is over', () => {
    const wrong = checkContent(withSeason(SEASON.replace('dang-ky-thue-ca-nhan', 'dang-ky')), 'thử', TODAY);
    expect(wrong.content).to.equal(null);
    const { problems } = checkContent(withSeason(SEASON), 'thử', '2027-02-01');
    expect(problems.map(({ message }) => message).join('\n')).to.match(
      /hết hiệu lực từ sau ngày 31\/01\/2027/,
    );
  });

  it('needs no file', () => {
    expect(checkContent(valid, 'thử', TODAY).content?.season).to.deep.equal([]);
  });
});
