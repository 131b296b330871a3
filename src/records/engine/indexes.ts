import type { Schema } from 'mongoose';

export interface NedbIndex {
  fieldName: string;
  unique: boolean;
  sparse: boolean;
}

/**
 * The embedded engine's share of the indexes a schema declares. nedb has no ordered compound index: of one that only
 * speeds things up it gets the first field; documents are unique by `_id` or by one field, never by several.
 */
export function nedbIndexes(schema: Schema): NedbIndex[] {
  const byField = new Map<string, NedbIndex>();
  for (const [fields, options] of schema.indexes()) {
    const names = Object.keys(fields);
    const [fieldName] = names;
    if (fieldName === undefined) continue;
    const unique = options.unique === true;
    if (unique && names.length > 1) {
      throw new TypeError(`a unique index over several fields cannot be kept alike: ${names.join(', ')}`);
    }
    const known = byField.get(fieldName);
    byField.set(fieldName, {
      fieldName,
      unique: unique || known?.unique === true,
      // Without it, all documents that lack the field would share one entry, slow to take one out of.
      sparse: true,
    });
  }
  return [...byField.values()];
}
