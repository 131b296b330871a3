import { expect } from 'chai';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommandLine } from '../../support/command-line.js';
import { copyOfFixture, TODAY } from './fixture-root.js';

const run = (command: string, ...args: string[]) => runCommandLine([command, ...args, '--today', TODAY]);

describe('The commands for staff', () => {
  let copy: Awaited<ReturnType<typeof copyOfFixture>>;
  beforeEach(async () => {
    copy = await copyOfFixture();
  });
  afterEach(() => copy.remove());

  it('content:check ends with 0 when only warnings are left, and says so in one line', async () => {
    const { code, output } = await run('content-check', copy.root);
    expect(output).to.match(/\nDùng được\. Có 4 chỗ nên xem lại\. 3 mục, 4 việc người dân hỏi\.\n$/);
    expect(code).to.equal(0);
  });

  it('content:check tells of what is over by the day given, and still ends with 0', async () => {
    const { code, output } = await runCommandLine(['content-check', copy.root, '--today', '2028-02-29']);
    expect(output).to.contain('Ngày 2026-11-25 đã qua (hôm nay 2028-02-29).');
    expect(output).to.match(/\nDùng được\. Có \d+ chỗ nên xem lại\./);
    expect(code).to.equal(0);
  });

  it('refuse a day that no calendar has', async () => {
    const { code, output } = await runCommandLine(['content-check', copy.root, '--today', '2027-02-29']);
    expect(output).to.contain('"2027-02-29" không phải là một ngày.').and.contain('--today 2027-02-28');
    expect(code).to.equal(1);
  });

  it('content:check ends with 1 on an error, for CI, and names file, line and remedy', async () => {
    await writeFile(join(copy.root, 'intents/chao-hoi.yml'), 'id: chao-hoi\nacton: greeting\n');
    const { code, output } = await run('content-check', copy.root, '--quiet');
    expect(code).to.equal(1);
    expect(output).to.match(
      /LỖI: intents\/chao-hoi\.yml, dòng 2, mục acton\n {2}.*\n {2}→ Có lẽ là "action"/,
    );
    expect(output).to.match(/CHƯA DÙNG ĐƯỢC: \d+ lỗi phải sửa/);
  });

  it('content:check --fix mends tabs and decomposed letters, and nothing else', async () => {
    const file = join(copy.root, 'intents/chao-hoi.yml');
    const good = await readFile(file, 'utf8');
    await writeFile(file, good.normalize('NFD').replace(/^ {2}- alo/m, '\t- alo'));
    expect((await run('content-check', copy.root)).code).to.equal(1);
    expect((await run('content-check', copy.root, '--fix')).code).to.equal(0);
    expect(await readFile(file, 'utf8')).to.equal(good);
  });

  it('content:new makes both files, whose only faults are what is still to be filled in', async () => {
    const made = await run('content-new', 'procedure', 'thu-tuc-moi', 'Thủ tục: mới', '--root', copy.root);
    expect(made.code).to.equal(0);
    const { output } = await run('content-check', copy.root, '--quiet');
    const messages = output.match(/^ {2}(?!→).*$/gm) ?? [];
    expect(messages).to.not.be.empty;
    for (const message of messages) expect(message).to.match(/chữ mẫu|Mới có 1 câu hỏi mẫu/);
  });

  it('content:new never writes over a file', async () => {
    const { code, output } = await run('content-new', 'intent', 'chao-hoi', '--root', copy.root);
    expect(code).to.equal(1);
    expect(output).to.match(/Đã có tệp intents\/chao-hoi\.yml/);
  });
});
