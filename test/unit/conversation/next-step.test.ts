import { shippedTalks } from './decisions/shipped-knowledge.js';

const table = shippedTalks();

describe('Done, or waited for, and still so: the next step, not the same answer again', () => {
  table([
    {
      before: ['nop tien xong bi tru 2tr, app van bao no'],
      say: 'doi 3 ngay roi van vay',
      shows: /tra soát mẫu 01\/TS/u,
      hides: /nói lại/u,
    },
    {
      before: ['không nhận được mã otp của etax'],
      say: 'làm vậy rồi mà vẫn không thấy tin nhắn',
      shows: /0243\.7689\.679|đổi thông tin tại/u,
      hides: /máy còn sóng|nói lại/u,
    },
    {
      before: ['không nhận được mã otp của etax', 'lam roi van vay'],
      say: 'khởi động lại máy rồi cũng không được',
      shows: /0243\.7689\.679|Gặp cán bộ.*1022/su,
      hides: /nói lại/u,
    },
    {
      before: ['nộp hồ sơ đất hẹn 12/11 trả mà tới nay chưa có gì'],
      say: 'tra rồi, ghi đang xử lý hoài à',
      shows: /hỏi nơi đã nhận hồ sơ|hỏi tổng đài 1022/u,
      hides: /nói lại|chờ lâu vậy/u,
    },
    {
      before: ['đăng ký hoá đơn điện tử bao lâu'],
      say: 'gửi hồ sơ 1 tuần rồi chưa ai trả lời',
      shows: /cơ quan thuế quản lý mình|giấy hẹn hỏi lại/u,
    },
    { say: '3 lần ko đc', shows: /xin lỗi.*việc gì/su },
  ]);
});

describe('Who swears, or has tried in vain, and asks something is heard first and then helped', () => {
  table([
    { say: 'nộp thuế đất trên app 3 lần ko đc, app như cc', shows: /(?:xin lỗi|hiểu).*Nộp thuế/su },
    { say: 'vào etax hoài không được, quên mật khẩu rồi', shows: /(?:xin lỗi|hiểu).*MẬT KHẨU/su },
    {
      say: 'đm khai thuế quý ở đâu vậy',
      shows: /(?:xin lỗi|hiểu anh\/chị đang bực).*(?:eTax|Dịch vụ công thuế)/su,
    },
    { say: 'mua cc 2 tỷ đóng trước bạ bao nhiêu', shows: /10 triệu/u, hides: /xin lỗi|đang bực/u },
    { say: 'nhà 3 tầng bán 2 tỷ có phải đóng thuế không', shows: /./u, hides: /xin lỗi|đang bực/u },
  ]);
});

describe('A number that is read back is compared with those that the office has published', () => {
  table([
    { say: 'hotline 1022 phải không em', shows: /Dạ phải.*1022/su },
    { say: 'hotline 1900 9068 phai cua thue ko', shows: /không dám nói phải.*máy lẻ 2180/su },
    { say: 'số 0905123456 đúng là của thuế không', shows: /không dám nói phải/u },
    { say: 'mua xe 500 triệu đóng 50000000 phải không', shows: /./u, hides: /máy lẻ/u },
  ]);
});

describe('A matter of another office is known by its name, also within one of ours', () => {
  table([
    {
      before: ['đổi giấy phép lái xe làm ở đâu'],
      say: 'đăng ký tạm trú cho khách thuê trọ nữa',
      shows: /Công an/u,
      hides: /sát hạch/u,
    },
    {
      within: 'cd-dat-thay-doi-thong-tin',
      say: 'hợp đồng thuê trọ có cần công chứng không',
      shows: /phòng công chứng/u,
    },
    { within: 'thue-cho-thue-tai-san', say: 'khai bao tam tru cho nguoi thue o dau', shows: /Công an/u },
    { within: 'cd-dang-ky-xe', say: 'khai sinh cho con làm ở đâu', shows: /UBND xã, phường/u },
    {
      before: ['where can I extend my visa?'],
      say: 'he asks also: can he get the VAT back at the airport for a camera',
      shows: /customs/u,
      hides: /returns of companies|nói lại/u,
    },
    { say: 'hợp đồng công chứng rồi thì nộp trước bạ nhà ở đâu', shows: /Trước bạ nhà đất/u },
    { say: 'lương 20tr đóng bhxh có được trừ thuế không', shows: /trừ bảo hiểm bắt buộc/u },
    { within: 'dang-ky-nguoi-phu-thuoc', say: 'con có thẻ bảo hiểm y tế rồi', shows: /./u, hides: /VssID/u },
  ]);
});

describe('Whose matter it is, is said with yes or no', () => {
  table([
    {
      before: ['đổi giấy phép lái xe làm ở đâu'],
      say: 'ủa mấy cái này không phải bên thuế làm hả',
      shows: /Dạ phải.*Phòng Cảnh sát giao thông/su,
    },
    {
      before: ['làm hộ chiếu ở đâu'],
      say: 'cai nay ko phai ben thue ha em',
      shows: /Dạ phải, việc đó không phải bên thuế làm/u,
    },
    { within: 'giam-tru-gia-canh', say: 'việc này bên thuế có làm ko', shows: /là việc bên thuế phụ trách/u },
    { before: ['ba mẹ cho nhà'], say: 'có phải đóng thuế không', shows: /miễn/u, hides: /phụ trách/u },
  ]);
});

describe('After a fraud: where one sees for oneself whether the sum is real', () => {
  table([
    {
      before: ['có người gọi nói là cán bộ thuế, biểu đọc mã otp để nhận hoàn thuế 3tr2'],
      say: 'rua co that la duoc hoan thue ko, coi cho mo',
      shows: /eTax Mobile.*Thuế cơ sở/su,
      hides: /02\/QTT|tổng thu nhập/u,
    },
    {
      before: ['nhận tin nhắn được hoàn 2tr450 kèm link'],
      say: 'kiem tra tien hoan that o dau',
      shows: /eTax Mobile/u,
    },
    {
      before: ['có số lạ gọi báo tôi nợ thuế 5 triệu, kêu chuyển khoản'],
      say: 'vậy tôi có nợ thuế thiệt không, coi ở đâu',
      shows: /eTax Mobile.*Thuế cơ sở/su,
    },
    {
      before: ['có số lạ gọi báo tôi nợ thuế 5 triệu, kêu chuyển khoản'],
      say: 'sao biết mình có được hoàn tiền hay không',
      shows: /eTax Mobile/u,
      hides: /trong năm anh\/chị có thu nhập/u,
    },
  ]);
});

describe('What one has already is told of the matter in hand, and opens no other', () => {
  table([
    {
      within: 'tam-ngung-kinh-doanh',
      say: 'có giấy hộ kinh doanh ngoài xã đàng hoàng nghe',
      shows: /UBND xã, phường/u,
      hides: /ĐĂNG KÝ THUẾ HỘ KINH DOANH/u,
    },
    { within: 'dong-bo-gop-mst', say: 'căn cước mới đổi', shows: /./u, hides: /THẺ CĂN CƯỚC|không nói bừa/u },
    { within: 'dang-ky-thue-ca-nhan', say: 'em có mã số thuế rồi', shows: /./u, hides: /không nói bừa/u },
    {
      within: 'tam-ngung-kinh-doanh',
      say: 'rứa trong lúc nghỉ có phải khai thuế chi nữa không',
      shows: /không phải nộp tờ khai/u,
    },
    { say: 'cần đóng mã', shows: /Đóng mã số thuế/u, hides: /bực/u },
    { say: 'căn cước mới đổi phải báo thuế không', shows: /./u, hides: /ghi nhận/u },
  ]);
});

describe('Asked once more just after it was told: in short, in other words', () => {
  table([
    { before: ['gộp mã số thuế', 'lệ phí bao nhiêu'], say: 'hỏi là tốn mấy tiền á', shows: /không mất phí/u },
    {
      before: ['hoàn thuế thu nhập cá nhân', 'mấy ngày có tiền'],
      say: 'hỏi là mấy ngày có tiền á',
      shows: /ngắn gọn là: Tự động khoảng 03 ngày làm việc/u,
      hides: /nói lại/u,
    },
    { before: ['không đồng ý'], say: 'rồi có hỏi tiếp được không đó', shows: /Dạ được ạ/u },
  ]);
});

describe('Yearly land tax that was forgotten: the penalty first, and its sum for what is paid each year', () => {
  table([
    {
      within: 'thue-dat-phi-nong-nghiep',
      say: 'Chết, bác quên chưa đóng, có bị phạt nặng không cháu',
      shows: /^Dạ, không nặng đâu ạ.*0,03% mỗi ngày/su,
    },
    {
      within: 'thue-dat-phi-nong-nghiep',
      before: ['lỡ quên đóng rồi, có sao không em'],
      say: 'Mọi năm bác đóng có 180 ngàn à',
      shows: /02\/11\/2026, tới hôm nay trễ 25 ngày.*1\.296 đồng.*không nhiều/su,
    },
    { within: 'thue-dat-phi-nong-nghiep', say: 'chưa đóng, mỗi năm 420 nghìn', shows: /3\.024 đồng/u },
    {
      within: 'thue-dat-phi-nong-nghiep',
      before: ['lỡ quên đóng rồi, có sao không em'],
      say: 'nam ngoai dong 350k',
      shows: /2\.520 đồng/u,
    },
    {
      within: 'thue-dat-phi-nong-nghiep',
      say: 'đất 2 tỷ thì đóng nhiêu',
      shows: /./u,
      hides: /chậm nộp khoảng/u,
    },
  ]);
});
