import { expect } from 'chai';
import { PageBot } from '../support/page-bot.js';
import { createStaffAccounts } from '../../src/accounts/staff-accounts.js';
import { clientOf, type StaffClient } from '../support/staff-site.js';

const HOUR = 3_600_000;
const FORM = { mode: 'off', reason: 'Cục Thuế thông báo bảo trì', notice: '', until: '' };

describe('The switch for the whole bot, from the staff pages to Messenger', function () {
  this.timeout(120_000);
  let bot: PageBot;
  const people = new Map<string, StaffClient>();

  before(async () => {
    bot = await PageBot.start();
    const secrets = new Map<string, string>();
    await bot.restart(async (stores) => {
      const clock = { now: () => new Date(bot.now) };
      const { administration, sessions } = createStaffAccounts(stores.staff, clock);
      for (const [name, role] of [
        ['chu', 'admin'],
        ['an', 'answerer'],
      ] as const) {
        await administration.add('server', {
          ...{ name, role, passwordToChange: false, externalId: `id-${name}` },
        });
        secrets.set(name, await sessions.start(name));
      }
    });
    for (const [name, secret] of secrets) people.set(name, clientOf(bot.url, secret));
  });
  after(() => bot.stop());
  afterEach(() => chu().post('/quan-tri/bat-tat', { mode: 'on' }));

  const as = (name: string): StaffClient => {
    const found = people.get(name);
    if (found === undefined) throw new Error(`nobody called ${name}`);
    return found;
  };
  const chu = () => as('chu');
  const hears = async (citizen: ReturnType<PageBot['citizen']>, words: string) => {
    await citizen.say(words);
    return bot.settled(citizen);
  };

  it('is obeyed at once, told once to each, and over at its time', async () => {
    const citizen = await bot.known();
    expect((await chu().post('/quan-tri/bat-tat', { ...FORM, until: '2026-11-24T10:20' })).status).to.equal(
      303,
    );
    expect(await hears(citizen, 'menu')).to.contain('tạm nghỉ tới 10:20 ngày 24/11/2026');
    expect(await hears(citizen, 'đăng ký mã số thuế cá nhân')).to.equal('');
    expect(await hears(citizen, 'dừng')).to.contain('bắt đầu');
    bot.now = Date.parse('2026-11-24T03:20:00Z');
    expect(await hears(citizen, 'bắt đầu'))
      .to.not.contain('tạm nghỉ')
      .and.to.not.equal('');
  });

  it('lets nobody but administrators touch it, and says what was done in the audit trail', async () => {
    const refused = await as('an').post('/quan-tri/bat-tat', FORM);
    expect(refused.status).to.equal(403);
    const citizen = await bot.known();
    expect(await hears(citizen, 'menu')).to.contain('Anh/chị cần việc nào');
    await chu().post('/quan-tri/bat-tat', FORM);
    const trail = (await chu().get('/quan-tri/nhat-ky')).text;
    expect(trail).to.contain('Bật, tắt trợ lý tự động').and.to.contain('Cục Thuế thông báo bảo trì');
  });

  it('shows on every staff page, in health and in the metrics while it is not on', async () => {
    expect((await as('an').get('/quan-tri/viec')).text).to.not.contain('Trợ lý đang tắt');
    await chu().post('/quan-tri/bat-tat', FORM);
    const home = (await as('an').get('/quan-tri/viec')).text;
    expect(home).to.contain('Trợ lý đang tắt').and.to.contain('tới khi có người bật lại');
    expect(home, 'only administrators can change it').to.not.contain('/quan-tri/bat-tat');
    expect(await bot.health()).to.have.deep.property('bot', { mode: 'off' });
  });

  const WRONG: [string, Record<string, string>, string][] = [
    ['nothing chosen', { mode: 'xyz' }, 'Chưa chọn'],
    ['no reason', { reason: ' ' }, 'Chưa ghi lý do'],
    ['a notice without words', { mode: 'notice' }, 'Chưa viết lời báo'],
    ['an end that is over', { until: '2020-01-01T00:00' }, 'đã qua'],
    ['an end that nobody remembers', { until: '2029-01-01T00:00' }, 'xa quá 31 ngày'],
    ['no time at all', { until: 'mai' }, 'không đọc được'],
    ['somebody’s number', { notice: 'gọi số CCCD 048090001234' }, 'số giấy tờ'],
  ];
  for (const [what, change, complaint] of WRONG)
    it(`refuses ${what}, keeps what was typed, and changes nothing`, async () => {
      const answer = await chu().post('/quan-tri/bat-tat', { ...FORM, ...change });
      expect(answer.status).to.equal(422);
      expect(answer.text).to.contain(complaint);
      expect(await bot.health()).to.have.deep.property('bot', { mode: 'on' });
    });

  it('a notice goes before the answer', async () => {
    const citizen = await bot.known();
    await chu().post('/quan-tri/bat-tat', {
      ...{ ...FORM, mode: 'notice', until: '2026-11-24T20:00' },
      notice: 'Hệ thống thuế điện tử bảo trì đến 14 giờ.',
    });
    expect(await hears(citizen, 'menu')).to.match(/bảo trì đến 14 giờ[^]*Anh\/chị cần việc nào/u);
    expect(await hears(citizen, 'menu')).to.not.contain('bảo trì đến 14 giờ');
    bot.later(24 * HOUR);
    expect(await hears(citizen, 'menu'), 'it is over').to.not.contain('bảo trì đến 14 giờ');
  });
});
