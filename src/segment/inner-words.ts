/**
 * Finds the finer words inside a word, for search.
 *
 * @module
 */

import { isLatinOrDigit } from './code-units';
import type { WordCutter } from './word-cutter';

/** Shortest word that has words inside it, in UTF-16 code units. */
const MIN_OUTER_LENGTH = 3;

/** Shortest inner word, in UTF-16 code units: single characters would match everywhere. */
const MIN_INNER_LENGTH = 2;

/** Longest word whose inner words are remembered; longer ones hardly come again. */
const MAX_REMEMBERED_LENGTH = 16;

/** Remembered words at most: some 10 MB. */
const MAX_REMEMBERED_WORDS = 50_000;

/** Gives the spans inside a word, flat (start, end …), by start, then by end, the word itself not among them. */
export type FindInnerWords = (word: string) => readonly number[];

const NONE: readonly number[] = [];

/**
 * A function that finds the dictionary words and the runs of Latin letters and digits inside a
 * word. It remembers what it found, which changes its speed only. O(length) a word.
 */
export function createInnerWordFinder(cutter: WordCutter): FindInnerWords {
  const remembered = new Map<string, readonly number[]>();
  return (word) => {
    if (word.length < MIN_OUTER_LENGTH) return NONE;
    if (word.length > MAX_REMEMBERED_LENGTH) return findInnerWords(cutter, word);
    const known = remembered.get(word);
    if (known !== undefined) return known;
    const found = findInnerWords(cutter, word);
    if (remembered.size >= MAX_REMEMBERED_WORDS) remembered.clear();
    remembered.set(word, found);
    return found;
  };
}

function findInnerWords(cutter: WordCutter, word: string): readonly number[] {
  const spans = [...dictionarySpans(cutter, word), ...latinRuns(word)].filter(
    ([start, end]) => end - start >= MIN_INNER_LENGTH && end - start < word.length,
  );
  spans.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  return spans
    .filter(([start, end], index) => {
      const before = spans[index - 1];
      return before?.[0] !== start || before[1] !== end;
    })
    .flat();
}

type InnerSpan = readonly [start: number, end: number];

/** `cutAll` gives words without offsets, by start, then by length: the place of each follows from the one before. */
function dictionarySpans(cutter: WordCutter, word: string): readonly InnerSpan[] {
  const spans: InnerSpan[] = [];
  let lastStart = 0;
  let lastLength = 0;
  for (const inner of cutter.cutAll(word)) {
    const from = inner.length > lastLength ? lastStart : lastStart + 1;
    const start = word.indexOf(inner, from);
    if (start === -1) continue;
    spans.push([start, start + inner.length]);
    lastStart = start;
    lastLength = inner.length;
  }
  return spans;
}

function latinRuns(word: string): readonly InnerSpan[] {
  const runs: InnerSpan[] = [];
  for (let start = 0; start < word.length; start++) {
    let end = start;
    while (end < word.length && isLatinOrDigit(word.charCodeAt(end))) end++;
    if (end === start) continue;
    runs.push([start, end]);
    start = end;
  }
  return runs;
}
