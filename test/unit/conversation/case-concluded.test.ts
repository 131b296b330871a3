import { expect } from 'chai';
import { conclusionIn, outcomeIn } from '../../../src/conversation/reading/conclusions.js';
import { topicWords } from '../../../src/conversation/reading/aspect.js';
import { fold } from '../../../src/shared/fold.js';
import { shippedTalks } from './decisions/shipped-knowledge.js';

const table = shippedTalks();

describe('What a citizen concludes from the case that was worked out is confirmed or put right in the first words', () => {
  const shop = ['em mở quán bún ở nhà, có đóng thuế không', 'mỗi ngày bán tầm 2 triệu rưỡi, nghỉ chủ nhật'];
  const uncle = ['chú tôi cho tôi cái nhà', 'nhà tầm 2 tỷ'];
  table([
    { before: shop, say: 'vậy là em khỏi đóng đúng không', shows: /Dạ đúng ạ: cả năm 782,5 triệu/u },
    { before: shop, say: 'rua la khoi nop thue ha', shows: /Dạ đúng ạ: cả năm 782,5 triệu/u },
    { before: shop, say: 'vậy em vẫn phải đóng thuế hả', shows: /Dạ không ạ: cả năm 782,5 triệu/u },
    { before: uncle, say: 'vậy là khỏi thuế đúng không', shows: /Dạ không ạ: .*không thuộc diện miễn/u },
    {
      before: ['cho thuê nhà 30 triệu một tháng', 'còn 1 dãy trọ nữa, 10 phòng mỗi phòng 2 triệu'],
      say: 'cộng lại có vượt mức chưa',
      shows: /Dạ không ạ: cả năm 600 triệu/u,
    },
    {
      before: ['quán cà phê của em doanh thu 1 tỷ 4 một năm', 'máy tính tiền là bắt buộc hả'],
      say: 'vậy tiền thuế một năm nhiêu',
      shows: /phải nộp khoảng 48 triệu/u,
    },
    {
      before: ['mẹ em 62 tuổi đăng ký người phụ thuộc được không', 'bà có lương hưu 4 triệu'],
      say: 'vậy là không được đúng không',
      shows: /Dạ đúng ạ: thu nhập 4 triệu/u,
    },
    { before: ['trúng số 2 tỷ'], say: 'vậy là phải nộp hả', shows: /Dạ đúng ạ: trúng 2 tỷ/u },
  ]);
});

describe('What was only assumed is neither confirmed nor denied', () => {
  table([
    {
      before: ['bán mảnh đất 1 tỷ 8 thì thuế bao nhiêu'],
      say: 'vậy là em phải đóng hả',
      shows: /như anh\/chị kể thì bên bán nộp khoảng 36 triệu.*Nếu chỉ có một nhà/su,
      hides: /Dạ đúng/u,
    },
    {
      before: ['giám đốc công ty nợ thuế 600 triệu có bị cấm xuất cảnh không', 'quá hạn 4 tháng rồi'],
      say: 'thế là tôi bị cấm hả',
      shows: /công ty nợ 600 triệu.*có thể bị tạm hoãn/su,
      hides: /Dạ đúng|cưỡng chế là trích tiền/u,
    },
  ]);
});

describe('A question that names what the result does not speak of is no conclusion', () => {
  table([
    {
      before: ['cho thuê nhà 30 triệu một tháng'],
      say: 'vậy trước bạ bao nhiêu',
      shows: /trước bạ/u,
      hides: /cả năm 360 triệu/u,
    },
    {
      before: ['ông nội cho em miếng đất có đóng thuế không'],
      say: 'rứa trước bạ cũng khỏi luôn hả',
      shows: /như anh\/chị kể thì nhà đất.*lẫn lệ phí trước bạ/u,
    },
    {
      before: ['má em mới mất, để lại cái nhà cho 3 chị em, có đóng thuế không'],
      say: 'thế phải nộp giấy tờ gì',
      shows: /GIẤY TỜ CẦN CÓ/u,
      hides: /Dạ (?:không|có) ạ/u,
    },
  ]);
});

describe('A question that names a matter of its own is no conclusion', () => {
  for (const words of [
    'vậy bán nhà có phải đóng thuế không',
    'vậy nộp ở đâu',
    'vậy còn con trai tôi thì sao',
    'em không nộp có bị phạt không',
  ])
    it(`“${words}”`, () => {
      expect(conclusionIn(fold(words), topicWords(fold(words)))).to.equal(undefined);
    });
});

describe('What a worked-out sentence says is told by what stands first in it', () => {
  const says = [
    ['cả năm 330 triệu, không quá 1 tỷ thì không phải nộp thuế', 'free'],
    ['cả năm 1,4 tỷ (ăn uống) thì phải nộp khoảng 48 triệu', 'due'],
    ['chú cho nhà đất thì không thuộc diện miễn: người nhận nộp 10%', 'due'],
    ['chưa được miễn: mới 105 ngày. Bán bây giờ vẫn nộp 2%', 'due'],
    ['Dạ không được: thu nhập 4 triệu một tháng là quá 3 triệu', 'denied'],
    ['có thể được miễn nếu cả nước chỉ có một nhà', undefined],
    ['cho thuê dài hạn: cả năm không quá 1 tỷ thì không nộp; trên mức đó nộp 5%', undefined],
  ] as const;
  for (const [sentence, outcome] of says)
    it(`“${sentence}”: ${outcome ?? 'neither'}`, () => {
      expect(outcomeIn(fold(sentence))).to.equal(outcome);
    });
});

describe('“What do I do now” is answered for the case that was worked out, else with the first step', () => {
  table([
    {
      before: ['em mở quán bún ở nhà', 'mỗi ngày bán 2 triệu'],
      say: 'rồi giờ em làm gì',
      shows: /việc cần làm: .*01\/TKN-CNKD/u,
      hides: /CĂN CỨ/u,
    },
    {
      before: ['chú tôi cho tôi cái nhà', 'nhà tầm 2 tỷ'],
      say: 'giờ tôi làm gì trước',
      shows: /việc cần làm: khai 03\/BĐS-TNCN và 01\/LPTB/u,
      hides: /giờ làm việc/u,
    },
    {
      before: ['em nợ thuế 30 triệu, hộ kinh doanh, quá hạn 5 tháng'],
      say: 'rua chu em phai lam rang',
      shows: /việc cần làm: xem số nợ trong eTax Mobile/u,
    },
    { within: 'khieu-nai-thue', say: 'vậy giờ tôi phải làm sao', shows: /BƯỚC 1/u },
  ]);
});

describe('Within a fraud “what do I do now” says again what comes first', () => {
  table([
    {
      before: ['mình bấm link hoàn thuế nhập số thẻ với otp rồi', 'trời ơi mất 12 triệu rồi'],
      say: 'giờ làm gì trước',
      shows: /1\. Gọi ngân hàng.*công an/su,
      hides: /làm vậy là đúng/u,
    },
  ]);
});

describe('What is asked once more, and nothing told, is answered without “vẫn vậy”', () => {
  const debt = ['công ty em bị nợ thuế 80 triệu từ tháng 5', 'quá hạn chắc 6 tháng'];
  table([
    {
      before: ['tạp hoá nhà em ngày bán 4 triệu, có phải đóng thuế không'],
      say: 'đóng nhiêu',
      shows: /phải nộp khoảng 16,9 triệu/u,
      hides: /vẫn vậy/u,
    },
    { before: debt, say: 'vậy là đi được hả', shows: /như anh\/chị kể thì công ty nợ 80 triệu.*chưa bị/su },
    {
      before: ['quán cà phê của em doanh thu 1 tỷ 4 một năm'],
      say: 'em có phải dùng hóa đơn điện tử không',
      shows: /trên 1 tỷ nên phải dùng hoá đơn điện tử/u,
    },
  ]);
});

describe('A lower sum than the one that was told is to be declared: no tax is worked out on it, and it is not kept', () => {
  const land = ['bán mảnh đất 1 tỷ 8 thì thuế bao nhiêu'];
  table([
    { before: land, say: 'hợp đồng ghi 800 triệu cho nhẹ thuế được không', shows: /không chỉ cách đó/u },
    { before: land, say: 'khai 500tr thoi duoc ko', shows: /không chỉ cách đó/u, hides: /10 triệu/u },
    {
      before: ['mua lại xe SH cũ 60 triệu trước bạ bao nhiêu'],
      say: 'em ghi 10 triệu được không',
      shows: /không chỉ cách đó/u,
      hides: /100\.000/u,
    },
    {
      before: [...land, 'hợp đồng ghi 800 triệu cho nhẹ thuế được không'],
      say: 'vậy đóng bao nhiêu',
      shows: /36 triệu/u,
      hides: /16 triệu/u,
    },
  ]);
});

describe('Whether the office works on a weekend is asked of the office within any matter', () => {
  table([
    { within: 'etax-quen-mat-khau-otp', say: 'thứ 7 có làm không', shows: /thứ Bảy/u, hides: /mật khẩu/u },
    { within: 'tam-ngung-kinh-doanh', say: 't7 co lam viec ko', shows: /thứ Bảy/u },
    { within: 'hoan-thue-tncn', say: 'cuối tuần có mở cửa không', shows: /thứ Bảy/u },
  ]);
});
