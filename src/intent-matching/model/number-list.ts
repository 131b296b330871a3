const SHIFT = 16;
const CHUNK = 1 << SHIFT;

/** Whole numbers, one by one, in chunks: a list of millions grows without ever being copied. */
export class NumberList {
  readonly #chunks: Int32Array[] = [];
  length = 0;

  push(value: number): void {
    if (this.length >>> SHIFT === this.#chunks.length) this.#chunks.push(new Int32Array(CHUNK));
    this.set(this.length++, value);
  }

  at(place: number): number {
    return this.#chunks[place >>> SHIFT]?.[place & (CHUNK - 1)] as number;
  }

  /** `place` is one that was pushed before. */
  set(place: number, value: number): void {
    const chunk = this.#chunks[place >>> SHIFT];
    if (chunk !== undefined) chunk[place & (CHUNK - 1)] = value;
  }

  first(count: number): Int32Array {
    const all = new Int32Array(count);
    for (let start = 0; start < count; start += CHUNK)
      all.set(this.#chunks[start >>> SHIFT]?.subarray(0, count - start) ?? [], start);
    return all;
  }
}
