/**
 * Numbers keys of 32 bits in the order of first sight.
 *
 * @module
 */

/** Share of places in use from which the table grows. */
const MAX_LOAD = 0.5;

/** A hash table on typed arrays, by linear probing: a Map would box every key above 2³¹. */
export class KeyNumbers {
  #keys = new Uint32Array(2048);
  /** Number + 1; 0 where the place is free. */
  #numbers = new Uint32Array(2048);
  #count = 0;

  /** How many keys have a number. */
  get count(): number {
    return this.#count;
  }

  /** The number of a key, the next one where it is new. Amortised O(1). */
  numberOf(key: number): number {
    const place = this.#find(key);
    const known = this.#numbers[place] ?? 0;
    if (known > 0) return known - 1;
    this.#keys[place] = key;
    this.#numbers[place] = ++this.#count;
    if (this.#count > this.#keys.length * MAX_LOAD) this.#grow();
    return this.#count - 1;
  }

  /** The keys by their numbers. */
  list(): Uint32Array {
    const list = new Uint32Array(this.#count);
    this.#numbers.forEach((number, place) => {
      if (number > 0) list[number - 1] = this.#keys[place] ?? 0;
    });
    return list;
  }

  #find(key: number): number {
    const mask = this.#keys.length - 1;
    let place = (Math.imul(key, 0x9e3779b1) >>> 8) & mask;
    while ((this.#numbers[place] ?? 0) > 0 && this.#keys[place] !== key) place = (place + 1) & mask;
    return place;
  }

  #grow(): void {
    const keys = this.#keys;
    const numbers = this.#numbers;
    this.#keys = new Uint32Array(keys.length * 2);
    this.#numbers = new Uint32Array(keys.length * 2);
    numbers.forEach((number, old) => {
      if (number === 0) return;
      const key = keys[old] ?? 0;
      const place = this.#find(key);
      this.#keys[place] = key;
      this.#numbers[place] = number;
    });
  }
}
