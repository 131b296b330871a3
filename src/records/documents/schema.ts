import { Schema } from 'mongoose';

/** Anything the conversation keeps whole and reads whole; its shape is TypeScript's matter. */
export const WHOLE = Schema.Types.Mixed;

type Kind = StringConstructor | NumberConstructor | BooleanConstructor | DateConstructor | typeof WHOLE;
type Field = Kind | { type: Kind; required?: true; enum?: readonly string[] };

/**
 * A field the schema does not name is an error, not dropped in silence; empty objects are kept; the key is a name of the
 * product's own.
 */
export function documentSchema(fields: Record<string, Field>): Schema {
  const schema: Schema = new Schema(undefined, {
    strict: 'throw',
    strictQuery: 'throw',
    minimize: false,
    versionKey: false,
    id: false,
  });
  schema.add({ _id: { type: String, required: true }, ...fields } as never);
  return schema;
}
