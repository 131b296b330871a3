import { Error as MongooseErrors, type Model } from 'mongoose';
import { AppError } from '../../shared/errors.js';
import type { Stored } from './collection.js';
import { withoutUndefined } from './plain.js';

/**
 * The document as its Mongoose schema casts it: types, required fields, permitted values, no unknown field. Needs no
 * connection and does not wait, so that the embedded engine can ask in the middle of an update.
 * Throws `DOCUMENT_INVALID`.
 */
export function checked<D extends Stored>(model: Model<D>, document: D): D {
  try {
    const cast = withoutUndefined(model.castObject(withoutUndefined(document)));
    const unfit = [...missing(model, cast), ...notPermitted(model, cast), ...unnamed(model, document)];
    if (unfit.length > 0) throw invalid(model.modelName, unfit);
    return cast;
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

function missing<D extends Stored>(model: Model<D>, document: D): string[] {
  const fields = document as unknown as Record<string, unknown>;
  return model.schema.requiredPaths().filter((path) => fields[path] === undefined || fields[path] === null);
}

function notPermitted<D extends Stored>(model: Model<D>, document: D): string[] {
  return Object.entries(document).flatMap(([path, value]) => {
    const options = (model.schema.path(path) as { options?: unknown } | undefined)?.options as
      { enum?: readonly unknown[] } | undefined;
    return options?.enum === undefined || options.enum.includes(value) ? [] : [path];
  });
}

function unnamed<D extends Stored>(model: Model<D>, document: D): string[] {
  return Object.keys(document).filter((path) => model.schema.pathType(path) === 'adhocOrUndefined');
}

function invalid(kind: string, fields: string[]): AppError {
  return new AppError('DOCUMENT_INVALID', `${kind}: ${fields.join(', ')} does not fit the schema`);
}
