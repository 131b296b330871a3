import { classesIn, wordClasses } from './word-classes.js';

const read = wordClasses({
  lawful:
    'hợp pháp / đúng luật / theo luật / đúng pháp luật / đúng quy định / theo quy định / hợp lệ / chính đáng / đàng hoàng',
  // What is done to pay less than is due, or not to be found out.
  deed: 'né / lách / trốn / giấu / dấu / che / lén / gian / man / láo / khống / ảo / giả / làm giả / khai / kê / ghi / hạ giá / giá / tiền mặt / đứng tên / chia / chia nhỏ / tách / xé nhỏ / hoá đơn / hợp đồng / sổ / tài khoản / nội dung / biết / hay biết / phát hiện / lộ / thấy / mánh / mẹo / chiêu / qua mặt / hai giá / lót tay / đút lót / phong bì / bồi dưỡng / biếu / quà / quen / nhờ / chạy / đưa tiền / chung chi / hối lộ / cán bộ',
  relief:
    'khỏi / miễn / được miễn / giảm / được giảm / bớt / được bớt / nhẹ / nhẹ hơn / ít hơn / ít lại / không bị / không phải / đừng / tránh',
});

/**
 * Asks to pay less or nothing, or not to be fined, and names no deed by which more would be due: "có cách nào để khỏi bị
 * trừ không" asks for the commitment form as an honest person does.
 */
export function seeksRelief(said: string): boolean {
  const words = classesIn(read(said));
  return words.has('lawful') || (words.has('relief') && !words.has('deed'));
}
