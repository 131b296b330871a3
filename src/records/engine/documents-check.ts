import { Error as MongooseErrors, type Model, type Schema } from 'mongoose';
import { AppError } from '../../shared/errors.js';
import { perObject } from '../../shared/per-object.js';
import type { Stored } from './collection.js';
import { withoutUndefined } from './plain.js';

/**
 * The document as its Mongoose schema casts it: types, required fields, permitted values, no unknown field. Needs no
 * connection and does not wait, so that the embedded engine can ask in the middle of an update.
 * Throws `DOCUMENT_INVALID`.
 */
export function checked<D extends Stored>(model: Model<D>, document: D): D {
  const plain = withoutUndefined(document);
  const cast = fitting(model, plain);
  return cast === plain ? plain : withoutUndefined(cast);
}

/** The same check of a document that holds no `undefined` and is not to be changed. Throws `DOCUMENT_INVALID`. */
export function check<D extends Stored>(model: Model<D>, document: D): void {
  fitting(model, document);
}

/** What has the right types already, as nearly everything has, is not taken through Mongoose: every write comes by here. */
function fitting<D extends Stored>(model: Model<D>, document: D): D {
  try {
    const demands = demandsOf(model.schema);
    const result = isTyped(demands, document) ? document : model.castObject(document);
    const unfit = unfitFields(demands, result, document);
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
  permitted: readonly (readonly [string, readonly unknown[]])[];
  types: ReadonlyMap<string, (value: unknown) => boolean>;
}

/** By Mongoose's names of the types that `documentSchema` offers. */
const TYPES: Readonly<Record<string, (value: unknown) => boolean>> = {
  String: (value) => typeof value === 'string',
  Number: (value) => typeof value === 'number' && !Number.isNaN(value),
  Boolean: (value) => typeof value === 'boolean',
  Date: (value) => value instanceof Date && !Number.isNaN(value.getTime()),
  Mixed: () => true,
};

const demandsOf = perObject((schema: Schema): Demands => {
  const paths = Object.entries(schema.paths);
  return {
    required: schema.requiredPaths(),
    permitted: paths.flatMap(([path, { options }]) => {
      const { enum: values } = options as { enum?: readonly unknown[] };
      return values === undefined ? [] : [[path, values] as const];
    }),
    types: new Map(paths.map(([path, { instance }]) => [path, TYPES[instance] ?? (() => false)])),
  };
});

function isTyped({ types }: Demands, document: object): boolean {
  return Object.entries(document).every(([path, value]) => types.get(path)?.(value) === true);
}

/** Documents' schemas are flat: a path is a field of the document. */
function unfitFields({ required, permitted, types }: Demands, result: object, given: object): string[] {
  const fields = result as Record<string, unknown>;
  const missing = required.filter((path) => fields[path] === undefined || fields[path] === null);
  const notPermitted = permitted.filter(
    ([path, values]) => fields[path] !== undefined && !values.includes(fields[path]),
  );
  const unnamed = Object.keys(given).filter((path) => !types.has(path));
  return [...missing, ...notPermitted.map(([path]) => path), ...unnamed];
}

function invalid(kind: string, fields: string[]): AppError {
  return new AppError('DOCUMENT_INVALID', `${kind}: ${fields.join(', ')} does not fit the schema`);
}
