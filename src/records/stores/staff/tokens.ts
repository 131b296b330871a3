import type { TokenStore } from '../../../accounts/ports.js';
import type { Collections } from '../../collections.js';

export function createTokenStore({ apiTokens }: Pick<Collections, 'apiTokens'>): TokenStore {
  return {
    add: ({ id, ...token }) => apiTokens.insertOne({ _id: id, ...token }),
    async get(id) {
      const found = await apiTokens.findOne({ _id: id });
      if (found === null) return null;
      const { _id, ...token } = found;
      return { id: _id, ...token };
    },
    async list() {
      const found = await apiTokens.find({}, { sort: { createdAt: -1 }, omit: 'secretHash' });
      return found.map(({ _id, ...token }) => ({ id: _id, ...token }));
    },
    async revoke(id, at) {
      const works = { _id: id, revokedAt: { $exists: false }, expiresAt: { $gt: at } };
      return (await apiTokens.updateOne(works, { $set: { revokedAt: at } })) === 1;
    },
  };
}
