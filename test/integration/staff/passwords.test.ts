import { expect } from 'chai';
import { createStaffAccounts } from '../../../src/accounts/staff-accounts.js';
import { openStaffServer, PASSWORD, visitor, type StaffServer, type Visitor } from './staff-server.js';

describe('The passwords of the staff pages', () => {
  let server: StaffServer;
  let browser: Visitor;

  beforeEach(async () => {
    server = await openStaffServer();
    await server.add('an', 'admin');
    browser = visitor(server.address);
  });
  afterEach(() => server.close());

  it('keeps neither password nor session in the storage as they are', async () => {
    await browser.signIn('an');
    const session = browser.cookies.get('dong_hanh_phien') ?? '';
    const { accounts, staffSessions } = server.stores.collections;
    const kept = JSON.stringify([await accounts.find({}), await staffSessions.find({})]);
    expect(kept).not.to.include(PASSWORD).and.not.include(session);
    expect(kept).to.include('$scrypt$');
  });

  it('keeps passwords at what OWASP asks of scrypt, and renews one of a lower cost when its owner comes in', async () => {
    const full = createStaffAccounts(server.stores.staff, { now: server.now });
    const kept = async () => (await server.stores.collections.accounts.findOne({ _id: 'an' }))?.passwordHash;
    expect(await kept()).not.to.include('ln=15');
    expect((await full.signIn.withPassword('an', 'sai hoàn toàn')).kind).to.equal('refused');
    expect(await kept()).not.to.include('ln=15');
    expect((await full.signIn.withPassword('an', PASSWORD)).kind).to.equal('in');
    expect(await kept()).to.include('$scrypt$ln=15,r=8,p=3$');
    expect((await full.signIn.withPassword('an', PASSWORD)).kind).to.equal('in');
  });

  it('asks for a password of one’s own first where somebody else has set it', async () => {
    await server.add('moi', 'admin', { passwordToChange: true });
    await browser.signIn('moi');
    expect((await browser.ask('/tai-khoan')).headers.get('Location')).to.equal('/quan-tri/toi');
    await browser.see('/toi');
    const weak = await browser.send('/toi/mat-khau', {
      present: PASSWORD,
      wanted: 'matkhau123456',
      again: 'matkhau123456',
    });
    expect(weak.status).to.equal(422);
    expect(await weak.text()).to.include('dễ đoán');
    const wanted = 'sáu con vịt bơi qua cầu';
    await browser.send('/toi/mat-khau', { present: PASSWORD, wanted, again: wanted });
    expect((await browser.see('/tai-khoan')).status).to.equal(200);
  });
});
