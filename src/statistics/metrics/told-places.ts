import { keyPart, under } from '../counts.js';
import { metric } from './metric.js';

export interface ToldPlaces {
  /** Conversations in which a place of this tax office was told; by the office's id. */
  offices: { office: string; name?: string; conversations: number }[];
  /** The same by commune or ward of today, by its slug: `xa-duy-nghia`. */
  wards: { ward: string; name?: string; conversations: number }[];
}

export const toldPlaces = metric<ToldPlaces>({
  id: 'told_places',
  name: 'Xã, phường và Thuế cơ sở',
  definition:
    'Số cuộc trò chuyện mà công dân có nêu xã, phường của mình (tên mới hoặc tên cũ), theo xã, phường và theo Thuế cơ sở quản lý. Ai không nêu thì không tính vào đâu; nêu hai nơi được tính ở cả hai. Tên huyện cũ chỉ tính cho Thuế cơ sở, khi cả huyện thuộc một nơi.',
  byProcedure: true,
  count({ exchanges }, add) {
    const told = exchanges.flatMap(({ toldPlace }) => toldPlace ?? []);
    for (const office of new Set(told.map((place) => place.office))) add(`told_office:${keyPart(office)}`);
    for (const ward of new Set(told.flatMap((place) => place.ward ?? []))) add(`told_ward:${keyPart(ward)}`);
  },
  value: ({ counts }) => ({
    offices: ordered(under(counts, 'told_office:')).map(([office, conversations]) => ({
      office,
      conversations,
    })),
    wards: ordered(under(counts, 'told_ward:')).map(([ward, conversations]) => ({ ward, conversations })),
  }),
  examples: [
    {
      when: 'một người nêu một xã hai lần; một người nêu hai xã của một Thuế cơ sở; một người chỉ nêu huyện cũ',
      given: [
        { who: 1, outcome: 'answered_office', toldPlace: { office: 'tcs-8', ward: 'xa-a' } },
        { who: 1, outcome: 'answered_question', toldPlace: { office: 'tcs-8', ward: 'xa-a' } },
        { who: 2, outcome: 'answered_office', toldPlace: { office: 'tcs-8', ward: 'xa-a' } },
        { who: 2, outcome: 'answered_office', toldPlace: { office: 'tcs-8', ward: 'xa-b' } },
        { who: 3, outcome: 'answered_office', toldPlace: { office: 'tcs-9' } },
        { who: 4, outcome: 'answered_question' },
      ],
      value: {
        offices: [
          { office: 'tcs-8', conversations: 2 },
          { office: 'tcs-9', conversations: 1 },
        ],
        wards: [
          { ward: 'xa-a', conversations: 2 },
          { ward: 'xa-b', conversations: 1 },
        ],
      },
    },
  ],
});

function ordered(counts: [name: string, count: number][]): [name: string, count: number][] {
  return counts.sort(([a, many], [b, few]) => few - many || (a < b ? -1 : 1));
}
