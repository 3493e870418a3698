import { describe, expect, it } from 'vitest';
import { chooseTerms } from '../../../src/segment/choose-terms';
import { fitTerms } from '../../../src/segment/fit-terms';

/** Cuts every character apart, so that what was cut anew shows. */
function recut(start: number, end: number): Uint32Array {
  return Uint32Array.from({ length: end - start }, (_, index) => start + index + 1);
}

describe('fitTerms', () => {
  const cases: readonly (readonly [
    name: string,
    ends: readonly number[],
    spans: readonly number[],
    fitted: readonly number[],
  ])[] = [
    ['leaves words without terms', [2, 4, 6], [], [2, 4, 6]],
    ['leaves a term that is a word', [2, 4, 6], [2, 4], [2, 4, 6]],
    ['joins the words of a term', [2, 3, 4, 6], [2, 4], [2, 4, 6]],
    ['joins at the start and at the end', [1, 2, 4, 5], [0, 2, 4, 5], [2, 4, 5]],
    [
      'cuts anew before a term that cuts a word',
      [10, 12, 15, 17],
      [14, 17],
      [10, 11, 12, 13, 14, 17],
    ],
    ['cuts anew behind a term', [2, 5, 7, 20], [2, 4], [2, 4, 5, 6, 7, 20]],
    ['cuts anew up to the next term only', [3, 6, 20], [0, 4, 5, 7], [4, 5, 7, ...range(8, 20)]],
    ['never goes back across the term before', [4, 8], [1, 4, 5, 8], [1, 4, 5, 8]],
    ['makes two terms out of one word', [8], [0, 4, 4, 8], [4, 8]],
  ];

  it.each(cases)('%s', (_name, ends, spans, fitted) => {
    const options = { ends: Uint32Array.from(ends), spans: Int32Array.from(spans), recut };
    expect([...fitTerms(options)]).toEqual(fitted);
  });
});

describe('chooseTerms', () => {
  const cases: readonly (readonly [
    name: string,
    occurrences: readonly number[],
    ends: readonly number[],
    chosen: readonly number[],
  ])[] = [
    ['takes the longest of one start', [0, 4, 1, 0, 2, 0], [2, 4], [0, 4]],
    ['takes the leftmost of two', [0, 4, 0, 2, 8, 1], [2, 4, 8], [0, 4]],
    ['takes a short term of whole words', [2, 5, 0], [2, 3, 5], [2, 5]],
    ['drops a short term that begins inside a word', [1, 4, 0], [2, 4], []],
    ['drops a short term that ends inside a word', [2, 4, 0], [2, 5], []],
    ['keeps a long term inside words', [1, 5, 0], [2, 6], [1, 5]],
    ['takes what a dropped term overlapped', [1, 4, 0, 2, 6, 1], [2, 6], [2, 6]],
  ];

  it.each(cases)('%s', (_name, occurrences, ends, chosen) => {
    const spans = chooseTerms(Int32Array.from(occurrences), Uint32Array.from(ends));
    expect([...spans]).toEqual(chosen);
  });
});

function range(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
