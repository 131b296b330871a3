import type { Role } from '../accounts/types.js';
import type { Collections } from './collections.js';

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
  return collections;
}
