import { expect } from 'chai';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addExample, addOutOfScope, removeExample } from '../../../src/content/edit.js';
import { loadContent } from '../../../src/content/load.js';
import { copyOfFixture, TODAY } from './fixture-root.js';

const FILE = 'intents/dang-ky-thue-ca-nhan.yml';
const INTENT = 'dang-ky-thue-ca-nhan';

describe('Filing a citizen’s wording under an intent', () => {
  let copy: Awaited<ReturnType<typeof copyOfFixture>>;
  beforeEach(async () => {
    copy = await copyOfFixture();
  });
  afterEach(() => copy.remove());

  const text = (path = FILE) => readFile(join(copy.root, path), 'utf8');
  const write = (content: string) => writeFile(join(copy.root, FILE), content);
  const examples = async () =>
    (await loadContent(copy.root, TODAY)).content?.intents.get(INTENT)?.examples ?? [];
  const refused = async (work: Promise<unknown>) =>
    work.then(
      () => 'written',
      (error: unknown) => (error as { code?: string }).code,
    );

  it('adds exactly one line and leaves every other as it was', async () => {
    const before = await text();
    await addExample(copy.root, INTENT, 'làm mst cho sinh viên');
    const after = await text();
    expect(linesAdded(before, after)).to.deep.equal(['  - làm mst cho sinh viên']);
    expect((await examples()).at(-1)).to.equal('làm mst cho sinh viên');
  });

  it('keeps comments, blank lines, order, quotes and indentation of the file', async () => {
    await write(
      [
        '# của phòng nghiệp vụ',
        'procedure: dang-ky-thue-ca-nhan   # đừng đổi',
        'examples:',
        '- "đăng ký: mst"',
        "- 'xin cấp mst'   # câu hay gặp",
        '',
        '# nhóm kể lể',
        '- em mới đi làm, chưa có mã số thuế',
        '- >-',
        '  con tui mới ra trường',
        '  muốn làm mã số thuế',
        '# cuối danh sách',
        '',
        'id: dang-ky-thue-ca-nhan',
        '',
      ].join('\n'),
    );
    const before = await text();
    await addExample(copy.root, INTENT, 'mst là gì rứa');
    expect(linesAdded(before, await text())).to.deep.equal(['- mst là gì rứa']);
    expect((await examples()).at(-1)).to.equal('mst là gì rứa');
  });

  it('keeps Windows line ends, and a file without a last line end', async () => {
    await write((await text()).trimEnd().replace(/\n/g, '\r\n'));
    const before = await text();
    await addExample(copy.root, INTENT, 'làm mst cho sinh viên');
    expect(await text()).to.equal(`${before}\r\n  - làm mst cho sinh viên`);
  });

  it('quotes what YAML would read as something else', async () => {
    const odd = [
      'lưu ý: mst là gì',
      '2026',
      '- xin mst',
      '"mst" # là cái chi',
      'yes',
      '@mst gửi đâu',
      "'mst mất rồi",
      'hỏi về mst: ',
      '*mst có sao không?',
      '[mst] hết hạn chưa',
    ];
    for (const words of odd) await addExample(copy.root, INTENT, words);
    expect((await examples()).slice(-odd.length)).to.deep.equal(odd.map((words) => words.trim()));
  });

  it('starts a list that was empty', async () => {
    await writeFile(join(copy.root, 'intents/shared/out-of-scope.yml'), '# chưa có\nexamples: []\n');
    await addOutOfScope(copy.root, 'gia vang hom nay');
    expect(await text('intents/shared/out-of-scope.yml')).to.equal(
      '# chưa có\nexamples:\n  - gia vang hom nay\n',
    );
  });

  it('takes exactly that line out again', async () => {
    const before = await text();
    await addExample(copy.root, INTENT, 'làm mst cho sinh viên');
    await removeExample(copy.root, INTENT, 'làm mst cho sinh viên');
    expect(await text()).to.equal(before);
    await removeExample(copy.root, INTENT, 'xin cap ma so thue lan dau');
    expect(linesAdded(await text(), before)).to.deep.equal(['  - xin cap ma so thue lan dau']);
  });

  it('is refused when the wording is there already, however it was typed', async () => {
    const before = await text();
    expect(await refused(addExample(copy.root, INTENT, 'Xin cấp mã số thuế lần đầu?'))).to.equal(
      'EXAMPLE_EXISTS',
    );
    expect(await text()).to.equal(before);
  });

  it('loses none of twenty that are filed at the same time', async () => {
    const words = Array.from({ length: 20 }, (_, index) => `câu mẫu ${'ă'.repeat(index + 1)} nữa`);
    await Promise.all(words.map((one) => addExample(copy.root, INTENT, one)));
    expect((await examples()).slice(-20)).to.have.members(words);
    expect((await readdir(join(copy.root, 'intents'))).filter((name) => name.startsWith('.'))).to.be.empty;
  });

  it('is refused for a file that is broken, a list in brackets, an empty text, an unknown intent', async () => {
    expect(await refused(addExample(copy.root, INTENT, '  ?! '))).to.equal('EXAMPLE_INVALID');
    expect(await refused(addExample(copy.root, 'khong-co', 'xin chào'))).to.equal('INTENT_UNKNOWN');
    expect(await refused(addExample(copy.root, '../../package', 'xin chào'))).to.equal('INTENT_UNKNOWN');
    await write('id: dang-ky-thue-ca-nhan\nexamples: [một, hai]\n');
    expect(await refused(addExample(copy.root, INTENT, 'ba bốn năm'))).to.equal('CONTENT_LAYOUT');
    await write('id: "dang-ky\nexamples:\n  - một\n');
    expect(await refused(addExample(copy.root, INTENT, 'ba bốn năm'))).to.equal('CONTENT_INVALID');
  });
});

/** The lines that `after` has more than `before`; fails when any other line changed. */
function linesAdded(before: string, after: string): string[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  const start = old.findIndex((line, index) => line !== now[index]);
  const added = now.slice(start, start + now.length - old.length);
  expect([...now.slice(0, start), ...now.slice(start + added.length)]).to.deep.equal(old);
  return added;
}
