import { expect } from 'chai';
import { after, body, followedBy, plain, type Line } from '../../../src/conversation/lines.js';
import { wholeGuide } from '../../../src/conversation/guide/whole.js';
import { inMessages } from '../../../src/conversation/messages.js';
import type { Reply } from '../../../src/conversation/types.js';
import { Citizen } from '../../support/citizen.js';
import { sampleKnowledge } from '../../support/sample-content.js';

const roles = ({ lines = [] }: Reply) => lines.map((line) => (typeof line === 'string' ? 'text' : line.as));

describe('lines of a reply by their roles', () => {
  it('read well where there is no typography: capitals, bullets, numbers, the basis in brackets', () => {
    const lines: Line[] = [
      { as: 'title', text: 'Bước 1/3', about: 'Đăng ký MST' },
      { as: 'fact', label: 'Bao lâu', text: '3 ngày.' },
      { as: 'item', text: 'Tờ khai' },
      { as: 'row', number: 2, text: 'Mất phí không?', payload: 'p' },
      {
        as: 'basis',
        text: 'Căn cứ: Luật A',
        checkedOn: '23/11/2026',
        checked: 'kiểm tra ngày 23/11/2026',
      },
    ];
    expect(lines.map(plain)).to.deep.equal([
      'BƯỚC 1/3 – Đăng ký MST',
      '• Bao lâu: 3 ngày.',
      '• Tờ khai',
      '2. Mất phí không?',
      '(Căn cứ: Luật A – kiểm tra ngày 23/11/2026.)',
    ]);
  });

  it('are left out where the text says it all', () => {
    expect(body(['một', 'hai'])).to.deep.equal({ text: 'một\nhai' });
  });

  it('stay with the words when something is said before or after them', () => {
    const title: Line = { as: 'title', text: 'Tên' };
    const words = followedBy(after('Dạ:', body([title])), 'Hết.');
    expect(words).to.deep.equal({ text: 'Dạ:\nTÊN\nHết.', lines: ['Dạ:', title, 'Hết.'] });
  });

  it('keep their role where a long one is parted between messages', () => {
    const long: Line = { as: 'fact', label: 'Ai làm', text: 'Một câu dài. Một câu nữa.' };
    const parted = inMessages([{ as: 'title', text: 'Tên' }, '', long], '\n', 24);
    expect(parted.map(({ text }) => text)).to.deep.equal(['TÊN', '• Ai làm: Một câu dài.', 'Một câu nữa.']);
    expect(parted[1]?.lines).to.deep.equal([{ ...long, text: 'Một câu dài.' }]);
  });
});

describe('what a guide tells of its lines', () => {
  it('names titles, facts, papers and the basis, and never says less or more than the text', async () => {
    const chi = new Citizen(sampleKnowledge());
    await chi.say('dang ky mst ca nhan lam sao');
    expect(chi.replies.flatMap(roles)).to.include.members(['title', 'fact', 'basis']);
    for (const pressed of ['Giấy tờ cần có', 'Các bước làm', 'Xem tất cả các bước', 'Căn cứ, kết thúc']) {
      await chi.press(pressed);
      expect(chi.replies.flatMap(roles), pressed).to.include('title');
      for (const { text, lines } of chi.replies)
        if (lines !== undefined)
          expect([body(lines).text, body(lines, '\n\n').text], pressed).to.include(text);
    }
  });

  it('marks the first reply of a part with the guide that it belongs to', async () => {
    const anh = new Citizen(sampleKnowledge());
    await anh.say('dang ky mst ca nhan lam sao');
    expect(anh.replies.find(({ text }) => text.startsWith('ĐĂNG KÝ'))?.guide).to.be.a('string');
  });

  it('has a row for each entry of a group, with the payload of its quick reply', async () => {
    const anh = new Citizen(sampleKnowledge());
    await anh.say('menu');
    await anh.press('Nhóm mẫu');
    const reply = anh.replies.find((one) => roles(one).includes('row'));
    const offered = reply?.quickReplies?.map(({ payload }) => payload);
    for (const line of reply?.lines ?? [])
      if (typeof line !== 'string' && line.as === 'row') expect(offered).to.include(line.payload);
    expect(roles(reply ?? { kind: 'text', text: '' })[0]).to.equal('title');
  });

  it('is had as a whole: facts, papers, steps, basis, whom to ask and when it was checked', () => {
    const { content } = sampleKnowledge();
    for (const procedure of content.procedures.values()) {
      const whole = wholeGuide(procedure, content, '2026-11-27');
      expect(whole.text)
        .to.include(procedure.summary)
        .and.match(/Kiểm tra ngày \d\d\/\d\d\/\d{4}/);
      for (const { text } of procedure.steps) expect(whole.text).to.include(text);
      for (const { document } of procedure.legalBasis) expect(whole.text).to.include(document);
    }
  });
});

describe('the deletion of everything', () => {
  it('is marked, so that a page takes what it shows off the screen', async () => {
    const chi = new Citizen(sampleKnowledge());
    await chi.say('xoá dữ liệu của tôi');
    expect(chi.replies.some(({ deletes }) => deletes === true)).to.equal(false);
    await chi.press('Xoá hết');
    expect(chi.replies.map(({ deletes }) => deletes)).to.deep.equal([true]);
  });
});
