import { expect } from 'chai';
import { openStaffServer, PASSWORD, visitor, type StaffServer, type Visitor } from './staff-server.js';

const SHOWN_ONCE = /<code class="secret">([\w-]+)<\/code>/;
const passwordIn = (text: string) => SHOWN_ONCE.exec(text)?.[1] ?? '';

describe('Accounts on the web, for administrators', () => {
  let server: StaffServer;
  let admin: Visitor;

  beforeEach(async () => {
    server = await openStaffServer();
    await server.add('an', 'admin', { fullName: 'Trần Thị An' });
    admin = visitor(server.address);
    await admin.signIn('an');
    await admin.see('/tai-khoan');
  });
  afterEach(() => server.close());

  /** As a form with several boxes of one name sends them. */
  const post = async (path: string, fields: [string, string][]) => {
    const answer = await admin.send(path, fields);
    return { status: answer.status, text: await answer.text(), to: answer.headers.get('Location') };
  };
  const add = (name: string, ...roles: string[]) =>
    post('/tai-khoan', [
      ['name', name],
      ['fullName', 'Lê Văn Bình'],
      ...roles.map((role): [string, string] => ['roles', role]),
    ]);
  const account = async (name: string) =>
    (await server.accounts.administration.list()).find(({ id }) => id === name);
  const actions = async (subject: string) =>
    (await server.accounts.audit.list({ limit: 50 }))
      .filter((entry) => entry.subject === subject && entry.actor === 'an')
      .map(({ action }) => action)
      .reverse();

  it('makes an account whose password is shown once and has to be changed at the first sign-in', async () => {
    const made = await add('le.binh', 'reviewer', 'editor');
    expect(made.status).to.equal(200);
    const given = passwordIn(made.text);
    expect(given).to.match(/^\w{5}(-\w{5}){3}$/);
    expect((await admin.see('/tai-khoan/le.binh')).text).to.not.include(given);
    expect(await account('le.binh')).to.deep.include({
      fullName: 'Lê Văn Bình',
      roles: ['reviewer', 'editor'],
    });

    const binh = visitor(server.address);
    await binh.signIn('le.binh', given);
    expect((await binh.ask('/duyet')).headers.get('Location')).to.equal('/quan-tri/toi');
    await binh.see('/toi');
    const wanted = 'sáu con vịt bơi qua cầu';
    await binh.send('/toi/mat-khau', { present: given, wanted, again: wanted });
    expect((await binh.ask('/duyet')).status).to.equal(200);
    expect((await binh.ask('/tai-khoan')).status).to.equal(403);
    expect(await actions('le.binh')).to.deep.equal(['account.add']);
  });

  it('says what is wrong with a new account beside the form and keeps what was typed', async () => {
    for (const [name, roles, told] of [
      ['Lê Bình', ['viewer'], 'Tên đăng nhập này chưa đúng dạng'],
      ['an', ['viewer'], 'đã có tài khoản'],
      ['le.binh', [], 'Chưa chọn vai trò nào'],
      ['le.binh', ['chief'], 'Không có vai trò'],
    ] as const) {
      const { status, text } = await add(name, ...roles);
      expect(status, told).to.be.oneOf([409, 422]);
      expect(text).to.include(told).and.include(`value="${name}"`).and.include('value="Lê Văn Bình"');
    }
    expect((await server.accounts.administration.list()).map(({ id }) => id)).to.deep.equal(['an']);
  });

  it('gives and takes roles, which count at the next page', async () => {
    await server.add('le.binh', 'viewer');
    const binh = visitor(server.address);
    await binh.signIn('le.binh');
    expect((await binh.ask('/yeu-cau')).status).to.equal(403);
    const saved = await post('/tai-khoan/le.binh/sua', [
      ['fullName', 'Lê Thanh Bình'],
      ['roles', 'answerer'],
      ['roles', 'head'],
    ]);
    expect(saved.to).to.equal('/quan-tri/tai-khoan/le.binh');
    expect((await binh.ask('/yeu-cau')).status).to.equal(200);
    expect(await account('le.binh')).to.deep.include({
      fullName: 'Lê Thanh Bình',
      roles: ['answerer', 'head'],
    });
    expect(await actions('le.binh')).to.deep.equal(['account.role', 'account.full_name']);
    expect((await admin.see('/nhat-ky')).text).to.include('le.binh – Trả lời người dân, Lãnh đạo');
  });

  it('gives a new password, disables, opens again, ends sessions and frees a locked name', async () => {
    await server.add('le.binh', 'viewer');
    const binh = visitor(server.address);
    await binh.signIn('le.binh');
    const reset = passwordIn((await post('/tai-khoan/le.binh/mat-khau', [])).text);
    expect((await binh.ask('/thong-ke')).headers.get('Location')).to.include('/dang-nhap');

    const stranger = visitor(server.address);
    for (let i = 0; i < 6; i += 1) await stranger.signIn('le.binh', 'sai hoàn toàn');
    expect((await admin.see('/tai-khoan/le.binh')).text).to.include('Tạm khoá đến');
    await post('/tai-khoan/le.binh/go-tam-khoa', []);
    const again = visitor(server.address);
    await again.signIn('le.binh', reset);
    expect((await again.see('/toi')).status).to.equal(200);

    await post('/tai-khoan/le.binh/ket-thuc-phien', []);
    expect((await again.ask('/toi')).status).to.equal(303);
    await post('/tai-khoan/le.binh/vo-hieu', []);
    await again.signIn('le.binh', reset);
    expect((await again.ask('/toi')).status).to.equal(303);
    await post('/tai-khoan/le.binh/mo-lai', []);
    await again.signIn('le.binh', reset);
    expect((await again.ask('/toi')).status).to.equal(200);
    expect(await actions('le.binh')).to.deep.equal([
      'account.password_reset',
      'account.unlock',
      'account.sessions_end',
      'account.disable',
      'account.enable',
    ]);
  });

  it('lets no administrator shut themself out, nor the last one be taken away', async () => {
    await server.add('chi', 'admin');
    for (const [action, fields] of [
      [
        'sua',
        [
          ['fullName', 'An'],
          ['roles', 'viewer'],
        ],
      ],
      ['vo-hieu', []],
      ['mat-khau', []],
    ] as [string, [string, string][]][]) {
      const { status, text } = await post(`/tai-khoan/an/${action}`, fields);
      expect(status, action).to.equal(409);
      expect(text, action).to.include('chính mình');
    }
    expect((await server.accounts.signIn.withPassword('an', PASSWORD)).kind).to.equal('in');
    await server.accounts.administration.disable('an', 'chi');
    const last = await server.accounts.administration.setRole('server', 'an', 'viewer').catch(String);
    expect(last).to.include('quản trị duy nhất');
    const kept = await account('an');
    expect([kept?.roles, kept?.disabledAt]).to.deep.equal([['admin'], undefined]);
  });

  it('keeps one of two administrators who take each other away at the same moment', async () => {
    await server.add('chi', 'admin');
    const { administration } = server.accounts;
    await Promise.allSettled([
      administration.disable('an', 'chi'),
      administration.setRole('chi', 'an', 'viewer'),
    ]);
    const left = (await administration.list()).filter(
      ({ roles, disabledAt }) => roles.includes('admin') && disabledAt === undefined,
    );
    expect(left.length).to.be.greaterThan(0);
  });

  it('says so when there is no such account', async () => {
    expect((await admin.see('/tai-khoan/khong.co')).status).to.equal(404);
    expect((await post('/tai-khoan/khong.co/mat-khau', [])).status).to.equal(404);
  });
});
