import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { createStaffAccounts, type StaffAccounts } from '../../src/accounts/staff-accounts.js';
import { MAX_FAILURES } from '../../src/accounts/lock.js';
import { createStores } from '../../src/records/stores.js';
import { systemClock } from '../../src/shared/clock.js';
import { silentLogger } from '../../src/shared/logger.js';
import { runCommandLine, typeAtTerminal, typeInto, type Typed } from '../support/command-line.js';
import { startStaffSite } from '../support/staff-site.js';

const PASSWORD = 'con mèo đen ngủ trên mái nhà';
const OTHER = 'sáu con vịt bơi qua cầu';
const FIRST = 'Mật khẩu (không hiện khi gõ): ';
const AGAIN = 'Nhập lại: ';
const terminal = String(spawnSync('script', ['--version']).stdout).includes('util-linux')
  ? describe
  : describe.skip;

describe('The account command', function () {
  this.timeout(600_000);
  let dataDir: string;
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'account-'));
  });
  afterEach(() => rm(dataDir, { recursive: true, force: true }));

  const account = (args: string[], input = '', settings = {}) =>
    runCommandLine(['account', ...args], {
      settings: { DATA_DIR: dataDir, ...settings },
      input,
    });
  const atTerminal = (args: string[], typed: Typed[]) =>
    typeAtTerminal(['account', ...args], typed, { DATA_DIR: dataDir });
  /** Looks into the storage while no command runs. */
  const inside = async <T>(look: (accounts: StaffAccounts) => Promise<T>): Promise<T> => {
    const stores = await createStores({ dataDir, logger: silentLogger, clock: systemClock });
    return look(createStaffAccounts(stores.staff, systemClock)).finally(() => stores.close());
  };
  const signsIn = (name: string, password: string) =>
    inside(async ({ signIn }) => (await signIn.withPassword(name, password)).kind);

  const has = (name: string, role: string) =>
    inside(({ administration }) =>
      administration.add('server', { name, role, password: PASSWORD, passwordToChange: false }),
    );
  const lockOut = (name: string) =>
    inside(async ({ signIn }) => {
      for (let i = 0; i < MAX_FAILURES; i += 1) await signIn.withPassword(name, 'sai hoàn toàn');
    });

  it('makes an officer’s account with a password from a pipe, shows it in the list and changes its role', async () => {
    const made = await account(
      ['add', 'Nguyen.An', '--role', 'reviewer', '--full-name', 'Nguyễn Văn An'],
      `${PASSWORD}\n`,
    );
    expect(made).to.deep.equal({ code: 0, output: 'Xong.\n' });
    expect(await signsIn('nguyen.an', PASSWORD)).to.equal('in');
    expect((await account(['role', 'nguyen.an', '--role', 'viewer'])).code).to.equal(0);
    expect((await account(['list'])).output).to.match(
      /^nguyen\.an +viewer +mật khẩu {2}1 phiên .*Nguyễn Văn An\n$/,
    );
  });

  it('makes up a password that is shown once and has to be changed', async () => {
    const { output } = await account(['add', 'an', '--role', 'admin', '--generate']);
    const password = /^[a-z2-9]{5}(-[a-z2-9]{5}){3}$/m.exec(output)?.[0] ?? '';
    expect(output).to.include('chỉ hiện lần này');
    expect(await signsIn('an', password)).to.equal('in');
    const [kept] = await inside(({ administration }) => administration.list());
    expect(kept).to.include({ id: 'an', passwordToChange: true });
  });

  it('sets a new password, which ends every session and the lock', async () => {
    await has('an', 'admin');
    await signsIn('an', PASSWORD);
    await lockOut('an');
    expect(await signsIn('an', PASSWORD)).to.equal('locked');
    expect((await account(['password', 'an'], OTHER)).code).to.equal(0);
    const [kept] = await inside(({ administration }) => administration.list());
    expect(kept).to.include({ openSessions: 0 });
    expect(await signsIn('an', PASSWORD)).to.equal('refused');
    expect(await signsIn('an', OTHER)).to.equal('in');
  });

  it('unlocks a name', async () => {
    await has('an', 'admin');
    await lockOut('an');
    expect((await account(['unlock', 'an'])).code).to.equal(0);
    expect(await signsIn('an', PASSWORD)).to.equal('in');
    const [entry] = await inside(({ audit }) => audit.list({ actor: 'server', limit: 1 }));
    expect(entry).to.include({ action: 'account.unlock', subject: 'an' });
  });

  it('disables an account and opens it again, but never disables the last administrator’s', async () => {
    await has('an', 'admin');
    const last = await account(['disable', 'an']);
    expect(last.code).to.equal(1);
    expect(last.output).to.include('Tạo hoặc mở một tài khoản quản trị khác trước.');
    await has('binh', 'admin');
    await account(['disable', 'an']);
    expect(await signsIn('an', PASSWORD)).to.equal('refused');
    await account(['enable', 'an']);
    expect(await signsIn('an', PASSWORD)).to.equal('in');
  });

  it('opens an account to the office’s own sign-in, and takes that back only where a password is left', async () => {
    const made = await account(['add', 'an', '--role', 'viewer', '--openid', 'An@thue.test']);
    expect(made.output).to.equal('Xong.\n');
    const enters = () => inside(({ signIn }) => signIn.withExternalId('an@thue.test'));
    expect(await enters()).to.include({ accountId: 'an' });
    expect(await account(['openid', 'an'])).to.deep.equal({
      code: 1,
      output: 'Tài khoản cần mật khẩu, hoặc định danh OpenID Connect (--openid).\n',
    });
    await inside(({ administration }) =>
      administration.setPassword('server', 'an', PASSWORD, { toChange: false }),
    );
    expect((await account(['openid', 'an', ''])).code).to.equal(0);
    expect(await enters()).to.equal(null);
  });

  it('gives out a token for the API once, and revokes it', async () => {
    const { output } = await account(['token', 'Báo cáo tháng', '--role', 'metrics', '--days', '30']);
    const token = /^dh_\w{10}_[\w-]{43}$/m.exec(output)?.[0] ?? '';
    expect(await inside(({ gate }) => gate.byToken(token))).to.include({ role: 'metrics' });
    const listed = (await account(['tokens'])).output;
    expect(listed).to.match(/^\w{10} {2}metrics +hạn \d\d\/\d\d\/\d{4} {2}Báo cáo tháng\n$/);
    expect((await account(['revoke', token])).code).to.equal(0);
    expect(await inside(({ gate }) => gate.byToken(token))).to.equal(null);
  });

  for (const [args, code, words] of [
    [['add', 'an'], 2, 'Cách dùng: npm run account'],
    [['add', 'an', '--role', 'admin', '--generat'], 2, 'Không có tuỳ chọn --generat.\nCách dùng'],
    [['token', 'x', '--role', 'metrics', '--days', 'abc'], 1, '--days phải là một số ngày, đang ghi "abc".'],
    [['add', 'an', '--role', 'admin'], 1, 'Không có mật khẩu nào được đưa vào.'],
  ] as const)
    it(`says in Vietnamese what is wrong with “${args.join(' ')}”, and changes nothing`, async () => {
      const said = await account([...args], words.startsWith('Không có mật') ? '' : PASSWORD);
      expect(said.output).to.include(words).and.not.include('    at ');
      expect(said.code).to.equal(code);
      expect(await inside(({ administration }) => administration.list())).to.deep.equal([]);
    });

  it('has the running server do it, which holds the embedded storage', async () => {
    const site = await startStaffSite();
    try {
      const settings = { DATA_DIR: site.dataDir };
      expect((await site.as('an').get('/quan-tri/toi')).status).to.equal(200);
      expect((await account(['end-sessions', 'an'], '', settings)).output).to.equal('Đã kết thúc 1 phiên.\n');
      expect((await site.as('an').get('/quan-tri/toi')).status).to.equal(303);
      const refused = await account(['add', 'an', '--role', 'admin'], PASSWORD, settings);
      expect([refused.code, refused.output]).to.deep.equal([
        1,
        'Tên đăng nhập hoặc định danh OpenID Connect này đã có tài khoản.\n',
      ]);
    } finally {
      await site.stop();
    }
  });

  terminal('at a terminal', () => {
    it('is at one that shows what is typed where nobody hides it', async () => {
      const { output } = await typeInto('read -p "Ai? " x; echo xong', [['Ai? ', 'hiện ra\r']]);
      expect(output).to.include('hiện ra');
    });

    it('asks for the password twice and shows nothing of it, not even its length', async () => {
      const { output, code } = await atTerminal(
        ['add', 'an', '--role', 'admin'],
        [
          [FIRST, `${PASSWORD}\r`],
          [AGAIN, `${PASSWORD}\r`],
        ],
      );
      expect(output).to.equal(`${FIRST}\r\n${AGAIN}\r\nXong.\r\n`);
      expect(code).to.equal(0);
      expect(await signsIn('an', PASSWORD)).to.equal('in');
    });

    it('lets a slip be taken back with backspace, a letter with its accents at once, or the whole line', async () => {
      const { code } = await atTerminal(
        ['add', 'an', '--role', 'admin'],
        [
          [FIRST, `gõ nhầm\x15${PASSWORD}ế\x7f\r`],
          [AGAIN, `\x1b[A${PASSWORD}!\x7f\r`],
        ],
      );
      expect(code).to.equal(0);
      expect(await signsIn('an', PASSWORD)).to.equal('in');
    });

    it('changes nothing when the two differ', async () => {
      const { output, code } = await atTerminal(
        ['add', 'an', '--role', 'admin'],
        [
          [FIRST, `${PASSWORD}\r`],
          [AGAIN, `${OTHER}\r`],
        ],
      );
      expect(output).to.include('Hai lần nhập không giống nhau, chưa thay đổi gì.');
      expect(code).to.equal(1);
      expect(await inside(({ administration }) => administration.list())).to.deep.equal([]);
    });

    it('stops at Ctrl-C without having changed anything', async () => {
      const { output, code } = await atTerminal(['add', 'an', '--role', 'admin'], [[FIRST, 'mật\x03']]);
      expect(output).to.equal(`${FIRST}\r\nĐã dừng, chưa thay đổi gì.\r\n`);
      expect(code).to.equal(1);
    });
  });
});
