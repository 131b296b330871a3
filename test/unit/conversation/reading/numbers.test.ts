import { expect } from 'chai';
import { entitiesIn } from '../../../../src/conversation/reading/entities/entities.js';
import { isVague } from '../../../../src/conversation/reading/entities/vague-numbers.js';
import { fold } from '../../../../src/shared/fold.js';

const TODAY = '2026-11-27';
const ty = 1_000_000_000;
const trieu = 1_000_000;

function sumsIn(written: string): number[] {
  return entitiesIn(fold(written), TODAY).flatMap((one) => (one.kind === 'money' ? [one.amount] : []));
}

function daysIn(written: string): string[] {
  return entitiesIn(fold(written), TODAY).flatMap((one) =>
    one.kind === 'duration' ? [`${one.value} ${one.unit}`] : [],
  );
}

describe('a sum in words, in digits or in both', () => {
  const sums: [string, number][] = [
    ['tỷ rưỡi', 1.5 * ty],
    ['bán nhà tỷ rưỡi', 1.5 * ty],
    ['ủa nhầm, giá là tỷ rưỡi', 1.5 * ty],
    ['hai tỷ rưỡi', 2.5 * ty],
    ['cả năm hai tỷ rưỡi', 2.5 * ty],
    ['3 tỷ mốt', 3.1 * ty],
    ['nhà 3 tỷ mốt thì sao', 3.1 * ty],
    ['ba tỷ hai', 3.2 * ty],
    ['tỷ hai', 1.2 * ty],
    ['ban dat ty tam dong thue nhieu', 1.8 * ty],
    ['1ty2', 1.2 * ty],
    ['1 ty 2', 1.2 * ty],
    ['2tỷ350', 2.35 * ty],
    ['2 tỷ 350 triệu', 2.35 * ty],
    ['một tỷ hai trăm triệu', 1.2 * ty],
    ['một tỷ hai trăm năm mươi triệu', 1.25 * ty],
    ['một tỷ hai trăm', 1.2 * ty],
    ['1 tỷ năm mươi triệu', 1.05 * ty],
    ['một tỷ năm mươi', 1.05 * ty],
    ['1 tỷ hai lăm', 1.25 * ty],
    ['1 tỷ 2 trăm triệu', 1.2 * ty],
    ['nửa tỷ', 0.5 * ty],
    ['2 tỏi rưỡi', 2.5 * ty],
    ['1.5 tỉ', 1.5 * ty],
    ['mười hai tỷ', 12 * ty],
    ['1.500 triệu', 1.5 * ty],
    ['1 tỷ 200 triệu 500 ngàn', 1_200_500_000],
    ['triệu rưỡi', 1.5 * trieu],
    ['mỗi ngày triệu rưỡi', 1.5 * trieu],
    ['triệu tám', 1.8 * trieu],
    ['2 triệu hai', 2.2 * trieu],
    ['một triệu hai trăm ngàn', 1.2 * trieu],
    ['1 triệu 200 nghìn', 1.2 * trieu],
    ['1tr200k', 1.2 * trieu],
    ['1.200k', 1.2 * trieu],
    ['15tr5', 15.5 * trieu],
    ['mười lăm triệu rưỡi', 15.5 * trieu],
    ['mười lăm triệu', 15 * trieu],
    ['muoi lam cu', 15 * trieu],
    ['hai mươi triệu', 20 * trieu],
    ['hai chục triệu', 20 * trieu],
    ['hai chục rưỡi triệu', 25 * trieu],
    ['hai lăm triệu', 25 * trieu],
    ['hai tám củ', 28 * trieu],
    ['ba mốt triệu', 31 * trieu],
    ['ba tư triệu', 34 * trieu],
    ['năm lăm triệu', 55 * trieu],
    ['nam lam trieu', 55 * trieu],
    ['năm mươi lăm triệu', 55 * trieu],
    ['bảy lăm triệu', 75 * trieu],
    ['chục triệu', 10 * trieu],
    ['nợ chục củ', 10 * trieu],
    ['chục rưỡi triệu', 15 * trieu],
    ['5 chục triệu', 50 * trieu],
    ['trăm triệu', 100 * trieu],
    ['trăm rưỡi củ', 150 * trieu],
    ['trăm rưỡi triệu', 150 * trieu],
    ['trăm hai triệu', 120 * trieu],
    ['một trăm hai mươi triệu', 120 * trieu],
    ['một trăm linh năm triệu', 105 * trieu],
    ['trăm lẻ năm triệu', 105 * trieu],
    ['2 trăm triệu', 200 * trieu],
    ['hai trăm rưỡi triệu', 250 * trieu],
    ['2 trăm rưỡi triệu', 250 * trieu],
    ['ba trăm ngàn', 300_000],
    ['bảy trăm ngàn một ngày', 700_000],
    ['mỗi năm ba trăm triệu', 300 * trieu],
    ['một năm hai chục triệu', 20 * trieu],
    ['mẹ cho ba hai tỷ', 2 * ty],
    ['từ hai tỷ trở lên', 2 * ty],
    ['lương ba chai', 3 * trieu],
    ['luong 15 chai ruoi', 15.5 * trieu],
    ['45 củ', 45 * trieu],
    ['500k', 500_000],
    ['500 ngàn', 500_000],
    ['15.500.000đ', 15.5 * trieu],
    ['15,500,000', 15.5 * trieu],
    ['15500000', 15.5 * trieu],
    ['2.5 tr', 2.5 * trieu],
    ['hai triệu rưỡi một tháng', 2.5 * trieu],
    ['không trăm năm mươi triệu', 50 * trieu],
  ];
  for (const [written, dong] of sums)
    it(`reads ${dong.toLocaleString('vi')} đồng in “${written}”`, () => {
      expect(sumsIn(written)).to.deep.equal([dong]);
    });
});

describe('words and numbers that are no sum anybody can compute with', () => {
  const none: string[] = [
    'lời có vài trăm',
    'lời vài trăm triệu',
    'mấy chục triệu',
    'mấy trăm triệu',
    'mấy tỷ',
    'vài triệu một tháng',
    'dăm ba triệu',
    'hàng chục triệu',
    'cả trăm triệu',
    '20 mấy triệu',
    'hai chục mấy triệu',
    'trăm mấy triệu',
    'bán tỷ mấy',
    '2 tỷ mấy',
    'hai ba triệu',
    'năm sáu trăm triệu',
    'bốn năm triệu',
    '2-3 tỷ',
    '2 – 3 triệu',
    'từ 2 tới 3 tỷ',
    '1 tỷ đến 2 tỷ',
    '2 trăm 5 triệu',
    '15.500 triệu',
    'bao nhiêu triệu một tháng',
    'mỗi ngày bán 100 chai',
    'bán ba chai nước mắm',
    'năm trăm',
    'ba mẹ em',
    'năm nay',
    'từ đầu năm',
    'tháng tư',
    'năm lăm tuổi',
    'thửa đất 300m',
    'tổng 70m2',
    'hai vợ chồng',
    'thứ ba',
    'quý 3',
    'xe 7 chỗ',
    'bước 3',
    'điều 12',
    'mẫu 01/TTS',
    'hạn 31/3',
  ];
  for (const written of none)
    it(`reads no sum in “${written}”`, () => {
      expect(sumsIn(written)).to.deep.equal([]);
    });
  for (const written of ['vài trăm', 'mấy chục triệu', 'năm ngoái lời vài trăm', '2-3 tỷ', '20 mấy triệu'])
    it(`knows that “${written}” names a sum without saying it`, () => {
      expect(isVague(fold(written))).to.equal(true);
    });
  for (const written of [
    '2 tỷ',
    'hai con',
    'máy tính tiền',
    'ngày 2 tới 3 tỷ',
    'trăm rưỡi củ',
    'vài hôm nữa',
  ])
    it(`knows nothing vague in “${written}”`, () => {
      expect(isVague(fold(written))).to.equal(false);
    });
});

describe('how long, in words and with halves', () => {
  const lengths: [string, string[]][] = [
    ['quá hạn 4 tháng rưỡi', ['4.5 month']],
    ['bốn tháng rưỡi', ['4.5 month']],
    ['tre thang ruoi', ['1.5 month']],
    ['năm rưỡi', ['1.5 year']],
    ['2 năm rưỡi', ['2.5 year']],
    ['nửa tháng', ['0.5 month']],
    ['nửa năm', ['0.5 year']],
    ['1 năm 2 tháng', ['14 month']],
    ['ba tháng', ['3 month']],
    ['hai mươi ngày', ['20 day']],
    ['hai chục ngày', ['20 day']],
    ['trễ sáu mươi ngày', ['60 day']],
    ['một trăm hai mươi ngày', ['120 day']],
    ['45 bữa', ['45 day']],
    ['sau mười ngày', ['10 day']],
    ['10 ngày nữa', ['10 day']],
    ['tháng 5 năm nay', []],
    ['còn nữa tháng 5 em nộp', []],
    ['năm 2025', []],
    ['tháng ba', []],
    ['vài tháng', []],
  ];
  for (const [written, lasting] of lengths)
    it(`reads ${lasting.join(', ') || 'no length'} in “${written}”`, () => {
      expect(daysIn(written)).to.deep.equal(lasting);
    });
});
