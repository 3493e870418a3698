/**
 * Decides which occurrences of terms become tokens.
 *
 * @module
 */

import { TERM_MATCH_WIDTH } from './term-matcher';

/**
 * Longest term, in UTF-16 code units, that gives way where it would cut a word in two: 大数据 in
 * 扩大数据 does, 数据要素 nowhere.
 */
export const YIELDING_LENGTH = 3;

/**
 * The spans that are to be tokens, flat (start, end, start, end …), ascending and disjoint:
 * leftmost-longest among the occurrences, short ones that would cut a word left out. O(occurrences + words).
 *
 * @param occurrences all occurrences as `TermMatcher.scanAll` gives them
 * @param ends ends of the words as the binding cut them
 */
export function chooseTerms(occurrences: Int32Array, ends: Uint32Array): Int32Array {
  const chosen = new Int32Array((occurrences.length / TERM_MATCH_WIDTH) * 2);
  let filled = 0;
  let reached = 0;
  let word = 0;
  for (let from = 0; from < occurrences.length; from += TERM_MATCH_WIDTH) {
    const start = occurrences[from] ?? 0;
    const end = occurrences[from + 1] ?? 0;
    if (start < reached) continue;
    while ((ends[word] ?? start) < start) word++;
    if (end - start <= YIELDING_LENGTH && cutsWord(start, end, ends, word)) continue;
    chosen[filled++] = start;
    chosen[filled++] = end;
    reached = end;
  }
  return chosen.subarray(0, filled);
}

/** Whether start or end lies inside a word; `word` is the first that ends at start or later. */
function cutsWord(start: number, end: number, ends: Uint32Array, word: number): boolean {
  let at = word;
  if (start > 0 && ends[at] !== start) return true;
  while ((ends[at] ?? end) < end) at++;
  return ends[at] !== end;
}
