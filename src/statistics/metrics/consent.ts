import { count, metric } from './metric.js';

export interface ConsentChoices {
  yes: number;
  no: number;
}

export const consent = metric<ConsentChoices>({
  id: 'consent',
  name: 'Lựa chọn lưu tin nhắn',
  definition:
    'Số lần công dân bấm hoặc gõ “Đồng ý” và “Không đồng ý” cho lưu câu chữ; đổi ý được tính lần nữa. Im lặng không phải là đồng ý và không tính vào đâu.',
  byProcedure: false,
  count({ exchanges }, add) {
    for (const { consentGiven } of exchanges) if (consentGiven !== undefined) add(`consent:${consentGiven}`);
  },
  value: (reading) => ({ yes: count(reading, 'consent:yes'), no: count(reading, 'consent:no') }),
  examples: [
    {
      when: 'một người đồng ý rồi rút lại, một người đồng ý, một người im lặng',
      given: [
        { who: 1, outcome: 'answered_consent', consentGiven: 'yes' },
        { who: 1, outcome: 'answered_consent', consentGiven: 'no' },
        { who: 2, outcome: 'answered_consent', consentGiven: 'yes' },
        { who: 3, outcome: 'answered_procedure' },
      ],
      value: { yes: 2, no: 1 },
    },
  ],
});
