import { PERSON_ANSWERS_DEFINITION } from '../../../statistics/person-answers.js';
import type { Statistics } from '../../../statistics/statistics.js';
import { waitWritten } from '../../../statistics/written.js';
import { page } from '../answers.js';
import { mayTake } from '../navigation.js';
import type { StaffRoute } from '../route.js';
import { PRESETS, questionOf } from './question.js';

/** How long citizens waited for a person, and what came of it; by officer for heads alone. */
export function personRoutes(statistics: Statistics): StaffRoute[] {
  return [
    {
      method: 'GET',
      path: '/thong-ke/can-bo',
      roles: ['viewer', 'answerer', 'head'],
      nav: { label: 'Cán bộ trả lời', order: 11 },
      async handle({ query, now, account }) {
        const { period } = questionOf(query, now);
        const { all, byOfficer } = await statistics.personAnswers(period);
        const mayCompare = mayTake({ roles: ['head'] }, account.roles);
        const data = {
          period,
          all,
          byOfficer: mayCompare ? byOfficer : null,
          wait: waitWritten,
          presets: PRESETS.map(({ id, name }) => ({
            id,
            name,
            current: (query.get('ky') ?? 'thang-nay') === id,
          })),
          definition: PERSON_ANSWERS_DEFINITION,
        };
        return page('statistics/person', 'Cán bộ trả lời', data, { styles: ['/style/statistics.css'] });
      },
    },
  ];
}
