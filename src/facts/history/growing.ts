// Numbers and bytes that are added one after the other into memory that doubles when it is full.

type Numbers = Uint8Array | Int16Array | Int32Array | Float64Array;

/** A typed array that grows. `T` stays what the first one was. */
export class Growing<T extends Numbers> {
  #values: T;
  length = 0;

  constructor(first: T) {
    this.#values = first;
  }

  push(value: number): void {
    if (this.length === this.#values.length) this.#grow(1);
    this.#values[this.length] = value;
    this.length += 1;
  }

  /** The values in `[from, to)`. */
  pushAll(values: ArrayLike<number>, from: number, to: number): void {
    if (this.length + to - from > this.#values.length) this.#grow(to - from);
    for (let at = from; at < to; at += 1) this.#values[this.length + at - from] = values[at] as number;
    this.length += to - from;
  }

  /** What was added so far; good until more is added. */
  values(): T {
    return this.#values.subarray(0, this.length) as T;
  }

  #grow(more: number): void {
    const size = Math.max(this.#values.length * 2, this.length + more);
    const larger = new (this.#values.constructor as new (size: number) => T)(size);
    larger.set(this.#values.subarray(0, this.length));
    this.#values = larger;
  }
}
