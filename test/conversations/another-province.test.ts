import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { startApp } from '../../src/app.js';
import { readConfig } from '../../src/config.js';
import { authorityOf } from '../../src/content/authority.js';
import { loadContent } from '../../src/content/load.js';
import { silentLogger } from '../../src/shared/logger.js';
import { Citizen } from '../support/citizen.js';
import { contentFolder } from '../support/content-folder.js';
import { understandingOf } from '../support/trained.js';

const AUTHORITY = 'Thuế tỉnh Sông Mây';
const OFFICES = `authority: ${AUTHORITY}
source: Dữ liệu thử
checked_on: 2026-11-23
offices:
  - { id: thue-co-so-1, name: Thuế cơ sở 1, seat: phường Bến Mơ }
  - { id: thue-co-so-2, name: Thuế cơ sở 2, seat: xã Đồi Sim }
places:
  - { name: Bến Mơ, unit: phường, office: thue-co-so-1, district: Lũng Gió, formerly: [{ unit: xã, name: Bãi Ngang }] }
  - { name: Đồi Sim, unit: xã, office: thue-co-so-2, district: Suối Tơ, formerly: [{ unit: xã, name: Nà Phách }] }
`;
const CONTACTS = `contacts:
  - id: thue-co-so
    name: Thuế cơ sở nơi anh/chị ở
    value: Bộ phận một cửa của Thuế cơ sở
    shown_for: [person]
    source: Dữ liệu thử
    checked_on: 2026-11-23
  - id: tong-dai
    name: tổng đài tỉnh Sông Mây
    value: Quầy hỏi đáp ở phường Bến Mơ
    shown_for: [hotline]
    source: Dữ liệu thử
    checked_on: 2026-11-23
`;
/** Names of the office that the shipped content is of. */
const OURS = /Đà Nẵng|Quảng Nam|Tam Kỳ|Duy Hải|Điện Bàn|Duy Nghĩa|\b1022\b/u;

function contentOfAnotherProvince(): string {
  const folder = contentFolder('test/fixtures/content');
  const shared = join(folder, 'procedures/shared');
  writeFileSync(join(shared, 'offices.yml'), OFFICES);
  writeFileSync(join(shared, 'contacts.yml'), CONTACTS);
  // The one thing of its own that an office has to put into the bot's sentences: the hotline they name.
  const sentences = join(shared, 'sentences.yml');
  writeFileSync(
    sentences,
    readFileSync(sentences, 'utf8').replace(/tổng đài 1022|city hotline 1022/gu, 'tổng đài tỉnh'),
  );
  const promises = join(shared, 'promises.yml');
  writeFileSync(promises, 'promises: []\n');
  return folder;
}

describe('in another province, with that office’s own content', () => {
  let citizen: Citizen;
  const seen: string[] = [];
  const say = async (text: string) => {
    const screen = await citizen.say(text);
    seen.push(screen);
    return screen;
  };

  before(async () => {
    const { content, problems } = await loadContent(contentOfAnotherProvince(), '2026-11-24');
    if (content === null) throw new Error(problems.map(({ message }) => message).join('\n'));
    const settings = { authority: authorityOf(content, undefined) };
    citizen = new Citizen(understandingOf(content), { known: false, settings });
  });

  it('the bot says whose it is', async () => {
    expect(await say('xin chào')).to.include(AUTHORITY);
  });

  it('finds the office of a commune of that province, by its new name and the former one', async () => {
    citizen.state = {
      consent: { choice: 'yes' },
      stopped: false,
      suspended: [],
      waiting: { for: 'commune' },
    };
    expect(await say('phường Bến Mơ'))
      .to.include('Thuế cơ sở 1')
      .and.to.include(AUTHORITY);
    expect(await say('xã Nà Phách thuộc thuế nào')).to.include('Thuế cơ sở 2');
  });

  it('walks through a procedure, hands over to a person and deletes data without a word of another office', async () => {
    for (const text of [
      'đăng ký mã số thuế cá nhân',
      'nộp ở đâu',
      'bao lâu có kết quả',
      'căn cứ',
      'gặp cán bộ',
      'gặp cán bộ',
      'mai có làm việc không',
      'quyền riêng tư',
      'xoá dữ liệu',
      'cho hỏi lịch chiếu phim tối nay',
      'who are you',
    ])
      await say(text);
    expect(seen.filter((screen) => OURS.test(screen))).to.deep.equal([]);
  });

  it('shows that office alone on the web: the chat, the page on data, refusals', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'another-province-'));
    const settings = { PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir };
    const app = await startApp(readConfig({ ...settings, CONTENT_DIR: contentOfAnotherProvince() }), {
      logger: silentLogger,
    });
    try {
      const paths = ['', 'quyen-rieng-tu', 'lich/LH-AAAAA.ics', 'khong-co'];
      const read = await Promise.all(paths.map(async (path) => (await fetch(app.url + path)).text()));
      expect(read[0]).to.include(AUTHORITY);
      expect(read[1]).to.include(AUTHORITY);
      expect(read.filter((page) => OURS.test(page))).to.deep.equal([]);
    } finally {
      await app.close();
      rmSync(dataDir, { recursive: true });
    }
  });

  it('a setting comes before the name in the content; without both it is a tax office without a name', async () => {
    const { content } = await loadContent(contentOfAnotherProvince(), '2026-11-24');
    if (content === null) throw new Error('the content has errors');
    const { authority: named, ...offices } = content.offices;
    expect(named).to.equal(AUTHORITY);
    expect(authorityOf(content, 'Thuế Sông Mây')).to.equal('Thuế Sông Mây');
    expect(authorityOf({ ...content, offices }, undefined)).to.equal('cơ quan thuế');
    expect(readConfig({}).authority).to.equal(undefined);
    expect(readConfig({}).officers.name).to.equal(undefined);
  });
});
