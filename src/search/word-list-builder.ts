/**
 * Builds the lists of words of a segment.
 *
 * @module
 */
import { CombinationNumbers, encodeFrequencies } from './combinations';
import type { WordLists } from './index-segment';
import { PostingAccumulator } from './posting-accumulator';
import { createStringTable } from './string-table';

/** The terms of a passage by field, as numbers that {@link WordListBuilder.internTerms} gave. */
export interface FieldTerms {
  readonly title: readonly number[];
  readonly heading: readonly number[];
  readonly body: readonly number[];
}

/** Counts terms passage by passage. */
export class WordListBuilder {
  readonly #numbers = new Map<string, number>();
  readonly #terms: string[] = [];
  readonly #postings = new PostingAccumulator();
  readonly #combinations = new CombinationNumbers();
  /** Frequencies of the terms in the passage under way: title, heading, body, three numbers a term. */
  #frequencies = new Uint32Array(3 * 1024);
  #touched: number[] = [];

  /** The numbers of terms, new ones where a term is new. */
  internTerms(terms: readonly string[]): number[] {
    return terms.map((term) => this.internTerm(term));
  }

  /** The number of a term. */
  internTerm(term: string): number {
    const known = this.#numbers.get(term);
    if (known !== undefined) return known;
    const number = this.#terms.length;
    this.#numbers.set(term, number);
    this.#terms.push(term);
    return number;
  }

  /** Adds the postings of a passage; passages come by ascending ordinal. */
  addPassage(ordinal: number, { title, heading, body }: FieldTerms): void {
    this.#reserve();
    this.#count(title, 0);
    this.#count(heading, 1);
    this.#count(body, 2);
    const frequencies = this.#frequencies;
    for (const term of this.#touched) {
      const at = term * 3;
      this.addPosting(
        term,
        ordinal,
        frequencies[at] ?? 0,
        frequencies[at + 1] ?? 0,
        frequencies[at + 2] ?? 0,
      );
      frequencies[at] = 0;
      frequencies[at + 1] = 0;
      frequencies[at + 2] = 0;
    }
    this.#touched = [];
  }

  /** Adds one posting; those of a term come by ascending ordinal. */
  addPosting(term: number, ordinal: number, title: number, heading: number, body: number): void {
    this.#postings.push(term, ordinal, this.#combinations.numberOf(title, heading, body));
  }

  #reserve(): void {
    const needed = this.#terms.length * 3;
    if (this.#frequencies.length >= needed) return;
    const grown = new Uint32Array(needed * 2);
    grown.set(this.#frequencies);
    this.#frequencies = grown;
  }

  #count(terms: readonly number[], field: number): void {
    const frequencies = this.#frequencies;
    for (const term of terms) {
      const at = term * 3;
      const sum = (frequencies[at] ?? 0) + (frequencies[at + 1] ?? 0) + (frequencies[at + 2] ?? 0);
      if (sum === 0) this.#touched.push(term);
      frequencies[at + field] = (frequencies[at + field] ?? 0) + 1;
    }
  }

  /** The lists, sorted by term. O(postings + terms · log terms). */
  finish(): WordLists {
    const order = [...this.#numbers].sort(([a], [b]) => (a < b ? -1 : 1));
    const ranks = new Uint32Array(order.length);
    order.forEach(([, number], rank) => {
      ranks[number] = rank;
    });
    const { offsets, ordinals, values } = this.#postings.sortInto(ranks);
    return {
      terms: createStringTable(order.map(([term]) => term)),
      offsets,
      ordinals,
      ...encodeFrequencies(values, this.#combinations.view()),
    };
  }
}
