import { randomBytes } from 'node:crypto';
import type { AuditLog } from '../../../accounts/ports.js';
import type { Collections } from '../../collections.js';

/** Only adding and reading are offered: nothing in the product can change what was written down. */
export function createAuditLog({ auditEntries }: Pick<Collections, 'auditEntries'>): AuditLog {
  const nextId = idsByTime();
  return {
    async append(entry) {
      while (!(await auditEntries.insertOne({ _id: nextId(entry.at), ...entry })));
    },
    async list({ before, actor, limit }) {
      const filter = {
        ...(before === undefined ? {} : { _id: { $lt: before } }),
        ...(actor === undefined ? {} : { actor }),
      };
      const found = await auditEntries.find(filter, { sort: { _id: -1 }, limit });
      return found.map(({ _id, ...entry }) => ({ id: _id, ...entry }));
    },
  };
}

/** The time, then a number for entries of the same millisecond, then what tells processes apart. */
function idsByTime(): (at: Date) => string {
  const process = randomBytes(3).toString('hex');
  let count = 0;
  return (at) => {
    count += 1;
    return `${at.toISOString()}-${String(count).padStart(9, '0')}-${process}`;
  };
}
