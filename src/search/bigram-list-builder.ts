/**
 * Builds the lists of pairs of characters of a segment.
 *
 * @module
 */
import type { BigramLists } from './index-segment';
import { KeyNumbers } from './key-numbers';
import { PostingAccumulator } from './posting-accumulator';

/** Gathers pairs passage by passage. */
export class BigramListBuilder {
  readonly #numbers = new KeyNumbers();
  readonly #postings = new PostingAccumulator();
  /** The last passage that a pair was seen in, + 1. */
  #lastSeen = new Uint32Array(1024);

  /** Adds the pairs of a passage, each once; passages come by ascending ordinal. */
  addPassage(ordinal: number, keys: readonly number[]): void {
    for (const key of keys) this.addPosting(key, ordinal);
  }

  /** Adds a pair of a passage, unless it was the pair's last. */
  addPosting(key: number, ordinal: number): void {
    const list = this.#numbers.numberOf(key);
    if (list >= this.#lastSeen.length) this.#grow();
    if (this.#lastSeen[list] === ordinal + 1) return;
    this.#lastSeen[list] = ordinal + 1;
    this.#postings.push(list, ordinal, 0);
  }

  #grow(): void {
    const grown = new Uint32Array(this.#lastSeen.length * 2);
    grown.set(this.#lastSeen);
    this.#lastSeen = grown;
  }

  /** The lists by ascending key. O(postings + keys · log keys). */
  finish(): BigramLists {
    const keys = this.#numbers.list().sort();
    const ranks = new Uint32Array(keys.length);
    keys.forEach((key, rank) => {
      ranks[this.#numbers.numberOf(key)] = rank;
    });
    const { offsets, ordinals } = this.#postings.sortInto(ranks);
    return { keys, offsets, ordinals };
  }
}
