import type { TrainedModel } from './trained-model.js';

/**
 * The file form of a trained model: 8 bytes of signature, the length of a JSON header, the header, then the numbers.
 * Little-endian, as every platform Node runs on.
 */
const SIGNATURE = 'DHMODEL5';
const PREFIX = 12;

type Header = Omit<TrainedModel, 'weights' | 'words'> & {
  counts: TrainedModel['words']['counts'];
  sizes: { classes: number; features: number; columns: number; pairs: number };
};

export function serialise(model: TrainedModel): Uint8Array {
  const { weights, words, ...rest } = model;
  const { hashes, columnOf, classes, steps, biases } = weights;
  const { counts, pairs } = words;
  const sizes = { classes, features: hashes.length, columns: steps.length, pairs: pairs.hashes.length };
  const header: Header = { ...rest, counts, sizes };
  const json = Buffer.from(JSON.stringify(header));
  const padding = Buffer.alloc((4 - ((PREFIX + json.length) % 4)) % 4, 0x20);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(json.length + padding.length);
  const numbers = [hashes, columnOf, steps, biases, pairs.hashes, pairs.counts, weights.weights].map(bytesOf);
  return Buffer.concat([Buffer.from(SIGNATURE, 'latin1'), length, json, padding, ...numbers]);
}

/** `null` when the bytes are not, or not wholly, a stored model: then it is trained again. */
export function deserialise(bytes: Uint8Array): TrainedModel | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.length < PREFIX || buffer.toString('latin1', 0, 8) !== SIGNATURE) return null;
  const start = PREFIX + buffer.readUInt32LE(8);
  const header = headerOf(buffer.subarray(PREFIX, start));
  if (header === null) return null;
  const { counts, sizes, ...rest } = header;
  const { classes, features, columns, pairs } = sizes;
  const pairsAt = 4 * (2 * features + columns + classes);
  const weightsAt = pairsAt + 6 * pairs;
  if (buffer.length !== start + weightsAt + columns * classes) return null;
  const aligned = buffer.buffer.slice(buffer.byteOffset + start, buffer.byteOffset + buffer.length);
  return {
    ...rest,
    words: {
      counts,
      pairs: {
        hashes: new Int32Array(aligned, pairsAt, pairs),
        counts: new Uint16Array(aligned, pairsAt + 4 * pairs, pairs),
      },
    },
    weights: {
      classes,
      hashes: new Int32Array(aligned, 0, features),
      columnOf: new Int32Array(aligned, features * 4, features),
      steps: new Float32Array(aligned, features * 8, columns),
      biases: new Float32Array(aligned, features * 8 + columns * 4, classes),
      weights: new Int8Array(aligned, weightsAt),
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

function bytesOf(numbers: Int32Array | Float32Array | Int8Array | Uint16Array): Buffer {
  return Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}
