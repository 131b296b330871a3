import type { Procedure } from '../../src/content/types.js';

/** A small made-up catalogue, so that tests of the conversation do not change when staff correct the real one. */
function sampleProcedure(more: Partial<Procedure> & Pick<Procedure, 'id' | 'name' | 'button'>): Procedure {
  return {
    kind: 'procedure',
    group: 'mau',
    summary: `Dạ, đây là tóm tắt mẫu về ${more.name}.`,
    papers: [],
    links: [],
    steps: [],
    legalBasis: [{ document: 'Thông tư 1/2026/TT-MAU', articles: 'Điều 1', inForce: '2026-07-01' }],
    questions: [],
    unsure: [],
    askWhom: 'co-quan-mau',
    related: [],
    checkedOn: '2026-11-23',
    reviewBy: '2027-03-31',
    confidence: 'high',
    ...more,
  };
}

export const SAMPLE_PROCEDURES = [
  sampleProcedure({
    id: 'dang-ky-ma-so',
    name: 'Đăng ký mã số thuế cá nhân',
    button: 'Đăng ký MST',
    who: 'Người chưa có mã số thuế.',
    where: 'Nơi trả lương hoặc Thuế cơ sở nơi ở.',
    timeLimit: '03 ngày làm việc.',
    fee: 'Không mất phí.',
    papers: [
      { name: 'Tờ khai', form: '05-MAU' },
      { name: 'Căn cước', note: 'Mang bản chính để đối chiếu' },
    ],
    steps: [
      { text: 'Tra xem đã có mã chưa.' },
      { text: 'Điền tờ khai.', link: { title: 'Cổng mẫu', url: 'https://example.gov.vn/' } },
      { text: 'Nộp hồ sơ.' },
    ],
    questions: [
      {
        ask: ['đổi căn cước có phải làm lại mã số không'],
        answer: 'Dạ không, mã số giữ nguyên, chỉ cập nhật giấy tờ.',
      },
    ],
    related: ['hoan-thue'],
  }),
  sampleProcedure({
    id: 'hoan-thue',
    name: 'Hoàn thuế thu nhập cá nhân',
    button: 'Hoàn thuế TNCN',
    where: 'Thuế cơ sở nơi quyết toán.',
    timeLimit: '06 ngày làm việc.',
    steps: [{ text: 'Quyết toán.' }, { text: 'Chờ tiền về tài khoản.' }],
    questions: [
      {
        ask: ['bao giờ tiền hoàn về tài khoản', 'khi mô có tiền hoàn'],
        answer: 'Dạ, sau khi có quyết định hoàn thuế.',
      },
    ],
    unsure: ['Thời gian chuyển tiền cần xác nhận với cơ quan thuế.'],
    reviewBy: '2026-10-01',
  }),
  sampleProcedure({
    id: 'mon-bai',
    kind: 'information',
    name: 'Lệ phí môn bài',
    button: 'Lệ phí môn bài',
    summary: 'Dạ, lệ phí môn bài đã bãi bỏ.',
  }),
  sampleProcedure({
    id: 'bang-lai',
    kind: 'referral',
    name: 'Đổi giấy phép lái xe',
    button: 'Đổi bằng lái',
    summary: 'Dạ, việc này do công an giải quyết.',
    legalBasis: [],
  }),
];
