/**
 * The words of an index, as spelling, suggestions and likeness look at them.
 *
 * @module
 */

/** A heading or a title, and how many passages stand under it. */
export interface CountedHeading {
  /** As written: `（三）培育数据要素市场`. */
  readonly text: string;
  /** Live passages; of a title all of its document. */
  readonly count: number;
}

/** The words of an index. Every text is folded but headings. */
export interface Vocabulary {
  /** Live passages. */
  readonly passageCount: number;
  /** Different terms that live passages hold. */
  readonly termCount: number;
  /** Terms by their rank in code unit order, from 0. */
  term(rank: number): string;
  /** How many passages hold a term. */
  documentFrequency(rank: number): number;
  /** The rank of a term; −1 where there is none. */
  findTerm(text: string): number;
  /** Headings and titles, each once. */
  headings(): Iterable<CountedHeading>;
  /** How many passages hold a text as it stands. */
  countPhrase(text: string): number;
}

/** The first rank whose term is not before `text` in code unit order. O(log n). */
export function findRank(vocabulary: Vocabulary, text: string): number {
  let low = 0;
  let high = vocabulary.termCount;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (vocabulary.term(middle) < text) low = middle + 1;
    else high = middle;
  }
  return low;
}
