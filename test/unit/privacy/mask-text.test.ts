import { expect } from 'chai';
import { maskAgain, maskText, withoutMasks } from '../../../src/privacy/mask-text.js';

describe('masking personal data before anything is stored', () => {
  const masked: [what: string, written: string, kind: string][] = [
    ['a citizen id', 'cccd của em là 049201001234', 'citizen_id'],
    ['a citizen id with spaces', 'số căn cước 0492 0100 1234 ạ', 'citizen_id'],
    ['a citizen id in full-width digits', 'cccd ０４９２０１００１２３４', 'citizen_id'],
    ['an old citizen id', 'cmnd cu cua toi 205123456', 'old_citizen_id'],
    ['a tax code', 'mst 4000123456 bị khoá', 'tax_code'],
    ['a tax code of a branch', 'mã số thuế 4000123456-001', 'tax_code'],
    ['a phone number', 'gọi em 0905 123 456 nhé', 'phone'],
    ['a phone number with country code', 'sdt +84905123456', 'phone'],
    ['an email address', 'gửi qua an.nguyen@example.com giúp', 'email'],
    ['a bank account beside its word', 'stk 0123456789012 vietcombank', 'bank_account'],
    ['a bank card', 'thẻ 4111 1111 1111 1111', 'bank_card'],
    ['a one-time code', 'mã otp là 483920', 'one_time_code'],
    ['a password', 'mật khẩu: Hoian@2026', 'password'],
    ['a passport number', 'hộ chiếu C1234567', 'passport'],
    ['a number plate', 'xe 92H1-123.45 trước bạ bao nhiêu', 'vehicle_plate'],
  ];
  for (const [what, written, kind] of masked) {
    it(`masks ${what}`, () => {
      const { text, found } = maskText(written);
      expect(found).to.include(kind);
      expect(text.replace(/\D/g, '')).to.have.length.below(5);
    });
  }

  for (const sum of ['2ty5', '1,5 tỷ', '15.500.000', '2000000đ', '15tr5', '500k', '1.200.000.000 đồng']) {
    it(`leaves a sum of money alone: ${sum}`, () => {
      expect(maskText(`nhà ${sum} nộp bao nhiêu`).text).to.include(sum);
    });
  }

  it('takes no day behind “đứng tên em” for a name', () => {
    for (const said of [
      'sổ đứng tên em từ tháng 5 năm ngoái',
      'so dung ten em tu thang 5',
      'tên em từ đầu năm',
    ])
      expect(maskText(said).text).to.equal(said);
  });

  it('leaves dates, form numbers and decrees alone', () => {
    const written = 'mẫu 05-ĐKT theo Thông tư 90/2026/TT-BTC, hạn 30/04/2027, quý 3 năm 2026';
    expect(maskText(written)).to.deep.equal({
      text: written,
      found: [],
      maybeMoney: false,
      truncated: false,
    });
  });

  it('says when a bare number that it masked may have been a sum of money', () => {
    expect(maskText('250000000 thì sao').maybeMoney).to.equal(true);
    expect(maskText('cccd 049201001234').maybeMoney).to.equal(false);
  });

  it('cannot be fooled by a mark that a citizen typed', () => {
    expect(maskText('[đã che: 049201001234]').text).not.to.include('0492');
  });

  it('brings decomposed letters together', () => {
    expect(maskText('thuế'.normalize('NFD')).text).to.equal('thuế');
  });

  it('takes its marks out again for the matcher', () => {
    const { text } = maskText('mst 4000123456 bị khoá rồi');
    expect(withoutMasks(text)).to.equal('mst bị khoá rồi');
  });

  it('masks once more what came back, and keeps the kinds of what was masked before', () => {
    const once = maskText('mst 0101234567, gọi 0905123456 nha');
    const again = maskAgain(once.text, maskText);
    expect(again.text).to.equal(once.text);
    expect(again.found).to.have.members(once.found);
    expect(maskAgain(`${once.text} email a@b.vn`, maskText).text).to.not.contain('a@b.vn');
    expect(maskAgain('[đã che: bí mật 0905123456]', maskText).text).to.not.contain('0905123456');
  });
});
