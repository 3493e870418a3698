/**
 * Places in a text: half-open spans of UTF-16 code units.
 *
 * @module
 */

/** The decoded text of one file, never changed; every {@link Span} that leaves the library points into it. */
export type SourceText = string;

/** A half-open range of UTF-16 code units: `text.slice(start, end)` gives its words. */
export interface Span {
  /** Offset of the first code unit, at least 0. */
  readonly start: number;
  /** Offset after the last code unit, at least `start`. */
  readonly end: number;
}
