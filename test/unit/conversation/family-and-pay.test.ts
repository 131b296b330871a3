import { shippedTalks } from './decisions/shipped-knowledge.js';

const table = shippedTalks();

describe('Who tells a relative’s income hears what is sure of it before the age is asked', () => {
  table([
    {
      before: ['mẹ chồng em lương hưu 3tr8 có đăng ký người phụ thuộc được không'],
      say: 'e gõ lộn / 2tr8 chứ k phải 3tr8',
      shows: /2,8 triệu một tháng không quá 3 triệu.*hết tuổi lao động thì được tính.*bao nhiêu tuổi/su,
    },
    {
      say: 'ba mẹ em lương hưu mỗi người 2 triệu rưỡi có được tính người phụ thuộc ko',
      shows: /không quá 3 triệu nên đạt điều kiện thu nhập/u,
    },
    {
      say: 'bố em trợ cấp 500k một tháng có được tính giảm trừ ko',
      shows: /500\.000 đồng một tháng không quá 3 triệu/u,
    },
  ]);
});

describe('The papers told are those of the dependant spoken of', () => {
  table([
    {
      before: ['me vo toi 70 tuoi luong huu 2tr5 co dang ky phu thuoc duoc k'],
      say: 'giay to can gi',
      shows: /giấy khai sinh của vợ hoặc chồng và giấy đăng ký kết hôn/u,
      hides: /Con nuôi/u,
    },
    {
      before: ['đăng ký người phụ thuộc cho con 5 tuổi', 'Thêm mẹ em 67 tuổi'],
      say: 'cần giấy gì',
      shows: /Căn cước của cha mẹ và giấy khai sinh của anh\/chị/u,
      hides: /thẻ sinh viên/u,
    },
    {
      before: ['đăng ký người phụ thuộc cho con 5 tuổi'],
      say: 'Thêm mẹ em 67 tuổi',
      shows: /được: cha mẹ hết tuổi lao động/u,
      hides: /nếu 67 tuổi/u,
    },
  ]);
});

describe('A tenant that is an organisation, and a parent who died, are answered as such', () => {
  table([
    {
      before: ['cho ngân hàng thuê nhà 50 triệu tháng đóng thuế sao'],
      say: 'ngân hàng họ nói họ khai thay, rứa tui khỏi khai phải k',
      shows: /01\/TCKT.*không khai lại/su,
    },
    {
      before: ['ba em mất để lại miếng đất, sang tên cho em có đóng thuế ko'],
      say: 'mã số thuế của ba em có phải đi đóng ko',
      shows: /đã khai tử/u,
    },
  ]);
});

describe('Two companies in a year: both by contract, or one of them casual work', () => {
  const asked = 'năm nay em làm 2 công ty, quyết toán sao';
  table([
    {
      before: [asked],
      say: 'công ty đầu em nghỉ từ tháng 5, làm hợp đồng 2 năm, giờ em ở công ty thứ hai',
      shows: /không uỷ quyền được: anh\/chị tự quyết toán/u,
    },
    {
      before: [asked, 'công ty đầu em nghỉ từ tháng 5, giờ em ở công ty thứ hai'],
      say: 'à nói lại, công ty đầu em chỉ làm thời vụ 2 tháng, 8tr/tháng, họ trừ 10% hết rồi',
      shows: /8 triệu một tháng, không quá 15 triệu.*vẫn uỷ quyền cho công ty chính được/su,
    },
  ]);
});
