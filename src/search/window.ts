/**
 * Ranking goes through a segment window by window; a list knows where each window begins and how much it can give there.
 *
 * @module
 */
import type { PostingLists } from './index-segment';

/** Passages of a window: their scores fit the fastest cache. A power of two. */
export const WINDOW_SIZE = 4096;

/** A list cut into windows. */
export interface ListWindows {
  /** Where the postings of window w begin; the last entry is where the list ends. */
  readonly starts: Uint32Array;
  /** The greatest saturated frequency of the window's postings, in [0, 1]. */
  readonly maxima: Float64Array;
}

/** How many windows a segment has. */
export function countWindows(passageCount: number): number {
  return Math.ceil(passageCount / WINDOW_SIZE);
}

/** Cuts the postings `start..end` into windows. `saturate` gives the saturated frequency of a posting. O(postings). */
export function cutWindows(
  { ordinals, offsets }: PostingLists,
  list: number,
  windowCount: number,
  saturate: (posting: number, ordinal: number) => number,
): ListWindows {
  const start = offsets[list] ?? 0;
  const end = offsets[list + 1] ?? start;
  const starts = new Uint32Array(windowCount + 1).fill(end);
  const maxima = new Float64Array(windowCount);
  let next = 0;
  for (let posting = start; posting < end; posting++) {
    const ordinal = ordinals[posting] ?? 0;
    const window = Math.floor(ordinal / WINDOW_SIZE);
    while (next <= window) starts[next++] = posting;
    const value = saturate(posting, ordinal);
    if (value > (maxima[window] ?? 0)) maxima[window] = value;
  }
  return { starts, maxima };
}

/** The posting of a passage among `start..end`; −1 where there is none. O(log n). */
export function findPosting(
  ordinals: Uint16Array,
  start: number,
  end: number,
  ordinal: number,
): number {
  let low = start;
  let high = end - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = ordinals[middle] ?? 0;
    if (found === ordinal) return middle;
    if (found < ordinal) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
