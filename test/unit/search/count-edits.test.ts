// Edit distance against the plainest recursion.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countEdits } from '../../../src/search/count-edits';

/** Optimal string alignment by its definition. */
function countNaively(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const [head, last] = [a.slice(0, -1), a.slice(-1)];
  const [otherHead, otherLast] = [b.slice(0, -1), b.slice(-1)];
  const counts = [
    countNaively(head, otherHead) + (last === otherLast ? 0 : 1),
    countNaively(head, b) + 1,
    countNaively(a, otherHead) + 1,
  ];
  const isSwapped =
    head !== '' && otherHead !== '' && head.endsWith(otherLast) && otherHead.endsWith(last);
  if (isSwapped) counts.push(countNaively(head.slice(0, -1), otherHead.slice(0, -1)) + 1);
  return Math.min(...counts);
}

describe('countEdits', () => {
  it.each<[string, string, number]>([
    ['', '', 0],
    ['region', 'region', 0],
    ['regoin', 'region', 1],
    ['regio', 'region', 1],
    ['ca', 'abc', 3],
    ['数剧', '数据', 1],
  ])('of %j and %j is %d', (a, b, expected) => {
    expect(countEdits(a, b, 9)).toBe(expected);
  });

  it('is what the definition says, up to its limit', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
    fc.assert(
      fc.property(word, word, fc.nat(4), (a, b, limit) => {
        expect(countEdits(a, b, limit)).toBe(Math.min(countNaively(a, b), limit + 1));
      }),
      { numRuns: 500 },
    );
  });
});
