import { talkTable, type TalkRow } from '../../support/talk-table.js';
import { shippedKnowledge } from './decisions/shipped-knowledge.js';

const YES = /Dạ đúng, với lỗi như nộp trễ tờ khai.*khung phạt của tổ chức gấp đôi/u;

/** Asked whether it is twice as much, a rule answers with yes, not with the days of an example. */
const TWICE: TalkRow[] = [
  { before: ['hộ nộp trễ tờ khai 20 ngày phạt nhiêu'], say: 'còn công ty thì gấp đôi ha', shows: YES },
  { before: ['mức phạt về thuế'], say: 'doanh nghiệp bị phạt gấp 2 hả', shows: YES },
  { before: ['hộ khai thuế trễ 10 ngày phạt bao nhiêu'], say: 'hộ thì một nửa công ty hả', shows: YES },
  {
    before: ['khai sai thiếu thuế phạt sao'],
    say: 'công ty thì gấp đôi hả',
    shows: /trốn thuế thì không gấp đôi/u,
  },
];

describe('Whether an organisation is fined twice as much', () => {
  talkTable(shippedKnowledge, TWICE);
});
