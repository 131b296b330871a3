/** From the 32-bit hash of a feature to its number, 0 upwards: open addressing, no objects. -1: not there. */
export class FeatureTable {
  #keys: Int32Array;
  #numbers: Int32Array;
  size = 0;

  constructor(capacity = 1024) {
    const slots = 2 ** Math.ceil(Math.log2(capacity * 2));
    this.#keys = new Int32Array(slots);
    this.#numbers = new Int32Array(slots);
  }

  /** `hash` is never 0: 0 marks a free slot. */
  get(hash: number): number {
    const mask = this.#keys.length - 1;
    for (let slot = spread(hash) & mask; ; slot = (slot + 1) & mask) {
      const key = this.#keys[slot];
      if (key === hash) return this.#numbers[slot] ?? -1;
      if (key === 0) return -1;
    }
  }

  /** The number of the feature, a new one if it was not there. */
  add(hash: number): number {
    const found = this.get(hash);
    if (found >= 0) return found;
    if (this.size * 2 >= this.#keys.length) this.#grow();
    this.#put(hash, this.size);
    this.size += 1;
    return this.size - 1;
  }

  /** The hashes in the order of their numbers. */
  hashes(): Int32Array {
    const hashes = new Int32Array(this.size);
    this.#keys.forEach((key, slot) => {
      if (key !== 0) hashes[this.#numbers[slot] ?? 0] = key;
    });
    return hashes;
  }

  static from(hashes: Int32Array): FeatureTable {
    const table = new FeatureTable(hashes.length + 1);
    for (const hash of hashes) table.add(hash);
    return table;
  }

  #put(hash: number, number: number): void {
    const mask = this.#keys.length - 1;
    let slot = spread(hash) & mask;
    while (this.#keys[slot] !== 0) slot = (slot + 1) & mask;
    this.#keys[slot] = hash;
    this.#numbers[slot] = number;
  }

  #grow(): void {
    const hashes = this.hashes();
    this.#keys = new Int32Array(this.#keys.length * 2);
    this.#numbers = new Int32Array(this.#keys.length);
    hashes.forEach((hash, number) => this.#put(hash, number));
  }
}

function spread(hash: number): number {
  const mixed = Math.imul(hash, 0x9e3779b1);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}
