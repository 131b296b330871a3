import type { AttemptStore } from '../../../accounts/ports.js';
import type { Collections } from '../../collections.js';

export function createAttempts({ signInAttempts }: Pick<Collections, 'signInAttempts'>): AttemptStore {
  return {
    async get(nameHash) {
      const found = await signInAttempts.findOne({ _id: nameHash });
      return found === null ? null : { failures: found.failures, lastAt: found.lastAt };
    },
    async reserve(nameHash, limit, at) {
      // It fails where one is there already, which is as well.
      await signInAttempts.insertOne({ _id: nameHash, failures: 0, lastAt: at });
      const counted = await signInAttempts.updateOne(
        { _id: nameHash, failures: { $lt: limit } },
        { $inc: { failures: 1 }, $set: { lastAt: at } },
      );
      return counted === 1;
    },
    async clear(nameHash, unchangedSince) {
      const since = unchangedSince === undefined ? {} : { lastAt: unchangedSince };
      await signInAttempts.deleteMany({ _id: nameHash, ...since });
    },
  };
}
