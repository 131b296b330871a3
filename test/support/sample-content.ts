import type { Content, Intent, IntentTarget, Procedure } from '../../src/content/types.js';
import { trainingExamples } from '../../src/content/types.js';
import { trainMatcher } from '../../src/intent-matching/train.js';
import type { IntentMatcher } from '../../src/intent-matching/types.js';

/** A small made-up catalogue, so that tests of the conversation do not change when staff correct the real one. */
export function sampleProcedure(
  more: Partial<Procedure> & Pick<Procedure, 'id' | 'name' | 'button'>,
): Procedure {
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

const PROCEDURES = [
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

const EXAMPLES: Record<string, [IntentTarget, string[]]> = {
  'dang-ky-ma-so': [
    { procedure: 'dang-ky-ma-so' },
    [
      'đăng ký mã số thuế cá nhân',
      'dang ky mst ca nhan lam sao',
      'làm mã số thuế ở đâu',
      'em chưa có mst muốn đăng ký',
      'xin cấp mã số thuế lần đầu',
      'thu tuc cap ma so thue',
      'mới đi làm chưa có mã số thuế',
      'cách đăng ký mst online',
    ],
  ],
  'hoan-thue': [
    { procedure: 'hoan-thue' },
    [
      'hoàn thuế thu nhập cá nhân',
      'hoan thue tncn lam sao',
      'em muốn lấy lại tiền thuế nộp dư',
      'nộp thừa thuế có được hoàn không',
      'khi nào được hoàn thuế',
      'hồ sơ hoàn thuế tncn',
      'xin hoan lai thue da nop',
      'chưa thấy tiền hoàn thuế',
    ],
  ],
  'mon-bai': [
    { procedure: 'mon-bai' },
    [
      'lệ phí môn bài',
      'thue mon bai nam nay',
      'có phải nộp môn bài không',
      'môn bài bỏ chưa',
      'tiền môn bài bao nhiêu',
      'nop mon bai khi mo',
    ],
  ],
  'bang-lai': [
    { procedure: 'bang-lai' },
    [
      'đổi bằng lái xe',
      'doi giay phep lai xe o dau',
      'bằng lái hết hạn làm sao',
      'cấp lại bằng lái',
      'gplx b1 het han',
      'mất bằng lái xe máy',
    ],
  ],
  'chao-hoi': [{ action: 'greeting' }, ['xin chào', 'chao em', 'alo', 'hello ad', 'chào shop', 'hi bot']],
  'cam-on': [{ action: 'thanks' }, ['cảm ơn em', 'cam on nhieu', 'thanks ad', 'ok cảm ơn', 'tks em']],
  'gap-can-bo': [
    { action: 'talk_to_person' },
    [
      'cho gặp người thật',
      'muon noi chuyen voi can bo',
      'gặp nhân viên tư vấn',
      'cho xin gặp cán bộ thuế',
      'chuyển máy cho người',
    ],
  ],
  'co-quan-thue-nao': [
    { action: 'office_lookup' },
    [
      'cơ quan thuế nào quản lý em',
      'toi o duy hai thuoc thue nao',
      'thuế cơ sở nào phụ trách xã em',
      'chi cuc thue nao quan ly phuong tam ky',
      'nhà ở hội an thì thuế nào',
    ],
  ],
  'thu-bay': [
    { action: 'saturday' },
    [
      'thứ 7 có làm không',
      'thu bay nay co lam viec k',
      'thứ bảy đồng hành đăng ký sao',
      'cuoi tuan thu 7 co nhan ho so khong',
    ],
  ],
  'han-nop': [
    { action: 'deadlines' },
    [
      'khi nào nộp tờ khai quý 3',
      'han nop to khai quy',
      'hạn nộp thuế tháng này',
      'ngày cuối nộp tờ khai',
      'deadline nop thue',
    ],
  ],
  'tinh-tien-cham-nop': [
    { action: 'late_interest' },
    [
      'tính tiền chậm nộp giúp em',
      'cham nop 10 trieu 30 ngay bao nhieu tien',
      'nộp trễ 5 triệu tính lãi bao nhiêu',
      'tinh lai cham nop thue',
    ],
  ],
  'tinh-thue-nha-dat': [
    { action: 'house_transfer_cost' },
    [
      'bán nhà 2 tỷ nộp bao nhiêu thuế',
      'tinh thue ban nha 1ty5',
      'nhà 3 tỷ thì thuế bao nhiêu',
      'bán đất 800 triệu tốn bao nhiêu thuế',
    ],
  ],
  'tinh-thue-luong': [
    { action: 'salary_tax' },
    [
      'lương 20 triệu đóng thuế bao nhiêu',
      'tinh thue luong 30tr',
      'lương 25tr 2 con nộp thuế nhiêu',
      'thu nhập 18 triệu có phải đóng thuế không',
    ],
  ],
};

const OUT_OF_SCOPE = [
  'nấu phở bò thế nào',
  'hom nay troi co mua khong',
  'mua xe máy trả góp',
  'đau bụng uống thuốc gì',
  'ket qua bong da toi qua',
  'làm hộ chiếu ở đâu',
  'vay tien ngan hang lai suat',
  'đăng ký kết hôn',
  'vé máy bay đi sài gòn',
  'abc xyz qwerty',
];

function sampleIntent([id, [target, examples]]: [string, [IntentTarget, string[]]]): [string, Intent] {
  const button =
    'procedure' in target ? (PROCEDURES.find((one) => one.id === target.procedure)?.button ?? id) : id;
  return [id, { id, target, button, replies: [], examples }];
}

const rate = (id: string, value: number, unit: string) => ({
  id,
  value,
  unit,
  from: '2026-01-01',
  basis: 'Luật mẫu',
  checkedOn: '2026-11-23',
});
const RATES = [
  rate('late-payment-per-day', 0.03, '%/ngày'),
  rate('pit-house-transfer', 2, '%'),
  rate('registration-fee-house', 0.5, '%'),
  rate('registration-fee-house-limit', 500_000_000, 'đồng'),
  rate('deduction-self', 15_500_000, 'đồng/tháng'),
  rate('deduction-dependant', 6_200_000, 'đồng/tháng'),
  rate('insurance-employee', 10.5, '%'),
  ...[10, 30, 60, 100].map((limit, index) =>
    rate(`pit-bracket-${index + 1}-limit`, limit * 1e6, 'đồng/tháng'),
  ),
  ...[5, 10, 20, 30, 35].map((percent, index) => rate(`pit-bracket-${index + 1}-rate`, percent, '%')),
];

export const SAMPLE_CONTENT: Content = {
  version: 'sample',
  groups: [{ id: 'mau', name: 'Nhóm mẫu', procedures: PROCEDURES.map(({ id }) => id) }],
  procedures: new Map(PROCEDURES.map((procedure) => [procedure.id, procedure])),
  intents: new Map(Object.entries(EXAMPLES).map(sampleIntent)),
  outOfScope: OUT_OF_SCOPE,
  vocabulary: {
    abbreviations: [
      { written: 'mst', means: 'mã số thuế' },
      { written: 'tncn', means: 'thu nhập cá nhân' },
    ],
  },
  offices: {
    offices: [
      { id: 'tcs7', name: 'Thuế cơ sở 7', seat: 'phường Điện Bàn' },
      { id: 'tcs8', name: 'Thuế cơ sở 8', seat: 'xã Thăng Bình' },
      { id: 'tcs5', name: 'Thuế cơ sở 5', seat: 'xã Đông Giang' },
    ],
    places: [
      {
        name: 'Duy Nghĩa',
        unit: 'xã',
        office: 'tcs7',
        district: 'Duy Xuyên',
        formerly: [
          { unit: 'xã', name: 'Duy Hải' },
          { unit: 'xã', name: 'Duy Thành' },
        ],
      },
      {
        name: 'Thăng An',
        unit: 'xã',
        office: 'tcs8',
        district: 'Thăng Bình',
        formerly: [{ unit: 'xã', name: 'Bình Minh' }],
      },
      {
        name: 'Sông Vàng',
        unit: 'xã',
        office: 'tcs5',
        district: 'Đông Giang',
        formerly: [
          { unit: 'xã', name: 'Ba' },
          { unit: 'xã', name: 'Tư' },
        ],
      },
    ],
    onlyAfterUnit: ['Ba', 'Tư'],
    checkedOn: '2026-11-23',
    source: 'Quyết định mẫu',
  },
  calendar: { officeHours: [], saturdays: [], noAppointmentDays: [], askWhom: 'co-quan-mau' },
  holidays: { years: [] },
  rates: new Map(RATES.map((one) => [one.id, one])),
  deadlines: [
    {
      id: 'to-khai-quy',
      name: 'Tờ khai quý',
      ask: ['tờ khai quý', 'quý'],
      rule: { every: 'quarter', day: 'last', monthsAfter: 1 },
      basis: 'Luật mẫu',
      checkedOn: '2026-11-23',
    },
  ],
  promises: [],
  contacts: [
    {
      id: 'co-quan-mau',
      name: 'Cơ quan mẫu',
      value: 'trực tiếp tại quầy',
      source: 'mẫu',
      checkedOn: '2026-11-23',
    },
  ],
};

let trained: IntentMatcher | undefined;

/** The sample catalogue with a matcher really trained on it, once per run. */
export function sampleKnowledge(): { content: Content; matcher: IntentMatcher } {
  trained ??= trainMatcher(trainingExamples(SAMPLE_CONTENT), SAMPLE_CONTENT.vocabulary);
  return { content: SAMPLE_CONTENT, matcher: trained };
}
