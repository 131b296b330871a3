import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type {
  Content,
  DialogueActExamples,
  Intent,
  IntentTarget,
  SentenceKey,
  Sentences,
} from '../../src/content/types.js';
import { SAMPLE_EXAMPLES } from './sample-examples.js';
import { SAMPLE_PROCEDURES } from './sample-procedures.js';
import { understandingOf } from './trained.js';

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
    'procedure' in target ? (SAMPLE_PROCEDURES.find((one) => one.id === target.procedure)?.button ?? id) : id;
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

/** What the bot says of itself and how citizens take part in a talk are the same in every office: the shipped files. */
function shippedActs(): DialogueActExamples[] {
  const { acts } = parse(readFileSync('intents/shared/dialogue-acts.yml', 'utf8')) as {
    acts: (Pick<DialogueActExamples, 'id' | 'act' | 'examples'> & Partial<DialogueActExamples>)[];
  };
  return acts.map((one) => ({ replies: [], repliesEn: [], cues: [], ...one }));
}

function shippedSentences(): Sentences {
  const { sentences } = parse(readFileSync('procedures/shared/sentences.yml', 'utf8')) as {
    sentences: Record<string, string | string[]>;
  };
  return new Map(Object.entries(sentences).map(([key, words]) => [key as SentenceKey, [words].flat()]));
}

export const SAMPLE_CONTENT: Content = {
  version: 'sample',
  groups: [{ id: 'mau', name: 'Nhóm mẫu', procedures: SAMPLE_PROCEDURES.map(({ id }) => id) }],
  procedures: new Map(SAMPLE_PROCEDURES.map((procedure) => [procedure.id, procedure])),
  dated: new Map(),
  intents: new Map(Object.entries(SAMPLE_EXAMPLES).map(sampleIntent)),
  outOfScope: OUT_OF_SCOPE,
  tests: [],
  dialogueActs: shippedActs(),
  sentences: shippedSentences(),
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
    unassigned: ['Hải Châu', 'Hoà Khánh'],
    posterPlaces: ['Hòa Khánh', 'Một cửa Duy Nghĩa'],
    checkedOn: '2026-11-23',
    source: 'Quyết định mẫu',
  },
  calendar: { officeHours: [], saturdays: [], noAppointmentDays: [], askWhom: 'co-quan-mau' },
  holidays: { everyYear: [{ day: '09-02', name: 'Quốc khánh 2/9' }], years: [] },
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
  facts: new Map(),
  sumKinds: [],
  decisions: new Map(),
  season: [],
  forms: [],
  contacts: [
    {
      id: 'co-quan-mau',
      name: 'Cơ quan mẫu',
      value: 'trực tiếp tại quầy',
      shownFor: ['hotline', 'person'],
      source: 'mẫu',
      checkedOn: '2026-11-23',
    },
  ],
};

let trained: ReturnType<typeof understandingOf> | undefined;

/** The sample catalogue with a matcher really trained on it, once per run. */
export function sampleKnowledge(): ReturnType<typeof understandingOf> {
  trained ??= understandingOf(SAMPLE_CONTENT);
  return trained;
}
