import { expect } from 'chai';
import { openStaffServer, PASSWORD, visitor, type StaffServer, type Visitor } from './staff-server.js';

describe('Signing in to the staff pages', () => {
  let server: StaffServer;
  let browser: Visitor;

  beforeEach(async () => {
    server = await openStaffServer();
    await server.add('an', 'admin', { fullName: 'Trần An' });
    browser = visitor(server.address);
  });
  afterEach(() => server.close());

  const signedIn = async (who: Visitor = browser) => (await who.see('/toi')).status === 200;
  const fail = async (name: string, times: number) => {
    const texts: string[] = [];
    await browser.see('/dang-nhap');
    for (let i = 0; i < times; i += 1)
      texts.push(await (await browser.send('/dang-nhap', { name, password: 'sai hoàn toàn' })).text());
    return texts;
  };
  const actions = async () => (await server.accounts.audit.list({ limit: 50 })).map(({ action }) => action);

  it('shows the page that was asked for, in nobody’s cache', async () => {
    const asked = await browser.ask('/tai-khoan');
    expect(asked.headers.get('Location')).to.equal('/quan-tri/dang-nhap?den=%2Ftai-khoan');
    const form = await browser.see('/dang-nhap?den=%2Ftai-khoan');
    expect(form.headers.get('Cache-Control')).to.equal('no-store');
    expect(form.headers.get('Content-Security-Policy')).not.to.include('unsafe');
    const entered = await browser.send('/dang-nhap', { name: ' AN ', password: PASSWORD, den: '/tai-khoan' });
    expect(entered.headers.get('Location')).to.equal('/quan-tri/tai-khoan');
    expect((await browser.see('/tai-khoan')).text).to.include('Trần An');
  });

  it('leads nowhere else afterwards, whatever the address says', async () => {
    for (const den of ['//xau.vn', 'https://xau.vn', '/\\xau.vn', '/dang-xuat', 'javascript:alert(1)']) {
      const another = visitor(server.address);
      await another.see('/dang-nhap');
      const entered = await another.send('/dang-nhap', { name: 'an', password: PASSWORD, den });
      expect(entered.headers.get('Location'), den).to.equal('/quan-tri/');
    }
  });

  it('gives a new secret in a cookie that scripts and other sites cannot use', async () => {
    await browser.see('/dang-nhap');
    const before = browser.cookies.get('dong_hanh_phien');
    const entered = await browser.send('/dang-nhap', { name: 'an', password: PASSWORD });
    const [cookie = ''] = entered.headers.getSetCookie();
    expect(cookie)
      .to.match(/HttpOnly/)
      .and.match(/SameSite=Lax/);
    expect(browser.cookies.get('dong_hanh_phien')).not.to.equal(before);
  });

  describe('with a wrong password', () => {
    it('says the same for a name that exists and one that does not, up to the lock', async () => {
      const known = await fail('an', 6);
      const unknown = await fail('khong-ai-ca', 6);
      const plain = (texts: string[]) =>
        texts.map((text) => text.replace(/value="[^"]*"/g, '').replace(/an|khong-ai-ca/g, ''));
      expect(plain(known)).to.deep.equal(plain(unknown));
      expect(known[0]).to.include('Tên đăng nhập hoặc mật khẩu chưa đúng.');
      expect(known[3]).to.include('Còn 1 lần thử');
      expect(known[4]).to.include('tạm khoá đến 08:15 vì nhập sai 5 lần');
    });

    it('locks the name for a quarter of an hour, also for the right password, then no longer', async () => {
      await fail('an', 5);
      const refused = await browser.signIn('an');
      expect(refused.status).to.equal(429);
      server.pass(14);
      expect((await browser.signIn('an')).status).to.equal(429);
      server.pass(1);
      expect((await browser.signIn('an')).status).to.equal(303);
      expect(await actions()).to.include('session.lock');
    });

    it('allows five tries and no more when they come all at once', async () => {
      const tries = Array.from({ length: 12 }, () =>
        server.accounts.signIn.withPassword('an', 'sai hoàn toàn'),
      );
      await Promise.all(tries);
      expect((await server.accounts.signIn.withPassword('an', PASSWORD)).kind).to.equal('locked');
      const looked = (await actions()).filter((action) =>
        ['session.refuse', 'session.lock'].includes(action),
      );
      expect(looked).to.have.length(5);
    });

    it('forgets earlier slips once the right one was typed', async () => {
      await fail('an', 4);
      await browser.signIn('an');
      expect((await fail('an', 4))[3]).not.to.include('tạm khoá đến');
    });

    it('writes down no name that is no account: it may be a password in the wrong field', async () => {
      await fail('mat-khau-go-nham', 1);
      const [entry] = await server.accounts.audit.list({ limit: 1 });
      expect(entry).to.include({ actor: 'visitor', action: 'session.refuse' });
      expect(JSON.stringify(entry)).not.to.include('go-nham');
    });

    it('is slowed down by address, whatever the names', async () => {
      await browser.see('/dang-nhap');
      const statuses = new Set<number>();
      // Without the form's token nothing is looked at, but every try counts.
      for (let i = 0; i < 61; i += 1)
        statuses.add((await browser.send('/dang-nhap', { _csrf: 'x', name: `ten-${i}` })).status);
      expect([...statuses]).to.deep.equal([403, 429]);
    });
  });

  describe('a session', () => {
    it('ends after half an hour without anything being done, and lasts while something is', async () => {
      await browser.signIn('an');
      for (let i = 0; i < 4; i += 1) {
        server.pass(29);
        expect(await signedIn()).to.equal(true);
      }
      server.pass(30);
      expect(await signedIn()).to.equal(false);
    });

    it('ends after ten hours whatever is done', async () => {
      await browser.signIn('an');
      for (let i = 0; i < 29; i += 1) {
        server.pass(20);
        expect(await signedIn(), `after ${(i + 1) * 20} minutes`).to.equal(true);
      }
      server.pass(20);
      expect(await signedIn()).to.equal(false);
    });

    it('ends on signing out, for whoever kept the cookie too', async () => {
      await browser.signIn('an');
      const kept = browser.cookies.get('dong_hanh_phien') ?? '';
      await browser.see('/toi');
      expect((await browser.send('/dang-xuat')).status).to.equal(303);
      browser.cookies.set('dong_hanh_phien', kept);
      expect(await signedIn()).to.equal(false);
    });

    it('ends everywhere else when the password is changed, and goes on here under a new secret', async () => {
      const elsewhere = visitor(server.address);
      await elsewhere.signIn('an');
      await browser.signIn('an');
      const before = browser.cookies.get('dong_hanh_phien');
      await browser.see('/toi');
      const wanted = 'sáu con vịt bơi qua cầu';
      const changed = await browser.send('/toi/mat-khau', { present: PASSWORD, wanted, again: wanted });
      expect(changed.status).to.equal(303);
      expect(browser.cookies.get('dong_hanh_phien')).not.to.equal(before);
      expect([await signedIn(), await signedIn(elsewhere)]).to.deep.equal([true, false]);
      expect((await elsewhere.signIn('an')).status).to.equal(401);
      expect((await elsewhere.signIn('an', wanted)).status).to.equal(303);
    });

    it('ends when the account is disabled, and another role counts at once', async () => {
      await server.add('binh', 'admin');
      await browser.signIn('binh');
      expect((await browser.see('/tai-khoan')).status).to.equal(200);
      await server.accounts.administration.setRole('server', 'binh', 'viewer');
      expect((await browser.see('/tai-khoan')).status).to.equal(403);
      await server.accounts.administration.disable('server', 'binh');
      expect(await signedIn()).to.equal(false);
      expect((await browser.signIn('binh')).status).to.equal(401);
    });
  });

  describe('a form', () => {
    beforeEach(async () => {
      await browser.signIn('an');
      await browser.see('/ma-api');
    });
    const order = { name: 'thử', role: 'viewer', days: '1' };
    const made = async () => (await server.accounts.tokens.list()).length;

    it('is refused without its token, with another session’s, and from another site', async () => {
      const other = visitor(server.address);
      await server.add('binh', 'admin');
      await other.signIn('binh');
      const [, foreign = ''] = /name="_csrf" value="([^"]*)"/.exec((await other.see('/toi')).text) ?? [];
      for (const _csrf of ['', 'x', foreign])
        expect((await browser.send('/ma-api', { ...order, _csrf })).status).to.equal(403);
      for (const headers of [
        { Origin: 'https://xau.vn' },
        { Origin: 'null' },
        { 'Sec-Fetch-Site': 'cross-site' },
        { 'Sec-Fetch-Site': 'same-site' },
      ])
        expect((await browser.send('/ma-api', order, headers)).status).to.equal(403);
      expect(await made()).to.equal(0);
    });

    it('is taken from our own page', async () => {
      for (const headers of [{ Origin: server.address }, { 'Sec-Fetch-Site': 'same-origin' }])
        expect((await browser.send('/ma-api', order, headers)).status).to.equal(200);
      expect(await made()).to.equal(2);
    });

    it('may carry its token in a header, for scripts', async () => {
      const [, token = ''] = /name="_csrf" value="([^"]*)"/.exec((await browser.see('/ma-api')).text) ?? [];
      const sent = await browser.send('/ma-api', { ...order, _csrf: '' }, { 'X-CSRF-Token': token });
      expect(sent.status).to.equal(200);
    });
  });

  it('tells on the sign-in page how the first account is made, while there is none', async () => {
    const empty = await openStaffServer();
    try {
      expect((await visitor(empty.address).see('/dang-nhap')).text).to.include('npm run account -- add');
    } finally {
      await empty.close();
    }
    expect((await browser.see('/dang-nhap')).text).not.to.include('npm run account');
  });
});
