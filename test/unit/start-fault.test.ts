import { expect } from 'chai';
import { AppError } from '../../src/shared/errors.js';
import { startFault } from '../../src/start-fault.js';

const refused = (code: string, path?: string) =>
  Object.assign(new Error(`${code}: refused, write`), { code, ...(path === undefined ? {} : { path }) });

describe('A start that fails', () => {
  for (const code of ['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM', 'EMFILE', 'EIO']) {
    it(`says in Vietnamese and English what ${code} means, where, and what to do`, () => {
      const said = startFault(refused(code, '/srv/data/inbox.db'));
      expect(said).to.match(/^[^\n/]+ \/ [A-Z][^\n]+ \(\/srv\/data\/inbox\.db\)\n[^\n/]+ \/ [A-Z][^\n]+$/);
    });
  }

  it('says that the disk is full even when the storage wraps it in an error of its own', () => {
    const said = startFault(
      new AppError('STORE', 'Không ghi được dữ liệu.', { remedy: 'Kiểm tra.', cause: refused('ENOSPC') }),
    );
    expect(said)
      .to.contain('Không ghi được dữ liệu.')
      .and.contain('Ổ đĩa đã đầy')
      .and.contain('disk is full');
  });

  it('gives the remedy of a fault that was foreseen', () => {
    expect(startFault(new AppError('BAD_CONFIG', 'Cấu hình sai.', { remedy: 'Sửa trong .env.' }))).to.equal(
      'Cấu hình sai.\nSửa trong .env.',
    );
  });

  it('shows the place in the program only for what nobody foresaw', () => {
    expect(startFault(new TypeError('boom'))).to.match(/^TypeError: boom\n {4}at /);
  });
});
