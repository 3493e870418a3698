import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTermMatcher } from '../../src/segment';
import { findAllNaively, findNaively } from '../support/naive-term-matcher';

/** Few letters, so that terms overlap, nest and repeat. */
const letter = fc.constantFrom('数', '据', '要', 'A', 'a', 'B', '5', '+', '𠮷', '“');
const term = fc.string({ unit: letter, minLength: 1, maxLength: 6 });
const text = fc.string({
  unit: fc.oneof(letter, fc.constantFrom('。', '\ud842', '\0')),
  maxLength: 60,
});

function triples(numbers: Int32Array): readonly (readonly number[])[] {
  return Array.from({ length: numbers.length / 3 }, (_, index) => [
    ...numbers.subarray(index * 3, index * 3 + 3),
  ]);
}

describe('createTermMatcher', () => {
  it('finds what the naive matcher finds', () => {
    fc.assert(
      fc.property(
        fc.array(term, { maxLength: 12 }),
        text,
        fc.boolean(),
        (terms, words, caseSensitive) => {
          const matcher = createTermMatcher(terms, { caseSensitive });
          expect(triples(matcher.scanAll(words))).toEqual(
            findAllNaively(terms, words, { caseSensitive }),
          );
          expect(triples(matcher.scan(words))).toEqual(
            findNaively(terms, words, { caseSensitive }),
          );
        },
      ),
      { numRuns: 1000 },
    );
  });
});
