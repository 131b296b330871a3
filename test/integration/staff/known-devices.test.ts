import { expect } from 'chai';
import { createTurns } from '../../../src/accounts/turns.js';
import { openStaffServer, PASSWORD, visitor, type StaffServer } from './staff-server.js';

const DEVICE = 'dong_hanh_thiet_bi';
const WRONG = 'sai hoàn toàn';

describe('A browser that somebody signed in from before', () => {
  let server: StaffServer;
  beforeEach(async () => {
    server = await openStaffServer();
    await server.add('an', 'admin');
  });
  afterEach(() => server.close());

  const known = async () => {
    const browser = visitor(server.address);
    expect((await browser.signIn('an')).status).to.equal(303);
    browser.cookies.delete('dong_hanh_phien');
    return browser;
  };
  const strangersLock = async (name: string) => {
    for (let i = 0; i < 5; i += 1) await server.accounts.signIn.withPassword(name, WRONG);
    expect((await server.accounts.signIn.withPassword(name, PASSWORD)).kind).to.equal('locked');
  };

  it('lets its owner in while strangers keep the name locked', async () => {
    const browser = await known();
    await strangersLock('an');
    expect((await visitor(server.address).signIn('an')).status).to.equal(429);
    expect((await browser.signIn('an')).status).to.equal(303);
    // And the strangers gain no new tries by it.
    expect((await server.accounts.signIn.withPassword('an', PASSWORD)).kind).to.equal('locked');
  });

  it('is let in while a flood from the same address is being slowed down', async () => {
    const browser = await known();
    const flood = visitor(server.address);
    await flood.see('/dang-nhap');
    for (let i = 0; i < 61; i += 1) await flood.send('/dang-nhap', { _csrf: 'x', name: `ten-${i}` });
    expect((await flood.send('/dang-nhap', { name: 'an', password: PASSWORD })).status).to.equal(429);
    expect((await browser.signIn('an')).status).to.equal(303);
  });

  it('may guess no more often than others: five tries, then a lock of its own until a new password', async () => {
    const browser = await known();
    for (let i = 0; i < 5; i += 1) await browser.signIn('an', WRONG);
    expect((await browser.signIn('an')).status).to.equal(429);
    expect((await visitor(server.address).signIn('an')).status).to.equal(303);
    await server.accounts.administration.setPassword('server', 'an', 'sáu con vịt bơi qua cầu', {
      toChange: false,
    });
    expect((await browser.signIn('an', 'sáu con vịt bơi qua cầu')).status).to.equal(303);
  });

  it('is known for the people who signed in there, and for nobody else', async () => {
    await server.add('binh', 'viewer');
    const browser = await known();
    await strangersLock('binh');
    expect((await browser.signIn('binh')).status).to.equal(429);
    server.pass(15);
    expect((await browser.signIn('binh')).status).to.equal(303);
    await strangersLock('binh');
    await strangersLock('an');
    browser.cookies.delete('dong_hanh_phien');
    expect((await browser.signIn('binh')).status).to.equal(303);
    browser.cookies.delete('dong_hanh_phien');
    expect((await browser.signIn('an')).status).to.equal(303);
  });

  it('is a stranger’s after half a year, or with a value that we did not write', async () => {
    const browser = await known();
    const kept = browser.cookies.get(DEVICE) ?? '';
    expect(kept).not.to.contain('an~').and.not.to.equal('');
    const [day = '', id = '', names = '', seal = ''] = kept.split('~');
    const forged = ['', 'x', kept.slice(0, -1), [Number(day) + 1, id, names, seal].join('~'), `${kept}~`];
    for (const value of forged) expect(server.accounts.devices.idOf(value), value).to.equal(null);
    expect(server.accounts.devices.idOf(kept)).to.equal(id);
    server.pass(181 * 24 * 60);
    expect(server.accounts.devices.idOf(kept)).to.equal(null);
  });

  it('does not shut out who is signed in from changing the password while the name is locked', async () => {
    const browser = visitor(server.address);
    await browser.signIn('an');
    await strangersLock('an');
    await browser.see('/toi');
    const wanted = 'sáu con vịt bơi qua cầu';
    const changed = await browser.send('/toi/mat-khau', { present: PASSWORD, wanted, again: wanted });
    expect(changed.status).to.equal(303);
  });
});

describe('Passwords that wait to be looked at', () => {
  it('of known browsers come before those of strangers, however many strangers wait', async () => {
    const turns = createTurns(20, () => new Error('busy'));
    const order: string[] = [];
    let open: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    const piece = (name: string) => () => gate.then(() => void order.push(name));
    const strangers = Array.from({ length: 30 }, (_, index) =>
      turns('stranger', piece(`stranger ${index}`)).catch((error: unknown) => String(error)),
    );
    const own = turns('known', piece('an'));
    open();
    await own;
    expect(order).to.deep.equal(['stranger 0', 'an']);
    const ends = await Promise.all(strangers);
    expect(ends.filter((end) => end === 'Error: busy')).to.have.length(9);
  });
});

describe('Cookies of the staff pages', () => {
  let server: StaffServer;
  afterEach(() => server.close());

  it('are secure and this host’s alone behind https; only that name is taken there', async () => {
    server = await openStaffServer({ trustProxy: true });
    await server.add('an', 'admin');
    const browser = visitor(server.address, { 'X-Forwarded-Proto': 'https' });
    const entered = await browser.signIn('an');
    const written = entered.headers.getSetCookie();
    expect(written).to.have.length(2);
    for (const cookie of written)
      expect(cookie).to.match(/^__Host-dong_hanh_(?:phien|thiet_bi)=[^;]+; .*Path=\/; .*HttpOnly; Secure/);
    const session = browser.cookies.get('__Host-dong_hanh_phien') ?? '';
    expect((await browser.see('/toi')).status).to.equal(200);
    browser.cookies.clear();
    browser.cookies.set('dong_hanh_phien', session);
    expect((await browser.see('/toi')).headers.get('Location')).to.contain('dang-nhap');
  });

  it('that somebody else put there are replaced, and no form is taken with them', async () => {
    server = await openStaffServer();
    await server.add('an', 'admin');
    const browser = visitor(server.address);
    const planted = 'p'.repeat(43);
    browser.cookies.set('dong_hanh_phien', planted);
    await browser.see('/dang-nhap');
    expect(browser.cookies.get('dong_hanh_phien')).not.to.equal(planted);
    browser.cookies.set('dong_hanh_phien', planted);
    expect((await browser.send('/dang-nhap', { name: 'an', password: PASSWORD })).status).to.equal(403);
  });
});
