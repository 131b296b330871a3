/**
 * From the 32-bit hash of a feature to its number, 0 upwards: open addressing, no objects. A slot is a hash and, beside
 * it in memory, its number; a hash is never 0, which marks a free slot.
 */
export class FeatureTable {
  #slots: Int32Array;
  #mask: number;
  size = 0;

  constructor(capacity = 1024) {
    const slots = 2 ** Math.ceil(Math.log2(capacity * 2));
    this.#slots = new Int32Array(slots * 2);
    this.#mask = slots - 1;
  }

  /** -1: not there. */
  get(hash: number): number {
    const place = this.#placeOf(hash);
    return this.#slots[place] === 0 ? -1 : (this.#slots[place + 1] as number);
  }

  /** The number of the feature, a new one if it was not there. */
  add(hash: number): number {
    const place = this.#placeOf(hash);
    if (this.#slots[place] !== 0) return this.#slots[place + 1] as number;
    const number = this.size++;
    this.#slots[place] = hash;
    this.#slots[place + 1] = number;
    if (this.size * 2 > this.#mask) this.#grow();
    return number;
  }

  /** The hashes in the order of their numbers. */
  hashes(): Int32Array {
    const hashes = new Int32Array(this.size);
    for (let place = 0; place < this.#slots.length; place += 2)
      if (this.#slots[place] !== 0) hashes[this.#slots[place + 1] as number] = this.#slots[place] as number;
    return hashes;
  }

  static from(hashes: Int32Array): FeatureTable {
    const table = new FeatureTable(hashes.length + 1);
    for (const hash of hashes) table.add(hash);
    return table;
  }

  /** Where the hash stands, or the free slot where it would. */
  #placeOf(hash: number): number {
    const slots = this.#slots;
    for (let slot = spread(hash) & this.#mask; ; slot = (slot + 1) & this.#mask) {
      const key = slots[slot * 2];
      if (key === hash || key === 0) return slot * 2;
    }
  }

  #grow(): void {
    const hashes = this.hashes();
    this.#slots = new Int32Array(this.#slots.length * 2);
    this.#mask = this.#mask * 2 + 1;
    hashes.forEach((hash, number) => {
      const place = this.#placeOf(hash);
      this.#slots[place] = hash;
      this.#slots[place + 1] = number;
    });
  }
}

function spread(hash: number): number {
  const mixed = Math.imul(hash, 0x9e3779b1);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}
