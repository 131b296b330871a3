import { shippedTalks } from './decisions/shipped-knowledge.js';

const table = shippedTalks();

describe('A sum with nothing else is told to the matter in hand', () => {
  const noSalary = /lương \d|người phụ thuộc/u;
  table([
    {
      within: 'ho-kinh-doanh-tong-quan',
      say: 'mỗi tháng 25 triệu',
      shows: /300 triệu, không quá 1 tỷ/u,
      hides: noSalary,
    },
    {
      within: 'ho-kinh-doanh-tong-quan',
      say: 'moi ngay chung 5tr',
      shows: /1,825 tỷ là trên 1 tỷ/u,
      hides: noSalary,
    },
    {
      within: 'dang-ky-thue-ho-kinh-doanh',
      say: 'ngày bán tầm 1 triệu rưỡi',
      shows: /547,5 triệu, không quá 1 tỷ/u,
      hides: noSalary,
    },
    { within: 'khai-thue-ho-kinh-doanh', say: '1 thang 70 trieu', shows: /840 triệu/u, hides: noSalary },
    {
      within: 'thue-cho-thue-tai-san',
      say: 'mỗi tháng 9 triệu',
      shows: /cả năm 108 triệu, không quá 1 tỷ.*01\/BĐS/u,
      hides: noSalary,
    },
    {
      before: ['cho thuê nhà có phải đóng thuế không'],
      say: 'tháng 110 triệu đồng một tháng',
      shows: /1,32 tỷ.* nộp khoảng 82 triệu/u,
    },
    {
      within: 'le-phi-truoc-ba-xe',
      before: ['ô tô'],
      say: 'giá 600tr',
      shows: /60 triệu \(10% của 600 triệu\)/u,
    },
    { before: ['trước bạ ô tô mới'], say: 'xe 450 triệu', shows: /45 triệu \(10% của 450 triệu\)/u },
    {
      within: 'ho-kinh-doanh-tong-quan',
      say: 'lương 20 triệu một tháng thì đóng thuế bao nhiêu',
      shows: /lương 20 triệu/u,
    },
    {
      within: 'thue-cho-thue-tai-san',
      say: 'bán căn nhà 3 tỷ thì đóng thuế bao nhiêu',
      shows: /60 triệu thuế thu nhập cá nhân \(2% của 3 tỷ\)/u,
    },
  ]);
});

describe('What somebody of the family earns, where dependants are spoken of, is that person’s income', () => {
  const noTax = /em tính cho|mỗi tháng đóng khoảng/u;
  table([
    { within: 'dang-ky-nguoi-phu-thuoc', say: 'vợ em lương 2tr5', shows: /bao nhiêu tuổi/u, hides: noTax },
    {
      within: 'dang-ky-nguoi-phu-thuoc',
      say: 'chong em luong 2 trieu',
      shows: /bao nhiêu tuổi/u,
      hides: noTax,
    },
    {
      within: 'dang-ky-nguoi-phu-thuoc',
      say: 'má em bán rau mỗi tháng 2 triệu',
      shows: /bao nhiêu tuổi/u,
      hides: /tuyến|doanh thu/u,
    },
    {
      within: 'dang-ky-nguoi-phu-thuoc',
      before: ['mẹ em lương hưu 4 triệu'],
      say: '66 tuổi',
      shows: /không được: thu nhập 4 triệu một tháng là quá 3 triệu/u,
    },
  ]);
});

describe('Who gives, and what the gift is worth', () => {
  table([
    {
      before: ['được cho đất có đóng thuế không', 'đất trị giá 2 tỷ'],
      say: 'cậu ruột cho',
      shows: /10% trên phần giá trị vượt 20 triệu, khoảng 198 triệu.*0,5%, khoảng 10 triệu/u,
      hides: /bên bán/u,
    },
    { say: 'ba em cho em chiếc xe', shows: /xe thì không được miễn như nhà đất/u },
    { say: 'được cô ruột tặng nhà', shows: /cậu, dì, chú, bác, cô.*không thuộc diện miễn/u },
    { say: 'chú thím tặng em miếng đất 1 tỷ', shows: /khoảng 98 triệu/u },
    { say: 'anh hai em cho em miếng đất rồi', shows: /anh chị em ruột thì được miễn/u },
    {
      say: 'bác cho con hỏi được tặng đất thì đóng thuế gì',
      shows: /Người cho.*là thế nào với nhau/u,
    },
    {
      say: 'ba em cho em mượn chiếc xe',
      shows: /./u,
      hides: /nộp 10% trên phần giá trị vượt 20 triệu, cộng/u,
    },
  ]);
});

describe('What is told once more adds to what was told, or takes its place', () => {
  const late = 'nợ thuế 20 triệu trễ 30 ngày thì tiền chậm nộp bao nhiêu';
  table([
    {
      before: [late],
      say: 'nếu trễ 60 ngày nữa',
      shows: /540\.000 đồng \(20 triệu × 0,03% mỗi ngày × 90 ngày\)/u,
    },
    { before: [late], say: 'tre them 15 ngay thi sao', shows: /270\.000 đồng .* 45 ngày/u },
    { before: [late], say: 'thế trễ 60 ngày', shows: /360\.000 đồng .* 60 ngày/u },
    { before: [late], say: 'thêm 50 triệu nữa', shows: /630\.000 đồng \(70 triệu/u },
    { before: [late], say: 'còn nợ thêm 10 triệu', shows: /270\.000 đồng \(30 triệu/u },
    {
      before: [late, 'thêm 50 triệu nữa'],
      say: '25 triệu thôi',
      shows: /225\.000 đồng \(25 triệu/u,
      hides: /truy thu/u,
    },
    {
      before: ['lương 20 triệu đóng thuế bao nhiêu'],
      say: 'thêm 5 triệu nữa thì sao',
      shows: /lương 25 triệu.*343\.750 đồng/u,
    },
  ]);
});

describe('What was worked out is asked for again, or what is left of it told', () => {
  table([
    {
      before: ['lương em 22tr'],
      say: 'vậy đóng thuế nhiêu',
      shows: /209\.500 đồng/u,
      hides: /người mình nuôi/u,
    },
    {
      before: ['cho thuê phòng trọ đóng thuế sao', '10 triệu', 'thêm một căn nữa 12 triệu'],
      say: 'còn 12 triệu thôi',
      shows: /cả năm 144 triệu/u,
    },
    {
      before: ['nợ thuế 35 triệu trễ 60 ngày thì tiền chậm nộp bao nhiêu'],
      say: 'no them 10tr tien thue nua',
      shows: /810\.000 đồng \(45 triệu/u,
      hides: /khoá tài khoản/u,
    },
    {
      say: 'hộ kinh doanh nợ thuế 90 triệu trễ 40 ngày, tính tiền chậm nộp giúp em',
      shows: /1,08 triệu \(90 triệu/u,
    },
    {
      before: ['bán nhà 2 tỷ 8', 'chỉ có một căn', 'sổ cấp tháng 5/2024'],
      say: 'à còn miếng đất dưới quê',
      shows: /còn nhà, đất ở khác.*56 triệu/u,
    },
  ]);
});

describe('Sums that several pay are counted together', () => {
  table([
    {
      before: ['làm hai công ty thì quyết toán sao'],
      say: 'thu nhập cty 1 là 18tr cty 2 là 7tr',
      shows: /18 triệu một tháng \+ 7 triệu một tháng là khoảng 25 triệu.*tính trên tổng/su,
      hides: /doanh nghiệp/u,
    },
    {
      before: ['lương 20 triệu đóng thuế bao nhiêu'],
      say: 'chỗ này trả 12tr, chỗ kia 15tr',
      shows: /lương 27 triệu.*433\.250 đồng/u,
    },
    {
      before: ['cho thuê phòng trọ đóng thuế sao'],
      say: 'phòng 1 3tr, phòng 2 4tr',
      shows: /3 triệu một tháng \+ 4 triệu một tháng là 84 triệu một năm/u,
    },
    { say: 'lương 20 triệu nuôi cho 2 con thì đóng thuế bao nhiêu', shows: /2 người phụ thuộc/u },
  ]);
});

describe('Sums in English are told to the matter in hand', () => {
  table([
    {
      before: ['I want to rent out my flat, do I pay tax?'],
      say: '30 million a month',
      shows: /No tax is due: 360 million dong/u,
    },
    {
      before: ['I want to rent out my flat, do I pay tax?', '30 million a month'],
      say: 'how about 100 million dong per month',
      shows: /1\.2 billion dong of rent a year.*70 million/su,
    },
    {
      before: ['tax on salary'],
      say: '30 million a month',
      shows: /salary of 30 million dong a month.*635,000/su,
    },
    {
      before: ['tax of a household business'],
      say: 'it makes about 3 million dong a day',
      shows: /What do you sell: goods, food and drinks, or services/u,
    },
    {
      before: ['I filed my tax return late. how much is the penalty?', '45 days'],
      say: 'and 70 days?',
      shows: /70 days late/u,
    },
  ]);
});
