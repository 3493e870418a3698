/**
 * Factors, at most 1, on the scores of passages: by the kind of passage and by the region of its document.
 *
 * @module
 */
import type { IndexSegment } from './index-segment';
import { countWindows, WINDOW_SIZE } from './window';

/** The factors of a segment's passages. */
export interface Demotion {
  /** By the kind of passage. */
  readonly kinds: Float64Array;
  /** By the number of the document; undefined where all are 1. */
  readonly documents: Float64Array | undefined;
  /** The greatest factor of each window. */
  readonly maxima: Float64Array;
}

/** The factors with the greatest of every window. O(passages). */
export function createDemotion(
  segment: IndexSegment,
  kinds: Float64Array,
  documents: Float64Array | undefined,
): Demotion {
  const maxima = new Float64Array(countWindows(segment.passageCount));
  const demotion = { kinds, documents, maxima };
  for (let ordinal = 0; ordinal < segment.passageCount; ordinal++) {
    const window = Math.floor(ordinal / WINDOW_SIZE);
    const factor = demote(1, ordinal, segment, demotion);
    if (factor > (maxima[window] ?? 0)) maxima[window] = factor;
  }
  return demotion;
}

/** The score with the factors of a passage on it: first that of its kind, then that of its document. */
export function demote(
  score: number,
  ordinal: number,
  { passages }: IndexSegment,
  { kinds, documents }: Demotion,
): number {
  const demoted = score * (kinds[passages.kinds[ordinal] ?? 0] ?? 1);
  return documents === undefined
    ? demoted
    : demoted * (documents[passages.documents[ordinal] ?? 0] ?? 1);
}
