import { Schema } from 'mongoose';

export interface NedbIndex {
  fieldName: string;
  unique: boolean;
  sparse: boolean;
}

/**
 * The embedded engine's share of the indexes a schema declares. nedb has no ordered compound index: of one that only
 * speeds things up it gets the first field; documents are unique by `_id` or by one field, never by several.
 *
 * An optional field's index must be sparse: all documents without the field would share one entry, slow to take one
 * out of. But nedb's sparse indexes lose dates, so optional dates get none here and are looked for by reading all;
 * where that is too slow the moment is kept as a number.
 */
export function nedbIndexes(schema: Schema): NedbIndex[] {
  const byField = new Map<string, NedbIndex>();
  for (const [fields, options] of schema.indexes()) {
    const names = Object.keys(fields);
    const [fieldName] = names;
    if (fieldName === undefined) continue;
    const date = schema.path(fieldName) instanceof Schema.Types.Date;
    if (date && !schema.requiredPaths().includes(fieldName)) continue;
    const unique = options.unique === true;
    if (unique && names.length > 1) {
      throw new TypeError(`a unique index over several fields cannot be kept alike: ${names.join(', ')}`);
    }
    const known = byField.get(fieldName);
    byField.set(fieldName, {
      fieldName,
      unique: unique || known?.unique === true,
      sparse: !date,
    });
  }
  return [...byField.values()];
}
