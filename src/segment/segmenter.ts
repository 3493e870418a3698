/**
 * What every segmenter offers, whichever binding cuts the words.
 *
 * @module
 */

/** A word of the text: `source.slice(start, end) === text`, half-open, in UTF-16 code units. */
export interface Token {
  /** As written. */
  readonly text: string;
  /** Its first code unit. */
  readonly start: number;
  /** Behind its last. */
  readonly end: number;
}

/** Cuts text into words. Immutable: the same text always gives the same tokens. */
export interface Segmenter {
  /** Name of the binding: `jieba` or `nodejieba`. */
  readonly name: string;
  /**
   * Version of the binding, of the rule by which terms are kept whole, and of the terms; two
   * segmenters with equal name and version cut alike. It belongs into every index and record.
   */
  readonly version: string;
  /** The tokens of `text` in order, disjoint and without gaps: joined they are `text`. O(n). */
  segment(text: string): readonly Token[];
  /**
   * The tokens of {@link Segmenter.segment} together with the dictionary words and the Latin or
   * digit runs inside them: overlapping, ordered by start, then by end, none twice. O(n).
   */
  segmentForSearch(text: string): readonly Token[];
  /** The end offset of every token of {@link Segmenter.segment}, ascending; no strings are made. O(n). */
  boundaries(text: string): Uint32Array;
  /**
   * The end offset of every word as the dictionary cuts it, ascending, before terms are made whole: what tells whether a
   * short term cuts a word in two. Cheaper than {@link Segmenter.boundaries}. O(n).
   */
  wordBoundaries(text: string): Uint32Array;
}

/** Options of the segmenters. */
export interface SegmenterOptions {
  /** Terms that come out as one token; default none. Empty terms and lone surrogates are refused. */
  readonly terms?: Iterable<string>;
}
