import type { AlertStore } from '../../alerts/types.js';
import type { Collections } from '../collections.js';
import type { AlertDocument } from '../documents/alert.js';

const HOUR_MS = 3_600_000;
/** A state that was away for so long is told again. */
const AWAY_MS = 6 * HOUR_MS;
/** How often it is put down that such a state still lasts. */
const SEEN_MS = HOUR_MS;

/** Each alert has a record from before it is sent; what was being sent when a process died is not sent again. */
export function createAlertStore({ alerts }: Pick<Collections, 'alerts'>): AlertStore {
  return {
    note: (...what) => noted(alerts, ...what),

    async claim(channel, now, limit) {
      const due = { state: 'waiting', channel, dueAt: { $lte: now } };
      const found = await alerts.find(due, { sort: { dueAt: 1 }, limit });
      const own: AlertDocument[] = [];
      for (const one of found)
        if ((await alerts.updateOne({ ...due, _id: one._id }, { $set: { state: 'sending' } })) === 1)
          own.push(one);
      return own.map(({ _id, kind, about, line, path, at, attempts }) => ({
        ...{ id: _id, kind, about, line, path, at, attempts },
      }));
    },

    async sent(ids, at) {
      await alerts.updateMany({ _id: { $in: ids } }, { $set: { state: 'sent', sentAt: at } });
    },

    async putBack(ids, dueAt) {
      const $set = dueAt === null ? { state: 'given_up' } : { state: 'waiting', dueAt };
      await alerts.updateMany({ _id: { $in: ids } }, { $set, $inc: { attempts: 1 } });
    },
  };
}

/** Before anything is sent; a state that lasts is taken for new once it was away. */
async function noted(
  alerts: Collections['alerts'],
  ...[channel, what, at, dueAt]: Parameters<AlertStore['note']>
): Promise<boolean> {
  const { kind, about, line, path, lasts } = what;
  const _id = `${channel}|${kind}|${about}`;
  const told = { kind, about, line, path, at, seenAt: at };
  const fresh = { ...told, state: 'waiting', dueAt, attempts: 0 } as const;
  const known = await alerts.findOne({ _id });
  if (known === null) return alerts.insertOne({ _id, channel, ...fresh });
  const age = at.getTime() - known.seenAt.getTime();
  if (lasts !== true || age < SEEN_MS) return false;
  const unchanged = { _id, seenAt: known.seenAt };
  if (age >= AWAY_MS)
    return (await alerts.updateOne(unchanged, { $set: fresh, $unset: { sentAt: true } })) === 1;
  await alerts.updateOne(unchanged, { $set: { seenAt: at } });
  return false;
}
