import type { SessionStore, StoredSession } from '../../../accounts/ports.js';
import type { Collections } from '../../collections.js';
import type { StaffSessionDocument } from '../../documents/staff-session.js';

export function createSessionStore({ staffSessions }: Pick<Collections, 'staffSessions'>): SessionStore {
  return {
    async add({ idHash, ...session }) {
      await staffSessions.insertOne({ _id: idHash, ...session });
    },
    async get(idHash) {
      const found = await staffSessions.findOne({ _id: idHash });
      return found === null ? null : asSession(found);
    },
    async touch(idHash, at) {
      await staffSessions.updateOne({ _id: idHash }, { $set: { lastSeenAt: at } });
    },
    async end(idHash) {
      await staffSessions.deleteMany({ _id: idHash });
    },
    endAll: (accountId, exceptIdHash) =>
      staffSessions.deleteMany({
        accountId,
        ...(exceptIdHash === undefined ? {} : { _id: { $ne: exceptIdHash } }),
      }),
    async listOpen(seenSince, now) {
      const open = { lastSeenAt: { $gt: seenSince }, expiresAt: { $gt: now } };
      return (await staffSessions.find(open)).map(asSession);
    },
  };
}

function asSession({ _id, ...session }: StaffSessionDocument): StoredSession {
  return { idHash: _id, ...session };
}
