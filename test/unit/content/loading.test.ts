import { expect } from 'chai';
import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadContent } from '../../../src/content/load.js';
import type { Content } from '../../../src/content/types.js';
import { copyOfFixture, FIXTURE_ROOT, TODAY } from './fixture-root.js';

describe('The content of a valid folder', () => {
  let content: Content;
  before(async () => {
    const loaded = await loadContent(FIXTURE_ROOT, TODAY);
    if (loaded.content === null) throw new Error('the fixture is broken');
    content = loaded.content;
  });

  it('comes with every procedure, intent and group', () => {
    expect([...content.procedures.keys()]).to.have.members([
      'dang-ky-thue-ca-nhan',
      'quyet-toan-tncn-tu-lam',
      'cd-dat-thay-doi-thong-tin',
    ]);
    expect(content.intents.size).to.equal(4);
    expect(content.groups.map(({ id }) => id)).to.deep.equal(['dang-ky-thue', 'thue-thu-nhap']);
  });

  it('has shared steps put in place, between a procedure’s own', () => {
    const steps = content.procedures.get('quyet-toan-tncn-tu-lam')?.steps ?? [];
    expect(steps.map(({ text }) => text)).to.deep.equal([
      'Đăng nhập Cổng Dịch vụ công quốc gia bằng VNeID.',
      'Chọn thủ tục, kiểm tra thông tin điền sẵn.',
      'Gửi hồ sơ, giữ mã hồ sơ để theo dõi.',
      'Theo dõi thông báo hoàn thuế trên ứng dụng.',
    ]);
    expect(steps[0]?.link?.url).to.equal('https://dichvucong.gov.vn');
  });

  it('gives a procedure’s intent the procedure’s button, an action its own', () => {
    expect(content.intents.get('dang-ky-thue-ca-nhan')?.button).to.equal('Đăng ký MST cá nhân');
    expect(content.intents.get('chao-hoi')).to.deep.include({
      button: 'Chào hỏi',
      target: { action: 'greeting' },
    });
  });

  it('leaves a part out that the file does not have, rather than making it empty', () => {
    const referral = content.procedures.get('cd-dat-thay-doi-thong-tin');
    expect(referral).to.not.have.any.keys('who', 'when', 'fee', 'code');
    expect(referral?.steps).to.deep.equal([]);
  });

  it('is told only what would make it better: more example questions', async () => {
    const { problems } = await loadContent(FIXTURE_ROOT, TODAY);
    expect(problems).to.have.length(4);
    for (const { severity, message } of problems) {
      expect(severity).to.equal('warning');
      expect(message).to.match(/nên có từ 30/);
    }
  });
});

describe('The version of the content', () => {
  let copy: Awaited<ReturnType<typeof copyOfFixture>>;
  beforeEach(async () => {
    copy = await copyOfFixture();
  });
  afterEach(() => copy.remove());
  const version = async () => (await loadContent(copy.root, TODAY)).content?.version;

  it('is the same for the same files in another place', async () => {
    const { content } = await loadContent(FIXTURE_ROOT, TODAY);
    expect(await version())
      .to.equal(content?.version)
      .and.match(/^[0-9a-f]{64}$/);
  });

  it('changes with one letter in one file, and with a renamed file', async () => {
    const before = await version();
    const file = join(copy.root, 'intents/shared/out-of-scope.yml');
    await writeFile(file, 'examples:\n  - gia vang bao nhieu\n');
    const after = await version();
    expect(after).to.not.equal(before);
    await rename(join(copy.root, 'intents/chao-hoi.yml'), join(copy.root, 'intents/chao-hoi-2.yml'));
    expect(await version()).to.not.equal(after);
  });
});

describe('Several mistakes at once', () => {
  let copy: Awaited<ReturnType<typeof copyOfFixture>>;
  beforeEach(async () => {
    copy = await copyOfFixture();
  });
  afterEach(() => copy.remove());

  it('are all told in one run, by file and line', async () => {
    const { root } = copy;
    await writeFile(
      join(root, 'intents/chao-hoi.yml'),
      'id: chao\naction: greting\nexamples:\n\t- xin chào\n',
    );
    await rm(join(root, 'procedures/shared/groups.yml'));
    await rename(join(root, 'procedures/shared/rates.yml'), join(root, 'procedures/shared/rate.yml'));
    const { content, problems } = await loadContent(root, TODAY);
    const told = problems
      .filter(({ severity }) => severity === 'error')
      .map(({ file, message }) => `${file}: ${message}`)
      .join('\n');
    expect(content).to.equal(null);
    expect(told)
      .to.match(/chao-hoi\.yml: .*phím Tab/)
      .and.match(/chao-hoi\.yml: .*"greting"/)
      .and.match(/chao-hoi\.yml: .*tên tệp là "chao-hoi\.yml"/)
      .and.match(/groups\.yml: Không thấy tệp này/)
      .and.match(/rate\.yml: Máy không biết tệp dùng chung này/);
    const places = problems.map(({ file, line }) => `${file} ${String(line).padStart(5, '0')}`);
    expect(places).to.deep.equal([...places].sort());
  });

  it('do not make links into an unreadable file look broken', async () => {
    await writeFile(join(copy.root, 'procedures/shared/contacts.yml'), 'contacts:\n  - id: "thue-co-so\n');
    const { problems } = await loadContent(copy.root, TODAY);
    const errors = problems.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ file }) => file)).to.deep.equal(['procedures/shared/contacts.yml']);
  });

  it('include a file whose name makes it be passed over', async () => {
    await writeFile(join(copy.root, 'intents/moi.yml.txt'), 'id: moi\n');
    const { problems } = await loadContent(copy.root, TODAY);
    expect(problems.map(({ file, remedy }) => `${file} ${remedy}`).join()).to.match(
      /moi\.yml\.txt Đổi tên thành "moi\.yml"/,
    );
  });
});
