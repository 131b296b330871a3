import { expect } from 'chai';
import { readContentFiles } from '../../../src/content/content-files.js';
import { checkContent } from '../../../src/content/load.js';
import type { ContentFile } from '../../../src/content/source-file.js';
import { FIXTURE_ROOT, TODAY } from './fixture-root.js';

const REGISTRATION = 'procedures/dang-ky-thue-ca-nhan.yml';
const form = (number: string, until = '') =>
  `  - { number: "${number}", name: Mẫu, law: Luật mẫu${until === '' ? '' : `, until: ${until}`} }\n`;

describe('The register of forms', () => {
  let valid: ContentFile[] = [];
  before(async () => {
    valid = (await readContentFiles(FIXTURE_ROOT)).files;
  });
  const told = (register: string) =>
    checkContent(
      [...valid, { path: 'procedures/shared/forms.yml', text: `forms:\n${register}` }],
      'thử',
      TODAY,
    ).problems.filter(({ message, file }) => message.includes('Mẫu "') && file === REGISTRATION);

  it('names the line of a form that stands in it under another number', () => {
    const [problem] = told(form('05-ĐKT-TH') + form('42/UQ-ĐKT') + form('05-ĐKT'));
    expect(problem).to.include({ line: 17, severity: 'warning' });
    expect(problem?.message).to.equal(
      'Mẫu "41/UQ-ĐKT" không có trong danh sách mẫu procedures/shared/forms.yml.',
    );
    expect(problem?.remedy).to.match(/Có lẽ là "42\/UQ-ĐKT"/);
  });

  it('tells of a form that is no longer used', () => {
    const messages = told(form('05-ĐKT', '2026-06-30') + form('41/UQ-ĐKT')).map(({ message }) => message);
    expect(messages).to.deep.equal(['Mẫu "05-ĐKT" đã thôi dùng từ sau ngày 30/06/2026.']);
  });

  it('takes no law for a form', () => {
    expect(told(form('05-ĐKT') + form('41/UQ-ĐKT'))).to.deep.equal([]);
  });

  it('is not asked for where an office has none', () => {
    const { problems } = checkContent(valid, 'thử', TODAY);
    expect(problems.filter(({ message }) => message.includes('danh sách mẫu'))).to.deep.equal([]);
  });
});
