import { addDays } from '../shared/days.js';
import { PLACEHOLDER } from './shapes/text.js';

/** How long a new entry may stay unseen when its writer has no better date. */
const REVIEW_DAYS = 90;

/** `procedures/<id>.yml` to be filled in: what must be is marked, what may be left out is explained. */
export function procedureTemplate(id: string, name: string, today: string): string {
  return `# Mẫu thủ tục mới. Thay mọi chỗ "${PLACEHOLDER} …"; mục nào không có căn cứ chắc chắn thì xoá hẳn, đừng đoán.
# Giải thích từng mục: procedures/README.md. Sửa xong chạy: npm run content:check
id: ${id}
kind: procedure                     # procedure (có nộp hồ sơ), information (chỉ để biết), referral (cơ quan khác làm)
group: "${PLACEHOLDER} mã nhóm trong procedures/shared/groups.yml (và thêm dòng '- ${id}' vào nhóm ấy)"
name: ${JSON.stringify(name)}
button: "${PLACEHOLDER} tên ngắn trên nút, nhiều nhất 20 ký tự"
summary: "${PLACEHOLDER} 1–3 câu, bắt đầu bằng kết luận: Dạ, …"
who: "${PLACEHOLDER} ai phải làm (xoá dòng này nếu không có)"
when: "${PLACEHOLDER} làm khi nào, hạn (xoá nếu không có)"
papers:                             # xoá cả mục nếu không cần giấy tờ
  - name: "${PLACEHOLDER} tên giấy tờ"
    form: "${PLACEHOLDER} số mẫu (xoá nếu không có)"
where: "${PLACEHOLDER} nộp ở đâu (xoá nếu không có)"
steps:                              # mỗi bước một việc, nhiều nhất 500 ký tự
  - "${PLACEHOLDER} bước 1"
time_limit: "${PLACEHOLDER} bao lâu có kết quả (xoá nếu không có)"
fee: "${PLACEHOLDER} lệ phí (xoá nếu không có)"
legal_basis:
  - document: "${PLACEHOLDER} tên, số văn bản"
    articles: "${PLACEHOLDER} điều (xoá nếu không có)"
    in_force: "${PLACEHOLDER} ngày có hiệu lực, năm-tháng-ngày"
questions:                          # 3–8 câu hay hỏi, hay nhầm
  - title: "${PLACEHOLDER} câu hỏi viết chỉn chu, để hiện cho người dân"
    ask: ["${PLACEHOLDER} bà con hỏi thế nào"]
    answer: "${PLACEHOLDER} trả lời ngắn, bắt đầu bằng Dạ"
ask_whom: "${PLACEHOLDER} mã đầu mối trong procedures/shared/contacts.yml"
checked_on: ${today}
review_by: ${addDays(today, REVIEW_DAYS)}
confidence: medium                  # high, medium, low
`;
}

/** `intents/<id>.yml` to be filled in. */
export function intentTemplate(id: string, procedure: string): string {
  return `# Các câu bà con hay hỏi về thủ tục này: ít nhất 30 câu, mỗi câu một cách nói (có dấu, không dấu, viết tắt, kể lể).
# Không ghi tên, số điện thoại, số căn cước thật. Sửa xong chạy: npm run content:check
id: ${id}
procedure: ${procedure}
examples:
  - "${PLACEHOLDER} câu hỏi thứ nhất"
`;
}
