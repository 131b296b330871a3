import { Error as MongooseErrors, type Model, type Schema } from 'mongoose';
import { AppError } from '../../shared/errors.js';
import type { Stored } from './collection.js';
import { withoutUndefined } from './plain.js';

/**
 * The document as its Mongoose schema casts it: types, required fields, permitted values, no unknown field. Needs no
 * connection and does not wait, so that the embedded engine can ask in the middle of an update.
 * Throws `DOCUMENT_INVALID`.
 */
export function checked<D extends Stored>(model: Model<D>, document: D): D {
  return withoutUndefined(cast(model, withoutUndefined(document)));
}

/** The same check of a document that holds no `undefined` and whose types are right already. Throws `DOCUMENT_INVALID`. */
export function check<D extends Stored>(model: Model<D>, document: D): void {
  cast(model, document);
}

function cast<D extends Stored>(model: Model<D>, document: D): D {
  try {
    const result = model.castObject(document);
    const unfit = unfitFields(demandsOf(model.schema), result, document);
    if (unfit.length > 0) throw invalid(model.modelName, unfit);
    return result;
  } catch (error) {
    throw documentError(model.modelName, error);
  }
}

/** Names the fields that do not fit, never their values: they may be a citizen's. */
export function documentError(kind: string, error: unknown): unknown {
  if (error instanceof MongooseErrors.ValidationError) return invalid(kind, Object.keys(error.errors));
  if (error instanceof MongooseErrors.StrictModeError || error instanceof MongooseErrors.CastError) {
    return invalid(kind, [error.path]);
  }
  return error;
}

interface Demands {
  required: readonly string[];
  permitted: ReadonlyMap<string, readonly unknown[]>;
  named: ReadonlySet<string>;
}

/** Every write asks; Mongoose would gather them anew each time. */
const known = new WeakMap<Schema, Demands>();

function demandsOf(schema: Schema): Demands {
  const found = known.get(schema);
  if (found !== undefined) return found;
  const permitted = new Map<string, readonly unknown[]>();
  for (const [path, { options }] of Object.entries(schema.paths)) {
    const { enum: values } = options as { enum?: readonly unknown[] };
    if (values !== undefined) permitted.set(path, values);
  }
  const demands = { required: schema.requiredPaths(), permitted, named: new Set(Object.keys(schema.paths)) };
  known.set(schema, demands);
  return demands;
}

/** Documents' schemas are flat: a path is a field of the document. */
function unfitFields({ required, permitted, named }: Demands, result: object, given: object): string[] {
  const fields = result as Record<string, unknown>;
  const missing = required.filter((path) => fields[path] === undefined || fields[path] === null);
  const notPermitted = [...permitted]
    .filter(([path, values]) => fields[path] !== undefined && !values.includes(fields[path]))
    .map(([path]) => path);
  const unnamed = Object.keys(given).filter((path) => !named.has(path));
  return [...missing, ...notPermitted, ...unnamed];
}

function invalid(kind: string, fields: string[]): AppError {
  return new AppError('DOCUMENT_INVALID', `${kind}: ${fields.join(', ')} does not fit the schema`);
}
