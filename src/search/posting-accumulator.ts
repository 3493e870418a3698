/**
 * Gathers postings passage by passage and sorts them into lists.
 *
 * @module
 */
import { GrowableUint32 } from './growable';
import type { PostingLists } from './index-segment';

/** Postings as they come: ascending by passage within each list. */
export class PostingAccumulator {
  readonly #lists = new GrowableUint32(1024);
  readonly #ordinals = new GrowableUint32(1024);
  readonly #values = new GrowableUint32(1024);

  get length(): number {
    return this.#lists.length;
  }

  /** Adds a posting to a list; `value` goes with it. */
  push(list: number, ordinal: number, value: number): void {
    this.#lists.push(list);
    this.#ordinals.push(ordinal);
    this.#values.push(value);
  }

  /**
   * The lists in the order that `ranks` gives them, and the values of the postings in their order. Counting sort: O(postings + lists).
   *
   * @param ranks - the new number of every list
   */
  sortInto(ranks: Uint32Array): PostingLists & { readonly values: Uint32Array } {
    const lists = this.#lists.view();
    const ordinals = this.#ordinals.view();
    const values = this.#values.view();
    const offsets = new Uint32Array(ranks.length + 1);
    for (const list of lists) {
      const next = (ranks[list] ?? 0) + 1;
      offsets[next] = (offsets[next] ?? 0) + 1;
    }
    for (let list = 0; list < ranks.length; list++) {
      offsets[list + 1] = (offsets[list + 1] ?? 0) + (offsets[list] ?? 0);
    }
    const ends = offsets.slice();
    const sortedOrdinals = new Uint16Array(lists.length);
    const sortedValues = new Uint32Array(lists.length);
    for (let index = 0; index < lists.length; index++) {
      const rank = ranks[lists[index] ?? 0] ?? 0;
      const at = ends[rank] ?? 0;
      ends[rank] = at + 1;
      sortedOrdinals[at] = ordinals[index] ?? 0;
      sortedValues[at] = values[index] ?? 0;
    }
    return { offsets, ordinals: sortedOrdinals, values: sortedValues };
  }
}
