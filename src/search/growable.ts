/**
 * Typed arrays that grow.
 *
 * @module
 */

/** Numbers of 32 bits, in the order added. */
export class GrowableUint32 {
  #values: Uint32Array;
  length = 0;

  constructor(capacity = 64) {
    this.#values = new Uint32Array(capacity);
  }

  push(value: number): void {
    if (this.length === this.#values.length) {
      const grown = new Uint32Array(this.length * 2);
      grown.set(this.#values);
      this.#values = grown;
    }
    this.#values[this.length++] = value;
  }

  /** The numbers, not copied: valid until the next push. */
  view(): Uint32Array {
    return this.#values.subarray(0, this.length);
  }
}
