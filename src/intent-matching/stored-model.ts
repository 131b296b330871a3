import type { TrainedModel } from './trained-model.js';

/**
 * The file form of a trained model: 8 bytes of signature, the length of a JSON header, the header, then the numbers.
 * Little-endian, as every platform Node runs on.
 */
const SIGNATURE = 'DHMODEL3';
const PREFIX = 12;

type Header = Omit<TrainedModel, 'weights'> & {
  weights: { classes: number; features: number; columns: number };
};

export function serialise(model: TrainedModel): Uint8Array {
  const { weights, ...rest } = model;
  const { hashes, columnOf, classes } = weights;
  const columns = weights.weights.length / classes;
  const header: Header = { ...rest, weights: { classes, features: hashes.length, columns } };
  const json = Buffer.from(JSON.stringify(header));
  const padding = Buffer.alloc((4 - ((PREFIX + json.length) % 4)) % 4, 0x20);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(json.length + padding.length);
  const numbers = [hashes, columnOf, weights.weights].map(bytesOf);
  return Buffer.concat([Buffer.from(SIGNATURE, 'latin1'), length, json, padding, ...numbers]);
}

/** `null` when the bytes are not, or not wholly, a stored model: then it is trained again. */
export function deserialise(bytes: Uint8Array): TrainedModel | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.length < PREFIX || buffer.toString('latin1', 0, 8) !== SIGNATURE) return null;
  const start = PREFIX + buffer.readUInt32LE(8);
  const header = headerOf(buffer.subarray(PREFIX, start));
  if (header === null) return null;
  const { classes, features, columns } = header.weights;
  const numbers = 2 * features + columns * classes;
  if (buffer.length !== start + numbers * 4) return null;
  const aligned = buffer.buffer.slice(buffer.byteOffset + start, buffer.byteOffset + buffer.length);
  return {
    ...header,
    weights: {
      classes,
      hashes: new Int32Array(aligned, 0, features),
      columnOf: new Int32Array(aligned, features * 4, features),
      weights: new Float32Array(aligned, features * 8),
    },
  };
}

function headerOf(bytes: Buffer): Header | null {
  try {
    return JSON.parse(bytes.toString('utf8')) as Header;
  } catch {
    return null;
  }
}

function bytesOf(numbers: Int32Array | Float32Array): Buffer {
  return Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}
