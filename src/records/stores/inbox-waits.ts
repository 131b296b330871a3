import type { InboxStep } from '../../conversation/types.js';
import type { InboxWaits } from '../../staff-work/ports.js';
import { requestTerms } from '../../staff-work/requests/request-terms.js';
import type { Collections } from '../collections.js';
import type { DaysOff } from './requests.js';

/** Notes one step of a wait for a person in the Page's inbox; the same step may be noted again. */
export async function noteInboxStep(
  { inboxWaits }: Pick<Collections, 'inboxWaits'>,
  { id: _id, step, at }: InboxStep,
  daysOff: DaysOff,
): Promise<void> {
  switch (step) {
    case 'passed': {
      const { confirmBy } = requestTerms('person', at, daysOff());
      if (await inboxWaits.insertOne({ _id, passedAt: at, confirmBy })) return;
      await inboxWaits.updateOne({ _id }, { $unset: { returnedAt: true } });
      return;
    }
    case 'answered':
      await inboxWaits.updateOne({ _id, firstAnswerAt: { $exists: false } }, { $set: { firstAnswerAt: at } });
      return;
    case 'returned':
      await inboxWaits.updateOne({ _id }, { $set: { returnedAt: at } });
      return;
    case 'refused':
      await inboxWaits.deleteMany({ _id });
  }
}

const MAX_OVERDUE = 500;

export function createInboxWaits({ inboxWaits }: Pick<Collections, 'inboxWaits'>): InboxWaits {
  return {
    async overdue(now, since) {
      const due = { firstAnswerAt: { $exists: false }, confirmBy: { $gte: since, $lt: now } };
      const found = await inboxWaits.find(due, { sort: { confirmBy: 1 }, limit: MAX_OVERDUE });
      return found.map(({ _id: id, confirmBy }) => ({ id, confirmBy }));
    },
  };
}
