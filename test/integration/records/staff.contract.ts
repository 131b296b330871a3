import { expect } from 'chai';
import type { Account } from '../../../src/accounts/types.js';
import type { Stores } from '../../../src/records/stores.js';
import { AUDIT_DAYS } from '../../../src/records/stores/retention.js';
import { NOW } from './engines.js';
import { minutes } from './samples.js';

const DAY = 24 * 60;

function account(id: string, changes: Partial<Account> = {}): Account {
  return { id, fullName: id, roles: ['viewer'], passwordToChange: false, createdAt: NOW, ...changes };
}

export function staffContract(stores: () => Stores): void {
  const staff = () => stores().staff;

  describe('the switch for the whole bot', () => {
    it('is as it was set last, and keeps nothing of the time before', async () => {
      const { service } = stores();
      expect(await service.read()).to.equal(null);
      const maintenance = { mode: 'notice', since: NOW, by: 'chu', notice: 'Bảo trì.' } as const;
      await service.set({ ...maintenance, reason: 'thông báo của Cục', until: minutes(60) });
      expect(await service.read()).to.deep.equal({
        ...maintenance,
        reason: 'thông báo của Cục',
        until: minutes(60),
      });
      await service.set({ mode: 'on', since: minutes(5), by: 'lan' });
      expect(await service.read()).to.deep.equal({ mode: 'on', since: minutes(5), by: 'lan' });
    });
  });

  describe('accounts', () => {
    it('have a name and an external id that nobody else has', async () => {
      const { accounts } = staff();
      expect(await accounts.add(account('an', { externalId: 'an@thue.test' }))).to.be.true;
      expect(await accounts.add(account('an'))).to.be.false;
      expect(await accounts.add(account('binh', { externalId: 'an@thue.test' }))).to.be.false;
      expect(await accounts.add(account('binh'))).to.be.true;
      expect(await accounts.add(account('chi'))).to.be.true;
      expect((await accounts.list()).map(({ id }) => id)).to.deep.equal(['an', 'binh', 'chi']);
      expect((await accounts.byExternalId('an@thue.test'))?.id).to.equal('an');
      expect(await accounts.byExternalId('ai@thue.test')).to.be.null;
    });

    it('change in what is named, and lose what is taken away', async () => {
      const { accounts } = staff();
      await accounts.add(account('an', { externalId: 'an@thue.test' }));
      expect(await accounts.change('an', { roles: ['admin'], disabledAt: NOW, externalId: null })).to.be.true;
      expect(await accounts.get('an')).to.deep.equal(account('an', { roles: ['admin'], disabledAt: NOW }));
      await accounts.change('an', { disabledAt: null });
      expect(await accounts.get('an')).to.deep.equal(account('an', { roles: ['admin'] }));
      expect(await accounts.change('ai', { roles: ['admin'] })).to.be.false;
    });
  });

  describe('sessions of the staff pages', () => {
    const session = (idHash: string, accountId = 'an') => ({
      idHash,
      accountId,
      startedAt: NOW,
      lastSeenAt: NOW,
      expiresAt: minutes(600),
    });

    it('end one by one, or all of an account but one', async () => {
      const { sessions } = staff();
      for (const id of ['a', 'b', 'c']) await sessions.add(session(id));
      await sessions.add(session('d', 'binh'));
      await sessions.end('a');
      expect(await sessions.endAll('an', 'b')).to.equal(1);
      expect((await sessions.listOpen(minutes(-1), NOW)).map(({ idHash }) => idHash).sort()).to.deep.equal([
        'b',
        'd',
      ]);
      expect(await sessions.get('c')).to.be.null;
      await sessions.touch('b', minutes(5));
      expect(await sessions.get('b')).to.deep.equal({ ...session('b'), lastSeenAt: minutes(5) });
    });

    it('are no longer open once idle or expired, and are swept when they have run out', async () => {
      const { sessions } = staff();
      await sessions.add(session('a'));
      expect(await sessions.listOpen(NOW, NOW)).to.be.empty;
      expect(await sessions.listOpen(minutes(-1), minutes(600))).to.be.empty;
      await stores().retention.sweep(minutes(601));
      expect(await sessions.get('a')).to.be.null;
    });
  });

  describe('failed sign-ins', () => {
    it('are counted up to the limit and no further, also when they come at once', async () => {
      const { attempts } = staff();
      const reserved = await Promise.all(Array.from({ length: 20 }, () => attempts.reserve('n', 5, NOW)));
      expect(reserved.filter(Boolean)).to.have.length(5);
      expect(await attempts.get('n')).to.deep.equal({ failures: 5, lastAt: NOW });
    });

    it('are forgotten, but not when another came meanwhile', async () => {
      const { attempts } = staff();
      await attempts.reserve('n', 5, NOW);
      await attempts.reserve('n', 5, minutes(1));
      await attempts.clear('n', NOW);
      expect((await attempts.get('n'))?.failures).to.equal(2);
      await attempts.clear('n');
      expect(await attempts.get('n')).to.be.null;
      await attempts.reserve('n', 5, NOW);
      await stores().retention.sweep(minutes(1.1 * DAY));
      expect(await attempts.get('n')).to.be.null;
    });
  });

  describe('API tokens', () => {
    const token = {
      id: 'abc',
      secretHash: 'hash',
      name: 'Báo cáo',
      role: 'viewer',
      createdBy: 'an',
      createdAt: NOW,
      expiresAt: minutes(DAY),
    } as const;

    it('are listed without their secret, and revoked once', async () => {
      const { tokens } = staff();
      expect(await tokens.add(token)).to.be.true;
      const [listed] = await tokens.list();
      expect(listed).to.include({ id: 'abc', name: 'Báo cáo', role: 'viewer', createdBy: 'an' });
      expect(JSON.stringify(listed)).not.to.include('hash');
      expect(await tokens.revoke('abc', minutes(1))).to.be.true;
      expect(await tokens.revoke('abc', minutes(2))).to.be.false;
      expect(await tokens.get('abc')).to.deep.equal({ ...token, revokedAt: minutes(1) });
    });

    it('that have run out cannot be revoked, and leave the list after a while', async () => {
      const { tokens } = staff();
      await tokens.add(token);
      expect(await tokens.revoke('abc', minutes(2 * DAY))).to.be.false;
      await stores().retention.sweep(minutes(90 * DAY));
      expect(await tokens.list()).to.have.length(1);
      await stores().retention.sweep(minutes(92 * DAY));
      expect(await tokens.list()).to.be.empty;
    });
  });

  describe('the audit trail', () => {
    it('is read newest first, page by page, also by who did it, in the order of the same moment', async () => {
      const { audit } = staff();
      for (const action of ['a', 'b', 'c']) await audit.append({ at: NOW, actor: 'an', action });
      await audit.append({ at: minutes(1), actor: 'binh', action: 'd', subject: 'an', details: 'x' });
      const first = await audit.list({ limit: 2 });
      expect(first.map(({ action }) => action)).to.deep.equal(['d', 'c']);
      const before = first.at(-1)?.id ?? '';
      expect((await audit.list({ before, limit: 9 })).map(({ action }) => action)).to.deep.equal(['b', 'a']);
      expect((await audit.list({ actor: 'binh', limit: 9 })).map(({ action }) => action)).to.deep.equal([
        'd',
      ]);
    });

    it('can only be added to and read, and is kept for its term', async () => {
      const { audit } = staff();
      expect(Object.keys(audit).sort()).to.deep.equal(['append', 'list']);
      await audit.append({ at: NOW, actor: 'an', action: 'a' });
      await stores().retention.sweep(minutes((AUDIT_DAYS - 1) * DAY));
      expect(await audit.list({ limit: 9 })).to.have.length(1);
      await stores().retention.sweep(minutes((AUDIT_DAYS + 1) * DAY));
      expect(await audit.list({ limit: 9 })).to.be.empty;
    });
  });
}
