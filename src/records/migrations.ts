import type { Role } from '../accounts/types.js';
import type { Collections } from './collections.js';
import type { Counts } from './documents/day.js';

/** What accounts with the one role of earlier versions might do, they still may. */
const ROLES_OF_ONE: Readonly<Record<string, readonly Role[]>> = {
  viewer: ['viewer'],
  reviewer: ['viewer', 'reviewer', 'answerer', 'editor', 'approver'],
  admin: ['admin'],
};

/**
 * Brings what earlier versions stored into today's shapes; at each start and after a restore. Each step asks for the
 * old shape only, so that a second run, or another process at the same time, finds nothing left to do. A step may go
 * once no office can come from a version before it.
 */
export async function migrated(collections: Collections): Promise<Collections> {
  const { accounts, conversations } = collections;
  for (const [role, roles] of Object.entries(ROLES_OF_ONE))
    await accounts.updateMany(
      { role, roles: { $exists: false } },
      { $set: { roles: [...roles] }, $unset: { role: true } },
    );
  // A sum that a calculator of earlier versions had asked for: its question is asked anew when the matter comes up.
  await conversations.updateMany({ 'state.waiting.for': 'amount' }, { $unset: { 'state.waiting': true } });
  await renameDoors(collections);
  return collections;
}

const DOORS = ['typed', 'menu', 'ice_breaker', 'get_started', 'button', 'qr', 'link', 'other'];

/** What earlier versions called a door is an entry point: in exchanges, and in the names of a day's counts. */
async function renameDoors({ exchanges, days }: Collections): Promise<void> {
  const stored = await exchanges.aggregate<{ _id: string }>([
    { $match: { door: { $exists: true } } },
    { $group: { _id: '$door' } },
  ]);
  for (const { _id: door } of stored)
    await exchanges.updateMany({ door }, { $set: { entryPoint: door }, $unset: { door: true } });
  const counted = { $or: DOORS.map((door) => ({ [`all.door:${door}`]: { $exists: true } })) };
  for (const { _id, revision, all, procedures } of await days.find(counted)) {
    const ofProcedures = Object.entries(procedures).map(([id, counts]) => [id, renamed(counts)] as const);
    await days.updateOne(
      { _id, revision },
      {
        $set: { all: renamed(all), procedures: Object.fromEntries(ofProcedures), revision: revision + 1 },
      },
    );
  }
}

function renamed(counts: Counts): Counts {
  return Object.fromEntries(
    Object.entries(counts).map(([name, count]) => [name.replace(/^door:/, 'entry_point:'), count]),
  );
}
