import type { AccountStore } from '../../../accounts/ports.js';
import type { Account } from '../../../accounts/types.js';
import type { Collections } from '../../collections.js';
import type { AccountDocument } from '../../documents/account.js';

export function createAccounts({ accounts }: Pick<Collections, 'accounts'>): AccountStore {
  return {
    add: ({ id, roles, ...account }) => accounts.insertOne({ _id: id, ...account, roles: [...roles] }),
    get: async (id) => account(await accounts.findOne({ _id: id })),
    byExternalId: async (externalId) => account(await accounts.findOne({ externalId })),
    list: async () => (await accounts.find({}, { sort: { _id: 1 } })).map(asAccount),
    async change(id, changes) {
      const given = Object.entries(changes);
      const set = given.filter(([, value]) => value !== null);
      const empty = given.filter(([, value]) => value === null).map(([field]) => field);
      const unset = empty.map((field) => [field, true] as const);
      const update = {
        ...(set.length === 0 ? {} : { $set: Object.fromEntries(set) }),
        ...(unset.length === 0 ? {} : { $unset: Object.fromEntries(unset) }),
      };
      return (await accounts.updateOne({ _id: id }, update)) === 1;
    },
  };
}

const account = (document: AccountDocument | null) => (document === null ? null : asAccount(document));

function asAccount({ _id, roles, ...document }: AccountDocument): Account {
  return { id: _id, ...document, roles: roles ?? [] };
}
