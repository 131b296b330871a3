import { classesIn, wordClasses } from './word-classes.js';

const CLASSES = {
  employed:
    'công nhân / nhân viên / công chức / viên chức / giáo viên / bộ đội / giúp việc / văn phòng / làm công ty / làm cty / làm cho công ty / làm thuê / làm mướn / làm công ăn lương / ăn lương / đi làm xưởng / thợ may công ty / kế toán công ty / bảo vệ công ty',
  farms:
    'làm ruộng / làm nông / làm rẫy / làm vườn / nông dân / trồng lúa / trồng rau / trồng cây / trồng keo / trồng dưa / trồng hoa / trồng nấm / nuôi heo / nuôi gà / nuôi vịt / nuôi bò / nuôi tôm / nuôi cá / nuôi ong / chăn nuôi',
  // What is parted with once is no trade.
  property:
    'bán nhà / bán đất / bán căn / bán căn hộ / bán chung cư / bán miếng / bán lô / bán mảnh / bán xe / bán ô tô / bán oto / bán con xe / bán chiếc / bán cổ phiếu / bán chứng khoán / bán vàng / bán coin / bán tiền ảo / bán công ty / bán cổ phần / bán vốn / bán phần vốn / bán sổ / bán đồ cũ / bán nước ngoài',
  trades:
    'bán / buôn / buôn bán / mua bán nhỏ / kinh doanh / có quán / có tiệm / có cái quán / có cái tiệm / có sạp / có quầy / có ki ốt / có gánh / có xưởng / có lò / nấu rượu / nấu ăn / nấu cỗ / ' +
    'sửa xe / sửa điện / sửa máy / sửa điện thoại / sửa đồ / sửa chữa / rửa xe / vá xe / may đồ / may áo / may vá / may gia công / thợ may / cắt tóc / hớt tóc / làm tóc / gội đầu / làm nail / làm móng / trang điểm / chụp hình / chụp ảnh / ' +
    'làm bánh / làm mộc / làm nhôm / làm sắt / làm cơ khí / làm mắm / làm nước mắm / làm hương / gia công / giặt ủi / in ấn / photocopy / chạy xe ôm / xe ôm / chạy ba gác / chạy xe / chạy grab / chạy be / chạy taxi / chạy ship / chạy shipper / shipper / làm shipper / chở hàng / chở vật liệu / dạy thêm / dạy kèm / gia sư / làm tiệm / ' +
    'thợ hồ / phụ hồ / thợ xây / thợ điện / thợ mộc / thợ sơn / thợ nhôm / thợ hàn / nhận thầu / cho thuê đồ cưới / cho thuê xe',
  undone:
    'nghỉ / hết / không / ko / k / chưa / hông / muốn / định / sắp / tính / sẽ / rồi / r / thôi / bỏ / dẹp / ngưng / bị / mất / đóng cửa / cấm / lừa / ai / nào / gì / sao / đâu / mô / chi / răng / nhiêu / mấy',
} as const;

const read = wordClasses(CLASSES);
const SELF =
  'em|e|tui|toi|minh|anh|chi|co|chu|bac|con|chau|o|mu|di|cau|ong|ba|nha|vo|chong|ck|vk|gia dinh|tiem|quan';
/** "Tui", "nhà em có", "dạ chị thì": who it is, in front of what they do. */
const SUBJECT = new RegExp(
  String.raw`^(?:(?:da|a|u|alo|hi|thi|o|hien|dang|gio|chu|day|cung|chi|co|voi|lam|di|nghe|la|${SELF}) ){0,5}$`,
  'u',
);
const MAX_WORDS = 9;

const DUE = 'có phải đóng thuế không';
const BUSINESS = `hộ kinh doanh bán hàng, làm dịch vụ ${DUE}`;
const EMPLOYED = 'lương bao nhiêu thì phải đóng thuế';
const FARMS = 'nông dân trồng trọt chăn nuôi bán nông sản có phải đóng thuế không';

/**
 * What somebody who only tells what they live on ("tui bán bánh xèo", "em làm nail tại nhà") would ask, the nearest first;
 * empty where a message tells anything else.
 */
export function askedOfOccupation(said: string): string[] {
  const tokens = read(said);
  const { has } = classesIn(tokens);
  const first = tokens.find((token) => token.class !== undefined);
  if (first === undefined || has('undone', 'property')) return [];
  const words = tokens.flatMap((token) => token.words.split(' '));
  const before = said.slice(0, first.start);
  const isTold = words.length <= MAX_WORDS && SUBJECT.test(subjectOf(before));
  if (!isTold) return [];
  if (has('employed')) return [EMPLOYED];
  return has('farms') ? [FARMS] : [`${said} ${DUE}`, BUSINESS];
}

function subjectOf(before: string): string {
  return read(before)
    .map(({ words }) => `${words} `)
    .join('');
}
