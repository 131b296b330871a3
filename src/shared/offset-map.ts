/** Part of a text: UTF-16 units from `start` up to, but without, `end`. */
export interface Span {
  start: number;
  end: number;
}

/** For every unit of a changed text, the part of the original that it stands for. */
export class OffsetMap {
  private constructor(
    private readonly starts: Uint32Array | null,
    private readonly ends: Uint32Array | null,
  ) {}

  /** For a text that was not changed. */
  static readonly identity = new OffsetMap(null, null);

  /** `starts` and `ends`: one number per unit of the changed text. */
  static of(starts: readonly number[], ends: readonly number[]): OffsetMap {
    return new OffsetMap(Uint32Array.from(starts), Uint32Array.from(ends));
  }

  /** The part of the original that `start`–`end` of the changed text stands for; what was left out in between belongs to it. */
  original(start: number, end: number): Span {
    if (this.starts === null || this.ends === null) return { start, end };
    if (end <= start) {
      const at = this.starts[start] ?? this.ends[start - 1] ?? 0;
      return { start: at, end: at };
    }
    return { start: this.starts[start] ?? 0, end: this.ends[end - 1] ?? 0 };
  }
}

/** A changed text while it is put together. */
export class MappedBuilder {
  private readonly parts: string[] = [];
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];

  /** `part` stands for `start`–`end` of the original as a whole. */
  add(part: string, { start, end }: Span): void {
    this.parts.push(part);
    for (let unit = 0; unit < part.length; unit++) {
      this.starts.push(start);
      this.ends.push(end);
    }
  }

  built(): MappedText {
    return { text: this.parts.join(''), map: OffsetMap.of(this.starts, this.ends) };
  }
}

export interface MappedText {
  text: string;
  map: OffsetMap;
}
